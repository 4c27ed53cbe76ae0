// What an empty page can begin with: the usual shapes of resolutions and retrospectives, as plain Markdown in the writer's language.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "app/strings.h"
#include "journal/journal.h"

namespace dajim::app {

enum class Template : std::uint8_t {
    goals,          ///< of a retrospective: the pair's goals one by one, quoted as they were promised
    free,
    liked,          ///< liked and regretted
    keep,           ///< Keep, Problem, Try
    four_ls,        ///< Liked, Learned, Lacked, Longed for
    start,          ///< Start, Stop, Continue
    mad,            ///< Mad, Sad, Glad
    questions,
    okr,            ///< objectives and key results, scored 0.0 to 1.0
    own,            ///< the headings of the series' last document of the same end
};

/// Those that fit an end of the pair, in the order in which they are offered.
std::vector<Template> templates_for(journal::End end, const journal::Pair& pair, const journal::Series& series);

/// What `own` is made of: the last earlier document of this end that has words; null where there is none.
const text::Buffer* last_document(journal::End end, const journal::Pair& pair, const journal::Series& series);

Str template_name(Template which);

struct Skeleton {
    std::string text;
    std::size_t caret = 0;   ///< byte of the first place to write
    struct Quote { journal::Id goal; std::size_t begin, end; };
    std::vector<Quote> quotes;   ///< which of its words answer which goal, bytes
};
Skeleton skeleton(Template which, journal::End end, const journal::Pair& pair, const journal::Series& series, Language language);

}  // namespace dajim::app
