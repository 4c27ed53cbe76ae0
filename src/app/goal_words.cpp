// Goals as words, see goal_words.h.
#include "app/goal_words.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <vector>

#include "app/markdown.h"
#include "app/obstacles.h"
#include "text/utf8.h"

namespace dajim::app {
namespace {

using journal::Goal;
using journal::Measure;
using journal::MeasureKind;
using journal::Period;

std::string per_words(const Measure& measure, Language language) {
    struct Names { const char *ko_one, *ko_many, *en; };
    static constexpr Names names[] = {{"", "", ""}, {"하루에", "일에", "day"}, {"일주일에", "주에", "week"}, {"한 달에", "개월에", "month"},
                                      {"한 분기에", "분기에", "quarter"}, {"한 해에", "년에", "year"}, {"한 회차에", "회차에", "round"}};
    const Names& name = names[static_cast<std::size_t>(measure.per)];
    if (measure.per == Period::none) return {};
    const std::string every = std::to_string(measure.every);
    if (language == Language::ko) return measure.every == 1 ? std::string(name.ko_one) + " " : every + name.ko_many + " ";
    return measure.every == 1 ? std::string(" a ") + name.en : " in " + every + " " + name.en + "s";
}

/// A whole number within bounds; blank: none.
bool read_number(std::string_view words, int least, int most, std::optional<int>& out) {
    while (!words.empty() && (words.back() == ' ' || words.back() == '%')) words.remove_suffix(1);
    while (!words.empty() && words.front() == ' ') words.remove_prefix(1);
    out.reset();
    if (words.empty()) return true;
    int value = 0;
    const auto [end, error] = std::from_chars(words.data(), words.data() + words.size(), value);
    if (error != std::errc{} || end != words.data() + words.size() || value < least || value > most) return false;
    out = value;
    return true;
}

/// In the language of its unit, where that has one: "5번", "5 posts".
Language language_of_unit(const Measure& measure, Language language) {
    if (measure.unit.empty() || measure.unit == "%") return language;
    return (static_cast<unsigned char>(measure.unit.front()) & 0x80) != 0 ? Language::ko : Language::en;
}

}  // namespace

/// std::to_chars for doubles would cost the page a hundred kilobytes of tables.
std::string number_words(double value) {
    if (!(std::abs(value) < 1e12)) return "?";
    const long long hundredths = std::llround(value * 100);
    std::string out = std::to_string(hundredths / 100);
    if (const long long rest = std::abs(hundredths % 100); rest != 0) {
        out += rest < 10 ? ".0" : ".";
        out += std::to_string(rest % 10 == 0 ? rest / 10 : rest);
    }
    return out;
}

std::string amount_words(const Measure& measure, Language language) {
    const bool ko = language_of_unit(measure, language) == Language::ko;
    const std::string unit = measure.unit.empty() ? (ko ? "번" : "times") : measure.unit;
    return number_words(measure.amount) + (ko || unit == "%" ? "" : " ") + unit;
}

std::optional<text::Range> markable(const text::Buffer& buffer, const Selection& selection) {
    text::Range range = selection.range();
    if (range.empty()) {
        const std::size_t paragraph = selection.head.paragraph;
        const std::string_view line = buffer.paragraph(paragraph);
        std::size_t begin = read_lead(line).words;
        const std::size_t signs = line.find_first_not_of('#', begin);
        if (signs != std::string_view::npos && signs > begin && line[signs] == ' ') begin = signs + 1;
        range = {{paragraph, std::min(begin, line.size())}, {paragraph, line.size()}};
    }
    const auto blank = [](char sign) { return sign == ' ' || sign == '\t' || sign == '\r'; };
    const auto line_of = [&](text::Position at) -> const std::string& { return buffer.paragraph(at.paragraph); };
    while (range.begin < range.end) {
        const std::string& line = line_of(range.begin);
        if (range.begin.byte == line.size()) range.begin = {range.begin.paragraph + 1, 0};
        else if (blank(line[range.begin.byte])) ++range.begin.byte;
        else break;
    }
    while (range.begin < range.end) {
        if (range.end.byte == 0) range.end = {range.end.paragraph - 1, buffer.paragraph(range.end.paragraph - 1).size()};
        else if (blank(line_of(range.end)[range.end.byte - 1])) --range.end.byte;
        else break;
    }
    if (!(range.begin < range.end)) return std::nullopt;
    return range;
}

std::string measure_words(const Measure& measure, Language language) {
    const bool ko = language_of_unit(measure, language) == Language::ko;
    const std::string amount = amount_words(measure, language);
    const std::string per = per_words(measure, ko ? Language::ko : Language::en);
    switch (measure.kind) {
        case MeasureKind::at_least: return ko ? per + amount + " 이상" : "at least " + amount + per;
        case MeasureKind::at_most: return ko ? per + amount + " 이하" : "at most " + amount + per;
        case MeasureKind::rate: return ko ? per + amount : amount + per;
        case MeasureKind::part: return measure.of > 0 ? number_words(measure.of) + (ko ? "개 중 " + number_words(measure.amount) + "개" : " of which " + number_words(measure.amount)) : amount;
        case MeasureKind::yes_no: return say(Str::measure_yes_no, language);
        case MeasureKind::qualitative: return say(Str::measure_in_words, language);
        case MeasureKind::rule: return say(Str::measure_rule, language);
        case MeasureKind::topics: return say(Str::measure_topics, language);
    }
    return {};
}

std::string goal_field(const Goal& goal, Target target, Language language) {
    const auto shown = [](const std::optional<int>& value) { return value ? std::to_string(*value) : std::string(); };
    switch (target) {
        case Target::goal_measure: return goal.measure ? measure_words(*goal.measure, language) : std::string();
        case Target::goal_confidence: return shown(goal.confidence);
        case Target::goal_weight: return shown(goal.weight);
        case Target::goal_area: return goal.area;
        case Target::goal_score: return goal.verdict ? shown(goal.verdict->score) : std::string();
        case Target::goal_reason: return goal.verdict ? goal.verdict->reason : std::string();
        case Target::goal_notes: return goal.notes;
        case Target::goal_obstacles: return goal.verdict ? own_obstacles(*goal.verdict) : std::string();
        default: return {};
    }
}

std::optional<Goal> with_goal_field(Goal goal, Target target, std::string_view words) {
    switch (target) {
        case Target::goal_measure: {
            const bool blank = words.find_first_not_of(' ') == std::string_view::npos;
            std::optional<Measure> read = blank ? std::nullopt : journal::read_measure(words);
            for (const MeasureKind kind : {MeasureKind::yes_no, MeasureKind::qualitative, MeasureKind::rule, MeasureKind::topics}) {
                Measure plain;
                plain.kind = kind;
                for (const Language language : {Language::ko, Language::en}) {
                    if (words != measure_words(plain, language)) continue;
                    read = plain;
                }
            }
            if (!blank && !read) return std::nullopt;
            goal.measure = read;
            return goal;
        }
        case Target::goal_confidence: return read_number(words, 0, 100, goal.confidence) ? std::optional(goal) : std::nullopt;
        case Target::goal_weight: return read_number(words, 1, 5, goal.weight) ? std::optional(goal) : std::nullopt;
        case Target::goal_area: goal.area = words; return goal;
        case Target::goal_notes: goal.notes = words; return goal;
        case Target::goal_score:
        case Target::goal_obstacles:
        case Target::goal_reason: {
            if (!goal.verdict) return std::nullopt;
            if (target == Target::goal_reason) goal.verdict->reason = words;
            else if (target == Target::goal_obstacles) set_own_obstacles(*goal.verdict, words);
            else if (!read_number(words, 0, 100, goal.verdict->score)) return std::nullopt;
            return goal;
        }
        default: return std::nullopt;
    }
}

const std::string& promised(const Goal& goal) { return goal.sealed.empty() ? goal.words.exact : goal.sealed; }

const journal::Misquote* misquote_at(const State& state) {
    if (state.focus != Target::retrospective) return nullptr;
    const text::Position caret = state.editor(Target::retrospective).selection.head;
    const auto here = std::find_if(state.misquotes.begin(), state.misquotes.end(), [&](const journal::Misquote& one) {
        return one.range.begin.paragraph <= caret.paragraph && caret.paragraph <= one.range.end.paragraph;
    });
    return here == state.misquotes.end() ? nullptr : &*here;
}

Str verdict_words(journal::VerdictKind kind) {
    switch (kind) {
        case journal::VerdictKind::kept: return Str::kept;
        case journal::VerdictKind::partly: return Str::partly;
        case journal::VerdictKind::not_kept: return Str::not_kept;
        case journal::VerdictKind::changed: return Str::changed;
        case journal::VerdictKind::dropped: return Str::dropped;
        case journal::VerdictKind::cannot_judge: return Str::cannot_judge;
    }
    return Str::kept;
}

std::string why_words(const journal::Why& why, Language language) {
    using Reason = journal::Why::Reason;
    const auto with = [&](Str string) { return say(string, language, {why.quote}); };
    switch (why.reason) {
        case Reason::heading: return with(Str::why_heading);
        case Reason::task: return with(Str::why_task);
        case Reason::quantity: return with(Str::why_quantity);
        case Reason::promise: return with(Str::why_promise);
        case Reason::parent: return with(Str::why_parent);
        case Reason::quoted: return with(Str::why_quoted);
        case Reason::shared_words: return with(Str::why_shared_words);
        case Reason::number: return with(Str::why_number);
        case Reason::same_heading: return with(Str::why_same_heading);
        case Reason::order: return with(Str::why_order);
        case Reason::verdict_words: return with(Str::why_verdict_words);
        case Reason::nothing: break;
    }
    return {};
}

journal::Id goal_beside(const journal::Pair& pair, const journal::Id& goal, bool backward) {
    std::vector<const Goal*> order;
    for (const Goal& one : pair.goals) order.push_back(&one);
    if (order.empty()) return {};
    // Lost and remembered ones come last.
    std::stable_sort(order.begin(), order.end(), [](const Goal* a, const Goal* b) {
        if (!a->words.range || !b->words.range) return a->words.range.has_value() && !b->words.range;
        return a->words.range->begin < b->words.range->begin;
    });
    const auto here = std::find_if(order.begin(), order.end(), [&](const Goal* one) { return one->id == goal; });
    if (here == order.end()) return backward ? order.back()->id : order.front()->id;
    if (backward) return here == order.begin() ? order.back()->id : (*(here - 1))->id;
    return here + 1 == order.end() ? order.front()->id : (*(here + 1))->id;
}

}  // namespace dajim::app
