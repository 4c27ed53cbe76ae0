// Two questions of each sentence: does it name the future self, and does it speak to or wonder about them? See echo_words.h.
#include "journal/echo_words.h"

#include <algorithm>
#include <initializer_list>
#include <string>
#include <string_view>

#include "journal/goal_sentences.h"
#include "journal/words.h"

namespace dajim::journal {
namespace {

using Words = std::initializer_list<std::string_view>;

constexpr std::size_t longest_greeting = 60;    // bytes of a line that only greets
constexpr std::size_t most_of_a_letter = 40;    // paragraphs under it

bool holds_any(std::string_view text, Words words) {
    return std::any_of(words.begin(), words.end(), [&](std::string_view word) { return text.find(word) != std::string_view::npos; });
}
bool has_any(std::string_view text, Words words) {
    return std::any_of(words.begin(), words.end(), [&](std::string_view word) { return has_word(text, word); });
}

/// Where the words behind the name of the future self begin, in a text without blanks; npos: it is not named.
std::size_t named_in_korean(std::string_view tight) {
    for (const std::string_view self : {"나", "내"}) {
        for (const std::string_view when : {"미래의", "훗날의", "먼훗날", "개월후의", "개월뒤의", "달후의", "달뒤의", "년후의", "년뒤의", "해뒤의", "주후의", "주뒤의", "일후의", "일뒤의", "기수가끝난뒤의", "기수가끝난후의", "기수가끝날때의", "끝날때의", "끝났을때의", "끝난뒤의",
                                            "끝난후의", "연말의", "내년의", "그때의", "회고를쓰는", "회고를쓸", "회고할", "돌아볼", "이글을다시읽을", "이글을읽을", "이글을읽고있을", "다시읽을"}) {
            std::string name(when);
            name += self;
            if (const std::size_t at = tight.find(name); at != std::string_view::npos) {
                // "6개월 후의 나라 사정": another word.
                const std::string_view behind = tight.substr(at + name.size());
                if (!behind.starts_with("라") && !behind.starts_with("이") && !behind.starts_with("머")) return at + name.size();
            }
        }
    }
    return std::string_view::npos;
}

bool speaks_in_korean(std::string_view sentence) {
    std::string tight(sentence);
    std::erase(tight, ' ');
    const std::size_t at = named_in_korean(tight);
    if (at == std::string::npos) return false;
    const std::string_view behind = std::string_view(tight).substr(at);
    if (holds_any(behind, {"위해", "위한", "투자", "도움", "떠넘", "미루", "미룬", "맡기", "빚", "선물"})) return false;
    for (const std::string_view to : {"에게", "한테", "께", "야", "아,", "여,", ",", "!"}) {
        if (behind.starts_with(to)) return true;
    }
    return holds_any(behind, {"궁금", "기대된", "기대됩", "기대돼", "어떨까", "어떤모습", "어떤사람", "있을까", "했을까", "됐을까", "되었을까", "지켰을까", "잘지내", "안녕", "부탁해", "부탁한다", "수고했", "고마워", "보고있니", "읽고있니", "만나자", "?"});
}

bool speaks_in_english(std::string_view sentence) {
    if (has_any(sentence, {"dear me", "dear future", "hello future", "hi future", "hey future", "to future me", "to my future self", "a letter to myself", "a note to myself in"})) return true;
    const bool named = has_any(sentence, {"future me", "future self", "me in a year", "me in one year", "me in six months", "me in 6 months", "me in three months", "me in 3 months", "myself in six months", "myself in 6 months", "myself in a year",
                                          "me at the end of", "who i will be", "where i will be", "where i'll be", "who i'll be"});
    return named && has_any(sentence, {"wonder", "curious", "are you", "did you", "do you", "have you", "hope you", "remember that", "can't wait"});
}

bool speaks(std::string_view sentence) { return speaks_in_korean(sentence) || speaks_in_english(sentence); }

/// Where a line's words begin behind the signs of lists, quotes and headings.
std::size_t words_begin(std::string_view line) {
    const std::size_t at = line.find_first_not_of(" \t#>-*+");
    return at == std::string_view::npos ? line.size() : at;
}

bool is_blank(std::string_view line) { return trimmed(line).empty(); }

}  // namespace

std::vector<text::Range> echo_sentences(const text::Buffer& resolution, std::size_t skip) {
    std::vector<text::Range> out;
    for (std::size_t at = skip; at < resolution.paragraphs(); ++at) {
        const std::string_view line = resolution.paragraph(at);
        const std::size_t from = words_begin(line);
        const std::string_view words = trimmed(line.substr(from));
        const bool heading = line.starts_with('#');
        const std::string whole = plain(words);
        const bool greets = words.size() <= longest_greeting && speaks(whole) && (heading || words.ends_with(',') || words.ends_with(':') || words.ends_with("에게") || words.ends_with("께"));
        if (greets) {   // the letter under it, up to a blank line, or to the next heading
            std::size_t first = at + 1;
            while (first < resolution.paragraphs() && is_blank(resolution.paragraph(first))) ++first;
            std::size_t last = first;
            for (std::size_t next = first; next < resolution.paragraphs() && next < first + most_of_a_letter; ++next) {
                if (resolution.paragraph(next).starts_with('#') || (!heading && is_blank(resolution.paragraph(next)))) break;
                if (!is_blank(resolution.paragraph(next))) last = next + 1;
            }
            if (last > first) {
                const std::string& end = resolution.paragraph(last - 1);
                const text::Position begin = heading ? text::Position{first, 0} : text::Position{at, from};
                out.push_back({begin, {last - 1, end.size() - (end.ends_with('\r') ? 1 : 0)}});
                at = last - 1;
                continue;
            }
        }
        for (const Sentence& one : sentences(line.substr(from))) {
            const std::string_view sentence = line.substr(from + one.begin, one.end - one.begin);
            if (!heading && speaks(plain(sentence))) out.push_back({{at, from + one.begin}, {at, from + one.end}});
        }
    }
    return out;
}

}  // namespace dajim::journal
