// Promises not to do something: what was not done keeps them, and what was done breaks them.
#pragma once

#include <cstdint>
#include <string_view>

#include "journal/verdict_words.h"

namespace dajim::journal {

enum class Restraint : std::uint8_t {
    none,
    stop,   ///< "야식 끊기", "택시 타지 않기", "no sugar"
    less,   ///< "커피 줄이기", "drink less"
};

/// What a goal's words hold back from.
Restraint restraint_of(std::string_view goal);

/// A statement's judgement as it is of such a goal: "타지 않았다" keeps it, "여전히 먹는다" breaks it. Unchanged for other goals.
Judgement as_of(Restraint restraint, std::string_view said, Judgement judgement);

}  // namespace dajim::journal
