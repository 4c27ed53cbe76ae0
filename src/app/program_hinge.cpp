// Hinge scroll: the two pages move by goals and not by pixels, and the two ends of a chosen goal come level.
#include <algorithm>
#include <vector>

#include "app/program.h"

namespace dajim::app {
namespace {

using text::Affinity;

constexpr float reading_line = 0.35f;   // of a page's height: where somebody reads

/// The first answer of a goal that stands on the desk.
std::optional<text::Range> answer_shown(const State& state, const journal::Goal& goal) {
    for (const journal::Passage& answer : goal.answers) {
        if (const std::optional<text::Range> range = shown(state, journal::End::retrospective, answer.range)) return range;
    }
    return std::nullopt;
}

}  // namespace

/// From the upper edge of what is shown of a page down to a place in it, CSS pixels; negative above it.
float Program::height_in_sight(Target target, text::Position at) {
    text::Layout& lines = layout(target);
    const Scroll& scroll = editor(target).scroll;
    const text::Position top = text_of(state_, target)->clamp(scroll.top);
    return lines.caret(at, Affinity::downstream).y - lines.caret(top, Affinity::downstream).y - scroll.offset;
}

/// Scrolls a page so that the place stands `height` below its upper edge; without a height it comes into sight, if it is not there.
void Program::show_at(Target target, text::Position at, std::optional<float> height) {
    const float room = pages_[static_cast<std::size_t>(target)].height;
    if (!height) {
        const float now = height_in_sight(target, at);
        if (now >= room * 0.05f && now <= room * 0.8f) return;
        height = room * reading_line;
    }
    const float y = layout(target).caret(at, Affinity::downstream).y;
    editor(target).scroll = {at, -std::min(*height, y)};
    place_dirty();
    host_.redraw();
}

/// The two ends of the chosen goal side by side; what has one end alone comes into sight.
void Program::level() {
    const journal::Goal* goal = state_.chosen_goal();
    if (!goal) return;
    const Target left_page = state_.at(journal::End::resolution), right_page = state_.at(journal::End::retrospective);
    const std::optional<text::Range> words = words_shown(state_, *goal);
    const std::optional<text::Range> answer = answer_shown(state_, *goal);
    const bool answered = answer.has_value();
    if (words) show_at(left_page, words->begin, std::nullopt);
    if (answered && (!words || !state_.settings.hinged)) show_at(right_page, answer->begin, std::nullopt);
    if (!words || !answered || !state_.settings.hinged) return;
    // As low as the nearer one to its page's top allows: neither can rise above it.
    const float left = layout(left_page).caret(words->begin, Affinity::downstream).y;
    const float right = layout(right_page).caret(answer->begin, Affinity::downstream).y;
    const bool by_answer = state_.shown == journal::End::retrospective;   // what is looked at stays where it is
    if (by_answer) show_at(right_page, answer->begin, std::nullopt);
    const float now = by_answer ? height_in_sight(right_page, answer->begin) : height_in_sight(left_page, words->begin);
    const float height = std::min({now, left, right});
    show_at(left_page, words->begin, height);
    show_at(right_page, answer->begin, height);
}

/// Another page is shown, alone: what is chosen comes into sight there.
void Program::show_chosen(journal::End end) {
    std::optional<text::Range> range;
    if (const journal::Goal* goal = state_.chosen_goal()) {
        if (end == journal::End::resolution) range = words_shown(state_, *goal);
        else range = answer_shown(state_, *goal);
    } else if (const journal::Passage* one = state_.chosen_unpromised(); one && end == journal::End::retrospective) {
        range = shown(state_, end, one->range);
    }
    if (range) show_at(state_.at(end), range->begin, pages_[static_cast<std::size_t>(state_.at(end))].height * reading_line);
}

/// One page was scrolled: the other goes along so that at the reading line goals stand beside their answers. Where one page has more
/// between two goals than the other, the other waits.
void Program::hinge(Target moved) {
    const journal::Pair* pair = state_.chosen_pair();
    if (!state_.settings.hinged || !pair || pages_[0].height <= 0 || pages_[1].height <= 0) return;
    const Target left_page = state_.at(journal::End::resolution), right_page = state_.at(journal::End::retrospective);
    if (moved != left_page && moved != right_page) return;   // it has just left the desk
    const Target other = moved == left_page ? right_page : left_page;
    struct Pin { float here, there; };
    std::vector<Pin> pins;
    for (const journal::Goal& goal : pair->goals) {
        const std::optional<text::Range> words = words_shown(state_, goal), answer = answer_shown(state_, goal);
        if (!words || !answer) continue;
        const float left = layout(left_page).caret(words->begin, Affinity::downstream).y;
        const float right = layout(right_page).caret(answer->begin, Affinity::downstream).y;
        pins.push_back(moved == left_page ? Pin{left, right} : Pin{right, left});
    }
    if (pins.empty()) return;
    std::sort(pins.begin(), pins.end(), [](const Pin& a, const Pin& b) { return a.here < b.here; });
    // Only what follows the same order on both sides can be followed.
    std::vector<Pin> chain{{0, 0}};
    for (const Pin& pin : pins) {
        if (pin.there >= chain.back().there && pin.here > chain.back().here) chain.push_back(pin);
    }
    const float line = pages_[static_cast<std::size_t>(moved)].height * reading_line;
    const text::Position top = text_of(state_, moved)->clamp(editor(moved).scroll.top);
    const float here = layout(moved).caret(top, Affinity::downstream).y + editor(moved).scroll.offset + line;
    std::size_t next = 1;
    while (next < chain.size() && chain[next].here <= here) ++next;
    const Pin& from = chain[next - 1];
    float there = from.there + (here - from.here);
    if (next < chain.size()) {
        const Pin& to = chain[next];
        const float way = to.here - from.here, other_way = to.there - from.there;
        // Less to show: it waits, then keeps step. More: it goes faster.
        there = other_way <= way ? std::max(from.there, to.there - (to.here - here)) : from.there + (here - from.here) * other_way / way;
    }
    text::Layout& lines = layout(other);
    const float y = std::clamp(there - pages_[static_cast<std::size_t>(other)].height * reading_line, 0.0f, lines.height());
    const std::size_t paragraph = lines.paragraph_at(y);
    editor(other).scroll = {{paragraph, 0}, y - lines.caret({paragraph, 0}, Affinity::downstream).y};
}

}  // namespace dajim::app
