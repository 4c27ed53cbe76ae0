// Imports add and never replace.
#include <doctest/doctest.h>

#include "journal/merge.h"
#include "journal_sample.h"

using namespace dajim::journal;

namespace {

/// New ids, none of which a sample gives.
std::function<Id()> fresh_ids() {
    return [count = 0]() mutable { return "fresh-" + std::to_string(++count); };
}

MergePlan import(Journal& own, const Journal& incoming, const std::function<Id()>& fresh_id = fresh_ids()) {
    MergePlan plan = plan_merge(own, incoming, fresh_id);
    for (const Change& change : plan.changes) REQUIRE(dajim::journal::apply(own, change));
    return plan;
}

Journal one_series(std::initializer_list<std::pair<Id, std::string>> pairs) {
    Journal journal{.id = "journal", .title = "기록장", .series = {}, .unknown = {}};
    Series& series = journal.series.emplace_back();
    series.id = "series";
    series.name = "글또";
    for (const auto& [id, words] : pairs) {
        Pair& pair = series.pairs.emplace_back();
        pair.id = id;
        pair.name = id;
        pair.document(End::resolution).text = dajim::text::Buffer(words);
    }
    return journal;
}

std::string order(const Journal& journal) {
    std::string out;
    for (const Pair& pair : journal.series[0].pairs) out += pair.id + " ";
    return out;
}

}  // namespace

TEST_CASE("into an empty journal everything comes as it is") {
    for (unsigned seed = 1; seed <= 60; ++seed) {
        CAPTURE(seed);
        const Journal incoming = Sample(seed).journal();
        Journal own{.id = "own", .title = "", .series = {}, .unknown = {}};
        import(own, incoming);
        CHECK(own == incoming);
    }
}

TEST_CASE("row 33: nothing of one's own changes, everything of the other arrives, and a second time adds nothing") {
    for (unsigned seed = 1; seed <= 60; ++seed) {
        CAPTURE(seed);
        Sample sample(seed);
        Journal own = sample.journal();
        if (own.series.empty() || own.series[0].pairs.empty())
            own.series.push_back(one_series({{"mine", "내 말"}}).series[0]);
        Journal incoming = own;
        for (int i = 0; i < 12; ++i) (void)dajim::journal::apply(incoming, sample.change(incoming));
        for (int i = 0; i < 4; ++i) (void)dajim::journal::apply(own, sample.change(own));

        const Journal before = own;
        const auto ids = fresh_ids();
        import(own, incoming, ids);

        CHECK(own.title == before.title);
        for (const Series& series : before.series) {
            const Series* const after = find_series(own, series.id);
            REQUIRE(after != nullptr);
            CHECK(after->name == series.name);
            std::vector<Id> kept;  // own pairs in their own order
            for (const Pair& pair : after->pairs)
                if (find_pair(before, pair.id) != nullptr) kept.push_back(pair.id);
            std::vector<Id> wanted;
            for (const Pair& pair : series.pairs) {
                wanted.push_back(pair.id);
                CHECK(*find_pair(own, pair.id) == pair);
            }
            CHECK(kept == wanted);
        }
        for (const Series& series : incoming.series) {
            for (const Pair& pair : series.pairs) {
                bool arrived = false;
                for (const Series& here : own.series)
                    for (const Pair& one : here.pairs)
                        arrived =
                            arrived || (one.documents == pair.documents && one.name == pair.name &&
                                        one.start == pair.start && one.end == pair.end && one.unknown == pair.unknown);
                CHECK(arrived);
            }
        }

        const Journal once = own;
        const MergePlan again = import(own, incoming, ids);
        CHECK(own == once);
        CHECK(again.pairs_added + again.pairs_kept_beside + again.series_added == 0);
    }
}

TEST_CASE("row 33: other words for a pair are put beside it under a new id") {
    Journal own = one_series({{"1", "하나"}, {"2", "둘"}});
    const MergePlan plan = import(own, one_series({{"1", "하나!"}, {"2", "둘"}}));
    CHECK(plan.pairs_kept_beside == 1);
    CHECK(plan.pairs_same == 1);
    CHECK(plan.pairs_added == 0);
    CHECK(order(own) == "1 fresh-1 2 ");
    CHECK(own.series[0].pairs[0].document(End::resolution).text.text() == "하나");
    CHECK(own.series[0].pairs[1].document(End::resolution).text.text() == "하나!");
}

TEST_CASE("new pairs take their place among those that are here") {
    Journal own = one_series({{"2", ""}, {"4", ""}});
    const MergePlan plan = import(own, one_series({{"1", ""}, {"2", ""}, {"3", ""}, {"4", ""}, {"5", ""}}));
    CHECK(plan.pairs_added == 3);
    CHECK(order(own) == "1 2 3 4 5 ");
}

