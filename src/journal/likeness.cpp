// An index from the goals' words; every statement is looked up in it once.
#include "journal/likeness.h"

#include <algorithm>
#include <cmath>
#include <optional>

#include "text/hangul.h"

namespace dajim::journal {
namespace {

constexpr std::size_t kCommon = 64;      // goals with one word; a word of more tells none of them
constexpr std::size_t kMostWeighed = 5;    // words of a goal that an answer can be expected to repeat
constexpr double kUnheard = 0.6;           // how much a word counts that the retrospective has nowhere
constexpr double kUnheardNumber = 0.2;     // "5번" is answered by "3번"
constexpr float kLight = 0.35F;             // … how much one that stands in goals of every kind
constexpr float kInherited = 0.5F;         // … one that the area around the goal has too
constexpr std::size_t kLongestPart = 8;    // signs of a word within a longer one

bool is_hangul(const std::u32string& key) { return !key.empty() && text::is_syllable(key.front()) && text::is_syllable(key.back()); }

/// Behind an English subject stands a verb: "The journal lasted", not "paint prices".
bool begins_predicate(std::string_view rest) {
    rest = rest.substr(std::min(rest.find_first_not_of(" *_`\"'"), rest.size()));
    const std::string_view word = rest.substr(0, rest.find_first_of(" .,;:!?"));
    if (word.empty() || word.ends_with("ed")) return true;
    for (const std::string_view verb : {"was", "were", "is", "are", "has", "had", "went", "did", "didn't", "never", "fell", "got", "became", "took", "came", "happened", "worked", "wasn't", "isn't", "and"}) {
        if (word == verb) return true;
    }
    return false;
}

std::u32string unit_key(std::u32string_view number) {
    std::u32string key = U"#";
    key += counted_in(number);
    return key;
}

}  // namespace

std::string words_of_address(std::string_view said) {
    const std::size_t link = said.find("](http");
    if (link == std::string_view::npos) return {};
    std::string_view address = said.substr(link + 2, said.find(')', link + 2) - (link + 2));
    address = address.substr(0, address.find_first_of("?#"));
    while (address.ends_with('/')) address.remove_suffix(1);
    const std::size_t slash = address.rfind('/');
    if (slash == std::string_view::npos || slash < std::string_view("https://").size()) return {};
    address.remove_prefix(slash + 1);
    address = address.substr(0, address.find('.'));
    std::string out(address);
    std::ranges::replace_if(out, [](char c) { return c == '-' || c == '_' || c == '%'; }, ' ');
    return out;
}

LikenessIndex::LikenessIndex(std::span<const GoalWords> goals, const text::Buffer& text, const Passages& passages) {
    goals_.resize(goals.size());
    place_.assign(goals.size(), 0);
    for (std::size_t goal = 0; goal < goals.size(); ++goal) add_goal(goal, goals);
    find_sole(goals);
    statements_with_.assign(goals_of_.size(), 0);
    std::vector<Term> found;
    for (const Statement& statement : passages.statements) {
        const std::string said = text.text(statement.range);
        const std::vector<ContentWord> words = content_words(said);
        found.clear();
        find_terms(words, found);
        const PartKind kind = passages.parts[statement.part].kind;
        if (kind == PartKind::item || kind == PartKind::row) {
            if (const std::string address = words_of_address(said); !address.empty()) find_terms(content_words(address), found);
        }
        first_.push_back(found_.size());
        found_.insert(found_.end(), found.begin(), found.end());
        words_.push_back(static_cast<std::uint32_t>(words.size()));
        heavy_words_.push_back(static_cast<std::uint32_t>(std::count_if(words.begin(), words.end(), [](const ContentWord& word) { return !word.light && !word.number; })));
        topic_.push_back(topic_of(said, words));
        before_.push_back(passages.before(before_.size()));
        for (const Term term : found) ++statements_with_[term];
    }
    first_.push_back(found_.size());
    weigh(passages.statements.size());
}

LikenessIndex::Term LikenessIndex::term_of(const std::u32string& key) {
    const auto [place, is_new] = terms_.try_emplace(key, static_cast<Term>(goals_of_.size()));
    if (is_new) {
        goals_of_.emplace_back();
        is_light_.push_back(0);
        is_calendar_.push_back(key == U"#월" || key == U"#년" || key == U"#일" || key == U"#주" || key == U"#달");
        is_unit_.push_back(key.front() == '#' && key.size() > 1);
        is_number_.push_back(key.front() >= '0' && key.front() <= '9' && !counted_in(key).empty());
        length_.push_back(is_number_.back() || is_unit_.back() ? 0 : key.size());
        is_short_.push_back(key.size() == 1 || (key.front() >= '0' && key.front() <= '9'));
    }
    return place->second;
}

void LikenessIndex::add_goal(std::size_t index, std::span<const GoalWords> goals) {
    GoalTerms& here = goals_[index];
    const std::vector<ContentWord> all = content_words(goals[index].words);
    const bool only_light = here.only_light = std::all_of(all.begin(), all.end(), [](const ContentWord& word) { return word.light || word.number; });
    for (std::size_t at = 0; at < all.size(); ++at) {
        here.terms.push_back(term_of(all[at].key));
        if (all[at].light) is_light_[here.terms.back()] = 1;
        if (all[at].number && !counted_in(all[at].key).empty()) here.terms.push_back(term_of(unit_key(all[at].key)));
        if (at > 0 && is_hangul(all[at].key) && is_hangul(all[at - 1].key) && all[at].key.size() + all[at - 1].key.size() <= kLongestPart) {
            grown_together_.try_emplace(all[at - 1].key + all[at].key, terms_.at(all[at - 1].key), terms_.at(all[at].key));
        }
    }
    std::sort(here.terms.begin(), here.terms.end());
    here.terms.erase(std::unique(here.terms.begin(), here.terms.end()), here.terms.end());
    for (const Term term : here.terms) {
        const bool light = is_light_[term] && !only_light;
        const std::optional<std::size_t> parent = goals[index].parent;
        const bool inherited = parent && *parent < index && std::binary_search(goals_[*parent].terms.begin(), goals_[*parent].terms.end(), term);
        here.factors.push_back((light ? kLight : 1.0F) * (inherited ? kInherited : 1.0F));
        goals_of_[term].push_back({static_cast<std::uint32_t>(index), here.factors.back(), !light, false});
    }
    if (goals[index].kind == ProposalKind::topic) find_alternatives(index, goals[index].words);
}

void LikenessIndex::find_alternatives(std::size_t index, const std::string& words) {
    std::string_view rest = words;
    if (const std::size_t colon = rest.find(':'); colon != std::string_view::npos) rest.remove_prefix(colon + 1);
    if (rest.find_first_of(",/") == std::string_view::npos) return;
    while (!rest.empty()) {
        const std::size_t end = rest.find_first_of(",/");
        std::vector<Term> one;
        for (const ContentWord& word : content_words(rest.substr(0, end))) {
            const auto term = terms_.find(word.key);   // the same word may read otherwise in the whole
            if (!word.light && !word.number && term != terms_.end()) one.push_back(term->second);
        }
        constexpr std::size_t longest = 2;   // words of one thing
        if (!one.empty() && one.size() <= longest) goals_[index].alternatives.push_back(std::move(one));
        rest = end == std::string_view::npos ? std::string_view() : rest.substr(end + 1);
    }
}

bool LikenessIndex::has_alternative(std::size_t goal, std::size_t statement) const {
    const auto begin = found_.begin() + static_cast<std::ptrdiff_t>(first_[statement]), end = found_.begin() + static_cast<std::ptrdiff_t>(first_[statement + 1]);
    return std::ranges::any_of(goals_[goal].alternatives, [&](const std::vector<Term>& terms) {
        return std::ranges::all_of(terms, [&](Term term) { return std::find(begin, end, term) != end; });
    });
}

/// A term tells a goal from all others when these lie in it, or it in them.
void LikenessIndex::find_sole(std::span<const GoalWords> goals) {
    for (Term term = 0; term < goals_of_.size(); ++term) {
        if (is_number_[term] || is_calendar_[term] || goals_of_[term].size() > 8) continue;
        for (Of& one : goals_of_[term]) {
            one.sole = one.heavy && std::all_of(goals_of_[term].begin(), goals_of_[term].end(), [&](const Of& other) {
                return other.goal == one.goal || goals[one.goal].parent == other.goal || goals[other.goal].parent == one.goal;
            });
        }
    }
}

/// What a statement is about: its first word with 은 or 는, else the one it begins with, if that is set apart from what follows: by a particle
/// ("학원을", not "요리 프로그램이"), a colon, a dash, an end. In English any first word is.
LikenessIndex::Term LikenessIndex::topic_of(const std::string& said, const std::vector<ContentWord>& words) const {
    const auto tells = [](const ContentWord& word) { return !word.light && !word.number; };
    const auto written = [&](const ContentWord& word) { return std::string_view(said).substr(word.begin, word.end - word.begin); };
    const auto ends = [&](const ContentWord& word, std::span<const std::string_view> particles) {
        return is_hangul(word.key) && std::ranges::any_of(particles, [&](std::string_view particle) { return written(word).ends_with(particle); });
    };
    static constexpr std::string_view topical[] = {"은", "는"}, others[] = {"도", "을", "를", "이", "가", "만", "라면"};
    auto one = std::ranges::find_if(words, [&](const ContentWord& word) { return tells(word) && ends(word, topical); });
    if (one == words.end()) {
        one = std::ranges::find_if(words, tells);
        if (one == words.end()) return no_term;
        // A compound may stand as two words: 사진 전시회를
        if (one + 1 != words.end() && terms_.contains(one->key + (one + 1)->key)) ++one;
        const std::string_view rest = std::string_view(said).substr(one->end);
        const std::size_t next = rest.find_first_not_of(" *_`\"'");
        const bool apart = next == std::string_view::npos || rest[next] == ':' || rest[next] == '-' || rest[next] == '(' || rest[next] == ',' || rest[next] == '.' || rest.substr(next).starts_with("→");
        if (is_hangul(one->key)) {
            if (!apart && !ends(*one, others)) return no_term;
        } else if (!apart) {
            auto last = one;
            std::vector<Term> with;
            for (; last + 1 != words.end() && (last + 1)->begin <= last->end + 1; ++last, with.clear()) {
                find((last + 1)->key, with);
                if (with.empty()) break;
            }
            if (!begins_predicate(std::string_view(said).substr(last->end))) return no_term;
        }
    }
    const std::string_view before = std::string_view(said).substr(0, one->begin);
    for (const std::string_view other : {"그 ", "이 ", "저 ", "that ", "this ", "my brother", "my sister"}) {
        if (before.ends_with(other) && (before.size() == other.size() || before[before.size() - other.size() - 1] == ' ')) return no_term;   // another one than one's own
    }
    if (one != words.begin()) {
        if (const auto together = terms_.find((one - 1)->key + one->key); together != terms_.end()) return together->second;
    }
    std::vector<Term> found;
    find(one->key, found);
    return found.empty() ? no_term : found.front();
}

void LikenessIndex::find(const std::u32string& key, std::vector<Term>& out) const {
    if (const auto term = terms_.find(key); term != terms_.end()) {
        out.push_back(term->second);
        return;
    }
    if (const auto both = grown_together_.find(key); both != grown_together_.end()) {
        out.push_back(both->second.first);
        out.push_back(both->second.second);
        return;
    }
    if (!is_hangul(key) || key.size() < 3 || key.size() > 2 * kLongestPart) return;
    const std::size_t longest = std::min(key.size() - 1, kLongestPart);   // a word at its beginning or its end: 발표자, 알고리즘스터디
    for (std::size_t length = longest; length >= 2; --length) {
        auto part = terms_.find(key.substr(0, length));
        if (part == terms_.end()) part = terms_.find(key.substr(key.size() - length));
        if (part == terms_.end()) continue;
        out.push_back(part->second);
        return;
    }
}

void LikenessIndex::find_terms(const std::vector<ContentWord>& words, std::vector<Term>& out) const {
    for (std::size_t at = 0; at < words.size(); ++at) {
        find(words[at].key, out);
        if (words[at].number && !counted_in(words[at].key).empty()) find(unit_key(words[at].key), out);
        if (at == 0 || !is_hangul(words[at].key) || !is_hangul(words[at - 1].key)) continue;
        if (const auto together = terms_.find(words[at - 1].key + words[at].key); together != terms_.end()) out.push_back(together->second);
    }
    std::sort(out.begin(), out.end());
    out.erase(std::unique(out.begin(), out.end()), out.end());
}

void LikenessIndex::weigh(std::size_t statements) {
    weight_.resize(goals_of_.size());
    const double all = static_cast<double>(statements + goals_.size());
    for (Term term = 0; term < weight_.size(); ++term) {
        const double with = static_cast<double>(statements_with_[term] + goals_of_[term].size());
        weight_[term] = std::min(std::log(1 + all / with), 5.0);
        if (is_unit_[term]) weight_[term] *= 0.3;
        else if (is_short_[term]) weight_[term] *= 0.7;
    }
    std::vector<double> weights;
    for (GoalTerms& goal : goals_) {
        weights.clear();
        for (std::size_t at = 0; at < goal.terms.size(); ++at) {
            const Term term = goal.terms[at];
            weights.push_back(weight_[term] * static_cast<double>(goal.factors[at]) * (statements_with_[term] > 0 ? 1 : is_number_[term] || is_unit_[term] ? kUnheardNumber : kUnheard));
        }
        std::sort(weights.rbegin(), weights.rend());
        for (std::size_t at = 0; at < std::min(weights.size(), kMostWeighed); ++at) goal.weight += weights[at];
    }
}

void LikenessIndex::score(std::size_t statement) {
    scored_.clear();
    const auto begin = found_.begin() + static_cast<std::ptrdiff_t>(first_[statement]), end = found_.begin() + static_cast<std::ptrdiff_t>(first_[statement + 1]);
    for (auto at = begin; at != end; ++at) {
        const Term term = *at;
        if (goals_of_[term].size() > kCommon) continue;
        for (const Of& of : goals_of_[term]) {
            const std::uint32_t goal = of.goal;
            if (place_[goal] == 0) {
                Likeness likeness;
                likeness.goal = goal;
                likeness.statement = statement;
                scored_.push_back(likeness);
                place_[goal] = static_cast<std::uint32_t>(scored_.size());
            }
            Likeness& likeness = scored_[place_[goal] - 1];
            likeness.shared += weight_[term] * static_cast<double>(of.factor);
            if (!is_unit_[term] && of.heavy) ++likeness.words;
            if (of.sole && is_unit_[term]) likeness.sole_unit = true;
            else if (of.sole) likeness.sole = true;
            if (of.sole && term == topic_[statement]) likeness.leads = true;
            if (is_number_[term]) likeness.number = true;
            if (is_unit_[term]) likeness.unit = true;
        }
    }
    const std::size_t before = before_[statement];
    for (std::size_t at = first_[before]; before != statement && at < first_[before + 1]; ++at) {
        const Term term = found_[at];
        if (goals_of_[term].size() > kCommon || std::binary_search(begin, end, term)) continue;
        for (const Of& of : goals_of_[term]) {
            if (place_[of.goal] == 0) continue;   // a statement says something of a goal itself
            Likeness& likeness = scored_[place_[of.goal] - 1];
            likeness.shared += 0.5 * weight_[term] * static_cast<double>(of.factor);
            if (!is_unit_[term] && of.heavy) ++likeness.near;
        }
    }
    for (Likeness& likeness : scored_) {
        place_[likeness.goal] = 0;
        const double weight = goals_[likeness.goal].weight;
        likeness.covered = weight > 0 ? std::min(1.0, likeness.shared / weight) : 0;
        likeness.answered = heavy_words_[statement] > 0 ? std::min(1.0, static_cast<double>(likeness.words + (likeness.unit && !likeness.number ? 1 : 0)) / heavy_words_[statement]) : 0;
    }
}

std::vector<ContentWord> LikenessIndex::shared_words(std::size_t goal, const std::string& said) const {
    std::vector<ContentWord> out;
    const std::vector<Term>& terms = goals_[goal].terms;
    const std::vector<ContentWord> words = content_words(said);
    std::vector<Term> found;
    for (std::size_t at = 0; at < words.size(); ++at) {
        found.clear();
        find(words[at].key, found);
        if (at > 0) {
            if (const auto together = terms_.find(words[at - 1].key + words[at].key); together != terms_.end()) found.push_back(together->second);
        }
        const bool shared = std::any_of(found.begin(), found.end(), [&](Term term) { return std::binary_search(terms.begin(), terms.end(), term); });
        if (shared) out.push_back(words[at]);
    }
    return out;
}

bool LikenessIndex::is_telling(const Likeness& likeness) const {
    constexpr std::size_t rare = 3, telling_length = 3;
    const std::vector<Term>& terms = goals_[likeness.goal].terms;
    for (std::size_t at = first_[likeness.statement]; at < first_[likeness.statement + 1]; ++at) {
        const Term term = found_[at];
        if (statements_with_[term] <= rare && length_[term] >= telling_length && std::binary_search(terms.begin(), terms.end(), term)) return true;
    }
    return false;
}

double LikenessIndex::only_of(std::size_t goal, std::size_t other, std::size_t statement) const {
    double weight = 0;
    for (std::size_t at = first_[statement]; at < first_[statement + 1]; ++at) {
        const Term term = found_[at];
        const auto has = [&](std::size_t which) { return std::binary_search(goals_[which].terms.begin(), goals_[which].terms.end(), term); };
        if (has(goal) && !has(other)) weight += weight_[term];
    }
    return weight;
}

}  // namespace dajim::journal
