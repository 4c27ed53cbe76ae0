// Journals and changes by the dice: everything a journal can hold and every way it can change, from a seed.
#pragma once

#include <algorithm>
#include <random>
#include <string>
#include <vector>

#include "formats/revision_json.h"
#include "journal/change.h"
#include "journal/past.h"
#include "text/mark.h"

class Sample {
public:
    explicit Sample(unsigned seed) : dice_(seed) {}

    std::size_t roll(std::size_t sides) { return sides == 0 ? 0 : dice_() % sides; }
    bool often() { return roll(3) != 0; }

    std::string words() {
        static const std::vector<std::string> pieces{"다짐", "회고", " ",  "a",    "\n",       "\n",   "\t",
                                                     "🇰🇷",   "é",    "\r", "\"\\", "글또 9기", "\x01", "ㅎ"};
        std::string out;
        for (std::size_t n = roll(12); n > 0; --n) out += pieces[roll(pieces.size())];
        return out;
    }

    std::string name() { return "이름 " + std::to_string(roll(1000)); }
    dajim::journal::Id id() { return "id-" + std::to_string(++ids_); }

    std::optional<dajim::journal::Date> day() {
        if (roll(3) == 0) return std::nullopt;
        return dajim::journal::Date{static_cast<int>(2000 + roll(40)), static_cast<int>(1 + roll(12)),
                                    static_cast<int>(1 + roll(28))};
    }

    /// Members of a later version, where the journal's file can have them; sorted, as they are read.
    std::vector<dajim::journal::Unknown> unknown(const std::string& field) {
        std::vector<dajim::journal::Unknown> members;
        if (roll(3) == 0) members.push_back({"created", "\"2026-01-01T08:00:00+09:00\""});
        if (roll(3) == 0) members.push_back({"fields/" + field + "/rev", "[1,{\"a~b\":null}]"});
        if (roll(3) == 0) members.push_back({"fields/mood", "{\"v\":1234567890123456789012345678901}"});
        if (roll(3) == 0) members.push_back({"odd~1name~0", "1.50e+3"});
        std::sort(members.begin(), members.end(), [](const auto& a, const auto& b) { return a.key < b.key; });
        return members;
    }

    dajim::journal::Document document() {
        dajim::journal::Document document;
        if (roll(5) == 0) return document;
        document.text = dajim::text::Buffer(words());
        document.bom = roll(4) == 0;
        document.line_ending = roll(3) == 0 ? dajim::journal::LineEnding::crlf : dajim::journal::LineEnding::lf;
        if (roll(2) == 0) document.file_name = name() + ".md";
        if (roll(6) == 0) document.others = {words(), name()};
        document.unknown = unknown("text");
        return document;
    }

    dajim::journal::Pair pair() {
        dajim::journal::Pair pair;
        pair.id = id();
        pair.name = name();
        pair.start = day();
        pair.end = day();
        pair.documents = {document(), document()};
        mark(pair);
        pair.unknown = unknown("end");
        return pair;
    }

    /// Words of a text, or (now and then, or where there is no text) words that are gone from it.
    dajim::journal::Passage passage(const dajim::text::Buffer& text) {
        dajim::journal::Passage passage{.id = mark_id(), .range = {}, .exact = "잃은 말 " + name()};
        if (roll(4) == 0) passage.unknown.push_back({"fields/quote/v/refinedBy", "{\"type\":\"FragmentSelector\"}"});
        const auto a = position(text), b = position(text);
        if (roll(8) == 0 || a == b) return passage;
        passage.range = dajim::text::Range{std::min(a, b), std::max(a, b)};
        passage.exact = text.text(*passage.range);
        return passage;
    }

    dajim::journal::Goal goal(const dajim::journal::Pair& pair) {
        using namespace dajim::journal;
        Goal goal;
        goal.words = passage(pair.document(End::resolution).text);
        goal.id = goal.words.id;
        goal.words.unknown.clear();   // its entry's unknown members are the goal's
        if (!goal.words.range) goal.remembered = often();
        if (roll(3) == 0) goal.sealed = goal.words.exact;
        for (std::size_t n = roll(3); n > 0; --n) goal.amendments.push_back({day().value_or(Date{2024, 2, 29}), words()});
        if (often()) {
            goal.measure = Measure{static_cast<MeasureKind>(roll(8)), amount(), amount(), roll(2) ? "번" : "", static_cast<Period>(roll(7)),
                                   static_cast<int>(1 + roll(4))};
        }
        for (std::size_t n = roll(4); n > 0; --n) {
            goal.tallies.push_back({day().value_or(Date{2024, 2, 29}), amount(), roll(2) ? words() : ""});
            if (roll(4) == 0) goal.tallies.back().unknown.push_back({"from", "\"watch\""});
        }
        if (often()) goal.confidence = static_cast<int>(roll(101));
        if (often()) goal.weight = static_cast<int>(1 + roll(5));
        if (roll(2)) goal.area = "글쓰기";
        if (roll(2)) goal.notes = words();
        for (std::size_t n = roll(3); n > 0; --n) goal.evidence.push_back("https://example.org/" + name());
        if (roll(3) == 0) goal.origin = Origin{id(), mark_id(), static_cast<Carried>(roll(3))};
        for (std::size_t n = roll(3); n > 0; --n) goal.answers.push_back(passage(pair.document(End::retrospective).text));
        if (often()) {
            goal.verdict = Verdict{.kind = static_cast<VerdictKind>(roll(6)), .still_right = {}, .score = {}, .reason = roll(2) ? words() : "",
                                   .obstacles = {}};
            if (roll(2)) goal.verdict->still_right = roll(2) == 0;
            if (roll(2)) goal.verdict->score = static_cast<int>(roll(101));
            for (std::size_t n = roll(3); n > 0; --n) goal.verdict->obstacles.push_back(roll(2) ? "time" : "집안일");
        }
        goal.unknown = unknown("notes");
        if (roll(4) == 0) goal.unknown.push_back({"fields/quote/v/refinedBy", "{\"type\":\"FragmentSelector\"}"});
        if (goal.measure && roll(3) == 0) goal.unknown.push_back({"fields/measure/v/scale", "\"log\""});
        std::sort(goal.unknown.begin(), goal.unknown.end());
        return goal;
    }

