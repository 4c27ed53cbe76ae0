// Versions: kept when the writing rests and before anything large, looked at in their page's place, and brought back. All of it is a second
// net: what fails here is tried again at the next pause, and never disturbs the writing.
#include <algorithm>

#include "app/program.h"
#include "journal/days.h"
#include "text/count.h"
#include "text/utf8.h"

namespace dajim::app {
namespace {

using journal::Change;
using journal::End;

constexpr std::size_t much_bytes = 600;   // taken away at once, and half of the page or more of it: much

std::optional<PageOf> page_of(const Change& change) {
    if (const auto* edited = std::get_if<journal::TextEdited>(&change)) return PageOf{edited->pair, edited->end};
    if (const auto* replaced = std::get_if<journal::DocumentReplaced>(&change)) return PageOf{replaced->pair, replaced->end};
    return std::nullopt;
}

std::size_t bytes_of(const text::Buffer& buffer, const text::Range& range) {
    if (range.begin.paragraph == range.end.paragraph) return range.end.byte - range.begin.byte;
    std::size_t bytes = buffer.paragraph(range.begin.paragraph).size() - range.begin.byte + 1 + range.end.byte;
    for (std::size_t at = range.begin.paragraph + 1; at < range.end.paragraph; ++at) bytes += buffer.paragraph(at).size() + 1;
    return bytes;
}

}  // namespace

// ------------------------------------------------------------------------------------------------------------------ keeping

/// Before a page's words change: as they were when somebody came to write here is a version too.
void Program::words_change(const Change& change) {
    const std::optional<PageOf> page = page_of(change);
    if (!page || !state_.writer) return;
    PageVersions& of = versions_[*page];
    if (!of.begun) keep_version(*page, VersionWhy::pause);
    of.begun = of.written = true;
    of.failed = false;
    of.written_ms = host_.now_ms();
}

/// Before an edit that takes away much of a page at once.
void Program::keep_if_much(const journal::TextEdited& edited) {
    const journal::Pair* pair = journal::find_pair(state_.journal, edited.pair);
    if (!pair || !pair->document(edited.end).text.contains(edited.edit.range)) return;
    const text::Buffer& text = pair->document(edited.end).text;
    const std::size_t bytes = bytes_of(text, edited.edit.range);
    if (bytes >= much_bytes && bytes * 2 >= text.bytes()) keep_version({edited.pair, edited.end}, VersionWhy::bulk);
}

/// Before many changes at once: of all pages that they touch, and of those whose words no version has yet.
void Program::keep_before(const std::vector<Change>& changes, VersionWhy why) {
    std::vector<PageOf> pages;
    for (const auto& [page, of] : versions_) {
        if (of.written) pages.push_back(page);
    }
    const auto add = [&pages](const journal::Pair& pair) {
        for (const End end : journal::both_ends) pages.push_back({pair.id, end});
    };
    for (const Change& one : changes) {
        if (const std::optional<PageOf> page = page_of(one)) pages.push_back(*page);
        if (const auto* replaced = std::get_if<journal::PairReplaced>(&one)) {
            if (const journal::Pair* pair = journal::find_pair(state_.journal, replaced->pair.id)) add(*pair);
        }
        if (const auto* removed = std::get_if<journal::PairRemoved>(&one)) {
            if (const journal::Pair* pair = journal::find_pair(state_.journal, removed->pair)) add(*pair);
        } else if (const auto* series = std::get_if<journal::SeriesRemoved>(&one)) {
            const journal::Series* of = journal::find_series(state_.journal, series->series);
            for (std::size_t at = 0; of && at < of->pairs.size(); ++at) add(of->pairs[at]);
        }
    }
    std::sort(pages.begin(), pages.end());
    pages.erase(std::unique(pages.begin(), pages.end()), pages.end());
    for (const PageOf& page : pages) keep_version(page, why);
}

/// Before what an older Dajim kept is written anew.
void Program::keep_all(VersionWhy why) {
    for (const journal::Series& series : state_.journal.series) {
        for (const journal::Pair& pair : series.pairs) {
            for (const End end : journal::both_ends) keep_version({pair.id, end}, why);
        }
    }
}

/// A page's words as they are now, once it is known which versions it has.
void Program::keep_version(const PageOf& page, VersionWhy why) {
    const journal::Pair* pair = journal::find_pair(state_.journal, page.pair);
    if (!pair || !state_.writer || pair->document(page.end).text.empty()) return;
    PageVersions& of = versions_[page];
    of.begun = true;
    of.written = false;
    of.waiting.push_back({pair->document(page.end).text.text(), why, host_.now_utc(), host_.now_here()});
    if (of.listed) return settle_versions(page);
    if (!std::exchange(of.asked, true)) host_.list_versions(page);
}

void Program::settle_versions(const PageOf& page) {
    PageVersions& of = versions_[page];
    const double now = host_.now_ms();
    for (const PageVersions::Waiting& one : std::exchange(of.waiting, {})) {
        Version fresh = version_of(one.text, one.why, one.at, one.here);
        if (!worth_keeping(of.kept, fresh)) continue;
        if (one.why == VersionWhy::pause) {
            // What was kept before this page was opened is asked once; from there on the clock that cannot jump tells.
            const double wait = of.next_ms > 0 ? std::max(0.0, of.next_ms - now) : wait_ms(of.kept, one.at);
            of.next_ms = now + (wait > 0 ? wait : versions_apart_ms);
            of.written = of.written || wait > 0;
            if (wait > 0) continue;
        }
        fresh.number = of.kept.empty() ? 1 : of.kept.back().number + 1;
        of.kept.push_back(std::move(fresh));
        host_.keep_version(page, of.kept.back(), one.text);
    }
    if (const std::vector<std::uint64_t> gone = superfluous(of.kept); !gone.empty() && state_.writer) {
        std::erase_if(of.kept, [&gone](const Version& one) { return std::find(gone.begin(), gone.end(), one.number) != gone.end(); });
        host_.drop_versions(page, gone);
    }
    plan_wake();
}

/// When the words of a page may be kept by themselves; none: they have a version, or it was tried in vain.
std::optional<double> Program::version_due(const PageVersions& of) const {
    if (!of.written || of.failed || !state_.editable() || state_.trouble != StorageTrouble::none) return std::nullopt;
    return std::max(of.written_ms + version_rest_ms, of.next_ms);
}

void Program::keep_rested() {
    std::vector<PageOf> due;
    for (const auto& [page, of] : versions_) {
        if (const std::optional<double> at = version_due(of); at && *at <= host_.now_ms()) due.push_back(page);
    }
    for (const PageOf& page : due) keep_version(page, VersionWhy::pause);
}

std::optional<double> Program::next_version_ms() const {
    std::optional<double> next;
    for (const auto& [page, of] : versions_) {
        if (const std::optional<double> at = version_due(of)) next = std::min(next.value_or(*at), *at);
    }
    return next;
}

/// What was to be kept is not; the words themselves go with the next pause.
void Program::versions_failed(PageVersions& of) {
    of.waiting.clear();
    of.kept.clear();
    of.listed = of.asked = false;
    of.written = of.failed = true;
}

void Program::version_kept(const PageOf& page, bool kept) {
    if (!kept) return versions_failed(versions_[page]);
    if (std::exchange(seeks_missed_, false)) host_.list_versioned_pairs();
}

void Program::versions_listed(const PageOf& page, std::optional<std::vector<Version>> found) {
    PageVersions& of = versions_[page];
    of.asked = false;
    of.listed = found.has_value();
    if (found) {
        of.kept = *found;
        settle_versions(page);
    } else {
        versions_failed(of);
    }
    if (versions_shown_ == page) show_versions(page, found.has_value());
    if (!lost_.contains(page)) return;
    if (of.kept.empty()) lost_read(page, {});
    else host_.read_version(page, of.kept.back().number);
}

/// No room for the journal itself: of each page the newest version alone stays.
void Program::make_room_of_versions() {
    host_.thin_versions();
    for (auto& [page, of] : versions_) versions_failed(of);
}

/// So that a pair that is gone is known to have been deleted.
void Program::note_deleted(const journal::Id& pair) { host_.mark_missed(pair, write_missed(missed_again({}, host_.today()))); }

/// A deleted pair's versions stay for some time, so that undoing it finds them; then they go.
void Program::versioned_pairs(const std::vector<VersionedPair>& pairs) {
    if (!state_.editable()) return;
    if (seeks_lost_) return lost_known(pairs);
    if (!whole_) return;
    for (const VersionedPair& one : pairs) {
        const Missed before = read_missed(one.missed);
        if (journal::find_pair(state_.journal, one.pair)) {
            if (!one.missed.empty()) host_.mark_missed(one.pair, {});
            continue;
        }
        const Missed now = missed_again(before, host_.today());
        if (now.over()) host_.drop_versioned_pair(one.pair);
        else if (now != before) host_.mark_missed(one.pair, write_missed(now));
    }
}

// ------------------------------------------------------------------------------------------------------------------ looking

void Program::ask_for_versions(End end) {
    versions_shown_ = PageOf{state_.pair, end};
    host_.list_versions(*versions_shown_);
}

void Program::show_versions(const PageOf& page, bool can) {
    versions_shown_.reset();
    const journal::Pair* pair = state_.chosen_pair();
    if (!pair || pair->id != page.pair || state_.slip) return;
    const std::vector<Version>& kept = versions_[page].kept;
    const text::Buffer& text = pair->document(page.end).text;
    text::CharacterCount count;
    const std::size_t letters = count.of(text).letters;
    const std::string sum = version_of(text.text(), VersionWhy::pause, {}, {}).sum;
    Slip slip;
    slip.title = say(page.end == End::resolution ? Str::versions_of_resolution : Str::versions_of_retrospective, state_.language);
    slip.says = say(!can ? Str::versions_impossible : kept.empty() ? Str::versions_none : Str::versions_say, state_.language);
    for (auto one = kept.rbegin(); one != kept.rend(); ++one) {
        SlipRow& row = slip.rows.emplace_back();
        const std::optional<journal::Date> day = day_of(*one);
        const int ago = day ? journal::day_number(state_.today) - journal::day_number(*day) : -1;
        row.group = ago == 0 ? Str::versions_today : ago == 1 ? Str::versions_yesterday : Str::versions_other_days;
        row.words = ago == 0 || ago == 1 ? time_of(*one) : one->here;
        row.note = say(why_words(one->why), state_.language);
        row.note += " · " + (one->sum == sum ? std::string(say(Str::version_same, state_.language)) : size_words(one->letters, letters, state_.language));
        row.end = page.end;
        row.version = one->number;
    }
    // A clock that jumped makes no day begin twice.
    std::stable_sort(slip.rows.begin(), slip.rows.end(), [](const SlipRow& a, const SlipRow& b) { return a.group < b.group; });
    slip.buttons = {CommandId::close_slip};
    slip.leave = Str::versions_leave;
    show_slip(std::move(slip));
}

/// One of the slip's rows was pressed.
void Program::look_at_version(End end, std::uint64_t number) {
    const PageOf page{state_.pair, end};
    for (const Version& one : versions_[page].kept) {
        if (one.number != number) continue;
        version_wanted_ = {page, one};
        host_.read_version(page, number);
    }
    host_.redraw();
}

void Program::version_read(const PageOf& page, std::uint64_t number, std::optional<std::string_view> text) {
    if (lost_.contains(page)) return lost_read(page, text.value_or(std::string_view()));
    const std::optional<Wanted> wanted = version_wanted_;
    if (!wanted || wanted->page != page || wanted->version.number != number) return;
    version_wanted_.reset();
    if (state_.pair != page.pair || !state_.chosen_pair()) return;
    if (!text || version_of(*text, VersionWhy::pause, {}, {}).sum != wanted->version.sum) {
        host_.focus_text(state_.at(page.end));
        return tell(words(Str::version_gone, {}), true);
    }
    read_other(page.end, text::repair_utf8(*text), Source::version, when_words(wanted->version, state_.today, state_.language));
}

// ---------------------------------------------------------------------------------------------------------------- restoring

/// The page's words become those of the version that is read; what else the page is stays as it is now.
void Program::restore_version() {
    const journal::Pair& pair = *state_.chosen_pair();
    const End end = state_.reading.end;
    const std::string when = state_.reading.name;
    journal::Document document = pair.document(end);
    document.text = text::Buffer(other_);
    keep_version({pair.id, end}, VersionWhy::restore);
    history_.part();
    if (!change({journal::DocumentReplaced{pair.id, end, std::move(document)}}, Joins::never)) return;
    leave_reading();
    tell(words(Str::version_restored, {when}), false, true);
}

}  // namespace dajim::app