TEST_CASE("a pair that was moved to another series here does not come back in the old one") {
    Journal own = one_series({{"1", "하나"}});
    own.series[0].id = "elsewhere";
    const MergePlan plan = import(own, one_series({{"1", "하나"}}));
    CHECK(plan.changes.empty());
    CHECK(plan.pairs_same == 1);
}

TEST_CASE("a series whose id a pair has here comes under a new one") {
    Journal own = one_series({{"1", ""}});
    Journal incoming = one_series({{"9", ""}});
    incoming.series[0].id = "1";
    import(own, incoming);
    REQUIRE(own.series.size() == 2);
    CHECK(own.series[1].id == "fresh-1");
    CHECK(own.series[1].pairs[0].id == "9");
}

TEST_CASE("entries of a later version come along, each once") {
    Journal own = one_series({{"1", ""}});
    own.unknown = {{"entries/g1", "{\"id\":\"g1\",\"kind\":\"goal\",\"mine\":1}"}, {"journal/colour", "\"red\""}};
    Journal incoming = one_series({{"1", ""}});
    incoming.unknown = {{"entries/g1", "{\"id\":\"g1\",\"kind\":\"goal\",\"theirs\":1}"},
                        {"entries/g2", "{\"id\":\"g2\",\"kind\":\"goal\"}"},
                        {"journal/colour", "\"blue\""}};
    import(own, incoming);
    const std::vector<Unknown> wanted{{"entries/g1", "{\"id\":\"g1\",\"kind\":\"goal\",\"mine\":1}"},
                                      {"entries/g2", "{\"id\":\"g2\",\"kind\":\"goal\"}"},
                                      {"journal/colour", "\"red\""}};
    CHECK(own.unknown == wanted);
    CHECK(import(own, incoming).changes.empty());
}

TEST_CASE("goals come along, and those carried on from a pair that is put beside come from that one") {
    Journal own = one_series({{"1", "하나"}});
    Journal incoming = one_series({{"1", "하나"}, {"2", "둘"}});
    const auto goal = [](const Id& id, std::string words) {
        Goal goal;
        goal.id = goal.words.id = id;
        goal.words.range = dajim::text::Range{{0, 0}, {0, words.size()}};
        goal.words.exact = std::move(words);
        return goal;
    };
    Pair& first = incoming.series[0].pairs[0];
    Pair& second = incoming.series[0].pairs[1];
    first.goals = {goal("g", "하나")};
    second.goals = {goal("g", "둘")};
    second.goals[0].origin = Origin{"1", "g", Carried::raised};

    const MergePlan plan = import(own, incoming);
    CHECK(plan.pairs_kept_beside == 1);
    CHECK(order(own) == "1 fresh-1 2 ");
    CHECK(own.series[0].pairs[0].goals.empty());
    CHECK(own.series[0].pairs[1].goals == first.goals);
    CHECK(own.series[0].pairs[2].goals[0].origin == Origin{"fresh-1", "g", Carried::raised});

    const Journal once = own;
    CHECK(import(own, incoming).changes.empty());
    CHECK(own == once);
    // What comes later still finds the one put beside.
    incoming.series[0].pairs.push_back(second);
    incoming.series[0].pairs.back().id = "3";
    import(own, incoming);
    CHECK(find_pair(own, "3")->goals[0].origin->pair == "fresh-1");
    // A verdict more is another pair, as words are.
    incoming.series[0].pairs[1].goals[0].verdict = Verdict{};
    CHECK(import(own, incoming, [] { return Id("judged"); }).pairs_kept_beside == 1);
    CHECK(find_pair(own, "judged")->goals[0].verdict);
}

TEST_CASE("an id that an entry of a later version has is nobody else's") {
    Journal own = one_series({{"1", ""}});
    own.unknown = {{"entries/2", "{\"id\":\"2\",\"kind\":\"later\"}"}};
    Journal incoming = one_series({{"2", "둘"}});
    incoming.unknown = {{"entries/1", "{\"id\":\"1\",\"kind\":\"later\"}"}};
    import(own, incoming);
    CHECK(order(own) == "1 fresh-1 ");
    CHECK(own.unknown.size() == 1);
    Pair pair;
    pair.id = "2";
    CHECK(apply(own, PairAdded{own.series[0].id, pair, 0}).error() == ChangeError::taken_id);
    CHECK(apply(own, JournalAdopted{own.id, own.title, incoming.unknown}).error() == ChangeError::taken_id);
}
