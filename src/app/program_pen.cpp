// Several windows on one journal, and several versions of the page: who has the pen, what comes from another window, and when this page
// gives way to a later one.
#include <algorithm>
#include <utility>

#include "app/place.h"
#include "app/program.h"
#include "journal/merge.h"

namespace dajim::app {

bool Program::storage_reread(bool writer, const std::vector<std::string>& records, std::string_view place) {
    host_.end_composition();
    remember_place();
    const std::optional<journal::Journal> mine = writer ? not_kept() : std::nullopt;
    journal::Journal before;
    before.id = state_.journal.id;
    std::swap(before, state_.journal);
    const std::optional<Opened> opened = load(writer, records);
    if (!opened) {
        state_.journal = std::move(before);
    } else {
        if (before != state_.journal) {
            history_ = {};
            const journal::Id pair = state_.pair;
            choose_pair(pair.empty() || journal::find_pair(state_.journal, pair) ? pair : last_pair());
        }
        settle_choice();
        const store::Damage& damage = opened->damage;
        if (!damage.none()) tell(words(Str::damaged, {with_commas(damage.records + damage.files.size())}), true);
        else if (writer) tell(words(Str::now_writing, {}));
        if (mine) set_beside(*mine);
        sealed_by_.reset();
        if (damage.none()) seal_due();
        tell_of_update();
    }
    // Another window may have saved to a file; where one stood there is not for this one.
    State there;
    read_place(place, there);
    state_.filed = std::max(state_.filed, there.filed);
    if (there.keeping_told != Keeping::unknown) state_.keeping_told = there.keeping_told;
    show_saving();
    plan_wake();
    host_.redraw();
    if (state_.own_journal.separate() && state_.editable()) host_.find_journal();
    if (state_.editable()) host_.find_own_file(whole_);
    return opened.has_value();
}

/// The pairs with words that storage did not take before another window took the pen away.
std::optional<journal::Journal> Program::not_kept() {
    if (state_.writer || autosave_.all_stored()) return std::nullopt;
    journal::Journal mine = state_.journal;
    const std::set<journal::Id> changed = autosave_.not_in_files();
    if (changed.empty()) return mine;   // of none it is known, so any may be one
    for (journal::Series& series : mine.series) {
        std::erase_if(series.pairs, [&changed](const journal::Pair& pair) { return !changed.contains(pair.id); });
    }
    std::erase_if(mine.series, [](const journal::Series& series) { return series.pairs.empty(); });
    return mine;
}

void Program::set_beside(const journal::Journal& mine) {
    const journal::MergePlan plan = journal::plan_merge(state_.journal, mine, [this] { return host_.fresh_id(); });
    if (plan.changes.empty() || !change(plan.changes, Joins::never)) return;
    tell(words(Str::words_beside, {with_commas(plan.pairs_added + plan.pairs_kept_beside)}), false, true);
}

void Program::record_arrived(std::string_view record) {
    if (state_.phase != Phase::ready || state_.writer || state_.aside) return;
    const text::Result<store::Record, store::RecordError> read = store::read_record(record);
    if (!read || read.value().sequence != autosave_.sequence() + 1) return;
    for (const journal::Change& change : read.value().changes) {
        if (!journal::apply(state_.journal, change)) return;   // the sequence tells that all must be read again
        follow(change, Target::none);
    }
    autosave_.begin(read.value().sequence, 0, {});
    history_ = {};
    settle_choice();
    host_.redraw();
}

void Program::pen_stays(Pen why) {
    if (state_.writer) return;
    state_.pen = why;
    host_.redraw();
}

void Program::hand_over() {
    host_.end_composition();
    save_some(true);
    state_.writer = false;
    state_.pen = Pen::handed;
    leave_own_file();
    state_.carried.reset();
    close_slip();
    if (state_.notice && !state_.notice->trouble && !state_.notice->update) state_.notice.reset();
    host_.redraw();
}

void Program::writes_on() {
    state_.writer = true;
    host_.find_own_file(true);
    show_saving();
    plan_wake();
    host_.redraw();
}

bool Program::overtaken() {
    state_.writer = false;
    state_.pen = Pen::handed;
    leave_own_file();
    state_.aside = !autosave_.all_stored();
    state_.trouble = StorageTrouble::none;
    autosave_.files_failed();
    show_saving();
    host_.redraw();
    return state_.aside;
}

// ------------------------------------------------------------------------------------------------------- what the browser keeps

void Program::keeping_known(Keeping keeping) {
    state_.keeping = keeping;
    // All of it is found where saving is told. Seven days are soon over: of them one hears by oneself, once.
    if (keeping == Keeping::a_week && keeping != state_.keeping_told && !state_.notice) {
        tell(words(Str::keeping_a_week, {}), true);
        state_.keeping_told = keeping;
        place_dirty();
    }
    host_.redraw();
}

void Program::note_filed() {
    state_.filed = state_.today = host_.today();
    place_dirty();
}

// ------------------------------------------------------------------------------------------------------------- later versions

void Program::update_waiting() {
    state_.update_waiting = true;
    tell_of_update();
}

/// It stays until it is answered, and waits for what else there is to tell.
void Program::tell_of_update() {
    if (!state_.update_waiting || state_.notice) return;
    state_.notice = Notice{.text = words(Str::update_waiting, {}), .update = true};
    host_.redraw();
}

void Program::update() {
    wants_update_ = true;
    if (state_.notice && state_.notice->update) state_.notice.reset();
    save_some(true);
    go_on_updating();
    host_.redraw();
}

void Program::update_taken() {
    if (gets_update_) return;
    gets_update_ = true;
    state_.update_waiting = false;
    host_.end_composition();
    save_some(true);
    if (!autosave_.all_stored()) tell(words(Str::update_after_saving, {}), true);
    go_on_updating();
}

void Program::go_on_updating() {
    if (!autosave_.all_stored()) return;
    if (state_.looks()) return;   // what is looked at would go, and nothing here is written
    if (gets_update_) host_.reload();
    else if (std::exchange(wants_update_, false)) host_.take_update();
}

}  // namespace dajim::app
