// How a goal can be judged: what its words say of how much, how often, until when.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace dajim::journal {

enum class MeasureKind : std::uint8_t {
    at_least,     ///< N or more: "최소 5번", "10회 이상"
    at_most,      ///< N or fewer: "벌금 만원으로 끝내기"
    rate,         ///< N in every so long, without saying which way: "2주에 한 번"
    part,         ///< n of m, or n percent: "70%"
    yes_no,       ///< done or not done
    qualitative,  ///< told in words
    rule,         ///< something that holds always: "패스는 쓰지 않는다"
    topics,       ///< a list of things to write about
};

enum class Period : std::uint8_t { none, day, week, month, quarter, year, round };

struct Measure {
    MeasureKind kind = MeasureKind::yes_no;
    double amount = 0;            ///< N, or n of a part
    double of = 0;                ///< m of a part; 0 where there is none
    std::string unit;             ///< as written: "번", "원", "%", "posts"
    Period per = Period::none;    ///< also of at_least and at_most: "하루에 한 번 이상"
    int every = 1;                ///< of `per`: "2주에 한 번" is once in 2 weeks
    bool operator==(const Measure&) const = default;
};

/// What the words promise, in Korean or English: a quantity before all, then a rule ("꼭", "never"), then what is either done or not
/// ("완주하기"), then what only words can tell ("꾸준히"); nothing when they say none of it. Numbers may be written in digits ("10회"),
/// in Korean ("한 번", "열 개", "만원") or in English ("twice a week"). Times of day, dates, years, cohorts and versions are no quantities.
std::optional<Measure> read_measure(std::string_view words);

}  // namespace dajim::journal
