// Vocabularies of headings, and their way down the tree in one pass.
#include "journal/sections.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "journal/shared_words.h"
#include "journal/tight.h"
#include "journal/verdict_words.h"
#include "text/kinds.h"

namespace dajim::journal {
namespace {

constexpr auto kAhead = std::to_array<std::u32string_view>({U"앞으로", U"다음", U"내년", U"향후", U"^try", U"^next", U"액션", U"^action", U"^todo", U"할일", U"활동계획", U"^future", U"시도해", U"시도할", U"해볼것", U"하고싶은", U"새해", U"이어서할"});
constexpr auto kKeep = std::to_array<std::u32string_view>({U"^keep", U"좋았", U"잘된", U"잘지킨", U"잘했", U"^whatworked", U"^highlights", U"^proud", U"좋은점", U"잘한", U"^liked", U"만족", U"뿌듯", U"^wentwell", U"^wins", U"성과"});
constexpr auto kProblem = std::to_array<std::u32string_view>({U"^problem", U"아쉬", U"안된", U"안되었", U"못했", U"힘들었", U"후회", U"^whatdidn't", U"^didn'tgo", U"^wentwrong", U"^lowlights", U"^struggles", U"^regret", U"부족", U"못한", U"^lacked", U"^sad", U"^mad", U"반성"});
constexpr auto kWritten = std::to_array<std::u32string_view>({U"작성한글", U"작성한포스", U"쓴글", U"써온글", U"올린글", U"발행한", U"제출한글", U"글목록", U"^written", U"^posts", U"^published"});
constexpr auto kPromises = std::to_array<std::u32string_view>({U"목표", U"다짐", U"계획", U"약속", U"결심", U"달성", U"정산", U"점검", U"^goal", U"^goals", U"^resolution", U"^resolutions", U"^okr", U"^promises"});

template <std::size_t count>
bool says(const Tight& heading, const std::array<std::u32string_view, count>& words) {
    for (std::size_t at = 0; at < heading.size(); ++at) {
        for (const std::u32string_view word : words) {
            const bool begins = word.front() == '^';
            const std::u32string_view letters = begins ? word.substr(1) : word;
            if (!heading.has(at, letters)) continue;
            if (!begins || ((heading.fresh[at] || at == 0 || !text::between(heading.at(at - 1), 'a', 'z')) && (heading.word_ends(at + letters.size()) || !text::between(heading.at(at + letters.size()), 'a', 'z')))) return true;
        }
    }
    return false;
}

constexpr std::size_t kLongestLabel = 60;   // signs; a longer item is a sentence and no heading of what lies in it

}  // namespace

std::vector<Section> sections(const text::Buffer& text, const Passages& passages) {
    std::vector<Section> within(passages.parts.size());   // what lies in each part
    std::vector<Section> out(passages.parts.size());
    for (std::size_t at = 0; at < passages.parts.size(); ++at) {
        const Part& part = passages.parts[at];
        if (part.parent != Part::none) out[at] = within[part.parent];
        within[at] = out[at];
        const bool heading = part.kind == PartKind::heading;
        if ((!heading && (part.kind != PartKind::item || part.end == at + 1)) || part.statements == passages.statements_end(at)) continue;
        const std::string words = passages.said(text, part.statements);
        const Tight tight = tighten(words);
        if (tight.size() > kLongestLabel) continue;
        Section& section = within[at];
        const bool keep = says(tight, kKeep), problem = says(tight, kProblem), ahead = says(tight, kAhead);
        if (keep + problem + ahead > 1) continue;   // "KPT (Keep, Problem, Try)" stands over all three
        if (ahead) section.ahead = true;
        if (says(tight, kWritten)) section.written = true;
        if (says(tight, kPromises)) section.promises = true;
        const Judgement judgement = read_judgement(words);
        if (judgement.kind && judgement.plain && content_words(words).empty()) {   // "지킨 것", not "저금 → 성공", which judges but itself
            section.kind = judgement.kind;
            section.plain = true;
        } else if (problem) {
            section.kind = VerdictKind::not_kept;
            section.plain = false;
        } else if (keep) {
            section.kind = VerdictKind::kept;
            section.plain = false;
        } else if (heading) {
            section.kind.reset();
        }
    }
    return out;
}

}  // namespace dajim::journal
