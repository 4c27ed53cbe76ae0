// Letters and ends of Korean and English words.
#include "journal/words.h"

#include <algorithm>

#include "text/hangul.h"
#include "text/kinds.h"
#include "text/utf8.h"

namespace dajim::journal {

std::string plain(std::string_view text) {
    // Conjoining jamo are three bytes that begin with E1; without them there is nothing to compose.
    std::string out = text.find('\xE1') == std::string_view::npos ? std::string(text) : text::compose_hangul(text);
    std::transform(out.begin(), out.end(), out.begin(), [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
    for (std::size_t at = out.find("’"); at != std::string::npos; at = out.find("’", at)) out.replace(at, 3, "'");
    return out;
}

std::string_view trimmed(std::string_view text) {
    constexpr std::string_view blanks = " \t\r\n";
    const std::size_t begin = text.find_first_not_of(blanks);
    if (begin == std::string_view::npos) return {};
    return text.substr(begin, text.find_last_not_of(blanks) - begin + 1);
}

bool is_short(std::string_view words, std::size_t code_points) { return words.size() <= code_points * 4 && text::count_code_points(words) <= code_points; }

namespace {

bool is_ascii_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

bool begins_word(std::string_view text, std::size_t at, std::string_view word) {
    return !is_ascii_letter(word.front()) || at == 0 || !is_ascii_letter(text[at - 1]);
}

}  // namespace

bool has_word(std::string_view text, std::string_view word) { return last_word(text, word) != std::string_view::npos; }

std::size_t last_word(std::string_view text, std::string_view word) {
    std::size_t at = text.rfind(word);
    while (at != std::string_view::npos && !begins_word(text, at, word)) {
        if (at == 0) return std::string_view::npos;
        at = text.rfind(word, at - 1);
    }
    return at;
}

std::u32string decoded(std::string_view text) {
    std::u32string out;
    for (std::size_t at = 0, length = 0; at < text.size(); at += length) out += text::decode(text, at, length);
    return out;
}

std::vector<std::u32string> words_in(std::string_view vocabulary) {
    std::vector<std::u32string> out(1);
    for (const char32_t sign : decoded(vocabulary)) {
        if (sign == ' ') out.emplace_back();
        else out.back() += sign;
    }
    return out;
}

int tail_of(char32_t syllable) { return text::is_syllable(syllable) ? text::parts_of(syllable).tail : -1; }

char32_t decode_before(std::string_view text, std::size_t byte, std::size_t& begin) {
    if (byte == 0) {
        begin = 0;
        return 0;
    }
    begin = text::floor_code_point(text, byte - 1);
    std::size_t length = 0;
    return text::decode(text, begin, length);
}

bool is_word_sign(char32_t code_point) {
    if (code_point < 0x80) {
        return (code_point >= '0' && code_point <= '9') || (code_point >= 'a' && code_point <= 'z') || (code_point >= 'A' && code_point <= 'Z');
    }
    // Lone jamo are laughs and tears ("ㅎㅎ", "ㅠㅠ"), not words.
    if (text::between(code_point, 0x3131, 0x318E)) return false;
    return text::is_hangul(code_point) || text::between(code_point, 0xC0, 0x24F) || text::between(code_point, 0x370, 0x1FFF) ||
           text::between(code_point, 0x3040, 0x30FF) || text::between(code_point, 0x3400, 0x9FFF) || text::between(code_point, 0xF900, 0xFAFF);
}

}  // namespace dajim::journal
