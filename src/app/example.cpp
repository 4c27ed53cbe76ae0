// The example's words and marks, see example.h.
#include "app/example.h"

#include <array>
#include <optional>
#include <string_view>

#include "text/mark.h"

namespace dajim::app {
namespace {

constexpr const char* korean_resolution =
    R"(# 열 번째 다짐, 마지막 기수

이번에는 거창한 말 대신 손에 잡히는 것만 적어 두기로 했다. 반년 뒤의 내가 이 글을 다시 읽고 고개를 끄덕일 수 있으면 좋겠다.

## 꾸준히

- 열두 번 가운데 열 번 이상 글을 낸다
- 마감 하루 전에 초고를 끝낸다

## 깊게

- 한 편에 나만의 비유를 하나씩 넣는다
- 논문 정리 글을 세 편 쓴다
- 네트워크 책을 끝까지 읽는다
- 글쓰기 실력을 키운다

## 함께

- 커피챗을 한 달에 한 번은 연다

> 여섯 달 뒤의 나에게: 아직도 쓰는 일이 즐거운지 궁금하다.
)";

constexpr const char* korean_retrospective =
    R"(# 열 번을 쓰고 나서

> 열두 번 가운데 열 번 이상 글을 낸다

열 번 냈다. 패스 두 번을 모두 벚꽃이 피던 때에 썼다. 🌸

> 마감 하루 전에 초고를 끝낸다

절반은 그랬고 절반은 일요일 밤이었다. 첫 주에 뼈대를 세우면 지켜졌고, 그러지 않으면 무너졌다.

> 논문 정리 글을 세 편 쓴다

한 편. 일이 바뀌면서 읽는 것이 달라졌다. 그래도 옳은 목표였다.

> 네트워크 책을 끝까지 읽는다

2월에 하는 일이 바뀌어 데이터베이스 책으로 갈아탔다. 그 책은 끝까지 읽었다.

한 편에 비유 하나씩은 두 달 만에 그만뒀다. 비유를 찾느라 글이 늦어졌다.

글쓰기 실력은, 늘었는지 모르겠다. 무엇을 보고 늘었다고 할지 적어 두지 않았다.

## 뜻밖의 일

운영진을 도왔고, 처음으로 사람들 앞에서 발표했다.

## 다음에는

초고는 금요일에. 비유는 억지로 넣지 않는다.
)";

constexpr const char* english_resolution =
    R"(# What I want from these six months

No grand words this time, only things I can hold in my hand. I would like to read this again in half a year and nod.

## Keep going

- Publish at least ten of the twelve posts
- Finish each draft a day before it is due

## Go deeper

- Put one metaphor of my own into every post
- Write up three papers
- Read the book on networks to its end
- Become a better writer

## Together

- Have coffee with somebody new once a month

> To myself, six months from now: do you still enjoy writing?
)";

constexpr const char* english_retrospective =
    R"(# After ten posts

> Publish at least ten of the twelve posts

Ten it was. I spent both passes while the cherry trees were in bloom. 🌸

> Finish each draft a day before it is due

Half of the time. When the outline stood by the first weekend it worked; otherwise it was Sunday night again.

> Write up three papers

One. My job changed, and my reading with it. It was still the right goal.

> Read the book on networks to its end

My work moved in February, so I changed over to a book on databases. That one I finished.

The metaphors I gave up after two months. Looking for them made every post late.

Am I a better writer? I cannot say. I never wrote down what I would see it by.

## Not planned at all

I helped to run the community, and spoke in front of people for the first time.

## Next time

Drafts on Friday. No metaphors by force.
)";

constexpr const char* korean_next =
    R"(# 열한 번째 다짐

지난번 회고에서 이어 온 것부터 적는다.

- 마감 이틀 전에 초고를 끝낸다
- 논문 정리 글을 두 편 쓴다
- 글마다 새로 배운 것을 한 줄씩 남긴다
)";

constexpr const char* english_next =
    R"(# The next six months

I begin with what I carry over.

- Finish each draft two days before it is due
- Write up two papers
- Note one thing that I learned under every post
)";

using journal::Carried;
using journal::VerdictKind;

/// A goal by its words; its answer stands from the first of two words to the end of the second.
struct Told {
    const char* words;
    std::optional<int> confidence;
    const char *from, *to;
    std::optional<journal::Verdict> verdict;
};
struct Next { const char* words; std::size_t from; Carried carried; };   // `from`: which goal it carries on
struct Words {
    const char *series, *pair, *next, *resolution, *retrospective, *begins, *echo, *unpromised;
    std::array<Told, 7> goals;
    std::array<Next, 3> carried;
};

journal::Verdict judged(VerdictKind kind, std::optional<bool> still_right, const char* reason) { return {kind, still_right, {}, reason, {}}; }

