// Whole pairs, small: a list of goals and a look back at them, in both languages. What is answered, with which verdict, and what must stay silent.
#include <doctest/doctest.h>

#include <optional>
#include <span>
#include <sstream>
#include <string>
#include <vector>

#include "journal/proposals.h"

using namespace dajim;
using namespace dajim::journal;

namespace {

struct Pair {
    const char* name;
    const char* goals;           // a list
    const char* retrospective;
    const char* expected;        // "line=verdict", of several the first answer's may be any; goals not named may be anything
};

const Pair kAnswered[] = {
    {"머리말이 영역을 부른다",
     "- 건강\n"
     "  - 주 3회 수영하기\n"
     "  - 야식 끊기\n"
     "- 관계\n"
     "  - 부모님께 매주 전화하기\n",
     "## 건강\n"
     "\n"
     "수영은 여름까지 꼬박꼬박 다녔다. 야식은 결국 못 끊었다.\n"
     "\n"
     "## 관계\n"
     "\n"
     "전화는 거의 못 드렸다.\n",
     "1=kept 2=not_kept 4=not_kept"},
    {"머리말이 목표의 으뜸 명사만 부른다",
     "- 매달 소설 두 권 읽기\n"
     "- 필라테스 주 2회 다니기\n",
     "### 소설\n"
     "\n"
     "열 권 남짓 읽고 멈췄다. 계획만큼은 못 했다.\n"
     "\n"
     "### 필라테스\n"
     "\n"
     "한 번도 빠지지 않았다.\n",
     "0=not_kept 1=kept"},
    {"한 낱말과 다른 토씨",
     "- 영어 회화 학원 다니기\n"
     "- 하프 마라톤 나가기\n"
     "- 베이스 기타 배우기\n",
     "올해를 돌아본다.\n"
     "\n"
     "학원은 두 달 만에 그만뒀다. 마라톤은 10월에 완주했다. 기타는 손도 못 댔다.\n",
     "0=dropped 1=kept 2=not_kept"},
    {"겹낱말이 갈라지고 붙는다",
     "- 독서모임 참여하기\n"
     "- 아침운동 하기\n"
     "- 사진 전시회 열기\n",
     "- 독서 모임에는 꾸준히 나갔다\n"
     "- 아침에 하는 운동은 실패했다\n"
     "- 사진전은 열지 못했다\n",
     "0=kept 1=not_kept 2=not_kept"},
    {"같은 뜻의 다른 말",
     "- 한 달에 책 한 권 읽기\n"
     "- 적금 들기\n"
     "- 새벽에 일어나기\n",
     "- 독서: 성공\n"
     "- 저축은 실패\n"
     "- 새벽 기상은 석 달 하고 포기\n",
     "0=kept 1=not_kept 2=dropped"},
    {"수와 단위가 같다",
     "- 책 24권 읽기\n"
     "- 시 10편 쓰기\n",
     "## 목표 점검\n"
     "\n"
     "올해 모두 17권을 읽었다. 시는 12편을 썼다.\n",
     "0=partly 1=kept"},
    {"주기와 수로 잰다",
     "- 주 3회 달리기\n"
     "- 한 달에 두 번 등산\n",
     "- 달리기: 주 2회 정도 했다\n"
     "- 등산은 한 달에 두 번씩 갔다\n",
     "0=partly 1=kept"},
    {"에두른 판정",
     "- 가계부 쓰기\n"
     "- 스페인어 공부\n"
     "- 방 청소 매주 하기\n"
     "- 커피 줄이기\n"
     "- 일기 쓰기\n",
     "- 가계부는 흐지부지됐다\n"
     "- 스페인어는 하는 둥 마는 둥 했다\n"
     "- 방 청소는 나름 잘 지켰다\n"
     "- 커피는 오히려 늘었다\n"
     "- 일기는 거의 매일 썼다\n",
     "0=not_kept 1=partly 2=kept 3=not_kept 4=partly/kept"},
    {"끊기로 한 것은 여전하다",
     "- 야식 끊기\n"
     "- 유튜브 쇼츠 안 보기\n"
     "- 택시 타지 않기\n",
     "- 야식은 여전히 먹고 있다\n"
     "- 쇼츠는 더 이상 보지 않는다\n"
     "- 택시는 한 번도 타지 않았다\n",
     "0=not_kept 1=kept 2=kept"},
    {"절반은 그랬고",
     "- 매일 산책하기\n",
     "산책은 절반은 그랬고 절반은 아니었다.\n",
     "0=partly"},
    {"물음에 답한다",
     "- 운전면허 따기\n"
     "- 김치 담그기\n",
     "### 운전면허는 땄나?\n"
     "\n"
     "땄다. 두 번 만에 붙었다.\n"
     "\n"
     "### 김치는?\n"
     "\n"
     "담그지 못했다.\n",
     "0=kept 1=not_kept"},
    {"차례로 훑는다",
     "- 새벽 수영\n"
     "- 독일어 시험 합격\n"
     "- 텃밭 가꾸기\n",
     "첫 번째 목표였던 수영은 매일 다녔다. 두 번째, 독일어 시험은 떨어졌다. 마지막으로 텃밭은 상추까지는 거뒀다.\n",
     "0=kept 1=not_kept 2=kept"},
    {"Headings of the area",
     "- Health\n"
     "  - Swim three times a week\n"
     "  - Stop eating after nine\n"
     "- Music\n"
     "  - Practice the cello daily\n",
     "## Health\n"
     "\n"
     "I swam all year. Eating late? I never managed to stop.\n"
     "\n"
     "## Music\n"
     "\n"
     "Practice fell apart in May.\n",
     "1=kept 2=not_kept 4=not_kept"},
    {"A head noun with other words",
     "- Finish the pottery course\n"
     "- Run a half marathon\n"
     "- Write a letter to my sister every month\n",
     "I dropped out of the pottery course after two weeks. The marathon was cancelled, so I never ran it. The letters: kept it up all year.\n",
     "0=dropped 1=not_kept/dropped 2=kept"},
    {"Hedged in English",
     "- Learn Portuguese\n"
     "- Meditate every morning\n"
     "- Cook at home\n"
     "- Save 200 dollars a month\n",
     "- Portuguese: barely started\n"
     "- Meditation went well until summer, then I let it slide\n"
     "- Cooking at home: more or less\n"
     "- Saving money was a success\n",
     "0=not_kept 1=partly 2=partly 3=kept"},
    {"Numbers in English",
     "- Read 30 books\n"
     "- Publish 12 essays\n",
     "## How the goals went\n"
     "\n"
     "I read 21 books. I published 14 essays.\n",
     "0=partly 1=kept"},
    {"A table of goals",
     "- Cycle to work\n"
     "- Call dad weekly\n"
     "- Paint the fence\n",
     "| Goal | How it went |\n"
     "|---|---|\n"
     "| cycling to work | done |\n"
     "| calls with dad | forgot most weeks |\n"
     "| fence | not done |\n",
     "0=kept 2=not_kept"},
    {"글감은 제목의 주소로도 안다",
     "- 쓰고 싶은 글\n"
     "  - Kotlin 코루틴 소개\n"
     "  - 그래프 데이터베이스 입문\n"
     "  - 도커 네트워크\n",
     "## 쓴 글\n"
     "\n"
     "- [비동기를 쉽게 다루기](https://example.org/dev/2023/04/kotlin-coroutine-basics)\n"
     "- [그래프 데이터베이스를 쓰며 배운 것](https://example.org/dev/graph)\n"
     "- [이사한 이야기](https://example.org/life/moving)\n",
     "1=kept 2=kept 3=silent"},
    {"사람을 만나는 다짐을 아쉬워한다",
     "- 동네 이웃들과 모임에서 새로운 친구를 사귀고 싶다\n"
     "- 매주 한 번 봉사하기\n",
     "## 아쉬운 점\n"
     "\n"
     "- 소극적인 참여\n"
     "  - 반상회나 모임 같은 자리가 있었지만 낯을 가려 친구를 많이 사귀지 못한 것이 아쉽다.\n",
     "0=partly 1=silent"},
    {"다짐을 인용하며 답한다",
     "- 매일 영단어 20개 외우기\n"
     "- 물 2리터 마시기\n",
     "\"매일 영단어 20개 외우기\"는 한 달도 못 갔다.\n"
     "\n"
     "물 2리터는 잘 지켰다.\n",
     "0=not_kept 1=kept"},
    {"잘된 것과 안된 것",
     "- 새 직장 구하기\n"
     "- 매일 푸시업 50개\n"
     "- 할머니 댁 자주 가기\n",
     "## 잘된 것\n"
     "- 이직\n"
     "- 할머니 댁 방문\n"
     "\n"
     "## 안된 것\n"
     "- 푸시업\n",
     "1=not_kept 2=kept"},
    {"꼬리말 판정",
     "- 회사에서 발표 한 번 하기\n"
     "- 사이드 프로젝트 출시\n",
     "발표를 한 번 했다(성공!).\n"
     "\n"
     "사이드 프로젝트는 출시 직전에서 멈췄다.\n",
     "0=kept 1=not_kept"},
    {"콜론 앞 이름과 결과 수",
     "- 건강\n"
     "  - 매주 3번 헬스장 가기\n"
     "  - 체중 5kg 감량\n"
     "- 커리어\n"
     "  - 이직 준비하기\n"
     "  - 사이드 프로젝트 하나 출시하기\n"
     "  - 기술 블로그 글 20개 쓰기\n",
     "## 2023년 목표 돌아보기\n"
     "\n"
     "**건강**\n"
     "- 헬스장: 초반에는 열심히 갔지만 하반기에는 거의 못 갔다.\n"
     "- 체중은 3kg 빠졌다.\n"
     "\n"
     "**커리어**\n"
     "- 이직: 9월에 성공!\n"
     "- 사이드 프로젝트: 시작만 하고 마무리를 못 했다\n"
     "- 블로그: 11개 작성\n",
     "1=partly/not_kept 2=partly/kept 4=kept 5=not_kept/partly 6=partly"},
    {"산문 하나에 여럿",
     "- 매일 30분 걷기\n"
     "- 채식 늘리기\n"
     "- 친구들과 캠핑 가기\n"
     "- 일본어 능력시험 N3 합격\n",
     "가장 잘 지킨 건 걷기였다. 비가 와도 우산을 쓰고 걸었다. 채식은 주중 점심만 했으니 반쯤 지킨 셈이다. 캠핑은 일정이 맞지 않아 한 번도 못 갔다. N3는 7월에 합격했다!\n",
     "0=kept 1=partly 2=not_kept 3=kept"},
    {"OKR",
     "- O1. 팀의 배포를 빠르게 한다\n"
     "  - KR1. 배포 시간 30분에서 10분으로 줄이기\n"
     "  - KR2. 자동화 테스트 커버리지 70% 달성\n"
     "- O2. 좋은 동료 되기\n"
     "  - KR1. 코드 리뷰 매주 5건\n",
     "## 3분기 결과\n"
     "\n"
     "| KR | 점수 | 메모 |\n"
     "|---|---|---|\n"
     "| 배포 시간 | 1.0 | 9분까지 줄었다 |\n"
     "| 테스트 커버리지 | 0.6 | 62%까지 올렸다 |\n"
     "| 코드 리뷰 | 0.4 | 바빠서 주 2건 정도 했다 |\n",
     "1=kept 2=partly/kept 4=partly"},
    {"왜 못 지켰는지",
     "- 영어 일기 매주 쓰기\n"
     "- 새벽 기상\n"
     "- 강의 3개 완강\n",
     "### 지키지 못한 것들\n"
     "\n"
     "영어 일기는 두 달을 넘기지 못했다. 새벽 기상도 마찬가지였다.\n"
     "\n"
     "### 지킨 것들\n"
     "\n"
     "강의는 네 개나 들었다.\n",
     "0=not_kept 1=not_kept 2=kept"},
    {"반쪽만 지킨 말들",
     "- 그림 그리기\n"
     "- 영상 편집 배우기\n"
     "- 러시아어 공부하기\n"
     "- 봉사활동 참여하기\n"
     "- 주말농장 가꾸기\n",
     "- 그림은 그리긴 했는데 만족스럽지는 않다.\n"
     "- 영상 편집은 기초만 배웠다.\n"
     "- 러시아어는 알파벳까지만 익혔다.\n"
     "- 봉사활동은 생각만큼 자주 못 갔다.\n"
     "- 주말농장은 상반기만 지켰다.\n",
     "0=kept/partly 1=partly/kept 2=partly/kept 3=partly 4=partly"},
    {"English walk-through",
     "- Fitness\n"
     "  - Go to the gym twice a week\n"
     "  - Drink less coffee\n"
     "- Craft\n"
     "  - Finish my novel draft\n"
     "  - Submit a short story to a magazine\n"
     "- People\n"
     "  - Host dinner for friends every month\n",
     "# Year in review\n"
     "\n"
     "**Gym.** Twice a week until August, then my knee gave out and I stopped going.\n"
     "\n"
     "**Coffee.** Still four cups a day.\n"
     "\n"
     "**Novel.** The draft is done: 81,000 words.\n"
     "\n"
     "**Short story.** Submitted two, both rejected.\n"
     "\n"
     "**Dinners.** I hosted three in total. Not every month, but some.\n",
     "1=partly/dropped 2=not_kept 4=kept 5=kept/partly"},
    {"English prose",
     "- Learn to drive\n"
     "- Volunteer at the shelter\n"
     "- Read more poetry\n"
     "- Keep a gratitude journal\n",
     "I finally got my license, so learning to drive is off the list. I volunteered at the shelter every other Saturday. Poetry fell by the wayside. The gratitude journal lasted eleven days.\n",
     "1=kept 2=not_kept"},
    {"학기",
     "- 학점 4.0 넘기기\n"
     "- 토론 동아리 들기\n"
     "- 교환학생 지원하기\n"
     "- 아르바이트 줄이기\n",
     "학점은 3.8로 아쉽게 못 넘겼다. 토론 동아리에 들어가 두 번 대회에 나갔다. 교환학생은 지원서까지 썼지만 집안 사정으로 포기했다. 아르바이트는 주 3일에서 주 1일로 줄였다.\n",
     "0=not_kept 1=kept 2=dropped 3=kept"},
    {"백일",
     "- 백 일 동안 매일 5시 기상\n"
     "- 밀가루 끊기\n"
     "- 감사 노트 쓰기\n",
     "- 5시 기상 🔺 40일까지는 잘했는데 그 뒤로 무너졌다\n"
     "- 밀가루 ❌\n"
     "- 감사 노트 ⭕\n",
     "0=partly 1=not_kept 2=kept"},
};

const Pair kSilent[] = {
    {"같은 낱말, 다른 일",
     "- 매일 일기 쓰기\n"
     "- 바다 보러 가기\n",
     "매일 회의록을 썼다. 우리 회사 이름은 바다다.\n",
     "0=silent 1=silent"},
    {"다음 계획",
     "- 중국어 배우기\n",
     "내년에는 중국어를 배우고 싶다. 중국어 학원도 알아보려고 한다.\n",
     "0=silent"},
    {"남의 일",
     "- 자전거로 출근하기\n"
     "- 결혼하기\n",
     "동료는 자전거로 출근했다. 친구가 결혼했다.\n",
     "0=silent 1=silent"},
    {"총평은 한 목표의 것이 아니다",
     "- 꾸준한 습관 만들기\n"
     "- 사진 찍기\n",
     "올해 다짐은 전체적으로 80%쯤 지켰고 꾸준한 습관의 힘을 알았다. 다섯 가지 중 세 가지를 이뤘다.\n",
     "0=silent 1=silent"},
    {"그저 되풀이한다",
     "- 목공 배우기\n"
     "- 화분 키우기\n",
     "연초에 목공 배우기와 화분 키우기를 적었다. 그런 다짐을 왜 했을까?\n",
     "0=silent 1=silent"},
    {"글의 일반론",
     "- 블로그에 글 올리기\n"
     "- 코드 리뷰 받기\n",
     "글은 어렵다. 좋은 코드는 읽기 쉽다. 글을 읽어 주셔서 감사합니다.\n",
     "0=silent 1=silent"},
    {"예전 이야기",
     "- 담배 끊기\n",
     "예전에는 담배를 끊지 못했다. 작년에도 실패했다고 한다.\n",
     "0=silent"},
    {"수만 같다",
     "- 책 12권 읽기\n"
     "- 팔굽혀펴기 100개\n",
     "친구에게 선물 12개를 보냈다. 회의가 100번 있었다. 화분 12개를 샀다.\n",
     "0=silent 1=silent"},
    {"다른 목표의 판정",
     "- 수영 배우기\n"
     "- 수학 배우기\n",
     "- 수영 배우기: 성공\n",
     "0=kept 1=silent"},
    {"물건의 성공",
     "- 영화 시나리오 쓰기\n"
     "- 요리 배우기\n",
     "그 영화는 크게 성공했다. 요리 프로그램이 실패한 이유를 읽었다.\n",
     "0=silent 1=silent"},
    {"머리말이 회사 일이다",
     "- 운동 꾸준히 하기\n"
     "- 데이터 분석 공부\n",
     "## 회사에서\n"
     "\n"
     "데이터 파이프라인을 고쳤다. 배포에 실패했지만 복구했다.\n"
     "\n"
     "## 여행\n"
     "\n"
     "제주에서 노을을 봤다.\n",
     "0=silent 1=silent"},
    {"the same word, another thing",
     "- Write a diary every day\n"
     "- Plant a tree\n",
     "I wrote tests every day. Our decision tree model failed. The park has trees.\n",
     "0=silent 1=silent"},
    {"plans",
     "- Learn to sail\n",
     "Next year I want to learn to sail. I will book a sailing course.\n",
     "0=silent"},
    {"others did it",
     "- Ride a bike to work\n"
     "- Learn to bake bread\n",
     "My brother rides a bike to school. Bread was expensive this year.\n",
     "0=silent 1=silent"},
    {"a verdict on everything",
     "- Sleep eight hours\n"
     "- Keep the garden alive\n",
     "All in all I kept about 70% of my goals. Overall it was a good year and I achieved most of what I wanted.\n",
     "0=silent 1=silent"},
    {"a list only repeated",
     "- Knit a scarf\n"
     "- Visit Busan\n",
     "These were my goals:\n"
     "\n"
     "- Knit a scarf\n"
     "- Visit Busan\n"
     "\n"
     "Then the year began.\n",
     "0=silent 1=silent"},
    {"numbers alone",
     "- Read 10 papers\n"
     "- Do 20 pull-ups\n",
     "We hired 10 people. The office moved 20 kilometers away. There were 10 meetings a week.\n",
     "0=silent 1=silent"},
    {"글감과 닮은 다른 글",
     "- 쓰고 싶은 글\n"
     "  - 리액트 상태 관리\n"
     "  - 리액트 성능 측정\n",
     "## 쓴 글\n"
     "\n"
     "- [리액트 서버 컴포넌트](https://example.org/react-server)\n"
     "- [상태가 좋지 않은 날](https://example.org/bad-day)\n",
     "1=silent 2=silent"},
    {"바람",
     "- 이웃과 인사하기\n"
     "- 더 많이 웃기\n",
     "이웃과 인사하며 지내면 좋겠다. 모두 많이 웃으셨으면 합니다.\n",
     "0=silent 1=silent"},
    {"물음으로 끝난다",
     "- 유언장 써 보기\n",
     "유언장은 언제 쓸까? 유언장을 썼더라면 어땠을까?\n",
     "0=silent"},
    {"영역만 같다",
     "- 공부\n"
     "  - 통계학 강의 듣기\n"
     "  - 논문 20편 읽기\n",
     "## 공부\n"
     "\n"
     "공부는 앉는 것이 반이다. 책상을 새로 샀다.\n",
     "1=silent 2=silent"},
    {"비슷한 낱말이 많은 일기",
     "- 회사에서 영어로 회의하기\n"
     "- 매주 금요일 저녁 비우기\n",
     "금요일에 회의가 있었다. 저녁은 라면을 먹었다. 회사 근처로 이사했다. 영어 이름을 지었다.\n",
     "0=silent 1=silent"},
    {"감사와 마무리",
     "- 커뮤니티에서 발표하기\n"
     "- 멘토링 시작하기\n",
     "올해 커뮤니티에서 만난 분들께 감사합니다. 발표 자료를 만들어 주신 분들도 고생 많았습니다.\n",
     "0=silent 1=silent"},
    {"같은 이름의 다른 것",
     "- 파이썬 책 쓰기\n"
     "- 산에 오르기\n",
     "뱀 파이썬을 동물원에서 봤다. 물가가 산처럼 올랐다. 책상을 샀다.\n",
     "0=silent 1=silent"},
    {"회고 방법 이야기",
     "- 매달 회고 쓰기\n"
     "- 일주일 계획 세우기\n",
     "이 글은 KPT 방법으로 쓴다. 회고에는 여러 방법이 있다. 계획과 실제의 차이를 적는 방법도 있다.\n",
     "0=silent 1=silent"},
    {"남은 다짐을 옮긴다",
     "- 자격증 따기\n"
     "- 가족 사진 찍기\n",
     "## 내년으로 넘기는 것\n"
     "\n"
     "- 자격증 따기\n"
     "- 가족 사진 찍기\n",
     "0=silent 1=silent"},
    {"what the year was like",
     "- Move to the coast\n"
     "- Paint the kitchen\n",
     "The coast was stormy. We ate in the kitchen a lot. Paint prices went up.\n",
     "0=silent 1=silent"},
    {"questions",
     "- Write to my grandfather\n",
     "Did I write to my grandfather? What would I have said?\n",
     "0=silent"},
    {"advice",
     "- Wake up at six\n"
     "- Save money\n",
     "You should wake up early. Money can't buy time. People save too little.\n",
     "0=silent 1=silent"},
    {"next",
     "- Learn knitting\n"
     "- Cycle across the island\n",
     "## Next year\n"
     "\n"
     "- Learn knitting\n"
     "- Cycle across the island with Min\n",
     "0=silent 1=silent"},
    {"인용된 남의 다짐",
     "- 물 많이 마시기\n",
     "> 물을 많이 마시라던 의사의 말\n"
     "\n"
     "의사가 물을 많이 마시라고 했다.\n",
     "0=silent"},
    {"일상",
     "- 클라이밍 시작하기\n"
     "- 시집 다섯 권 읽기\n"
     "- 부모님과 여행 가기\n",
     "여행지에서 시집 한 권을 잃어버렸다. 부모님은 건강하시다. 새로 시작한 드라마가 재미있다.\n",
     "0=silent 1=silent 2=silent"},
    {"목표로 잡았던 것을 말할 뿐이다",
     "- 블로그 디자인 바꾸기\n"
     "- 뉴스레터 구독자 100명\n",
     "연초에 나는 블로그 디자인 바꾸기와 뉴스레터 구독자 100명을 목표로 잡았었다. 왜 그런 목표를 세웠는지부터 적어 본다.\n",
     "0=silent 1=silent"},
};

/// What became of the goal in each line of the list: "silent", or the first answer's verdict.
std::vector<std::string> told(const Pair& pair) {
    static constexpr const char* names[] = {"kept", "partly", "not_kept", "changed", "dropped", "cannot_judge"};
    const text::Buffer resolution("# 올해의 목표 (goals)\n\n" + std::string(pair.goals)), retrospective(pair.retrospective);
    std::vector<GoalWords> goals;
    std::vector<std::size_t> lines;
    for (const GoalProposal& proposal : propose_goals(resolution)) {
        goals.push_back({resolution.text(proposal.words), proposal.parent, proposal.kind, proposal.measure});
        lines.push_back(proposal.words.begin.paragraph - 2);
    }
    std::vector<std::string> out(lines.empty() ? 0 : lines.back() + 1, "no goal");
    std::vector<bool> seen(goals.size(), false);
    for (const AnswerProposal& proposal : propose_answers(goals, retrospective)) {
        if (!proposal.goal || seen[*proposal.goal]) continue;
        seen[*proposal.goal] = true;
        out[lines[*proposal.goal]] = !proposal.answer ? "silent" : proposal.verdict ? names[static_cast<std::size_t>(*proposal.verdict)] : "answered";
    }
    return out;
}

void check(std::span<const Pair> pairs) {
    for (const Pair& pair : pairs) {
        CAPTURE(std::string(pair.name));
        const std::vector<std::string> found = told(pair);
        std::istringstream expected(pair.expected);
        for (std::string one; expected >> one;) {
            const std::size_t equals = one.find('='), line = std::stoul(one.substr(0, equals));
            REQUIRE(line < found.size());
            CAPTURE(line);
            CAPTURE(found[line]);
            const std::string any = "/" + one.substr(equals + 1) + "/";
            CHECK_MESSAGE(any.find("/" + found[line] + "/") != std::string::npos, any);
        }
    }
}

}  // namespace

TEST_CASE("goals that a retrospective speaks of are answered") { check(kAnswered); }

TEST_CASE("goals whose words only come up stay silent") { check(kSilent); }
