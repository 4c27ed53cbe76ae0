// The list of series and pairs, see shelf.h.
#include "ui/shelf.h"

#include <algorithm>
#include <string>

#include "journal/date.h"
#include "ui/spine.h"

namespace dajim::ui {
namespace {

using app::CommandId;
using app::Str;

constexpr float row_height = 34;
constexpr float spine_row = 12;   // under a pair's name
constexpr float tool_height = 32;
constexpr float series_gap = 14;

/// "24.10 – 25.3": enough to find a period by.
std::string short_period(const journal::Pair& pair) {
    const auto month = [](const journal::Date& date) {
        return std::to_string(date.year % 100) + "." + std::to_string(date.month);
    };
    if (!pair.start && !pair.end) return {};
    return (pair.start ? month(*pair.start) : std::string()) + "–" + (pair.end ? month(*pair.end) : std::string());
}

struct Tool { CommandId command; const char* sign; };

/// Small signs in a row, each a command about `subject`.
void tools(Controls& controls, std::initializer_list<Tool> signs, float right, float y, const journal::Id& subject, Deeds& deeds) {
    float x = right - tool_height * static_cast<float>(signs.size());
    for (const Tool& tool : signs) {
        if (controls.command(tool.command, {x, y, tool_height, tool_height}, {}, tool.sign, subject)) {
            deeds.push_back(app::Run{tool.command, subject});
        }
        x += tool_height;
    }
}

}  // namespace

float Shelf::list(Controls& controls, const app::State& state, Rect rect, Deeds& deeds, float y) {
    const Theme& theme = controls.theme();
    const float top = y;
    for (const journal::Series& series : state.journal.series) {
        const bool chosen = series.id == state.series;
        const std::string name = series.name.empty() ? controls.say(Str::untitled_series) : series.name;
        ButtonLook look{.kind = ButtonLook::Kind::row, .left = true, .selected = chosen && state.pair.empty(), .face = Face::label_strong};
        const float tools_width = chosen && state.editable() ? 3 * tool_height : 0;
        if (controls.button("series " + series.id, name, name, {rect.x, y, rect.width - tools_width, row_height}, look)) {
            deeds.push_back(app::ChooseSeries{series.id});
        }
        if (tools_width > 0) {
            tools(controls, {{CommandId::move_series_up, "↑"}, {CommandId::move_series_down, "↓"}, {CommandId::delete_series, "×"}},
                  rect.right(), y + 1, series.id, deeds);
        }
        y += row_height;
        for (const journal::Pair& pair : series.pairs) {
            const bool here = pair.id == state.pair;
            const std::string pair_name = pair.name.empty() ? controls.say(Str::untitled_pair) : pair.name;
            const float under = pair.goals.empty() ? 0 : spine_row;
            const Rect row{rect.x, y, rect.width, row_height + under};
            const float middle = row.y + row_height / 2;
            if (here && shown_ != pair.id) {   // chosen from elsewhere: bring it into sight
                shown_ = pair.id;
                scroll_ = std::clamp(scroll_, y - top + row_height * 2 - rect.height, std::max(0.0f, y - top - row_height));
            }
            const float tools_at = here && state.editable() ? 3 * tool_height : 0;
            ButtonLook pair_look{.kind = ButtonLook::Kind::row, .left = true, .selected = here, .inset = 18};
            const std::string became = spine_words(controls, pair);
            pair_look.description = became;
            const Rect press{row.x, row.y, row.width - tools_at, row.height};
            if (here) controls.list().AddRectFilled(row.min(), row.max(), theme.chosen, 6);
            if (controls.button("pair " + pair.id, pair_name, "", press, pair_look)) deeds.push_back(app::ChoosePair{pair.id});
            y += row.height;
            if (!here && !controls.in_sight(row)) continue;   // there may be thousands
            const std::string period = short_period(pair);
            const float period_width = controls.width(period, Face::small);
            const bool period_fits = tools_at == 0 && row.width > period_width + 90;
            controls.label(pair_name, row.x + 18, middle, Face::label, here ? theme.accent : theme.ink,
                           press.width - 24 - (period_fits ? period_width + 10 : 0));
            if (period_fits) {
                controls.label(period, row.right() - period_width - 8, middle + 1, Face::small, theme.soft);
            }
            if (tools_at > 0) {
                tools(controls, {{CommandId::move_pair_up, "↑"}, {CommandId::move_pair_down, "↓"}, {CommandId::delete_pair, "×"}},
                      row.right(), row.y + 1, pair.id, deeds);
            }
            draw_spine(controls, pair, row.x + 18, row.y + row_height - 5, row.width - 18 - 12);
        }
        y += series_gap;
    }
    return y - top;
}

void Shelf::draw(Controls& controls, const app::State& state, Rect rect, Deeds& deeds) {
    controls.open(Role::navigation, "shelf", controls.say(Str::pairs), rect);
    if (state.own_journal.separate()) {   // nobody takes it for one's own
        const std::string name = state.own_journal.name.empty() ? controls.say(Str::separate_journal) : state.own_journal.name;
        controls.told(Role::heading, "journal", name, {rect.x, rect.y, rect.width, row_height});
        controls.label(name, rect.x + 8, rect.y + row_height / 2, Face::label_strong, controls.theme().accent, rect.width - 16);
        rect.y += row_height;
        rect.height -= row_height;
    }
    const float settings_rows = state.looks() ? 3 : state.own_file.possible ? 5 : 4;
    const float foot = (2 + settings_rows) * row_height + 26;
    const Rect box{rect.x, rect.y, rect.width, std::max(60.0f, rect.height - foot)};
    const ImGuiIO& io = ImGui::GetIO();
    const bool wheeled = io.MouseWheel != 0 && controls.pointer_over(box);
    const float wish = wheeled ? scroll_ - io.MouseWheel * 100 : scroll_;
    scroll_ = std::clamp(wish, 0.0f, std::max(0.0f, height_ - box.height));
    if (wheeled && scroll_ == wish) take_wheel();
    controls.list().PushClipRect(box.min(), box.max(), true);
    height_ = list(controls, state, box, deeds, box.y - scroll_);
    controls.list().PopClipRect();

    float y = box.bottom() + 6;
    controls.list().AddLine({rect.x + 8, y}, {rect.right() - 8, y}, controls.theme().line, 1);
    y += 6;
    const ButtonLook look{.left = true};
    if (controls.command(CommandId::new_pair, {rect.x, y, rect.width, row_height}, look,
                         std::string("＋ ") + controls.say(Str::new_pair))) {
        deeds.push_back(app::Run{CommandId::new_pair});
    }
    y += row_height;
    if (controls.command(CommandId::new_series, {rect.x, y, rect.width, row_height}, look,
                         std::string("＋ ") + controls.say(Str::new_series))) {
        deeds.push_back(app::Run{CommandId::new_series});
    }
    settings(controls, state, {rect.x, y + row_height + 6, rect.width, settings_rows * row_height}, deeds);
    controls.close();
}

void Shelf::settings(Controls& controls, const app::State& state, Rect rect, Deeds& deeds) {
    controls.open(Role::group, "settings", controls.say(Str::settings), rect);
    const app::Theme theme = state.settings.theme;
    const char* shown = controls.say(theme == app::Theme::system  ? Str::theme_system
                                     : theme == app::Theme::light ? Str::theme_light
                                                                  : Str::theme_dark);
    const float half = rect.width * 0.62f;
    const auto press = [&](CommandId id, Rect at, const ButtonLook& look, std::string_view label) {
        if (controls.command(id, at, look, label)) deeds.push_back(app::Run{id});
    };
    const ButtonLook left{.left = true, .face = Face::small}, middle{.face = Face::small};
    press(CommandId::theme, {rect.x, rect.y, half, row_height}, left, shown);
    press(CommandId::text_smaller, {rect.x + half, rect.y, (rect.width - half) / 2, row_height}, middle, "가−");
    press(CommandId::text_larger, {rect.x + half + (rect.width - half) / 2, rect.y, (rect.width - half) / 2, row_height}, middle, "가+");
    const char* wrap = controls.say(state.settings.wrap == text::Wrap::keep_all ? Str::wrap_words : Str::wrap_syllables);
    press(CommandId::wrap, {rect.x, rect.y + row_height, half, row_height}, left, wrap);
    press(CommandId::language, {rect.x + half, rect.y + row_height, rect.width - half, row_height}, middle, controls.say(Str::other_language));
    press(CommandId::export_encrypted, {rect.x, rect.y + 2 * row_height, rect.width, row_height}, left, "");
    if (!state.looks()) {
        const float y = rect.y + 3 * row_height, look = controls.width(controls.say(Str::look), Face::small) + 20;
        press(CommandId::look, {rect.x, y, look, row_height}, left, "");
        press(CommandId::journals, {rect.x + look, y, rect.width - look, row_height}, left, "");
    }
    if (state.own_file.possible && !state.looks()) {
        const Rect at{rect.x, rect.y + 4 * row_height, rect.width, row_height};
        const std::string name = state.own_file.is == app::OwnFile::Is::none
                                     ? controls.say(Str::own_file)
                                     : app::say(state.own_file.folder ? Str::own_folder_kept : Str::own_file_kept, state.language, {state.own_file.name});
        ButtonLook look = left;
        look.enabled = app::command(CommandId::own_file).possible(state);
        if (controls.button("own-file", name, name, at, look)) deeds.push_back(app::Run{CommandId::own_file});
    }
    controls.close();
}

}  // namespace dajim::ui
