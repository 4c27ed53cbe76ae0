// What is told of a pair's pages beside its goals: what they have of the pair before, topics and posts, the trail of amended words.
#include <doctest/doctest.h>

#include "app/place.h"
#include "app/topic_posts.h"
#include "app/trail.h"
#include "app_writer.h"

using namespace dajim;
using app::Language;
using fake::Target;

namespace {

journal::Series two_pairs(std::string_view resolution_before, std::string_view before, std::string_view resolution, std::string_view now) {
    journal::Series series = fake::one_pair(resolution_before, before);
    journal::Series other = fake::one_pair(resolution, now);
    other.pairs[0].id = "p2";
    series.pairs.push_back(std::move(other.pairs[0]));
    return series;
}

const journal::StaleText& stale(const fake::Writer& writer, journal::End end) { return writer.state().stale[static_cast<std::size_t>(end)]; }

}  // namespace

TEST_CASE("paragraphs of the pair before are told, in either page") {
    fake::Folder folder;
    fake::Writer writer(folder);
    writer.open_with(two_pairs("한 달에 글을 두 편씩은 꼭 쓴다", "올해도 여러 사람을 만나서 즐거웠다.", "한 달에 글을 두 편씩은 꼭 쓴다\n새 목표를 하나 더 적어 본다",
                               "올해도 여러 사람을 만나서 즐거웠다.\n그리고 다른 일도 있었다."));
    REQUIRE(writer.state().pair == "p2");
    CHECK(stale(writer, journal::End::resolution).count() == 1);
    CHECK(stale(writer, journal::End::retrospective).at(0));
    writer.go(Target::retrospective);
    writer.key("ctrl+home");
    writer.type("x");
    CHECK(stale(writer, journal::End::retrospective).count() == 0);
    writer.undo();
    CHECK(stale(writer, journal::End::retrospective).count() == 1);
    writer.run("previous-pair");
    CHECK(stale(writer, journal::End::retrospective).count() == 0);   // nothing is before it
    writer.run("carry-goal");
    writer.run("next-pair");
    CHECK(stale(writer, journal::End::resolution).count() == 1);

    SUBCASE("and are greyed until that is not wanted") {
        CHECK(writer.state().settings.greys_stale);
        writer.run("grey-stale");
        CHECK_FALSE(writer.state().settings.greys_stale);
        app::State again;
        app::read_place(app::write_place(writer.state()), again);
        CHECK_FALSE(again.settings.greys_stale);
    }
}

TEST_CASE("a goal that was carried over is not called copied") {
    fake::Folder folder;
    fake::Writer writer(folder);
    writer.open_with(fake::one_pair("- 한 달에 글을 두 편씩은 꼭 쓴다"));
    writer.go(Target::resolution);
    writer.key("ctrl+j");
    writer.run("carry-goal");
    writer.run("next-pair");
    REQUIRE(writer.text(Target::resolution).find("두 편씩은") != std::string::npos);
    CHECK(stale(writer, journal::End::resolution).count() == 0);
}

TEST_CASE("topics are told with the posts that they became") {
    fake::Folder folder;
    fake::Writer writer(folder);
    writer.open_with(fake::one_pair("## 쓰고 싶은 글\n- 도커 이미지 줄이기\n- 쿠버네티스 배포 파이프라인", "## 쓴 글\n- 도커 이미지를 줄이는 법\n- 올해 읽은 책"));
    CHECK_FALSE(writer.state().topics.any());
    writer.run("find-goals");
    writer.run("accept-all");
    REQUIRE(writer.state().topics.any());
    CHECK(app::topics_told(writer.state().topics, Language::ko) == "글감 2개 중 1개 씀 · 예정에 없던 글 1개");
    const journal::Pair& pair = *writer.state().chosen_pair();
    CHECK(writer.state().topics.title_of(pair.goals[0].id) == "도커 이미지를 줄이는 법");
    CHECK(writer.state().topics.title_of(pair.goals[1].id).empty());

    SUBCASE("a post is proposed as its topic's answer, and kept") {
        writer.run("find-answers");
        REQUIRE(writer.state().proposing.open());
        CHECK(writer.state().proposing.now()->goal == pair.goals[0].id);
        CHECK(writer.state().proposing.now()->verdict == journal::VerdictKind::kept);
        writer.run("accept");
        CHECK(app::topics_told(writer.state().topics, Language::ko) == "글감 2개 중 1개 씀 · 예정에 없던 글 1개");
    }
    SUBCASE("what is written more is told at once") {
        writer.go(Target::retrospective);
        writer.key("ctrl+end");
        writer.paste("\n- 쿠버네티스 배포 파이프라인 이야기");
        CHECK(app::topics_told(writer.state().topics, Language::en) == "2 topics, 2 written · 1 posts not planned");
        writer.run("new-pair");
        CHECK_FALSE(writer.state().topics.any());
    }
    SUBCASE("of a long retrospective when the writing rests") {
        writer.go(Target::retrospective);
        writer.key("ctrl+end");
        std::string much = "\n\n";
        for (int at = 0; at < 400; ++at) much += "반년 동안 있었던 일을 길게 적는다.\n";
        writer.paste(much);
        writer.run("find-answers");
        writer.run("accept-all");
        writer.key("ctrl+home");
        writer.key("down");
        writer.key("end");
        writer.paste("\n- 쿠버네티스 배포 파이프라인 이야기");
        CHECK(app::topics_told(writer.state().topics, Language::en) == "2 topics, 1 written · 1 posts not planned");
        writer.host.now += 1000;
        writer.program.tick();
        CHECK(app::topics_told(writer.state().topics, Language::en) == "2 topics, 2 written · 1 posts not planned");
    }
}

TEST_CASE("amended words have a trail") {
    journal::Pair pair;
    journal::Goal goal;
    goal.sealed = "글을 5번 쓴다";
    CHECK(app::trail(pair, goal, Language::ko).empty());
    goal.amendments = {{{2026, 3, 4}, "글을 7번 쓴다", {}}, {{2026, 5, 6}, "글을\n10번 쓴다", {}}};
    CHECK(app::trail(pair, goal, Language::ko).empty());   // the seal was opened
    pair.seal = journal::Seal{{2026, 1, 2}, "- 글을 5번 쓴다", {}};
    CHECK(app::trail(pair, goal, Language::ko) ==
          std::vector<std::string>{"봉인 2026-01-02: “글을 5번 쓴다”", "→ 2026-03-04: “글을 7번 쓴다”", "→ 2026-05-06: “글을 10번 쓴다”"});
    goal.sealed.clear();   // marked after the seal
    CHECK(app::trail(pair, goal, Language::en) == std::vector<std::string>{"Added after the seal, 2026-03-04: “글을 7번 쓴다”", "→ 2026-05-06: “글을 10번 쓴다”"});
}