    /// Goals, answers and all else that a pair may have in its texts.
    void mark(dajim::journal::Pair& pair) {
        using namespace dajim::journal;
        for (std::size_t n = roll(4); n > 0; --n) pair.goals.push_back(goal(pair));
        for (std::size_t n = roll(3); n > 0; --n) pair.unpromised.push_back(passage(pair.document(End::retrospective).text));
        for (std::size_t n = roll(2); n > 0; --n) pair.echoes.push_back(passage(pair.document(End::resolution).text));
        for (std::size_t n = roll(3); n > 0; --n) pair.refused.push_back(words());
        pair.seal = seal();
        if (roll(3) == 0) pair.seals_on = day();
        if (roll(3) == 0) pair.done = day();
    }

    std::optional<dajim::journal::Seal> seal() {
        if (often()) return std::nullopt;
        return dajim::journal::Seal{day().value_or(dajim::journal::Date{2024, 2, 29}), words(), unknown("text")};
    }

    dajim::journal::Series series() {
        dajim::journal::Series series;
        series.id = id();
        series.name = name();
        for (std::size_t n = roll(4); n > 0; --n) series.pairs.push_back(pair());
        series.unknown = unknown("name");
        return series;
    }

    dajim::journal::Journal journal() {
        dajim::journal::Journal journal;
        journal.id = id();
        journal.title = name();
        for (std::size_t n = roll(4); n > 0; --n) journal.series.push_back(series());
        if (often()) journal.unknown.push_back({"deleted", "[]"});
        if (often()) journal.unknown.push_back({"entries/later-1", "{\"id\":\"later-1\",\"kind\":\"round\"}"});
        if (often()) journal.unknown.push_back({"journal/colour", "\"blue\""});
        return journal;
    }

    dajim::text::Position position(const dajim::text::Buffer& text) {
        const std::size_t paragraph = roll(text.paragraphs());
        return text.clamp({paragraph, roll(text.paragraph(paragraph).size() + 1)});
    }

    dajim::text::Edit edit(const dajim::text::Buffer& text) {
        const auto a = position(text), b = often() ? a : position(text);
        return {{std::min(a, b), std::max(a, b)}, words()};
    }

    /// A change that fits the journal, or (now and then) one that does not.
    dajim::journal::Change change(const dajim::journal::Journal& journal) {
        using namespace dajim::journal;
        const Series* const series = journal.series.empty() ? nullptr : &journal.series[roll(journal.series.size())];
        const Series* const other = journal.series.empty() ? nullptr : &journal.series[roll(journal.series.size())];
        const Pair* const pair =
            series == nullptr || series->pairs.empty() ? nullptr : &series->pairs[roll(series->pairs.size())];
        const Id series_id = series != nullptr ? series->id : "nobody";
        const Id pair_id = pair != nullptr ? pair->id : "nobody";
        const std::size_t slack = roll(10) == 0 ? 1 : 0;  // an index just past what fits
        if (pair && roll(2)) return change_of_goals(*pair);
        switch (roll(18)) {
            case 14: return SeriesAdopted{series_id, name(), unknown("name")};
            case 15: return past(journal, pair ? Item{Item::Of::pair, pair->id} : Item{Item::Of::series, series_id});
            case 16: return OthersChanged{pair_id, both_ends[roll(2)], {words()}};
            case 17: {
                Pair other = this->pair();
                other.id = pair_id;
                return PairReplaced{other};
            }
            case 0: return JournalRenamed{name()};
            case 1: return JournalAdopted{id(), name(), unknown("name")};
            case 2: return SeriesAdded{this->series(), roll(journal.series.size() + 1 + slack)};
            case 3: return SeriesRemoved{series_id};
            case 4: return SeriesRenamed{series_id, name()};
            case 5: return SeriesMoved{series_id, roll(journal.series.size() + slack)};
            case 6:
            case 7:
                return PairAdded{series_id, this->pair(),
                                 roll((series != nullptr ? series->pairs.size() : 0) + 1 + slack)};
            case 8: return PairRemoved{pair_id};
            case 9: return PairRenamed{pair_id, name()};
            case 10:
                return PairMoved{pair_id, other != nullptr ? other->id : "nobody",
                                 roll((other != nullptr ? other->pairs.size() : 0) + 1 + slack)};
            case 11: return PairDated{pair_id, day(), day()};
            case 12: return DocumentReplaced{pair_id, both_ends[roll(2)], document()};
            default: {
                const End end = both_ends[roll(2)];
                return TextEdited{pair_id, end, pair != nullptr ? edit(pair->document(end).text) : dajim::text::Edit{}};
            }
        }
    }