Words korean() {
    return {"예시", "10기", "11기", korean_resolution, korean_retrospective, korean_next,
            "여섯 달 뒤의 나에게: 아직도 쓰는 일이 즐거운지 궁금하다.", "운영진을 도왔고, 처음으로 사람들 앞에서 발표했다.",
            {{{"열두 번 가운데 열 번 이상 글을 낸다", 80, "> 열두 번", "피던 때에 썼다. 🌸", judged(VerdictKind::kept, {}, "")},
              {"마감 하루 전에 초고를 끝낸다", 70, "> 마감 하루", "그러지 않으면 무너졌다.", judged(VerdictKind::partly, {}, "첫 주에 뼈대를 세운 달만")},
              {"한 편에 나만의 비유를 하나씩 넣는다", 50, "한 편에 비유 하나씩은", "글이 늦어졌다.", judged(VerdictKind::dropped, false, "글이 늦어져서")},
              {"논문 정리 글을 세 편 쓴다", 60, "> 논문 정리", "옳은 목표였다.", judged(VerdictKind::not_kept, true, "하는 일이 바뀌었다")},
              {"네트워크 책을 끝까지 읽는다", 60, "> 네트워크 책을", "그 책은 끝까지 읽었다.", judged(VerdictKind::changed, {}, "데이터베이스 책으로")},
              {"글쓰기 실력을 키운다", 90, "글쓰기 실력은, 늘었는지", "적어 두지 않았다.", judged(VerdictKind::cannot_judge, {}, "무엇을 보고 알지 적지 않았다")},
              {"커피챗을 한 달에 한 번은 연다", 70, nullptr, nullptr, {}}}},
            {{{"마감 이틀 전에 초고를 끝낸다", 1, Carried::raised},
              {"논문 정리 글을 두 편 쓴다", 3, Carried::lowered},
              {"글마다 새로 배운 것을 한 줄씩 남긴다", 5, Carried::same}}}};
}

Words english() {
    return {"Example", "Cohort 10", "Cohort 11", english_resolution, english_retrospective, english_next,
            "To myself, six months from now: do you still enjoy writing?", "I helped to run the community, and spoke in front of people for the first time.",
            {{{"Publish at least ten of the twelve posts", 80, "> Publish", "in bloom. 🌸", judged(VerdictKind::kept, {}, "")},
              {"Finish each draft a day before it is due", 70, "> Finish", "Sunday night again.", judged(VerdictKind::partly, {}, "when the outline stood early")},
              {"Put one metaphor of my own into every post", 50, "The metaphors I gave up", "every post late.", judged(VerdictKind::dropped, false, "it made every post late")},
              {"Write up three papers", 60, "> Write up", "the right goal.", judged(VerdictKind::not_kept, true, "my job changed")},
              {"Read the book on networks to its end", 60, "> Read the book", "That one I finished.", judged(VerdictKind::changed, {}, "a book on databases instead")},
              {"Become a better writer", 90, "Am I a better writer?", "see it by.", judged(VerdictKind::cannot_judge, {}, "I never wrote down what I would see it by")},
              {"Have coffee with somebody new once a month", 70, nullptr, nullptr, {}}}},
            {{{"Finish each draft two days before it is due", 1, Carried::raised},
              {"Write up two papers", 3, Carried::lowered},
              {"Note one thing that I learned under every post", 5, Carried::same}}}};
}

/// The words of `text` from `from` to the end of `to`.
journal::Passage passage(const text::Buffer& text, journal::Id id, std::string_view from, std::string_view to) {
    const std::string all = text.text();
    const std::size_t begin = all.find(from), end = all.find(to, begin) + to.size();
    const auto place = [&](std::size_t byte) { return text::end_of({{{}, {}}, all.substr(0, byte)}); };
    return {std::move(id), text::Range{place(begin), place(end)}, all.substr(begin, end - begin)};
}

journal::Goal goal(const text::Buffer& resolution, journal::Id id, std::string_view words) {
    journal::Goal out;
    out.id = id;
    out.words = passage(resolution, std::move(id), words, words);
    out.measure = journal::read_measure(words);
    return out;
}

}  // namespace

journal::Series example_series(Language language, const std::function<journal::Id()>& fresh_id) {
    const Words words = language == Language::ko ? korean() : english();
    journal::Series series;
    series.id = fresh_id();
    series.name = words.series;
    series.pairs.resize(2);
    journal::Pair &pair = series.pairs.front(), &next = series.pairs.back();
    pair.id = fresh_id();
    pair.name = words.pair;
    pair.start = journal::Date{2024, 10, 13};
    pair.end = journal::Date{2025, 3, 30};
    text::Buffer& resolution = pair.document(journal::End::resolution).text;
    text::Buffer& retrospective = pair.document(journal::End::retrospective).text;
    resolution = text::Buffer(words.resolution);
    retrospective = text::Buffer(words.retrospective);
    pair.seal = journal::Seal{.date = *pair.start, .text = words.resolution};
    for (const Told& told : words.goals) {
        journal::Goal& one = pair.goals.emplace_back(goal(resolution, fresh_id(), told.words));
        one.sealed = told.words;
        one.confidence = told.confidence;
        one.verdict = told.verdict;
        if (told.from) one.answers.push_back(passage(retrospective, fresh_id(), told.from, told.to));
    }
    pair.unpromised.push_back(passage(retrospective, fresh_id(), words.unpromised, words.unpromised));
    pair.echoes.push_back(passage(resolution, fresh_id(), words.echo, words.echo));

    next.id = fresh_id();
    next.name = words.next;
    next.start = journal::Date{2025, 4, 27};
    text::Buffer& begins = next.document(journal::End::resolution).text;
    begins = text::Buffer(words.begins);
    for (const Next& carried : words.carried) {
        journal::Goal& one = next.goals.emplace_back(goal(begins, fresh_id(), carried.words));
        one.origin = journal::Origin{pair.id, pair.goals[carried.from].id, carried.carried};
    }
    return series;
}

}  // namespace dajim::app
