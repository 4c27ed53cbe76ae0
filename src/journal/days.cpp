// Days counted by number, see days.h.
#include "journal/days.h"

#include <chrono>

namespace dajim::journal {

int day_number(Date date) {
    const std::chrono::year_month_day day{std::chrono::year(date.year), std::chrono::month(static_cast<unsigned>(date.month)),
                                          std::chrono::day(static_cast<unsigned>(date.day))};
    return std::chrono::sys_days(day).time_since_epoch().count();
}

}  // namespace dajim::journal
