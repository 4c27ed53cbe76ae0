// An example pair, written for the purpose: what a resolution and its retrospective look like side by side.
#pragma once

#include <string>

#include "app/strings.h"
#include "journal/journal.h"

namespace dajim::app {

/// A series with one pair; the caller gives the ids.
journal::Series example_series(Language language, journal::Id series, journal::Id pair);

}  // namespace dajim::app
