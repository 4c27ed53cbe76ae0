// Markdown's marks as edits: what Enter continues, what indents, ticks, emphasises and links. Pure; the text stays plain Markdown.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "app/state.h"
#include "text/buffer.h"

namespace dajim::app {

/// What stands before a line's own words: blanks, quote signs, a bullet or a number, a task box. Offsets in bytes of the line.
struct LineLead {
    std::size_t indent = 0;   ///< where the blanks end
    std::size_t marker = 0;   ///< where the bullet or number begins; `words` when there is none
    std::size_t words = 0;    ///< where the words begin
    bool quote = false;       ///< there are quote signs between `indent` and `marker`
    std::optional<std::size_t> box;   ///< the sign inside "[ ]"
    bool item() const { return marker < words; }
};
LineLead read_lead(std::string_view line);

/// Is the paragraph between fences of code?
bool in_code(const text::Buffer& buffer, std::size_t paragraph);

/// A newline typed over `range`: the next line goes on with the list or quote it stands in; on an item without words it ends the list
/// instead. Code between fences is left alone.
text::Edit newline(const text::Buffer& buffer, text::Range range);

/// Edits to be applied in this order, and what is selected then.
struct Rewrite {
    std::vector<text::Edit> edits;
    Selection selection;
};

/// Does the selection begin in an item of a list?
bool in_list(const text::Buffer& buffer, const Selection& selection);
/// The lines of the selection one step further in or out: an item under the words of the one above it, else two blanks or a tab.
Rewrite indented(const text::Buffer& buffer, const Selection& selection, bool out);
/// The lines of the selection ticked, or, where all are, unticked; a line without a box gets one.
Rewrite ticked(const text::Buffer& buffer, const Selection& selection);
/// `mark` ("**", "*") round the selected words, or the word at the caret; taken off where it stands already.
Rewrite emphasised(const text::Buffer& buffer, const Selection& selection, std::string_view mark);
/// "[words](|)" of the selected words, or "[|](address)" of a selected address.
Rewrite linked(const text::Buffer& buffer, const Selection& selection);

}  // namespace dajim::app
