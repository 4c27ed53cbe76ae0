// The program's heart: the one door for changes, undo, and what is chosen.
#include "app/program.h"

#include <algorithm>
#include <cassert>

#include "app/command.h"
#include "app/editing.h"
#include "app/links.h"
#include "text/mark.h"

namespace dajim::app {

using journal::Change;

namespace {

bool replaces_pages(const Change& change) {
    return std::holds_alternative<journal::PairRemoved>(change) || std::holds_alternative<journal::PairReplaced>(change) ||
           std::holds_alternative<journal::SeriesRemoved>(change) || std::holds_alternative<journal::DocumentReplaced>(change);
}

}  // namespace

const text::Buffer* text_of(const State& state, Target target) {
    if (target == Target::none) return nullptr;
    if (is_reading(target)) return state.reading.open() ? &state.reading.text : nullptr;
    if (!is_page(target)) return &state.field(target).text;
    const journal::Pair* pair = state.chosen_pair();
    return pair ? &pair->document(end_of(target)).text : nullptr;
}

std::optional<text::Range> shown(const State& state, journal::End end, const std::optional<text::Range>& words) {
    return words && is_reading(state.at(end)) ? state.reading.shown(*words) : words;
}

std::optional<text::Range> words_shown(const State& state, const journal::Goal& goal) {
    return shown(state, journal::End::resolution, goal.words.range);
}

Program::Program(Host& host, const text::Typesetter& pages, const text::Typesetter& fields, std::string_view language,
                 std::string_view language_wish)
    : host_(host),
      page_setting_(pages),
      field_setting_(fields),
      dots_(fields),
      browser_language_(language_of(language)),
      store_(host.folder()) {
    if (!language_wish.empty()) language_wish_ = language_of(language_wish);
    set_language();
}

void Program::set_language() {
    state_.language = language_wish_.value_or(state_.settings.language.value_or(browser_language_));
}

void Program::system_dark(bool dark) {
    state_.system_dark = dark;
    host_.redraw();
}

// ---------------------------------------------------------------------------------------------------------------- the door

Place Program::here() const {
    // What is done from the bar of finding, or from a slip, is done to the page.
    const Target target = is_find(state_.focus) || is_secret(state_.focus) ? page(state_.shown) : state_.focus;
    Place place{state_.series, state_.pair, target, {}};
    if (target != Target::none) place.selection = state_.editor(target).selection;
    return place;
}

/// Takes the change, which may be a text of megabytes, on to the log.
std::optional<Change> Program::apply_one(Change change, Target typed_in) {
    words_change(change);
    text::Result<Change, journal::ChangeError> inverse = journal::apply(state_.journal, change);
    if (!inverse) return std::nullopt;
    follow(change, typed_in);
    autosave_.note(std::move(change), host_.now_ms());
    own_file_due();
    return std::move(inverse.value());
}

/// Carets, scroll places and windows move with the words.
void Program::follow(const Change& change, Target typed_in) {
    if (const auto* edited = std::get_if<journal::TextEdited>(&change); edited && edited->pair == state_.pair) {
        const Target target = page(edited->end);
        Editor& at = editor(target);
        using text::Stick;
        at.selection.anchor = text::moved(at.selection.anchor, edited->edit, Stick::after);
        at.selection.head = text::moved(at.selection.head, edited->edit, Stick::after);
        at.scroll.top = text::moved(at.scroll.top, edited->edit, Stick::before);
        if (at.preedit) {
            at.preedit = text::Range{text::moved(at.preedit->begin, edited->edit, Stick::before),
                                     text::moved(at.preedit->end, edited->edit, Stick::after)};
        }
        app::follow(state_.proposing, edited->end, edited->edit);
        windows_[static_cast<std::size_t>(target)] = moved(windows_[static_cast<std::size_t>(target)], edited->edit);
        if (typed_in != target) {
            at.stamp++;
            window_known_[static_cast<std::size_t>(target)] = false;
        }
    } else if (const auto* replaced = std::get_if<journal::DocumentReplaced>(&change); replaced && replaced->pair == state_.pair) {
        const Target target = page(replaced->end);
        const std::uint64_t stamp = editor(target).stamp;
        editor(target) = {};
        editor(target).stamp = stamp + 1;
        window_known_[static_cast<std::size_t>(target)] = false;
        state_.proposing = {};
    } else if (const auto* whole = std::get_if<journal::PairReplaced>(&change); whole && whole->pair.id == state_.pair) {
        for (const journal::End end : journal::both_ends) {
            const Target target = page(end);
            const std::uint64_t stamp = editor(target).stamp;
            editor(target) = {};
            editor(target).stamp = stamp + 1;
            window_known_[static_cast<std::size_t>(target)] = false;
        }
        state_.proposing = {};
    }
}

bool Program::change(std::vector<Change> changes, Joins joins, Target typed_in) {
    if (!state_.editable()) return false;
    state_.carried.reset();   // its places are of the texts as they were
    const Place before = here();
    std::vector<Change> inverses;
    for (Change& one : changes) {
        std::optional<Where> edited;   // the change itself goes on to the log
        if (const auto* in = std::get_if<journal::TextEdited>(&one)) {
            edited = Where{in->pair, in->end, {in->edit.range.begin, text::end_of(in->edit)}};
            keep_if_much(*in);
            if (const journal::Pair* of = journal::find_pair(state_.journal, in->pair); of && of->document(in->end).text.contains(in->edit.range)) {
                erasing_.begin(*of, in->end, in->edit);
            }
        } else {
            erasing_.stop();
        }
        std::optional<Change> inverse = apply_one(std::move(one), typed_in);
        if (!inverse) {   // leave everything as it was
            for (auto back = inverses.rbegin(); back != inverses.rend(); ++back) apply_one(std::move(*back), Target::none);
            return false;
        }
        inverses.push_back(std::move(*inverse));
        if (edited) tend_passages(*edited, inverses);
    }
    history_.done(std::move(inverses), before, before, joins, host_.now_ms());
    settle_choice();
    show_saving();
    plan_wake();
    host_.redraw();
    return true;
}

void Program::step(bool undo) {
    host_.end_composition();
    if (!state_.editable()) return;
    state_.carried.reset();
    erasing_.stop();
    close_slip();
    std::optional<Step> step = undo ? history_.take_undo() : history_.take_redo();
    if (!step) return;
    // What came in from elsewhere and goes again may be nowhere else here.
    if (std::any_of(step->changes.begin(), step->changes.end(), replaces_pages)) keep_before(step->changes, VersionWhy::bulk);
    const Place& place = undo ? step->before : step->after;
    // Show the pair the step belongs to before its words change, so that carets follow.
    if (place.pair != state_.pair && journal::find_pair(state_.journal, place.pair)) choose_pair(place.pair);
    Step opposite{{}, step->before, step->after};
    for (auto back = step->changes.rbegin(); back != step->changes.rend(); ++back) {
        std::optional<Change> inverse = apply_one(std::move(*back), Target::none);
        if (inverse) opposite.changes.push_back(std::move(*inverse));
    }
    if (undo) history_.undone(std::move(opposite));
    else history_.redone(std::move(opposite));

    if (journal::find_pair(state_.journal, place.pair) && place.pair != state_.pair) choose_pair(place.pair);
    else if (journal::find_series(state_.journal, place.series) && place.pair.empty()) {
        choose_pair({});
        state_.series = place.series;
    }
    settle_choice();
    refresh_fields(true);
    if (const text::Buffer* buffer = text_of(state_, place.target)) {
        Selection selection = place.selection;
        selection.anchor = buffer->clamp(selection.anchor);
        selection.head = buffer->clamp(selection.head);
        select(place.target, selection);
        if (state_.focus != place.target) host_.focus_text(place.target);
    }
    if (state_.notice && state_.notice->undo) state_.notice.reset();
    show_saving();
    plan_wake();
    host_.redraw();
}

// -------------------------------------------------------------------------------------------------------------- the choice

void Program::remember_place() {
    if (!state_.chosen_pair()) return;
    PairPlace& place = state_.places[state_.pair];
    for (journal::End end : journal::both_ends) {
        const std::size_t at = static_cast<std::size_t>(end);
        place.selections[at] = editor(page(end)).selection;
        place.scrolls[at] = editor(page(end)).scroll;
    }
}

void Program::choose_pair(const journal::Id& id) {
    host_.end_composition();
    state_.carried.reset();
    close_slip();
    remember_place();
    history_.part();
    state_.tools = {};
    const journal::Pair* pair = journal::find_pair(state_.journal, id);
    if (state_.pair != id) {
        state_.goal.clear();
        state_.unpromised.clear();
        state_.proposing = {};
        leave_reading();
    }
    state_.pair = pair ? id : journal::Id{};
    if (const journal::Series* series = journal::series_of(state_.journal, id)) state_.series = series->id;
    for (journal::End end : journal::both_ends) {
        Editor& at = editor(page(end));
        const std::uint64_t stamp = at.stamp;
        at = {};
        at.stamp = stamp + 1;
        window_known_[static_cast<std::size_t>(page(end))] = false;
        if (!pair) continue;
        const auto place = state_.places.find(id);
        if (place == state_.places.end()) continue;
        const text::Buffer& buffer = pair->document(end).text;
        at.selection = place->second.selections[static_cast<std::size_t>(end)];
        at.selection.anchor = buffer.clamp(at.selection.anchor);
        at.selection.head = buffer.clamp(at.selection.head);
        at.scroll = place->second.scrolls[static_cast<std::size_t>(end)];
        at.scroll.top = buffer.clamp(at.scroll.top);
    }
    refresh_fields(true);
    refind();
    find_misquotes();
    find_answered_echoes();
    settle_reading();
    settle_copies();
    settle_told();
    place_dirty();
    host_.redraw();
}

/// Of the chosen series; empty when it has none.
journal::Id Program::last_pair() const {
    const journal::Series* series = state_.chosen_series();
    return series && !series->pairs.empty() ? series->pairs.back().id : journal::Id{};
}

/// After a change the chosen pair or series may be gone: take a neighbour.
void Program::settle_choice() {
    if (!state_.pair.empty() && !state_.chosen_pair()) choose_pair(last_pair());
    if (!state_.chosen_series()) {
        state_.series = state_.journal.series.empty() ? journal::Id{} : state_.journal.series.front().id;
        choose_pair(last_pair());
    }
    if (const journal::Series* series = journal::series_of(state_.journal, state_.pair)) state_.series = series->id;
    if (!state_.chosen_goal()) state_.goal.clear();
    if (!state_.chosen_unpromised()) state_.unpromised.clear();
    state_.can_undo = history_.can_undo();
    state_.can_redo = history_.can_redo();
    refresh_fields(false);
    refind();
    find_misquotes();
    find_answered_echoes();
    settle_reading();
    settle_copies();
    settle_told();
}

void Program::place_dirty() {
    if (!place_changed_) place_due_ms_ = host_.now_ms() + 400;
    place_changed_ = true;
    plan_wake();
}

// ----------------------------------------------------------------------------------------------------------------- actions

void Program::perform(const Action& action) {
    if (const auto* run_ = std::get_if<Run>(&action)) {
        if (command(run_->command).possible(state_)) run(run_->command, run_->subject);
    } else if (const auto* press = std::get_if<Press>(&action)) {
        const text::Buffer* buffer = text_of(state_, press->target);
        if (!buffer) return;
        host_.end_composition();
        history_.part();
        if (press->finger && tapped(*press)) return;
        press_clicks_ = press->clicks;
        press_range_ = pressed_range(*buffer, buffer->clamp(press->at), press->clicks);
        Selection selection{press_range_.begin, press_range_.end, press->affinity};
        if (press->extend) {
            selection = editor(press->target).selection;
            press_range_ = {selection.anchor, selection.anchor};
            selection.head = buffer->clamp(press->at);
        }
        select(press->target, selection);
        host_.focus_text(press->target);
        if (press->finger && !selection.empty()) show_tools(press->target, true);
    } else if (const auto* tick = std::get_if<Tick>(&action)) {
        const text::Buffer* buffer = text_of(state_, tick->target);
        if (!buffer || tick->paragraph >= buffer->paragraphs() || !read_lead(buffer->paragraph(tick->paragraph)).box) return;
        const text::Position line{tick->paragraph, 0};
        rewrite(tick->target, {ticked(*buffer, {line, line}).edits, editor(tick->target).selection});
        editor(tick->target).reveal = false;   // the caret stays where it was, in sight or not
    } else if (const auto* link = std::get_if<OpenLink>(&action)) {
        open_link(link->target, link->at);
    } else if (const auto* drag = std::get_if<Drag>(&action)) {
        const text::Buffer* buffer = text_of(state_, drag->target);
        if (!buffer) return;
        const bool finger = state_.tools.target == drag->target;
        select(drag->target, dragged(*buffer, press_range_, drag->at, drag->affinity, press_clicks_));
        if (finger) show_tools(drag->target, false);
    } else if (const auto* lifted = std::get_if<Lift>(&action)) {
        lift(*lifted);
    } else if (std::get_if<BringIn>(&action)) {
        if (!state_.carried && state_.editable()) state_.carried = Carried{};
    } else if (const auto* carried = std::get_if<Carry>(&action)) {
        carry(*carried);
    } else if (const auto* copy = std::get_if<CarryCopy>(&action)) {
        if (state_.carried) state_.carried->copies = copy->copies;
        host_.redraw();
    } else if (const auto* go = std::get_if<LetGo>(&action)) {
        let_go(go->cancelled);
    } else if (const auto* held = std::get_if<Hold>(&action)) {
        hold(*held);
    } else if (const auto* taken = std::get_if<TakeHandle>(&action)) {
        take_handle(*taken);
    } else if (const auto* moved = std::get_if<MoveHandle>(&action)) {
        move_handle(*moved);
    } else if (const auto* up = std::get_if<FingerUp>(&action)) {
        finger_up(*up);
    } else if (const auto* scroll = std::get_if<ScrollTo>(&action)) {
        if (editor(scroll->target).scroll == scroll->scroll) return;
        editor(scroll->target).scroll = scroll->scroll;
        if (scroll->by_hand) hinge(scroll->target);
        place_dirty();
        host_.redraw();
    } else if (const auto* revealed = std::get_if<Revealed>(&action)) {
        editor(revealed->target).reveal = false;
    } else if (const auto* pair = std::get_if<ChoosePair>(&action)) {
        choose_pair(pair->pair);
    } else if (const auto* series = std::get_if<ChooseSeries>(&action)) {
        if (!journal::find_series(state_.journal, series->series)) return;
        state_.series = series->series;
        choose_pair(last_pair());
    } else if (const auto* shown = std::get_if<ShowEnd>(&action)) {
        state_.shown = shown->end;
        show_chosen(shown->end);
        refind();
        if (!is_field(state_.focus)) host_.focus_text(state_.at(shown->end));
        place_dirty();
        host_.redraw();
    } else if (const auto* divider = std::get_if<MoveDivider>(&action)) {
        state_.settings.divider = std::clamp(divider->share, 0.2f, 0.8f);
        place_dirty();
        host_.redraw();
    } else if (const auto* focus = std::get_if<FocusText>(&action)) {
        host_.focus_text(focus->target);
    } else if (const auto* match = std::get_if<GoToMatch>(&action)) {
        if (match->index >= state_.finding.count()) return;
        show_match(state_.finding.at(match->index));
        host_.focus_text(page(state_.shown));
    } else if (const auto* chosen = std::get_if<ChooseGoal>(&action)) {
        choose_goal(chosen->goal);
    } else if (const auto* unpromised = std::get_if<ChooseUnpromised>(&action)) {
        choose_unpromised(unpromised->passage);
    } else if (const auto* obstacle = std::get_if<ToggleObstacle>(&action)) {
        toggle_obstacle(obstacle->tag);
    } else if (const auto* opened = std::get_if<OpenEvidence>(&action)) {
        const journal::Goal* goal = state_.chosen_goal();
        if (goal && opened->index < goal->evidence.size() && safe_to_open(goal->evidence[opened->index])) host_.open_link(goal->evidence[opened->index]);
    } else if (const auto* forgotten = std::get_if<ForgetEvidence>(&action)) {
        forget_evidence(forgotten->index);
    } else if (const auto* mended = std::get_if<MendQuote>(&action)) {
        if (mended->index < state_.misquotes.size()) mend_quote(state_.misquotes[mended->index]);
    } else if (const auto* line = std::get_if<MarkLine>(&action)) {
        const text::Position at{line->paragraph, 0};
        if (state_.editable() && state_.chosen_pair()) mark(Target::resolution, {at, at, text::Affinity::downstream});
    } else if (const auto* row = std::get_if<GoToRow>(&action)) {
        go_to_row(row->index);
    } else if (const auto* turned = std::get_if<SwitchRow>(&action)) {
        switch_row(turned->index);
    } else if (const auto* settle = std::get_if<SettleText>(&action)) {
        settle_text(*settle);
    } else if (const auto* echo = std::get_if<AnswerEcho>(&action)) {
        answer_echo(echo->echo);
    } else if (const auto* there = std::get_if<GoTo>(&action)) {
        go_to(*there);
    } else if (const auto* onward = std::get_if<CarryHere>(&action)) {
        carry_here(*onward);
    } else if (const auto* used = std::get_if<UseTemplate>(&action)) {
        use_template(*used);
    } else if (const auto* placed = std::get_if<PlacePair>(&action)) {
        change({journal::PairMoved{placed->pair, placed->series, placed->index}}, Joins::never);
    }
}

void Program::set_page(Target target, float width, float height, std::uint64_t look) {
    pages_[static_cast<std::size_t>(target)] = {width, height, look};
}

text::Layout& Program::layout(Target target) {
    const std::size_t at = static_cast<std::size_t>(target);
    const text::Buffer* buffer = text_of(state_, target);
    assert(buffer);
    const bool hidden = state_.hides(target);
    const text::Typesetter& setting = hidden ? dots_ : is_field(target) ? field_setting_ : page_setting_;
    layouts_[at].settle(*buffer, setting, pages_[at].width, state_.settings.wrap, hidden ? ~pages_[at].look : pages_[at].look);
    return layouts_[at];
}

}  // namespace dajim::app
