// Goals, answers, seals and all else that is marked in a pair, as entries of a journal's file.
#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <string>

#include "formats/entry_fields.h"
#include "formats/entry_writing.h"
#include "formats/json.h"
#include "journal/anchor.h"
#include "journal/journal.h"

namespace dajim::formats {

/// The seal, goals each with its answers, unpromised things and echoes of a pair.
void write_goal_entries(Entries& entries, const journal::Pair& pair);

/// Reads what `write_goal_entries` wrote into a pair whose texts are there already.
class GoalReading {
public:
    explicit GoalReading(journal::Pair& pair) : pair_(pair) {}

    enum class Added { fine, bad, homeless };   ///< homeless: an answer whose goal is not there
    /// An entry of this pair, of one of the `goal_kinds`, goals before answers.
    Added add(const Json& entry);

    /// Finds the passages' places in the texts; false when something of the pair does not fit.
    bool anchor(std::size_t& budget);

private:
    struct Anchor {
        journal::Quote quote;
        std::optional<std::size_t> start, end;   ///< in code points
        bool is_lost = false;
    };
    bool add_passage(const Json& entry, Names members, journal::Passage& passage);
    bool add_place(const Json& entry, Fields& fields, journal::Passage& passage);
    bool add_goal(const Json& entry);
    bool add_seal(const Json& entry);

    journal::Pair& pair_;
    std::map<std::string, Anchor> anchors_;      // by the passage's id
};

}  // namespace dajim::formats
