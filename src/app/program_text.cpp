// Text input: what textareas and keys do to pages and fields.
#include <algorithm>

#include "app/command.h"
#include "app/editing.h"
#include "app/goal_words.h"
#include "app/links.h"
#include "app/pasting.h"
#include "app/program.h"
#include "app/tallies.h"
#include "journal/lineage.h"
#include "text/hangul.h"
#include "text/mark.h"
#include "text/utf8.h"

namespace dajim::app {
namespace {

/// Paragraphs are parted by '\n' alone, a field has none; NUL ends strings elsewhere.
std::string cleaned(std::string_view text, bool one_line) {
    std::string out;
    out.reserve(text.size());
    for (std::size_t at = 0; at < text.size(); ++at) {
        char sign = text[at];
        if (sign == '\r') {
            if (at + 1 < text.size() && text[at + 1] == '\n') continue;
            sign = '\n';
        }
        if (sign == '\0') continue;
        if (sign == '\n' && one_line) sign = ' ';
        out += sign;
    }
    return out;
}

}  // namespace

// ---------------------------------------------------------------------------------------------------------------- the window

TextWindow Program::text_window(Target target, bool recentre) {
    const text::Buffer* buffer = text_of(state_, target);
    if (!buffer) return {{}, {}, {}, false, true};
    const std::size_t at = static_cast<std::size_t>(target);
    const Selection& selection = editor(target).selection;
    if (recentre || !window_known_[at] || !has_room(*buffer, windows_[at], selection)) {
        windows_[at] = window_around(*buffer, selection);
        window_known_[at] = true;
    }
    TextWindow window = show(*buffer, windows_[at], selection);
    window.read_only = !state_.writable(target);
    return window;
}

bool Program::text_window_serves(Target target) const {
    const text::Buffer* buffer = text_of(state_, target);
    const std::size_t at = static_cast<std::size_t>(target);
    return buffer && window_known_[at] && has_room(*buffer, windows_[at], state_.editor(target).selection);
}

void Program::window_edited(Target target, const WindowEdit& edited) {
    const text::Buffer* buffer = text_of(state_, target);
    const std::size_t index = static_cast<std::size_t>(target);
    if (!buffer || !window_known_[index] || !state_.writable(target)) {
        if (target != Target::none) editor(target).stamp++;
        return;
    }
    tab_leaves_ = false;
    Editor& at = editor(target);
    const std::string text = cleaned(text::repair_utf8(edited.inserted), !is_page(target));
    const text::Position from = position_at(*buffer, windows_[index], edited.from);
    const text::Position to = std::max(from, position_at(*buffer, windows_[index], edited.to));
    if (edited.composing && !at.preedit && !composition_) {
        composition_ = Composition{target, history_.depth(), buffer->bytes(), from.paragraph, buffer->paragraph(from.paragraph)};
    }
    const bool enter = text == "\n" && !edited.composing;
    const text::Edit typed{{from, to}, text};
    const text::Edit edit = enter && is_page(target) ? newline(*buffer, typed.range) : typed;
    if (from != to || !text.empty()) {
        // The first stroke of a syllable may begin a new burst; the strokes that follow never do.
        const bool within = edited.composing && at.preedit;
        edit_text(target, edit, within ? Joins::composing : Joins::typing, true);
        if (edit != typed || text != edited.inserted) at.stamp++;
        buffer = text_of(state_, target);
    } else if (!edited.composing) {
        history_.part();
    }
    const text::Position begin = position_at(*buffer, windows_[index], edited.selection_start);
    const text::Position end = position_at(*buffer, windows_[index], edited.selection_end);
    at.selection = {begin, end, text::Affinity::downstream};
    if (edit != typed) at.selection.anchor = at.selection.head = buffer->clamp(text::end_of(edit));   // the textarea follows
    at.goal_x.reset();
    at.preedit.reset();
    if (edited.composing && edited.preedit_start < edited.preedit_end) {
        at.preedit = text::Range{position_at(*buffer, windows_[index], edited.preedit_start),
                                 position_at(*buffer, windows_[index], edited.preedit_end)};
    }
    history_.moved_on(here());
    if (enter) history_.part();
    caret_moved(target);
    if (target == Target::find_words) requery();
}

void Program::composition_ended(Target target) {
    if (target == Target::none) return;
    editor(target).preedit.reset();
    // Strokes that were all taken back are nothing to undo.
    const std::optional<Composition> was = std::exchange(composition_, std::nullopt);
    const text::Buffer* buffer = text_of(state_, target);
    if (was && buffer && was->target == target && history_.depth() == was->depth + 1 && buffer->bytes() == was->bytes &&
        was->paragraph < buffer->paragraphs() && buffer->paragraph(was->paragraph) == was->text) {
        history_.forget_newest();
        state_.can_undo = history_.can_undo();
    }
    if (target == Target::find_words) requery();   // what was composed is meant as it stands
    host_.redraw();
}

// ------------------------------------------------------------------------------------------------------------------ editing

void Program::edit_text(Target target, const text::Edit& edit, Joins joins, bool typed) {
    if (is_page(target)) {
        change({journal::TextEdited{state_.pair, end_of(target), edit}}, joins, typed ? target : Target::none);
        return;
    }
    Field& where = field(target);
    if (!state_.writable(target) || !where.text.contains(edit.range)) return;
    where.text.apply(edit);
    windows_[static_cast<std::size_t>(target)] = moved(windows_[static_cast<std::size_t>(target)], edit);
    if (!typed) {
        editor(target).stamp++;
        window_known_[static_cast<std::size_t>(target)] = false;
    }
    if (is_secret(target)) state_.slip->told.clear(), where.invalid = false;
    else if (!is_find(target)) commit_field(target);
    else if (target == Target::find_words && !typed) requery();   // else once its preedit is known
}

void Program::select(Target target, const Selection& selection) {
    if (is_page(target) && state_.at(end_of(target)) != target) leave_reading();   // it is to be seen
    Editor& at = editor(target);
    at.selection = selection;
    at.goal_x.reset();
    at.stamp++;
    caret_moved(target);
}

void Program::caret_moved(Target target) {
    editor(target).reveal = true;
    state_.tools = {};
    caret_moved_ms_ = host_.now_ms();
    if (is_page(target)) place_dirty();
    host_.redraw();
}

void Program::replace_selection(Target target, std::string_view text, Joins joins) {
    replace(target, {editor(target).selection.range(), std::string(text)}, joins);
}

void Program::replace(Target target, const text::Edit& edit, Joins joins) {
    if (edit.range.empty() && edit.text.empty()) return;
    edit_text(target, edit, joins, false);
    const text::Position behind = text_of(state_, target)->clamp(text::end_of(edit));
    select(target, {behind, behind, text::Affinity::downstream});
    history_.moved_on(here());
}

/// Markdown's marks at the caret, by command.
void Program::rewrite(CommandId id) {
    const Target target = state_.focus;
    const text::Buffer* buffer = is_page(target) ? text_of(state_, target) : nullptr;
    if (!buffer) return;
    const Selection& at = editor(target).selection;
    switch (id) {
        case CommandId::strong: return rewrite(target, emphasised(*buffer, at, "**"));
        case CommandId::emphasis: return rewrite(target, emphasised(*buffer, at, "*"));
        case CommandId::link: return rewrite(target, linked(*buffer, at));
        case CommandId::tick: return rewrite(target, ticked(*buffer, at));
        case CommandId::indent: return rewrite(target, indented(*buffer, at, false));
        case CommandId::outdent: return rewrite(target, indented(*buffer, at, true));
        default: return;
    }
}

void Program::rewrite(Target target, const Rewrite& wanted) {
    if (wanted.edits.empty()) return;
    history_.part();
    std::vector<journal::Change> changes;
    for (const text::Edit& edit : wanted.edits) changes.push_back(journal::TextEdited{state_.pair, end_of(target), edit});
    if (!change(std::move(changes), Joins::never)) return;
    select(target, wanted.selection);
    history_.moved_on(here());
}

std::string Program::selected_text(Target target) const {
    const text::Buffer* buffer = text_of(state_, target);
    return buffer && !state_.hides(target) ? buffer->text(state_.editor(target).selection.range()) : std::string();
}

void Program::cut(Target target) {
    if (!text_of(state_, target) || !state_.writable(target)) return;
    history_.part();
    replace_selection(target, {}, Joins::never);
}

/// Pasted NFD (file names from a Mac) is composed; what is in files stays as it is.
std::string Program::clean_paste(std::string_view text, bool one_line) {
    return text::compose_hangul(cleaned(text::repair_utf8(text), one_line));
}

void Program::paste(Target target, std::string_view utf8, std::string_view markdown) {
    if (!text_of(state_, target) || !state_.writable(target)) return;
    host_.end_composition();
    history_.part();
    if (!is_page(target) || markdown.empty()) {
        replace_selection(target, clean_paste(utf8, !is_page(target)), Joins::never);
        if (target == Target::goal_link) enter(target);
        return;
    }
    const Selection& selection = editor(target).selection;
    const text::Edit edit = pasted(*text_of(state_, target), selection.range(), clean_paste(utf8), clean_paste(markdown));
    replace(target, edit, Joins::never);
}

// --------------------------------------------------------------------------------------------------------------------- keys

bool Program::key_pressed(Target target, const KeyPress& press) {
    const bool mac = host_.is_mac();
    if (state_.carried && press.key == Key::escape) {
        let_go(true);
        return true;
    }
    if (state_.slip && is_secret(target)) {
        if (const std::optional<bool> took = password_key(target, press)) return *took;
    } else if (state_.slip) return target != Target::none || command_for(press, mac);   // it comes first, and is answered by the browser's own keys
    if (state_.finding.open && find_key(target, press)) return true;
    if (const Command* wanted = command_for(press, mac)) {
        if (wanted->id == CommandId::select_all && target == Target::none) return false;
        if (wanted->possible(state_)) run(wanted->id, {});
        return true;   // possible or not: Ctrl+S must never open the browser's dialog
    }
    const text::Buffer* buffer = text_of(state_, target);
    if (!buffer) return false;
    if (press.key == Key::escape && state_.tools.target != Target::none) {
        state_.tools = {};
        return true;
    }
    if (is_reading(target) && press.key == Key::escape) {
        leave_reading();
        return true;
    }
    if (is_page(target) ? tab_key(target, press) : is_field(target) && !is_find(target) && field_key(target, press)) return true;
    const std::optional<CaretKey> key = caret_key(press, mac);
    if (!key) return false;
    host_.end_composition();
    buffer = text_of(state_, target);
    history_.part();
    Editor& at = editor(target);
    const float height = pages_[static_cast<std::size_t>(target)].height;
    if (key->act == CaretKey::Act::erase) {
        if (!state_.writable(target)) return true;
        if (at.selection.empty()) {
            at.selection = move(*buffer, layout(target), at, key->motion, true, height, mac).selection;
        }
        replace_selection(target, {}, Joins::never);
        return true;
    }
    const Moved moved = move(*buffer, layout(target), at, key->motion, key->act == CaretKey::Act::extend, height, mac);
    select(target, moved.selection);
    at.goal_x = moved.goal_x;
    return true;
}

/// In a list Tab and Shift+Tab move its items in and out as far as they go. Everywhere else, and after Escape, they leave the page.
bool Program::tab_key(Target target, const KeyPress& press) {
    const bool leaves = std::exchange(tab_leaves_, press.key == Key::escape);
    const text::Buffer& buffer = *text_of(state_, target);
    const Selection& at = editor(target).selection;
    const bool plain = press.key == Key::tab && !press.control && !press.alt && !press.meta;
    if (!plain || leaves || !state_.editable() || !in_list(buffer, at)) return false;
    host_.end_composition();
    const Rewrite wanted = indented(*text_of(state_, target), editor(target).selection, press.shift);
    rewrite(target, wanted);
    return !wanted.edits.empty();
}

void Program::focused(Target target) {
    if (target == state_.focus) return;
    history_.part();
    const Target left = state_.focus;
    state_.focus = target;
    if (left != Target::none) editor(left).preedit.reset();
    // A menu that takes the keyboard itself is about the text that had it.
    if (target != Target::none && target != state_.tools.target) state_.tools = {};
    if (left != Target::none && !is_page(left)) refresh_fields(false);
    if (!is_field(target)) state_.shown = state_.end_at(target);
    if (is_find(target)) set_origin();
    refind();
    caret_moved_ms_ = host_.now_ms();
    if (left != Target::none) save_some(true);
    host_.redraw();
}

// ------------------------------------------------------------------------------------------------------------------- fields

std::string Program::field_value(Target target) const {
    const journal::Pair* pair = state_.chosen_pair();
    const journal::Series* series = state_.chosen_series();
    switch (target) {
        case Target::series_name: return series ? series->name : std::string();
        case Target::pair_name: return pair ? pair->name : std::string();
        case Target::start_date: return pair && pair->start ? journal::write_date(*pair->start) : std::string();
        case Target::end_date: return pair && pair->end ? journal::write_date(*pair->end) : std::string();
        default: break;
    }
    const journal::Goal* goal = state_.chosen_goal();
    return goal && is_of_goal(target) ? goal_field(*goal, target, state_.language) : std::string();
}

/// Shows what the journal holds; the field that is being written in is left alone unless `focused_too`.
void Program::refresh_fields(bool focused_too) {
    for (Target target : all_targets) {
        if (!is_field(target) || is_find(target) || is_secret(target) || ((target == state_.focus || is_entered(target)) && !focused_too)) continue;
        show_field(target, field_value(target));
    }
}

void Program::show_field(Target target, const std::string& value) {
    Field& where = field(target);
    where.invalid = false;
    where.before = value;
    if (where.text.text() == value) return;
    where.text = text::Buffer(value);
    Editor& at = editor(target);
    at.selection = {where.text.end(), where.text.end(), text::Affinity::downstream};
    at.scroll = {};
    at.preedit.reset();
    at.stamp++;
    window_known_[static_cast<std::size_t>(target)] = false;
}

/// Takes the field's words over at once where they can be used; where not, the field says so and the journal keeps what it had.
void Program::commit_field(Target target) {
    Field& where = field(target);
    const std::string value = where.text.text();
    const journal::Pair* pair = state_.chosen_pair();
    where.invalid = false;
    if (value == field_value(target)) return;
    if (is_entered(target)) {
        const journal::Goal* goal = state_.chosen_goal();
        where.invalid = goal && (target == Target::goal_link ? !read_link(value) : !read_tally(value, goal->measure, host_.today()));
        return host_.redraw();
    }
    if (target == Target::series_name) {
        if (state_.chosen_series()) change({journal::SeriesRenamed{state_.series, value}}, Joins::field);
    } else if (target == Target::pair_name) {
        if (pair) change({journal::PairRenamed{pair->id, value}}, Joins::field);
    } else if (is_of_goal(target)) {
        const journal::Goal* goal = state_.chosen_goal();
        if (!goal) return;
        std::optional<journal::Goal> wanted = with_goal_field(*goal, target, value);
        where.invalid = !wanted;
        host_.redraw();
        if (wanted && wanted->origin && wanted->measure && wanted->measure != goal->measure) {   // it asks for more or for less now
            const journal::Source from = journal::source_of(state_.journal, *wanted->origin);
            const auto by = from.goal && from.goal->measure ? journal::carried_by(*from.goal->measure, *wanted->measure) : std::nullopt;
            if (by) wanted->origin->carried = *by;
        }
        if (wanted && *wanted != *goal) change_goal(std::move(*wanted), Joins::field);
    } else if (pair) {
        const bool blank = value.find_first_not_of(' ') == std::string::npos;
        std::optional<journal::Date> date = journal::read_date(value);
        where.invalid = !blank && !date;
        // On its way to the 31st a date may have been a good one, the 3rd; nobody meant that.
        if (where.invalid) date = journal::read_date(where.before);
        host_.redraw();
        journal::PairDated dated{pair->id, pair->start, pair->end};
        (target == Target::start_date ? dated.start : dated.end) = date;
        if (dated.start == pair->start && dated.end == pair->end) return;
        change({dated}, Joins::field);
    }
}

/// The field and the journal have again what stood there before it was edited: nothing to undo.
void Program::give_back(Target target) {
    Field& where = field(target);
    if (field_value(target) != where.before) {
        const bool within = history_.in_field();
        where.text = text::Buffer(where.before);
        window_known_[static_cast<std::size_t>(target)] = false;
        commit_field(target);
        if (within) history_.forget_newest();
        state_.can_undo = history_.can_undo();
    }
    refresh_fields(true);
    select(target, {where.text.end(), where.text.end(), text::Affinity::downstream});
}

/// Enter goes on to the next field and at last to the page; Escape gives the old words back.
bool Program::field_key(Target target, const KeyPress& press) {
    if (press.key == Key::enter) {
        host_.end_composition();
        if (is_entered(target) && !field(target).text.empty()) {
            enter(target);
            return true;
        }
        Target next = is_of_goal(target) ? state_.at(state_.shown) : state_.at(journal::End::resolution);
        if (target == Target::series_name && state_.chosen_pair()) next = Target::pair_name;
        if (target == Target::pair_name) next = Target::start_date;
        if (target == Target::start_date) next = Target::end_date;
        if (!text_of(state_, next)) return true;
        if (is_field(next)) select(next, {{}, text_of(state_, next)->end(), text::Affinity::downstream});
        host_.focus_text(next);
        return true;
    }
    if (press.key == Key::escape) {
        host_.end_composition();
        give_back(target);
        if (state_.chosen_pair()) host_.focus_text(state_.at(state_.shown));
        return true;
    }
    // One line has no rows to move by; Ctrl+PageUp and the like are the browser's.
    if (press.control || press.alt || press.meta) return false;
    return press.key == Key::up || press.key == Key::down || press.key == Key::page_up || press.key == Key::page_down;
}

}  // namespace dajim::app
