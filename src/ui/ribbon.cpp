// The ribbon between the pages, see ribbon.h.
#include "ui/ribbon.h"

#include <algorithm>
#include <cmath>
#include <string>

#include "app/goal_words.h"
#include "text/utf8.h"

namespace dajim::ui {
namespace {

using app::Str;

constexpr float reach_of_pointer = 6;           // beyond a band, in which it is meant
constexpr float thin_end = 3, thin_step = 5;    // of an end whose words are out of sight, and how far it is to the next
constexpr float lost_end = 13, lost_step = 17;  // of one whose words are gone
constexpr float lost_room = 22;                 // what stands before the band of lost words
constexpr float bracket_away = 6;               // from its page
constexpr float bracket_arm = 18;
constexpr float mark_width = 16, mark_bar = 4;  // of what was never promised
constexpr std::size_t told_bytes = 240;         // of a goal's words

Reach between_both(Reach a, Reach b, float part) {
    return {a.top + (b.top - a.top) * part, a.bottom + (b.bottom - a.bottom) * part};
}

Reach round(float middle, float height) { return {middle - height / 2, middle + height / 2}; }

}  // namespace

// ------------------------------------------------------------------------------------------------------------------- places

void Ribbon::gather(const app::State& state, const PageSight& left, const PageSight& right) {
    const journal::Pair& pair = *state.chosen_pair();
    shown_.clear();
    places_.clear();
    for (const journal::Goal& goal : pair.goals) gather(goal, goal.id == state.goal || goal.id == lit_, left, right);
    lane_ = pair.unpromised.empty() ? Reach{} : right.sight();
    for (const journal::Passage& passage : pair.unpromised) gather(passage, right);
}

void Ribbon::gather(const journal::Passage& unpromised, const PageSight& right) {
    Piece piece;
    piece.id = unpromised.id;
    piece.shape = Piece::Shape::mark;
    piece.right = right.end(unpromised);
    piece.presence = piece.right.presence;
    places_.push_back(piece.presence > 0 ? piece.right.reach : round(piece.right.way == End::Way::below ? lane_.bottom : lane_.top, 0));
    if (piece.presence > 0) shown_.push_back(piece);
}

/// `wanted`: it is shown wherever its ends are.
void Ribbon::gather(const journal::Goal& goal, bool wanted, const PageSight& left, const PageSight& right) {
    Piece piece;
    piece.id = goal.id;
    if (goal.verdict) piece.verdict = goal.verdict->kind;
    const std::size_t first = shown_.size();
    if (!goal.remembered) piece.left = left.end(goal.words);
    End told = piece.left;
    for (const journal::Passage& answer : goal.answers) {
        piece.right = right.end(answer);
        if (goal.remembered && (&answer == &goal.answers.front() || piece.right.presence > told.presence)) told = piece.right;
        piece.shape = goal.remembered ? Piece::Shape::right_bracket : Piece::Shape::band;
        piece.presence = std::max(piece.left.presence, piece.right.presence);
        if (wanted && piece.shape == Piece::Shape::band) piece.presence = 1;
        if (piece.presence > 0) shown_.push_back(piece);
    }
    const bool lost = !goal.remembered && !goal.words.range;
    if (!goal.remembered && shown_.size() == first && (goal.answers.empty() || lost) && (piece.left.presence > 0 || lost)) {
        piece.shape = Piece::Shape::left_bracket;
        piece.presence = lost ? 1 : piece.left.presence;
        shown_.push_back(piece);
    }
    const Reach sight = goal.remembered ? right.sight() : left.sight();
    places_.push_back(told.presence > 0 ? told.reach : round(told.way == End::Way::below ? sight.bottom : sight.top, 0));
    split(first);
}

/// The bands of one goal share its words' height, in the order of their answers.
void Ribbon::split(std::size_t first) {
    const std::size_t count = shown_.size() - first;
    if (count < 2 || shown_[first].shape != Piece::Shape::band) return;
    std::sort(shown_.begin() + static_cast<std::ptrdiff_t>(first), shown_.end(), [](const Piece& a, const Piece& b) {
        const bool a_lost = a.right.way == End::Way::lost, b_lost = b.right.way == End::Way::lost;
        return a_lost != b_lost ? a_lost : a.right.at < b.right.at;
    });
    const Reach whole = shown_[first].left.reach;
    const float part = whole.height() / static_cast<float>(count);
    for (std::size_t at = 0; at < count; ++at) {
        const float top = whole.top + part * static_cast<float>(at);
        shown_[first + at].left.reach = {top, top + part};
    }
}

/// Ends whose words are out of sight become thin and lie one upon the other: above the page's words, and at its foot; the nearer to what
/// is in sight the nearer to it. As words leave the sight their end goes over into the stack, and makes room in it, little by little.
void Ribbon::stack(bool at_left, Reach sight, Rect between) {
    struct Leaf { Piece* piece; End* end; float wants; };
    std::vector<Leaf> leaves[2];   // above, below
    for (Piece& piece : shown_) {
        if (!piece.has(at_left)) continue;
        End& end = piece.end(at_left);
        const bool lost = end.way == End::Way::lost;
        if (end.way == End::Way::here || piece.shape == Piece::Shape::mark || (piece.shape != Piece::Shape::band && !lost)) continue;
        leaves[end.way == End::Way::below].push_back({&piece, &end, (lost ? lost_step : thin_step) * (1 - end.presence) * piece.presence});
    }
    for (const bool below : {false, true}) {
        std::sort(leaves[below].begin(), leaves[below].end(), [below](const Leaf& a, const Leaf& b) {
            const bool a_lost = a.end->way == End::Way::lost, b_lost = b.end->way == End::Way::lost;
            if (a_lost != b_lost) return b_lost;   // they come from farther than any place
            return below ? a.end->at < b.end->at : b.end->at < a.end->at;
        });
        float all = 0;
        for (const Leaf& leaf : leaves[below]) all += leaf.wants;
        const float room = below ? between.bottom() - sight.bottom : sight.top - between.y;
        const float zone = std::max(24.0f, room - 12);
        const float scale = all > zone ? zone / all : 1;
        float y = below ? std::min(sight.bottom + 3, between.bottom() - 4 - all * scale) : sight.top - 3;
        for (const Leaf& leaf : leaves[below]) {
            const float step = leaf.wants * scale;
            const bool lost = leaf.end->way == End::Way::lost;
            const Reach thin = round(y + (below ? step : -step) / 2, lost ? step * lost_end / lost_step : std::min(thin_end, step * 0.65f));
            leaf.end->reach = leaf.end->presence > 0 ? between_both(thin, leaf.end->reach, leaf.end->presence) : thin;
            y += below ? step : -step;
        }
    }
}

void Ribbon::shape(Rect between) {
    const float room = std::min(lost_room, between.width * 0.4f);
    for (Piece& piece : shown_) {
        if (piece.shape != Piece::Shape::band) {
            shape_bracket(piece, between);
            continue;
        }
        const bool left_lost = piece.left.way == End::Way::lost, right_lost = piece.right.way == End::Way::lost;
        const float x0 = between.x + (left_lost ? room : 0), x1 = between.right() - (right_lost ? room : 0);
        const bool wavy = piece.verdict == journal::VerdictKind::changed;
        const auto end = [&](const End& of) { return of.way == End::Way::lost ? round(of.reach.middle(), thin_end) : of.reach; };
        piece.band.emplace(x0, end(piece.left), x1, end(piece.right), wavy);
    }
}

void Ribbon::shape_bracket(Piece& piece, Rect between) const {
    const bool at_left = piece.shape == Piece::Shape::left_bracket, mark = piece.shape == Piece::Shape::mark;
    const Reach reach = piece.end(at_left).reach;
    const float away = mark ? 0 : std::min(bracket_away, between.width * 0.2f);
    const float arm = mark ? std::min(mark_width, between.width) : std::min(bracket_arm, std::max(between.width * 0.3f, 8.0f));
    piece.box = {at_left ? between.x + away : between.right() - away - arm, reach.top, arm, reach.height()};
}

// ------------------------------------------------------------------------------------------------------------------ pointer

float Ribbon::Piece::distance(ImVec2 point) const {
    if (band) return band->distance(point);
    const float x = std::max({0.0f, box.x - point.x, point.x - box.right()}), y = std::max({0.0f, box.y - point.y, point.y - box.bottom()});
    return std::hypot(x, y);
}

/// The nearest; of those that lie over each other there, the one whose middle is.
const Ribbon::Piece* Ribbon::at(ImVec2 point) const {
    const Piece* best = nullptr;
    float best_far = reach_of_pointer, best_off = 0;
    for (const Piece& piece : shown_) {
        const float far = piece.distance(point);
        if (far > best_far) continue;
        const float off = std::abs(point.y - (piece.band ? piece.band->at(point.x).middle() : piece.box.y + piece.box.height / 2));
        if (best && far == best_far && off >= best_off) continue;
        best = &piece, best_far = far, best_off = off;
    }
    return best;
}

bool Ribbon::has_pointer(const Controls& controls) const {
    const ImGuiIO& io = ImGui::GetIO();
    if (shown_.empty() || !ImGui::IsMousePosValid(&io.MousePos) || !controls.pointer_over({io.MousePos.x, io.MousePos.y, 1, 1})) return false;
    if (ImGui::IsMouseDown(ImGuiMouseButton_Left) && !ImGui::IsMouseClicked(ImGuiMouseButton_Left) && pressed_.empty()) return false;
    return at(io.MousePos) != nullptr;
}

// -------------------------------------------------------------------------------------------------------------------- frame

void Ribbon::clear() {
    shown_.clear();
    places_.clear();
    lit_.clear();
    ringed_.clear();
    pressed_.clear();
}

void Ribbon::draw(Controls& controls, app::Program& program, Rect between, const EditorView& left, const EditorView& right, Deeds& deeds) {
    const app::State& state = program.state();
    const journal::Pair* pair = state.chosen_pair();
    if (!pair || (pair->goals.empty() && pair->unpromised.empty())) return clear();
    const PageSight left_page(program, left), right_page(program, right);
    alone_.reset();
    gather(state, left_page, right_page);
    stack(true, left_page.sight(), between);
    stack(false, right_page.sight(), between);
    shape(between);
    show(controls, state, between, deeds);
}

/// Tells all of it, hears the pointer, and paints.
void Ribbon::show(Controls& controls, const app::State& state, Rect between, Deeds& deeds) {
    lit_.clear();
    ringed_.clear();
    tell(controls, state, between, deeds);

    const ImGuiIO& io = ImGui::GetIO();
    const bool finger = io.MouseSource == ImGuiMouseSource_TouchScreen;
    const Piece* under = controls.pointer_over(between) && has_pointer(controls) ? at(io.MousePos) : nullptr;
    if (under) {
        if (!finger) lit_ = under->id;
        ImGui::SetMouseCursor(ImGuiMouseCursor_Hand);
        if (ImGui::IsMouseClicked(ImGuiMouseButton_Left)) pressed_ = under->id;
        if (ImGui::IsMouseReleased(ImGuiMouseButton_Left) && pressed_ == under->id) {
            if (under->shape == Piece::Shape::mark) deeds.push_back(app::ChooseUnpromised{under->id});
            else deeds.push_back(app::ChooseGoal{under->id});
        }
    }
    if (!ImGui::IsMouseDown(ImGuiMouseButton_Left)) pressed_.clear();

    controls.list().PushClipRect(between.min(), between.max(), true);
    const auto light_of = [&](const Piece& piece) {
        const bool chosen = piece.id == (piece.shape == Piece::Shape::mark ? state.unpromised : state.goal);
        return chosen ? Light::chosen : piece.id == lit_ ? Light::lit : Light::plain;
    };
    paint_lane(controls, between);
    for (const Light light : {Light::plain, Light::lit, Light::chosen}) {   // the strongest above the others
        for (const Piece& piece : shown_) {
            if (light_of(piece) == light) paint(controls, piece, light, between);
        }
    }
    for (const Piece& piece : shown_) {
        if (!piece.band) paint_words(controls, piece, between);
    }
    controls.list().PopClipRect();
}

std::string goal_state(const Controls& controls, const journal::Goal& goal) {
    const bool answered = !goal.answers.empty();
    std::string out = goal.verdict ? verdict_within(controls, goal.verdict->kind) : controls.say(answered ? Str::no_verdict : Str::silent);
    out += answered ? "; " : ", ";
    out += controls.say(answered ? Str::answered : Str::no_answer);
    if (goal.remembered) out += std::string("; ") + controls.say(Str::remembered);
    else if (!goal.words.range) out += std::string("; ") + controls.say(Str::lost_words);
    return out;
}

Controls::Item Ribbon::item(Controls& controls, const journal::Id& id, const std::string& name, Rect between, Reach place, bool at_right, bool chosen) {
    const float height = std::min(between.height, std::max(24.0f, place.height())), width = std::min(28.0f, between.width);
    const float y = std::clamp(place.middle() - height / 2, between.y, between.bottom() - height);
    const Controls::Item out = controls.item(id, name, {at_right ? between.right() - width : between.x, y, width, height}, chosen);
    if (out.focused) lit_ = id;
    if (out.ring) ringed_ = id;
    return out;
}

void Ribbon::tell(Controls& controls, const app::State& state, Rect between, Deeds& deeds) {
    const journal::Pair& pair = *state.chosen_pair();
    const auto cut = [](const std::string& words) {
        return words.size() > told_bytes ? words.substr(0, text::floor_code_point(words, told_bytes)) + "…" : words;
    };
    auto place = places_.begin();
    controls.open(Role::list, "goals", controls.say(Str::goals), between);
    for (const journal::Goal& goal : pair.goals) {
        const std::string name = app::say(Str::goal_told, controls.language(), {cut(goal.words.exact), goal_state(controls, goal)});
        if (item(controls, goal.id, name, between, *place++, goal.remembered, goal.id == state.goal).pressed) deeds.push_back(app::ChooseGoal{goal.id});
    }
    controls.close();
    if (pair.unpromised.empty()) return;
    controls.open(Role::list, "unpromised", controls.say(Str::unpromised), between);
    for (const journal::Passage& one : pair.unpromised) {
        const bool chosen = one.id == state.unpromised;
        if (item(controls, one.id, cut(one.exact), between, *place++, true, chosen).pressed) deeds.push_back(app::ChooseUnpromised{one.id});
    }
    controls.close();
}

// ------------------------------------------------------------------------------------------------------------------ drawing

void Ribbon::paint(Controls& controls, const Piece& piece, Light light, Rect between) const {
    if (piece.band) paint_band(controls, piece, light, between);
    else if (piece.shape == Piece::Shape::mark) paint_mark(controls, piece, light, between);
    else paint_bracket(controls, piece, light, between);
}

void Ribbon::paint_band(Controls& controls, const Piece& piece, Light light, Rect between) const {
    const Theme& theme = controls.theme();
    ImDrawList& list = controls.list();
    const bool ring = piece.id == ringed_;
    const float x0 = between.x, x1 = between.right();
    if (light == Light::chosen || ring) {   // what lies behind the chosen words goes on between the pages
        const auto wider = [](const End& end) { return Reach{end.reach.top - 3.5f, end.reach.bottom + 3.5f}; };
        const Band behind(x0, wider(piece.left), x1, wider(piece.right), piece.verdict == journal::VerdictKind::changed);
        if (light == Light::chosen) behind.fill(list, theme.chosen);
        if (ring) behind.draw(list, {.color = theme.accent}, Light::lit);
    }
    const ImU32 unjudged = faded(unjudged_color(theme), piece.presence);
    const ImU32 color = piece.verdict ? faded(band_look(theme, *piece.verdict).color, piece.presence) : unjudged;
    if (piece.verdict) {
        piece.band->draw(list, band_look(theme, *piece.verdict), light, piece.presence);
    } else {   // a line between two ends as high as the words
        piece.band->thread(list, color, light == Light::plain ? 1.5f : 2.5f);
        const float wide = light == Light::plain ? 2.0f : 3.0f;
        const bool at_left = alone_ != journal::End::retrospective, at_right = alone_ != journal::End::resolution;
        if (at_left && piece.left.way != End::Way::lost) list.AddRectFilled({x0, piece.left.reach.top}, {x0 + wide, piece.left.reach.bottom}, color);
        if (at_right && piece.right.way != End::Way::lost) list.AddRectFilled({x1 - wide, piece.right.reach.top}, {x1, piece.right.reach.bottom}, color);
    }
    for (const bool at_left : {true, false}) {
        const End& end = piece.end(at_left);
        if (end.way != End::Way::lost) continue;
        const float on = at_left ? 1.0f : -1.0f, x = at_left ? x0 : x1, room = std::min(lost_room, between.width * 0.4f);
        const float y = end.reach.middle(), high = end.reach.height() / 2, gap = std::min(2.0f, high * 0.4f);
        for (const float half : {-1.0f, 1.0f}) {   // a bracket in two halves, and what is left of the way to the band
            const ImVec2 corner[] = {{x + on * 9, y + half * high}, {x + on * 4, y + half * high}, {x + on * 4, y + half * gap}};
            list.AddPolyline(corner, 3, color, 0, 1.5f);
        }
        list.AddLine({x + on * 9, y}, {x + on * (room * 0.3f + 6), y}, color, 1.5f);
        list.AddLine({x + on * (room - 5), y}, {x + on * room, y}, color, 1.5f);
    }
}

/// What was never promised has a lane of its own, along the inner edge of the page that tells of it; no band lies in it.
void Ribbon::paint_lane(Controls& controls, Rect between) const {
    if (lane_.height() <= 0) return;
    const float x = between.right() - mark_bar / 2;
    controls.list().AddLine({x, lane_.top}, {x, lane_.bottom}, faded(unpromised_color(controls.theme()), 0.28f), 1);
}

/// A bar as high as the words, and a lozenge before it: no verdict has one.
void Ribbon::paint_mark(Controls& controls, const Piece& piece, Light light, Rect between) const {
    const Theme& theme = controls.theme();
    ImDrawList& list = controls.list();
    const Rect box = piece.box;
    const float edge = between.right(), thick = light == Light::plain ? mark_bar : mark_bar + 1.5f;
    if (light == Light::chosen) list.AddRectFilled({box.x, box.y - 3.5f}, {edge, box.bottom() + 3.5f}, theme.chosen);
    if (piece.id == ringed_) list.AddRect({box.x - 2, box.y - 4}, {edge - 1, box.bottom() + 4}, theme.accent, 4, 0, 2);
    const ImU32 color = faded(unpromised_color(theme), piece.presence);
    list.AddRectFilled({edge - thick, box.y}, {edge, box.bottom()}, color, 2);
    const ImVec2 centre{edge - mark_bar - 6, box.y + box.height / 2};
    const float half = std::min(4.5f, box.height / 2);
    const ImVec2 lozenge[] = {{centre.x - half, centre.y}, {centre.x, centre.y - half}, {centre.x + half, centre.y}, {centre.x, centre.y + half}};
    if (light == Light::plain) list.AddPolyline(lozenge, 4, color, ImDrawFlags_Closed, 1.5f);
    else list.AddConvexPolyFilled(lozenge, 4, color);
}

/// Open to the other page: nothing there answers, or it was remembered and never promised there.
void Ribbon::paint_bracket(Controls& controls, const Piece& piece, Light light, Rect between) const {
    const Theme& theme = controls.theme();
    ImDrawList& list = controls.list();
    const bool at_left = piece.shape == Piece::Shape::left_bracket;
    const Rect box = piece.box;
    const ImU32 own = piece.verdict ? band_look(theme, *piece.verdict).color : unjudged_color(theme);
    const ImU32 color = faded(own, piece.presence);
    const float back = at_left ? box.x : box.right(), open = at_left ? box.right() : box.x;
    const float thick = light == Light::plain ? 1.5f : 2.5f;
    if (light == Light::chosen) {
        const float edge = at_left ? between.x : between.right();
        list.AddRectFilled({std::min(edge, open), box.y - 3.5f}, {std::max(edge, open), box.bottom() + 3.5f}, theme.chosen);
    }
    if (piece.id == ringed_) list.AddRect({box.x - 4, box.y - 4}, {box.right() + 4, box.bottom() + 4}, theme.accent, 4, 0, 2);
    if (piece.end(at_left).way != End::Way::lost) {
        const ImVec2 way[] = {{open, box.y}, {back, box.y}, {back, box.bottom()}, {open, box.bottom()}};
        list.AddPolyline(way, 4, color, 0, thick);
        return;
    }
    const float y = box.y + box.height / 2, gap = std::min(2.0f, box.height * 0.2f), arm = box.x + 6;
    for (const float edge : {box.y, box.bottom()}) {
        const ImVec2 way[] = {{arm, edge}, {box.x, edge}, {box.x, edge < y ? y - gap : y + gap}};
        list.AddPolyline(way, 3, color, 0, thick);
    }
    for (const float x : {box.x + 7, box.x + 14}) list.AddLine({x, y}, {x + 4, y}, color, thick);
}

/// A bracket's sign, or in few words why it is open, where there is room.
void Ribbon::paint_words(Controls& controls, const Piece& piece, Rect between) const {
    const bool at_left = piece.shape == Piece::Shape::left_bracket;
    if (piece.presence < 1 || (piece.end(at_left).way == End::Way::lost)) return;
    const Theme& theme = controls.theme();
    const Rect box = piece.box;
    const float middle = box.y + box.height / 2;
    if (piece.verdict) {
        draw_sign(controls.list(), *piece.verdict, {box.x + box.width * (at_left ? 0.6f : 0.4f), middle}, 4.5f, theme);
        return;
    }
    const char* words = controls.say(piece.shape == Piece::Shape::mark ? Str::unpromised : Str::no_answer);
    const float width = controls.width(words, Face::small), x = at_left ? box.right() + 6 : box.x - 6 - width;
    if (x < between.x + 6 || x + width > between.right() - 6) return;
    for (const Piece& other : shown_) {
        if (!other.band) continue;
        for (const float at : {x, x + width / 2, x + width}) {
            const Reach passes = other.band->at(at);
            if (passes.top < middle + 9 && passes.bottom > middle - 9) return;
        }
    }
    controls.label(words, x, middle, Face::small, theme.soft);
}

}  // namespace dajim::ui
