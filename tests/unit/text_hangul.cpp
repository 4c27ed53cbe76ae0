// Composing Hangul.
#include <doctest/doctest.h>

#include "text/hangul.h"
#include "text/utf8.h"

using namespace dajim::text;
using std::string;

namespace {

string utf8(std::u32string_view code_points) {
    string out;
    for (const char32_t c : code_points) append_utf8(out, c);
    return out;
}

}  // namespace

TEST_CASE("every syllable composes from its jamo") {
    for (char32_t syllable = 0xAC00; syllable <= 0xD7A3; ++syllable) {
        const char32_t index = syllable - 0xAC00;
        const char32_t lead = 0x1100 + index / 588, vowel = 0x1161 + index % 588 / 28, tail = 0x11A7 + index % 28;
        std::u32string jamo = {lead, vowel}, half = {0xAC00 + index / 28 * 28};
        if (tail != 0x11A7) {
            jamo += tail;
            half += tail;
        }
        const string whole = utf8({&syllable, 1});
        if (compose_hangul(utf8(jamo)) != whole) CHECK(static_cast<unsigned long>(syllable) == 0);
        if (compose_hangul(utf8(half)) != whole) CHECK(static_cast<unsigned long>(syllable) == 0);
    }
}

TEST_CASE("all else stays as it was") {
    const auto same = [](const string& text) { CHECK(compose_hangul(text) == text); };
    same("");
    same("plain, 한국어, ㄱㅏㄴ, e\xCC\x81, 🙂");        // é as e + U+0301 is not Hangul's affair
    same(utf8(U"\u1112\u119E\u11AB"));                   // ᄒᆞᆫ: old Hangul has no syllables
    same(utf8(U"\u1100\u11A8"));                         // no vowel between
    same(utf8(U"\u1161\u1100"));                         // wrong order
    same(utf8(U"각\u11A8"));                             // it has a tail already
    same(utf8(U"가\u11A7"));                             // one before the first tail
    same(utf8(U"가\u11C3"));                             // an old tail
    same(utf8(U"\uA960\u1161"));
}

TEST_CASE("NFD text from a Mac's file names is composed in its place") {
    CHECK(compose_hangul(utf8(U"a\u1103\u1161\u110C\u1175\u11B7.md")) == "a다짐.md");
    CHECK(compose_hangul(utf8(U"\u1100\u1161\u1100\u1161")) == "가가");
    CHECK(compose_hangul(utf8(U"가\u11A8\u1161")) == utf8(U"각\u1161"));
    CHECK(compose_hangul(utf8(U"\u1100\u1161\u302E")) == utf8(U"가\u302E"));  // a tone mark stays behind its syllable
}

TEST_CASE("Hangul is known in all its forms") {
    for (const char32_t c : {U'가', U'힣', U'\u1100', U'\u11FF', U'ㄱ', U'ㅣ', U'ㆎ', U'\uA960', U'\uD7FB'}) {
        CHECK(is_hangul(c));
    }
    for (const char32_t c : {U'a', U'漢', U'あ', U'·', U'\u3130', U'\uABFF', U'\uD7A4', U'🙂'}) CHECK_FALSE(is_hangul(c));
}
