// Days as people write them.
#include <doctest/doctest.h>

#include "journal/date.h"

using dajim::journal::Date;
using dajim::journal::exists;
using dajim::journal::read_date;
using dajim::journal::write_date;

TEST_CASE("a day is read however it is written") {
    const Date day{2024, 10, 3};
    for (const char* const text :
         {"2024-10-03", "2024-10-3", "2024.10.03", "2024. 10. 3.", "2024/10/3", "20241003", "  2024-10-03\t",
          "2024-10-03 17:31:00 +0900", "2024-10-03T17:31:00Z", "2024. 10. 3. (목)", "2024-10-03(목)"}) {
        CAPTURE(text);
        CHECK(read_date(text) == day);
    }
}

TEST_CASE("what is no day is nothing") {
    for (const char* const text : {"",
                                   "2024",
                                   "2024-10",
                                   "2024-13-01",
                                   "2024-02-30",
                                   "2023-02-29",
                                   "2024-10-031",
                                   "202410031",
                                   "2024 1003",
                                   "24-10-03",
                                   "2024-10.03",
                                   "2024-10-03abc",
                                   "2024--1-1",
                                   "-2024-10-03",
                                   "0000-01-01",
                                   "2024-0-1",
                                   "2024년 10월 3일",
                                   "October 3, 2024",
                                   "99999-01-01",
                                   "2024-10-03Tomorrow"}) {
        CAPTURE(text);
        CHECK(!read_date(text));
    }
}

TEST_CASE("leap days exist in leap years only") {
    CHECK(exists({2024, 2, 29}));
    CHECK(exists({2000, 2, 29}));
    CHECK_FALSE(exists({2023, 2, 29}));
    CHECK_FALSE(exists({1900, 2, 29}));
    CHECK_FALSE(exists({10000, 1, 1}));
    CHECK_FALSE(exists({2024, 4, 31}));
}

TEST_CASE("a written day is read back") {
    for (const Date day : {Date{1, 1, 1}, Date{987, 6, 5}, Date{2024, 10, 13}, Date{9999, 12, 31}})
        CHECK(read_date(write_date(day)) == day);
    CHECK(write_date({987, 6, 5}) == "0987-06-05");
}
