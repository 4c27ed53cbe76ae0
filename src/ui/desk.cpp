// The desk, see desk.h.
#include "ui/desk.h"

#include <algorithm>
#include <cmath>

#include "ui/carry.h"

namespace dajim::ui {
namespace {

using app::CommandId;
using app::Str;
using app::Target;

constexpr float narrow_below = 760;     // pages become tabs
constexpr float shelf_from = 1000;      // the shelf stands beside the pages
constexpr float shelf_width = 228;
constexpr float bar_height = 52;
constexpr float button_height = 34;
constexpr float date_width = 104;       // at most

}  // namespace

void Desk::draw(app::Program& program, std::uint64_t glyph_look, float visible_height, double now_ms, bool mac) {
    const app::State& state = program.state();
    deeds_.clear();
    caret_ = {};
    next_ms_.reset();
    now_ms_ = now_ms;
    typesetting_.set(state.settings.text_size, margin_);
    look_ = (glyph_look * 64 + static_cast<std::uint64_t>(state.settings.text_size)) * 256 + static_cast<std::uint64_t>(margin_);
    controls_.begin(state, mac, look_);

    const ImVec2 size = ImGui::GetIO().DisplaySize;
    ImGui::SetNextWindowPos({0, 0});
    ImGui::SetNextWindowSize(size);
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, {0, 0});
    ImGui::PushStyleVar(ImGuiStyleVar_WindowBorderSize, 0.0f);
    ImGui::Begin("desk", nullptr, ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoBackground | ImGuiWindowFlags_NoSavedSettings |
                                      ImGuiWindowFlags_NoScrollWithMouse | ImGuiWindowFlags_NoMove);
    controls_.list().AddRectFilled({0, 0}, size, controls_.theme().desk);

    if (next_margin_ != margin_) {   // pages of another width: headings hang otherwise
        margin_ = next_margin_;
        next_ms_ = 0;
    }
    const bool narrow = size.x < narrow_below;
    const bool beside = size.x >= shelf_from;
    const Rect window{0, 0, size.x, visible_height > 0 ? std::min(visible_height, size.y) : size.y};
    const float head = beside ? bar_height : bar_height + 36;
    const bool drawer = !beside && drawer_open_;
    if (drawer) controls_.block();
    controls_.cover(state.notice ? notice_ : Rect{});
    tools_.cover(controls_);

    bar(program, {0, 0, window.width, head}, narrow);
    float top = head;
    if (state.trouble != app::StorageTrouble::none) top += banner("trouble", Role::text, status(state), top, window.width);
    if (const std::optional<Str> wrong = date_trouble(state)) {
        top += banner("date", Role::alert, controls_.say(*wrong), top, window.width);
    }
    const Rect shelf = beside ? Rect{10, top, shelf_width, window.height - top - 8} : Rect{0, 0, std::min(300.0f, window.width - 50), window.height};
    if (beside && state.settings.shelf_open) shelf_.draw(controls_, state, shelf, deeds_);
    const float left = beside && state.settings.shelf_open ? shelf.right() + 12 : narrow ? 0 : 18;
    const float edge = narrow ? 0 : 18;
    Rect rest{left, top, window.width - left - edge, window.height - top - (narrow ? 0 : 16)};
    const float find = find_bar_.draw(controls_, program, rest, view(Target::find_words), view(Target::replacement), look_, now_ms_, deeds_);
    rest.y += find;
    rest.height -= find;
    if (state.phase == app::Phase::loading) {
        controls_.status("loading", Role::text, controls_.say(Str::loading), {rest.x + rest.width / 2 - 60, rest.y + 40, 200, 20}, controls_.theme().soft);
    } else if (state.journal.series.empty()) {
        welcome(program, rest);
    } else if (!state.chosen_pair()) {
        no_pair(program, rest);
    } else if (narrow) {
        one_page(program, rest);
    } else {
        pages(program, rest);
    }
    notice(program, window);
    EditorView* held = state.tools.target == Target::none ? nullptr : &view(state.tools.target);
    tools_.draw(controls_, program, held && held->drawn_ms() == now_ms && !drawer ? held : nullptr, window, deeds_);

