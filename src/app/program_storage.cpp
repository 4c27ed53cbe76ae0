// What is kept: opening the journal, handing over records and files, and telling how saving fares.
#include <algorithm>

#include "app/place.h"
#include "app/program.h"

namespace dajim::app {

/// Takes over what the store holds; nothing where it cannot be read, and then nothing is touched: no writer, nothing can be overwritten.
std::optional<Program::Opened> Program::load(bool writer, const std::vector<std::string>& records) {
    text::Result<store::Loaded, store::StoreError> loaded = store_.load(records);
    state_.phase = Phase::ready;
    state_.today = host_.today();
    if (!loaded) {
        state_.writer = false;
        state_.pen = loaded.error() == store::StoreError::newer ? Pen::newer : Pen::unreadable;
        return std::nullopt;
    }
    store::Loaded& found = loaded.value();
    if (found.journal.id.empty()) found.journal.id = state_.journal.id.empty() ? host_.fresh_id() : state_.journal.id;
    state_.journal = std::move(found.journal);
    state_.writer = writer;
    if (writer || state_.pen == Pen::newer || state_.pen == Pen::unreadable) state_.pen = Pen::elsewhere;
    state_.aside = false;
    state_.trouble = StorageTrouble::none;
    versions_.clear();
    lost_.clear();
    seeks_lost_ = false;
    seeks_missed_ = writer;
    whole_ = found.damage.none() && !found.fresh;
    // The store itself knows which pairs the records touched. After damage the files are written before anything else is recorded.
    autosave_.begin(found.sequence, found.replayed + (found.damage.none() ? 0 : 1), {});
    if (found.older && writer) keep_all(VersionWhy::migration);
    return Opened{std::move(found.damage), found.fresh, found.sequence, std::move(found.recovered)};
}

bool Program::storage_ready(bool writer, const std::vector<std::string>& records, std::string_view place) {
    const std::optional<Opened> opened = load(writer, records);
    history_ = {};
    state_.notice.reset();
    if (opened) {
        state_.places.clear();
        state_.pair.clear();
        read_place(place, state_);
        set_language();
        const journal::Id pair = std::exchange(state_.pair, {});   // choose_pair must not take the empty pages' places for it
        if (journal::find_pair(state_.journal, pair)) choose_pair(pair);
        else if (!pair.empty()) choose_pair(last_pair());          // its file cannot be read: a neighbour is shown instead
        settle_choice();
        place_changed_ = false;
        const store::Damage& damage = opened->damage;
        if (!damage.none()) tell(words(Str::damaged, {with_commas(damage.records + damage.files.size())}), true);
        if (!damage.files.empty() && state_.writer) seek_lost(state_.notice->text);
        if (damage.none() && opened->fresh && host_.kept_before()) tell(words(Str::emptied, {}), true);
        if (damage.none() && state_.writer && opened->sequence > state_.left) tell_recovered(opened->recovered);
        sealed_by_.reset();
        if (damage.none()) seal_due();
    }
    show_saving();
    plan_wake();
    host_.redraw();
    if (state_.own_journal.separate()) host_.find_journal();
    if (state_.editable()) host_.find_own_file(whole_);
    return opened.has_value();
}

void Program::record_stored(std::uint64_t sequence) {
    autosave_.record_stored(sequence);
    if (!std::exchange(noted_kept_, true)) host_.note_kept();
    state_.trouble = StorageTrouble::none;
    show_saving();
    plan_wake();
    let_file_go();
    go_on_updating();
    go_on_to_journal();
}

void Program::files_synced(std::uint64_t sequence) {
    autosave_.files_synced(sequence);
    state_.trouble = StorageTrouble::none;
    show_saving();
    plan_wake();
}

void Program::storage_failed(StorageTrouble trouble) {
    state_.trouble = trouble;
    autosave_.files_failed();
    if (trouble == StorageTrouble::full && state_.writer) make_room_of_versions();
    if (state_.phase == Phase::loading) {
        state_.phase = Phase::ready;
        // Without any storage one writes in memory. What only does not open now may open later, and must not find other words then.
        state_.writer = trouble == StorageTrouble::missing;
        if (state_.journal.id.empty()) state_.journal.id = host_.fresh_id();
    }
    stay_in_journal();
    show_saving();
    plan_wake();
    host_.redraw();
}

void Program::show_saving() {
    const Saving before = state_.saving;
    state_.saving = state_.trouble != StorageTrouble::none || state_.aside ? Saving::trouble
                    : autosave_.all_stored()                               ? Saving::saved
                                                                           : Saving::saving;
    if (before != state_.saving) host_.redraw();
    // Ordinary saving is done before the page has gone; only words that storage does not take would be lost.
    const bool at_risk = state_.saving == Saving::trouble && !autosave_.all_stored();
    if (at_risk != std::exchange(warns_, at_risk)) host_.warn_on_leaving(at_risk);
}

/// Hands over what is due: first records, then files once nothing waits to be recorded.
void Program::save_some(bool at_once) {
    if (!state_.editable()) return;
    const double now = host_.now_ms();
    if (std::optional<store::Record> record = autosave_.take_record(now, at_once)) {
        host_.append_record(record->sequence, store::write_record(*record));
    }
    if (place_changed_ && (at_once || now >= place_due_ms_)) {
        place_changed_ = false;
        remember_place();
        host_.write_place(write_place(state_));
    }
    // Files only while storage answers: otherwise records wait in memory, and so do files.
    write_own_file(at_once);
    if (state_.trouble == StorageTrouble::none && autosave_.files_due(now, false)) {
        const text::Result<store::Saved, store::StoreError> saved =
            store_.save(state_.journal, autosave_.take_changed(), autosave_.sequence());
        if (saved) {
            host_.sync_files(autosave_.sequence(), saved.value().written, saved.value().removed);
        } else {
            autosave_.files_failed();
            state_.trouble = StorageTrouble::failed;
        }
    }
    show_saving();
    plan_wake();
}

/// The page may end now. Up to here it has said so; records after this are of a page that ended without a word.
void Program::flush() {
    save_some(true);
    if (!state_.editable() || state_.left == autosave_.sequence()) return;
    state_.left = autosave_.sequence();
    host_.write_place(write_place(state_));
}

void Program::tell_recovered(const std::set<journal::Id>& pairs) {
    if (pairs.size() > 1) return tell(words(Str::recovered_pairs, {with_commas(pairs.size())}));
    const journal::Pair* only = pairs.empty() ? nullptr : journal::find_pair(state_.journal, *pairs.begin());
    if (only) tell(words(Str::recovered, {only->name.empty() ? say(Str::untitled_pair, state_.language) : std::string_view(only->name)}));
}

void Program::tick() {
    if (state_.notice && state_.notice->until > 0 && host_.now_ms() >= state_.notice->until) {
        state_.notice.reset();
        tell_of_update();
        host_.redraw();
    }
    if (const journal::Date today = host_.today(); today != state_.today) {
        state_.today = today;
        host_.redraw();
    }
    if (!state_.finding.complete()) {
        refind();
        host_.redraw();
    }
    tell_at_rest();
    seal_due();
    keep_rested();
    save_some(false);
}

void Program::plan_wake() {
    const double now = host_.now_ms();
    std::optional<double> next = state_.editable() ? autosave_.next_ms() : std::nullopt;
    const auto sooner = [&next](double at) { next = next ? std::min(*next, at) : at; };
    if (place_changed_ && state_.editable()) sooner(place_due_ms_);
    if (state_.notice && state_.notice->until > 0) sooner(state_.notice->until);
    if (told_due_ms_ > 0) sooner(told_due_ms_);
    if (own_due_ms_ > 0 && !own_writing_ && state_.editable()) sooner(own_due_ms_);
    if (const std::optional<double> at = next_version_ms()) sooner(*at);
    // In trouble the files wait for a record to succeed; do not spin meanwhile.
    if (next) host_.wake_in(std::max(state_.trouble == StorageTrouble::none ? 1.0 : 1000.0, *next - now));
}

void Program::tell(std::string text, bool trouble, bool undo) {
    Notice notice{std::move(text), trouble, undo, 0};
    if (!trouble) notice.until = host_.now_ms() + (undo ? 12000 : 7000);
    state_.notice = std::move(notice);
    plan_wake();
    host_.redraw();
}

}  // namespace dajim::app
