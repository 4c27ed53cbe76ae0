// What measures are worded with: what is counted, how often, which way it bounds, and wordings that need no number.
#pragma once

#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "journal/measure.h"

namespace dajim::journal {

enum class Way : std::uint8_t { unsaid, least, most };
enum class Of : std::uint8_t { count, clock, span, money, percent };   // span: days and longer, clock: hours and shorter

struct Counter { std::string_view name; Of of = Of::count; };
inline constexpr Counter counters[] = {
    {"번"}, {"회"}, {"차례"}, {"개"}, {"편"}, {"권"}, {"줄"}, {"장"}, {"쪽"}, {"페이지"}, {"명"}, {"사람"}, {"걸음"}, {"보"}, {"문제"}, {"곡"}, {"잔"}, {"끼"}, {"가지"},
    {"챕터"}, {"강의"}, {"강"}, {"곳"}, {"문장"}, {"단어"}, {"자"}, {"글자"}, {"판"}, {"세트"}, {"점"}, {"건"}, {"커밋"}, {"포스팅"}, {"포스트"}, {"통"}, {"바퀴"}, {"마디"}, {"모금"},
    {"킬로미터"}, {"킬로그램"}, {"킬로"}, {"키로"}, {"미터"}, {"리터"}, {"개국"}, {"군데"}, {"과목"}, {"레슨"}, {"라운드"}, {"회차"}, {"글"}, {"책"}, {"군"}, {"병"}, {"알"}, {"그릇"}, {"벌"},
    {"시간", Of::clock}, {"분", Of::clock}, {"초", Of::clock},
    {"일", Of::span}, {"주일", Of::span}, {"주", Of::span}, {"개월", Of::span}, {"달", Of::span}, {"분기", Of::span}, {"학기", Of::span}, {"년", Of::span}, {"해", Of::span},
    {"원", Of::money}, {"달러", Of::money}, {"불", Of::money},
    {"%", Of::percent}, {"퍼센트", Of::percent}, {"프로", Of::percent}, {"％", Of::percent},
    {"km"}, {"kg"}, {"kcal"}, {"ml"}, {"m"}, {"l"}, {"g"}, {"pr"}, {"h", Of::clock}, {"hr", Of::clock}, {"min", Of::clock}, {"mins", Of::clock},
};

struct Span { std::string_view name; Period per; };
inline constexpr Span spans[] = {
    {"주일", Period::week}, {"주", Period::week}, {"일", Period::day}, {"개월", Period::month}, {"달", Period::month}, {"분기", Period::quarter},
    {"년", Period::year}, {"해", Period::year}, {"회차", Period::round}, {"라운드", Period::round},
};
inline constexpr Span english_spans[] = {
    {"day", Period::day}, {"night", Period::day}, {"morning", Period::day}, {"evening", Period::day}, {"weekday", Period::day}, {"week", Period::week}, {"weekend", Period::week}, {"monday", Period::week},
    {"tuesday", Period::week}, {"wednesday", Period::week}, {"thursday", Period::week}, {"friday", Period::week}, {"saturday", Period::week},
    {"sunday", Period::week}, {"month", Period::month}, {"quarter", Period::quarter}, {"year", Period::year}, {"round", Period::round},
};

// What stands for a period by itself. `every` of it; reach 0: needs no quantity.
struct PeriodWord { std::string_view word; Period per; int every = 1; std::size_t reach = std::string::npos; };
inline constexpr PeriodWord period_words[] = {
    {"매일", Period::day}, {"날마다", Period::day}, {"하루에", Period::day, 1, 45}, {"하루", Period::day, 1, 14}, {"아침마다", Period::day}, {"저녁마다", Period::day}, {"밤마다", Period::day},
    {"매주", Period::week}, {"주마다", Period::week}, {"요일마다", Period::week}, {"주말마다", Period::week}, {"일주일에", Period::week, 1, 45}, {"일주일마다", Period::week},
    {"주에", Period::week, 1, 30}, {"주당", Period::week, 1, 30}, {"주간", Period::week, 1, 4},
    {"매달", Period::month}, {"매월", Period::month}, {"달마다", Period::month}, {"월마다", Period::month}, {"월평균", Period::month, 1, 14}, {"한달에", Period::month, 1, 45},
    {"격주", Period::week, 2}, {"격월", Period::month, 2}, {"격일", Period::day, 2}, {"이틀에", Period::day, 2, 45}, {"이틀마다", Period::day, 2}, {"사흘에", Period::day, 3, 45}, {"사흘마다", Period::day, 3},
    {"보름에", Period::day, 15, 45}, {"보름마다", Period::day, 15}, {"이주에", Period::week, 2, 30},
    {"매 분기", Period::quarter}, {"매분기", Period::quarter}, {"분기별", Period::quarter}, {"분기마다", Period::quarter}, {"분기에", Period::quarter, 1, 30},
    {"매년", Period::year}, {"해마다", Period::year}, {"매해", Period::year}, {"일년에", Period::year, 1, 45}, {"연간", Period::year, 1, 30},
    {"매 회차", Period::round}, {"매회차", Period::round}, {"매회", Period::round}, {"회차마다", Period::round}, {"라운드마다", Period::round}, {"회차당", Period::round, 1, 30},
};
inline constexpr PeriodWord english_period_words[] = {
    {"daily", Period::day}, {"weekly", Period::week}, {"monthly", Period::month}, {"quarterly", Period::quarter}, {"yearly", Period::year}, {"annually", Period::year},
    {"biweekly", Period::week, 2}, {"bi-weekly", Period::week, 2}, {"fortnightly", Period::week, 2}, {"every fortnight", Period::week, 2}, {"a fortnight", Period::week, 2},
    {"bimonthly", Period::month, 2},
};

// May stand behind a Korean counter without a blank; anything else makes another word of it ("5개국", "3번째", "한번에").
inline constexpr std::string_view particles[] = {
    "은", "는", "이", "가", "을", "를", "도", "만", "씩", "의", "에", "로", "으로", "까지", "이상", "이하", "이내", "미만", "초과", "넘게", "정도", "쯤", "마다", "라도", "당", "밖에", "짜리", "안에", "동안", "간",
    "차", "째", "뒤", "후", "전", "부터", "내", "과", "와", "이나", "보다", "만큼", "읽", "쓰",
};

/// Small letters only.
std::string_view english_word(std::string_view text, std::size_t at);
const Span* english_span(std::string_view word);

bool starts_any(std::string_view text, std::span<const std::string_view> words);
bool starts_any(std::string_view text, std::initializer_list<std::string_view> words);
inline bool is_letter(char c) { return c >= 'a' && c <= 'z'; }
inline bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// Which way a number is bound by what stands before `at`, or behind `end`: "최소 …", "… 이하".
Way way_before(std::string_view text, std::size_t at);
Way way_behind(std::string_view text, std::size_t end, Of of = Of::count);

/// Of fines, passes and the like people promise few: does such a word stand before the quantity?
bool is_ceiling(std::string_view text, std::size_t quantity_begin, std::size_t quantity_end, Of of);

/// "절반", "모든 글", and rules, deeds and degrees: what a text without a quantity measures.
std::optional<Measure> portion_in(std::string_view text);
std::optional<Measure> wording_in(std::string_view text);

}  // namespace dajim::journal
