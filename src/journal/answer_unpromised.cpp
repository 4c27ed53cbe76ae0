// What a retrospective judges and no goal promised.
#include <algorithm>

#include "journal/answering.h"

namespace dajim::journal {

using Reason = Why::Reason;

/// What is judged outright and answers no goal: headings and items that end in a verdict, sentences that name it a goal.
void Answering::propose_unpromised() {
    std::sort(covered_.begin(), covered_.end());
    std::unordered_set<std::u32string> named;   // by those before
    std::size_t covered = 0, behind = 0;   // parts below `behind` lie in an answer or in a phantom
    for (std::size_t at = 0; at < passages_.parts.size(); ++at) {
        for (; covered < covered_.size() && covered_[covered].first <= at; ++covered) behind = std::max(behind, covered_[covered].second);
        if (at < behind || sections_[at].ahead) continue;
        const Part& part = passages_.parts[at];
        for (std::size_t statement = part.statements; statement < passages_.statements_end(at); ++statement) {
            if (taken_by_[statement] != none || !is_unpromised(statement)) continue;
            if (!is_new(statement, named)) break;
            const Judgement& said = judgement(statement);
            const std::optional<VerdictKind> kind = said.plain ? said.kind : sections_[at].kind;
            out_.push_back({std::nullopt, passages_.statements[statement].range, kind, said.still_right, {Reason::verdict_words, said.plain ? said.quote : text_.text(passages_.parts[part.parent].words)}});
            if (part.kind != PartKind::prose) behind = std::max(behind, part.end);
            break;
        }
    }
}

bool Answering::is_unpromised(std::size_t statement) {
    const Part& part = part_of(statement);
    const Section& section = section_of(statement);
    const Judgement& said = judgement(statement);
    if (index_.words_of(statement) == 0 || part.kind == PartKind::quote) return false;
    if (part.kind == PartKind::prose || !passages_.first_of_part(statement)) return said.plain && says_promise(statement);
    if (!said.plain) return section.plain && part.kind == PartKind::item && part.parent == part.heading && index_.words_of(statement) <= 8;
    return said.set_off || section.promises;
}

/// A sentence that calls what it judges a goal.
bool Answering::says_promise(std::size_t statement) const {
    const std::string said = passages_.said(text_, statement);
    if (said.find('%') != std::string::npos || index_.words_of(statement) < 2) return false;   // that is about all of them
    const std::vector<ContentWord> words = content_words(said);
    for (const std::string_view promise : {"목표", "다짐", "계획", "약속", "결심", "goal", "resolution"}) {
        for (std::size_t at = said.find(promise); at != std::string::npos; at = said.find(promise, at + promise.size())) {
            // "글쓰기 목표는", not "올해의 목표는", which is about all of them
            if (std::any_of(words.begin(), words.end(), [&](const ContentWord& word) { return !word.number && word.end <= at && word.end + 1 >= at; })) return true;
        }
    }
    return false;
}

/// Not said before in other words.
bool Answering::is_new(std::size_t statement, std::unordered_set<std::u32string>& named) const {
    std::vector<std::u32string> keys;
    for (ContentWord& word : content_words(passages_.said(text_, statement))) {
        if (!word.number) keys.push_back(std::move(word.key));
    }
    if (keys.empty()) return false;
    const auto known = static_cast<std::size_t>(std::count_if(keys.begin(), keys.end(), [&](const std::u32string& key) { return named.contains(key); }));
    const bool named_before = part_of(statement).kind == PartKind::prose ? known > 0 : known * 2 >= keys.size();
    if (named_before) return false;
    for (std::size_t at = 1; at < keys.size(); ++at) named.insert(keys[at - 1] + keys[at]);   // 책읽기 for 책 읽기
    named.insert(keys.begin(), keys.end());
    return true;
}

}  // namespace dajim::journal
