// The command table, see command.h. What a command does stands in program_commands.cpp.
#include "app/command.h"

#include <array>
#include <cassert>

#include "app/links.h"

namespace dajim::app {
namespace {

bool always(const State&) { return true; }
bool editable(const State& state) { return state.editable(); }
bool pair_chosen(const State& state) { return state.chosen_pair() != nullptr; }
bool pair_editable(const State& state) { return state.editable() && state.chosen_pair(); }
bool series_editable(const State& state) { return state.editable() && state.chosen_series(); }
bool undoable(const State& state) { return state.editable() && state.can_undo; }
bool redoable(const State& state) { return state.editable() && state.can_redo; }
bool ready(const State& state) { return state.phase == Phase::ready; }
bool has_words(const State& state, journal::End end) {
    const journal::Pair* pair = state.chosen_pair();
    return pair && !pair->document(end).text.empty();
}
bool has_resolution(const State& state) { return has_words(state, journal::End::resolution); }
bool has_retrospective(const State& state) { return has_words(state, journal::End::retrospective); }
bool has_notice(const State& state) { return state.notice.has_value(); }
bool in_page(const State& state) { return pair_editable(state) && is_page(state.focus); }
bool on_link(const State& state) {
    const text::Buffer* buffer = is_page(state.focus) ? text_of(state, state.focus) : nullptr;
    return buffer && link_at(*buffer, state.editor(state.focus).selection.head);
}
bool finding(const State& state) { return state.finding.open; }
bool find_editable(const State& state) { return state.finding.open && state.editable(); }
bool replaceable(const State& state) { return pair_editable(state) && state.finding.replacing && !state.finding.query.empty(); }
bool in_text(const State& state) { return text_of(state, state.meant()) != nullptr; }
bool writable(const State& state) { return in_text(state) && state.writable(state.meant()); }
bool has_selection(const State& state) { return in_text(state) && !state.editor(state.meant()).selection.empty(); }
bool cuttable(const State& state) { return writable(state) && has_selection(state); }
bool larger(const State& state) { return state.settings.text_size < most_text_size; }
bool smaller(const State& state) { return state.settings.text_size > least_text_size; }

constexpr Shortcut none{};
constexpr Shortcut control(char letter, bool shift = false) { return {Key::letter, letter, true, shift, false}; }
constexpr Shortcut alt(Key key, bool shift = false) { return {key, 0, false, shift, true}; }

constexpr std::array table{
    Command{CommandId::new_series, "new-series", Str::new_series, none, none, editable},
    Command{CommandId::new_pair, "new-pair", Str::new_pair, none, none, editable},
    Command{CommandId::begin_pair, "begin-pair", Str::begin_pair, none, none, editable},
    Command{CommandId::open_example, "open-example", Str::open_example, none, none, editable},
    Command{CommandId::import_file, "import", Str::import_file, control('O'), none, editable},
    Command{CommandId::export_journal, "export", Str::export_journal, control('S', true), none, ready},
    Command{CommandId::export_resolution, "export-resolution", Str::export_resolution, none, none, has_resolution},
    Command{CommandId::export_retrospective, "export-retrospective", Str::export_retrospective, none, none, has_retrospective},
    Command{CommandId::undo, "undo", Str::undo, control('Z'), none, undoable},
    Command{CommandId::redo, "redo", Str::redo, control('Z', true), control('Y'), redoable},
    // Without keys: those of the clipboard are the browser's own events, see web/text_input.
    Command{CommandId::cut, "cut", Str::cut, none, none, cuttable},
    Command{CommandId::copy, "copy", Str::copy, none, none, has_selection},
    Command{CommandId::paste, "paste", Str::paste, none, none, writable},
    // Its keys are the browser's: a paste comes as an event of its own.
    Command{CommandId::paste_plain, "paste-plain", Str::paste_plain, control('V', true), none, writable},
    Command{CommandId::select_all, "select-all", Str::select_all, control('A'), none, always},
    Command{CommandId::other_page, "other-page", Str::other_page, {Key::f6, 0, false, false, false}, none, pair_chosen},
    Command{CommandId::toggle_shelf, "toggle-shelf", Str::toggle_shelf, none, none, always},
    Command{CommandId::rename_series, "rename-series", Str::rename_series, none, none, series_editable},
    Command{CommandId::move_series_up, "move-series-up", Str::move_series_up, none, none, series_editable},
    Command{CommandId::move_series_down, "move-series-down", Str::move_series_down, none, none, series_editable},
    Command{CommandId::delete_series, "delete-series", Str::delete_series, none, none, series_editable},
    Command{CommandId::rename_pair, "rename-pair", Str::rename_pair, {Key::f2, 0, false, false, false}, none, pair_editable},
    Command{CommandId::move_pair_up, "move-pair-up", Str::move_pair_up, alt(Key::up, true), none, pair_editable},
    Command{CommandId::move_pair_down, "move-pair-down", Str::move_pair_down, alt(Key::down, true), none, pair_editable},
    Command{CommandId::delete_pair, "delete-pair", Str::delete_pair, none, none, pair_editable},
    Command{CommandId::next_pair, "next-pair", Str::next_pair, alt(Key::page_down), none, pair_chosen},
    Command{CommandId::previous_pair, "previous-pair", Str::previous_pair, alt(Key::page_up), none, pair_chosen},
    Command{CommandId::strong, "strong", Str::strong, control('B'), none, in_page},
    Command{CommandId::emphasis, "emphasis", Str::emphasis, control('I'), none, in_page},
    Command{CommandId::link, "link", Str::link, control('K'), none, in_page},
    Command{CommandId::open_link, "open-link", Str::open_link, alt(Key::enter), none, on_link},
    Command{CommandId::tick, "tick", Str::tick, {Key::enter, 0, true, false, false}, none, in_page},
    Command{CommandId::indent, "indent", Str::indent, control(']'), none, in_page},
    Command{CommandId::outdent, "outdent", Str::outdent, control('['), none, in_page},
    Command{CommandId::find, "find", Str::find, control('F'), none, pair_chosen},
    Command{CommandId::find_next, "find-next", Str::find_next, {Key::f3}, control('G'), pair_chosen},
    Command{CommandId::find_previous, "find-previous", Str::find_previous, {Key::f3, 0, false, true}, control('G', true), pair_chosen},
    Command{CommandId::find_close, "find-close", Str::find_close, none, none, finding},
    Command{CommandId::find_case, "find-case", Str::find_case, none, none, finding},
    Command{CommandId::find_whole_words, "find-whole-words", Str::find_whole_words, none, none, finding},
    Command{CommandId::find_in_page, "find-in-page", Str::find_in_page, none, none, finding},
    Command{CommandId::find_in_pair, "find-in-pair", Str::find_in_pair, none, none, finding},
    Command{CommandId::find_in_journal, "find-in-journal", Str::find_in_journal, none, none, finding},
    Command{CommandId::find_replacing, "find-replacing", Str::find_replacing, none, none, find_editable},
    Command{CommandId::replace, "replace", Str::replace, {Key::letter, 'H', true, false, false, Platform::other},
            {Key::letter, 'F', true, false, true, Platform::mac}, pair_editable},
    Command{CommandId::replace_one, "replace-one", Str::replace_one, none, none, replaceable},
    Command{CommandId::replace_all, "replace-all", Str::replace_all, none, none, replaceable},
    Command{CommandId::theme, "theme", Str::theme, none, none, always},
    Command{CommandId::text_larger, "text-larger", Str::text_larger, none, none, larger},
    Command{CommandId::text_smaller, "text-smaller", Str::text_smaller, none, none, smaller},
    Command{CommandId::text_reset, "text-reset", Str::text_reset, none, none, always},
    Command{CommandId::wrap, "wrap", Str::wrap, none, none, always},
    Command{CommandId::count_rule, "count-rule", Str::count_rule, none, none, always},
    Command{CommandId::language, "language", Str::language, none, none, always},
    Command{CommandId::dismiss_notice, "dismiss-notice", Str::dismiss_notice, none, none, has_notice},
    Command{CommandId::save_now, "save", Str::save_now, control('S'), none, always},
};
static_assert(table.size() == static_cast<std::size_t>(CommandId::count_));

bool same(const Shortcut& shortcut, const KeyPress& press, bool mac) {
    if (!shortcut.on(mac)) return false;
    const bool control = mac ? press.meta : press.control;
    const bool stray = mac ? press.control : press.meta;
    return shortcut.key == press.key && shortcut.letter == press.letter && shortcut.control == control && !stray &&
           shortcut.shift == press.shift && shortcut.alt == press.alt;
}

const char* key_name(Key key) {
    switch (key) {
        case Key::enter: return "Enter";
        case Key::up: return "ArrowUp";
        case Key::down: return "ArrowDown";
        case Key::page_up: return "PageUp";
        case Key::page_down: return "PageDown";
        case Key::f2: return "F2";
        case Key::f3: return "F3";
        case Key::f6: return "F6";
        default: return "";
    }
}

}  // namespace

std::span<const Command> commands() { return table; }

const Command& command(CommandId id) {
    const Command& row = table[static_cast<std::size_t>(id)];
    assert(row.id == id);
    return row;
}

const Shortcut& shortcut_of(const Command& command, bool mac) {
    static constexpr Shortcut nothing;
    return command.shortcut.on(mac) ? command.shortcut : command.other.on(mac) ? command.other : nothing;
}

const Command* command_for(const KeyPress& press, bool mac) {
    for (const Command& row : table) {
        if (same(row.shortcut, press, mac) || same(row.other, press, mac)) return &row;
    }
    return nullptr;
}

std::string shown_shortcut(const Shortcut& shortcut, bool mac) {
    if (shortcut.none()) return {};
    std::string out;
    if (shortcut.control && !mac) out += "Ctrl+";
    if (shortcut.alt) out += mac ? "⌥" : "Alt+";
    if (shortcut.shift) out += mac ? "⇧" : "Shift+";
    if (shortcut.control && mac) out += "⌘";
    if (shortcut.letter) return out + shortcut.letter;
    return out + key_name(shortcut.key);
}

std::string aria_shortcut(const Shortcut& shortcut, bool mac) {
    if (shortcut.none()) return {};
    std::string out;
    if (shortcut.control) out += mac ? "Meta+" : "Control+";
    if (shortcut.alt) out += "Alt+";
    if (shortcut.shift) out += "Shift+";
    if (shortcut.letter) return out + shortcut.letter;
    return out + key_name(shortcut.key);
}

}  // namespace dajim::app
