// The slip, see slip.h.
#include "ui/slip.h"

#include <algorithm>
#include <cmath>
#include <string>
#include <utility>

namespace dajim::ui {
namespace {

using app::CommandId;
using app::Str;

constexpr float most_width = 560;
constexpr float group_height = 36;
constexpr float row_inset = 7;          // above and below a row's words
constexpr float words_leading = 22, note_leading = 19;
constexpr float button_height = 38, button_gap = 8;
constexpr float field_label = 22, field_height = 38, field_gap = 10;
constexpr float toggle_height = 30;
constexpr std::size_t shown_bytes = 240;

float switch_width(Controls& controls, const app::SlipRow& row) {
    return row.offer ? controls.width(std::string("✓ ") + controls.say(row.offer->title), Face::small) + 22 : 0;
}

bool begins_group(const app::Slip& slip, std::size_t index) { return index == 0 || slip.rows[index].group != slip.rows[index - 1].group; }

Rect within(Rect rect, Rect box) {
    const float top = std::clamp(rect.y, box.y, box.bottom()), bottom = std::clamp(rect.bottom(), box.y, box.bottom());
    return {rect.x, top, rect.width, bottom - top};
}

}  // namespace

void SlipView::measure(Controls& controls, const app::Slip& slip, float width, std::uint64_t look) {
    if (stamp_ == slip.stamp && width_ == width && look_ == look) return;
    if (stamp_ != slip.stamp) scroll_ = 0;
    stamp_ = slip.stamp;
    width_ = width;
    look_ = look;
    rows_.clear();
    whole_ = 0;
    for (std::size_t at = 0; at < slip.rows.size(); ++at) {
        const app::SlipRow& row = slip.rows[at];
        Measured& measured = rows_.emplace_back();
        measured.words = one_line(row.words, shown_bytes);
        const float room = width - 20 - switch_width(controls, row) - (row.offer ? 10 : 0);
        measured.words_height = controls.paragraph(measured.words, {0, 0, room, 0}, Face::label, 0, words_leading, false, false);
        const float note = row.note.empty() ? 0 : controls.paragraph(row.note, {0, 0, room, 0}, Face::small, 0, note_leading, false, false);
        measured.height = measured.words_height + note + 2 * row_inset;
        whole_ += measured.height + (begins_group(slip, at) ? group_height : 0);
    }
}

void SlipView::row(Controls& controls, const app::Slip& slip, std::size_t index, Rect rect, Rect box, Deeds& deeds) {
    const app::SlipRow& row = slip.rows[index];
    const Measured& measured = rows_[index];
    const Theme& theme = controls.theme();
    const std::string id = "row " + std::to_string(index);
    const float turn = switch_width(controls, row);
    const Rect seen = within({rect.x, rect.y, rect.width - turn - (turn > 0 ? 10 : 0), rect.height}, box);
    if (seen.height < 1) {   // reached by arrow keys, and then brought into sight
        controls.item(id, measured.words, seen, false);
        return;
    }
    ButtonLook look{.kind = ButtonLook::Kind::row, .left = true, .role = Role::list_item};
    look.description = row.note;
    if (controls.button(id, measured.words, "", seen, look)) {
        if (row.range.empty() && !row.version) controls.give_back();   // else what it leads to has the keyboard
        deeds.push_back(app::GoToRow{index});
    }
    const Rect words{rect.x + 10, rect.y + row_inset, rect.width - 20 - turn - (turn > 0 ? 10 : 0), 0};
    controls.paragraph(measured.words, words, Face::label, theme.ink, words_leading);
    if (!row.note.empty()) {
        controls.paragraph(row.note, {words.x, words.y + measured.words_height, words.width, 0}, Face::small, theme.soft, note_leading);
    }
    const Rect press{rect.right() - turn - 10, rect.y + (rect.height - 30) / 2, turn, 30};
    if (!row.offer || press.y < box.y || press.bottom() > box.bottom()) return;
    const std::string label = std::string(row.offer->on ? "✓ " : "") + controls.say(row.offer->title);
    ButtonLook turned{.kind = ButtonLook::Kind::outlined, .face = Face::small, .role = Role::toggle, .pressed = row.offer->on};
    if (row.offer->on) controls.list().AddRectFilled(press.min(), press.max(), theme.chosen, 6);
    if (controls.button("switch " + std::to_string(index), controls.say(row.offer->title) + (": " + measured.words), label, press, turned)) {
        deeds.push_back(app::SwitchRow{index});
    }
}

void SlipView::list(Controls& controls, const app::Slip& slip, Rect box, Deeds& deeds) {
    const Theme& theme = controls.theme();
    const float most = std::max(0.0f, whole_ - box.height);
    const bool wheeled = ImGui::GetIO().MouseWheel != 0 && controls.pointer_over(box);
    const float wish = wheeled ? scroll_ - ImGui::GetIO().MouseWheel * 100 : scroll_;
    scroll_ = std::clamp(wish, 0.0f, most);
    if (wheeled && scroll_ == wish) take_wheel();
    controls.open(Role::list, "slip list", slip.title, box);
    // Whoever comes to a row by keys sees it.
    float y = 0;
    for (std::size_t at = 0; at < slip.rows.size(); ++at) {
        const float head = begins_group(slip, at) ? group_height : 0;
        if (const NodeId focused = controls.focused("row " + std::to_string(at)); focused != 0 && focused != seen_) {
            seen_ = focused;
            scroll_ = std::clamp(scroll_, std::min(most, std::max(0.0f, y + head + rows_[at].height - box.height)), std::max(0.0f, std::min(most, y)));
        }
        y += head + rows_[at].height;
    }
    controls.list().PushClipRect({box.x - 3, box.y}, {box.right() + 3, box.bottom()}, true);   // a ring round a row is whole
    y = box.y - scroll_;
    for (std::size_t at = 0; at < slip.rows.size(); ++at) {
        if (begins_group(slip, at)) {
            const Rect head{box.x, y, box.width, group_height};
            const Rect told = within(head, box);
            const char* title = controls.say(slip.rows[at].group);
            if (told.height > 1) {
                controls.told(Role::heading, std::string("group ") + title, title, told);
                controls.label(title, head.x + 10, head.y + head.height / 2 + 4, Face::label_strong, theme.accent, head.width - 20);
            }
            y += group_height;
        }
        row(controls, slip, at, {box.x, y, box.width, rows_[at].height}, box, deeds);
        y += rows_[at].height;
    }
    controls.list().PopClipRect();
    controls.close();
    if (most == 0) return;
    const float length = std::max(24.0f, box.height * box.height / whole_);
    const float from = box.y + (box.height - length) * scroll_ / most;
    controls.list().AddRectFilled({box.right() + 5, from}, {box.right() + 8, from + length}, faded(theme.faint, 0.7f), 2);
}

/// In one line from the right where they fit, else one under the other; returns their height.
float SlipView::buttons(Controls& controls, const app::State& state, Rect foot, bool draw, Deeds& deeds) {
    const app::Slip& slip = *state.slip;
    std::vector<std::string> labels;
    std::vector<float> widths;
    float whole = -button_gap;
    for (const CommandId id : slip.buttons) {
        labels.emplace_back(controls.say(id == CommandId::close_slip ? slip.leave : app::command(id).title));
        widths.push_back(controls.width(labels.back(), Face::label_strong) + 34);
        whole += widths.back() + button_gap;
    }
    const bool one_line = whole <= foot.width;
    if (!draw) return one_line ? button_height : static_cast<float>(slip.buttons.size()) * (button_height + button_gap) - button_gap;
    float x = one_line ? foot.right() - whole : foot.x, y = foot.y;
    for (std::size_t at = 0; at < slip.buttons.size(); ++at) {
        const CommandId id = slip.buttons[at];
        const Rect rect{x, y, one_line ? widths[at] : foot.width, button_height};
        ButtonLook look{.kind = at == 0 ? ButtonLook::Kind::filled : id == CommandId::close_slip ? ButtonLook::Kind::quiet : ButtonLook::Kind::outlined};
        look.face = at == 0 ? Face::label_strong : Face::label;
        look.enabled = app::command(id).possible(state);
        if (controls.button(app::command(id).name, labels[at], labels[at], rect, look)) {
            controls.give_back();
            deeds.push_back(app::Run{id});
        }
        if (one_line) x += rect.width + button_gap;
        else y += button_height + button_gap;
    }
    return 0;
}

float SlipView::fields_height(Controls& controls, const app::Slip& slip, float width) const {
    if (slip.fields.empty()) return 0;
    const float told = controls.paragraph(slip.told, {0, 0, width, 0}, Face::label, 0, words_leading, false, false);
    return static_cast<float>(slip.fields.size()) * (field_label + field_height + field_gap) + toggle_height + std::max(told, words_leading);
}

/// Each with its name above it, and below them whether they can be read and how it stands.
void SlipView::fields(Controls& controls, app::Program& program, Rect box, std::span<EditorView> views, std::uint64_t shown, double now_ms,
                      Deeds& deeds) {
    const app::Slip& slip = *program.state().slip;
    const Theme& theme = controls.theme();
    float y = box.y;
    for (const app::Target target : slip.fields) {
        const Str name = target == app::Target::password ? Str::password : Str::password_again;
        controls.label(controls.say(name), box.x, y + field_label / 2, Face::small, theme.soft, box.width);
        y += field_label;
        const Rect rect{box.x, y, box.width, field_height};
        controls.textbox(target, controls.say(name), rect, false, slip.waits, program.state().field(target).invalid);
        controls.list().AddRectFilled(rect.min(), rect.max(), theme.desk, 5);
        controls.list().AddRect(rect.min(), rect.max(), theme.faint, 5, 0, 1);
        views[static_cast<std::size_t>(target)].field(controls, program, rect, "", shown, now_ms, deeds);
        y += field_height + field_gap;
    }
    const std::string label = std::string(slip.legible ? "☑ " : "☐ ") + controls.say(Str::show_password);
    const ButtonLook look{.left = true, .inset = 4, .face = Face::small, .role = Role::toggle, .pressed = slip.legible};
    const Rect press{box.x - 4, y, controls.width(label, Face::small) + 16, toggle_height};
    if (controls.command(CommandId::show_password, press, look, label)) deeds.push_back(app::Run{CommandId::show_password});
    const Rect told{box.x, y + toggle_height, box.width, box.bottom() - y - toggle_height};
    controls.told(slip.wrong ? Role::alert : Role::status, "slip told", slip.told, told);
    controls.paragraph(slip.told, told, Face::label, slip.wrong ? theme.trouble : theme.soft, words_leading);
}

void SlipView::draw(Controls& controls, app::Program& program, Rect window, std::span<EditorView> views, std::uint64_t shown, double now_ms,
                    Deeds& deeds) {
    const app::State& state = program.state();
    // It may go by itself, when what it asked for is done.
    if (const bool asked = std::exchange(asks_, state.slip && !state.slip->fields.empty()); asked && !asks_) controls.give_back();
    if (!state.slip) {
        seen_ = 0;
        return;
    }
    const app::Slip& slip = *state.slip;
    const Theme& theme = controls.theme();
    const bool roomy = window.width >= 600;
    const float inset = roomy ? 28 : 18, edge = roomy ? 24 : 10;
    const float width = std::min(most_width, window.width - 2 * edge), inner = width - 2 * inset;
    const float title_leading = std::round(controls.typesetting().spec(static_cast<text::Face>(Face::heading)).size * 1.4f);
    const float title = controls.paragraph(slip.title, {0, 0, inner, 0}, Face::heading, 0, title_leading, false, false);
    const float says = controls.paragraph(slip.says, {0, 0, inner, 0}, Face::label, 0, words_leading, false, false);
    const float press = buttons(controls, state, {0, 0, inner, 0}, false, deeds);
    measure(controls, slip, inner + 20, controls.look());
    const float written = fields_height(controls, slip, inner);
    const float fixed = inset + title + 8 + says + (written > 0 ? 14 + written : 0) + 18 + press + inset - 6;
    const float room = std::max(60.0f, window.height - 2 * edge - fixed - 8);
    const float listed = slip.rows.empty() ? 0 : std::min(whole_, room) + 8;
    const float height = fixed + listed;
    const Rect panel{window.x + (window.width - width) / 2, window.y + std::max(4.0f, (window.height - height) * 0.42f), width, height};

    ImDrawList& paper = controls.list();
    paper.AddRectFilled({0, 0}, ImGui::GetIO().DisplaySize, faded(IM_COL32_BLACK, state.dark() ? 0.5f : 0.25f));
    for (int spread = 3; spread > 0; --spread) {
        const float by = static_cast<float>(spread) * 2;
        paper.AddRectFilled({panel.x - by, panel.y}, {panel.right() + by, panel.bottom() + by * 1.5f}, faded(theme.shadow, 0.7f), 10 + by);
    }
    paper.AddRectFilled(panel.min(), panel.max(), theme.paper, 10);
    if (theme.dark) paper.AddRect(panel.min(), panel.max(), theme.line, 10, 0, 1);

    // A slip that comes in the place of one with fields is another one.
    const bool chooses = !slip.rows.empty() && (slip.rows.front().version || slip.rows.front().journal);
    const std::string first = chooses ? "row 0" : slip.fields.empty() ? app::command(slip.buttons.front()).name : Controls::textbox_id(slip.fields.front());
    const bool dismissed = controls.open_dialog(slip.fields.empty() ? "slip" : "asking slip", slip.title, panel, first);
    const float x = panel.x + inset;
    float y = panel.y + inset - 2;
    controls.told(Role::heading, "slip title", slip.title, {x, y, inner, title});
    y += controls.paragraph(slip.title, {x, y, inner, 0}, Face::heading, theme.ink, title_leading) + 8;
    controls.told(Role::text, "slip says", slip.says, {x, y, inner, says});
    y += controls.paragraph(slip.says, {x, y, inner, 0}, Face::label, theme.soft, words_leading);
    if (written > 0) {
        fields(controls, program, {x, y + 14, inner, written}, views, shown, now_ms, deeds);
        y += 14 + written;
    }
    if (listed > 0) list(controls, slip, {x - 10, y + 4, inner + 20, listed - 8}, deeds);
    y += listed + 18;
    buttons(controls, state, {x, y, inner, press}, true, deeds);
    controls.close();

    const bool outside = ImGui::IsMouseClicked(ImGuiMouseButton_Left) && !panel.holds(ImGui::GetIO().MousePos);
    if (!dismissed && !outside) return;
    controls.give_back();
    deeds.push_back(app::Run{CommandId::close_slip});
}

}  // namespace dajim::ui
