// The control layer, see control.h.
#include "ui/control.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "text/utf8.h"

namespace dajim::ui {
namespace {

constexpr float rounding = 6;
constexpr std::size_t most_lines = 500;

/// A label is set as one paragraph of one face.
class LabelSetting final : public text::Typesetter {
public:
    LabelSetting(const Typesetting& typesetting, Face face, float leading) : typesetting_(typesetting) {
        style_.face = static_cast<text::Face>(face);
        style_.line_height = leading;
    }
    text::ParagraphStyle style(const text::Buffer&, std::size_t) const override { return style_; }
    float advance(std::string_view run, text::Face face) const override { return typesetting_.advance(run, face); }

private:
    const Typesetting& typesetting_;
    text::ParagraphStyle style_;
};

}  // namespace

std::string one_line(std::string_view text, std::size_t most) {
    std::string out(text.substr(0, text::floor_code_point(text, std::min(text.size(), most))));
    std::replace(out.begin(), out.end(), '\n', ' ');
    return out.size() < text.size() ? out + "…" : out;
}

// ------------------------------------------------------------------------------------------------------------------- frame

void Controls::begin(const app::State& state, bool mac, std::uint64_t look) {
    if (look != look_ || lines_.size() > most_lines) lines_.clear();
    look_ = look;
    state_ = &state;
    theme_ = &ui::theme(state.dark());
    language_ = state.language;
    mac_ = mac;
    mirror_.nodes.clear();
    parents_.clear();
    last_dialog_ = std::exchange(dialog_, 0);
    unblock();
    covers_.clear();
}

void Controls::end() {
    mirror_.requests.clear();
    if (last_dialog_ != 0 && dialog_ == 0 && std::exchange(gives_back_, false)) mirror_.focus_wish = before_dialog_;
    if (!ImGui::IsMouseDown(ImGuiMouseButton_Left)) dragged_ = 0;
}

float Controls::time() const { return static_cast<float>(ImGui::GetTime()); }

// ------------------------------------------------------------------------------------------------------------------ mirror

NodeId Controls::id_of(std::string_view id) const {
    NodeId hash = 2166136261u ^ (parents_.empty() ? 0 : parents_.back());   // FNV-1a
    for (char sign : id) hash = (hash ^ static_cast<unsigned char>(sign)) * 16777619u;
    return hash ? hash : 1;
}

Node& Controls::tell(Role role, std::string_view id, std::string_view name, Rect rect) {
    Node node;
    node.id = id_of(id);
    node.parent = parents_.empty() ? 0 : parents_.back();
    node.role = role;
    node.name = name;
    node.x = rect.x;
    node.y = rect.y;
    node.width = rect.width;
    node.height = rect.height;
    mirror_.nodes.push_back(std::move(node));
    return mirror_.nodes.back();
}

void Controls::open(Role role, std::string_view id, std::string_view name, Rect rect) {
    parents_.push_back(tell(role, id, name, rect).id);
}

void Controls::close() { parents_.pop_back(); }

bool Controls::asked(NodeId id, Deed deed) {
    return std::any_of(mirror_.requests.begin(), mirror_.requests.end(),
                       [&](const Request& request) { return request.id == id && request.deed == deed; });
}

bool Controls::open_dialog(std::string_view id, std::string_view name, Rect rect, std::string_view first) {
    open(Role::dialog, id, name, rect);
    dialog_ = parents_.back();
    dialog_begins_ = dialog_ != last_dialog_;
    if (dialog_begins_ && last_dialog_ == 0) before_dialog_ = mirror_.focused;   // one that takes the place of another gives it back for both
    dialog_first_ = first;
    return asked(dialog_, Deed::dismiss);
}

void Controls::told(Role role, std::string_view id, std::string_view name, Rect rect) { tell(role, id, name, rect); }

void Controls::textbox(app::Target target, std::string_view name, Rect rect, bool multiline, bool read_only, bool invalid,
                       std::string_view description) {
    const std::string id = textbox_id(target);
    Node& node = tell(Role::textbox, id, name, rect);
    node.multiline = multiline;
    node.read_only = read_only;
    node.invalid = invalid;
    node.target = target;
    node.value = description;
    node.secret = app::is_secret(target);
    node.hidden = state_->hides(target);
    if (!dialog_begins_ || dialog_first_ != id) return;
    mirror_.focus_wish = node.id;
    dialog_begins_ = false;
}

void Controls::heading(int level, std::string_view text, Rect rect, Face face, ImU32 color) {
    tell(Role::heading, text, text, rect).level = level;
    label(text, rect.x, rect.y + rect.height / 2, face, color, rect.width);
}

void Controls::status(std::string_view id, Role role, std::string_view text, Rect rect, ImU32 color) {
    tell(role, id, {}, rect).value = text;
    label(text, rect.x, rect.y + rect.height / 2, Face::small, color, rect.width);
}

// ----------------------------------------------------------------------------------------------------------------- pressed

bool Controls::pointer_over(Rect rect) const {
    const ImGuiIO& io = ImGui::GetIO();
    return ImGui::IsMousePosValid(&io.MousePos) && rect.holds(io.MousePos) && !blocked_ &&
           std::none_of(covers_.begin(), covers_.end(), [&io](Rect cover) { return cover.holds(io.MousePos); });
}

Rect Controls::seen_of(Rect rect) {
    const ImVec2 from = list().GetClipRectMin(), to = list().GetClipRectMax();
    const float x = std::max(rect.x, from.x), y = std::max(rect.y, from.y);
    return {x, y, std::max(0.0f, std::min(rect.right(), to.x) - x), std::max(0.0f, std::min(rect.bottom(), to.y) - y)};
}

bool Controls::hidden(Rect rect) const { return rect.holds(ImGui::GetIO().MousePos) && !pointer_over(rect); }

void Controls::focus_ring(NodeId id, Rect rect, float round) {
    if (mirror_.focused != id || !mirror_.focus_visible) return;
    list().AddRect({rect.x - 2, rect.y - 2}, {rect.right() + 2, rect.bottom() + 2}, theme_->accent, round + 2, 0, 2);
}

bool Controls::button(std::string_view id, std::string_view name, std::string_view text, Rect rect, const ButtonLook& look) {
    using Kind = ButtonLook::Kind;
    Node& node = tell(look.role, id, name, rect);
    node.disabled = !look.enabled;
    node.selected = look.selected;
    node.pressed = look.pressed;
    node.shortcut = look.shortcut;
    node.has_popup = look.has_popup;
    node.expanded = look.expanded;
    node.value = look.description;
    const NodeId node_id = node.id;
    if (dialog_begins_ && look.enabled && (dialog_first_.empty() || dialog_first_ == id)) {
        mirror_.focus_wish = node_id;
        dialog_begins_ = false;
    }

    bool pressed = look.enabled && asked(node_id, Deed::activate), held = false;
    constexpr float ring = 3;
    if (!in_sight({rect.x - ring, rect.y - ring, rect.width + 2 * ring, rect.height + 2 * ring})) return pressed;
    const Rect seen = seen_of(rect);   // what is clipped away is not pressed: something else lies there
    const bool over = look.enabled && pointer_over(seen);
    if (!hidden(seen) && seen.width > 0 && seen.height > 0) {
        ImGui::PushID(static_cast<int>(node_id));
        ImGui::SetCursorScreenPos(seen.min());
        pressed |= ImGui::InvisibleButton("##", {seen.width, seen.height}) && over;
        held = over && ImGui::IsItemActive();
        ImGui::PopID();
    }
    if (over) ImGui::SetMouseCursor(ImGuiMouseCursor_Hand);

    ImU32 color = look.enabled ? theme_->ink : theme_->faint;
    if (look.kind == Kind::filled) {
        list().AddRectFilled(rect.min(), rect.max(), faded(theme_->accent, look.enabled ? (held ? 0.8f : over ? 0.92f : 1.0f) : 0.4f), rounding);
        color = theme_->paper;
    } else {
        if (look.selected && look.role != Role::tab) list().AddRectFilled(rect.min(), rect.max(), theme_->chosen, rounding);
        else if (over) list().AddRectFilled(rect.min(), rect.max(), faded(theme_->ink, held ? 0.10f : 0.055f), rounding);
        if (look.kind == Kind::outlined) list().AddRect(rect.min(), rect.max(), theme_->line, rounding, 0, 1);
        if (look.kind == Kind::quiet && look.enabled && !look.selected) color = over ? theme_->ink : theme_->soft;
    }
    if (!text.empty()) {
        const float wide = width(text, look.face);
        const float room = rect.width - (look.left ? look.inset + 6 : 4);
        const float x = look.left ? rect.x + look.inset : rect.x + std::max(2.0f, (rect.width - wide) / 2);
        label(text, x, rect.y + rect.height / 2, look.face, color, room);
    }
    focus_ring(node_id, rect, rounding);
    return pressed;
}

bool Controls::command(app::CommandId id, Rect rect, ButtonLook look, std::string_view text, std::string_view subject) {
    const app::Command& row = app::command(id);
    const std::string shortcut = app::aria_shortcut(app::shortcut_of(row, mac_), mac_);
    look.shortcut = shortcut;
    look.enabled = look.enabled && row.possible(*state_);
    const char* title = say(row.title);
    const std::string key = std::string(row.name) + std::string(subject);
    return button(key, title, text.empty() ? std::string_view(title) : text, rect, look);
}

Controls::Item Controls::item(std::string_view id, std::string_view name, Rect rect, bool selected) {
    Node& node = tell(Role::list_item, id, name, rect);
    node.selected = selected;
    const bool focused = mirror_.focused == node.id;
    return {asked(node.id, Deed::activate), focused, focused && mirror_.focus_visible};
}

float Controls::divider(std::string_view id, std::string_view name, Rect rect, Rect track, float share, bool heard) {
    Node& node = tell(Role::separator, id, name, rect);
    node.now = static_cast<int>(std::lround(share * 100));
    node.least = 20;
    node.most = 80;
    const NodeId node_id = node.id;
    const bool over = (heard && pointer_over(rect)) || dragged_ == node_id;
    if (heard && !hidden(rect)) {
        ImGui::PushID(static_cast<int>(node_id));
        ImGui::SetCursorScreenPos(rect.min());
        ImGui::InvisibleButton("##", {rect.width, rect.height});
        if (ImGui::IsItemActivated() && pointer_over(rect)) dragged_ = node_id;
        ImGui::PopID();
    }
    if (over) ImGui::SetMouseCursor(ImGuiMouseCursor_ResizeEW);
    const float middle = rect.x + rect.width / 2, centre = rect.y + rect.height / 2;
    const float half = over ? 34.0f : 22.0f;
    list().AddRectFilled({middle - 1.5f, centre - half}, {middle + 1.5f, centre + half}, over ? theme_->accent : theme_->line, 2);
    focus_ring(node_id, {middle - 6, centre - half - 4, 12, 2 * half + 8}, 4);
    float wish = share;
    for (const Request& request : mirror_.requests) {   // keys may come faster than frames
        if (request.id != node_id) continue;
        switch (request.deed) {
            case Deed::decrease: wish -= 0.02f; break;
            case Deed::increase: wish += 0.02f; break;
            case Deed::to_least: wish = 0.2f; break;
            case Deed::to_most: wish = 0.8f; break;
            case Deed::activate: wish = 0.5f; break;
            default: break;
        }
    }
    if (wish != share) return std::clamp(wish, 0.2f, 0.8f);
    if (dragged_ != node_id) return -1;
    if (over && ImGui::IsMouseDoubleClicked(ImGuiMouseButton_Left)) return 0.5f;
    if (ImGui::GetIO().MouseDelta.x == 0) return -1;
    return std::clamp((ImGui::GetIO().MousePos.x - track.x) / std::max(1.0f, track.width), 0.0f, 1.0f);
}

// ----------------------------------------------------------------------------------------------------------------- letters

const Controls::Line& Controls::line(std::string_view text, Face face) {
    std::string key(1, static_cast<char>(face));
    key += text;
    const auto known = lines_.find(key);
    if (known != lines_.end()) return known->second;
    std::string one = one_line(text);
    text::ParagraphRows rows =
        text::set_paragraph(text::Buffer(one), 0, LabelSetting(typesetting_, face, 20), 1e9f, text::Wrap::keep_all);
    return lines_[key] = {std::move(one), std::move(rows.runs), rows.rows.front().width};
}

float Controls::width(std::string_view text, Face face) { return line(text, face).width; }

float Controls::label(std::string_view text, float x, float middle, Face face, ImU32 color, float most) {
    const Line& set = line(text, face);
    const FaceSpec& spec = typesetting_.spec(static_cast<text::Face>(face));
    Glyphs& glyphs = typesetting_.glyphs();
    const float baseline = std::round(middle + (glyphs.ascent(spec) - glyphs.descent(spec)) / 2);
    const bool cut = set.width > most;
    const float room = cut ? most - glyphs.advance("…", spec) : most;
    float end = 0;
    for (const text::Run& run : set.runs) {
        if (run.x + run.width > room + 0.01f) break;
        const std::string_view letters = std::string_view(set.text).substr(run.begin, run.end - run.begin);
        if (!run.blank) glyphs.draw(list(), {x + run.x, baseline}, letters, spec, color);
        end = run.x + run.width;
    }
    if (cut && most > 0) {
        glyphs.draw(list(), {x + end, baseline}, "…", spec, color);
        end += glyphs.advance("…", spec);
    }
    return end;
}

float Controls::paragraph(std::string_view text, Rect box, Face face, ImU32 color, float leading, bool centred, bool draw) {
    const FaceSpec& spec = typesetting_.spec(static_cast<text::Face>(face));
    Glyphs& glyphs = typesetting_.glyphs();
    const text::Buffer lines(text);
    float y = box.y;
    for (std::size_t at = 0; at < lines.paragraphs(); ++at) {
        const std::string_view line = lines.paragraph(at);
        const text::ParagraphRows rows =
            text::set_paragraph(lines, at, LabelSetting(typesetting_, face, leading), box.width, text::Wrap::keep_all);
        for (const text::Row& row : rows.rows) {
            const float baseline = std::round(y + leading / 2 + (glyphs.ascent(spec) - glyphs.descent(spec)) / 2);
            const float x = centred ? box.x + (box.width - row.width) / 2 : box.x;
            for (std::uint32_t run_at = row.first_run; draw && run_at < row.first_run + row.runs; ++run_at) {
                const text::Run& run = rows.runs[run_at];
                if (!run.blank) glyphs.draw(list(), {x + run.x, baseline}, line.substr(run.begin, run.end - run.begin), spec, color);
            }
            y += leading;
        }
    }
    return y - box.y;
}

}  // namespace dajim::ui
