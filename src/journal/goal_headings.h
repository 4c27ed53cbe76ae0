// What a heading or a line before a list says of what stands under it: promises, topics, looks back, mere talk.
#pragma once

#include <cstdint>
#include <string_view>

namespace dajim::journal {

/// What a heading, or the line that leads into a list, says of what follows.
enum class Speaks : std::uint8_t {
    nothing,
    goals,    ///< promises, plans, wishes
    topics,   ///< things to write about
    past,     ///< what was
    aside,    ///< introductions, reasons, references, thanks
};
Speaks heading_speaks(std::string_view heading);

/// The same of a sentence before a list. `refers`: it points at what follows ("아래", "the following", a colon at its end).
struct LeadIn {
    Speaks speaks = Speaks::nothing;
    bool refers = false;
};
LeadIn lead_in(std::string_view sentence);

/// A line that begins what a blog prints below a post.
bool is_footer(std::string_view line);

}  // namespace dajim::journal
