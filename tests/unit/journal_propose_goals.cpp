// Which words of a resolution are proposed as goals, areas and topics: every trap that real posts have shown.
#include <doctest/doctest.h>

#include <string>
#include <string_view>

#include "journal/outline.h"
#include "journal/proposals.h"

using namespace dajim;
using journal::ProposalKind;
using journal::Why;

namespace {

// A proposal a line, indented by depth: "goal words", areas with a colon behind them, topics with "#" before them.
std::string seen(std::string_view post, std::size_t skip = 0) {
    const text::Buffer buffer(post);
    const auto proposals = journal::propose_goals(buffer, skip);
    std::vector<std::size_t> depth;
    std::string out;
    for (const auto& proposal : proposals) {
        if (proposal.parent) REQUIRE(*proposal.parent < depth.size());
        depth.push_back(proposal.parent ? depth[*proposal.parent] + 1 : 0);
        REQUIRE(buffer.contains(proposal.words));
        CHECK_FALSE(proposal.words.empty());
        out += std::string(2 * depth.back(), ' ');
        if (proposal.kind == ProposalKind::topic) out += "# ";
        out += buffer.text(proposal.words);
        if (proposal.kind == ProposalKind::area) out += ":";
        out += '\n';
    }
    return out;
}

}  // namespace

TEST_CASE("items under a heading that speaks of goals are goals, and those with items are areas") {
    CHECK(seen("# 올해의 목표\n\n- 건강\n  - 주 2회 헤엄치기\n  - 물 많이 마시기\n- 기타 배우기\n") ==
          "건강:\n  주 2회 헤엄치기\n  물 많이 마시기\n기타 배우기\n");
    CHECK(seen("## Goals for spring\n\n- Health\n    - run twice a week\n- Learn to bake\n") == "Health:\n  run twice a week\nLearn to bake\n");
}

TEST_CASE("indents of one, two and four columns and tabs nest, whatever the marks are") {
    CHECK(seen("# 계획\n* 가나\n * 다라\n  - 마바\n    + 사아\n\t- 자차\n- 카타\n") == "가나:\n  다라:\n    마바:\n      사아\n      자차\n카타\n");
    CHECK(seen("# 계획\n1. 배움\n- 책 세 권 읽기\n- 강의 듣기\n2. 쉼\n- 일찍 자기\n5. 나눔\n") == "배움:\n  책 세 권 읽기\n  강의 듣기\n쉼:\n  일찍 자기\n나눔\n");
    CHECK(seen("# 계획\n- 가나\n\n  여기는 설명이다.\n\n- 다라\n") == "가나\n다라\n");
}

TEST_CASE("headings need no marks: bold lines, plain lines, underlined ones, numbers with a slash, questions") {
    CHECK(seen("**이번 학기의 다짐**\n- 필기하기\n") == "필기하기\n");
    CHECK(seen("인사말이다.\n\n🚩 그래서 이번에 하고 싶은 것\n- 필기하기\n") == "필기하기\n");
    CHECK(seen("올해의 약속\n====\n- 필기하기\n") == "필기하기\n");
    CHECK(seen("1/ 무엇을 할까\n•\n필기하기\n•\n복습하기\n\n2/ 무엇이 아쉬웠나\n•\n늦잠을 잤다\n") == "필기하기\n복습하기\n");
    CHECK(seen("-무엇을 이루고 싶은가?\n한 달에 한 편 쓰기.\n-왜 쓰는가?\n잊지 않으려고.\n") == "한 달에 한 편 쓰기.\n");
}

TEST_CASE("a dash without a blank is no item") {
    CHECK(seen("# 목표\n- 그림 그리기\n-언제까지 할 것인가? 봄까지.\n") == "그림 그리기\n");
}

TEST_CASE("the line before a list says what the list is") {
    CHECK(seen("## 어떤 날들\n\n나는 다음과 같은 것들을 하고 싶다.\n\n- 바다 보기\n- 편지 쓰기\n") == "바다 보기\n편지 쓰기\n");
    CHECK(seen("## 준비\n\n아래와 같이 규칙을 정했다.\n1. 아침에 쓴다.\n2. 꼭 고쳐 쓴다.\n") == "아침에 쓴다.\n꼭 고쳐 쓴다.\n");
    CHECK(seen("## Before\n\nMy list back then was short:\n\n- buy a boat\n- learn to sail\n") == "");
    CHECK(seen("## 올해의 계획\n\n작년에 만난 사람들은 아래와 같다.\n- 바람을 그린 이\n- 별을 센 이\n") == "");
}

