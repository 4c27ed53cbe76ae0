// Which statements of a retrospective speak of which goals, by the words they share; rare words weigh more.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "journal/passages.h"
#include "journal/proposals.h"
#include "journal/shared_words.h"
#include "text/buffer.h"

namespace dajim::journal {

/// How much a statement speaks of a goal.
struct Likeness {
    std::size_t goal = 0, statement = 0;
    double shared = 0;        ///< weight of the words in common
    double covered = 0;       ///< 0 to 1: how much of the goal's words they are
    double answered = 0;      ///< 0 to 1: how many of the statement's words they are
    std::size_t words = 0;    ///< how many different ones stand in the statement itself, light ones (shared_words.h) not counted
    std::size_t near = 0;     ///< … and how many more in the one before it, which weigh half
    bool number = false;      ///< a number with what it counts among them
    bool unit = false;        ///< what a number counts is among them, whatever the number
    bool sole = false;        ///< one of them stands in no other goal, but in those it lies in and that lie in it
    bool leads = false;       ///< … and is what the statement is about: "학원은 …"
    bool sole_unit = false;   ///< what a number counts is among them, a thing that no other goal counts: "17권"
};

/// The last part of a link's address in words, "kotlin coroutines" of ".../2023/04/kotlin-coroutines.html": it may tell what its title does not.
std::string words_of_address(std::string_view said);

class LikenessIndex {
public:
    LikenessIndex(std::span<const GoalWords> goals, const text::Buffer& text, const Passages& passages);

    /// For every statement in order the goals that it shares words with, `goals` of them at most for a word. Calls `take(Likeness)`.
    template <class Take>
    void each(Take take) {
        for (std::size_t at = 0; at + 1 < first_.size(); ++at) {
            score(at);
            for (const Likeness& likeness : scored_) take(likeness);
        }
    }

    /// The content words of a statement, shared or not.
    std::size_t words_of(std::size_t statement) const { return words_[statement]; }
    /// … without the light ones.
    std::size_t heavy_words_of(std::size_t statement) const { return heavy_words_[statement]; }
    /// The words a statement shares with a goal, as they stand in the statement.
    std::vector<ContentWord> shared_words(std::size_t goal, const std::string& said) const;
    /// The weight of what `goal` shares with a statement and `other` does not.
    double only_of(std::size_t goal, std::size_t other, std::size_t statement) const;
    /// One of several things that a topic lists is among the words: "Terraform, Ansible".
    bool has_alternative(std::size_t goal, std::size_t statement) const;
    /// A single word in common tells enough: long, and hardly anywhere else.
    bool is_telling(const Likeness& likeness) const;
    /// Has a goal nothing but light words? "꾸준히 쓰기".
    bool is_light(std::size_t goal) const { return goals_[goal].only_light; }
    double weight_of_goal(std::size_t goal) const { return goals_[goal].weight; }

private:
    using Term = std::uint32_t;
    static constexpr Term no_term = static_cast<Term>(-1);
    struct GoalTerms {
        std::vector<Term> terms;   // sorted
        std::vector<float> factors;   // of each term's weight in this goal
        std::vector<std::vector<Term>> alternatives;
        bool only_light = false;
        double weight = 0;
    };
    /// One goal that a term stands in.
    struct Of {
        std::uint32_t goal;
        float factor;              // light words, and those that the goal has from what it lies in, tell less of it
        bool heavy, sole;
    };

    Term term_of(const std::u32string& key);
    void add_goal(std::size_t index, std::span<const GoalWords> goals);
    void find_sole(std::span<const GoalWords> goals);
    void find_alternatives(std::size_t index, const std::string& words);
    Term topic_of(const std::string& said, const std::vector<ContentWord>& words) const;
    void find_terms(const std::vector<ContentWord>& words, std::vector<Term>& out) const;
    void find(const std::u32string& key, std::vector<Term>& out) const;
    void weigh(std::size_t statements);
    void score(std::size_t statement);

    std::unordered_map<std::u32string, Term> terms_;
    std::unordered_map<std::u32string, std::pair<Term, Term>> grown_together_;   // 커피챗 for 커피 챗
    std::vector<std::vector<Of>> goals_of_;              // each term
    std::vector<std::size_t> statements_with_;           // each term
    std::vector<double> weight_;                         // each term
    std::vector<std::uint8_t> is_number_, is_unit_, is_short_, is_light_, is_calendar_;
    std::vector<std::size_t> length_;     // of each term in signs; 0 of numbers
    std::vector<GoalTerms> goals_;
    std::vector<Term> found_;             // of all statements, one behind the other
    std::vector<std::size_t> first_;      // of each statement in found_
    std::vector<std::uint32_t> words_, heavy_words_;   // of each statement
    std::vector<Term> topic_;             // of each statement: the term it begins with, or no_term
    std::vector<std::size_t> before_;     // of each statement the one it goes on with, or itself
    std::vector<Likeness> scored_;
    std::vector<std::uint32_t> place_;    // of each goal in scored_, one more
};

}  // namespace dajim::journal
