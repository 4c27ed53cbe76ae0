// An example, written for the purpose: a resolution and its retrospective with goals, answers and verdicts, and how the next pair begins.
#pragma once

#include <functional>

#include "app/strings.h"
#include "journal/journal.h"

namespace dajim::app {

/// A series of two pairs, the first one judged; `fresh_id` answers another id at each call.
journal::Series example_series(Language language, const std::function<journal::Id()>& fresh_id);

}  // namespace dajim::app