TEST_CASE("what is to be written about is a topic") {
    CHECK(seen("## 쓰고 싶은 글\n- 언어\n  - 러스트 입문\n  - 씨 플러스 플러스\n- 여행기\n") == "언어:\n  # 러스트 입문\n  # 씨 플러스 플러스\n# 여행기\n");
    CHECK(seen("## 봄의 계획\n\n블로그에는 다음과 같은 글을 써 보려고 합니다:\n\n- 정원 가꾸기\n- 장 담그기\n") == "# 정원 가꾸기\n# 장 담그기\n");
    CHECK(seen("### Topics\n- gardens\n- bread\n") == "# gardens\n# bread\n");
}

TEST_CASE("looks back, introductions, links and footers are no goals") {
    CHECK(seen("## 지난 학기의 목표\n- 매일 걷기\n- 글을 쓰자\n") == "");
    CHECK(seen("## 아쉬웠던 점\n- 글이 짧았다\n- 늦게 냈다\n## 좋았던 점\n- 즐거웠다\n") == "");
    CHECK(seen("# 목표 달성 현황\n1. **책:** 100% 달성\n2. **글:** 80% 달성\n") == "");
    CHECK(seen("## 모임 소개\n- 함께 자라는 모임\n- 2주에 한 번 글을 낸다\n## 참고 자료\n- [모임의 글](https://example.com/a)\n") == "");
    CHECK(seen("## 목표\n- 매일 걷기\n- [어디의 글](https://example.com/b)\n\n'일기' 카테고리의 다른 글\n- 봄을 맞으며 (0)\n댓글\n- 좋은 글이에요\n") == "매일 걷기\n");
    CHECK(seen("나는 매일 아침 공원을 걷는다. 저녁에는 책을 읽는다.\n- 사과\n- 배\n") == "");
}

TEST_CASE("a look back may hold a promise, and is then one") {
    CHECK(seen("## 아쉬웠던 점\n- 기록을 남기지 않았다. 앞으로는 회의마다 기록을 남기겠다.\n- 많이 늦었다\n") == "앞으로는 회의마다 기록을 남기겠다.\n");
}

TEST_CASE("sentences that promise something are goals") {
    CHECK(seen("오래 미뤘다. 이번에는 한 달에 두 편을 꾸준히 올리려고 합니다. 날이 춥다.\n") == "이번에는 한 달에 두 편을 꾸준히 올리려고 합니다.\n");
    CHECK(seen("올해의 목표는 피아노 한 곡을 끝까지 치는 것이다.\n") == "올해의 목표는 피아노 한 곡을 끝까지 치는 것이다.\n");
    CHECK(seen("여름에는 새로운 모임도 만들어 나가고 싶네요 😊 그리고 봄이 왔다.\n") == "여름에는 새로운 모임도 만들어 나가고 싶네요 😊\n");
    CHECK(seen("It was cold. This year I will swim in the lake every week. Thanks!\n") == "This year I will swim in the lake every week.\n");
    CHECK(seen("발표를 세 번 하는 것이 목표 입니다.\n") == "발표를 세 번 하는 것이 목표 입니다.\n");
}

TEST_CASE("what was chosen as a goal is one") {
    CHECK(seen("고민 끝에 올해의 목표로 매일 피아노 치기를 골랐다.\n") == "매일 피아노 치기를 골랐다.\n");
    CHECK(seen("작년에는 목표로 마라톤을 골랐다.\n") == "");
}

TEST_CASE("hopes at large and talk of writing it all down promise nothing") {
    CHECK(seen("하고 싶은 것을 잊기 전에 적어 두기로 했다. 새 학기를 앞두고 마음을 이곳에 남겨 두기로 했다.\n") == "");
    CHECK(seen("올해는 조금 더 따뜻한 한 해가 되었으면 좋겠다. 이 글이 누군가에게 도움이 되면 좋겠다. 내년 이맘때 이 글을 읽고 웃을 수 있으면 좋겠다.\n") == "");
    CHECK(seen("I hope this year will be a good year for everyone.\n") == "");
    CHECK(seen("봄에는 화분을 세 개 더 들였으면 좋겠다.\n") == "봄에는 화분을 세 개 더 들였으면 좋겠다.\n");
}

