// When what is kept, see autosave.h.
#include "app/autosave.h"

#include <algorithm>

namespace dajim::app {
namespace {

constexpr double record_within_ms = 200;   // the promise is 250
constexpr double rest_ms = 2000;
constexpr std::uint64_t most_records = 300;

/// Typing at one place, key after key, is one edit to the log, and so is what is written into a field of a goal. Only what was put in
/// grows: passages move with it as with the keys one by one (journal/marks.h), which is not so of what replaces words.
bool grow(journal::Change& last, journal::Change& next) {
    if (auto *once = std::get_if<journal::GoalChanged>(&last), *now = std::get_if<journal::GoalChanged>(&next);
        once && now && once->pair == now->pair && once->goal.id == now->goal.id) {
        once->goal = std::move(now->goal);   // all of a goal: the last one says it
        return true;
    }
    auto* a = std::get_if<journal::TextEdited>(&last);
    auto* b = std::get_if<journal::TextEdited>(&next);
    if (!a || !b || a->pair != b->pair || a->end != b->end) return false;
    if (!a->placed.empty() || !b->placed.empty()) return false;
    if (!a->edit.range.empty() || !b->edit.range.empty() || a->edit.text.find('\n') != std::string::npos) return false;
    const text::Position behind{a->edit.range.begin.paragraph, a->edit.range.begin.byte + a->edit.text.size()};
    if (b->edit.range.begin != behind) return false;
    a->edit.text += b->edit.text;
    return true;
}

}  // namespace

void Autosave::begin(std::uint64_t sequence, std::size_t replayed, const std::set<journal::Id>& changed) {
    pending_.clear();
    sequence_ = stored_ = sequence;
    in_files_ = sequence - std::min<std::uint64_t>(replayed, sequence);
    changed_ = changed;
    taken_.clear();
    syncing_ = false;
    last_change_ms_ = 0;
}

void Autosave::note(journal::Change change, double now_ms) {
    if (pending_.empty()) first_pending_ms_ = now_ms;
    last_change_ms_ = now_ms;
    for (journal::Id& pair : journal::touched_pairs(change)) changed_.insert(std::move(pair));
    if (pending_.empty() || !grow(pending_.back(), change)) pending_.push_back(std::move(change));
}

std::optional<store::Record> Autosave::take_record(double now_ms, bool at_once) {
    if (pending_.empty() || (!at_once && now_ms < first_pending_ms_ + record_within_ms)) return std::nullopt;
    store::Record record{++sequence_, std::move(pending_)};
    pending_.clear();
    return record;
}

bool Autosave::files_due(double now_ms, bool at_once) const {
    if (syncing_ || in_files_ >= sequence_ || !pending_.empty()) return false;
    return at_once || now_ms >= last_change_ms_ + rest_ms || sequence_ - in_files_ >= most_records;
}

std::set<journal::Id> Autosave::take_changed() {
    syncing_ = true;
    taken_ = std::exchange(changed_, {});
    return taken_;
}

std::set<journal::Id> Autosave::not_in_files() const {
    std::set<journal::Id> all = changed_;
    all.insert(taken_.begin(), taken_.end());
    return all;
}

void Autosave::files_failed() {
    syncing_ = false;
    changed_.merge(taken_);
    taken_.clear();
}

void Autosave::record_stored(std::uint64_t sequence) { stored_ = std::max(stored_, sequence); }

void Autosave::files_synced(std::uint64_t sequence) {
    syncing_ = false;
    taken_.clear();
    in_files_ = std::max(in_files_, sequence);
}

std::optional<double> Autosave::next_ms() const {
    if (!pending_.empty()) return first_pending_ms_ + record_within_ms;
    if (!syncing_ && in_files_ < sequence_) return last_change_ms_ + rest_ms;
    return std::nullopt;
}

}  // namespace dajim::app
