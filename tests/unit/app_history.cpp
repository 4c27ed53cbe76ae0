// What is one step to take back, and what belongs to the step before.
#include <doctest/doctest.h>

#include "app/history.h"

using namespace dajim;
using app::Joins;

namespace {

app::Place at(std::size_t byte, app::Target target = app::Target::resolution, const char* pair = "p") {
    return {"s", pair, target, {{0, byte}, {0, byte}}};
}

std::vector<journal::Change> one() { return {journal::PairRenamed{"p", "9기"}}; }

/// How many steps there are to take back.
std::size_t steps(app::History history) {
    std::size_t count = 0;
    while (history.take_undo()) ++count;
    return count;
}

}  // namespace

TEST_CASE("typing goes on where it left off, within a pause") {
    app::History history;
    history.done(one(), at(0), at(0), Joins::typing, 1000);
    history.moved_on(at(3));
    SUBCASE("at once") {
        history.done(one(), at(3), at(3), Joins::typing, 1100);
        CHECK(steps(history) == 1);
        CHECK(history.take_undo()->changes.size() == 2);
    }
    SUBCASE("after a pause") {
        history.done(one(), at(3), at(3), Joins::typing, 4000);
        CHECK(steps(history) == 2);
    }
    SUBCASE("elsewhere in the text") {
        history.done(one(), at(9), at(9), Joins::typing, 1100);
        CHECK(steps(history) == 2);
    }
    SUBCASE("in the other page") {
        history.done(one(), at(3, app::Target::retrospective), at(3, app::Target::retrospective), Joins::typing, 1100);
        CHECK(steps(history) == 2);
    }
    SUBCASE("in another pair") {
        history.done(one(), at(3, app::Target::resolution, "q"), at(3, app::Target::resolution, "q"), Joins::typing, 1100);
        CHECK(steps(history) == 2);
    }
    SUBCASE("after the burst was ended") {
        history.part();
        history.done(one(), at(3), at(3), Joins::typing, 1100);
        CHECK(steps(history) == 2);
    }
    SUBCASE("after a step of its own kind") {
        history.done(one(), at(3), at(3), Joins::never, 1100);
        history.done(one(), at(3), at(3), Joins::typing, 1200);
        CHECK(steps(history) == 3);
    }
}

TEST_CASE("what is being composed joins the step before at any pause") {
    app::History history;
    history.done(one(), at(0), at(0), Joins::typing, 1000);
    history.moved_on(at(3));
    history.done(one(), at(3), at(3), Joins::composing, 60'000);
    CHECK(steps(history) == 1);
}

TEST_CASE("edits of one field are one step until it is left") {
    app::History history;
    history.done(one(), at(0, app::Target::pair_name), at(0, app::Target::pair_name), Joins::field, 1000);
    history.done(one(), at(9, app::Target::pair_name), at(9, app::Target::pair_name), Joins::field, 90'000);
    CHECK(steps(history) == 1);
    history.part();
    history.done(one(), at(9, app::Target::pair_name), at(9, app::Target::pair_name), Joins::field, 90'001);
    CHECK(steps(history) == 2);
}

TEST_CASE("a step remembers where the writer was before and after") {
    app::History history;
    history.done(one(), at(0), at(0), Joins::typing, 1000);
    history.moved_on(at(3));
    history.done(one(), at(3), at(3), Joins::typing, 1100);
    history.moved_on(at(6));
    history.part();
    history.moved_on(at(99));   // a motion, no longer part of the step
    const app::Step step = *history.take_undo();
    CHECK(step.before.selection == at(0).selection);
    CHECK(step.after.selection == at(6).selection);
}

TEST_CASE("a new step forgets what could be done again") {
    app::History history;
    history.done(one(), at(0), at(0), Joins::never, 1000);
    history.undone(*history.take_undo());
    CHECK(history.can_redo());
    history.done(one(), at(0), at(0), Joins::never, 2000);
    CHECK_FALSE(history.can_redo());
    CHECK(steps(history) == 1);
}
