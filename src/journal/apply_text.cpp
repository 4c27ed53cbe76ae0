// The door for texts: passages move with the words, and the inverse says where those stood that would not find back by themselves.
#include <map>
#include <utility>

#include "journal/anchor.h"
#include "journal/door.h"
#include "journal/fitness.h"
#include "journal/marks.h"
#include "text/mark.h"

namespace dajim::journal {

namespace {

using Places = std::map<std::string_view, const Placed*>;

// The placed ones by their passage; nothing when two are of one passage, or when one is of none of this end.
std::optional<Places> by_passage(const Pair& pair, End end, const std::vector<Placed>& placed) {
    Places places;
    for (const Placed& one : placed)
        if (!places.emplace(one.passage, &one).second) return std::nullopt;
    std::size_t known = 0;
    if (!placed.empty()) for_each_passage(pair, end, [&](const Passage& passage) { known += places.contains(passage.id) ? 1 : 0; });
    if (known != places.size()) return std::nullopt;
    return places;
}

bool stand_there(const std::vector<Placed>& placed, const text::Buffer& text) {
    for (const Placed& one : placed) {
        if (one.exact.empty() || !is_clean(one.exact)) return false;
        if (one.range && (!text.contains(*one.range) || text.text(*one.range) != one.exact)) return false;
    }
    return true;
}

// A remembered goal has no words in the resolution and gets none.
bool places_remembered(const Pair& pair, End end, const Places& places) {
    if (end != End::resolution || places.empty()) return false;
    for (const Goal& goal : pair.goals) {
        const auto own = goal.remembered ? places.find(goal.id) : places.end();
        if (own != places.end() && own->second->range) return true;
    }
    return false;
}

}  // namespace

Outcome Door::operator()(const TextEdited& change) {
    Pair* const pair = pair_of(change.pair);
    if (!pair) return ChangeError::unknown_id;
    text::Buffer& text = pair->document(change.end).text;
    if (!text.contains(change.edit.range)) return ChangeError::out_of_range;
    if (!is_clean(change.edit.text)) return ChangeError::bad_text;
    const auto places = by_passage(*pair, change.end, change.placed);
    if (!places) return ChangeError::unknown_id;
    if (places_remembered(*pair, change.end, *places)) return ChangeError::out_of_range;

    // Where each passage that the edit reaches goes, before the text it is about is gone.
    struct Move { Passage* passage; std::optional<text::Range> to; const Placed* placed; bool is_touched; };
    std::vector<Move> moves;
    for_each_passage(*pair, change.end, [&](Passage& passage) {
        const auto own = places->find(passage.id);
        const Placed* const placed = own == places->end() ? nullptr : own->second;
        if (placed) moves.push_back({&passage, placed->range, placed, true});
        else if (passage.range && passage.range->end >= change.edit.range.begin)
            moves.push_back({&passage, moved(text, *passage.range, change.edit), nullptr, passage.range->begin <= change.edit.range.end});
    });

    TextEdited back{change.pair, change.end, text.apply(change.edit)};
    if (!stand_there(change.placed, text)) {
        text.apply(back.edit);
        return ChangeError::out_of_range;
    }
    for (const auto& [passage, to, placed, is_touched] : moves) {
        const auto from = passage->range;
        std::string exact = passage->exact;
        passage->range = to;
        if (placed) passage->exact = placed->exact;
        else if (to && is_touched) passage->exact = text.text(*to);
        const bool goes_back = from && to ? moved(text, *to, back.edit) == from : !from && !to && passage->exact == exact;
        if (!goes_back) back.placed.push_back({passage->id, from, std::move(exact)});
    }
    return Change{std::move(back)};
}

Outcome Door::operator()(const DocumentReplaced& change) {
    Pair* const pair = pair_of(change.pair);
    if (!pair) return ChangeError::unknown_id;
    if (!is_clean(change.document)) return ChangeError::bad_text;
    const auto places = by_passage(*pair, change.end, change.placed);
    if (!places) return ChangeError::unknown_id;
    if (places_remembered(*pair, change.end, *places) || !stand_there(change.placed, change.document.text)) return ChangeError::out_of_range;

    DocumentReplaced back{change.pair, change.end, std::exchange(pair->document(change.end), change.document)};
    std::optional<Quotable> quotable;
    std::size_t budget = search_budget;
    const auto place = [&](Passage& passage) {
        back.placed.push_back({passage.id, passage.range, passage.exact});
        if (const auto own = places->find(passage.id); own != places->end()) {
            passage.range = own->second->range;
            passage.exact = own->second->exact;
            return;
        }
        if (!quotable) quotable.emplace(change.document.text);
        const Quote quote = passage.range ? quote_of(back.document.text, *passage.range) : Quote{passage.exact, {}, {}};
        passage.range = quotable->find(quote, passage.range ? passage.range->begin : text::Position{}, budget);
    };
    for (Goal& goal : pair->goals) {
        if (change.end == End::resolution && !goal.remembered) place(goal.words);
        if (change.end == End::retrospective) for (Passage& answer : goal.answers) place(answer);
    }
    for (Passage& passage : change.end == End::resolution ? pair->echoes : pair->unpromised) place(passage);
    return Change{std::move(back)};
}

Outcome Door::operator()(const OthersChanged& change) {
    Pair* const pair = pair_of(change.pair);
    if (!pair) return ChangeError::unknown_id;
    for (const std::string& words : change.others)
        if (!is_clean(words)) return ChangeError::bad_text;
    return Change{OthersChanged{change.pair, change.end, std::exchange(pair->document(change.end).others, change.others)}};
}

Outcome Door::operator()(const PassagesPlaced& change) {
    Pair* const pair = pair_of(change.pair);
    const auto places = pair ? by_passage(*pair, change.end, change.placed) : std::nullopt;
    if (!places) return ChangeError::unknown_id;
    if (places_remembered(*pair, change.end, *places) || !stand_there(change.placed, pair->document(change.end).text))
        return ChangeError::out_of_range;
    PassagesPlaced back{change.pair, change.end, {}};
    for_each_passage(*pair, change.end, [&](Passage& passage) {
        const auto own = places->find(passage.id);
        if (own == places->end()) return;
        back.placed.push_back({passage.id, std::exchange(passage.range, own->second->range), std::exchange(passage.exact, own->second->exact)});
    });
    return Change{std::move(back)};
}

}  // namespace dajim::journal
