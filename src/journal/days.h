// Days counted by number, so that they can be subtracted.
#pragma once

#include "journal/date.h"

namespace dajim::journal {

/// Since 1970-01-01, by <chrono>'s calendar.
int day_number(Date date);

}  // namespace dajim::journal