    /// A revision of what the thing is now, of its deletion, or one of which nothing is known; now and then an old one goes.
    dajim::journal::Change past(const dajim::journal::Journal& journal, const dajim::journal::Item& item) {
        using namespace dajim::journal;
        PastChanged change{item, {}, {}};
        const auto known = journal.pasts.find(item);
        const Past none, &past = known == journal.pasts.end() ? none : known->second;
        Revision revision{{}, heads(past), 1, Husk{}};
        for (const Id& parent : revision.parents) revision.generation = std::max(revision.generation, past.at(parent).generation + 1);
        std::sort(revision.parents.begin(), revision.parents.end());
        const Pair* const pair = find_pair(journal, item.id);
        const Series* const series = find_series(journal, item.id);
        if (roll(3) == 0) revision.content = Gone{};
        else if (pair) revision.content = std::make_shared<const Pair>(*pair);
        else if (series) revision.content = std::make_shared<const Listing>(listing_of(*series));
        revision.id = dajim::formats::name_of_revision(item, revision);
        if (pair && std::holds_alternative<std::shared_ptr<const Pair>>(revision.content) && roll(2)) revision.content = AsNow{};
        change.put.push_back(std::move(revision));
        if (!past.empty() && roll(4) == 0) change.take.push_back(past.begin()->first);
        return change;
    }

    /// A change of what is marked in a pair, or of its texts. Now and then it does not fit.
    dajim::journal::Change change_of_goals(const dajim::journal::Pair& pair) {
        using namespace dajim::journal;
        const End end = both_ends[roll(2)];
        const dajim::text::Buffer& text = pair.document(end).text;
        const Goal* const one = pair.goals.empty() ? nullptr : &pair.goals[roll(pair.goals.size())];
        const Id goal_id = one ? one->id : "nobody";
        const std::size_t slack = roll(10) == 0 ? 1 : 0;
        switch (roll(14)) {
            case 0: return GoalAdded{pair.id, goal(pair), roll(pair.goals.size() + 1 + slack)};
            case 1: return GoalRemoved{pair.id, goal_id};
            case 2:
            case 3: {
                Goal other = goal(pair);
                other.id = other.words.id = goal_id;
                if (one && often()) other.answers = one->answers;
                return GoalChanged{pair.id, other};
            }
            case 4: return GoalMoved{pair.id, goal_id, roll(pair.goals.size() + slack)};
            case 5: return UnpromisedChanged{pair.id, {passage(pair.document(End::retrospective).text)}};
            case 6: return EchoesChanged{pair.id, {passage(pair.document(End::resolution).text), passage(pair.document(End::resolution).text)}};
            case 7: return RefusedChanged{pair.id, {words(), words()}};
            case 8: return PairSealed{pair.id, seal()};
            case 9: return roll(2) == 0 ? Change{SealPlanned{pair.id, day()}} : Change{RetrospectiveDone{pair.id, day()}};
            case 10: {
                PassagesPlaced placed{pair.id, End::resolution, {}};
                if (one) placed.placed.push_back(placed_at(goal_id, pair.document(End::resolution).text));
                return placed;
            }
            case 11: return DocumentReplaced{pair.id, end, document()};
            case 12: {   // an edit that brings words of its own back
                const auto at = position(text);
                const std::string back = one ? one->words.exact : "말";
                TextEdited edited{pair.id, End::resolution, {{at, at}, back}};
                const dajim::text::Position from = pair.document(End::resolution).text.clamp(at);
                edited.edit.range = {from, from};
                if (one) edited.placed.push_back({goal_id, dajim::text::Range{from, dajim::text::end_of(edited.edit)}, back});
                return edited;
            }
            default: return TextEdited{pair.id, end, edit(text)};
        }
    }

private:
    dajim::journal::Id mark_id() { return "mark-" + std::to_string(++ids_); }
    double amount() { return static_cast<double>(roll(2000)) / (roll(2) ? 8 : 1); }

    dajim::journal::Placed placed_at(const dajim::journal::Id& id, const dajim::text::Buffer& text) {
        const auto a = position(text), b = position(text);
        if (a == b) return {id, {}, "사라진 말"};
        const dajim::text::Range range{std::min(a, b), std::max(a, b)};
        return {id, range, text.text(range)};
    }

    std::mt19937 dice_;
    std::size_t ids_ = 0;
};
