// Endings. Korean ones are compared without blanks, since writers put them as they like ("목표 입니다", "해야 겠습니다").
#include "journal/goal_sentences.h"

#include <algorithm>
#include <optional>
#include <span>
#include <string>

#include "journal/words.h"
#include "text/kinds.h"
#include "text/utf8.h"

namespace dajim::journal {
namespace {

constexpr std::size_t tail_bytes = 120;        // of a sentence, for its ending
constexpr std::size_t longest_sentence = 600;  // bytes of it that are read for anything else

bool has_any(std::string_view text, std::span<const std::string_view> words) {
    const std::uint64_t bytes = bytes_of(text);
    return std::ranges::any_of(words, [&](std::string_view word) { return may_hold(bytes, word) && has_word(text, word); });
}

// The end of a sentence with nothing behind its last letter, no blanks in it, Hangul composed, small letters.
std::string tail_of_sentence(std::string_view sentence) {
    if (sentence.size() > tail_bytes) sentence.remove_prefix(text::floor_code_point(sentence, sentence.size() - tail_bytes));
    std::string text = plain(sentence);
    const auto drop_signs = [&] {
        while (!text.empty()) {
            std::size_t begin = 0;
            if (is_word_sign(decode_before(text, text.size(), begin))) break;
            text.resize(begin);
        }
    };
    // "… 하고 싶다 (정말로)": what stands in brackets at the end is no ending.
    std::string_view bracket = text;
    while (!bracket.empty() && (bracket.back() == '.' || bracket.back() == ' ' || bracket.back() == '!')) bracket.remove_suffix(1);
    if (bracket.ends_with(')')) {
        const std::size_t open = bracket.rfind('(');
        if (open != std::string_view::npos && open > 0) text.resize(open);
    }
    drop_signs();
    std::erase_if(text, [](char c) { return c == ' ' || c == '\t'; });
    return text;
}

struct Suffix { std::string_view words; Mood mood; };

// What a Korean sentence ends with, polite and plain; the longest that fits counts, so they are in no order.
constexpr Suffix suffixes[] = {
    {"려고한다", Mood::promise}, {"려고합니다", Mood::promise}, {"려고해요", Mood::promise}, {"려고함", Mood::promise}, {"려고하네요", Mood::promise},
    {"려한다", Mood::promise}, {"려합니다", Mood::promise}, {"려해요", Mood::promise}, {"려고요", Mood::promise}, {"려구요", Mood::promise},
    {"고자한다", Mood::promise}, {"고자합니다", Mood::promise}, {"고자함", Mood::promise}, {"고자해요", Mood::promise},
    {"기로했다", Mood::promise}, {"기로했습니다", Mood::promise}, {"기로하였다", Mood::promise}, {"기로하였습니다", Mood::promise}, {"기로했어요", Mood::promise},
    {"기로한다", Mood::promise}, {"기로합니다", Mood::promise}, {"기로함", Mood::promise}, {"기로정했다", Mood::promise}, {"기로정했습니다", Mood::promise},
    {"기로마음먹었다", Mood::promise}, {"기로마음먹었습니다", Mood::promise}, {"결심했다", Mood::promise}, {"결심했습니다", Mood::promise},
    {"결심하였습니다", Mood::promise}, {"결심을했습니다", Mood::promise}, {"결심을했다", Mood::promise}, {"다짐했다", Mood::promise}, {"다짐했습니다", Mood::promise},
    {"다짐한다", Mood::promise}, {"다짐합니다", Mood::promise}, {"다짐이다", Mood::promise}, {"약속한다", Mood::promise}, {"약속합니다", Mood::promise},
    {"목표다", Mood::promise}, {"목표이다", Mood::promise}, {"목표입니다", Mood::promise}, {"목표예요", Mood::promise}, {"목표에요", Mood::promise},
    {"목표로한다", Mood::promise}, {"목표로합니다", Mood::promise}, {"목표로삼는다", Mood::promise}, {"목표로삼았다", Mood::promise}, {"목표로잡았다", Mood::promise},
    {"목표로정했다", Mood::promise}, {"목표로하고있다", Mood::promise}, {"목표로하고있습니다", Mood::promise},
    {"할래", Mood::promise}, {"할래요", Mood::promise},

    {"고싶다", Mood::wish}, {"고싶습니다", Mood::wish}, {"고싶어요", Mood::wish}, {"고싶네요", Mood::wish}, {"고싶네", Mood::wish}, {"고싶음", Mood::wish}, {"고도싶다", Mood::wish}, {"고도싶습니다", Mood::wish},
    {"고싶어", Mood::wish}, {"고싶은마음이다", Mood::wish}, {"고싶은마음입니다", Mood::wish}, {"고프다", Mood::wish},
    {"면좋겠다", Mood::wish}, {"면좋겠습니다", Mood::wish}, {"면좋겠네요", Mood::wish}, {"면좋겠어요", Mood::wish}, {"면좋겠음", Mood::wish},
    {"으면한다", Mood::wish}, {"으면합니다", Mood::wish}, {"바란다", Mood::wish}, {"바랍니다", Mood::wish},
    {"것도의미가있을것같습니다", Mood::wish}, {"것도의미가있을것같다", Mood::wish},
};

// These promise behind "-ㄹ": "할 것이다", "쓸 예정", "해 볼 생각입니다".
constexpr std::string_view behind_l[] = {
    "것이다", "것입니다", "것이에요", "겁니다", "거예요", "거에요", "거다", "거야", "예정이다", "예정입니다", "예정이에요", "예정", "계획이다", "계획입니다",
    "계획이에요", "계획", "생각이다", "생각입니다", "생각이에요", "작정이다", "작정입니다", "참이다", "게", "게요", "께", "께요",
};
// … unless it is a guess about how things will be.
constexpr std::string_view guessed[] = {"될", "있을", "없을", "같을", "많을", "좋을", "일", "필요할", "클", "적을", "높을", "어려울", "힘들", "쉬울", "가능할", "생길", "않을", "일어날", "도울", "아닐", "줄", "나을"};

constexpr std::string_view firm[] = {"겠다", "겠습니다", "겠어요", "겠어", "겠네요", "겠네", "겠음", "겠지요", "겠죠", "겠다고"};
// "모르겠다", "좋겠다" and the like promise nothing.
constexpr std::string_view guess_stems[] = {"모르", "알", "좋", "있", "없", "이", "같", "힘들", "어렵", "쉽", "많", "되", "하면되", "맞", "괜찮", "부럽", "크", "아니"};

// Verbs' stems before "-자": nouns end in it too ("개발자", "글자").
constexpr std::string_view lets[] = {"하자", "보자", "말자", "쓰자", "써보자", "읽자", "가자", "되자", "키자", "남기자", "이자", "내자", "리자", "치자", "우자", "먹자", "두자", "주자", "찾자", "갖자", "가지자", "들자", "기르자", "지내자", "살자", "않자", "끝내자", "나자", "뛰자", "걷자", "자자"};

// Statements in the shape of an act.
constexpr std::string_view states[] = {"생각한다", "느낀다", "된다", "준다", "말한다", "의미한다", "온다", "한다고한다", "좋아한다", "원한다", "보인다", "생각합니다", "합니다만"};

std::optional<Ending> firm_ending(const std::string& tail) {
    for (const std::string_view end : firm) {
        if (!tail.ends_with(end)) continue;
        const std::string_view stem = std::string_view(tail).substr(0, tail.size() - end.size());
        const bool obliged = stem.ends_with("야") || stem.ends_with("야하") || stem.ends_with("야되");
        if (!obliged) {
            for (const std::string_view guess : guess_stems) {
                if (stem.ends_with(guess) && !stem.ends_with("보이") && !stem.ends_with("줄이") && !stem.ends_with("높이") && !stem.ends_with("들이") &&
                    !stem.ends_with("붙이") && !stem.ends_with("기울이")) {
                    return Ending{Mood::statement, {}};
                }
            }
        }
        std::size_t begin = 0;
        decode_before(stem, stem.size(), begin);
        return Ending{Mood::promise, std::string(stem.substr(begin)) + std::string(end)};
    }
    return std::nullopt;
}

std::optional<Ending> ending_behind_l(const std::string& tail) {
    for (const std::string_view end : behind_l) {
        if (!tail.ends_with(end)) continue;
        const std::string_view stem = std::string_view(tail).substr(0, tail.size() - end.size());
        std::size_t begin = 0;
        if (tail_of(decode_before(stem, stem.size(), begin)) != tail_l) continue;
        if (std::ranges::any_of(guessed, [&](std::string_view guess) { return stem.ends_with(guess); }) && !stem.ends_with("지않을") &&
            !stem.ends_with("줄일") && !stem.ends_with("높일") && !stem.ends_with("들일")) {
            return Ending{Mood::statement, {}};
        }
        if ((end == "게" || end == "께") && stem.size() < 6) continue;
        return Ending{Mood::promise, std::string(stem.substr(begin)) + " " + std::string(end)};
    }
    return std::nullopt;
}

bool is_past(std::string_view tail) {
    constexpr std::string_view ends[] = {"다", "습니다", "어요", "음", "네요", "지만", "고요", "죠", "어", "네", "는데", "는데요", "다고", "지", "던"};
    for (const std::string_view end : ends) {
        if (!tail.ends_with(end)) continue;
        std::size_t begin = 0;
        const char32_t sign = decode_before(tail, tail.size() - end.size(), begin);
        if (tail_of(sign) == tail_ss && sign != U'있' && sign != U'겠') return true;
    }
    return false;
}

Ending korean_ending(const std::string& tail) {
    const Suffix* found = nullptr;
    for (const Suffix& suffix : suffixes) {
        if (tail.ends_with(suffix.words) && (!found || suffix.words.size() > found->words.size())) found = &suffix;
    }
    if (found) return {found->mood, std::string(found->words)};
    if (auto ending = firm_ending(tail)) return *ending;
    if (auto ending = ending_behind_l(tail)) return *ending;
    if (is_past(tail)) return {Mood::past, {}};
    if (tail.ends_with("기") || tail.ends_with("말것") || tail.ends_with("하기로")) return {Mood::act, {}};
    for (const std::string_view let : lets) {
        if (tail.ends_with(let)) return {Mood::act, {}};
    }
    std::size_t begin = 0;
    const bool states_something = std::ranges::any_of(states, [&](std::string_view end) { return tail.ends_with(end); });
    if (tail.ends_with("다") && tail.size() > 3) {
        const std::string_view stem = std::string_view(tail).substr(0, tail.size() - 3);
        const char32_t sign = decode_before(stem, stem.size(), begin);
        const bool does = (tail_of(sign) == tail_n || stem.ends_with("는")) && sign != U'인';
        const bool polite_act = stem.ends_with("합니") || stem.ends_with("씁니") || stem.ends_with("읽습니");
        return {(does || polite_act) && !states_something ? Mood::act : Mood::statement, {}};
    }
    for (const std::string_view end : {"요", "죠", "까", "네"}) {
        if (tail.ends_with(end)) return {Mood::statement, {}};
    }
    return {};
}

constexpr std::string_view english_promises[] = {"i will ", "i'll ", "i am going to ", "i'm going to ", "i plan to ", "i intend to ", "i aim to ", "i promise", "i commit to ",
                                                 "i resolve to ", "i've decided to ", "i have decided to ", "i decided to ", "my goal is", "my goals are", "the goal is", "my plan is",
                                                 "my aim is", "we will ", "i shall ", "i am also going to ", "i'm also going to ", "i will also "};
constexpr std::string_view english_wishes[] = {"i want to ", "i would like to ", "i'd like to ", "i hope to ", "i wish to ", "i want my "};

Ending english_ending(std::string_view sentence) {
    const std::string text = plain(sentence.substr(0, text::floor_code_point(sentence, longest_sentence)));
    for (const std::string_view words : english_promises) {
        if (has_word(text, words)) return {Mood::promise, std::string(trimmed(words))};
    }
    for (const std::string_view words : english_wishes) {
        if (has_word(text, words)) return {Mood::wish, std::string(trimmed(words))};
    }
    for (const std::string_view words : {"i was ", "i had ", "i did", "i wanted", "i have been", "didn't", "wasn't"}) {
        if (has_word(text, words)) return {Mood::past, {}};
    }
    return {text.ends_with('.') && text.find(' ') != std::string::npos && has_word(text, " is ") ? Mood::statement : Mood::none, {}};
}

}  // namespace

Ending ending_of(std::string_view sentence) {
    const std::string tail = tail_of_sentence(sentence);
    std::size_t begin = 0;
    const char32_t last = decode_before(tail, tail.size(), begin);
    if (last == 0) return {};
    if (last >= 0x80) return korean_ending(tail);
    return english_ending(sentence);
}

bool is_courtesy(std::string_view sentence) {
    const std::string text = plain(sentence.substr(0, text::floor_code_point(sentence, longest_sentence)));
    constexpr std::string_view manners[] = {"부탁드", "부탁 드", "감사", "기원하", "기원합", "응원", "바라겠", "드리겠", "드리려", "빌겠", "빌어", "마치겠", "마치려", "마무리하겠",
                                            "글을 줄이", "줄이겠습니다", "환영", "반갑", "thank", "please"};
    if (has_any(text, manners)) return true;
    const std::string tail = tail_of_sentence(sentence);
    constexpr std::string_view telling[] = {"작성", "정리", "적어", "적으", "적고", "써보", "쓰려", "소개", "이야기", "얘기", "설명", "말씀", "말하", "살펴", "알아보", "돌아보", "되돌아",
                                            "남겨", "보고하", "공유", "시작하", "시작해", "풀어", "기록해", "나눠", "평가", "다뤄", "다루"};
    constexpr std::string_view itself[] = {"이 글", "이번 글", "본 글", "이 포스트", "이번 포스팅", "이 포스팅", "여기", "아래", "다음과", "간단", "간략", "먼저", "목표", "다짐", "계획", "회고",
                                           "이유", "자기", "본격", "하고 싶은 것", "하고 싶은 일", "하고픈 것", "할 일", "하려는 것", "마음을", "생각을", "각오", "결심", "첫 글", "이곳", "블로그에 적"};
    // Only the verb of the sentence counts: "정리하는 습관을 들이겠다" does not promise to tell.
    const std::string_view verb = tail.size() > 36 ? std::string_view(tail).substr(text::floor_code_point(tail, tail.size() - 36)) : std::string_view(tail);
    constexpr std::string_view english_telling[] = {"i will describe", "i will explain", "i will talk", "i will share", "i will write about", "i will introduce", "i will show", "i'll describe",
                                                    "i'll explain", "i'll talk", "i'll share", "i'll introduce", "i'll show", "in this post", "in this article", "write one ", "write this ", "writing this"};
    if (has_any(text, english_telling)) return true;
    return std::ranges::any_of(telling, [&](std::string_view word) { return verb.find(word) != std::string_view::npos; }) && has_any(text, itself);
}

bool hopes_at_large(std::string_view sentence) {
    const Ending ending = ending_of(sentence);
    constexpr std::string_view hoping[] = {"좋겠", "바란", "바랍", "으면한", "으면합", "i hope", "i wish"};
    if (ending.mood != Mood::wish || std::ranges::none_of(hoping, [&](std::string_view end) { return ending.quote.find(end) != std::string::npos; })) return false;
    const std::string text = plain(sentence.substr(0, text::floor_code_point(sentence, longest_sentence)));
    constexpr std::string_view at_large[] = {"한 해", "해가 되", "해였", "시간이 되", "시간이었", "시기", "기간이", "학기가", "계기가", "도움이 되", "보람", "의미 있는", "즐거", "즐겁", "행복", "무사히", "잘 마무리", "잘 지나", "웃을 수", "이 글",
                                             "읽는 분", "여러분", "모두", "우리 모두", "후회", "a good year", "this year will be", "this post", "readers", "everyone", "useful to"};
    return has_any(text, at_large);
}

bool looks_ahead(std::string_view sentence) {
    const std::string text = plain(sentence.substr(0, text::floor_code_point(sentence, longest_sentence)));
    constexpr std::string_view ahead[] = {"앞으로", "올해", "이번", "내년", "다음", "이제", "향후", "남은", "매일", "매주", "매달", "매월", "새해", "하반기", "상반기에는", "기에는", "기에서", "from now", "this year",
                                          "next", "this time", "every"};
    return has_any(text, ahead);
}

bool is_concrete(std::string_view sentence) {
    const std::string all = plain(sentence.substr(0, text::floor_code_point(sentence, longest_sentence)));
    std::string_view text = all;
    for (const std::string_view link : {"그럼에도", "그래도", "그래서", "따라서", "그리고", "하지만", "그러나", "그러므로", "또한", "또", "그러기 위해서는,", "그러기 위해", "아무튼", "어쨌든", "모쪼록", "부디"}) {
        if (text.starts_with(link)) text = trimmed(text.substr(link.size()));
    }
    for (const std::string_view vague : {"힘내", "잘 해냈", "잘해냈", "잘 됐", "잘됐", "잘 되었", "잘되었", "행복했으면", "화이팅", "파이팅", "기대"}) {
        if (text.find(vague) != std::string_view::npos && text.size() < 150) return false;
    }
    if (text.find("것이 목표") != std::string::npos || text.find("목표는") != std::string::npos) return true;
    const auto blanks = std::ranges::count(text, ' ');
    constexpr std::string_view objects[] = {"을 ", "를 ", "에 ", "에서 ", "도 ", "으로 ", "로 ", "까지 ", "도록 ", "하게 ", "히 ", "이 ", "가 ", "과 ", "와 "};
    if (std::ranges::all_of(text, [](char c) { return c >= 0; })) return blanks >= 3;
    return blanks >= 2 && has_any(text, objects);
}

namespace {

// Without blanks, pictures and marks before its first word; quotes and brackets belong to it.
std::size_t first_word(std::string_view line, std::size_t begin, std::size_t end) {
    for (std::size_t at = begin, length = 0; at < end; at += length) {
        const char32_t sign = text::decode(line, at, length);
        if (is_word_sign(sign) || sign == U'"' || sign == U'\'' || sign == U'(' || sign == U'[' || sign == U'*' || sign == U'_' || sign == U'`' ||
            text::between(sign, 0x2018, 0x201F) || text::between(sign, 0x3008, 0x3011) || sign == U'<' || sign == U'~') {
            return at;
        }
    }
    return end;
}

}  // namespace

std::vector<Sentence> sentences(std::string_view line) {
    std::vector<Sentence> found;
    std::size_t begin = 0;
    const auto add = [&](std::size_t end) {
        const std::size_t from = first_word(line, begin, end);
        const std::string_view words = trimmed(line.substr(from, end - from));
        if (!words.empty()) found.push_back({from, from + words.size()});
        begin = end;
    };
    for (std::size_t at = 0, length = 0; at < line.size(); at += length) {
        const char32_t sign = text::decode(line, at, length);
        if (sign >= 0x80 && sign != U'。') {
            // "했습니다 😊 그러나": a picture between blanks ends a sentence.
            if (sign >= 0x2600 && text::is_pictograph(sign) && at > begin && line[at - 1] == ' ') {
                std::size_t end = at + length;
                while (end < line.size() && line[end] != ' ') ++end;
                add(end);
                length = end - at;
            }
            continue;
        }
        if (sign != U'.' && sign != U'!' && sign != U'?' && sign != U'。') continue;
        std::size_t end = at + length;
        while (end < line.size() && std::string_view(".!?").find(line[end]) != std::string_view::npos) ++end;
        while (end < line.size() && std::string_view("\"')*_").find(line[end]) != std::string_view::npos) ++end;
        const bool parted = end == line.size() || line[end] == ' ' || line[end] == '\t' || line[end] == '\r';
        // "2025. 1. 1.", "3. 목표": a full stop behind a number ends nothing.
        const bool numbers = sign == U'.' && at > begin && line[at - 1] >= '0' && line[at - 1] <= '9';
        if (parted && !numbers) add(end);
        length = end - at;
    }
    add(line.size());
    return found;
}

}  // namespace dajim::journal
