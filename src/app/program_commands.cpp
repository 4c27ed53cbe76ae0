// What each command of the table does.
#include <algorithm>

#include "app/command.h"
#include "app/example.h"
#include "app/links.h"
#include "app/program.h"

namespace dajim::app {
namespace {

template <class List>
std::optional<std::size_t> index_of(const List& list, const journal::Id& id) {
    const auto found = std::find_if(list.begin(), list.end(), [&id](const auto& one) { return one.id == id; });
    if (found == list.end()) return std::nullopt;
    return static_cast<std::size_t>(found - list.begin());
}

}  // namespace

void Program::run(CommandId id, const journal::Id& subject) {
    host_.end_composition();
    const journal::Id series = subject.empty() ? state_.series : subject;
    const journal::Id pair = subject.empty() ? state_.pair : subject;
    Settings& settings = state_.settings;
    switch (id) {
        case CommandId::new_series: return new_series();
        case CommandId::new_pair:
        case CommandId::begin_pair: return new_pair();
        case CommandId::open_example: return open_example();
        case CommandId::import_file: return host_.pick_file();
        case CommandId::export_journal: return export_journal();
        case CommandId::export_encrypted:
        case CommandId::encrypt:
        case CommandId::decrypt:
        case CommandId::show_password: return password_command(id);
        case CommandId::look: return host_.open_looking_window();
        case CommandId::look_at_file: return host_.pick_file();
        case CommandId::keep_apart:
        case CommandId::journals:
        case CommandId::new_journal: return journals_command(id);
        case CommandId::own_file:
        case CommandId::bind_new_file:
        case CommandId::bind_file:
        case CommandId::bind_folder:
        case CommandId::permit_own_file:
        case CommandId::retry_own_file:
        case CommandId::read_own_file:
        case CommandId::release_own_file: return own_file_command(id);
        case CommandId::merge:
        case CommandId::merge_deleting:
        case CommandId::put_beside: return merging_command(id);
        case CommandId::export_resolution: return export_document(journal::End::resolution);
        case CommandId::export_retrospective: return export_document(journal::End::retrospective);
        case CommandId::undo: return step(true);
        case CommandId::redo: return step(false);
        case CommandId::cut: return copy(true);
        case CommandId::copy: return copy(false);
        case CommandId::paste:        // the clipboard gives plain text here; looks come with a paste of the browser's own
        case CommandId::paste_plain:
            pasting_ = clipping(state_.meant(), false);
            close_menu(state_.meant());
            return host_.read_clipboard();
        case CommandId::select_all: {
            const Target target = state_.meant();
            if (const text::Buffer* buffer = text_of(state_, target)) {
                const bool by_menu = state_.tools.menu;
                history_.part();
                select(target, {{}, buffer->end(), text::Affinity::downstream});
                editor(target).reveal = false;
                if (by_menu) show_tools(target, true);
            }
            return;
        }
        case CommandId::other_page: {
            const journal::End other =
                state_.shown == journal::End::resolution ? journal::End::retrospective : journal::End::resolution;
            state_.shown = other;
            return host_.focus_text(state_.at(other));
        }
        case CommandId::strong:
        case CommandId::emphasis:
        case CommandId::link:
        case CommandId::tick:
        case CommandId::indent:
        case CommandId::outdent: return rewrite(id);
        case CommandId::open_link: return open_link(state_.focus, editor(state_.focus).selection.head);
        case CommandId::find:
        case CommandId::find_next:
        case CommandId::find_previous:
        case CommandId::find_close:
        case CommandId::find_case:
        case CommandId::find_whole_words:
        case CommandId::find_in_page:
        case CommandId::find_in_pair:
        case CommandId::find_in_journal:
        case CommandId::find_replacing:
        case CommandId::replace:
        case CommandId::replace_one:
        case CommandId::replace_all: return find(id);
        case CommandId::mark:
        case CommandId::forget_goal:
        case CommandId::next_goal:
        case CommandId::previous_goal:
        case CommandId::leave_goal:
        case CommandId::goal_details:
        case CommandId::quote_goal:
        case CommandId::mend_quote:
        case CommandId::remember:
        case CommandId::forget_unpromised:
        case CommandId::leave_unpromised:
        case CommandId::verdict_kept:
        case CommandId::verdict_partly:
        case CommandId::verdict_not_kept:
        case CommandId::verdict_changed:
        case CommandId::verdict_dropped:
        case CommandId::verdict_cannot_judge:
        case CommandId::still_right:
        case CommandId::not_right:
        case CommandId::tally:
        case CommandId::untick:
        case CommandId::judge_by_ticks:
        case CommandId::show_stated:
        case CommandId::hinge:
        case CommandId::level: return goal_command(id);
        case CommandId::seal:
        case CommandId::seal_now:
        case CommandId::seal_and_save:
        case CommandId::seal_at_start:
        case CommandId::seal_unplanned:
        case CommandId::open_seal:
        case CommandId::done:
        case CommandId::done_now:
        case CommandId::close_slip:
        case CommandId::echo:
        case CommandId::leave_echoes: return ending_command(id);
        case CommandId::carry_goal:
        case CommandId::carry_raised:
        case CommandId::carry_lowered:
        case CommandId::carry_open:
        case CommandId::carry_selection:
        case CommandId::carried_same:
        case CommandId::carried_raised:
        case CommandId::carried_lowered:
        case CommandId::go_there: return beginning_command(id);
        case CommandId::read_now: return read(Reads::now);
        case CommandId::read_sealed: return read_sealed();
        case CommandId::read_other: return read(Reads::other);
        case CommandId::read_difference: return read(Reads::difference);
        case CommandId::versions_resolution: return ask_for_versions(journal::End::resolution);
        case CommandId::versions_retrospective: return ask_for_versions(journal::End::retrospective);
        case CommandId::restore_version: return restore_version();
        case CommandId::find_onward:
        case CommandId::find_goals:
        case CommandId::find_answers:
        case CommandId::accept:
        case CommandId::refuse:
        case CommandId::accept_all:
        case CommandId::refuse_all:
        case CommandId::next_proposal:
        case CommandId::previous_proposal:
        case CommandId::close_proposals: return proposal_command(id);
        case CommandId::rename_series:
        case CommandId::rename_pair: {
            if (id == CommandId::rename_pair && pair != state_.pair) choose_pair(pair);
            if (id == CommandId::rename_series && series != state_.series) perform(ChooseSeries{series});
            const Target target = id == CommandId::rename_pair ? Target::pair_name : Target::series_name;
            select(target, {{}, text_of(state_, target)->end(), text::Affinity::downstream});
            return host_.focus_text(target);
        }
        case CommandId::move_series_up: return move_series(series, -1);
        case CommandId::move_series_down: return move_series(series, 1);
        case CommandId::delete_series: return delete_series(series);
        case CommandId::move_pair_up: return move_pair(pair, -1);
        case CommandId::move_pair_down: return move_pair(pair, 1);
        case CommandId::delete_pair: return delete_pair(pair);
        case CommandId::next_pair: return other_pair(1);
        case CommandId::previous_pair: return other_pair(-1);
        case CommandId::dismiss_notice:
            if (!std::exchange(state_.notice, {})->update) tell_of_update();
            return host_.redraw();
        case CommandId::save_now: return save_some(true);
        case CommandId::edit_here:
            state_.pen = Pen::asked;
            host_.ask_to_write();
            return host_.redraw();
        case CommandId::take_over:
            state_.pen = Pen::asked;
            host_.take_over();
            return host_.redraw();
        case CommandId::update: return update();
        case CommandId::toggle_shelf: settings.shelf_open = !settings.shelf_open; break;
        case CommandId::theme:
            settings.theme = settings.theme == Theme::system  ? (state_.system_dark ? Theme::light : Theme::dark)
                             : settings.theme == Theme::light ? (state_.system_dark ? Theme::dark : Theme::system)
                                                              : (state_.system_dark ? Theme::system : Theme::light);
            break;
        case CommandId::text_larger: settings.text_size = std::min(most_text_size, settings.text_size + 1); break;
        case CommandId::text_smaller: settings.text_size = std::max(least_text_size, settings.text_size - 1); break;
        case CommandId::text_reset: settings.text_size = Settings{}.text_size; break;
        case CommandId::wrap:
            settings.wrap = settings.wrap == text::Wrap::keep_all ? text::Wrap::any_syllable : text::Wrap::keep_all;
            break;
        case CommandId::grey_stale: settings.greys_stale = !settings.greys_stale; break;
        case CommandId::count_rule:
            settings.count = count_rules[(static_cast<std::size_t>(settings.count) + 1) % count_rules.size()];
            break;
        case CommandId::language:
            settings.language = state_.language == Language::ko ? Language::en : Language::ko;
            language_wish_.reset();
            set_language();
            break;
        case CommandId::count_: return;
    }
    place_dirty();
    host_.redraw();
}

void Program::open_link(Target target, text::Position at) {
    const text::Buffer* buffer = text_of(state_, target);
    if (!buffer) return;
    if (const std::optional<std::string> address = link_at(*buffer, buffer->clamp(at))) host_.open_link(*address);
}

void Program::new_series() {
    journal::Series series;
    series.id = host_.fresh_id();
    series.name = say(state_.journal.series.empty() ? Str::first_series : Str::new_series, state_.language);
    const journal::Id id = series.id;
    if (!change({journal::SeriesAdded{std::move(series), state_.journal.series.size()}}, Joins::never)) return;
    perform(ChooseSeries{id});
    run(CommandId::rename_series, id);
}

void Program::new_pair() {
    std::vector<journal::Change> changes;
    journal::Id series = state_.series;
    const journal::Series* chosen = state_.chosen_series();
    const std::size_t index = chosen ? chosen->pairs.size() : 0;
    journal::Pair pair = fresh_pair(chosen);
    if (!chosen) {
        journal::Series first;
        series = first.id = host_.fresh_id();
        first.name = say(Str::first_series, state_.language);
        changes.push_back(journal::SeriesAdded{std::move(first), state_.journal.series.size()});
    }
    const journal::Id id = pair.id;
    changes.push_back(journal::PairAdded{series, std::move(pair), index});
    if (!change(std::move(changes), Joins::never)) return;
    choose_pair(id);
    run(CommandId::rename_pair, id);
}

void Program::open_example() {
    journal::Series series = example_series(state_.language, [this] { return host_.fresh_id(); });
    const journal::Id pair = series.pairs.front().id;
    if (change({journal::SeriesAdded{std::move(series), state_.journal.series.size()}}, Joins::never)) choose_pair(pair);
}

void Program::move_series(const journal::Id& id, int by) {
    const std::optional<std::size_t> index = index_of(state_.journal.series, id);
    if (!index || (by < 0 && *index == 0) || (by > 0 && *index + 1 == state_.journal.series.size())) return;
    change({journal::SeriesMoved{id, *index + static_cast<std::size_t>(by)}}, Joins::never);
}

/// Past the end of its series a pair goes on into the neighbouring one.
void Program::move_pair(const journal::Id& id, int by) {
    const journal::Series* series = journal::series_of(state_.journal, id);
    if (!series) return;
    const std::size_t index = *index_of(series->pairs, id);
    const std::size_t at = *index_of(state_.journal.series, series->id);
    journal::PairMoved moved{id, series->id, index + static_cast<std::size_t>(by)};
    if (by < 0 && index == 0) {
        if (at == 0) return;
        moved.series = state_.journal.series[at - 1].id;
        moved.index = state_.journal.series[at - 1].pairs.size();
    } else if (by > 0 && index + 1 == series->pairs.size()) {
        if (at + 1 == state_.journal.series.size()) return;
        moved.series = state_.journal.series[at + 1].id;
        moved.index = 0;
    }
    change({moved}, Joins::never);
}

void Program::delete_series(const journal::Id& id) {
    const journal::Series* series = journal::find_series(state_.journal, id);
    if (!series) return;
    const std::string name = series->name.empty() ? say(Str::untitled_series, state_.language) : series->name;
    remember_place();
    keep_before({journal::SeriesRemoved{id}}, VersionWhy::removal);
    std::vector<journal::Id> pairs;
    for (const journal::Pair& pair : series->pairs) pairs.push_back(pair.id);
    if (!change({journal::SeriesRemoved{id}}, Joins::never)) return;
    for (const journal::Id& pair : pairs) note_deleted(pair);
    tell(words(Str::deleted, {name}), false, true);
}

void Program::delete_pair(const journal::Id& id) {
    const journal::Pair* pair = journal::find_pair(state_.journal, id);
    if (!pair) return;
    const std::string name = pair->name.empty() ? say(Str::untitled_pair, state_.language) : pair->name;
    remember_place();
    keep_before({journal::PairRemoved{id}}, VersionWhy::removal);
    const journal::Id pair_id = id;   // `id` may be the pair's own
    if (!change({journal::PairRemoved{pair_id}}, Joins::never)) return;
    note_deleted(pair_id);
    tell(words(Str::deleted, {name}), false, true);
}

void Program::other_pair(int by) {
    std::vector<journal::Id> all;
    for (const journal::Series& series : state_.journal.series) {
        for (const journal::Pair& pair : series.pairs) all.push_back(pair.id);
    }
    const auto here = std::find(all.begin(), all.end(), state_.pair);
    if (here == all.end() || (by < 0 && here == all.begin()) || (by > 0 && here + 1 == all.end())) return;
    const bool writing = is_page(state_.focus);
    choose_pair(*(here + by));
    if (writing) host_.focus_text(page(state_.shown));
}

}  // namespace dajim::app
