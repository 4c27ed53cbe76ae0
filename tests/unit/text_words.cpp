// What a word is to the keyboard and to a double click.
#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "text/breaks.h"

using namespace dajim::text;
using std::string;
using std::string_view;

namespace {

/// The text with a bar wherever the motion stops on its way through.
string stops(string_view text, std::size_t (*step)(string_view, std::size_t), bool forward = true) {
    std::vector<bool> bar(text.size() + 1);
    for (std::size_t at = forward ? 0 : text.size();;) {
        const std::size_t next = step(text, at);
        if (next == at) break;
        bar[at = next] = true;
    }
    string out;
    for (std::size_t i = 0; i <= text.size(); ++i) {
        if (bar[i]) out += '|';
        if (i < text.size()) out += text[i];
    }
    return out;
}

string ends(string_view text) { return stops(text, next_word_end); }
string starts(string_view text) { return stops(text, next_word_start); }
string back(string_view text) { return stops(text, previous_word_start, false); }

string selected(string_view text, std::size_t byte) {
    const Span span = word_at(text, byte);
    return string(text.substr(span.begin, span.end - span.begin));
}

}  // namespace

TEST_CASE("word motion stops at eojeols and at signs") {
    const string_view text = "한국어, English 문장";
    CHECK(ends(text) == "한국어|,| English| 문장|");
    CHECK(starts(text) == "한국어|, |English |문장|");
    CHECK(back(text) == "|한국어|, |English |문장");
}

TEST_CASE("an eojeol is one word, whatever it is written in") {
    CHECK(ends("API를 3월에 漢字는") == "API를| 3월에| 漢字는|");
    CHECK(ends("\u1112\u119E\u11AB글 ㅋㅋㅋ") == "\u1112\u119E\u11AB글| ㅋㅋㅋ|");
    CHECK(ends("(다짐)을 쓴다.") == "(|다짐|)|을| 쓴다|.|");
    CHECK(ends("했다.그리고") == "했다|.|그리고|");
}

TEST_CASE("Western words keep their apostrophes, numbers their points") {
    CHECK(ends("can't can’t 3.14 1,000 snake_case www.example.com") ==
          "can't| can’t| 3.14| 1,000| snake_case| www.example.com|");
    CHECK(ends("end. 'quoted'") == "end|.| '|quoted|'|");
    CHECK(ends("caf\u0065\u0301s naïve Жизнь") == "caf\u0065\u0301s| naïve| Жизнь|");
}

TEST_CASE("scripts without spaces part where the script changes") {
    CHECK(ends("日本語です。カタカナ") == "日本語|です|。|カタカナ|");
    CHECK(ends("コーヒー らーめん") == "コーヒー| らーめん|");
}

TEST_CASE("pictures are words of their own, signs go together") {
    CHECK(ends("좋아요👍🏽👨‍👩‍👧‍👦🇰🇷...") == "좋아요|👍🏽|👨‍👩‍👧‍👦|🇰🇷|...|");
    CHECK(back("정말?! 1️⃣") == "|정말|?! |1️⃣");
}

TEST_CASE("blanks at the ends lead to the ends") {
    CHECK(ends("  가  ") == "  가|  |");
    CHECK(starts("  가  ") == "  |가  |");
    CHECK(back("  가  ") == "|  |가  ");
    CHECK(next_word_end("", 0) == 0);
    CHECK(next_word_start("", 0) == 0);
    CHECK(previous_word_start("", 0) == 0);
    CHECK(back("가\t나　다") == "|가\t|나　|다");
}

TEST_CASE("a double click selects the word without its signs, the blanks, or the sign") {
    const string_view text = "“다짐을”  쓰고, can't";
    CHECK(selected(text, 0) == "“");
    CHECK(selected(text, 3) == "다짐을");
    CHECK(selected(text, 9) == "다짐을");
    CHECK(selected(text, 12) == "”");
    CHECK(selected(text, 15) == "  ");
    CHECK(selected(text, 16) == "  ");
    CHECK(selected(text, 17) == "쓰고");
    CHECK(selected(text, 23) == ",");
    CHECK(selected(text, text.find('\'')) == "can't");
    CHECK(selected(text, text.size()) == "can't");
    CHECK(selected("", 0) == "");
    CHECK(selected("가👨‍👩‍👧‍👦나", 3) == "👨‍👩‍👧‍👦");
    CHECK(selected("日本語です", 0) == "日本語");
}