TEST_CASE("guesses, courtesy and talk about the text itself promise nothing") {
    CHECK(seen("이 글에서는 올해의 목표를 간단히 정리해 보겠습니다. 많은 조언 부탁드리겠습니다. 어떻게 될지 모르겠다. 아마 많이 힘들 것이다. "
               "지켜질지는 알 수 없다. 모두에게 좋은 일이 있기를 기원하겠습니다.\n") == "");
    CHECK(seen("In this post I will describe what happened to the garden.\n") == "");
    CHECK(seen("하고 싶은 것이 많았다. 늘 운동을 하려고 했다. 화이팅!\n") == "");
}

TEST_CASE("a paste that lost its indents prints a parent before and after its children") {
    CHECK(seen("이번에 하고 싶은 것\n- 배움\n- 배움은 느리다. 멀리 간다고 했다. 그래서 이번에는 사전을 처음부터 끝까지 읽어 보려 한다.\n- 사전 찾아보기\n- 문장 옮겨 적기\n"
               "- 배움은 느리다. 멀리 간다고 했다. 그래서 이번에는 사전을 처음부터 끝까지 읽어 보려 한다.\n- 몸\n") ==
          "배움:\n  그래서 이번에는 사전을 처음부터 끝까지 읽어 보려 한다.\n  사전 찾아보기\n  문장 옮겨 적기\n몸\n");
    CHECK(seen("하반기에 하기로 한 것\n공부\n책 네 권 읽기\n강의 하나 듣기\n공부\n건강\n주 2회 달리기\n건강\n\n다른 글\n상반기를 마치며\n") ==
          "공부:\n  책 네 권 읽기\n  강의 하나 듣기\n건강:\n  주 2회 달리기\n");
    CHECK(seen("# 계획\n- 글쓰기\n- 초안 쓰기\n- 글감\n설명이 한 줄 끼었다\n- 바다\n- 산\n") == "글쓰기\n초안 쓰기\n글감:\n  # 바다\n  # 산\n");
}

TEST_CASE("an item that tells rather than promises gives its promise, or nothing") {
    CHECK(seen("# 다짐\n- 기록\n  - 작년에는 거의 남기지 못했다. 바쁘다는 핑계였다. 올해는 회의가 끝나면 바로 적어 두고 싶다.\n  - 중요하다.\n") ==
          "기록:\n  올해는 회의가 끝나면 바로 적어 두고 싶다.\n");
}

TEST_CASE("subheadings of a plan are areas once something is found below them") {
    CHECK(seen("# 여는 말\n안녕.\n# 활동 계획\n## 꾸준한 글\n매주 한 편을 꼭 내겠습니다.\n## 발표하기\n무대가 두렵다.\n## 그 밖에\n날이 춥다.\n") ==
          "꾸준한 글:\n  매주 한 편을 꼭 내겠습니다.\n발표하기\n");
}

TEST_CASE("tasks are goals wherever they stand, ticked, struck or with emoji") {
    const text::Buffer buffer("- [x] 네 편 쓰기 🎉\n- [ ] 발표 한 번 🤭\n- [X] ~~매일 달리기~~ → 주 2회로\n");
    const auto proposals = journal::propose_goals(buffer);
    REQUIRE(proposals.size() == 3);
    CHECK(proposals[0].why.reason == Why::Reason::task);
    CHECK(buffer.text(proposals[1].words) == "발표 한 번 🤭");
    CHECK(buffer.text(proposals[2].words) == "~~매일 달리기~~ → 주 2회로");
    CHECK(proposals[2].measure == journal::Measure{journal::MeasureKind::rate, 2, 0, "회", journal::Period::week, 1});
}

TEST_CASE("code, markup, comments and quotes of others are no goals") {
    CHECK(seen("# 목표\n```\n- 코드 안의 목록\n```\n- 그림 그리기\n~~~\n- 여기도\n") == "그림 그리기\n");
    CHECK(seen("# 목표\n<div>\n<!--\n- 숨은 목록\n-->\n![그림](a.png){: width=\"3\" }\n{% include a %}\n| 표 | 칸 |\nimport A from 'a';\n- 그림 그리기 <!-- 메모 -->\n") == "그림 그리기\n");
    CHECK(seen("## 모임\n> 함께 쓰겠습니다. 우리는 매주 모이려고 합니다.\n> - 매주 모이기\n") == "");
}

