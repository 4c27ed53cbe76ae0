// The places that take text: two pages and the one-line fields.
#pragma once

#include <array>
#include <cstddef>
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
    // of the chosen goal
    goal_measure,
    goal_confidence,
    goal_weight,
    goal_area,
    goal_score,
    goal_reason,
    goal_notes,
    goal_tally,
    goal_obstacles,
    goal_link,
    // of a slip
    password,
    password_again,
    // in a page's place
    reading,
};
inline constexpr int target_count = 21;
inline constexpr auto all_targets = [] {
    std::array<Target, target_count> all{};
    for (int i = 0; i < target_count; ++i) all[static_cast<std::size_t>(i)] = static_cast<Target>(i);
    return all;
}();

inline bool is_page(Target target) { return target == Target::resolution || target == Target::retrospective; }
/// A page to be read and not written in: one of the two otherwise than it is now (app/reading.h).
inline bool is_reading(Target target) { return target == Target::reading; }
/// One line.
inline bool is_field(Target target) { return !is_page(target) && !is_reading(target); }
/// Fields whose words are not the journal's.
inline bool is_find(Target target) { return target == Target::find_words || target == Target::replacement; }
/// Fields whose words are told to nobody; they are there while a slip asks for them.
inline bool is_secret(Target target) { return target == Target::password || target == Target::password_again; }
/// Fields whose words become something of the chosen goal's when they are entered, and are gone then.
inline bool is_entered(Target target) { return target == Target::goal_tally || target == Target::goal_link; }
/// Fields of the chosen goal.
inline bool is_of_goal(Target target) { return target >= Target::goal_measure && target <= Target::goal_link; }
inline Target page(journal::End end) { return end == journal::End::resolution ? Target::resolution : Target::retrospective; }
/// Of a page only.
inline journal::End end_of(Target target) {
    return target == Target::retrospective ? journal::End::retrospective : journal::End::resolution;
}

}  // namespace dajim::app
