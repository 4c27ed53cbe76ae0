// The two ends of a period: sealed with what is fixed told first, done with what stands out told first; and the echoes between them.
#include <algorithm>

#include "app/code_blocks.h"
#include "app/goal_words.h"
#include "app/program.h"
#include "formats/post.h"
#include "journal/echo_words.h"
#include "journal/fact_check.h"
#include "text/count.h"

namespace dajim::app {
namespace {

using journal::Change;
using journal::End;
using journal::Goal;
using journal::Passage;

constexpr std::size_t most_read = 1024 * 1024;   // bytes of a page that is read through before it is passed

/// As the page counts by itself (CountRule::prose).
std::size_t letters_of(const text::Buffer& text) {
    text::CharacterCount count;
    CodeBlocks blocks;
    count.of(text);
    blocks.settle(text);
    std::size_t letters = 0;
    for (std::size_t at = formats::front_matter_lines(text); at < text.paragraphs(); ++at) {
        if (blocks.at(at) == CodeBlocks::Line::prose) letters += count.in(at).letters;
    }
    return letters;
}

SlipRow row_of(Str group, std::string words, End end, const text::Range& range) {
    SlipRow row;
    row.group = group;
    row.words = std::move(words);
    row.end = end;
    row.range = range;
    return row;
}

SlipRow row_of(Str group, const Goal& goal) {
    SlipRow row;
    row.group = group;
    row.words = goal.words.exact;
    row.goal = goal.id;
    return row;
}

std::vector<SlipRow> silent_goals(const journal::Pair& pair) {
    std::vector<SlipRow> rows;
    for (const Goal& goal : pair.goals) {
        if (!goal.verdict && goal.answers.empty()) rows.push_back(row_of(Str::silent_goals, goal));
    }
    return rows;
}

/// Judged here and never promised; what was marked as unpromised or refused as a goal is known already.
std::vector<SlipRow> phantoms(const journal::Pair& pair) {
    const text::Buffer& text = pair.document(End::retrospective).text;
    std::vector<SlipRow> rows;
    for (const Proposed& one : propose_answers(pair)) {
        if (!one.goal.empty()) continue;
        const std::string words = text.text(one.range);
        if (std::find(pair.refused.begin(), pair.refused.end(), words) != pair.refused.end()) continue;
        SlipRow& row = rows.emplace_back(row_of(Str::phantoms, words, End::retrospective, one.range));
        row.offer = SlipRow::Switch{Str::keep_as_goal, false};
        if (one.verdict) row.verdict = journal::Verdict{*one.verdict, one.still_right, {}, {}, {}};
    }
    return rows;
}

std::vector<SlipRow> differing_numbers(const journal::Pair& pair, Language language) {
    using With = journal::Contradiction::With;
    std::vector<SlipRow> rows;
    for (const journal::Contradiction& one : journal::contradictions(pair)) {
        const Goal& goal = pair.goals[one.goal];
        // What is told or counted as done is that many, and not "at least" that many.
        const auto bare = [language](journal::Measure measure) {
            if (measure.kind == journal::MeasureKind::at_least) measure.kind = journal::MeasureKind::rate;
            return measure_words(measure, language);
        };
        const std::string said = bare(one.said), known = one.with == With::verdict ? measure_words(one.known, language) : bare(one.known);
        SlipRow& row = rows.emplace_back(row_of(Str::differing_numbers, pair.document(End::retrospective).text.text(one.range), End::retrospective, one.range));
        row.goal = goal.id;
        switch (one.with) {
            case With::tallies: row.note = say(Str::tallied_differs, language, {said, known}); break;
            case With::promise: row.note = say(Str::promise_differs, language, {said, known}); break;
            case With::verdict: row.note = say(Str::verdict_differs, language, {said, known, say(verdict_words(goal.verdict->kind), language)}); break;
        }
    }
    return rows;
}

/// What seals a resolution as it stands, goal by goal.
std::vector<Change> sealing(const journal::Pair& pair, journal::Date day) {
    std::vector<Change> changes{journal::PairSealed{pair.id, journal::Seal{.date = day, .text = pair.document(End::resolution).text.text()}}};
    if (pair.seals_on) changes.push_back(journal::SealPlanned{pair.id, std::nullopt});
    for (const Goal& goal : pair.goals) {
        if (goal.remembered) continue;
        Goal sealed = goal;
        sealed.sealed = goal.words.exact;
        sealed.amendments.clear();
        changes.push_back(journal::GoalChanged{pair.id, std::move(sealed)});
    }
    return changes;
}

}  // namespace

void Program::ending_command(CommandId id) {
    switch (id) {
        case CommandId::seal: return ask_to_seal();
        case CommandId::seal_now: return seal(false);
        case CommandId::seal_and_save: return seal(true);
        case CommandId::seal_at_start: return plan_seal(state_.chosen_pair()->start);
        case CommandId::seal_unplanned: return plan_seal(std::nullopt);
        case CommandId::open_seal: return open_seal();
        case CommandId::done: return ask_if_done();
        case CommandId::done_now: return done();
        case CommandId::echo: return mark_echo();
        case CommandId::leave_echoes: state_.echoes_left = state_.pair; break;
        default: close_slip(); break;
    }
    host_.redraw();
}

// ------------------------------------------------------------------------------------------------------------------- the slip

void Program::show_slip(Slip slip) {
    close_slip();
    slip.stamp = ++slips_;
    state_.slip = std::move(slip);
    state_.notice.reset();   // it would lie over the slip
    state_.tools = {};
    host_.redraw();
}

/// What was written in it is nobody's any more, and an answer that is still to come is not waited for.
void Program::close_slip() {
    if (state_.slip && !state_.slip->fields.empty()) forget_passwords();
    merging_.clear();
    if (!state_.looks()) apart_.reset();
    own_asks_ = false;
    state_.slip.reset();
}

/// Its place comes into sight, and the slip goes.
void Program::go_to_row(std::size_t index) {
    if (!state_.slip || index >= state_.slip->rows.size()) return;
    const SlipRow row = state_.slip->rows[index];
    state_.slip.reset();
    if (row.version) return look_at_version(row.end, *row.version);
    if (row.journal) return go_to_journal(*row.journal);
    state_.shown = row.end;
    if (!row.goal.empty()) choose_goal(row.goal);
    if (row.range.empty()) {
        host_.redraw();
        return;
    }
    const Target target = page(row.end);
    const text::Buffer& text = *text_of(state_, target);
    history_.part();
    select(target, {text.clamp(row.range.begin), text.clamp(row.range.end), text::Affinity::downstream});
    host_.focus_text(target);
}

/// Words that judge become a goal that is remembered, or are none again; an echo is to be marked with the seal, or is not.
void Program::switch_row(std::size_t index) {
    if (!state_.slip || index >= state_.slip->rows.size()) return;
    SlipRow& row = state_.slip->rows[index];
    if (!row.offer || !state_.editable()) return;
    host_.redraw();
    if (row.end == End::resolution) {
        row.offer->on = !row.offer->on;
        return;
    }
    history_.part();
    const journal::Pair& pair = *state_.chosen_pair();
    if (row.offer->on) {
        if (!change({journal::GoalRemoved{pair.id, row.made}}, Joins::never)) return;
        row.made.clear();
    } else {
        Goal goal;
        goal.id = goal.words.id = host_.fresh_id();
        goal.words.exact = row.words;
        goal.remembered = true;
        goal.answers.push_back({host_.fresh_id(), row.range, row.words});
        goal.verdict = row.verdict;
        row.made = goal.id;
        if (!change({journal::GoalAdded{pair.id, std::move(goal), pair.goals.size()}}, Joins::never)) return;
    }
    row.offer->on = !row.offer->on;
}

// -------------------------------------------------------------------------------------------------------------------- sealing

void Program::ask_to_seal() {
    const journal::Pair& pair = *state_.chosen_pair();
    Slip slip;
    if (pair.seal) {
        const auto amended = static_cast<std::size_t>(std::count_if(pair.goals.begin(), pair.goals.end(), [](const Goal& goal) { return !goal.amendments.empty(); }));
        slip.title = say(Str::ask_open_seal, state_.language);
        slip.says = words(Str::ask_open_seal_says, {journal::write_date(pair.seal->date)});
        if (amended > 0) slip.says += " " + words(Str::amended_count, {std::to_string(amended)});
        slip.buttons = {CommandId::open_seal, CommandId::close_slip};
        slip.leave = Str::keep_seal;
        return show_slip(std::move(slip));
    }
    const text::Buffer& text = pair.document(End::resolution).text;
    const auto goals = std::count_if(pair.goals.begin(), pair.goals.end(), [](const Goal& goal) { return !goal.remembered && goal.words.range; });
    std::string fixed = words(Str::count_prose, {with_commas(letters_of(text))});
    if (goals > 0) fixed = words(Str::goal_count, {std::to_string(goals)}) + ", " + fixed;
    slip.title = say(Str::ask_seal, state_.language);
    slip.says = words(Str::ask_seal_says, {journal::write_date(host_.today()), fixed});
    slip.buttons = {CommandId::seal_now, CommandId::seal_and_save, CommandId::close_slip};
    slip.leave = Str::not_yet;
    if (pair.seals_on) {
        slip.says += " " + words(Str::ask_seal_planned, {journal::write_date(*pair.seals_on)});
        slip.buttons.insert(slip.buttons.end() - 1, CommandId::seal_unplanned);
    } else if (pair.start && host_.today() < *pair.start) {
        slip.buttons.insert(slip.buttons.end() - 1, CommandId::seal_at_start);
    }
    if (text.bytes() <= most_read) {
        for (const text::Range& range : journal::echo_sentences(text, formats::front_matter_lines(text))) {
            if (std::any_of(pair.echoes.begin(), pair.echoes.end(), [&](const Passage& one) { return one.range && one.range->overlaps(range); })) continue;
            SlipRow& row = slip.rows.emplace_back(row_of(Str::echoes_offered, text.text(range), End::resolution, range));
            row.offer = SlipRow::Switch{Str::echo_short, true};
        }
    }
    show_slip(std::move(slip));
}

/// The resolution's words are fixed as they stand, and the echoes that were left switched on are marked, in one step.
void Program::seal(bool save) {
    const journal::Pair& pair = *state_.chosen_pair();
    const Slip slip = std::move(*state_.slip);
    state_.slip.reset();
    history_.part();
    std::vector<Change> changes = sealing(pair, host_.today());
    std::vector<Passage> echoes = pair.echoes;
    for (const SlipRow& row : slip.rows) {
        if (row.offer && row.offer->on) echoes.push_back({host_.fresh_id(), row.range, row.words});
    }
    if (echoes != pair.echoes) changes.push_back(journal::EchoesChanged{pair.id, std::move(echoes)});
    if (!change(std::move(changes), Joins::never)) return;
    if (save) export_journal();
    else tell(words(Str::sealed_now, {}), false, true);
}

/// For the day, or for none.
void Program::plan_seal(std::optional<journal::Date> day) {
    state_.slip.reset();
    history_.part();
    if (!change({journal::SealPlanned{state_.pair, day}}, Joins::never)) return;
    if (day) tell(words(Str::seal_planned, {journal::write_date(*day)}), false, true);
}

/// Resolutions whose day has come are sealed, with the date they were to be sealed on; once a day.
void Program::seal_due() {
    const journal::Date today = host_.today();
    if (!state_.editable() || sealed_by_ == today) return;
    sealed_by_ = today;
    std::vector<Change> changes;
    std::string names;
    for (const journal::Series& series : state_.journal.series) {
        for (const journal::Pair& pair : series.pairs) {
            if (!pair.seals_on || pair.seal || today < *pair.seals_on) continue;
            for (Change& one : sealing(pair, *pair.seals_on)) changes.push_back(std::move(one));
            names += (names.empty() ? "" : ", ") + (pair.name.empty() ? say(Str::untitled_pair, state_.language) : pair.name);
        }
    }
    if (changes.empty()) return;
    history_.part();
    if (change(std::move(changes), Joins::never)) tell(words(Str::seal_came, {names}), false, true);
}

void Program::open_seal() {
    state_.slip.reset();
    history_.part();
    if (change({journal::PairSealed{state_.pair, std::nullopt}}, Joins::never)) tell(words(Str::unsealed, {}), false, true);
}

// ----------------------------------------------------------------------------------------------------------------------- done

/// What stands out is told first; where nothing does, it is done at once. Pressed when it is done, it is not done after all.
void Program::ask_if_done() {
    const journal::Pair& pair = *state_.chosen_pair();
    if (pair.done) {
        history_.part();
        change({journal::RetrospectiveDone{pair.id, std::nullopt}}, Joins::never);
        return;
    }
    const text::Buffer& text = pair.document(End::retrospective).text;
    Slip slip;
    const auto add = [&slip](std::vector<SlipRow> rows) {
        for (SlipRow& row : rows) slip.rows.push_back(std::move(row));
    };
    add(silent_goals(pair));
    if (text.bytes() <= most_read) add(phantoms(pair));
    add(differing_numbers(pair, state_.language));
    for (const journal::Misquote& one : state_.misquotes) {
        SlipRow& row = slip.rows.emplace_back(row_of(Str::differing_quotes, text.text(one.range), End::retrospective, one.range));
        row.note = words(Str::misquoted, {promised(pair.goals[one.promise])});
    }
    for (std::size_t at = 0; at < pair.echoes.size(); ++at) {
        if (state_.echoes_answered[at]) continue;
        const Passage& echo = pair.echoes[at];
        slip.rows.push_back(row_of(Str::echoes_unanswered, echo.exact, End::resolution, echo.range.value_or(text::Range{})));
    }
    if (slip.rows.empty()) return done();
    slip.title = say(Str::ask_done, state_.language);
    slip.says = say(Str::ask_done_says, state_.language);
    slip.buttons = {CommandId::done_now, CommandId::close_slip};
    slip.leave = Str::write_on;
    show_slip(std::move(slip));
}

void Program::done() {
    state_.slip.reset();
    history_.part();
    if (change({journal::RetrospectiveDone{state_.pair, host_.today()}}, Joins::never)) tell(words(Str::done_now, {}), false, true);
}

// --------------------------------------------------------------------------------------------------------------------- echoes

/// The selection, or the caret's line, speaks to the future self; pressed once more, it no longer does.
void Program::mark_echo() {
    const journal::Pair& pair = *state_.chosen_pair();
    const text::Buffer& text = pair.document(End::resolution).text;
    const std::optional<text::Range> range = markable(text, editor(Target::resolution).selection);
    if (!range) return tell(words(Str::nothing_to_mark, {}));
    std::vector<Passage> echoes = pair.echoes;
    const bool taken = std::erase_if(echoes, [&](const Passage& one) { return one.range && one.range->holds(*range); }) > 0;
    if (!taken) echoes.push_back({host_.fresh_id(), *range, text.text(*range)});
    history_.part();
    if (change({journal::EchoesChanged{pair.id, std::move(echoes)}}, Joins::never) && !taken) tell(words(Str::echo_marked, {}), false, true);
}

/// Its words go into the retrospective as a quote, and the caret under them.
void Program::answer_echo(const journal::Id& id) {
    const journal::Pair* pair = state_.chosen_pair();
    if (!pair || !state_.editable()) return;
    const auto echo = std::find_if(pair->echoes.begin(), pair->echoes.end(), [&](const Passage& one) { return one.id == id; });
    if (echo == pair->echoes.end()) return;
    write_under(quoting(pair->document(End::retrospective).text, editor(Target::retrospective).selection.head, echo->exact), {});
}

/// After any change: which echoes stand quoted. Looked for again only when the text or the echoes are others.
void Program::find_answered_echoes() {
    const journal::Pair* pair = state_.chosen_pair();
    const text::Buffer* text = pair ? &pair->document(End::retrospective).text : nullptr;
    std::vector<std::string> sought;
    if (pair) {
        for (const Passage& echo : pair->echoes) sought.push_back(echo.exact);
    }
    const std::uint64_t of = text ? text->identity() : 0, at = text ? text->revision() : 0;
    if (of == echoes_of_ && at == echoes_at_ && sought == echoes_sought_) return;
    echoes_of_ = of;
    echoes_at_ = at;
    echoes_sought_ = std::move(sought);
    state_.echoes_answered.clear();
    for (const std::string& words : echoes_sought_) state_.echoes_answered.push_back(quotes(*text, words));
}

}  // namespace dajim::app
