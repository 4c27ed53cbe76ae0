// The names of all that a person can do by menu, button or shortcut; the table is in app/command.
#pragma once

#include <cstdint>

namespace dajim::app {

enum class CommandId : std::uint8_t {
    new_series, new_pair, begin_pair, open_example, import_file, export_journal, export_resolution, export_retrospective,
    undo, redo, cut, copy, paste, paste_plain, select_all, other_page, toggle_shelf,
    rename_series, move_series_up, move_series_down, delete_series,
    rename_pair, move_pair_up, move_pair_down, delete_pair, next_pair, previous_pair,
    strong, emphasis, link, open_link, tick, indent, outdent,
    find, find_next, find_previous, find_close, find_case, find_whole_words, find_in_page, find_in_pair, find_in_journal,
    find_replacing, replace, replace_one, replace_all,
    theme, text_larger, text_smaller, text_reset, wrap, count_rule, language, dismiss_notice, save_now,
    count_,
};

}  // namespace dajim::app