    if (drawer) {
        controls_.unblock();
        controls_.list().AddRectFilled({0, 0}, size, faded(IM_COL32_BLACK, state.dark() ? 0.5f : 0.25f));
        controls_.list().AddRectFilled(shelf.min(), shelf.max(), controls_.theme().desk);
        const Rect inside{shelf.x + 10, shelf.y + 10, shelf.width - 20, shelf.height - 18};
        const bool dismissed = controls_.open_dialog("drawer", controls_.say(Str::pairs), shelf);
        shelf_.draw(controls_, state, inside, deeds_);
        controls_.close();
        const bool outside = ImGui::IsMouseClicked(ImGuiMouseButton_Left) && !shelf.holds(ImGui::GetIO().MousePos);
        const bool chosen = state.pair != drawer_pair_ || state.series != drawer_series_;
        if (dismissed || outside) controls_.give_back();
        drawer_open_ = !dismissed && !outside && !chosen;
        if (!drawer_open_) next_ms_ = 0;
    }
    carry(controls_, program, views_, deeds_);
    controls_.end();
    ImGui::End();
    ImGui::PopStyleVar(2);
    for (EditorView& view : views_) {
        if (view.next_ms()) next_ms_ = std::min(next_ms_.value_or(1e9), *view.next_ms());
        if (view.caret().target != Target::none && view.caret().target == state.focus) caret_ = view.caret();
    }
    const Deeds deeds = std::exchange(deeds_, {});
    for (const app::Action& deed : deeds) program.perform(deed);
}

void Desk::command(CommandId id, Rect rect, const ButtonLook& look, std::string_view label) {
    if (controls_.command(id, rect, look, label)) deeds_.push_back(app::Run{id});
}

void Desk::paper(Rect rect) {
    const Theme& theme = controls_.theme();
    ImDrawList& list = controls_.list();
    for (int spread = 3; spread > 0; --spread) {
        const float by = static_cast<float>(spread);
        list.AddRectFilled({rect.x - by * 0.6f, rect.y - by * 0.2f}, {rect.right() + by * 0.6f, rect.bottom() + by}, faded(theme.shadow, 0.6f), 8 + by);
    }
    list.AddRectFilled(rect.min(), rect.max(), theme.paper, 8);
    if (theme.dark) list.AddRect(rect.min(), rect.max(), faded(theme.line, 0.7f), 8, 0, 1);
}

// --------------------------------------------------------------------------------------------------------------------- bar

std::string Desk::status(const app::State& state) const {
    using app::StorageTrouble;
    const auto say = [&](Str string) { return std::string(controls_.say(string)); };
    switch (state.trouble) {
        case StorageTrouble::none: break;
        case StorageTrouble::missing: return say(Str::trouble_missing);
        case StorageTrouble::blocked: return say(Str::trouble_blocked);
        case StorageTrouble::full: return say(Str::trouble_full);
        case StorageTrouble::conflict: return say(Str::trouble_conflict);
        case StorageTrouble::failed: return say(Str::trouble_failed);
    }
    if (state.phase == app::Phase::loading) return say(Str::loading);
    if (!state.writer) return say(Str::reading);
    return say(state.saving == app::Saving::saving ? Str::saving : Str::saved);
}

/// A strip as wide as the window that says what is wrong; returns its height.
float Desk::banner(std::string_view id, Role role, std::string_view text, float top, float width) {
    const Rect inside{22, top + 6, width - 44, 0};
    const ImU32 color = controls_.theme().trouble;
    const Rect strip{0, top, width, controls_.paragraph(text, inside, Face::label, color, 22, false, false) + 12};
    controls_.list().AddRectFilled(strip.min(), strip.max(), faded(color, 0.12f));
    controls_.told(role, id, text, strip);
    controls_.paragraph(text, inside, Face::label, color, 22);
    return strip.height;
}

/// What is wrong with the chosen pair's dates. A date that is being written is given the time to become one.
std::optional<Str> Desk::date_trouble(const app::State& state) const {
    const journal::Pair* pair = state.chosen_pair();
    if (!pair) return std::nullopt;
    for (Target target : {Target::start_date, Target::end_date}) {
        if (bad_date(state, target)) return Str::bad_date;
    }
    if (pair->start && pair->end && *pair->end < *pair->start) return Str::end_before_start;
    return std::nullopt;
}

