// Finding and replacing: what the bar above the pages asks for.
#include <algorithm>
#include <limits>

#include "app/program.h"
#include "text/mark.h"

namespace dajim::app {
namespace {

constexpr std::size_t at_once = 1 << 20;   // bytes: about 5 ms; the rest is searched in slices between events
constexpr std::size_t everything = std::numeric_limits<std::size_t>::max();
constexpr std::size_t most_words = 200;    // bytes of a selection that is taken for what is looked for
constexpr std::size_t most_named = 3;      // documents that are told apart where words were replaced

}  // namespace

void Program::find(CommandId id) {
    Finding& finding = state_.finding;
    switch (id) {
        case CommandId::find: return open_find(false);
        case CommandId::replace: return open_find(true);
        case CommandId::find_next: return find_next(false);
        case CommandId::find_previous: return find_next(true);
        case CommandId::find_close: return close_find();
        case CommandId::replace_one: return replace_one();
        case CommandId::replace_all: return replace_all();
        case CommandId::find_replacing: finding.replacing = !finding.replacing; return host_.redraw();
        case CommandId::find_case: finding.options.match_case = !finding.options.match_case; break;
        case CommandId::find_whole_words: finding.options.whole_words = !finding.options.whole_words; break;
        case CommandId::find_in_page: finding.scope = FindScope::page; break;
        case CommandId::find_in_pair: finding.scope = FindScope::pair; break;
        case CommandId::find_in_journal: finding.scope = FindScope::journal; break;
        default: return;
    }
    requery();
    refind();
    host_.redraw();
}

// --------------------------------------------------------------------------------------------------------- opening, closing

/// Where the person stands in the pages.
Found Program::stand() const {
    return {state_.pair, state_.shown, state_.editor(page(state_.shown)).selection.range()};
}

/// A search that follows the writing begins where the page's caret is now.
void Program::set_origin() {
    state_.finding.origin = stand();
    state_.finding.origin.range.end = state_.finding.origin.range.begin;
    for (Target target : {Target::find_words, Target::replacement}) field(target).before = field(target).text.text();
}

/// What is selected in a page is what is looked for; else what was looked for last stands there to be written over.
void Program::open_find(bool replacing) {
    Finding& finding = state_.finding;
    const bool was_open = std::exchange(finding.open, true);
    finding.replacing = replacing || (was_open && finding.replacing);
    if (!is_find(state_.focus)) set_origin();
    Field& words = field(Target::find_words);
    const text::Range range = stand().range;
    std::string chosen;
    if (!is_find(state_.focus) && range.begin.paragraph == range.end.paragraph && range.end.byte - range.begin.byte <= most_words) {
        chosen = text_of(state_, page(state_.shown))->text(range);
    }
    if (!chosen.empty()) words.text = text::Buffer(chosen);
    const bool with = replacing && !words.text.empty() && (!chosen.empty() || was_open);
    const Target target = with ? Target::replacement : Target::find_words;
    for (Target one : {Target::find_words, Target::replacement}) {
        window_known_[static_cast<std::size_t>(one)] = false;
        select(one, {{}, field(one).text.end(), text::Affinity::downstream});
    }
    requery();
    finding.seeks = false;   // nothing moves before anything is asked for
    refind();
    host_.focus_text(target);
    host_.redraw();
}

/// The match that was shown last is what is selected in its page.
void Program::close_find() {
    Finding& finding = state_.finding;
    finding.open = finding.replacing = finding.seeks = false;
    finding.documents.clear();
    if (state_.chosen_pair()) {
        const Target target = page(state_.shown);
        select(target, editor(target).selection);
        host_.focus_text(target);
    } else if (is_find(state_.focus)) {
        host_.focus_text(Target::none);
    }
    host_.redraw();
}

// ---------------------------------------------------------------------------------------------------------------- searching

/// Takes over what is to be found when it changed, and shows the match next to where the writing began.
void Program::requery() {
    Finding& finding = state_.finding;
    const std::string words = field(Target::find_words).text.text();
    const std::optional<text::Range>& preedit = editor(Target::find_words).preedit;
    const Sought sought{words, finding.options, preedit && !preedit->empty() && preedit->end.byte == words.size()};
    if (sought == sought_) return;
    sought_ = sought;
    finding.query = text::Query(sought.words, sought.options, sought.open_end);
    finding.seeks = true;
    refind();
}

void Program::refind() { refind(at_once); }

void Program::refind(std::size_t bytes) {
    Finding& finding = state_.finding;
    if (!finding.open) return;
    search(finding, state_.journal, state_.pair, state_.shown, bytes);
    if (finding.seeks && finding.complete(state_.pair)) seek();
    if (!finding.complete()) host_.wake_in(1);
}

/// Never into another pair: that would end the composition that asks for it.
void Program::seek() {
    Finding& finding = state_.finding;
    finding.seeks = false;
    if (!state_.chosen_pair()) return;
    if (finding.origin.pair != state_.pair) set_origin();
    if (const std::optional<Found> found = finding.next(finding.origin, false, state_.pair)) return show_match(*found);
    const Found from = finding.origin;
    const text::Position at = text_of(state_, page(from.end))->clamp(from.range.begin);
    show_match({from.pair, from.end, {at, at}});
}

void Program::show_match(const Found& found) {
    if (found.pair != state_.pair) choose_pair(found.pair);
    if (state_.shown != found.end) {
        state_.shown = found.end;
        place_dirty();
    }
    select(page(found.end), {found.range.begin, found.range.end, text::Affinity::downstream});
}

void Program::find_next(bool backward) {
    Finding& finding = state_.finding;
    if (field(Target::find_words).text.empty()) return open_find(false);
    finding.open = true;
    requery();
    finding.seeks = false;
    refind(everything);
    history_.part();
    if (const std::optional<Found> found = finding.next(stand(), backward)) {
        show_match(*found);
        if (is_page(state_.focus)) host_.focus_text(page(found->end));
    }
    set_origin();
    host_.redraw();
}

// ---------------------------------------------------------------------------------------------------------------- replacing

/// What is selected, if it is a match; then the next one is shown.
void Program::replace_one() {
    Finding& finding = state_.finding;
    refind(everything);
    const Found here_now = stand();
    if (!finding.index_of(here_now)) return find_next(false);
    history_.part();
    const text::Edit edit{here_now.range, field(Target::replacement).text.text()};
    if (!change({journal::TextEdited{here_now.pair, here_now.end, edit}}, Joins::never)) return;
    const text::Position behind = text::end_of(edit);
    select(page(here_now.end), {behind, behind, text::Affinity::downstream});
    history_.moved_on(here());
    find_next(false);
}

void Program::replace_all() {
    Finding& finding = state_.finding;
    refind(everything);
    const std::size_t count = finding.count();
    if (count == 0) return;
    history_.part();
    const std::string with = field(Target::replacement).text.text();
    std::vector<journal::Change> changes;
    // One edit that does the work of many would take a caret between two of them along to its end.
    std::array<Selection, 2> selections;
    for (journal::End end : journal::both_ends) selections[static_cast<std::size_t>(end)] = editor(page(end)).selection;
    for (const Searched& one : finding.documents) {
        if (one.matches.all().empty()) continue;
        const text::Buffer& buffer = journal::find_pair(state_.journal, one.pair)->document(one.end).text;
        for (text::Edit& edit : replacing_all(buffer, one.matches, with)) changes.push_back(journal::TextEdited{one.pair, one.end, std::move(edit)});
        if (one.pair != state_.pair) continue;
        Selection& at = selections[static_cast<std::size_t>(one.end)];
        for (auto match = one.matches.all().rbegin(); match != one.matches.all().rend(); ++match) {
            const text::Edit edit{match->range(), with};
            at.anchor = text::moved(at.anchor, edit, text::Stick::after);
            at.head = text::moved(at.head, edit, text::Stick::after);
        }
    }
    std::string where = where_replaced();
    keep_before(changes, VersionWhy::bulk);
    if (!change(std::move(changes), Joins::never)) return;
    for (journal::End end : journal::both_ends) {
        Editor& at = editor(page(end));
        if (at.selection == selections[static_cast<std::size_t>(end)]) continue;
        at.selection = selections[static_cast<std::size_t>(end)];
        at.stamp++;
    }
    history_.moved_on(here());
    set_origin();
    tell(words(Str::replaced, {with_commas(count), where}), false, true);
}

/// "9기 다짐 5, 9기 회고 7": of the documents that are about to be changed.
std::string Program::where_replaced() const {
    const Finding& finding = state_.finding;
    std::string out;
    std::size_t named = 0, more = 0;
    for (const Searched& one : finding.documents) {
        const std::size_t count = one.matches.all().size();
        if (count == 0) continue;
        if (named == most_named) {
            ++more;
            continue;
        }
        if (named++ > 0) out += ", ";
        if (finding.scope == FindScope::journal) {
            const std::string& name = journal::find_pair(state_.journal, one.pair)->name;
            out += (name.empty() ? say(Str::untitled_pair, state_.language) : name) + " ";
        }
        out += say(one.end == journal::End::resolution ? Str::resolution : Str::retrospective, state_.language);
        out += " " + with_commas(count);
    }
    if (more > 0) out += ", " + words(Str::replaced_more, {with_commas(more)});
    return out;
}

// --------------------------------------------------------------------------------------------------------------------- keys

/// Keys with a meaning of their own while the bar is there; true when it was one.
bool Program::find_key(Target target, const KeyPress& press) {
    if (press.alt) return false;
    const bool command = press.control || press.meta;
    if (press.key == Key::escape && !command && (is_find(target) || is_page(target) || target == Target::none)) {
        run(CommandId::find_close, {});
        return true;
    }
    if (!is_find(target)) return false;
    Field& where = field(target);
    const bool undo = press.key == Key::letter && press.letter == 'Z' && (host_.is_mac() ? press.meta : press.control) && !press.shift;
    if (undo && where.text.text() != where.before) {   // what was written here, before what was done to the pages
        host_.end_composition();
        edit_text(target, {{{}, where.text.end()}, where.before}, Joins::never, false);
        select(target, {{}, where.text.end(), text::Affinity::downstream});
        return true;
    }
    if (command) return false;
    if (press.key == Key::enter && target == Target::replacement) {
        if (state_.editable()) run(CommandId::replace_one, {});
        return true;
    }
    if (press.key == Key::enter || press.key == Key::up || press.key == Key::down) {
        const bool backward = press.key == Key::up || (press.key == Key::enter && press.shift);
        run(backward ? CommandId::find_previous : CommandId::find_next, {});
        return true;
    }
    return press.key == Key::page_up || press.key == Key::page_down;
}

}  // namespace dajim::app
