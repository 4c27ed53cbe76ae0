// What may stand in a journal: every check that the one door and the reader of files make of a value.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "journal/change.h"
#include "journal/journal.h"

namespace dajim::journal {

/// UTF-8 without NUL.
bool is_clean(std::string_view words);
bool is_clean(const std::vector<Unknown>& unknown);
bool is_clean(const Document& document);

bool days_exist(const std::optional<Date>& start, const std::optional<Date>& end);

/// What is wrong with a pair by itself, its goals and passages included; nothing when it fits. O(of all it holds).
std::optional<ChangeError> misfit(const Pair& pair);
/// … with all that is marked in it, its names, days and texts taken as they are.
std::optional<ChangeError> misfit_of_marks(const Pair& pair);
/// … with a goal, a passage of one end, what was refused or a seal, in the pair they are for; not whether their ids are taken there.
std::optional<ChangeError> misfit(const Goal& goal, const Pair& pair);
std::optional<ChangeError> misfit(const Passage& passage, const text::Buffer& text);
std::optional<ChangeError> misfit(const std::vector<std::string>& refused);
std::optional<ChangeError> misfit(const Seal& seal);
/// … with a revision of this thing.
std::optional<ChangeError> misfit(const Revision& revision, const Item& item);
/// True when all that its revisions come from is there, and older than they are.
bool is_whole(const Past& past);
/// Each generation is one more than the greatest of the parents'. So it is no more than there are revisions, and can be gone on with.
bool counts_its_generations(const Past& past);

/// What a later version knows of a goal's measure, origin or verdict goes with it: nobody could write it without.
void forget_what_is_gone(Goal& goal);

/// False when two passages of a pair have one id, or when there are too many of them.
bool ids_are_apart(const Pair& pair);

}  // namespace dajim::journal