bool Desk::bad_date(const app::State& state, Target target) const {
    constexpr std::size_t whole_date = 10;   // 2026-11-22
    const app::Field& field = state.field(target);
    return field.invalid && (state.focus != target || field.text.bytes() >= whole_date);
}

void Desk::field(app::Program& program, Target target, Str name, Str hint, Rect rect) {
    const app::State& state = program.state();
    const bool invalid = bad_date(state, target);
    controls_.textbox(target, controls_.say(name), rect, false, !state.editable(), invalid, invalid ? controls_.say(Str::bad_date) : "");
    view(target).field(controls_, program, rect, controls_.say(hint), look_, now_ms_, deeds_);
}

float Desk::field_width(const app::State& state, Target target, Str hint, float most) {
    const std::string text = state.field(target).text.text();
    const float wide = controls_.width(text.empty() ? controls_.say(hint) : text, Face::label) + 16;
    return std::clamp(wide, 56.0f, std::max(56.0f, most));
}

/// The two dates from `x` on; returns where they end.
float Desk::dates(app::Program& program, float x, float y) {
    const app::State& state = program.state();
    const float start = field_width(state, Target::start_date, Str::start_hint, date_width);
    const float end = field_width(state, Target::end_date, Str::end_hint, date_width);
    field(program, Target::start_date, Str::start_date, Str::start_hint, {x, y, start, button_height});
    x += start;
    controls_.label("–", x + 2, y + button_height / 2, Face::label, controls_.theme().soft);
    x += 14;
    field(program, Target::end_date, Str::end_date, Str::end_hint, {x, y, end, button_height});
    return x + end;
}

/// Series and pair, and behind them the dates where there is one row for all; names give way, dates are never left out.
void Desk::names(app::Program& program, Rect rect, bool with_dates) {
    const app::State& state = program.state();
    if (!state.chosen_series()) return;
    const Theme& theme = controls_.theme();
    const float y = rect.y + (rect.height - button_height) / 2;
    const float middle = y + button_height / 2;
    const bool pair = state.chosen_pair() != nullptr;
    const float room = rect.width - 18 - (with_dates ? 2 * date_width + 26 : 0);
    const float most = std::clamp(room / 2, 56.0f, 240.0f);
    float x = rect.x;
    const float series_width = field_width(state, Target::series_name, Str::untitled_series, most);
    field(program, Target::series_name, Str::series_name, Str::untitled_series, {x, y, series_width, button_height});
    x += series_width;
    if (!pair) return;
    x += 2 + controls_.label("›", x + 2, middle, Face::label, theme.soft) + 2;
    const float pair_width = field_width(state, Target::pair_name, Str::untitled_pair, most);
    field(program, Target::pair_name, Str::pair_name, Str::untitled_pair, {x, y, pair_width, button_height});
    if (with_dates) dates(program, x + pair_width + 12, y);
}

