// Clause by clause: is it about the promise or about what was done, and is its number plain? See fact_check.h.
#include "journal/fact_check.h"

#include <algorithm>
#include <cmath>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>

#include "journal/goal_sentences.h"
#include "journal/numerals.h"
#include "journal/words.h"
#include "text/utf8.h"

namespace dajim::journal {
namespace {

using Words = std::initializer_list<std::string_view>;

bool has_any(std::string_view text, Words words) {
    return std::any_of(words.begin(), words.end(), [&](std::string_view word) { return has_word(text, word); });
}
bool starts_any(std::string_view text, Words words) {
    return std::any_of(words.begin(), words.end(), [&](std::string_view word) { return text.starts_with(word); });
}

std::string tight(std::string_view text) {
    std::string out(text);
    std::erase(out, ' ');
    return out;
}

// ---------------------------------------------------------------------------------------------------------------------- units

bool counts_times(std::string_view unit) {
    return unit.empty() || unit == "번" || unit == "회" || unit == "차례" || unit == "times" || unit == "time";
}

std::string_view singular(std::string_view unit) {
    const bool latin = !unit.empty() && (static_cast<unsigned char>(unit.front()) & 0x80) == 0;
    if (latin && unit.size() > 2 && unit.ends_with('s') && !unit.ends_with("ss")) unit.remove_suffix(1);
    return unit;
}

bool same_unit(std::string_view a, std::string_view b) { return (counts_times(a) && counts_times(b)) || singular(a) == singular(b); }

/// Days and minutes are also when and how long: their numbers are never plain.
bool plain_unit(std::string_view unit) {
    const std::string_view one = singular(unit);
    for (const std::string_view word : {"일", "주", "주일", "달", "개월", "년", "해", "초", "분", "분기", "학기", "점", "%", "day", "week", "month", "year", "minute", "min", "second"}) {
        if (one == word) return false;
    }
    return true;
}

/// Bytes of the unit at the start of `text`, 0 when it is another; an English word may stand before it ("3 blog posts").
std::size_t unit_bytes(std::string_view text, std::string_view unit) {
    if (counts_times(unit)) {
        for (const std::string_view word : {"번", "회", "차례", "times"}) {
            if (text.starts_with(word)) return word.size();
        }
        return 0;
    }
    const std::string_view one = singular(unit);
    const auto ends_at = [&](std::size_t at) -> std::size_t {
        if (!text.substr(at).starts_with(one)) return 0;
        std::size_t end = at + one.size();
        const bool latin = (static_cast<unsigned char>(one.front()) & 0x80) == 0;
        if (latin && end < text.size() && text[end] == 's') ++end;
        return latin && end < text.size() && text[end] >= 'a' && text[end] <= 'z' ? 0 : end;
    };
    if (const std::size_t end = ends_at(0)) return end;
    std::size_t next = 0;
    while (next < text.size() && text[next] >= 'a' && text[next] <= 'z') ++next;
    return next > 0 && next < text.size() && text[next] == ' ' && !starts_any(text, {"of ", "or ", "and ", "more "}) ? ends_at(next + 1) : 0;
}

// -------------------------------------------------------------------------------------------------------------------- clauses

/// Of a sentence as `plain` gives it: "3번 하기로 했는데" and "7번 했다".
std::vector<std::string> clauses(std::string_view sentence) {
    std::vector<std::string> out;
    std::size_t from = 0;
    const auto cut = [&](std::size_t end) {
        out.emplace_back(trimmed(sentence.substr(from, end - from)));
        from = end;
    };
    for (std::size_t at = 0; at < sentence.size(); ++at) {
        const std::string_view rest = sentence.substr(at);
        if (at < from) continue;
        for (const std::string_view end : {"는데", "지만"}) {
            if (rest.starts_with(end)) cut(at + end.size());
        }
        if (rest.starts_with(", ") || rest.starts_with("; ")) cut(at + 1);
        for (const std::string_view word : {" but ", " and ", " yet ", " though "}) {
            if (rest.starts_with(word)) cut(at + 1);
        }
    }
    cut(sentence.size());
    return out;
}

bool of_another_time(std::string_view text) {
    return has_any(text, {"지난 기", "지난기", "지난번", "지난 번", "지난해", "지난 해", "지난 다짐", "지난 시즌", "저번", "작년", "재작년", "이전", "예전", "직전", "전 기수", "다음", "앞으로", "내년", "이제",
                          "last time", "last year", "last cohort", "previous", "earlier", "next", "from now on"});
}

bool is_supposed(std::string_view text) {
    return text.ends_with('?') || has_any(text, {"더라면", "했다면", "으면", "텐데", "만약", "if ", "would have", "could have", "should have"});
}

/// A number that is a range, or one that a hedge stands before.
bool is_vague(std::string_view text) {
    return text.find('~') != std::string_view::npos ||
           has_any(text, {"약 ", "거의", "대략", "얼추", "최소", "적어도", "아마", "about", "around", "almost", "nearly", "over", "more than", "at least", "at most", "up to", "maybe", "roughly", "probably", "less than"});
}

// -------------------------------------------------------------------------------------------------------------------- promise

/// The words of a clause that say what was promised; nothing when it is not about that.
std::optional<std::string> told_promise(const std::string& clause) {
    if (is_vague(clause) ||
        has_any(clause, {"줄이", "줄여", "늘리", "늘려", "바꾸", "바꿔", "낮추", "낮춰", "높이", "변경", "수정", "부터", "그래서", "결국", "중간", "나중", "reduce", "lower", "change", "instead"})) {
        return std::nullopt;
    }
    // "… 하기로 했는데": what comes before; a decision of today ends in "했다".
    const bool contrasted = clause.ends_with("는데") || clause.ends_with("지만");
    const bool of_the_start = has_any(clause, {"다짐", "처음", "원래", "애초", "약속"});
    for (const std::string_view cue : {"기로 했", "기로 하였", "기로 다짐", "기로 약속", "기로 계획", "겠다고 했", "겠다고 다짐", "겠다고 약속", "겠다고 적", "겠다고 썼", "기로했", "겠다고했"}) {
        const std::size_t at = clause.find(cue);
        if (at == std::string::npos) continue;
        const std::string_view behind = std::string_view(clause).substr(at + cue.size());
        if (contrasted || of_the_start || starts_any(behind, {"던", "었"})) return clause.substr(0, at + std::string_view("기").size());
        return std::nullopt;
    }
    // "목표는 10편이었다"
    const std::string joined = tight(clause);
    const bool is = has_any(joined, {"이었", "였는데", "였다", "였지만", "인데", "였습니다"}) && !has_any(joined, {"못", "않", "달성", "지켰", "채웠", "그쳤"});
    for (const std::string_view cue : {"목표는", "목표가", "다짐은", "다짐에는", "계획은", "약속은"}) {
        const std::size_t at = clause.find(cue);
        if (at != std::string::npos && is) return clause.substr(at + cue.size());
    }
    for (const std::string_view cue : {"promised", "resolved to", "goal was", "planned to", "plan was", "aimed for", "aimed to", "set out to", "said i would", "said i'd", "pledged", "committed to"}) {
        const std::size_t at = last_word(clause, cue);
        if (at != std::string::npos) return clause.substr(at + cue.size());
    }
    return std::nullopt;
}

bool is_counted(const Measure& measure) {
    using enum MeasureKind;
    return measure.amount > 0 && (measure.kind == at_least || measure.kind == at_most || measure.kind == rate || (measure.kind == part && measure.of == 0));
}

double days_of(const Measure& measure) {
    constexpr double days[] = {0, 1, 7, 30.4, 91.3, 365, 0};   // a round's length is not known
    return days[static_cast<std::size_t>(measure.per)] * measure.every;
}

enum class Fit : std::uint8_t { unknown, same, other };

/// "하루에 한 곡" and "한 달에 한 곡" differ, "매일 한 곡" and "일주일에 일곱 곡" do not; "12편" and "2주에 한 편" may be the same.
Fit fit(const Measure& said, const Measure& known) {
    if (!is_counted(said) || !is_counted(known) || !same_unit(said.unit, known.unit)) return Fit::unknown;
    if (said.per == known.per && said.every == known.every) return said.amount == known.amount ? Fit::same : Fit::other;
    const double a = days_of(said), b = days_of(known);
    if (a == 0 || b == 0) return Fit::unknown;
    const double ratio = said.amount / a / (known.amount / b);
    return ratio > 0.85 && ratio < 1.18 ? Fit::same : Fit::other;
}

// ----------------------------------------------------------------------------------------------------------------------- done

/// What a clause tells as done: a whole, not some of it. `summed` where it says that it is all of it.
struct Told { double amount = 0; bool summed = false; text::Range range; std::string unit; };

bool tells_the_past(std::string_view clause) {
    for (std::size_t at = 0; at < clause.size();) {
        std::size_t bytes = 0;
        const char32_t sign = text::decode(clause, at, bytes);
        at += std::max<std::size_t>(bytes, 1);
        if (tail_of(sign) == tail_ss && sign != U'있' && sign != U'겠') return true;
    }
    if (has_any(clause, {"완료", "달성", "작성", "참여"})) return true;
    for (std::size_t at = 0; (at = clause.find("ed", at)) != std::string_view::npos; at += 2) {
        if (at + 2 == clause.size() || clause[at + 2] == ' ' || clause[at + 2] == '.') return true;
    }
    return has_any(clause, {"did", "wrote", "read", "ran", "went", "made", "met", "held", "gave", "had", "got", "won", "swam", "drew"});
}

std::optional<Told> told_done(std::string_view clause, std::string_view unit) {
    if (is_vague(clause) || !plain_unit(unit)) return std::nullopt;
    const bool only = has_any(clause, {"밖에", "뿐", "only", "just"});
    if (!only && has_any(clause, {"못", "안 ", "않", "빠졌", "빠진", "빠뜨", "빼먹", "놓쳤", "놓친", "쉬었", "쉰", "실패", "미뤘", "밀렸", "건너", "포기", "부족", "모자", "남았", "남은", "miss", "missed", "skip", "skipped", "fail", "failed", "didn't",
                                  "did not", "couldn't", "short of", "left", "never", "without"})) {
        return std::nullopt;
    }
    // Plans, wishes, habits, and what is but a part.
    if (has_any(clause, {"싶", "겠", "예정", "려고", "려 ", "할 것", "계획", "목표", "다짐", "기로", "will", "would", "want", "plan", "hope", "goal", "should", "promised", "매일", "매주", "매달", "매월", "매년", "하루", "일주일에", "주에", "달에", "마다",
                         "평균", "연속", "씩", "a day", "a week", "a month", "per", "every", "daily", "weekly", "monthly", "each", "average", "in a row", "상반기", "하반기", "초반", "중반", "후반", "첫 ", "처음", "마지막", "동안은", "그중", "그 중", "나머지", "이번 달",
                         "이번 주", "of them", "of those", "first", "last", "half", "each", "more"})) {
        return std::nullopt;
    }
    if (!tells_the_past(clause)) return std::nullopt;
    std::optional<Told> told;
    for (std::size_t at = 0; at < clause.size();) {
        if (const std::size_t knit = knit_digits(clause, at)) {
            at += knit;
            continue;
        }
        std::size_t begin = 0;
        const char32_t before = decode_before(clause, at, begin);
        const std::optional<Numeral> numeral = !is_word_sign(before) ? read_numeral(clause, at) : std::nullopt;
        std::size_t bytes = 0;
        text::decode(clause, at, bytes);
        if (!numeral) {
            at += std::max<std::size_t>(bytes, 1);
            continue;
        }
        std::size_t next = at + numeral->bytes;
        const bool glued = next >= clause.size() || clause[next] != ' ';
        if (!glued) ++next;
        // "3월에는": of a month.
        if (clause.substr(next).starts_with("월")) return std::nullopt;
        // "7 of 10 posts": the whole stands behind it.
        if (clause.substr(next).starts_with("of ") || clause.substr(next).starts_with("out of ")) {
            const std::size_t whole = clause.find("of ", next) + 3;
            if (const auto of = whole < clause.size() ? read_numeral(clause, whole) : std::nullopt) {
                const std::size_t behind = whole + of->bytes + 1;
                if (behind < clause.size() && unit_bytes(clause.substr(behind), unit)) return told ? std::nullopt : std::optional(Told{numeral->value, false, {}, std::string(unit)});
            }
        }
        const std::size_t counted = unit_bytes(clause.substr(std::min(next, clause.size())), unit);
        at = next;
        if (counted == 0) continue;
        at += counted;
        const std::string_view tail = clause.substr(at);
        const std::string_view more = trimmed(tail);
        if (starts_any(tail, {"째", "차", "국", "월", "대", "도 "}) || starts_any(more, {"중", "가운데"})) continue;
        if (starts_any(more, {"정도", "쯤", "가량", "이상", "넘", "남짓", "이하", "미만", "더", "만에", "동안", "후", "뒤", "전", "짜리", "부터", "까지", "or so", "or more", "+"})) return std::nullopt;
        const bool once = numeral->value == 1 && counts_times(unit) && numeral->script == Numeral::Script::native;
        if (once && !starts_any(tail, {"밖에", "뿐", "만 "})) continue;
        if (told) return std::nullopt;   // two of them: which?
        told = Told{numeral->value, false, {}, std::string(unit)};
    }
    if (told) told->summed = has_any(clause, {"총 ", "모두", "전부", "합쳐", "합해", "통틀어", "합계", "in total", "a total", "altogether", "in all", "overall"});
    return told;
}

/// The one whole that an answer names; none where it names several.
std::optional<Told> settled(const std::vector<Told>& all) {
    const bool summed = std::any_of(all.begin(), all.end(), [](const Told& one) { return one.summed; });
    std::optional<Told> found;
    for (const Told& one : all) {
        if (summed && !one.summed) continue;
        if (found && found->amount != one.amount) return std::nullopt;
        if (!found) found = one;
    }
    return found;
}

// --------------------------------------------------------------------------------------------------------------------- answers

bool is_quote(std::string_view line) {
    const std::size_t at = line.find_first_not_of(" \t");
    return at != std::string_view::npos && line[at] == '>';
}

struct Said { std::string words; text::Range range; };

/// The sentences that answer a goal, without quotes.
std::vector<Said> answer_sentences(const Pair& pair, const Goal& goal) {
    const text::Buffer& text = pair.document(End::retrospective).text;
    std::vector<Said> out;
    const auto take = [&](std::size_t paragraph, std::size_t begin, std::size_t end) {
        const std::string_view line = std::string_view(text.paragraph(paragraph)).substr(begin, end - begin);
        if (is_quote(text.paragraph(paragraph))) return;
        for (const Sentence& one : sentences(line)) {
            out.push_back({plain(line.substr(one.begin, one.end - one.begin)), {{paragraph, begin + one.begin}, {paragraph, begin + one.end}}});
        }
    };
    const auto begins_another = [&](std::size_t paragraph) {
        return std::any_of(pair.goals.begin(), pair.goals.end(), [&](const Goal& other) {
            return std::any_of(other.answers.begin(), other.answers.end(), [&](const Passage& one) { return one.range && one.range->begin.paragraph == paragraph; });
        });
    };
    for (const Passage& answer : goal.answers) {
        if (!answer.range) continue;
        const auto& [from, to] = *answer.range;
        for (std::size_t at = from.paragraph; at <= to.paragraph; ++at) {
            take(at, at == from.paragraph ? from.byte : 0, at == to.paragraph ? to.byte : text.paragraph(at).size());
        }
        if (!is_quote(text.paragraph(to.paragraph))) continue;
        std::size_t at = to.paragraph + 1;
        while (at < text.paragraphs() && trimmed(text.paragraph(at)).empty()) ++at;
        for (; at < text.paragraphs() && !trimmed(text.paragraph(at)).empty(); ++at) {
            if (is_quote(text.paragraph(at)) || text.paragraph(at).starts_with('#') || begins_another(at)) break;
            take(at, 0, text.paragraph(at).size());
        }
    }
    return out;
}

/// What the ticks come to, within the period where that is known, and all of them.
std::pair<double, double> sums(const Pair& pair, const Goal& goal) {
    double within = 0, all = 0;
    for (const Tally& tally : goal.tallies) {
        all += tally.amount;
        if ((!pair.start || *pair.start <= tally.date) && (!pair.end || tally.date <= *pair.end)) within += tally.amount;
    }
    return {within, all};
}

bool denies(VerdictKind verdict, const Measure& measure, double amount) {
    const bool met = measure.kind == MeasureKind::at_most ? amount <= measure.amount : amount >= measure.amount;
    return (verdict == VerdictKind::kept && !met) || (verdict == VerdictKind::not_kept && met);
}

}  // namespace

std::vector<Contradiction> contradictions(const Pair& pair) {
    using With = Contradiction::With;
    std::vector<Contradiction> out;
    for (std::size_t index = 0; index < pair.goals.size(); ++index) {
        const Goal& goal = pair.goals[index];
        if (goal.answers.empty()) continue;
        // All that it ever promised: who remembers one of these is right.
        std::vector<Measure> promised;
        const auto also = [&](const std::optional<Measure>& measure) { if (measure && is_counted(*measure)) promised.push_back(*measure); };
        also(goal.measure);
        if (!goal.remembered) also(read_measure(goal.sealed.empty() ? goal.words.exact : goal.sealed));
        for (const Amendment& amendment : goal.amendments) also(read_measure(amendment.words));
        const std::string unit = promised.empty() ? std::string() : promised.front().unit;

        std::vector<Told> done;
        for (const Said& said : answer_sentences(pair, goal)) {
            if (of_another_time(said.words) || is_supposed(said.words)) continue;
            for (const std::string& clause : clauses(said.words)) {
                if (const std::optional<std::string> words = told_promise(clause)) {
                    const std::optional<Measure> measure = read_measure(*words);
                    if (!measure || promised.empty()) continue;
                    bool other = false, same = false;
                    for (const Measure& one : promised) {
                        const Fit how = fit(*measure, one);
                        other = other || how == Fit::other;
                        same = same || how == Fit::same;
                    }
                    if (other && !same) out.push_back({With::promise, index, said.range, *measure, promised.front()});
                } else if (std::optional<Told> told = told_done(clause, unit)) {
                    told->range = said.range;
                    done.push_back(*told);
                }
            }
        }
        const std::optional<Told> whole = settled(done);
        if (!whole) continue;
        const Measure said{MeasureKind::at_least, whole->amount, 0, unit, Period::none, 1};
        const auto [within, all] = sums(pair, goal);
        if (!goal.tallies.empty() && std::abs(whole->amount - within) > 1e-6 && std::abs(whole->amount - all) > 1e-6) {
            out.push_back({With::tallies, index, whole->range, said, {MeasureKind::at_least, within, 0, unit, Period::none, 1}});
        } else if (goal.verdict && !promised.empty() && std::all_of(promised.begin(), promised.end(), [&](const Measure& one) {
                       return one.per == Period::none && one.kind != MeasureKind::part && same_unit(one.unit, unit) && denies(goal.verdict->kind, one, whole->amount);
                   })) {
            out.push_back({With::verdict, index, whole->range, said, promised.front()});
        }
    }
    return out;
}

}  // namespace dajim::journal
