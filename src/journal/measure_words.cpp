// Lookups in the vocabularies of measures.
#include "journal/measure_words.h"

#include <algorithm>

#include "journal/words.h"
#include "text/utf8.h"

namespace dajim::journal {
namespace {

/// Does a text hold a word? Asked of many words.
class Holding {
public:
    explicit Holding(std::string_view text) : text_(text), bytes_(bytes_of(text)) {}
    bool operator()(std::string_view word) const { return may_hold(bytes_, word) && has_word(text_, word); }

private:
    std::string_view text_;
    std::uint64_t bytes_;
};

}  // namespace

bool starts_any(std::string_view text, std::span<const std::string_view> words) {
    return std::ranges::any_of(words, [&](std::string_view word) { return text.starts_with(word); });
}

bool starts_any(std::string_view text, std::initializer_list<std::string_view> words) {
    return starts_any(text, std::span<const std::string_view>(words.begin(), words.size()));
}

std::string_view english_word(std::string_view text, std::size_t at) {
    std::size_t end = at;
    while (end < text.size() && (is_letter(text[end]) || (end > at && (text[end] == '-' || text[end] == '\'')))) ++end;
    return text.substr(at, end - at);
}

const Span* english_span(std::string_view word) {
    if (word.ends_with('s')) word.remove_suffix(1);
    for (const Span& span : english_spans) {
        if (span.name == word) return &span;
    }
    return nullptr;
}

Way way_before(std::string_view text, std::size_t at) {
    struct Says { std::string_view word; Way way; };
    static constexpr Says words[] = {
        {"최소", Way::least}, {"최소한", Way::least}, {"적어도", Way::least}, {"못해도", Way::least}, {"최저", Way::least}, {"하다못해", Way::least}, {"at least", Way::least},
        {"minimum", Way::least}, {"minimum of", Way::least}, {"no fewer than", Way::least}, {"no less than", Way::least}, {"more than", Way::least}, {"over", Way::least},
        {"최대", Way::most}, {"최대한", Way::most}, {"많아도", Way::most}, {"길어도", Way::most}, {"많아야", Way::most}, {"at most", Way::most}, {"no more than", Way::most},
        {"not more than", Way::most}, {"up to", Way::most}, {"maximum", Way::most}, {"maximum of", Way::most}, {"fewer than", Way::most}, {"less than", Way::most}, {"under", Way::most},
    };
    const std::string_view ahead = trimmed(text.substr(0, at));
    const Says* found = nullptr;   // the longest: "no more than" is not "more than"
    for (const Says& says : words) {
        if (ahead.ends_with(says.word) && (!found || says.word.size() > found->word.size())) found = &says;
    }
    return found ? found->way : Way::unsaid;
}

Way way_behind(std::string_view text, std::size_t end, Of of) {
    std::string_view tail = trimmed(text.substr(std::min(end, text.size())));
    // "5분 안에", "5분만에"
    if (of == Of::clock && starts_any(tail, {"안에", "만에", "이면 "})) return Way::most;
    for (const std::string_view particle : {"씩", "은", "는", "을", "를", "의"}) {
        if (tail.starts_with(particle)) {
            tail = trimmed(tail.substr(particle.size()));
            break;
        }
    }
    if (starts_any(tail, {"이상", "넘게", "초과", "넘기", "넘긴", "+", "or more", "and more", "or above", "이라도", "라도"})) return Way::least;
    if (starts_any(tail, {"이하", "이내", "미만", "안쪽", "까지만", "만 ", "을 넘지", "를 넘지", "넘지", "넘기지", "or fewer", "or less", "으로 막", "로 막"}) || tail == "만") {
        return Way::most;
    }
    return Way::unsaid;
}

// "절반", "half of", "모든 글을".
std::optional<Measure> portion_in(std::string_view text) {
    const Holding holds(text);
    for (const std::string_view word : {"절반", "반 이상", "반은 ", "half of", "half the", "at least half"}) {
        if (holds(word)) return Measure{MeasureKind::part, 50, 0, "%", Period::none, 1};
    }
    for (const std::string_view word : {"모든 글", "모든 회차", "모든 과제", "모든 강의", "모든 문제", "모든 미션", "모든 모임", "모든 라운드", "전 회차", "글 전부", "과제 전부", "회차 전부", "all rounds", "all the rounds",
                                        "all of the", "all posts", "all the posts", "all deadlines", "every deadline", "every post", "all assignments"}) {
        if (holds(word)) return Measure{MeasureKind::part, 100, 0, "%", Period::none, 1};
    }
    return std::nullopt;
}

std::optional<Measure> wording_in(std::string_view text) {
    const Holding holds(text);
    constexpr std::string_view rules[] = {"절대", "반드시", "항상", "언제나", "무조건", "빠짐없이", "빠지지", "빼먹지", "거르지", "놓치지", "빠트리지", "않기", "않는다", "않겠", "않을 것", "말기", "말자", "말 것", "말아야",
                                          "없이", "금지", "꼭 ", "한 번도", "never", "always", "without fail", "don't", "do not ", "without skipping", "without a single", "won't", "no longer", "stop "};
    for (const std::string_view word : rules) {
        if (holds(word) && !(word == "없이" && (has_word(text, "끊임없이") || has_word(text, "수없이") || has_word(text, "꾸밈없이")))) return Measure{MeasureKind::rule, 0, 0, {}, Period::none, 1};
    }
    if (text.ends_with(" 안 하기") || text.ends_with(" 안하기") || text.ends_with(" 끊기")) return Measure{MeasureKind::rule, 0, 0, {}, Period::none, 1};
    for (const std::string_view word : {"글감", "글 주제", "topics", "topics to write about"}) {
        if (trimmed(text).ends_with(word)) return Measure{MeasureKind::topics, 0, 0, {}, Period::none, 1};
    }
    constexpr std::string_view done[] = {"완주", "완독", "완강", "정독하기", "합격", "취득", "출시", "졸업하기", "수료하기", "이직하기", "완성하기", "배포하기", "따기", "launch ", "publish ", "graduate", "pass the ", "get certified", "finish ", "complete "};
    for (const std::string_view word : done) {
        if (holds(word)) return Measure{MeasureKind::yes_no, 0, 0, {}, Period::none, 1};
    }
    constexpr std::string_view degrees[] = {"꾸준히", "열심히", "적극적", "더 깊게", "더 깊이", "더 많이", "더 자주", "더 잘", "잘 하기", "조금 더", "좀 더", "활발히", "better", "regularly", "consistently", "more often"};
    for (const std::string_view word : degrees) {
        if (holds(word)) return Measure{MeasureKind::qualitative, 0, 0, {}, Period::none, 1};
    }
    return std::nullopt;
}

// Of fines, passes and the like people promise few.
bool is_ceiling(std::string_view text, std::size_t quantity_begin, std::size_t quantity_end, Of of) {
    const std::string_view ahead = text.substr(0, quantity_begin);
    const std::string_view close = ahead.size() > 30 ? ahead.substr(text::floor_code_point(ahead, ahead.size() - 30)) : ahead;
    for (const std::string_view word : {"벌금", "패스", "지각", "결석", "미제출", "지출", "배달", "야식", "술", "담배", "fine", "penalt"}) {
        const std::size_t at = last_word(close, word);
        if (at == std::string_view::npos) continue;
        std::size_t begin = 0;
        if (word != "술" || !is_word_sign(decode_before(close, at, begin))) return true;   // not "기술"
    }
    const std::string_view behind = trimmed(text.substr(std::min(quantity_end, text.size()))).substr(0, 40);
    return of == Of::money && (behind.find("끝내") != std::string_view::npos || behind.find("버티") != std::string_view::npos);
}

}  // namespace dajim::journal
