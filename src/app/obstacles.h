// What stood in a goal's way: tags that everybody knows, and the writer's own.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "app/strings.h"
#include "journal/goal.h"

namespace dajim::app {

struct Obstacle {
    const char* tag;   ///< as the journal keeps it, whatever the language
    Str title;
};
std::span<const Obstacle> known_obstacles();

bool has_obstacle(const journal::Verdict& verdict, std::string_view tag);
/// The writer's own, "a, b"; and the verdict with these instead, the known ones untouched.
std::string own_obstacles(const journal::Verdict& verdict);
void set_own_obstacles(journal::Verdict& verdict, std::string_view words);

}  // namespace dajim::app
