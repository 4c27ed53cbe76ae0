// Goals and passages as entries: their words as W3C's TextQuoteSelector, their place as its TextPositionSelector.
#include "formats/goal_json.h"

#include <algorithm>
#include <array>
#include <utility>

#include "formats/journal_schema.h"
#include "journal/fitness.h"
#include "journal/marks.h"

namespace dajim::formats {

namespace {

using namespace journal;  // the whole file speaks of journal's types

constexpr std::string_view quote_type = "TextQuoteSelector";
constexpr std::string_view position_type = "TextPositionSelector";

// ------------------------------------------------------------------------------------------------------------------- writing

// A field whose value is a small object, on one line without blanks; `write(value, out)` writes the object's members.
template <class Thing, class Write>
void write_object(Writer& out, const std::vector<Unknown>& unknown, std::string_view name, const std::optional<Thing>& value, Write write) {
    write_field(out, unknown, name, !value, [&] {
        if (!value) return out.raw("null");
        std::string json;
        StrictWriter object(json);
        object.open();
        write(*value, object);
        object.close();
        out.raw(json);
    });
}

// … a list of such objects, one a line.
template <class Thing, class Write>
void write_objects(Writer& out, const std::vector<Unknown>& unknown, std::string_view name, const std::vector<Thing>& values, Write write) {
    write_field(out, unknown, name, values.empty(), [&] {
        out.open('[');
        for (const Thing& value : values) {
            std::string json;
            StrictWriter object(json);
            object.open();
            write(value, object);
            write_unknown(object, value.unknown, "", {"date", "words", "amount", "note"});
            object.close();
            out.item();
            out.raw(json);
        }
        out.close(']');
    }, Writer::Layout::lines);
}

void write_number(Writer& out, const std::vector<Unknown>& unknown, std::string_view name, const std::optional<int>& number) {
    write_field(out, unknown, name, !number, [&] { out.raw(number ? std::to_string(*number) : "null"); });
}

struct CodePoints { std::size_t start, end; };

// The texts of a pair, made ready when the first passage asks.
class Texts {
public:
    explicit Texts(const Pair& pair) : pair_(pair) {}

