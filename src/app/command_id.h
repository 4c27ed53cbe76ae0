// The names of all that a person can do by menu, button or shortcut; the table is in app/command.
#pragma once

#include <cstdint>

namespace dajim::app {

enum class CommandId : std::uint8_t {
    new_series, new_pair, begin_pair, open_example, import_file, export_journal, export_encrypted, export_resolution, export_retrospective,
    undo, redo, cut, copy, paste, paste_plain, select_all, other_page, toggle_shelf,
    rename_series, move_series_up, move_series_down, delete_series,
    rename_pair, move_pair_up, move_pair_down, delete_pair, next_pair, previous_pair,
    strong, emphasis, link, open_link, tick, indent, outdent,
    find, find_next, find_previous, find_close, find_case, find_whole_words, find_in_page, find_in_pair, find_in_journal,
    find_replacing, replace, replace_one, replace_all,
    mark, forget_goal, next_goal, previous_goal, leave_goal, goal_details, quote_goal, mend_quote, remember, forget_unpromised, leave_unpromised,
    verdict_kept, verdict_partly, verdict_not_kept, verdict_changed, verdict_dropped, verdict_cannot_judge, still_right, not_right, tally, untick, judge_by_ticks,
    find_goals, find_answers, accept, refuse, accept_all, refuse_all, next_proposal, previous_proposal, close_proposals,
    show_stated, hinge, level,
    carry_goal, carry_raised, carry_lowered, carry_open, carry_selection, carried_same, carried_raised, carried_lowered, go_there, find_onward,
    seal, seal_now, seal_and_save, seal_at_start, seal_unplanned, open_seal, done, done_now, close_slip, encrypt, decrypt, show_password, merge, merge_deleting, put_beside, echo, leave_echoes,
    read_now, read_sealed, read_other, read_difference, versions_resolution, versions_retrospective, restore_version, grey_stale,
    edit_here, take_over, update,
    look, look_at_file, keep_apart, journals, new_journal,
    own_file, bind_new_file, bind_file, bind_folder, permit_own_file, retry_own_file, read_own_file, release_own_file,
    theme, text_larger, text_smaller, text_reset, wrap, count_rule, language, dismiss_notice, save_now,
    count_,
};

}  // namespace dajim::app
