// The desk, see desk.h.
#include "ui/desk.h"

#include <algorithm>
#include <cmath>

#include "ui/carry.h"
#include "ui/echo_bar.h"
#include "ui/other_text.h"
#include "ui/page_foot.h"
#include "ui/page_notes.h"
#include "ui/proposal_bar.h"

namespace dajim::ui {
namespace {

using app::CommandId;
using app::Str;
using app::Target;

constexpr float narrow_below = 760;     // pages become tabs
constexpr float shelf_width = 228;
constexpr float edge_strip = 15;        // beside a page that is shown alone
constexpr float versions_from = 440;    // a page's width from which on its versions are offered by a word

}  // namespace

void Desk::draw(app::Program& program, std::uint64_t glyph_look, float visible_height, double now_ms, bool mac) {
    const app::State& state = program.state();
    deeds_.clear();
    caret_ = {};
    next_ms_.reset();
    notes_ = 0;
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
    if (state.slip) drawer_open_ = false;   // it was asked for there
    const bool drawer = !beside && drawer_open_;
    const bool covered = drawer || state.slip;
    if (covered) controls_.block();
    controls_.cover(state.notice ? notice_ : Rect{});
    tools_.cover(controls_);

    bar(program, {0, 0, window.width, head}, narrow);
    float top = head;
    if (state.trouble != app::StorageTrouble::none) top += banner("trouble", Role::text, status(state), top, window.width);
    else if (state.phase == app::Phase::ready && !state.writer) top += pen_strip(state, top, window.width);
    else top += own_file_strip(state, top, window.width);
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
    const float proposals = draw_proposals(controls_, state, rest, deeds_);
    rest.y += proposals;
    rest.height -= proposals;
    const float card = goal_card_.draw(controls_, program, rest, views_, look_, now_ms_, deeds_);
    rest.height -= card;
    const journal::Id lit = ribbon_.hovered();
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
    if (!state.chosen_pair()) ribbon_.clear();
    for (const Target page : {Target::resolution, Target::reading, Target::retrospective}) view(page).light(ribbon_.hovered());
    if (ribbon_.hovered() != lit) next_ms_ = 0;   // the pages, drawn before it, show it in the next frame
    notice(program, {window.x, window.y, window.width, window.height - card - (state.chosen_pair() ? foot_height + notes_ : 0)});
    keeping(state);
    EditorView* held = state.tools.target == Target::none ? nullptr : &view(state.tools.target);
    tools_.draw(controls_, program, held && held->drawn_ms() == now_ms && !covered ? held : nullptr, window, deeds_);

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
    if (state.slip) controls_.unblock();
    slip_.draw(controls_, program, window, views_, look_, now_ms_, deeds_);
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

// ------------------------------------------------------------------------------------------------------------------- pages

void Desk::sheet(app::Program& program, journal::End end, Rect rect, bool tabbed) {
    const app::State& state = program.state();
    const Theme& theme = controls_.theme();
    const Target target = state.at(end);
    const bool reads = target == Target::reading;
    const bool left = end == journal::End::resolution;
    const text::Buffer& buffer = *text_of(state, target);
    const char* title = controls_.say(left ? Str::resolution : Str::retrospective);
    paper(rect);
    const float margin = std::clamp(std::floor(rect.width * 0.085f), 18.0f, 54.0f);
    const float size = static_cast<float>(state.settings.text_size);
    const float middle = rect.y + 29;

    float x = rect.x + margin;
    const float export_width = 92;
    const float export_x = rect.right() - std::max(10.0f, margin - 14) - export_width;
    if (!tabbed) {
        const float wide = controls_.width(title, Face::label_strong);
        controls_.heading(2, title, {x, middle - 12, wide + 4, 24}, Face::label_strong, theme.accent);
        x += wide + 10;
    }
    const bool roomy = rect.width >= versions_from && !buffer.empty();
    const float versions_width = roomy ? controls_.width(controls_.say(Str::versions), Face::small) + 18 : 34;
    const float versions_x = (buffer.empty() ? export_x + export_width : export_x - 2) - versions_width;
    const Rect facts{x, middle - 12, std::max(0.0f, versions_x - x - 8), 24};
    if (facts_[static_cast<std::size_t>(end)].draw(controls_, state, end, facts)) deeds_.push_back(app::Run{CommandId::count_rule});

    const float notes = notes_height(controls_, state, end, rect.width - 2 * margin + 20);
    notes_ = std::max(notes_, notes);
    Rect text{rect.x + margin, rect.y + 60, rect.width - 2 * margin, rect.height - 60 - foot_height - notes};
    const float other = reads && state.reading.source != app::Source::beside ? 0 : draw_other_text(controls_, state, end, text, deeds_);
    text.y += other;
    text.height -= other;
    if (!left) text.height -= draw_echoes(controls_, state, text, deeds_);
    // Alone it has the ribbon's ends at its inner edge, where nothing else is.
    const journal::Pair& pair = *state.chosen_pair();
    const float strip = tabbed && !(pair.goals.empty() && pair.unpromised.empty()) ? edge_strip : 0;
    next_margin_ = std::min(next_margin_, margin - (left ? 0 : strip));
    const Rect whole{rect.x + (left ? 0 : strip), text.y, rect.width - strip, text.height};
    const std::string name = reads ? reading_name(controls_, state) : title;
    const std::string beside = reads ? reading_told(controls_, state) : state.editable() ? controls_.say(Str::tab_leaves) : "";
    const char* hint = controls_.say(left ? Str::placeholder_resolution : Str::placeholder_retrospective);
    const std::optional<app::LookBack> back = app::look_back(state);
    const Rect offered = beginning(program, end, back, text, hint, tabbed, false);
    const Rect written{whole.x, whole.y, whole.width, offered.height > 0 ? offered.y - whole.y : whole.height};
    controls_.textbox(target, name, written, true, !state.writable(target), false, beside);
    beginning(program, end, back, text, hint, tabbed, true);
    controls_.cover_lowest(offered);   // the page hears the pointer around what it offers
    view(target).page(controls_, program, whole, {text.x, text.y, std::max(size * 4, text.width), text.height}, hint, look_, now_ms_, deeds_);
    controls_.uncover();
    if (strip > 0) ribbon_.draw_edge(controls_, program, {left ? whole.right() : rect.x, text.y, strip, text.height}, view(target), deeds_);
    else if (tabbed) ribbon_.clear();
    const CommandId id = left ? CommandId::export_resolution : CommandId::export_retrospective;
    draw_notes(controls_, state, end, {rect.x + margin - 10, rect.bottom() - foot_height - notes, text.width + 20, notes}, deeds_);
    draw_foot(controls_, state, end, {rect.x + margin - 10, rect.bottom() - foot_height, text.width + 20, foot_height}, deeds_);
    const CommandId versions = left ? CommandId::versions_resolution : CommandId::versions_retrospective;
    command(versions, {versions_x, middle - 15, versions_width, 30}, {.face = Face::small, .has_popup = true}, roomy ? controls_.say(Str::versions) : "↺");
    if (!buffer.empty()) command(id, {export_x, middle - 15, export_width, 30}, {.face = Face::small}, "Markdown ↓");
}

void Desk::pages(app::Program& program, Rect rect) {
    const app::State& state = program.state();
    const float size = static_cast<float>(state.settings.text_size);
    const bool tied = !(state.chosen_pair()->goals.empty() && state.chosen_pair()->unpromised.empty());   // the ribbon needs room
    const float gap = tied ? std::clamp(rect.width * 0.095f, 44.0f, 150.0f) : std::clamp(rect.width * 0.045f, 30.0f, 84.0f);
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
    const Rect track{area.x + gap / 2, area.y, columns, area.height};
    const float moved = controls_.divider("divider", controls_.say(Str::divider), between, track, share, !ribbon_.has_pointer(controls_));
    if (moved >= 0) deeds_.push_back(app::MoveDivider{moved});
    sheet(program, journal::End::retrospective, right, false);
    ribbon_.draw(controls_, program, between, view(state.at(journal::End::resolution)), view(state.at(journal::End::retrospective)), deeds_);
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

// ------------------------------------------------------------------------------------------------------------------ notice

void Desk::notice(app::Program& program, Rect window) {
    const app::State& state = program.state();
    controls_.uncover();
    notice_ = {};
    if (!state.notice) return;
    const app::Notice& notice = *state.notice;
    const Theme& theme = controls_.theme();
    const float undo = notice.undo ? controls_.width(controls_.say(Str::take_back), Face::label_strong) + 24 : 0;
    const float go = notice.pair.empty() ? 0 : controls_.width(controls_.say(Str::go_there), Face::label_strong) + 30;
    const float update = notice.update ? controls_.width(controls_.say(Str::update), Face::label_strong) + 30 : 0;
    const float close = 38;
    const float room = std::min(640.0f, window.width - 24) - undo - go - update - close - 34;
    const float wide = std::min(room, controls_.width(notice.text, Face::label) + 2);
    const float height = controls_.paragraph(notice.text, {0, 0, wide, 0}, Face::label, 0, 22, false, false);
    const Rect box{window.x + (window.width - wide - undo - go - update - close - 30) / 2, window.bottom() - height - 46, wide + undo + go + update + close + 30, height + 22};
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
    if (go > 0) {
        const Rect at{x + 6, y, go - 6, 32};
        command(CommandId::go_there, at, {.kind = ButtonLook::Kind::outlined}, " ");
        controls_.label(controls_.say(Str::go_there), x + 18, y + 16, Face::label_strong, theme.paper);
        x += go;
    }
    if (update > 0) {
        const Rect at{x + 6, y, update - 6, 32};
        command(CommandId::update, at, {.kind = ButtonLook::Kind::outlined}, " ");
        controls_.label(controls_.say(Str::update), x + 18, y + 16, Face::label_strong, theme.paper);
        x += update;
    }
    const Rect at{x, y, 32, 32};
    if (controls_.button("notice dismiss", controls_.say(Str::dismiss_notice), "", at)) deeds_.push_back(app::Run{CommandId::dismiss_notice});
    controls_.label("×", x + 11, y + 16, Face::label, theme.paper);
    controls_.close();
}

}  // namespace dajim::ui
