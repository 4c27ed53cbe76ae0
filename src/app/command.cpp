// The command table, see command.h. What a command does stands in program_commands.cpp.
#include "app/command.h"

#include <algorithm>
#include <array>
#include <cassert>

#include "app/goal_words.h"
#include "app/links.h"
#include "app/tallies.h"
#include "journal/lineage.h"

namespace dajim::app {
namespace {

bool always(const State&) { return true; }
bool editable(const State& state) { return state.editable(); }
bool pair_chosen(const State& state) { return state.chosen_pair() != nullptr; }
bool pair_editable(const State& state) { return state.editable() && state.chosen_pair(); }
bool series_editable(const State& state) { return state.editable() && state.chosen_series(); }
bool undoable(const State& state) { return state.editable() && state.can_undo && !state.slip; }
bool redoable(const State& state) { return state.editable() && state.can_redo && !state.slip; }
bool ready(const State& state) { return state.phase == Phase::ready; }
bool may_own_file(const State& state) { return state.editable() && state.own_file.possible; }
bool owns_file(const State& state) { return may_own_file(state) && state.own_file.is != OwnFile::Is::none; }
bool looks(const State& state) { return state.looks(); }
bool keepable(const State& state) { return state.looks() ? !state.looked_at.empty() : state.slip && state.editable(); }
bool is_desk(const State& state) { return state.phase == Phase::ready && !state.looks(); }
bool has_words(const State& state, journal::End end) {
    const journal::Pair* pair = state.chosen_pair();
    return pair && !pair->document(end).text.empty();
}
bool has_resolution(const State& state) { return has_words(state, journal::End::resolution); }
bool has_retrospective(const State& state) { return has_words(state, journal::End::retrospective); }
bool askable(const State& state) {
    const bool there = state.pen == Pen::elsewhere || state.pen == Pen::handed || state.pen == Pen::refused;
    return ready(state) && !state.writer && state.trouble == StorageTrouble::none && there;
}
bool silent(const State& state) { return !state.writer && state.pen == Pen::silent; }
bool updatable(const State& state) { return state.update_waiting; }
bool has_notice(const State& state) { return state.notice.has_value(); }
bool in_page(const State& state) { return pair_editable(state) && is_page(state.focus); }
bool on_link(const State& state) {
    const text::Buffer* buffer = is_page(state.focus) ? text_of(state, state.focus) : nullptr;
    return buffer && link_at(*buffer, state.editor(state.focus).selection.head);
}
bool finding(const State& state) { return state.finding.open; }
bool find_editable(const State& state) { return state.finding.open && state.editable(); }
bool replaceable(const State& state) { return pair_editable(state) && state.finding.replacing && !state.finding.query.empty(); }
bool goal_shown(const State& state) { return state.chosen_goal() != nullptr; }
bool goal_chosen(const State& state) { return pair_editable(state) && state.chosen_goal(); }
bool unpromised_shown(const State& state) { return state.chosen_unpromised() != nullptr; }
bool unpromised_chosen(const State& state) { return pair_editable(state) && state.chosen_unpromised(); }
bool goal_judged(const State& state) { return goal_chosen(state) && state.chosen_goal()->verdict; }
bool goal_ticked(const State& state) { return goal_chosen(state) && !state.chosen_goal()->tallies.empty(); }
bool judged_by_ticks(const State& state) { return goal_chosen(state) && tallied_verdict(*state.chosen_goal(), *state.chosen_pair()); }
bool has_stated(const State& state) { return state.stated.has_value(); }
bool goal_carried(const State& state) { return goal_chosen(state) && state.chosen_goal()->origin; }
bool has_open_goals(const State& state) {
    const journal::Pair* pair = state.chosen_pair();
    return pair_editable(state) && std::any_of(pair->goals.begin(), pair->goals.end(), journal::is_open);
}
bool leads_somewhere(const State& state) { return state.notice && !state.notice->pair.empty(); }
bool on_misquote(const State& state) { return pair_editable(state) && misquote_at(state); }
bool has_goals(const State& state) { return state.chosen_pair() && !state.chosen_pair()->goals.empty(); }
bool judgeable(const State& state) { return has_goals(state) && state.editable() && has_retrospective(state); }
bool markable(const State& state) { return in_page(state) && !text_of(state, state.focus)->empty(); }
bool proposing(const State& state) { return pair_editable(state) && state.proposing.open(); }
bool resolvable(const State& state) { return pair_editable(state) && has_resolution(state); }
bool reviewable(const State& state) { return pair_editable(state) && has_retrospective(state); }
bool asked(const State& state) { return state.slip.has_value(); }
bool answerable(const State& state) { return asked(state) && pair_editable(state); }
bool mergeable(const State& state) { return asked(state) && state.editable(); }
bool has_password(const State& state) {
    return asked(state) && !state.slip->fields.empty() && !state.slip->waits &&
           std::none_of(state.slip->fields.begin(), state.slip->fields.end(), [&state](Target one) { return state.field(one).text.empty(); });
}
bool asks_password(const State& state) { return asked(state) && !state.slip->fields.empty(); }
bool carriable(const State& state) { return pair_editable(state) && !text_of(state, state.written())->empty(); }
bool echoable(const State& state) { return carriable(state) && state.written() == Target::resolution; }
bool levelable(const State& state) {
    const journal::Goal* goal = state.chosen_goal();
    return goal && goal->words.range && !goal->answers.empty();
}
bool amended(const State& state) { return state.reading.offered; }
bool reads_other(const State& state) { return state.reading.open() && state.reading.source != Source::seal; }
bool restorable(const State& state) {
    return state.reading.open() && state.reading.source == Source::version && state.editable() && state.reading.differs();
}
bool reads(const State& state) { return state.reading.offered || state.reading.open(); }
bool in_text(const State& state) { return text_of(state, state.meant()) != nullptr; }
bool writable(const State& state) { return in_text(state) && state.writable(state.meant()); }
bool has_selection(const State& state) { return in_text(state) && !state.hides(state.meant()) && !state.editor(state.meant()).selection.empty(); }
bool cuttable(const State& state) { return writable(state) && has_selection(state); }
bool larger(const State& state) { return state.settings.text_size < most_text_size; }
bool smaller(const State& state) { return state.settings.text_size > least_text_size; }

constexpr Shortcut none{};
constexpr Shortcut control(char letter, bool shift = false) { return {Key::letter, letter, true, shift, false}; }
constexpr Shortcut verdict(char digit) { return {Key::letter, digit, true, false, true}; }
constexpr Shortcut alt(Key key, bool shift = false) { return {key, 0, false, shift, true}; }

constexpr std::array table{
    Command{CommandId::new_series, "new-series", Str::new_series, none, none, editable},
    Command{CommandId::new_pair, "new-pair", Str::new_pair, none, none, editable},
    Command{CommandId::begin_pair, "begin-pair", Str::begin_pair, none, none, editable},
    Command{CommandId::open_example, "open-example", Str::open_example, none, none, editable},
    Command{CommandId::import_file, "import", Str::import_file, control('O'), none, editable},
    Command{CommandId::export_journal, "export", Str::export_journal, control('S', true), none, ready},
    Command{CommandId::export_encrypted, "export-encrypted", Str::export_encrypted, none, none, ready},
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
    Command{CommandId::mark, "mark", Str::mark, control('J'), none, markable},
    Command{CommandId::forget_goal, "forget-goal", Str::forget_goal, none, none, goal_chosen},
    Command{CommandId::next_goal, "next-goal", Str::next_goal, {Key::f8}, none, has_goals},
    Command{CommandId::previous_goal, "previous-goal", Str::previous_goal, {Key::f8, 0, false, true}, none, has_goals},
    Command{CommandId::leave_goal, "leave-goal", Str::leave_goal, none, none, goal_shown},
    Command{CommandId::goal_details, "goal-details", Str::goal_details, none, none, goal_shown},
    Command{CommandId::quote_goal, "quote-goal", Str::quote_goal, {Key::enter, 0, true, false, true}, none, goal_chosen},
    Command{CommandId::mend_quote, "mend-quote", Str::mend_quote, {Key::letter, '.', true, false, true}, none, on_misquote},
    Command{CommandId::remember, "remember", Str::remember, none, none, reviewable},
    Command{CommandId::forget_unpromised, "forget-unpromised", Str::forget_unpromised, none, none, unpromised_chosen},
    Command{CommandId::leave_unpromised, "leave-unpromised", Str::leave_unpromised, none, none, unpromised_shown},
    Command{CommandId::verdict_kept, "verdict-kept", Str::kept, verdict('1'), none, goal_chosen},
    Command{CommandId::verdict_partly, "verdict-partly", Str::partly, verdict('2'), none, goal_chosen},
    Command{CommandId::verdict_not_kept, "verdict-not-kept", Str::not_kept, verdict('3'), none, goal_chosen},
    Command{CommandId::verdict_changed, "verdict-changed", Str::changed, verdict('4'), none, goal_chosen},
    Command{CommandId::verdict_dropped, "verdict-dropped", Str::dropped, verdict('5'), none, goal_chosen},
    Command{CommandId::verdict_cannot_judge, "verdict-cannot-judge", Str::cannot_judge, verdict('6'), none, goal_chosen},
    Command{CommandId::still_right, "still-right", Str::still_right, verdict('7'), none, goal_judged},
    Command{CommandId::not_right, "not-right", Str::not_right, verdict('8'), none, goal_judged},
    Command{CommandId::tally, "tally", Str::tally, none, none, goal_chosen},
    Command{CommandId::untick, "untick", Str::untick, none, none, goal_ticked},
    Command{CommandId::judge_by_ticks, "judge-by-ticks", Str::judge_by_ticks, verdict('9'), none, judged_by_ticks},
    Command{CommandId::find_goals, "find-goals", Str::find_goals, none, none, resolvable},
    Command{CommandId::find_answers, "find-answers", Str::find_answers, none, none, judgeable},
    Command{CommandId::accept, "accept", Str::accept, none, none, proposing},
    Command{CommandId::refuse, "refuse", Str::refuse, none, none, proposing},
    Command{CommandId::accept_all, "accept-all", Str::accept_all, none, none, proposing},
    Command{CommandId::refuse_all, "refuse-all", Str::refuse_all, none, none, proposing},
    Command{CommandId::next_proposal, "next-proposal", Str::next_proposal, none, none, proposing},
    Command{CommandId::previous_proposal, "previous-proposal", Str::previous_proposal, none, none, proposing},
    Command{CommandId::close_proposals, "close-proposals", Str::close_proposals, none, none, proposing},
    Command{CommandId::show_stated, "show-stated", Str::show_stated, none, none, has_stated},
    Command{CommandId::hinge, "hinge", Str::hinge, none, none, pair_chosen},
    Command{CommandId::level, "level", Str::level, none, none, levelable},
    Command{CommandId::carry_goal, "carry-goal", Str::carry_goal, none, none, goal_chosen},
    Command{CommandId::carry_raised, "carry-raised", Str::carry_raised, none, none, goal_chosen},
    Command{CommandId::carry_lowered, "carry-lowered", Str::carry_lowered, none, none, goal_chosen},
    Command{CommandId::carry_open, "carry-open", Str::carry_open, none, none, has_open_goals},
    Command{CommandId::carry_selection, "carry-selection", Str::carry_selection, {Key::enter, 0, true, true, false}, none, carriable},
    Command{CommandId::carried_same, "carried-same", Str::carried_same, none, none, goal_carried},
    Command{CommandId::carried_raised, "carried-raised", Str::carried_raised, none, none, goal_carried},
    Command{CommandId::carried_lowered, "carried-lowered", Str::carried_lowered, none, none, goal_carried},
    Command{CommandId::go_there, "go-there", Str::go_there, none, none, leads_somewhere},
    Command{CommandId::find_onward, "find-next-goals", Str::find_next_goals, none, none, reviewable},
    Command{CommandId::seal, "seal", Str::seal, none, none, resolvable},
    Command{CommandId::seal_now, "seal-now", Str::seal_now, none, none, answerable},
    Command{CommandId::seal_and_save, "seal-and-save", Str::seal_and_save, none, none, answerable},
    Command{CommandId::seal_at_start, "seal-at-start", Str::seal_at_start, none, none, answerable},
    Command{CommandId::seal_unplanned, "seal-unplanned", Str::seal_unplanned, none, none, answerable},
    Command{CommandId::open_seal, "open-seal", Str::open_seal, none, none, answerable},
    Command{CommandId::done, "done", Str::done, none, none, reviewable},
    Command{CommandId::done_now, "done-now", Str::done_anyway, none, none, answerable},
    Command{CommandId::close_slip, "close-slip", Str::not_yet, none, none, asked},
    Command{CommandId::encrypt, "encrypt", Str::encrypt, none, none, has_password},
    Command{CommandId::decrypt, "decrypt", Str::decrypt, none, none, has_password},
    Command{CommandId::show_password, "show-password", Str::show_password, none, none, asks_password},
    Command{CommandId::merge, "merge", Str::merge, none, none, mergeable},
    Command{CommandId::merge_deleting, "merge-deleting", Str::merge_deleting, none, none, mergeable},
    Command{CommandId::put_beside, "put-beside", Str::put_beside, none, none, mergeable},
    Command{CommandId::echo, "echo", Str::echo, control('L', true), none, echoable},
    Command{CommandId::leave_echoes, "leave-echoes", Str::leave_echoes, none, none, pair_chosen},
    Command{CommandId::read_now, "read-now", Str::read_now, none, none, reads},
    Command{CommandId::read_sealed, "read-sealed", Str::read_sealed, verdict(','), none, amended},
    Command{CommandId::read_other, "read-other", Str::read_other, none, none, reads_other},
    Command{CommandId::read_difference, "read-difference", Str::read_difference, verdict('0'), none, reads},
    Command{CommandId::versions_resolution, "versions-resolution", Str::versions_of_resolution, none, none, pair_chosen},
    Command{CommandId::versions_retrospective, "versions-retrospective", Str::versions_of_retrospective, none, none, pair_chosen},
    Command{CommandId::restore_version, "restore-version", Str::restore_version, none, none, restorable},
    Command{CommandId::grey_stale, "grey-stale", Str::grey_stale, none, none, pair_chosen},
    Command{CommandId::edit_here, "edit-here", Str::edit_here, none, none, askable},
    Command{CommandId::take_over, "take-over", Str::take_over, none, none, silent},
    Command{CommandId::update, "update", Str::update, none, none, updatable},
    Command{CommandId::look, "look", Str::look, none, none, always},
    Command{CommandId::look_at_file, "look-at-file", Str::look_at_file, none, none, looks},
    Command{CommandId::keep_apart, "keep-apart", Str::keep_apart, none, none, keepable},
    Command{CommandId::journals, "journals", Str::journals, none, none, is_desk},
    Command{CommandId::new_journal, "new-journal", Str::new_journal, none, none, is_desk},
    Command{CommandId::own_file, "own-file", Str::own_file, none, none, may_own_file},
    Command{CommandId::bind_new_file, "bind-new-file", Str::bind_new_file, none, none, may_own_file},
    Command{CommandId::bind_file, "bind-file", Str::bind_file, none, none, may_own_file},
    Command{CommandId::bind_folder, "bind-folder", Str::bind_folder, none, none, may_own_file},
    Command{CommandId::permit_own_file, "permit-own-file", Str::permit_own_file, none, none, owns_file},
    Command{CommandId::retry_own_file, "retry-own-file", Str::retry_own_file, none, none, owns_file},
    Command{CommandId::read_own_file, "read-own-file", Str::read_own_file, none, none, owns_file},
    Command{CommandId::release_own_file, "release-own-file", Str::release_own_file, none, none, owns_file},
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
        case Key::f8: return "F8";
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
