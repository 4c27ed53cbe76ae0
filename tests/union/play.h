// What the union of journals is tried with: random histories and what must hold of them, and three devices with a model of all that was acknowledged.
#pragma once

#include <string>

namespace trial {

/// Three journals from one past, edited by the dice: united in every order they are the same, and nothing is lost. What is wrong, or nothing.
std::string properties(unsigned seed);

/// Three devices that write, delete, export, import (old files too), are killed and have clocks that jump. What is wrong, or nothing.
std::string devices(unsigned seed);

}  // namespace trial