TEST_CASE("emphasis round an item is no part of its words") {
    CHECK(seen("# 목표\n- **매일 걷기**\n- _편지 쓰기_\n- `노래` 부르기\n") == "매일 걷기\n편지 쓰기\n`노래` 부르기\n");
}

TEST_CASE("front matter is skipped, and its title may speak of goals") {
    CHECK(seen("---\ntitle: \"백 일의 다짐\"\ntags:\n  - 매일 쓰기\n---\n\n- 아침에 걷기\n- 사과\n", 5) == "아침에 걷기\n사과\n");
    CHECK(seen("---\ntitle: 백 일의 다짐\n---\n## 여는 날\n- 아침에 걷기\n- 사과\n", 3) == "아침에 걷기\n");
}

TEST_CASE("decomposed Hangul and carriage returns change nothing") {
    // "# 목표" with its Hangul taken apart, as a Mac's tools write it.
    CHECK(seen("# \u1106\u1169\u11a8\u1111\u116d\r\n- run twice a week\r\n- swim\r\n") == "run twice a week\nswim\n");
}

TEST_CASE("every proposal says why") {
    const text::Buffer buffer("# 올해의 목표\n- 건강\n  - 걷기\n\n봄에는 정원을 새로 꾸며 보겠습니다.\n\n## 둘째 장\n- 매일 두 쪽 읽기\n");
    const auto proposals = journal::propose_goals(buffer);
    REQUIRE(proposals.size() == 4);
    CHECK(proposals[0].why == Why{Why::Reason::heading, "올해의 목표"});
    CHECK(proposals[1].why == Why{Why::Reason::parent, "건강"});
    CHECK(proposals[2].why == Why{Why::Reason::promise, "보겠습니다"});
    CHECK(proposals[3].why.quote == "올해의 목표");
}

TEST_CASE("texts of any shape and length are read through, their proposals in order") {
    std::string deep = "# 목표\n", wide = "# 목표\n", line = "# 목표\n- ", prose, headings, copies = "# 목표\n";
    for (int i = 0; i < 1000; ++i) deep += std::string(static_cast<std::size_t>(i), ' ') + "- 더 깊이\n";
    for (int i = 0; i < 4000; ++i) wide += "- 매일 한 쪽 읽기\n";
    for (int i = 0; i < 20'000; ++i) line += "하겠다. ";
    for (int i = 0; i < 4000; ++i) prose += "이번에는 한 달에 두 편을 꾸준히 올리려고 합니다. ";
    for (int i = 0; i < 4000; ++i) headings += "## 올해의 목표\n";
    for (int i = 0; i < 4000; ++i) copies += "- 가\n- 나\n";
    // What is quadratic would not come back from these.
    for (const std::string* post : {&deep, &wide, &line, &prose, &headings, &copies}) {
        const auto found = journal::propose_goals(text::Buffer(*post));
        for (std::size_t i = 0; i < found.size(); ++i) {
            CHECK(found[i].words.begin < found[i].words.end);
            if (i > 0) CHECK(found[i - 1].words.begin <= found[i].words.begin);
            if (found[i].parent) CHECK(*found[i].parent < i);
        }
    }
    CHECK(journal::propose_goals(text::Buffer(wide)).size() == 4000);
    for (const std::string_view odd : {"", "\n", "-", "- ", "•", "•\n", "```", "<!--", "#", "# ", "> ", ">>>>", "- [ ]", "- [x] ", "****", "1.", "1/ ", "---\n---", "~~", "\r"}) {
        CHECK(seen(odd).empty());
    }
}

TEST_CASE("an outline nests headings and keeps what its lines say") {
    const text::Buffer buffer("---\ntitle: '둘째'\n---\n# 가\n## 나\n말이다.\n# 다\n- 라\n  마에 이어진 말\n");
    const auto blocks = journal::outline(buffer, 3);
    REQUIRE(blocks.size() == 7);
    CHECK(journal::words_of(buffer, blocks[0]) == "둘째");
    CHECK(blocks[0].level == 0);
    CHECK(blocks[1].heading == 0);
    CHECK(blocks[2].heading == 1);
    CHECK(blocks[3].heading == 2);
    CHECK(blocks[4].heading == 0);
    CHECK(blocks[6].parent == 5);
}
