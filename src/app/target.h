// The places that take text: two pages and the one-line fields.
#pragma once

#include <array>
#include <cstdint>

#include "journal/journal.h"

namespace dajim::app {

enum class Target : std::int8_t {
    none = -1,
    resolution,
    retrospective,
    series_name,
    pair_name,
    start_date,
    end_date,
    find_words,
    replacement,
};
inline constexpr int target_count = 8;
inline constexpr std::array<Target, target_count> all_targets{Target::resolution, Target::retrospective, Target::series_name,
                                                              Target::pair_name,  Target::start_date,    Target::end_date,
                                                              Target::find_words, Target::replacement};

inline bool is_page(Target target) { return target == Target::resolution || target == Target::retrospective; }
/// Fields whose words are not the journal's.
inline bool is_find(Target target) { return target == Target::find_words || target == Target::replacement; }
inline Target page(journal::End end) { return end == journal::End::resolution ? Target::resolution : Target::retrospective; }
/// Of a page target only.
inline journal::End end_of(Target target) {
    return target == Target::resolution ? journal::End::resolution : journal::End::retrospective;
}

}  // namespace dajim::app
