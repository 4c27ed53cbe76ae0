// A journal that parted from this one comes back: what it would change is told first, and texts that two devices changed are settled.
#include <algorithm>
#include <utility>

#include "app/program.h"
#include "formats/revision_json.h"
#include "journal/merge.h"
#include "journal/unite.h"

namespace dajim::app {
namespace {

/// Pairs of the file that are not here, because they were deleted here since.
std::size_t deleted_here(const journal::Journal& own, const journal::Journal& incoming) {
    std::size_t pairs = 0;
    const auto is_missing = [&](const journal::Pair& one) { return !journal::find_pair(own, one.id); };
    for (const journal::Series& series : incoming.series)
        pairs += static_cast<std::size_t>(std::count_if(series.pairs.begin(), series.pairs.end(), is_missing));
    return pairs;
}

}  // namespace

void Program::merging_command(CommandId id) {
    if (merging_.empty()) return;
    const std::vector<Incoming> incoming = std::exchange(merging_, {});
    const bool own = own_asks_;
    close_slip();
    const Imported done = id == CommandId::put_beside ? put_beside(incoming[0]) : merge(incoming);
    if (own && done == Imported::came) own_file_came();
}

/// Before it leaves, the journal's pasts are brought to what it is. That is kept, and nothing to take back. While storage takes no words it
/// is not given this before them: whoever reads the file makes the same of it.
void Program::hand_over_pasts() {
    if (!state_.editable() || state_.trouble != StorageTrouble::none) return;
    host_.recall_own_file();
    keep_pasts(journal::handing_over(state_.journal, formats::name_of_revision));
}

/// Kept like anything that is written, and nothing to take back.
void Program::keep_pasts(std::vector<journal::Change> changes) {
    for (journal::Change& one : changes) apply_one(std::move(one), Target::none);
    show_saving();
    plan_wake();
}

/// All of them one after another, as one step. Only what another comes after is played through, on a copy.
journal::UnionPlan Program::plan_incoming(const std::vector<Incoming>& incoming) const {
    journal::UnionPlan all;
    std::optional<journal::Journal> played;
    for (const Incoming& one : incoming) {
        const journal::Journal& now = played ? *played : state_.journal;
        journal::UnionPlan plan;
        if (journal::are_related(now, one.journal)) {
            plan = journal::plan_union(now, one.journal, formats::name_of_revision);
        } else {
            journal::MergePlan beside = journal::plan_merge(now, one.journal, [this] { return host_.fresh_id(); });
            plan.changes = std::move(beside.changes);
            plan.pairs_new = beside.pairs_added;
        }
        if (&one != &incoming.back()) {
            if (!played) played = state_.journal;
            for (const journal::Change& change : plan.changes) (void)journal::apply(*played, change);
        }
        all.append(std::move(plan));
    }
    all.deletes_much = journal::is_much(all.pairs_gone, state_.journal);
    return all;
}

std::string Program::told_of(const journal::UnionPlan& plan) const {
    std::string told;
    const auto add = [&](Str what, std::size_t count) {
        if (count > 0) told += (told.empty() ? "" : ", ") + words(what, {with_commas(count)});
    };
    add(Str::merge_new, plan.pairs_new);
    add(Str::merge_changed, plan.pairs_changed);
    add(Str::merge_texts, plan.texts_merged);
    add(Str::merge_both, plan.texts_both_kept);
    add(Str::merge_back, plan.pairs_back);
    add(Str::merge_gone, plan.pairs_gone);
    return told.empty() ? words(Str::merge_names, {}) : told;
}

Program::Imported Program::ask_to_merge(std::string_view name, Incoming incoming) {
    journal::UnionPlan plan = journal::plan_union(state_.journal, incoming.journal, formats::name_of_revision);
    if (!plan.is_seen()) {
        const std::size_t deleted = deleted_here(state_.journal, incoming.journal);
        keep_pasts(std::move(plan.changes));
        if (deleted == 0) return tell(words(Str::imported_nothing, {})), Imported::came;
        Slip slip;
        slip.title = say(Str::ask_merge, state_.language);
        slip.says = words(Str::ask_merge_deleted, {name, with_commas(deleted)});
        slip.leave = Str::leave_merge;
        slip.buttons = {CommandId::put_beside, CommandId::keep_apart, CommandId::close_slip};
        show_slip(std::move(slip));
        merging_.push_back(std::move(incoming));
        return Imported::known;
    }
    std::vector<Incoming> one;
    one.push_back(std::move(incoming));
    ask_to_merge(name, std::move(one), plan);
    return Imported::asks;
}

void Program::ask_to_merge(std::string_view name, std::vector<Incoming> incoming, const journal::UnionPlan& plan) {
    const bool outside = std::any_of(incoming.begin(), incoming.end(), [](const Incoming& one) { return one.changed_outside; });
    Slip slip;
    slip.title = say(Str::ask_merge, state_.language);
    slip.leave = Str::leave_merge;
    slip.says = words(Str::ask_merge_says, {name, told_of(plan)});
    if (outside) slip.says += ' ' + words(Str::merge_outside, {});
    if (plan.deletes_much) slip.says += ' ' + words(Str::ask_merge_much, {with_commas(plan.pairs_gone)});
    if (incoming.size() == 1) slip.buttons = {CommandId::put_beside, CommandId::keep_apart};
    // What somebody presses without a thought deletes nothing.
    if (plan.deletes_much) slip.buttons.push_back(CommandId::merge_deleting);
    else slip.buttons.insert(slip.buttons.begin(), CommandId::merge);
    slip.buttons.push_back(CommandId::close_slip);
    show_slip(std::move(slip));
    merging_ = std::move(incoming);
}

Program::Imported Program::merge(const std::vector<Incoming>& incoming) {
    journal::UnionPlan plan = plan_incoming(incoming);
    std::size_t damaged = 0;
    for (const Incoming& one : incoming) damaged += one.damaged;
    history_.part();
    keep_before(plan.changes, VersionWhy::import);
    if (!change(std::move(plan.changes), Joins::never)) return tell(words(Str::merge_failed, {}), true), Imported::refused;
    std::string said = words(Str::merged, {told_of(plan)});
    if (damaged > 0) said += ' ' + words(Str::imported_damaged, {with_commas(damaged)});
    tell(std::move(said), false, true);
    return Imported::came;
}

/// What differs is put beside as another pair.
Program::Imported Program::put_beside(const Incoming& incoming) {
    const bool first = state_.journal.series.empty();
    journal::MergePlan plan = journal::plan_merge(state_.journal, incoming.journal, [this] { return host_.fresh_id(); });
    if (plan.changes.empty()) return tell(words(Str::imported_nothing, {})), Imported::came;
    history_.part();
    keep_before(plan.changes, VersionWhy::import);
    if (!change(std::move(plan.changes), Joins::never)) return tell(words(Str::merge_failed, {}), true), Imported::refused;
    if (first && state_.pair.empty() && !state_.journal.series.empty()) perform(ChooseSeries{state_.journal.series.back().id});
    std::string said =
        plan.pairs_kept_beside > 0
            ? words(Str::imported_beside, {with_commas(plan.pairs_added), with_commas(plan.pairs_kept_beside)})
            : words(Str::imported_journal, {with_commas(plan.series_added), with_commas(plan.pairs_added)});
    if (incoming.changed_outside) said += ' ' + words(Str::imported_outside, {});
    if (incoming.damaged > 0) said += ' ' + words(Str::imported_damaged, {with_commas(incoming.damaged)});
    tell(std::move(said), false, true);
    return Imported::came;
}

/// Of two texts, which an end's is to be: the one that is there, the other (and that one beside), or both.
void Program::settle_text(const SettleText& settle) {
    const journal::Pair* const pair = state_.chosen_pair();
    if (!pair || pair->document(settle.end).others.empty()) return;
    const bool compares = state_.reading.open() && state_.reading.end == settle.end && state_.reading.source == Source::beside;
    if (compares) leave_reading();
    if (settle.how == SettleText::How::compare) {
        if (!compares) read_other(settle.end, pair->document(settle.end).others.back(), Source::beside, say(Str::text_beside, state_.language), Reads::difference);
        return;
    }
    if (!state_.editable()) return;
    host_.end_composition();
    history_.part();
    journal::Document document = pair->document(settle.end);
    std::string other = std::move(document.others.back());
    document.others.pop_back();
    switch (settle.how) {
        case SettleText::How::compare: return;
        case SettleText::How::keep:
            if (change({journal::OthersChanged{pair->id, settle.end, std::move(document.others)}}, Joins::never)) tell(words(Str::text_kept, {}), false, true);
            return;
        case SettleText::How::exchange:
            document.others.push_back(document.text.text());
            document.text = text::Buffer(other);
            break;
        case SettleText::How::both: {
            std::string both = document.text.text();
            both += both.ends_with('\n') ? "\n---\n\n" : "\n\n---\n\n";
            document.text = text::Buffer(both + other);
            break;
        }
    }
    if (change({journal::DocumentReplaced{pair->id, settle.end, std::move(document)}}, Joins::never) && settle.how == SettleText::How::both)
        tell(words(Str::texts_joined, {}), false, true);
}

}  // namespace dajim::app
