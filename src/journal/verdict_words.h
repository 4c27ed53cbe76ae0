// Words and signs that judge: what a sentence of a retrospective says became of a promise, in Korean and English.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "journal/goal.h"

namespace dajim::journal {

/// What a text says became of something.
struct Judgement {
    std::optional<VerdictKind> kind;    ///< none: it does not judge
    bool plain = false;                 ///< by a sign or a word that judges ("지켰다", ✅); else a thing is only told as done ("읽었다")
    bool of_deed = false;               ///< of what was done or not done ("읽었다", "먹지 않았다"), not of the promise ("지키지 못했다")
    bool elsewhere = false;             ///< told of an earlier time or of somebody else
    bool set_off = false;               ///< by a sign, or by words behind a colon, an arrow or the like, or at the very end ("책 읽기 → 성공")
    std::optional<bool> still_right;    ///< whether the promise was right, where the text says so
    bool of_choice = false;             ///< … in words about a choice: where that was to give up, the promise was right no more
    std::optional<int> score;           ///< 0 to 100, of a percentage or a fraction
    std::string quote;                  ///< the words that say it, as written
};

/// Reads one heading, item or sentence (or a few). Struck, quoted and linked words do not judge, nor do questions, hopes, plans and
/// what is told of an earlier period. "못 했지만 대신 …" is what its last clause says; kept and not kept in one text is partly.
///
/// `still_right` speaks of the promise: "포기했지만 옳은 선택이었다" was right to be given up, so it was right no more.
///
/// Linear in the text's length.
Judgement read_judgement(std::string_view text);

/// True for a text that speaks of what is or was yet to be done ("-겠다", "-려고 한다", "목표로 잡았다", "I will") and judges nothing.
bool speaks_of_plans(std::string_view text);

}  // namespace dajim::journal
