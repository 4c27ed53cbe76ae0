// Proposals as JSON: members in one order, what is empty in a measure left out.
#include "formats/proposals_json.h"

#include <array>
#include <charconv>
#include <optional>
#include <string_view>

#include "formats/json.h"

namespace dajim::formats {
namespace {

constexpr std::string_view kind_names[] = {"goal", "area", "topic"};
constexpr std::string_view verdict_names[] = {"kept", "partly", "not_kept", "changed", "dropped", "cannot_judge"};
constexpr std::string_view measure_names[] = {"at_least", "at_most", "rate", "part", "yes_no", "qualitative", "rule", "topics"};
constexpr std::string_view period_names[] = {"none", "day", "week", "month", "quarter", "year", "round"};

void append_number(std::string& out, double value) {
    std::array<char, 32> digits;
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), value);
    out.append(digits.data(), end.ptr);
}

void append_measure(std::string& out, const std::optional<journal::Measure>& measure) {
    using journal::MeasureKind;
    if (!measure) {
        out += "null";
        return;
    }
    out += "{\"kind\": ";
    append_json_string(out, measure_names[static_cast<std::size_t>(measure->kind)]);
    const bool counts = measure->kind == MeasureKind::at_least || measure->kind == MeasureKind::at_most || measure->kind == MeasureKind::rate ||
                        measure->kind == MeasureKind::part;
    if (counts) {
        out += ", \"amount\": ";
        append_number(out, measure->amount);
    }
    if (measure->of != 0) {
        out += ", \"of\": ";
        append_number(out, measure->of);
    }
    if (!measure->unit.empty()) {
        out += ", \"unit\": ";
        append_json_string(out, measure->unit);
    }
    if (measure->per != journal::Period::none) {
        out += ", \"per\": ";
        append_json_string(out, period_names[static_cast<std::size_t>(measure->per)]);
        out += ", \"every\": " + std::to_string(measure->every);
    }
    out += '}';
}

// `"name": "words", "name_line": 3`, or null for both.
void append_passage(std::string& out, std::string_view name, const text::Buffer& text, const std::optional<text::Range>& range) {
    const std::string key(name);
    out += '"' + key + "\": ";
    if (range) append_json_string(out, text.text(*range));
    else out += "null";
    out += ", \"" + key + "_line\": " + (range ? std::to_string(range->begin.paragraph + 1) : "null") + ", ";
}

}  // namespace

std::string why_sentence(const journal::Why& why) {
    using Reason = journal::Why::Reason;
    const std::string quoted = why.quote.empty() ? std::string() : "“" + why.quote + "”";
    switch (why.reason) {
        case Reason::heading: return "Stands under words that speak of goals: " + quoted;
        case Reason::task: return "Is a task with a box";
        case Reason::quantity: return "Names a quantity: " + quoted;
        case Reason::promise: return "Promises by its ending: " + quoted;
        case Reason::parent: return "Lies in " + quoted;
        case Reason::quoted: return "Quotes the goal: " + quoted;
        case Reason::shared_words: return "Has words in common with the goal: " + quoted;
        case Reason::number: return "Has a number in common with the goal: " + quoted;
        case Reason::same_heading: return "Stands under a heading that names the goal: " + quoted;
        case Reason::order: return "Has the same place in a list of the same length";
        case Reason::verdict_words: return "Judges something: " + quoted;
        case Reason::nothing: return "No passage speaks of it";
    }
    return {};
}

std::string goals_json(const text::Buffer& resolution, std::span<const journal::GoalProposal> goals) {
    std::string out = "[";
    for (const journal::GoalProposal& goal : goals) {
        out += out.size() == 1 ? "\n  {\"text\": " : ",\n  {\"text\": ";
        append_json_string(out, resolution.text(goal.words));
        out += ", \"line\": " + std::to_string(goal.words.begin.paragraph + 1) + ", \"measure\": ";
        append_measure(out, goal.measure);
        out += ", \"kind\": ";
        append_json_string(out, kind_names[static_cast<std::size_t>(goal.kind)]);
        out += ", \"why\": ";
        append_json_string(out, why_sentence(goal.why));
        out += '}';
    }
    out += out.size() == 1 ? "]\n" : "\n]\n";
    return out;
}

std::string answers_json(const text::Buffer& resolution, std::span<const journal::GoalProposal> goals, const text::Buffer& retrospective,
                         std::span<const journal::AnswerProposal> answers) {
    std::string out = "[";
    for (const journal::AnswerProposal& answer : answers) {
        out += out.size() == 1 ? "\n  {" : ",\n  {";
        append_passage(out, "goal", resolution, answer.goal ? std::optional(goals[*answer.goal].words) : std::nullopt);
        append_passage(out, "answer", retrospective, answer.answer);
        out += "\"verdict\": ";
        if (answer.verdict) append_json_string(out, verdict_names[static_cast<std::size_t>(*answer.verdict)]);
        else out += "null";
        out += ", \"why\": ";
        append_json_string(out, why_sentence(answer.why));
        out += '}';
    }
    out += out.size() == 1 ? "]\n" : "\n]\n";
    return out;
}

}  // namespace dajim::formats
