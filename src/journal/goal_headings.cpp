// The vocabulary of headings.
#include "journal/goal_headings.h"

#include <algorithm>
#include <span>
#include <string>

#include "journal/goal_sentences.h"
#include "journal/words.h"
#include "text/utf8.h"

namespace dajim::journal {
namespace {

// ---- Headings

constexpr std::size_t longest_heading = 240;   // bytes of it that are read

struct Word { std::string_view word; Speaks speaks; };

// The last one in a heading says what it is about: "지난 회고와 올해의 목표" is about goals, "목표 달성 현황" is not.
constexpr Word heading_words[] = {
    {"목표", Speaks::goals}, {"다짐", Speaks::goals}, {"계획", Speaks::goals}, {"결심", Speaks::goals}, {"각오", Speaks::goals},
    {"포부", Speaks::goals}, {"소망", Speaks::goals}, {"소원", Speaks::goals}, {"약속", Speaks::goals}, {"고 싶은", Speaks::goals},
    {"고싶은", Speaks::goals}, {"고픈", Speaks::goals}, {"고 싶어", Speaks::goals}, {"할 일", Speaks::goals}, {"할일", Speaks::goals},
    {"하기로 한", Speaks::goals}, {"하려는", Speaks::goals}, {"하려고", Speaks::goals}, {"해야 할", Speaks::goals},
    {"앞으로", Speaks::goals}, {"버킷", Speaks::goals}, {"위시", Speaks::goals}, {"실천", Speaks::goals}, {"액션", Speaks::goals},
    {"다음은?", Speaks::goals}, {"도전할", Speaks::goals}, {"도전 과제", Speaks::goals}, {"갈 길", Speaks::goals}, {"나아갈", Speaks::goals},
    {"마음가짐", Speaks::goals}, {"지킬", Speaks::goals}, {"이룰", Speaks::goals}, {"달성 조건", Speaks::goals}, {"바라는", Speaks::goals}, {"목적", Speaks::goals},
    {"개선할", Speaks::goals}, {"시도할", Speaks::goals}, {"투두", Speaks::goals}, {"할 것", Speaks::goals},
    {"goal", Speaks::goals}, {"plan", Speaks::goals}, {"resolution", Speaks::goals}, {"resolve", Speaks::goals}, {"intention", Speaks::goals},
    {"wish", Speaks::goals}, {"bucket list", Speaks::goals}, {"commitment", Speaks::goals}, {"objective", Speaks::goals},
    {"key result", Speaks::goals}, {"okr", Speaks::goals}, {"i want", Speaks::goals}, {"i will", Speaks::goals}, {"i'll", Speaks::goals},
    {"i'd like", Speaks::goals}, {"to do", Speaks::goals}, {"to-do", Speaks::goals}, {"todo", Speaks::goals}, {"next step", Speaks::goals},
    {"what's next", Speaks::goals}, {"looking ahead", Speaks::goals}, {"going forward", Speaks::goals}, {"promise", Speaks::goals},
    {"target", Speaks::goals}, {"aims", Speaks::goals}, {"action item", Speaks::goals}, {"hope to", Speaks::goals}, {"hopes", Speaks::goals},

    {"글감", Speaks::topics}, {"주제", Speaks::topics}, {"싶은 글", Speaks::topics}, {"싶은글", Speaks::topics}, {"쓸 글", Speaks::topics},
    {"쓰려는 글", Speaks::topics}, {"작성할", Speaks::topics}, {"쓰려고 하는 글", Speaks::topics}, {"어떤 글", Speaks::topics},
    {"무슨 글", Speaks::topics}, {"무엇을 쓸", Speaks::topics}, {"뭘 쓸", Speaks::topics}, {"글로 쓸", Speaks::topics},
    {"싶은 포스팅", Speaks::topics}, {"포스팅할", Speaks::topics}, {"포스팅하고 싶", Speaks::topics}, {"포스팅 하고 싶", Speaks::topics},
    {"발행할", Speaks::topics}, {"연재할", Speaks::topics}, {"다룰", Speaks::topics}, {"써보고 싶은", Speaks::topics}, {"쓰고 싶은", Speaks::topics},
    {"글을 써", Speaks::topics}, {"글을 쓰", Speaks::topics}, {"글 목록", Speaks::topics},
    {"topic", Speaks::topics}, {"write about", Speaks::topics}, {"want to write", Speaks::topics}, {"post idea", Speaks::topics},
    {"blog idea", Speaks::topics}, {"writing idea", Speaks::topics}, {"ideas for post", Speaks::topics}, {"posts i want", Speaks::topics},
    {"posts to write", Speaks::topics}, {"articles to write", Speaks::topics}, {"things to write", Speaks::topics},

    {"회고", Speaks::past}, {"돌아보", Speaks::past}, {"돌아본", Speaks::past}, {"돌이켜", Speaks::past}, {"지나온", Speaks::past},
    {"지금까지", Speaks::past}, {"그동안", Speaks::past}, {"그 동안", Speaks::past}, {"결과", Speaks::past}, {"성과", Speaks::past},
    {"현황", Speaks::past}, {"점검", Speaks::past}, {"정산", Speaks::past}, {"평가", Speaks::past}, {"총평", Speaks::past},
    {"달성률", Speaks::past}, {"달성도", Speaks::past}, {"달성 여부", Speaks::past}, {"아쉬운", Speaks::past}, {"좋은 점", Speaks::past},
    {"잘한", Speaks::past}, {"못한", Speaks::past}, {"배운 점", Speaks::past}, {"느낀 점", Speaks::past}, {"한 일", Speaks::past},
    {"이룬", Speaks::past}, {"후기", Speaks::past}, {"작성한", Speaks::past}, {"발행한", Speaks::past}, {"읽은", Speaks::past},
    {"retrospective", Speaks::past}, {"look back", Speaks::past}, {"looking back", Speaks::past}, {"year in review", Speaks::past},
    {"so far", Speaks::past}, {"went well", Speaks::past}, {"went wrong", Speaks::past}, {"i did", Speaks::past}, {"achieve", Speaks::past},
    {"accomplish", Speaks::past}, {"progress", Speaks::past}, {"liked", Speaks::past}, {"regret", Speaks::past}, {"learned", Speaks::past},
    {"lacked", Speaks::past}, {"results", Speaks::past}, {"result of", Speaks::past}, {"recap", Speaks::past},
};

// These turn what stands behind them: "작년 목표" is past, and what comes after "올해" is not.
constexpr std::string_view past_turns[] = {"지난", "작년", "저번", "예전", "이전 ", "전 기수", "last ", "previous", "past "};
constexpr std::string_view future_turns[] = {"올해", "이번", "내년", "다음", "새로", "새해", "next ", "this ", "new ", "coming"};

constexpr std::string_view aside_words[] = {
    "소개", "개요", "들어가", "시작하며", "시작하기 전", "마치며", "마무리", "맺음", "맺으며", "끝으로", "동기", "이유", "배경", "참고", "출처",
    "레퍼런스", "다른 글", "관련 글", "댓글", "이란", "란?", "무엇인가", "왜 ", "목차", "감사",
    "about", "intro", "background", "motivation", "why ", "reference", "links", "related", "comments", "conclusion", "summary", "contents",
    "see also", "footnote", "wrapping up", "overview", "thanks", "acknowledg", "further reading", "sources", "who i am",
};

// What says so only when the heading is nothing else.
constexpr Word whole_headings[] = {
    {"try", Speaks::goals}, {"트라이", Speaks::goals}, {"next", Speaks::goals}, {"start", Speaks::goals}, {"actions", Speaks::goals},
    {"시도", Speaks::goals}, {"다음", Speaks::goals}, {"to do", Speaks::goals}, {"promise", Speaks::goals},
    {"keep", Speaks::past}, {"problem", Speaks::past}, {"problems", Speaks::past}, {"review", Speaks::past}, {"loved", Speaks::past},
    {"good", Speaks::past}, {"bad", Speaks::past}, {"mad", Speaks::past}, {"sad", Speaks::past}, {"glad", Speaks::past}, {"킵", Speaks::past},
    {"정리", Speaks::aside}, {"끝", Speaks::aside}, {"시작", Speaks::aside}, {"서론", Speaks::aside}, {"결론", Speaks::aside},
    {"why", Speaks::aside}, {"링크", Speaks::aside}, {"자료", Speaks::aside},
};

// Letters and digits with single blanks between them: "🚩 3. Try!" is "3 try".
std::string bare(std::string_view text) {
    std::string out;
    for (std::size_t at = 0, length = 0; at < text.size(); at += length) {
        const char32_t sign = text::decode(text, at, length);
        if (is_word_sign(sign)) out += text.substr(at, length);
        else if (!out.empty() && out.back() != ' ') out += ' ';
    }
    if (out.ends_with(' ')) out.pop_back();
    return out;
}

std::string_view without_number(std::string_view text) {
    const std::size_t end = text.find_first_not_of("0123456789 ");
    return end == std::string_view::npos ? text : text.substr(end);
}

// "말했다시피", "했지만": what was is only mentioned on the way.
bool goes_on(std::string_view behind) {
    constexpr std::string_view ends[] = {"다시피", "듯이", "지만", "는데", "으나", "으니", "으므로", "고,", "기 때문"};
    return std::ranges::any_of(ends, [&](std::string_view end) { return behind.starts_with(end); });
}

// Where a past form stands for the last time: a syllable that ends in ㅆ ("했", "아쉬웠", not "있", "겠"), or "-던".
std::size_t last_past_form(std::string_view text) {
    std::size_t found = std::string_view::npos, before_at = 0;
    char32_t before = 0;
    for (std::size_t at = 0, length = 0; at < text.size(); at += length) {
        const char32_t sign = text::decode(text, at, length);
        if (tail_of(sign) == tail_ss && sign != U'있' && sign != U'겠' && !goes_on(text.substr(at + length))) found = at;
        if (sign == U'던' && is_word_sign(before)) found = before_at;
        before = sign;
        before_at = at;
    }
    return found;
}

// "뭘 할까?", "어떻게 살래", "지킬 것들": a question or a noun about what is to come.
bool asks_ahead(std::string_view bare_heading) {
    std::string_view text = bare_heading;
    for (const std::string_view noun : {"것들", "것", "거"}) {
        if (!text.ends_with(noun)) continue;
        text = trimmed(text.substr(0, text.size() - noun.size()));
        std::size_t begin = 0;
        return tail_of(decode_before(text, text.size(), begin)) == tail_l;
    }
    for (const std::string_view end : {"까", "까요", "래"}) {
        if (!text.ends_with(end)) continue;
        text.remove_suffix(end.size());
        std::size_t begin = 0;
        const char32_t sign = decode_before(text, text.size(), begin);
        // "좋았을까", "그랬을까" ask about the past.
        if (tail_of(sign) != tail_l || sign == U'을') return sign == U'을' && last_past_form(text) == std::string_view::npos;
        return true;
    }
    return text.ends_with("싶은가") || text.ends_with("싶나") || text.ends_with("싶은지");
}

std::size_t last_of(std::string_view text, std::span<const std::string_view> words) {
    std::size_t found = std::string_view::npos;
    const std::uint64_t bytes = bytes_of(text);
    for (const std::string_view word : words) {
        if (!may_hold(bytes, word)) continue;
        const std::size_t at = last_word(text, word);
        if (at != std::string_view::npos && (found == std::string_view::npos || at > found)) found = at;
    }
    return found;
}

bool joins(std::string_view between) {
    return between.find("와 ") != std::string_view::npos || between.find("과 ") != std::string_view::npos || between.find(',') != std::string_view::npos;
}

struct Said {
    Speaks speaks = Speaks::nothing;
    std::size_t end = 0;   // of the word that says so
};

Said said_by_words(std::string_view text) {
    Said said;
    const std::uint64_t bytes = bytes_of(text);
    for (const Word& word : heading_words) {
        if (!may_hold(bytes, word.word)) continue;
        const std::size_t at = last_word(text, word.word);
        if (at == std::string_view::npos) continue;
        const std::size_t end = at + word.word.size();
        // What is to be written about is said by more words than what is to be done: of two that end alike it is topics.
        if (end > said.end || (end == said.end && word.speaks == Speaks::topics)) said = {word.speaks, end};
    }
    // Unless something comes between, "올해" or "and", what is called so is past: "다짐했던 것들", "작년 목표".
    const std::size_t ahead = last_of(text, future_turns);
    const auto turns = [&](std::size_t past) {
        if (past == std::string_view::npos) return false;
        if (past >= said.end) return true;
        return (ahead == std::string_view::npos || ahead < past) && !joins(text.substr(past, said.end - past));
    };
    if (const std::size_t past = last_past_form(text); turns(past)) return {Speaks::past, std::max(past, said.end)};
    if (const std::size_t past = last_of(text, past_turns); turns(past) && (ahead == std::string_view::npos || ahead < past)) {
        return {Speaks::past, std::max(past, said.end)};
    }
    return said;
}

std::string_view without_past_verb(std::string_view text) {
    while (!text.empty()) {
        const std::size_t blank = text.find_last_of(' ');
        const std::string_view last = blank == std::string_view::npos ? text : text.substr(blank + 1);
        if (last_past_form(last) == std::string_view::npos) break;
        text = trimmed(text.substr(0, text.size() - last.size()));
    }
    return text;
}

bool has_any(std::string_view text, std::span<const std::string_view> words) { return last_of(text, words) != std::string_view::npos; }

constexpr std::string_view english_past[] = {"back then", "used to", " was ", " were ", " had ", " last year"};
constexpr std::string_view pointing[] = {"아래", "다음과 같", "다음의", "다음은", "following", "below", "as follows", "here is", "here are"};
constexpr std::string_view deciding[] = {"정했", "정하였", "세웠", "세워 보", "잡았", "약속했", "다짐했", "결심했", "하기로", "i decided", "i've decided", "i set"};
constexpr std::string_view telling[] = {"적어", "적었", "써보", "써 보", "작성", "정리", "나열", "꼽", "골라", "골랐"};
constexpr std::string_view writing[] = {"포스팅", "글을", "글로", "글들", "블로그에", "write", "post about", "blog about"};

}  // namespace

Speaks heading_speaks(std::string_view heading) {
    const std::string text = plain(heading.substr(0, text::floor_code_point(heading, longest_heading)));
    const std::string letters = bare(text);
    const std::string_view unnumbered = without_number(letters);
    for (const Word& whole : whole_headings) {
        if (unnumbered == whole.word) return whole.speaks;
    }
    Said said = said_by_words(text);
    if (said.speaks != Speaks::past && asks_ahead(letters)) {
        said = {said.speaks == Speaks::topics || has_word(text, "글") ? Speaks::topics : Speaks::goals, text.size()};
    }
    // "지원 동기와 목표" ends with goals, "목표를 세운 이유" with a reason.
    const std::uint64_t bytes = bytes_of(text);
    for (const std::string_view word : aside_words) {
        if (!may_hold(bytes, word)) continue;
        const std::size_t at = last_word(text, word);
        if (at != std::string_view::npos && at + word.size() > said.end) return Speaks::aside;
    }
    return said.speaks;
}

LeadIn lead_in(std::string_view line) {
    if (line.size() > longest_heading) line.remove_prefix(text::floor_code_point(line, line.size() - longest_heading));
    const std::vector<Sentence> all = sentences(line);
    if (all.empty()) return {};
    const std::string_view sentence = line.substr(all.back().begin, all.back().end - all.back().begin);
    std::string text = plain(sentence);
    LeadIn result;
    result.refers = has_any(text, pointing) || text.ends_with(':') || text.ends_with("：");
    // "다음과 같은" points at what follows, not at a time to come.
    for (const std::string_view sign : {"다음과", "다음의", "다음은"}) {
        if (const std::size_t at = text.find(sign); at != std::string::npos) text.erase(at, sign.size());
    }
    if (has_any(text, english_past)) return {Speaks::past, result.refers};
    // The verb of saying is past, what it says need not be: "이루고 싶은 것을 적어 보았다".
    const Said said = said_by_words(without_past_verb(text));
    result.speaks = said.speaks;
    if (said.speaks == Speaks::past) return result;
    const Mood mood = ending_of(sentence).mood;
    // What was done with wishes leads into something else: "하고 싶은 것들에 점수를 매겼다".
    if (mood == Mood::past && !result.refers && !has_any(text, deciding) && !has_any(text, telling)) return {};
    if ((mood == Mood::promise || mood == Mood::wish) && has_any(text, writing)) result.speaks = Speaks::topics;
    else if (said.speaks == Speaks::nothing && result.refers && has_any(text, deciding)) result.speaks = Speaks::goals;
    else if (said.speaks == Speaks::nothing && (mood == Mood::promise || mood == Mood::wish) && !is_courtesy(sentence)) result.speaks = Speaks::goals;
    return result;
}

bool is_footer(std::string_view line) {
    const std::string text = bare(plain(line.substr(0, text::floor_code_point(line, longest_heading))));
    for (const std::string_view whole : {"댓글", "댓글 0", "다른 글", "공감", "구독하기", "좋아요 공감", "공유하기", "관련글", "관련 글", "related posts", "leave a comment"}) {
        if (text == whole) return true;
    }
    return text.find("카테고리의 다른 글") != std::string::npos;
}

}  // namespace dajim::journal
