// Endings and a few words tell such goals; of what is said of them the deed is turned round, the judgement is not.
#include "journal/restraint.h"

#include <algorithm>
#include <array>
#include <string>

#include "journal/words.h"

namespace dajim::journal {
namespace {

template <std::size_t count>
bool has_any(std::string_view text, const std::array<std::string_view, count>& words) {
    return std::ranges::any_of(words, [&](std::string_view word) { return has_word(text, word); });
}

constexpr auto kStop = std::to_array<std::string_view>({"끊기", "끊자", "끊는", "지 않기", "지않기", "지 말기", "지말기", "지 말자", "안 하기", "안 보기", "안 먹기", "안 사기", "안 마시기", "안하기", "금지", "금주", "금연", "그만두기", "없애기", "stop ", "quit ", "no ", "avoid ", "give up ", "without ", "don't ", "not "});
constexpr auto kLess = std::to_array<std::string_view>({"줄이기", "줄이자", "덜 ", " less", "less ", "cut down", "cut back", "reduce ", "fewer "});
constexpr auto kStill = std::to_array<std::string_view>({"여전히", "아직도", "오히려", "도로", "다시 시작했", "다시 피", "늘었", "늘어났", "still ", "went up", "even more", "more than ever", "relapse"});
constexpr auto kHeld = std::to_array<std::string_view>({"줄었", "줄였", "줄어들", "끊었", "끊은", "참았", "cut down", "cut back", "went down", "stopped", "quit ", "gave up"});

}  // namespace

Restraint restraint_of(std::string_view goal) {
    const std::string words = plain(goal);
    if (has_word(words, "빠지지") || has_word(words, "빼먹지") || has_word(words, "거르지") || has_word(words, "놓치지") || has_word(words, "포기하지") || has_word(words, "미루지") || has_word(words, "skip") || has_word(words, "miss")) return Restraint::none;
    if (has_any(words, kLess)) return Restraint::less;
    return has_any(words, kStop) ? Restraint::stop : Restraint::none;
}

Judgement as_of(Restraint restraint, std::string_view said, Judgement judgement) {
    if (restraint == Restraint::none) return judgement;
    const auto become = [&](VerdictKind kind) {
        judgement.kind = kind;
        judgement.plain = true;
    };
    const std::string words = plain(said);
    const bool still = has_any(words, kStill), held = has_any(words, kHeld);
    const bool kept = judgement.kind == VerdictKind::kept, not_kept = judgement.kind == VerdictKind::not_kept;
    if (still && !held && (!judgement.kind || (kept && judgement.of_deed) || restraint == Restraint::less)) become(VerdictKind::not_kept);
    else if (held && !not_kept && (!judgement.kind || judgement.of_deed || judgement.kind == VerdictKind::dropped)) become(VerdictKind::kept);
    else if (restraint == Restraint::stop && judgement.of_deed && not_kept) become(VerdictKind::kept);
    else if (restraint == Restraint::stop && judgement.of_deed && kept) become(VerdictKind::not_kept);
    return judgement;
}

}  // namespace dajim::journal
