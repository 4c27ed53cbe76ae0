// Where the writer was and how they like the desk, as a few lines of text: kept beside the journal, never in it.
#pragma once

#include <string>
#include <string_view>

#include "app/state.h"

namespace dajim::app {

std::string write_place(const State& state);

/// Takes over what can be read; unknown and broken lines are left out. Positions are not checked against the journal.
void read_place(std::string_view text, State& state);

}  // namespace dajim::app
