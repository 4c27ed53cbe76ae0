// Answering's inside, parted by question: which statement (propose_answers.cpp), is it enough (answer_fit.cpp), how far does it go and what
// does it say (answer_extent.cpp), what was never promised (answer_unpromised.cpp).
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_set>
#include <utility>
#include <vector>

#include "journal/likeness.h"
#include "journal/passages.h"
#include "journal/proposals.h"
#include "journal/restraint.h"
#include "journal/sections.h"
#include "journal/verdict_words.h"

namespace dajim::journal {

/// Reads one retrospective for one list of goals.
class Answering {
public:
    Answering(std::span<const GoalWords> goals, const text::Buffer& text, std::size_t skip)
        : goals_(goals), text_(text), passages_(cut(text, skip)), sections_(sections(text, passages_)), index_(goals, text, passages_),
          judgements_(passages_.statements.size()), candidates_(goals.size()), choices_(goals.size()), taken_by_(passages_.statements.size(), none) {}

    std::vector<AnswerProposal> run();

private:
    static constexpr std::size_t none = static_cast<std::size_t>(-1);
    static constexpr std::size_t kReadTogether = 12;   // statements that one verdict is read from

    struct Candidate {
        Likeness likeness;
        double score = 0;
        bool in_area = false;    // under a heading that names the goal's area
        bool quoted = false;     // it repeats the goal's words and no more
    };
    struct Choice {
        Candidate candidate;
        bool by_order = false;
    };
    struct Extent {
        text::Range range;
        std::optional<VerdictKind> verdict;
        std::optional<bool> still_right;
        bool plain = false;
        std::size_t end = 0;      // the first part behind it
    };

    const Part& part_of(std::size_t statement) const { return passages_.parts[passages_.statements[statement].part]; }
    const Section& section_of(std::size_t statement) const { return sections_[passages_.statements[statement].part]; }

    const Judgement& judgement(std::size_t statement);
    Judgement judgement_of(std::size_t goal, std::size_t statement);
    void find_topics();
    void find_areas();
    bool in_area(std::size_t goal, std::size_t statement) const;
    void consider(const Likeness& likeness);
    void choose();
    bool may_take(std::size_t goal, std::size_t statement) const;
    void take(std::size_t goal, Choice choice);
    void choose_by_order();
    void fill_by_order(std::size_t first, std::size_t last);
    std::vector<std::size_t> siblings_of(std::size_t at, std::size_t count) const;
    void choose_more();
    bool near_each_other(const Candidate& a, const Candidate& b) const;
    Why why(std::size_t goal, const Choice& choice) const;

    // answer_fit.cpp
    /// Says the goal's words and hardly more: a heading, a list's item or a quote that names it.
    bool is_label_of(const Likeness& likeness) { return is_label(likeness) || names(likeness); }
    static bool is_label(const Likeness& likeness) { return likeness.covered >= 0.66 && likeness.answered >= 0.6; }
    bool fits(const Candidate& candidate);
    bool points_elsewhere(std::size_t statement) const;
    bool names_promise(std::size_t statement) const;
    bool names(const Likeness& likeness);
    bool tail_judges(const Candidate& candidate);
    bool says_anything(const Candidate& candidate);
    bool is_listed_post(std::size_t statement) const;
    std::size_t tail_of(const Candidate& candidate) const;
    std::size_t first_heading(std::size_t from, std::size_t to) const;
    bool is_near(std::size_t from, std::size_t part) const;

    // answer_extent.cpp
    void propose(std::size_t goal, const Choice& choice);
    Extent extent_of(const Choice& choice);
    std::size_t with_judgement_behind(std::size_t statement, std::size_t last);
    void judge(std::size_t goal, std::size_t statement, std::size_t last, bool quote, Extent& out);
    static void set(const Judgement& judgement, Extent& out);
    void find_still_right(std::size_t statement, std::size_t last, Extent& out);
    void by_number(std::size_t goal, std::size_t statement, Extent& extent);
    static bool counts_alike(std::string_view a, std::string_view b);
    std::optional<double> number_like(std::size_t goal, double amount, const std::string& said) const;

    // answer_unpromised.cpp
    void propose_unpromised();
    bool is_unpromised(std::size_t statement);
    bool says_promise(std::size_t statement) const;
    bool is_new(std::size_t statement, std::unordered_set<std::u32string>& named) const;

    std::span<const GoalWords> goals_;
    const text::Buffer& text_;
    Passages passages_;
    std::vector<Section> sections_;
    LikenessIndex index_;
    std::vector<std::optional<Judgement>> judgements_;   // of each statement
    std::vector<std::vector<Candidate>> candidates_;     // of each goal, best first
    std::vector<std::vector<Choice>> choices_;           // of each goal
    std::vector<std::size_t> taken_by_;                  // each statement; none: by no goal
    std::vector<std::size_t> area_of_heading_;           // each part
    std::vector<bool> holds_topics_;                     // each goal
    std::vector<Restraint> restraints_;                  // each goal
    std::vector<std::pair<std::size_t, std::size_t>> covered_;   // parts of answers
    std::vector<AnswerProposal> out_;
};

}  // namespace dajim::journal