    CodePoints code_points(End end, text::Range range) {
        const Quotable& text = quotable(end);
        return {text.code_points_before(range.begin), text.code_points_before(range.end)};
    }
    const Quotable& quotable(End end) {
        auto& text = texts_[static_cast<std::size_t>(end)];
        if (!text) text.emplace(pair_.document(end).text);
        return *text;
    }
    const Pair& pair() const { return pair_; }

private:
    const Pair& pair_;
    std::array<std::optional<Quotable>, 2> texts_;
};

// The fields "quote", "position" and "lost".
void write_place(Writer& out, const Passage& passage, const std::vector<Unknown>& unknown, Texts& texts, End end, bool is_remembered) {
    const Quote quote = passage.range ? quote_of(texts.pair().document(end).text, *passage.range) : Quote{passage.exact, {}, {}};
    write_object(out, unknown, "quote", std::optional(quote), [&](const Quote& one, StrictWriter& object) {
        object.words("type", quote_type);
        object.words("exact", one.exact);
        if (!one.prefix.empty()) object.words("prefix", one.prefix);
        if (!one.suffix.empty()) object.words("suffix", one.suffix);
        write_unknown(object, unknown, "fields/quote/v/", {"type", "exact", "prefix", "suffix"});
    });
    std::optional<CodePoints> place;
    if (passage.range) place = texts.code_points(end, *passage.range);
    // What a later version knows of the place stays while the words are lost: they may be found again.
    const bool is_told = place || !unknown_under(unknown, "fields/position/v/").empty();
    write_object(out, unknown, "position", is_told ? std::make_optional(place) : std::nullopt, [&](const auto& one, StrictWriter& object) {
        object.words("type", position_type);
        if (one) object.number("start", one->start);
        if (one) object.number("end", one->end);
        write_unknown(object, unknown, "fields/position/v/", {"type", "start", "end"});
    });
    write_truth(out, unknown, "lost", !passage.range && !is_remembered);
}

void open_entry(Entries& entries, std::string_view kind, const Pair& pair) {
    entries.open();
    entries.out().member("kind", kind);
    entries.out().member("pair", pair.id);
}

void write_passage_entry(Entries& entries, std::string_view kind, const Passage& passage, Texts& texts, End end, const Goal* goal) {
    open_entry(entries, kind, texts.pair());
    if (goal != nullptr) entries.out().member("goal", goal->id);
    entries.out().member("mark", passage.id);
    entries.open_fields();
    write_place(entries.out(), passage, passage.unknown, texts, end, false);
    if (goal != nullptr) entries.close(passage.unknown, {"quote", "position", "lost"}, {"kind", "pair", "goal", "mark", "fields"});
    else entries.close(passage.unknown, {"quote", "position", "lost"}, {"kind", "pair", "mark", "fields"});
}

void write_seal_entry(Entries& entries, const Pair& pair, const Seal& seal) {
    Writer& out = entries.out();
    open_entry(entries, "seal", pair);
    entries.open_fields();
    write_date_field(out, seal.unknown, "date", seal.date);
    write_field(out, seal.unknown, "text", false, [&] { write_lines(out, text::Buffer(seal.text)); }, Writer::Layout::lines);
    entries.close(seal.unknown, {"date", "text"}, {"kind", "pair", "fields"});
}

void write_goal_entry(Entries& entries, const Goal& goal, Texts& texts) {
    Writer& out = entries.out();
    const std::vector<Unknown>& unknown = goal.unknown;
    open_entry(entries, "goal", texts.pair());
    out.member("mark", goal.id);
    entries.open_fields();
    write_place(out, goal.words, unknown, texts, End::resolution, goal.remembered);
    write_truth(out, unknown, "remembered", goal.remembered);
    write_words_if_any(out, unknown, "sealed", goal.sealed);
    write_objects(out, unknown, "amendments", goal.amendments, [](const Amendment& one, StrictWriter& object) {
        object.day("date", one.date);
        object.words("words", one.words);
    });
    write_object(out, unknown, "measure", goal.measure, [&](const Measure& one, StrictWriter& object) {
        object.words("kind", name_of(measure_kinds, one.kind));
        object.amount("amount", one.amount);
        object.amount("of", one.of);
        object.words("unit", one.unit);
        object.words("per", name_of(periods, one.per));
        object.number("every", static_cast<std::size_t>(one.every));
        write_unknown(object, unknown, "fields/measure/v/", {"kind", "amount", "of", "unit", "per", "every"});
    });
    write_objects(out, unknown, "tallies", goal.tallies, [](const Tally& one, StrictWriter& object) {
        object.day("date", one.date);
        object.amount("amount", one.amount);
        if (!one.note.empty()) object.words("note", one.note);
    });
    write_number(out, unknown, "confidence", goal.confidence);
    write_number(out, unknown, "weight", goal.weight);
    write_words_if_any(out, unknown, "area", goal.area);
    write_words_if_any(out, unknown, "notes", goal.notes);
    write_strings(out, unknown, "evidence", goal.evidence);
    write_object(out, unknown, "origin", goal.origin, [&](const Origin& one, StrictWriter& object) {
        object.words("pair", one.pair);
        object.words("mark", one.passage);
        object.words("carried", name_of(carried_names, one.carried));
        write_unknown(object, unknown, "fields/origin/v/", {"pair", "mark", "carried"});
    });
    write_object(out, unknown, "verdict", goal.verdict, [&](const Verdict& one, StrictWriter& object) {
        object.words("kind", name_of(verdict_kinds, one.kind));
        if (one.still_right) {
            object.key("still_right");
            object.out += *one.still_right ? "true" : "false";
        }
        if (one.score) object.number("score", static_cast<std::size_t>(*one.score));
        if (!one.reason.empty()) object.words("reason", one.reason);
        if (!one.obstacles.empty()) object.strings("obstacles", one.obstacles);
        write_unknown(object, unknown, "fields/verdict/v/", {"kind", "still_right", "score", "reason", "obstacles"});
    });
    entries.close(unknown,
                  {"quote", "position", "lost", "remembered", "sealed", "amendments", "measure", "tallies", "confidence", "weight", "area",
                   "notes", "evidence", "origin", "verdict"},
                  {"kind", "pair", "mark", "fields"});
}

// ------------------------------------------------------------------------------------------------------------------- reading

std::optional<std::string> string_at(const Json& entry, std::string_view name) {
    const Json* const json = entry.find(name);
    if (json == nullptr || !json->is_string()) return std::nullopt;
    return json->text;
}

Measure measure_of(Value& in) {
    in.require(in.find("kind") != nullptr);
    Measure measure;
    measure.kind = in.choice<MeasureKind>("kind", measure_kinds);
    measure.amount = in.amount("amount").value_or(0);
    measure.of = in.amount("of").value_or(0);
    measure.unit = in.words_or_nothing("unit");
    measure.per = in.choice<Period>("per", periods);
    measure.every = in.small_number("every").value_or(1);
    return measure;
}

Verdict verdict_of(Value& in) {
    in.require(in.find("kind") != nullptr);
    Verdict verdict;
    verdict.kind = in.choice<VerdictKind>("kind", verdict_kinds);
    verdict.still_right = in.truth("still_right");
    verdict.score = in.small_number("score");
    verdict.reason = in.words_or_nothing("reason");
    verdict.obstacles = in.strings("obstacles");
    return verdict;
}

Origin origin_of(Value& in) { return {in.words("pair"), in.words("mark"), in.choice<Carried>("carried", carried_names)}; }

Quote quote_of_value(Value& in) {
    in.require(in.find("type") == nullptr || in.words("type") == quote_type);
    return {in.words("exact"), in.words_or_nothing("prefix"), in.words_or_nothing("suffix")};
}

// Nothing for a place that is lost.
std::optional<CodePoints> code_points_of(Value& in) {
    in.require(in.find("type") == nullptr || in.words("type") == position_type);
    const auto start = in.whole_number("start"), end = in.whole_number("end");
    in.require(start.has_value() == end.has_value());
    return start && end ? std::optional(CodePoints{*start, *end}) : std::nullopt;
}

}  // namespace

void write_goal_entries(Entries& entries, const Pair& pair) {
    Texts texts(pair);
    if (pair.seal) write_seal_entry(entries, pair, *pair.seal);
    for (const Goal& goal : pair.goals) {
        write_goal_entry(entries, goal, texts);
        for (const Passage& answer : goal.answers) write_passage_entry(entries, "answer", answer, texts, End::retrospective, &goal);
    }
    for (const Passage& passage : pair.unpromised) write_passage_entry(entries, "unpromised", passage, texts, End::retrospective, nullptr);
    for (const Passage& passage : pair.echoes) write_passage_entry(entries, "echo", passage, texts, End::resolution, nullptr);
}

GoalReading::Added GoalReading::add(const Json& entry) {
    const std::string& kind = entry.find("kind")->text;
    bool fine = false;
    if (kind == "seal") {
        fine = add_seal(entry);
    } else if (kind == "goal") {
        fine = add_goal(entry);
    } else if (kind == "answer") {
        const auto id = string_at(entry, "goal");
        if (!id) return Added::bad;
        const auto goal = std::find_if(pair_.goals.begin(), pair_.goals.end(), [&](const Goal& one) { return one.id == *id; });
        if (goal == pair_.goals.end()) return Added::homeless;
        fine = add_passage(entry, {"kind", "pair", "goal", "mark", "fields"}, goal->answers.emplace_back());
    } else {
        fine = add_passage(entry, {"kind", "pair", "mark", "fields"}, (kind == "echo" ? pair_.echoes : pair_.unpromised).emplace_back());
    }
    return fine ? Added::fine : Added::bad;
}

bool GoalReading::add_seal(const Json& entry) {
    if (pair_.seal) return false;
    Seal& seal = pair_.seal.emplace();
    Fields fields(entry, {"kind", "pair", "fields"}, {"date", "text"}, seal.unknown);
    const auto date = fields.date("date");
    fields.require(date.has_value());
    seal.date = date.value_or(Date{});
    seal.text = fields.lines("text");
    return fields.fine();
}

bool GoalReading::add_passage(const Json& entry, Names members, Passage& passage) {
    Fields fields(entry, members, {"quote", "position", "lost"}, passage.unknown);
    return add_place(entry, fields, passage) && fields.fine();
}

bool GoalReading::add_place(const Json& entry, Fields& fields, Passage& passage) {
    const auto id = string_at(entry, "mark");
    const auto quote = fields.object("quote", {"type", "exact", "prefix", "suffix"}, quote_of_value);
    const auto place = fields.object("position", {"type", "start", "end"}, code_points_of);
    if (!id || !quote) return false;
    passage.id = *id;
    passage.exact = quote->exact;
    Anchor anchor{*quote, {}, {}, fields.truth("lost")};
    if (place && *place) anchor.start = (*place)->start, anchor.end = (*place)->end;
    return anchors_.emplace(*id, std::move(anchor)).second;
}

bool GoalReading::add_goal(const Json& entry) {
    Goal& goal = pair_.goals.emplace_back();
    Fields fields(entry, {"kind", "pair", "mark", "fields"},
                  {"quote", "position", "lost", "remembered", "sealed", "amendments", "measure", "tallies", "confidence", "weight", "area",
                   "notes", "evidence", "origin", "verdict"},
                  goal.unknown);
    if (!add_place(entry, fields, goal.words)) return false;
    goal.id = goal.words.id;
    goal.remembered = fields.truth("remembered");
    if (goal.remembered) anchors_[goal.id].is_lost = true;
    goal.sealed = fields.words_or_nothing("sealed");
    goal.amendments = fields.objects("amendments", {"date", "words"}, [](Value& in, std::vector<Unknown> unknown) {
        return Amendment{in.existing_date("date"), in.words("words"), std::move(unknown)};
    });
    goal.measure = fields.object("measure", {"kind", "amount", "of", "unit", "per", "every"}, measure_of);
    goal.tallies = fields.objects("tallies", {"date", "amount", "note"}, [](Value& in, std::vector<Unknown> unknown) {
        return Tally{in.existing_date("date"), in.amount("amount").value_or(1), in.words_or_nothing("note"), std::move(unknown)};
    });
    goal.confidence = fields.small_number("confidence");
    goal.weight = fields.small_number("weight");
    goal.area = fields.words_or_nothing("area");
    goal.notes = fields.words_or_nothing("notes");
    goal.evidence = fields.strings("evidence");
    goal.origin = fields.object("origin", {"pair", "mark", "carried"}, origin_of);
    goal.verdict = fields.object("verdict", {"kind", "still_right", "score", "reason", "obstacles"}, verdict_of);
    return fields.fine();
}

bool GoalReading::anchor(std::size_t& budget) {
    Texts texts(pair_);
    for (const End end : both_ends) {
        for_each_passage(pair_, end, [&](Passage& passage) {
            const Anchor& wanted = anchors_.at(passage.id);
            if (wanted.is_lost || pair_.document(end).text.empty()) return;
            const Quotable& text = texts.quotable(end);
            std::optional<text::Position> begin, behind;
            if (wanted.start) begin = text.position_at(*wanted.start);
            if (wanted.end) behind = text.position_at(*wanted.end);
            const bool stands_there = begin && behind && *begin < *behind && text.words({*begin, *behind}) == wanted.quote.exact;
            if (stands_there) passage.range = text::Range{*begin, *behind};
            else passage.range = text.find(wanted.quote, begin.value_or(text::Position{}), budget);
        });
    }
    return !misfit_of_marks(pair_);
}

}  // namespace dajim::formats
