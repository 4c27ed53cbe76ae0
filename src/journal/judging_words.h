// The words of a text that judge, or that turn what judges round: each with its sense and its place.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "journal/tight.h"
#include "text/kinds.h"

namespace dajim::journal {

enum class Sense : std::uint8_t {
    none,           // swallows what it looks like
    kept, named_kept, failed, named_failed,
    lapse,          // a stem whose denial is success: "빠지|지 않고"
    lapse_failed, lapse_dropped,   // likewise, and without a denial a failure, something given up
    lapsed,         // it happened: "빠졌다"
    denial,         // of the verb before: "-지 못", "-지 않"
    topic_denial,   // "-지는 못": of a part more often than of all
    cannot, did_not,   // before a verb: 못, 안
    not_english,    // likewise
    no_time,        // "적이 없": of a lapse or of a deed
    none_done,      // "지킨 게 없"
    nothing_of, nearly, whole, whole_word, topic_whole,
    some, some_said,   // the second judges by itself
    changed, named_changed, instead,
    dropped, named_dropped, dropped_wrong,
    unclear, wish, contrast, earlier, intent, future, state,
    right_choice, right_goal, wrong_goal,
    told,           // a past: a deed, no judgement
    percent, fraction,
    stop,           // a sentence ends, a question if it was one
    question,
};

struct Hit {
    Sense sense;
    std::size_t begin = 0, end = 0;   // signs
    int score = 0;                    // of percent and fraction
};

/// In the order of the text. A word that may mean something else by what follows it is left out where it does.
std::vector<Hit> judging_words(const Tight& tight);

inline bool is_latin(char32_t sign) { return text::between(sign, 'a', 'z'); }
inline bool is_one_of(char32_t sign, std::u32string_view signs) { return signs.find(sign) != std::u32string_view::npos; }

}  // namespace dajim::journal
