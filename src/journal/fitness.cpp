// The checks, see fitness.h: first ids and numbers, then words.
#include "journal/fitness.h"

#include <algorithm>
#include <cmath>
#include <set>

#include "journal/marks.h"
#include "text/utf8.h"

namespace dajim::journal {

namespace {

using Misfit = std::optional<ChangeError>;

constexpr double largest_amount = 1e15;   // whole numbers up to here are exact

bool is_amount(double number) { return std::isfinite(number) && std::abs(number) <= largest_amount; }

bool is_between(const std::optional<int>& number, int least, int most) { return !number || (*number >= least && *number <= most); }

Misfit misfit_of_words(std::string_view words) {
    if (words.size() > most_words) return ChangeError::out_of_range;
    if (!is_clean(words)) return ChangeError::bad_text;
    return std::nullopt;
}

Misfit misfit_of_list(const std::vector<std::string>& list) {
    if (list.size() > most_in_a_list) return ChangeError::out_of_range;
    for (const std::string& words : list)
        if (const Misfit wrong = misfit_of_words(words)) return wrong;
    return std::nullopt;
}

Misfit misfit_of_numbers(const Goal& goal) {
    const bool fine = is_between(goal.confidence, 0, 100) && is_between(goal.weight, 1, 5) &&
                      (!goal.verdict || is_between(goal.verdict->score, 0, 100)) &&
                      (!goal.measure || (is_amount(goal.measure->amount) && is_amount(goal.measure->of) &&
                                         is_between(goal.measure->every, 1, 1000))) &&
                      goal.tallies.size() <= most_in_a_list && goal.amendments.size() <= most_in_a_list &&
                      std::all_of(goal.tallies.begin(), goal.tallies.end(),
                                  [](const Tally& one) { return exists(one.date) && is_amount(one.amount); }) &&
                      std::all_of(goal.amendments.begin(), goal.amendments.end(),
                                  [](const Amendment& one) { return exists(one.date); });
    if (!fine) return ChangeError::out_of_range;
    return std::nullopt;
}

}  // namespace

bool is_clean(std::string_view words) {
    return words.find('\0') == std::string_view::npos && text::is_valid_utf8(words);
}

bool is_clean(const std::vector<Unknown>& unknown) {
    return std::all_of(unknown.begin(), unknown.end(),
                       [](const Unknown& one) { return is_clean(one.key) && is_clean(one.json); });
}

bool is_clean(const Document& document) {
    for (std::size_t i = 0; i < document.text.paragraphs(); ++i)
        if (!is_clean(document.text.paragraph(i))) return false;
    for (const std::string& words : document.others)
        if (!is_clean(words)) return false;
    return is_clean(document.file_name) && is_clean(document.unknown);
}

bool days_exist(const std::optional<Date>& start, const std::optional<Date>& end) {
    return (!start || exists(*start)) && (!end || exists(*end));
}

Misfit misfit(const Passage& passage, const text::Buffer& text) {
    if (!is_id(passage.id)) return ChangeError::taken_id;
    if (passage.exact.empty()) return ChangeError::out_of_range;
    if (passage.range && (!text.contains(*passage.range) || text.text(*passage.range) != passage.exact)) return ChangeError::out_of_range;
    if (!is_clean(passage.exact) || !is_clean(passage.unknown)) return ChangeError::bad_text;
    return std::nullopt;
}

Misfit misfit(const Goal& goal, const Pair& pair) {
    if (goal.id != goal.words.id) return ChangeError::taken_id;
    if (goal.remembered && goal.words.range) return ChangeError::out_of_range;
    if (goal.origin && (!is_id(goal.origin->pair) || !is_id(goal.origin->passage))) return ChangeError::taken_id;
    if (const Misfit wrong = misfit(goal.words, pair.document(End::resolution).text)) return wrong;
    for (const Passage& answer : goal.answers)
        if (const Misfit wrong = misfit(answer, pair.document(End::retrospective).text)) return wrong;
    if (const Misfit wrong = misfit_of_numbers(goal)) return wrong;

    if (!is_clean(goal.sealed) || !is_clean(goal.unknown)) return ChangeError::bad_text;
    for (const Amendment& one : goal.amendments)
        if (!is_clean(one.words) || !is_clean(one.unknown)) return ChangeError::bad_text;
    for (const Tally& one : goal.tallies) {
        if (const Misfit wrong = misfit_of_words(one.note)) return wrong;
        if (!is_clean(one.unknown)) return ChangeError::bad_text;
    }
    if (goal.measure)
        if (const Misfit wrong = misfit_of_words(goal.measure->unit)) return wrong;
    if (goal.verdict) {
        if (const Misfit wrong = misfit_of_words(goal.verdict->reason)) return wrong;
        if (const Misfit wrong = misfit_of_list(goal.verdict->obstacles)) return wrong;
    }
    for (const std::string* words : {&goal.area, &goal.notes})
        if (const Misfit wrong = misfit_of_words(*words)) return wrong;
    return misfit_of_list(goal.evidence);
}

Misfit misfit(const std::vector<std::string>& refused) { return misfit_of_list(refused); }

Misfit misfit(const Seal& seal) {
    if (!exists(seal.date)) return ChangeError::out_of_range;
    if (!is_clean(seal.text) || !is_clean(seal.unknown)) return ChangeError::bad_text;
    return std::nullopt;
}

Misfit misfit_of_marks(const Pair& pair) {
    if (!ids_are_apart(pair)) return ChangeError::taken_id;
    for (const Goal& goal : pair.goals)
        if (const Misfit wrong = misfit(goal, pair)) return wrong;
    for (const Passage& passage : pair.unpromised)
        if (const Misfit wrong = misfit(passage, pair.document(End::retrospective).text)) return wrong;
    for (const Passage& passage : pair.echoes)
        if (const Misfit wrong = misfit(passage, pair.document(End::resolution).text)) return wrong;
    if (pair.seal)
        if (const Misfit wrong = misfit(*pair.seal)) return wrong;
    return misfit(pair.refused);
}

Misfit misfit(const Pair& pair) {
    if (!is_id(pair.id)) return ChangeError::taken_id;
    if (!days_exist(pair.start, pair.end) || !days_exist(pair.done, pair.seals_on)) return ChangeError::out_of_range;
    if (const Misfit wrong = misfit_of_marks(pair)) return wrong;
    if (!is_clean(pair.name) || !is_clean(pair.unknown) || !is_clean(pair.documents[0]) || !is_clean(pair.documents[1]))
        return ChangeError::bad_text;
    return std::nullopt;
}

Misfit misfit(const Revision& revision, const Item& item) {
    const auto are_ids = [](const std::vector<Id>& ids) { return std::all_of(ids.begin(), ids.end(), is_id); };
    if ((item.of == Item::Of::journal ? !item.id.empty() : !is_id(item.id)) || !is_id(revision.id) || !are_ids(revision.parents))
        return ChangeError::taken_id;
    if (revision.generation < 1 || revision.generation > most_generations) return ChangeError::out_of_range;
    if (const auto* pair = std::get_if<std::shared_ptr<const Pair>>(&revision.content)) {
        if (item.of != Item::Of::pair || (*pair)->id != item.id) return ChangeError::taken_id;
        return misfit(**pair);
    }
    if (const auto* listing = std::get_if<std::shared_ptr<const Listing>>(&revision.content)) {
        if (item.of == Item::Of::pair || !are_ids((*listing)->order) || (!(*listing)->id.empty() && !is_id((*listing)->id))) return ChangeError::taken_id;
        if (!is_clean((*listing)->name) || !is_clean((*listing)->unknown)) return ChangeError::bad_text;
    }
    if (std::holds_alternative<AsNow>(revision.content)) return ChangeError::unknown_id;
    return std::nullopt;
}

bool is_whole(const Past& past) {
    return std::all_of(past.begin(), past.end(), [&](const auto& one) {
        const Revision& revision = one.second;
        return std::all_of(revision.parents.begin(), revision.parents.end(), [&](const Id& parent) {
            const auto found = past.find(parent);
            return found != past.end() && found->second.generation < revision.generation;
        });
    });
}

bool counts_its_generations(const Past& past) {
    return std::all_of(past.begin(), past.end(), [&](const auto& one) {
        std::uint64_t greatest = 0;
        for (const Id& parent : one.second.parents) {
            const auto found = past.find(parent);
            if (found != past.end()) greatest = std::max(greatest, found->second.generation);
        }
        return one.second.generation == greatest + 1;
    });
}

bool ids_are_apart(const Pair& pair) {
    std::set<std::string_view> ids;
    std::size_t passages = 0;
    for (const End end : both_ends)
        for_each_passage(pair, end, [&](const Passage& passage) {
            ids.insert(passage.id);
            ++passages;
        });
    return ids.size() == passages && passages <= most_marks;
}

void forget_what_is_gone(Goal& goal) {
    std::erase_if(goal.unknown, [&](const Unknown& one) {
        return (!goal.measure && one.key.starts_with("fields/measure/v/")) || (!goal.origin && one.key.starts_with("fields/origin/v/")) ||
               (!goal.verdict && one.key.starts_with("fields/verdict/v/"));
    });
}

}  // namespace dajim::journal
