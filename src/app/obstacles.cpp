// Tags of obstacles, see obstacles.h.
#include "app/obstacles.h"

#include <algorithm>

namespace dajim::app {
namespace {

constexpr Obstacle known[] = {{"time", Str::obstacle_time}, {"health", Str::obstacle_health}, {"motivation", Str::obstacle_motivation},
                              {"work", Str::obstacle_work}, {"people", Str::obstacle_people}, {"plan", Str::obstacle_plan},
                              {"luck", Str::obstacle_luck}};

bool is_known(std::string_view tag) {
    return std::any_of(std::begin(known), std::end(known), [tag](const Obstacle& one) { return tag == one.tag; });
}

}  // namespace

std::span<const Obstacle> known_obstacles() { return known; }

bool has_obstacle(const journal::Verdict& verdict, std::string_view tag) {
    return std::find(verdict.obstacles.begin(), verdict.obstacles.end(), tag) != verdict.obstacles.end();
}

std::string own_obstacles(const journal::Verdict& verdict) {
    std::string out;
    for (const std::string& tag : verdict.obstacles) {
        if (!is_known(tag)) out += (out.empty() ? "" : ", ") + tag;
    }
    return out;
}

void set_own_obstacles(journal::Verdict& verdict, std::string_view words) {
    std::erase_if(verdict.obstacles, [](const std::string& tag) { return !is_known(tag); });
    while (!words.empty()) {
        const std::size_t comma = std::min(words.find(','), words.size());
        std::string_view tag = words.substr(0, comma);
        words.remove_prefix(std::min(comma + 1, words.size()));
        const std::size_t from = tag.find_first_not_of(' '), to = tag.find_last_not_of(' ');
        if (from == std::string_view::npos) continue;
        tag = tag.substr(from, to - from + 1);
        if (!has_obstacle(verdict, tag)) verdict.obstacles.emplace_back(tag);
    }
}

}  // namespace dajim::app
