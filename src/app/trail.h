// The trail of a goal whose words were amended: what was sealed, and what it became on which day, each as a line to read.
#pragma once

#include <string>
#include <vector>

#include "app/strings.h"
#include "journal/journal.h"

namespace dajim::app {

/// Oldest first; empty where nothing was amended, and while nothing is sealed. A goal that was added after the seal begins with the day on which it was.
std::vector<std::string> trail(const journal::Pair& pair, const journal::Goal& goal, Language language);

}  // namespace dajim::app
