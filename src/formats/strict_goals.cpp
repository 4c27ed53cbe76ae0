// Written and read side by side, member for member; braces take the members from left to right.
#include "formats/strict_goals.h"

#include "formats/journal_schema.h"

namespace dajim::formats {

namespace {

using namespace journal;  // the whole file speaks of journal's types

void write_measure(StrictWriter& out, const Measure& measure) {
    out.words("kind", name_of(measure_kinds, measure.kind));
    out.amount("amount", measure.amount);
    out.amount("of", measure.of);
    out.words("unit", measure.unit);
    out.words("per", name_of(periods, measure.per));
    out.number("every", std::optional<int>(measure.every));
}

Measure read_measure(Members& in) {
    return {in.choice<MeasureKind>("kind", measure_kinds), in.amount("amount"), in.amount("of"), in.words("unit"),
            in.choice<Period>("per", periods), in.small_number("every").value_or(0)};
}

void write_tally(StrictWriter& out, const Tally& tally) {
    out.day("date", tally.date);
    out.amount("amount", tally.amount);
    out.words("note", tally.note);
    out.unknown(tally.unknown);
}

Tally read_tally(Members& in) { return {in.existing_day("date"), in.amount("amount"), in.words("note"), in.unknown()}; }

void write_amendment(StrictWriter& out, const Amendment& amendment) {
    out.day("date", amendment.date);
    out.words("words", amendment.words);
    out.unknown(amendment.unknown);
}

Amendment read_amendment(Members& in) { return {in.existing_day("date"), in.words("words"), in.unknown()}; }

void write_origin(StrictWriter& out, const Origin& origin) {
    out.words("pair", origin.pair);
    out.words("passage", origin.passage);
    out.words("carried", name_of(carried_names, origin.carried));
}

Origin read_origin(Members& in) { return {in.words("pair"), in.words("passage"), in.choice<Carried>("carried", carried_names)}; }

void write_verdict(StrictWriter& out, const Verdict& verdict) {
    out.words("kind", name_of(verdict_kinds, verdict.kind));
    out.number("still_right", verdict.still_right ? std::optional<int>(*verdict.still_right ? 1 : 0) : std::nullopt);
    out.number("score", verdict.score);
    out.words("reason", verdict.reason);
    out.strings("obstacles", verdict.obstacles);
}

Verdict read_verdict(Members& in) {
    Verdict verdict;
    verdict.kind = in.choice<VerdictKind>("kind", verdict_kinds);
    if (const auto right = in.small_number("still_right")) {
        in.require(*right <= 1);
        verdict.still_right = *right == 1;
    }
    verdict.score = in.small_number("score");
    verdict.reason = in.words("reason");
    verdict.obstacles = in.strings("obstacles");
    return verdict;
}

}  // namespace

void write_passage(StrictWriter& out, const Passage& passage) {
    out.words("id", passage.id);
    out.range("range", passage.range);
    out.words("exact", passage.exact);
    out.unknown(passage.unknown);
}

Passage read_passage(Members& in) { return {in.words("id"), in.range("range"), in.words("exact"), in.unknown()}; }

void write_placed(StrictWriter& out, const Placed& placed) {
    out.words("passage", placed.passage);
    out.range("range", placed.range);
    out.words("exact", placed.exact);
}

Placed read_placed(Members& in) { return {in.words("passage"), in.range("range"), in.words("exact")}; }

void write_seal(StrictWriter& out, const Seal& seal) {
    out.day("date", seal.date);
    out.words("text", seal.text);
    out.unknown(seal.unknown);
}

Seal read_seal(Members& in) { return {in.existing_day("date"), in.words("text"), in.unknown()}; }

void write_goal(StrictWriter& out, const Goal& goal) {
    const auto passage = [&out](const Passage& one) { write_passage(out, one); };
    out.key("words"), out.open(), passage(goal.words), out.close();
    out.truth("remembered", goal.remembered);
    out.words("sealed", goal.sealed);
    out.list("amendments", goal.amendments, [&out](const Amendment& one) { write_amendment(out, one); });
    out.optional("measure", goal.measure, [&out](const Measure& one) { write_measure(out, one); });
    out.list("tallies", goal.tallies, [&out](const Tally& one) { write_tally(out, one); });
    out.number("confidence", goal.confidence);
    out.number("weight", goal.weight);
    out.words("area", goal.area);
    out.words("notes", goal.notes);
    out.strings("evidence", goal.evidence);
    out.optional("origin", goal.origin, [&out](const Origin& one) { write_origin(out, one); });
    out.list("answers", goal.answers, passage);
    out.optional("verdict", goal.verdict, [&out](const Verdict& one) { write_verdict(out, one); });
    out.unknown(goal.unknown);
}

Goal read_goal(Members& in) {
    Goal goal;
    Members words(in.member("words"));
    goal.words = read_passage(words);
    in.require(words.fine());
    goal.id = goal.words.id;
    goal.remembered = in.truth("remembered");
    goal.sealed = in.words("sealed");
    goal.amendments = in.list("amendments", read_amendment);
    goal.measure = in.optional("measure", read_measure);
    goal.tallies = in.list("tallies", read_tally);
    goal.confidence = in.small_number("confidence");
    goal.weight = in.small_number("weight");
    goal.area = in.words("area");
    goal.notes = in.words("notes");
    goal.evidence = in.strings("evidence");
    goal.origin = in.optional("origin", read_origin);
    goal.answers = in.list("answers", read_passage);
    goal.verdict = in.optional("verdict", read_verdict);
    goal.unknown = in.unknown();
    return goal;
}

void write_marks(StrictWriter& out, const Pair& pair) {
    const auto passage = [&out](const Passage& one) { write_passage(out, one); };
    out.list("goals", pair.goals, [&out](const Goal& one) { write_goal(out, one); });
    out.list("unpromised", pair.unpromised, passage);
    out.list("echoes", pair.echoes, passage);
    out.strings("refused", pair.refused);
    out.optional("seal", pair.seal, [&out](const Seal& one) { write_seal(out, one); });
    out.day("seal_on", pair.seals_on);
    out.day("done", pair.done);
}

void read_marks(Members& in, Pair& pair) {
    pair.goals = in.list("goals", read_goal);
    pair.unpromised = in.list("unpromised", read_passage);
    pair.echoes = in.list("echoes", read_passage);
    pair.refused = in.strings("refused");
    pair.seal = in.optional("seal", read_seal);
    pair.seals_on = in.day("seal_on");
    pair.done = in.day("done");
}

}  // namespace dajim::formats
