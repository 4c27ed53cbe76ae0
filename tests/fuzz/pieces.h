// What the fuzz test writes with: clusters typed, syllables composed, texts pasted.
#pragma once

#include <string_view>
#include <vector>

#include "episode.h"
#include "plain.h"

namespace fuzz {

inline constexpr std::u32string_view clusters[] = {
    U"가", U"나", U"글", U"쓴", U"다", U" ", U" ", U" ", U"a", U"b", U"x", U".", U".", U"-", U"-", U"1", U">", U"[", U"]", U"*", U"`", U"\t",
    U"漢", U"e\u0301", U"\U0001F469\u200D\U0001F467", U"\U0001F1F0\U0001F1F7", U"\U0001F44D\U0001F3FD", U"☀\uFE0F", U"—", U"ㅎ",
    U"\u0301", U"\u200D", U"\U0001F3FD",
};

inline const std::vector<std::u32string_view> syllables[] = {
    {U"ㅎ", U"하", U"한"}, {U"ㄱ", U"그", U"글"}, {U"ㅇ", U"아", U"안", U"앉"}, {U"ㄷ", U"다"}, {U"ㅋ"}, {U"に", U"にほ", U"日本"},
    {U"ㄱ", U"가", U"각", U"가가"}, {U"ㅁ", U"ㅁ"},
};

/// What is pasted and what then stands in the text: line ends are '\n', decomposed Hangul is composed.
struct Pasted { std::u32string_view text, becomes; };
inline constexpr Pasted pastes[] = {
    {U"붙임", U"붙임"}, {U"- 하나\n- 둘\n", U"- 하나\n- 둘\n"}, {U"\n", U"\n"}, {U"```\n", U"```\n"}, {U"```` c\n~~~\n", U"```` c\n~~~\n"}, {U"> 9. 말\n", U"> 9. 말\n"},
    {U"줄\r\n끝\r", U"줄\n끝\n"}, {U"\u1112\u1161\u11AB글", U"한글"}, {U"- [x] 한 일", U"- [x] 한 일"}, {U"", U""},
    {U"\U0001F1F0\U0001F1F7\U0001F1EF\U0001F1F5", U"\U0001F1F0\U0001F1F7\U0001F1EF\U0001F1F5"},
};
inline constexpr std::u32string_view long_line = U"오늘은 미루지 않고 한 줄이라도 쓴다. \U0001F44D\U0001F3FD ok\n";

inline std::u32string_view typed_piece(const Step& step) {
    return step.b == 1 ? syllables[step.a % std::size(syllables)].back() : clusters[step.a % std::size(clusters)];
}
inline std::u32string_view stroke_of(const Step& step) {
    const auto& syllable = syllables[step.a % std::size(syllables)];
    return syllable[step.b % syllable.size()];
}

}  // namespace fuzz