void Desk::bar(app::Program& program, Rect rect, bool narrow) {
    const app::State& state = program.state();
    const Theme& theme = controls_.theme();
    const bool beside = rect.width >= shelf_from;
    const float y = (bar_height - button_height) / 2;
    controls_.open(Role::group, "commands", controls_.say(Str::commands), rect);
    const bool open = beside ? state.settings.shelf_open : drawer_open_;
    ButtonLook menu{.has_popup = true, .expanded = open};
    const float menu_x = narrow ? 6.0f : 12.0f;
    if (controls_.command(CommandId::toggle_shelf, {menu_x, y, button_height, button_height}, menu, "≡")) {
        if (beside) {
            deeds_.push_back(app::Run{CommandId::toggle_shelf});
        } else {
            drawer_open_ = !drawer_open_;
            drawer_pair_ = state.pair;
            drawer_series_ = state.series;
            next_ms_ = 0;   // it is drawn, or gone, in the next frame
        }
    }

    // From the right edge inwards; told in reading order below.
    struct Piece { CommandId id; const char* label; float width; };
    const auto wide = [&](Str string) { return controls_.width(controls_.say(string), Face::label) + 22; };
    const Piece pieces[] = {{CommandId::undo, "↶", 36},
                            {CommandId::redo, "↷", 36},
                            {CommandId::import_file, narrow ? "↥" : "", narrow ? 36 : wide(Str::import_file)},
                            {CommandId::export_journal, narrow ? "↧" : "", narrow ? 36 : wide(Str::export_journal)}};
    float x = rect.right() - (narrow ? 6 : 14);
    for (const Piece& piece : pieces) x -= piece.width;
    const float commands_at = x;

    const std::string said = status(state);
    const bool plain = state.trouble == app::StorageTrouble::none && state.writer;
    const float names_x = menu_x + button_height + (narrow ? 3.0f : 6.0f);
    // Below a window with room for all in one row, dates and status have a row of their own.
    const float second_y = bar_height - 6;
    const float least_names = 2 * 90 + 18 + 2 * date_width + 26;
    const float status_most = beside ? std::min(460.0f, commands_at - names_x - 24 - least_names) : rect.width - 2 * date_width - 60;
    const float status_width = std::min(controls_.width(said, Face::small), std::max(60.0f, status_most));
    const float status_x = beside ? commands_at - status_width - 12 : rect.right() - status_width - 14;
    const Rect status_at{status_x, beside ? y : second_y, status_width + 2, button_height};

    const float names_end = beside ? status_at.x - 12 : commands_at - 4;
    names(program, {names_x, 0, std::max(0.0f, names_end - names_x), bar_height}, beside);
    if (!beside && state.chosen_pair()) dates(program, 14, second_y);
    controls_.status("saving", Role::status, said, status_at, plain ? theme.soft : theme.trouble);
    for (const Piece& piece : pieces) {
        command(piece.id, {x, y, piece.width, button_height}, {}, piece.label);
        x += piece.width;
    }
    controls_.close();
}

// ------------------------------------------------------------------------------------------------------------------- pages

void Desk::sheet(app::Program& program, journal::End end, Rect rect, bool tabbed) {
    const app::State& state = program.state();
    const Theme& theme = controls_.theme();
    const Target target = app::page(end);
    const bool left = end == journal::End::resolution;
    const text::Buffer& buffer = *text_of(state, target);
    const char* title = controls_.say(left ? Str::resolution : Str::retrospective);
    paper(rect);
    const float margin = std::clamp(std::floor(rect.width * 0.085f), 18.0f, 54.0f);
    const float size = static_cast<float>(state.settings.text_size);
    next_margin_ = std::min(next_margin_, margin);
    const float middle = rect.y + 29;

    float x = rect.x + margin;
    const float export_width = 92;
    const float export_x = rect.right() - std::max(10.0f, margin - 14) - export_width;
    if (!tabbed) {
        const float wide = controls_.width(title, Face::label_strong);
        controls_.heading(2, title, {x, middle - 12, wide + 4, 24}, Face::label_strong, theme.accent);
        x += wide + 10;
    }
    const Rect facts{x, middle - 12, std::max(0.0f, export_x - x - 8), 24};
    if (facts_[static_cast<std::size_t>(end)].draw(controls_, state, end, facts)) deeds_.push_back(app::Run{CommandId::count_rule});

    const Rect text{rect.x + margin, rect.y + 60, rect.width - 2 * margin, rect.height - 60 - 10};
    const Rect whole{rect.x, text.y, rect.width, text.height};
    const char* leaving = state.editable() ? controls_.say(Str::tab_leaves) : "";
    controls_.textbox(target, title, whole, true, !state.editable(), false, leaving);
    const char* hint = controls_.say(left ? Str::placeholder_resolution : Str::placeholder_retrospective);
    view(target).page(controls_, program, whole, {text.x, text.y, std::max(size * 4, text.width), text.height}, hint, look_, now_ms_, deeds_);
    const CommandId id = left ? CommandId::export_resolution : CommandId::export_retrospective;
    if (!buffer.empty()) command(id, {export_x, middle - 15, export_width, 30}, {.face = Face::small}, "Markdown ↓");
}

