// The example pair's words, see example.h.
#include "app/example.h"

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

## Not planned at all

I helped to run the community, and spoke in front of people for the first time.

## Next time

Drafts on Friday. No metaphors by force.
)";

}  // namespace

journal::Series example_series(Language language, journal::Id series_id, journal::Id pair_id) {
    const bool korean = language == Language::ko;
    journal::Pair pair;
    pair.id = std::move(pair_id);
    pair.name = korean ? "10기" : "Cohort 10";
    pair.start = journal::Date{2024, 10, 13};
    pair.end = journal::Date{2025, 3, 30};
    pair.document(journal::End::resolution).text = text::Buffer(korean ? korean_resolution : english_resolution);
    pair.document(journal::End::retrospective).text = text::Buffer(korean ? korean_retrospective : english_retrospective);

    journal::Series series;
    series.id = std::move(series_id);
    series.name = korean ? "예시" : "Example";
    series.pairs.push_back(std::move(pair));
    return series;
}

}  // namespace dajim::app
