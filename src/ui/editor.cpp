// The editor on the canvas, see editor.h.
#include "ui/editor.h"

#include <algorithm>
#include <cmath>

#include "app/dots.h"
#include "app/links.h"
#include "text/clusters.h"
#include "text/kinds.h"
#include "ui/word_looks.h"

namespace dajim::ui {
namespace {

using app::Target;
using text::Affinity;
using text::Position;

constexpr double blink_ms = 530;
constexpr double blinks_for_ms = 9 * 2 * blink_ms;
constexpr float wheel_step = 100;     // CSS pixels, see web/window
constexpr float caret_width = 2;

/// Bytes of the signs that make a line what it is ("## ", "> ", "- "): drawn softer than its words.
std::size_t marker_bytes(LineKind kind, std::string_view line) {
    const std::size_t begin = line.find_first_not_of(" \t");
    if (begin == std::string_view::npos) return 0;
    switch (kind) {
        case LineKind::title:
        case LineKind::heading:
        case LineKind::subheading: return std::min<std::size_t>(line.find_first_not_of('#', begin), line.size());
        case LineKind::quote: return begin + 1;
        case LineKind::item: return std::min<std::size_t>(line.find(' ', begin), line.size());
        default: return 0;
    }
}

/// One of the three signs of "[ ]" before a task's words.
bool is_box(const text::Buffer& buffer, Position at) {
    const std::optional<std::size_t> box = app::read_lead(buffer.paragraph(at.paragraph)).box;
    return box && at.byte + 1 >= *box && at.byte <= *box + 1;
}

/// Where a stretch of one row begins and ends, CSS pixels from the text's left; a soft wrap's end is the end of its row.
struct Across { float begin, end; };
Across across(text::Layout& layout, Position from, Position to, bool last_row) {
    return {layout.caret(from, Affinity::downstream).x, layout.caret(to, last_row ? Affinity::downstream : Affinity::upstream).x};
}

}  // namespace

Blink blink(double since_moved_ms) {
    if (since_moved_ms >= blinks_for_ms || since_moved_ms < 0) return {true, std::nullopt};
    const double phase = std::fmod(since_moved_ms, 2 * blink_ms);
    return {phase < blink_ms, phase < blink_ms ? blink_ms - phase : 2 * blink_ms - phase};
}

// -------------------------------------------------------------------------------------------------------------------- page

void EditorView::page(Controls& controls, app::Program& program, Rect paper, Rect text, std::string_view placeholder,
                      std::uint64_t look, double now_ms, Deeds& deeds) {
    const app::State& state = program.state();
    next_ms_.reset();
    caret_ = {};
    program.set_page(target_, text.width, text.height, look);
    fold_front_matter(controls, program);
    width_ = text.width;
    const float y = scrolled(controls, program, paper, text, deeds);
    const ImVec2 origin{text.x, text.y - y};
    stand(origin, {paper.x, text.y, paper.width, text.height}, now_ms);

    ImDrawList& list = controls.list();
    list.PushClipRect({paper.x, text.y}, {paper.right(), text.bottom()}, true);
    const text::Buffer& buffer = *text_of(state, target_);
    if (buffer.empty()) {
        const float leading = static_cast<float>(state.settings.text_size) * 1.85f;
        controls.paragraph(placeholder, {text.x, text.y, text.width, 0}, Face::body, controls.theme().soft, leading);
    }
    draw_passages(controls, program, origin, y, y + text.height);
    draw_changes(controls, program, origin, true);
    draw_rows(controls, program, origin, y, y + text.height);
    draw_changes(controls, program, origin, false);
    draw_misquotes(controls, program, origin, deeds);
    draw_signs(controls, program, origin);
    draw_caret(controls, program, origin, text, now_ms);
    draw_drop(controls, program, origin);
    list.PopClipRect();
    thumb(controls, program, paper, text, y, deeds);
    if (!thumb_grip_) pointer(controls, program, {paper.x, text.y, paper.width, text.height}, origin, deeds);
}

/// Front matter is one row, unless the caret is in it. (A caret at the very start of a page nobody writes on was never put there.)
void EditorView::fold_front_matter(Controls& controls, app::Program& program) {
    const app::State& state = program.state();
    const text::Buffer& buffer = *text_of(state, target_);
    const std::size_t lines = controls.typesetting().front_matter(buffer);
    const text::Range selected = state.editor(target_).selection.range();
    const Position head = state.editor(target_).selection.head;
    const bool inside = head.paragraph < lines && (state.focus == target_ || head != Position{} || !selected.empty());
    if (controls.typesetting().fold(buffer, lines > 1 && !inside)) program.layout(target_).restyle({0, lines});
}

/// Where the page stands, after wheel and caret; CSS pixels from the text's top. Says so when it moved.
float EditorView::scrolled(Controls& controls, app::Program& program, Rect paper, Rect text, Deeds& deeds) {
    const app::State& state = program.state();
    const app::Editor& editor = state.editor(target_);
    text::Layout& layout = program.layout(target_);
    float y = layout.caret(editor.scroll.top, Affinity::downstream).y + editor.scroll.offset;
    const ImGuiIO& io = ImGui::GetIO();
    const bool wheeled = io.MouseWheel != 0 && controls.pointer_over(paper);
    if (wheeled) y -= io.MouseWheel * wheel_step;
    const bool rises = risen(editor, text.height);
    const bool by_keyboard = risen_ && (rises || (editor.scroll == risen_->after && !wheeled && !editor.reveal));
    if (by_keyboard && text.height >= risen_->height - 1) {
        const Position top = text_of(state, target_)->clamp(risen_->before.top);
        y = layout.caret(top, Affinity::downstream).y + risen_->before.offset;
    }
    if (risen_ && text.height >= risen_->height - 1) risen_.reset();
    if (editor.reveal || rises) {
        const text::CaretBox caret = layout.caret(editor.selection.head, editor.selection.affinity);
        const float margin = std::min(caret.height * 0.75f, text.height / 4);
        y = std::min(y, caret.y - margin);
        y = std::max(y, caret.y + caret.height + margin - text.height);
        deeds.push_back(app::Revealed{target_});
    }
    const bool carrying = state.carried && state.carried->over == target_;
    const float pull = pulling(text, carrying) * std::min(io.DeltaTime, 0.1f);
    y += pull;
    const float room = text.height * 0.4f;   // the last line may rise off the lower edge
    const float most = std::max(0.0f, layout.height() + room - text.height);
    const float wish = y;
    y = std::clamp(y, 0.0f, layout.height() <= text.height ? 0.0f : most);
    if (wheeled && y == wish) take_wheel();
    pulled_ = pull != 0 && y == wish;
    if (pulled_) next_ms_ = 16;
    y += layout.expose(y, y + text.height);
    y = std::max(0.0f, y);

    const std::size_t paragraph = layout.paragraph_at(y);
    const text::ParagraphRows& rows = layout.rows(paragraph);
    const float into = y - layout.top(paragraph) - rows.style.space_before;
    const std::size_t row = std::min(rows.rows.size() - 1, static_cast<std::size_t>(std::max(0.0f, into) / std::max(rows.style.line_height, 1.0f)));
    const Position top{paragraph, rows.rows[row].begin};
    const float offset = y - layout.caret(top, Affinity::downstream).y;
    if (top != editor.scroll.top || std::abs(offset - editor.scroll.offset) > 0.25f) {
        deeds.push_back(app::ScrollTo{target_, {top, offset}, wheeled || pull != 0 || editor.reveal});
        if (by_keyboard && risen_) risen_->after = {top, offset};
    }
    caret_seen_ = false;
    if (state.focus == target_) {
        const text::CaretBox caret = layout.caret(editor.selection.head, editor.selection.affinity);
        caret_seen_ = caret.y + caret.height > y && caret.y < y + text.height;
    }
    return std::round(y);
}

void EditorView::thumb(Controls& controls, app::Program& program, Rect paper, Rect text, float y, Deeds& deeds) {
    text::Layout& layout = program.layout(target_);
    const float whole = layout.height() + text.height * 0.4f;
    if (layout.height() <= text.height) {
        thumb_grip_.reset();
        return;
    }
    const float length = std::max(28.0f, text.height * text.height / whole);
    const float track = text.height - length;
    const float range = std::max(1.0f, whole - text.height);
    const Rect bar{paper.right() - 12, text.y + track * std::min(1.0f, y / range), 10, length};
    const Rect lane{bar.x, text.y, bar.width, text.height};
    const ImGuiIO& io = ImGui::GetIO();
    const bool over = controls.pointer_over(lane);
    if (over && ImGui::IsMouseClicked(ImGuiMouseButton_Left)) {
        thumb_grip_ = bar.holds(io.MousePos) ? io.MousePos.y - bar.y : length / 2;
    }
    if (!ImGui::IsMouseDown(ImGuiMouseButton_Left)) thumb_grip_.reset();
    if (thumb_grip_ && track > 0) {
        const float wish = std::clamp((io.MousePos.y - *thumb_grip_ - text.y) / track, 0.0f, 1.0f) * range;
        const std::size_t paragraph = layout.paragraph_at(wish);
        const Position top{paragraph, 0};
        deeds.push_back(app::ScrollTo{target_, {top, wish - layout.caret(top, Affinity::downstream).y}, true});
    }
    const bool strong = over || thumb_grip_;
    const float half = strong ? 3.0f : 1.5f;
    controls.list().AddRectFilled({bar.x + 6 - half, bar.y + 2}, {bar.x + 6 + half, bar.bottom() - 2},
                                  faded(controls.theme().faint, strong ? 0.9f : 0.45f), half);
}

// -------------------------------------------------------------------------------------------------------------------- rows

void EditorView::draw_rows(Controls& controls, app::Program& program, ImVec2 origin, float top, float bottom) {
    text::Layout& layout = program.layout(target_);
    const std::size_t count = text_of(program.state(), target_)->paragraphs();
    for (std::size_t paragraph = layout.paragraph_at(top); paragraph < count; ++paragraph) {
        if (layout.top(paragraph) >= bottom) break;
        draw_paragraph(controls, program, paragraph, origin, top, bottom);
    }
}

void EditorView::draw_paragraph(Controls& controls, app::Program& program, std::size_t paragraph, ImVec2 origin, float top,
                                float bottom) {
    const app::State& state = program.state();
    const app::Editor& editor = state.editor(target_);
    const text::Buffer& buffer = *text_of(state, target_);
    text::Layout& layout = program.layout(target_);
    const Theme& theme = controls.theme();
    Typesetting& typesetting = controls.typesetting();
    Glyphs& glyphs = typesetting.glyphs();
    ImDrawList& list = controls.list();

    const text::ParagraphRows& rows = layout.rows(paragraph);
    const std::string_view line = buffer.paragraph(paragraph);
    const LineKind kind = !is_field(target_) ? typesetting.kind(buffer, paragraph) : LineKind::prose;
    const FaceSpec& spec = typesetting.spec(rows.style.face);
    const float ascent = glyphs.ascent(spec), descent = glyphs.descent(spec);
    if (kind == LineKind::front_matter && typesetting.folded(buffer)) {
        if (paragraph == 0) draw_fold(controls, program, origin);
        return;
    }
    const bool hidden = state.hides(target_);
    const bool code = kind == LineKind::code || kind == LineKind::fence;
    const std::size_t marker = marker_bytes(kind, line);
    const bool stale = is_page(target_) && state.settings.greys_stale && state.stale[static_cast<std::size_t>(end_of(target_))].at(paragraph);
    const ImU32 ink = kind == LineKind::quote || kind == LineKind::front_matter || stale ? theme.soft : theme.ink;
    // A field that somebody has left shows no selection; one under a finger does.
    text::Range selected = !is_field(target_) || state.focus == target_ || state.tools.target == target_ ? editor.selection.range() : text::Range{};
    float y = layout.top(paragraph) + rows.style.space_before;
    if (state.finding.open && is_page(target_) && draw_found(controls, program, paragraph, origin, top, bottom)) selected = {};

    for (std::size_t at = 0; at < rows.rows.size(); ++at, y += rows.style.line_height) {
        if (y + rows.style.line_height < top) continue;
        if (y > bottom) break;
        const text::Row& row = rows.rows[at];
        const float row_top = origin.y + y;
        const bool last = at + 1 == rows.rows.size();
        if (kind == LineKind::quote) {
            list.AddRectFilled({origin.x - 13, row_top}, {origin.x - 10, row_top + rows.style.line_height}, theme.line);
        }
        const float baseline = std::round(row_top + (rows.style.line_height + ascent - descent) / 2);
        const RowPlace place{origin.x, row_top, row_top + rows.style.line_height, baseline, ascent, descent};
        if (code) list.AddRectFilled({origin.x - 10, row_top}, {origin.x + width_ + 10, place.bottom}, faded(theme.ink, theme.dark ? 0.06f : 0.045f));
        draw_grounds(list, rows, row, place, theme);
        // The selection in this row, with a little of the line's end where it goes on.
        const Position begin{paragraph, row.begin}, end{paragraph, row.end};
        if (selected.begin < selected.end && selected.begin <= end && begin <= selected.end) {
            const Position from = std::max(begin, selected.begin), to = std::min(end, selected.end);
            const bool on = last && selected.end > end;
            if (from < to || on) {
                const auto [x0, x1] = across(layout, from, to, last);
                list.AddRectFilled({origin.x + x0, row_top}, {origin.x + x1 + (on ? 7.0f : 0.0f), row_top + rows.style.line_height}, theme.selection);
            }
        }
        for (std::uint32_t run_at = row.first_run; run_at < row.first_run + row.runs; ++run_at) {
            const text::Run& run = rows.runs[run_at];
            if (hidden) {
                float x = origin.x + run.x;
                for (text::ClusterWalk walk(line.substr(run.begin, run.end - run.begin), 0); !walk.done(); walk.next()) {
                    glyphs.draw(list, {x, baseline}, app::dot, spec, ink);
                    x += typesetting.advance(app::dot, run.face);
                }
                continue;
            }
            if (run.blank) continue;
            const std::string_view words = line.substr(run.begin, run.end - run.begin);
            if (text::is_unseen(words)) {
                draw_unseen(list, words, origin.x + run.x, run.width, place, theme);
                continue;
            }
            const bool sign = run.begin < marker || run.look & look_sign;
            const ImU32 color = sign ? theme.soft : run.look & look_link ? theme.accent : ink;
            const bool faint = sign && (kind != LineKind::item || run.begin >= marker);
            glyphs.draw(list, {origin.x + run.x, baseline}, words, typesetting.spec(run.face),
                        faint ? faded(color, 0.7f) : color);
        }
        draw_lines(list, rows, row, place, theme);
        if (editor.preedit && editor.preedit->begin < editor.preedit->end) {
            const Position from = std::max(begin, editor.preedit->begin), to = std::min(end, editor.preedit->end);
            if (from < to) {
                const auto [x0, x1] = across(layout, from, to, last);
                const float under = baseline + std::max(3.0f, descent * 0.55f);
                list.AddRectFilled({origin.x + x0, under}, {origin.x + x1, under + 1.5f}, theme.accent);
            }
        }
    }
}

/// What stands for folded front matter; a press on it puts the caret there, which unfolds it.
void EditorView::draw_fold(Controls& controls, app::Program& program, ImVec2 origin) {
    const app::State& state = program.state();
    const std::size_t lines = controls.typesetting().front_matter(*text_of(state, target_));
    const float height = program.layout(target_).rows(0).style.line_height;
    const std::string words = say(app::Str::front_matter_folded, state.language, {std::to_string(lines)});
    controls.label(words, origin.x, origin.y + height / 2, Face::small, controls.theme().soft, width_);
}

/// Behind the words: what was looked for, and, stronger and underlined, the match that is chosen. True when that is here.
bool EditorView::draw_found(Controls& controls, app::Program& program, std::size_t paragraph, ImVec2 origin, float top, float bottom) {
    const app::State& state = program.state();
    const text::Matches* matches = state.finding.in(state.pair, end_of(target_));
    if (!matches) return false;
    const std::span<const text::Match> found = matches->in(paragraph);
    if (found.empty()) return false;
    const Theme& theme = controls.theme();
    const text::Range chosen = state.shown == end_of(target_) ? state.editor(target_).selection.range() : text::Range{};
    text::Layout& layout = program.layout(target_);
    const text::ParagraphRows& rows = layout.rows(paragraph);
    float y = layout.top(paragraph) + rows.style.space_before;
    bool chosen_here = false;
    for (std::size_t at = 0; at < rows.rows.size() && y <= bottom; ++at, y += rows.style.line_height) {
        if (y + rows.style.line_height < top) continue;
        const text::Row& row = rows.rows[at];
        auto match = std::partition_point(found.begin(), found.end(), [&row](const text::Match& one) { return one.end <= row.begin; });
        for (; match != found.end() && match->begin < row.end; ++match) {
            const Position from{paragraph, std::max(match->begin, row.begin)}, to{paragraph, std::min(match->end, row.end)};
            const auto [x0, x1] = across(layout, from, to, at + 1 == rows.rows.size());
            const bool here = match->range() == chosen;
            chosen_here = chosen_here || here;
            const float room = std::max(0.0f, (rows.style.line_height - controls.typesetting().spec(rows.style.face).size * 1.45f) / 2);
            const Rect box{origin.x + x0 - 1, origin.y + y + room, x1 - x0 + 2, rows.style.line_height - 2 * room};
            controls.list().AddRectFilled(box.min(), box.max(), here ? theme.found_here : theme.found, 3);
            if (here) controls.list().AddRectFilled({box.x, box.bottom() - 2}, box.max(), theme.accent);
        }
    }
    return chosen_here;
}

float EditorView::letter_size(Controls& controls, app::Program& program, Position position) const {
    return controls.typesetting().spec(program.layout(target_).rows(position.paragraph).style.face).size;
}

Rect EditorView::caret_box(Controls& controls, app::Program& program, ImVec2 origin, Position position, Affinity affinity) {
    const text::CaretBox at = program.layout(target_).caret(position, affinity);
    const float height = std::min(at.height, letter_size(controls, program, position) * 1.35f);
    return {std::round(origin.x + at.x), std::round(origin.y + at.y + (at.height - height) / 2), caret_width, height};
}

/// Where the words that are carried would fall, with a plus where they would be copied; fainter where they would stay as they are.
void EditorView::draw_drop(Controls& controls, app::Program& program, ImVec2 origin) {
    const app::State& state = program.state();
    if (!state.carried || !state.carried->moving || state.carried->over != target_) return;
    const app::Carried& carried = *state.carried;
    const text::Range range = carried.selection.range();
    const bool stays = carried.from == target_ && range.begin <= carried.at && carried.at <= range.end && !carried.copies;
    const ImU32 color = faded(controls.theme().accent, stays ? 0.4f : 1.0f);
    const Rect box = caret_box(controls, program, origin, carried.at, carried.affinity);
    ImDrawList& list = controls.list();
    list.AddRectFilled({box.x - 0.5f, box.y - 1}, {box.right() + 0.5f, box.bottom() + 1}, color);
    if (!carried.copies || carried.from == Target::none) return;
    const float x = box.x + 8, y = box.y - 4;   // between the rows
    list.AddRectFilled({x - 4, y - 1}, {x + 4, y + 1}, color);
    list.AddRectFilled({x - 1, y - 4}, {x + 1, y + 4}, color);
}

void EditorView::draw_caret(Controls& controls, app::Program& program, ImVec2 origin, Rect clip, double now_ms) {
    const app::State& state = program.state();
    if (state.focus != target_) return;
    const app::Editor& editor = state.editor(target_);
    const Rect box = caret_box(controls, program, origin, editor.selection.head, editor.selection.affinity);
    caret_ = {target_, {std::clamp(box.x, clip.x, clip.right()), std::clamp(box.y, clip.y - box.height, clip.bottom()), box.width, box.height},
              letter_size(controls, program, editor.selection.head)};
    const Blink now = blink(now_ms - program.caret_moved_ms());
    if (now.next_ms) next_ms_ = std::min(next_ms_.value_or(1e9), *now.next_ms);
    if (!now.shown || !state.writable(target_)) return;
    controls.list().AddRectFilled({box.x - 0.5f, box.y}, {box.x + box.width - 0.5f, box.bottom()}, controls.theme().ink);
}

// ----------------------------------------------------------------------------------------------------------------- pointer

std::optional<text::Hit> EditorView::under_pointer(const Controls& controls, app::Program& program) const {
    if (frame_ != ImGui::GetFrameCount() || !controls.pointer_over(area_)) return std::nullopt;
    return hit(program, ImGui::GetIO().MousePos);
}

void EditorView::pointer(Controls& controls, app::Program& program, Rect area, ImVec2 origin, Deeds& deeds) {
    const ImGuiIO& io = ImGui::GetIO();
    frame_ = ImGui::GetFrameCount();
    area_ = area;
    if (program.state().carried) return;
    const bool finger = io.MouseSource == ImGuiMouseSource_TouchScreen;
    const bool over = controls.pointer_over(area);
    if (over || pressing_) ImGui::SetMouseCursor(ImGuiMouseCursor_TextInput);
    if (!ImGui::IsMouseDown(ImGuiMouseButton_Left)) pressing_ = false;
    const auto here = [&] { return hit(program, io.MousePos); };
    const auto under = [&] { return program.layout(target_).under(io.MousePos.x - origin.x, io.MousePos.y - origin.y); };
    const auto drag = [&](ImGuiMouseButton button) {
        const bool moved = io.MouseDelta.x != 0 || io.MouseDelta.y != 0 || pulled_;
        if (!moved || !ImGui::IsMouseDragging(button, 2)) return;
        const text::Hit at = here();
        deeds.push_back(app::Drag{target_, at.position, at.affinity});
    };
    const bool on_box = over && !pressing_ && is_page(target_) && is_box(*text_of(program.state(), target_), under());
    if (on_box) ImGui::SetMouseCursor(ImGuiMouseCursor_Hand);
    const bool on_link = over && !pressing_ && io.KeyCtrl && is_page(target_) && app::link_at(*text_of(program.state(), target_), under());
    if (on_link) ImGui::SetMouseCursor(ImGuiMouseCursor_Hand);
    // A finger that rests on a selection moves its ends, it lifts nothing.
    const auto on_selection = [&] {
        const text::Range range = program.state().editor(target_).selection.range();
        return range.begin <= under() && under() < range.end && !finger;
    };
    const bool on_words = over && !pressing_ && is_page(target_) && program.state().editable() && on_selection();
    if (on_words && !on_box && !on_link) ImGui::SetMouseCursor(ImGuiMouseCursor_Arrow);
    if (over && !pressing_ && !is_field(target_) && press_margin(controls, program, origin, deeds)) return;
    if (on_link && ImGui::IsMouseClicked(ImGuiMouseButton_Left)) {
        deeds.push_back(app::OpenLink{target_, under()});
    } else if (on_box && ImGui::IsMouseClicked(ImGuiMouseButton_Left)) {
        deeds.push_back(app::Tick{target_, under().paragraph});
    } else if (on_words && ImGui::IsMouseClicked(ImGuiMouseButton_Left) && io.MouseClickedCount[0] == 1 && !io.KeyShift) {
        deeds.push_back(app::Lift{target_, here().position, here().affinity});
    } else if (over && ImGui::IsMouseClicked(ImGuiMouseButton_Left)) {
        text::Hit at = here();
        // A word is chosen by the letter under the pointer, a caret goes to the nearer side of it.
        if (io.MouseClickedCount[0] > 1) at.position = under();
        pressing_ = true;
        deeds.push_back(app::Press{target_, at.position, at.affinity, std::min<int>(3, io.MouseClickedCount[0]), io.KeyShift, finger});
    } else if (over && ImGui::IsMouseClicked(ImGuiMouseButton_Right)) {
        // A finger that rests (web/window), or a mouse that asks for the browser's menu: what is selected there stays so.
        const text::Hit at = here();
        const text::Range selected = program.state().editor(target_).selection.range();
        if (finger) deeds.push_back(app::Hold{target_, under(), at.position, at.affinity});
        else if (at.position < selected.begin || selected.end < at.position) deeds.push_back(app::Press{target_, at.position, at.affinity});
        else deeds.push_back(app::FocusText{target_});
        holding_ = finger;
    } else if (pressing_) {
        drag(ImGuiMouseButton_Left);
    } else if (holding_) {
        drag(ImGuiMouseButton_Right);
    }
    if (holding_ && !ImGui::IsMouseDown(ImGuiMouseButton_Right)) {
        holding_ = false;
        deeds.push_back(app::FingerUp{target_});
    }
}

// ------------------------------------------------------------------------------------------------------------------- field

void EditorView::framed(Controls& controls, app::Program& program, app::Str name, app::Str hint, Rect rect, std::uint64_t look,
                        double now_ms, Deeds& deeds) {
    const app::State& state = program.state();
    controls.textbox(target_, controls.say(name), rect, false, !state.writable(target_), state.field(target_).invalid);
    controls.list().AddRectFilled(rect.min(), rect.max(), controls.theme().desk, 5);
    controls.list().AddRect(rect.min(), rect.max(), controls.theme().faint, 5, 0, 1);
    field(controls, program, rect, controls.say(hint), look, now_ms, deeds);
}

void EditorView::field(Controls& controls, app::Program& program, Rect box, std::string_view hint, std::uint64_t look,
                       double now_ms, Deeds& deeds) {
    const app::State& state = program.state();
    next_ms_.reset();
    caret_ = {};
    constexpr float inset = 6;
    const Theme& theme = controls.theme();
    ImDrawList& list = controls.list();
    const bool focused = state.focus == target_;
    const bool over = controls.pointer_over(box);
    if (focused) {
        list.AddRectFilled(box.min(), box.max(), theme.paper, 5);
        list.AddRect(box.min(), box.max(), state.field(target_).invalid ? theme.trouble : theme.accent, 5, 0, 1.5f);
    } else if (over) {
        list.AddRectFilled(box.min(), box.max(), faded(theme.ink, 0.05f), 5);
    }
    program.set_page(target_, 1e6f, box.height, look);
    text::Layout& layout = program.layout(target_);
    const app::Editor& editor = state.editor(target_);
    const float room = box.width - 2 * inset;
    const text::CaretBox caret = layout.caret(editor.selection.head, editor.selection.affinity);
    if (focused) {
        sideways_ = std::clamp(sideways_, std::max(0.0f, caret.x - room + caret_width), caret.x);
    } else {
        sideways_ = 0;
    }
    const ImVec2 origin{box.x + inset - sideways_, box.y + (box.height - caret.height) / 2};
    stand(origin, box, now_ms);
    pull_y_.reset();
    list.PushClipRect({box.x + inset - 2, box.y}, {box.right() - inset + 3, box.bottom()}, true);
    if (state.field(target_).text.empty()) {
        controls.label(hint, box.x + inset, box.y + box.height / 2, Face::label, theme.soft, room);
    }
    draw_rows(controls, program, origin, 0, caret.height);
    draw_caret(controls, program, origin, box, now_ms);
    draw_drop(controls, program, origin);
    list.PopClipRect();
    if (editor.reveal) deeds.push_back(app::Revealed{target_});
    pointer(controls, program, box, origin, deeds);
}

}  // namespace dajim::ui
