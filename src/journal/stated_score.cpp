// Every number that could be a score is weighed by the words of its sentence and its heading.
#include "journal/stated_score.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <string_view>

#include "journal/passages.h"
#include "journal/tight.h"
#include "text/kinds.h"

namespace dajim::journal {
namespace {

using Words = std::u32string_view;

constexpr auto kOfPromises = std::to_array<Words>({U"다짐", U"목표", U"계획", U"약속", U"결심", U"resolution", U"goals", U"promises"});
constexpr auto kKept = std::to_array<Words>({U"지켰", U"지킨", U"지켜", U"이루", U"이뤘", U"달성", U"완수", U"해냈", U"성공", U"kept", U"achieved", U"met", U"accomplished"});
constexpr auto kOfAll = std::to_array<Words>({U"전체적", U"전반적", U"종합", U"총점", U"총평", U"평점", U"점수를", U"점수는", U"점수로", U"스스로점수", U"만족도", U"달성률", U"달성도", U"평균", U"점을주", U"점만점", U"점정도", U"overall", U"inall", U"myself", U"score", U"grade", U"rating"});
constexpr auto kSummary = std::to_array<Words>({U"총평", U"정리", U"마무리", U"다짐", U"결과", U"평가", U"회고", U"점수", U"목표", U"summary", U"overall", U"conclusion", U"score"});
constexpr auto kDenied = std::to_array<Words>({U"지못", U"지는못", U"진못", U"지않", U"지는않", U"진않", U"아니", U"didnot", U"didn't", U"couldn't", U"not"});
constexpr auto kOfElse = std::to_array<Words>({U"할인", U"이해도", U"만족할", U"만족하는글", U"지분", U"비율", U"확률", U"배터리", U"남았", U"남은", U"지점", U"시점", U"다음", U"내년", U"앞으로", U"목표로", U"discount", U"battery"});

constexpr int kEnough = 4;

template <std::size_t count>
bool says(const Tight& text, const std::array<Words, count>& words) {
    for (std::size_t at = 0; at < text.size(); ++at) {
        for (const Words word : words) {
            const bool latin = word.front() < 0x80;
            if (text.has(at, word) && (!latin || (text.fresh[at] && text.word_ends(at + word.size())))) return true;
        }
    }
    return false;
}

bool is_digit(char32_t sign) { return text::between(sign, '0', '9'); }

double digits(const Tight& text, std::size_t& at) {
    double value = 0;
    for (; is_digit(text.at(at)); ++at) value = std::min(value * 10 + (text.at(at) - '0'), 1e6);
    if (text.at(at) == '.' && is_digit(text.at(at + 1))) {
        double place = 0.1;
        for (++at; is_digit(text.at(at)); ++at, place /= 10) value += place * (text.at(at) - '0');
    }
    return value;
}

struct Number {
    double score = 0;   // 0 to 100
    int bonus = 0;      // how much its form alone says that it scores
};

/// "3/5" is a day unless something ends behind it.
bool closes(const Tight& text, std::size_t at) {
    return at >= text.size() || Words(U".,!)]정점쯤입이였").find(text.at(at)) != Words::npos || text.has(at, U"of");
}

/// The scores a sentence names; of "5점 만점에 4점" one.
std::optional<Number> number_in(const Tight& text) {
    std::optional<Number> found;
    double full = 100;
    for (std::size_t at = 0; at < text.size();) {
        if (!is_digit(text.at(at)) || (at > 0 && text.at(at - 1) == '/')) {
            ++at;
            continue;
        }
        const double value = digits(text, at);
        if (text.has(at, U"점만점")) {
            full = value;
        } else if (text.at(at) == '%' || text.has(at, U"퍼센트") || text.has(at, U"프로정도") || text.has(at, U"percent")) {
            if (value <= 100) found = Number{value, 0};
        } else if (text.at(at) == U'점' && text.at(at + 1) != U'심') {
            if (full > 0 && value <= full) found = Number{100 * value / full, 2};
        } else if (text.at(at) == '/' && is_digit(text.at(at + 1))) {
            const double whole = digits(text, ++at);
            if (closes(text, at) && (whole == 5 || whole == 10 || whole == 100) && value <= whole) found = Number{100 * value / whole, 1};
        } else if (text.has(at, U"outof")) {
            at += 5;
            const double whole = digits(text, at);
            if ((whole == 5 || whole == 10 || whole == 100) && value <= whole) found = Number{100 * value / whole, 2};
        }
    }
    return found;
}

}  // namespace

std::optional<StatedScore> stated_score(const text::Buffer& retrospective, std::size_t skip) {
    const Passages passages = cut(retrospective, skip);
    std::optional<StatedScore> best;
    int best_weight = kEnough;
    for (const Statement& statement : passages.statements) {
        const Part& part = passages.parts[statement.part];
        if (part.kind == PartKind::quote) continue;
        const std::string words = retrospective.text(statement.range);
        if (std::none_of(words.begin(), words.end(), [](char c) { return c >= '0' && c <= '9'; })) continue;
        const Tight tight = tighten(words);
        const std::optional<Number> number = number_in(tight);
        if (!number || tight.at(tight.size() - 1) == '?') continue;
        int weight = number->bonus;
        if (says(tight, kOfPromises)) weight += 3;
        if (says(tight, kKept)) weight += 2;
        if (says(tight, kOfAll)) weight += 3;
        if (part.heading != Part::none && says(tighten(retrospective.text(passages.parts[part.heading].words)), kSummary)) weight += 2;
        if (number->score >= 100 && says(tight, kDenied)) weight -= 4;
        if (says(tight, kOfElse)) weight -= 4;
        if ((part.kind == PartKind::item || part.kind == PartKind::row) && !says(tight, kOfAll)) weight -= 2;   // of one goal among others
        if (weight < best_weight) continue;
        best_weight = weight;
        best = StatedScore{statement.range, static_cast<int>(std::lround(number->score))};
    }
    return best;
}

}  // namespace dajim::journal