void Desk::pages(app::Program& program, Rect rect) {
    const app::State& state = program.state();
    const float size = static_cast<float>(state.settings.text_size);
    const float gap = std::clamp(rect.width * 0.045f, 30.0f, 84.0f);
    const float most = size * 34 + 108;    // about 34 Hangul a line
    const float least = 220;
    const Rect area{rect.x, rect.y + 4, rect.width, rect.height - 4};
    const float columns = area.width - gap;
    const float share = std::clamp(state.settings.divider, least / columns, 1 - least / columns);
    const float left_column = columns * share, right_column = columns - left_column;
    const float left_width = std::min(left_column, most), right_width = std::min(right_column, most);
    // Spare width goes to the outer edges, the two pages stay together.
    const float used = left_width + gap + right_width;
    const bool both_full = left_width == most && right_width == most;
    const float left_x = both_full ? area.x + (area.width - used) / 2 : area.x + left_column - left_width;
    const Rect left{left_x, area.y, left_width, area.height};
    const Rect between{left.right(), area.y, gap, area.height};
    const Rect right{between.right(), area.y, right_width, area.height};

    next_margin_ = 54;
    sheet(program, journal::End::resolution, left, false);
    const float moved = controls_.divider("divider", controls_.say(Str::divider), between, {area.x + gap / 2, area.y, columns, area.height}, share);
    if (moved >= 0) deeds_.push_back(app::MoveDivider{moved});
    sheet(program, journal::End::retrospective, right, false);
}

void Desk::one_page(app::Program& program, Rect rect) {
    const app::State& state = program.state();
    const Theme& theme = controls_.theme();
    const float half = rect.width / 2;
    controls_.open(Role::tab_list, "tabs", controls_.say(Str::pages), {rect.x, rect.y, rect.width, 44});
    for (journal::End end : journal::both_ends) {
        const bool chosen = state.shown == end;
        const Str title = end == journal::End::resolution ? Str::resolution : Str::retrospective;
        const Rect tab{rect.x + (end == journal::End::resolution ? 0 : half), rect.y, half, 44};
        ButtonLook look{.kind = ButtonLook::Kind::quiet, .face = chosen ? Face::label_strong : Face::label, .role = Role::tab};
        look.selected = chosen;
        if (controls_.button(end == journal::End::resolution ? "tab left" : "tab right", controls_.say(title), controls_.say(title), tab, look)) {
            deeds_.push_back(app::ShowEnd{end});
        }
        if (chosen) controls_.list().AddRectFilled({tab.x + 16, tab.bottom() - 3}, {tab.right() - 16, tab.bottom()}, theme.accent, 2);
    }
    controls_.close();
    next_margin_ = 54;
    sheet(program, state.shown, {rect.x, rect.y + 46, rect.width, rect.height - 46}, true);
}

// -------------------------------------------------------------------------------------------------------------- empty states

void Desk::welcome(app::Program& program, Rect rect) {
    const app::State& state = program.state();
    const Theme& theme = controls_.theme();
    const float width = std::min(620.0f, rect.width - 32);
    const float inner = width - std::clamp(width * 0.18f, 36.0f, 112.0f);
    // Where the window is low, all stands closer.
    struct Spacing { float top, title, below_title, body, below_body, bottom; };
    Spacing space{44, 36, 14, 30, 30, 40};
    float title = 0, body = 0, height = 0;
    const auto measure = [&] {
        title = controls_.paragraph(controls_.say(Str::empty_title), {0, 0, inner, 0}, Face::title, 0, space.title, true, false);
        body = controls_.paragraph(controls_.say(Str::empty_body), {0, 0, inner, 0}, Face::body, 0, space.body, true, false);
        height = space.top + title + space.below_title + body + space.below_body + 46 + 10 + 40 + space.bottom;
    };
    measure();
    if (height + 32 > rect.height) {
        space = {12, 31, 6, 25, 8, 6};
        measure();
    }
    const Rect card{rect.x + (rect.width - width) / 2, rect.y + std::max(4.0f, (rect.height - height) * 0.4f), width, height};
    // A second sheet, turned away, hints at the other end.
    paper({card.x + 14, card.y + 12, card.width, card.height});
    paper(card);
    const float x = card.x + (card.width - inner) / 2;
    float y = card.y + space.top;
    controls_.told(Role::heading, "welcome", controls_.say(Str::empty_title), {x, y, inner, title});
    y += controls_.paragraph(controls_.say(Str::empty_title), {x, y, inner, 0}, Face::title, theme.ink, space.title, true) + space.below_title;
    controls_.told(Role::text, "welcome body", controls_.say(Str::empty_body), {x, y, inner, body});
    y += controls_.paragraph(controls_.say(Str::empty_body), {x, y, inner, 0}, Face::body, theme.soft, space.body, true) + space.below_body;
    const ButtonLook filled{.kind = ButtonLook::Kind::filled, .face = Face::label_strong};
    const float wide = std::min(inner, 300.0f);
    const float at = card.x + (card.width - wide) / 2;
    command(CommandId::begin_pair, {at, y, wide, 46}, filled);
    y += 56;
    const ButtonLook outlined{.kind = ButtonLook::Kind::quiet, .enabled = state.editable()};
    const float first = controls_.width(controls_.say(Str::import_first), Face::label) + 28;
    const float second = controls_.width(controls_.say(Str::open_example), Face::label) + 28;
    float link = card.x + (card.width - first - second) / 2;
    if (controls_.button("import first", controls_.say(Str::import_first), controls_.say(Str::import_first), {link, y, first, 40}, outlined)) {
        deeds_.push_back(app::Run{CommandId::import_file});
    }
    command(CommandId::open_example, {link + first, y, second, 40});
}

