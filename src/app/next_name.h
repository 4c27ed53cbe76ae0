// What the pair after this one is called.
#pragma once

#include <string>

namespace dajim::app {

/// "9기" is followed by "10기", "2025-09" by "2025-10"; a name without a number by nothing.
std::string next_name(const std::string& name);

}  // namespace dajim::app
