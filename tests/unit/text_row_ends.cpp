// Where rows may end.
#include <doctest/doctest.h>

#include <string>

#include "text/breaks.h"

using namespace dajim::text;
using std::string;
using std::string_view;

namespace {

/// The text with a bar wherever a row may end, but at its end.
string parted(string_view text, Wrap wrap) {
    const std::vector<bool> ends = row_ends(text, wrap);
    string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        out += text[i];
        if (ends[i] && i + 1 < text.size()) out += '|';
    }
    return out;
}

string words(string_view text) { return parted(text, Wrap::keep_all); }
string syllables(string_view text) { return parted(text, Wrap::any_syllable); }

}  // namespace

TEST_CASE("Korean breaks between words, or between syllables where that is wished") {
    CHECK(words("다짐을 쓰고 회고까지") == "다짐을 |쓰고 |회고까지");
    CHECK(syllables("다짐을 쓰고") == "다|짐|을 |쓰|고");
    CHECK(words("API를 3월에 50%로 v1.0은 漢字는") == "API를 |3월에 |50%로 |v1.0은 |漢|字는");
    CHECK(words("\u1112\u119E\u11AB글 ㅋㅋㅋ") == "\u1112\u119E\u11AB글 |ㅋㅋㅋ");
    CHECK(syllables("\u1112\u119E\u11AB글") == "\u1112\u119E\u11AB|글");
    CHECK(words("좋아요👍🏽는 👨‍👩‍👧‍👦네 🇰🇷의") == "좋아요👍🏽는 |👨‍👩‍👧‍👦네 |🇰🇷의");
    CHECK(words("가·나·다 및/또는 하나-둘") == "가·나·다 |및/|또는 |하나-|둘");
}

TEST_CASE("signs stay with their words") {
    CHECK(words("한국어(韓國語)는 “인용”이라고 《다짐》을 『책』의") == "한국어(韓|國|語)는 |“인용”이라고 |《다짐》을 |『책』의");
    CHECK(words("정말? 네! 그럼, 했다. 음… 끝") == "정말? |네! |그럼, |했다. |음… |끝");
}

TEST_CASE("no row starts with a closing sign or ends with an opening one") {
    for (const Wrap wrap : {Wrap::keep_all, Wrap::any_syllable}) {
        for (const char* left : {"가", "漢", "か", "a", "1", "가 ", "!", ")"}) {
            for (const char* closing : {")", ".", ",", "。", "、", "」", "』", "》", "〉", "】", "）", "］", "}", "]", "!", "?",
                                        "！", "？", "：", "；", "…", "’", "”", "ー", "っ", "ょ", "々", "·", "·가"}) {
                const string text = string(left) + closing;
                // After a space a row may start with a mark that may open, or that is no prohibited one there.
                const bool free_after_space = string_view("’ ” … ー っ ょ 々 · ·가 ： ；").find(closing) != string::npos;
                if (text.find(' ') != string::npos && free_after_space) continue;
                CAPTURE(text);
                CHECK_FALSE(row_ends(text, wrap)[string_view(left).size() - 1]);
            }
        }
        for (const char* right : {"가", "漢", "か", "a", "1", "(", "🙂"}) {
            for (const char* opening : {"(", "[", "{", "「", "『", "《", "〈", "【", "（", "［", "‘", "“"}) {
                const string text = string(opening) + right;
                CAPTURE(text);
                CHECK_FALSE(row_ends(text, wrap)[string_view(opening).size() - 1]);
            }
        }
    }
}

TEST_CASE("Chinese and Japanese break between signs in both ways") {
    for (const Wrap wrap : {Wrap::keep_all, Wrap::any_syllable}) {
        CHECK(parted("日本語です。次は", wrap) == "日|本|語|で|す。|次|は");
        CHECK(parted("「中文」測試", wrap) == "「中|文」|測|試");
    }
}

TEST_CASE("what must not be parted is not, and hidden break marks are honoured") {
    for (const Wrap wrap : {Wrap::keep_all, Wrap::any_syllable}) {
        CHECK(parted("10\u00A0km", wrap) == "10\u00A0km");
        CHECK(parted("a\u2060b c", wrap) == "a\u2060b |c");
        CHECK(parted("long\u200Bword", wrap) == "long\u200B|word");
        CHECK(parted("a-b", wrap) == "a-|b");
        CHECK(parted("e.g. $100 1,000.5", wrap) == "e.g. |$100 |1,000.5");
    }
    CHECK(words("가\u00A0나\u200B다") == "가\u00A0나\u200B|다");
}

TEST_CASE("blanks belong to the row they end") {
    for (const Wrap wrap : {Wrap::keep_all, Wrap::any_syllable}) {
        CHECK(parted("a   b", wrap) == "a   |b");
        CHECK(parted("a\tb　c", wrap) == "a\t|b　|c");
        CHECK(parted("", wrap) == "");
        CHECK(row_ends("가", wrap) == std::vector<bool>{false, false, true});
    }
}