void Desk::no_pair(app::Program&, Rect rect) {
    const Theme& theme = controls_.theme();
    const float width = std::min(420.0f, rect.width - 32);
    const Rect card{rect.x + (rect.width - width) / 2, rect.y + rect.height * 0.25f, width, 170};
    paper(card);
    controls_.told(Role::text, "no pair", controls_.say(Str::no_pair_chosen), card);
    controls_.paragraph(controls_.say(Str::no_pair_chosen), {card.x + 20, card.y + 38, width - 40, 0}, Face::body, theme.soft, 30, true);
    command(CommandId::begin_pair, {card.x + (width - 220) / 2, card.y + 96, 220, 44}, {.kind = ButtonLook::Kind::filled, .face = Face::label_strong});
}

void Desk::notice(app::Program& program, Rect window) {
    const app::State& state = program.state();
    controls_.uncover();
    notice_ = {};
    if (!state.notice) return;
    const app::Notice& notice = *state.notice;
    const Theme& theme = controls_.theme();
    const float undo = notice.undo ? controls_.width(controls_.say(Str::take_back), Face::label_strong) + 24 : 0;
    const float close = 38;
    const float room = std::min(640.0f, window.width - 24) - undo - close - 34;
    const float wide = std::min(room, controls_.width(notice.text, Face::label) + 2);
    const float height = controls_.paragraph(notice.text, {0, 0, wide, 0}, Face::label, 0, 22, false, false);
    const Rect box{window.x + (window.width - wide - undo - close - 30) / 2, window.bottom() - height - 46, wide + undo + close + 30, height + 22};
    notice_ = box;
    controls_.list().AddRectFilled({box.x, box.y + 2}, {box.right(), box.bottom() + 3}, theme.shadow, 10);
    controls_.list().AddRectFilled(box.min(), box.max(), theme.ink, 10);
    controls_.open(Role::group, "notice", {}, box);
    const Rect text{box.x + 18, box.y + 11, wide, height};
    controls_.told(Role::alert, "notice text", notice.text, text);
    controls_.paragraph(notice.text, text, Face::label, theme.paper, 22);
    float x = text.right() + 10;
    const float y = box.y + (box.height - 32) / 2;
    if (notice.undo) {
        const Rect at{x, y, undo, 32};
        if (controls_.button("notice undo", controls_.say(Str::take_back), "", at, {.kind = ButtonLook::Kind::outlined})) {
            deeds_.push_back(app::Run{CommandId::undo});
        }
        controls_.label(controls_.say(Str::take_back), x + 12, y + 16, Face::label_strong, theme.paper);
        x += undo;
    }
    const Rect at{x, y, 32, 32};
    if (controls_.button("notice dismiss", controls_.say(Str::dismiss_notice), "", at)) deeds_.push_back(app::Run{CommandId::dismiss_notice});
    controls_.label("×", x + 11, y + 16, Face::label, theme.paper);
    controls_.close();
}

}  // namespace dajim::ui
