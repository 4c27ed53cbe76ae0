// Headings that look ahead, and what stands under them; see propose_next.h.
#include "journal/propose_next.h"

#include <algorithm>
#include <array>

#include "journal/goal_sentences.h"
#include "journal/outline.h"
#include "journal/words.h"
#include "text/utf8.h"

namespace dajim::journal {
namespace {

using Kind = Block::Kind;

constexpr std::size_t longest_heading = 120;    // bytes; a longer line is a sentence
constexpr std::size_t longest_sentence = 400;   // bytes; more is a paragraph and no goal

struct Word { std::string_view letters; Onwards says; };

/// Korean, found wherever it stands; blanks left out.
constexpr auto korean = std::to_array<Word>({
    {"그만둘", Onwards::stop},      {"그만할", Onwards::stop},    {"버릴것", Onwards::stop},     {"줄일것", Onwards::stop},
    {"계속할", Onwards::keep},      {"유지할", Onwards::keep},    {"이어갈", Onwards::keep},     {"지속할", Onwards::keep},
    {"아쉬", Onwards::problem},     {"부족", Onwards::problem},   {"후회", Onwards::problem},    {"반성", Onwards::problem},
    {"개선할", Onwards::problem},   {"문제점", Onwards::problem}, {"다음", Onwards::next},       {"앞으로", Onwards::next},
    {"내년", Onwards::next},        {"향후", Onwards::next},      {"새해", Onwards::next},       {"시작할", Onwards::next},
    {"시도할", Onwards::next},      {"시도해", Onwards::next},    {"해볼것", Onwards::next},     {"바라게된", Onwards::next},
    {"바라는", Onwards::next},      {"액션", Onwards::next},      {"하고싶은", Onwards::next},
});
/// English, the first word of a heading (its number and its signs left out).
constexpr auto english = std::to_array<Word>({
    {"keep", Onwards::keep},        {"continue", Onwards::keep},   {"problem", Onwards::problem}, {"problems", Onwards::problem},
    {"lacked", Onwards::problem},   {"regret", Onwards::problem},  {"regrets", Onwards::problem}, {"regretted", Onwards::problem},
    {"disliked", Onwards::problem}, {"try", Onwards::next},        {"start", Onwards::next},      {"next", Onwards::next},
    {"action", Onwards::next},      {"actions", Onwards::next},    {"todo", Onwards::next},       {"longed", Onwards::next},
    {"future", Onwards::next},      {"stop", Onwards::stop},
});
/// … and phrases that may stand anywhere in it.
constexpr auto phrases = std::to_array<Word>({
    {"what went wrong", Onwards::problem}, {"could have gone better", Onwards::problem}, {"to improve", Onwards::problem},
    {"next time", Onwards::next},          {"what comes next", Onwards::next},           {"going forward", Onwards::next},
    {"looking ahead", Onwards::next},      {"next year", Onwards::next},                 {"next steps", Onwards::next},
});
/// A heading with one of these speaks of something else ("다음과 같다"), or of both sides at once ("좋았던 점과 아쉬운 점").
constexpr auto otherwise = std::to_array<std::string_view>({"다음과같", "다음글", "다음은좋", "다음은아", "좋았", "잘한", "만족", "problemsolving"});

bool is_letter(char sign) { return sign >= 'a' && sign <= 'z'; }

std::string without_blanks(std::string_view words) {
    std::string out;
    for (const char sign : words) {
        if (sign != ' ' && sign != '\t') out += sign;
    }
    return out;
}

Carried hint(Onwards section) {
    switch (section) {
        case Onwards::next: return Carried::raised;
        case Onwards::stop: return Carried::lowered;
        case Onwards::keep:
        case Onwards::problem: break;
    }
    return Carried::same;
}

/// Has it words at all, and not only signs ("-", "없음.")?
bool says_something(std::string_view words) {
    if (words.size() > longest_sentence) return false;
    const std::string bare = without_blanks(plain(words));
    for (const std::string_view nothing : {"없음", "없다", "없음.", "없다.", "none", "none.", "n/a", "-", "x"}) {
        if (bare == nothing) return false;
    }
    return std::any_of(bare.begin(), bare.end(), [](char sign) { return is_letter(sign) || (static_cast<unsigned char>(sign) & 0x80) != 0; });
}

}  // namespace

std::optional<Onwards> heading_onwards(std::string_view heading) {
    const std::string words = plain(trimmed(heading));
    if (words.size() > longest_heading) return std::nullopt;
    std::size_t begin = 0, length = 0;   // behind numbers, signs and pictures
    for (; begin < words.size() && !is_letter(words[begin]); begin += length) {
        const char32_t sign = text::decode(words, begin, length);
        if (sign >= 0x80 && is_word_sign(sign)) break;
    }
    std::size_t end = begin;
    while (end < words.size() && is_letter(words[end])) ++end;
    const bool goes_on = end < words.size() && std::string_view("._-'").find(words[end]) != std::string_view::npos;   // "Next.js"
    const std::string_view first = std::string_view(words).substr(begin, goes_on ? 0 : end - begin);
    const std::string tight = without_blanks(words);
    if (std::any_of(otherwise.begin(), otherwise.end(), [&](std::string_view one) { return tight.find(one) != std::string::npos; })) return std::nullopt;
    for (const Word& word : english) {
        if (first == word.letters) return word.says;
    }
    for (const Word& phrase : phrases) {
        if (has_word(words, phrase.letters)) return phrase.says;
    }
    for (const Word& word : korean) {
        if (tight.find(word.letters) != std::string::npos) return word.says;
    }
    return std::nullopt;
}

std::vector<NextProposal> propose_next(const text::Buffer& retrospective, std::size_t skip) {
    const std::vector<Block> blocks = outline(retrospective, skip);
    struct Over { std::optional<Onwards> says; std::size_t heading = 0; };   // what stands over a block's own, and who says so
    std::vector<Over> within(blocks.size());
    std::vector<bool> lists(blocks.size());      // an item stands under this heading: its prose only leads in
    std::vector<bool> titles(blocks.size());     // over headings of their own: they speak of all of it
    for (const Block& block : blocks) {
        if (block.kind == Kind::heading && block.heading && blocks[*block.heading].level <= 1) titles[*block.heading] = true;
        if (block.kind == Kind::item && !block.quoted && block.heading) lists[*block.heading] = true;
    }
    std::vector<NextProposal> out;
    const auto propose = [&](text::Range range, const Over& over) {
        if (!says_something(retrospective.text(range))) return;
        out.push_back({range, *over.says, std::string(words_of(retrospective, blocks[over.heading])), hint(*over.says)});
    };
    for (std::size_t at = 0; at < blocks.size(); ++at) {
        const Block& block = blocks[at];
        const std::string_view words = words_of(retrospective, block);
        const bool in_item = block.kind != Kind::heading && block.parent;
        Over over = in_item ? within[*block.parent] : block.heading ? within[*block.heading] : Over{};
        if (block.kind == Kind::heading) {
            const std::optional<Onwards> says = titles[at] ? std::nullopt : heading_onwards(words);
            within[at] = says ? Over{says, at} : over;
            continue;
        }
        if (block.kind == Kind::item && block.children > 0 && words.size() <= longest_heading) {
            if (const std::optional<Onwards> says = heading_onwards(words)) {   // "- Try" over its own items
                within[at] = {says, at};
                continue;
            }
        }
        if (!over.says || block.quoted) {
            within[at] = over;
            continue;
        }
        if (block.kind == Kind::item) {
            propose(block.words, over);   // those in it tell of it
            continue;
        }
        if (in_item || (block.heading && lists[*block.heading])) continue;
        for (const Sentence& sentence : sentences(words)) {
            const text::Position begin = block.words.begin;
            propose({{begin.paragraph, begin.byte + sentence.begin}, {begin.paragraph, begin.byte + sentence.end}}, over);
        }
    }
    return out;
}

}  // namespace dajim::journal
