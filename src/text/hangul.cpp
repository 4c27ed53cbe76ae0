// Unicode 3.12: the syllables stand in the order of their jamo, so that composing is arithmetic.
#include "text/hangul.h"

#include "text/kinds.h"
#include "text/utf8.h"

namespace dajim::text {
namespace {

constexpr char32_t kSyllables = 0xAC00, kLeads = 0x1100, kVowels = 0x1161, kTails = 0x11A7;  // kTails: no tail
constexpr char32_t kLeadCount = 19, kVowelCount = 21, kTailCount = 28;
constexpr char32_t kSyllableCount = kLeadCount * kVowelCount * kTailCount;

constexpr char32_t kLeadJamo[] = U"ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ";
constexpr char32_t kTailJamo[] = U"ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ";
constexpr char32_t kFirstVowelJamo = U'ㅏ';

}  // namespace

char32_t compose_jamo(char32_t left, char32_t right) {
    if (left - kLeads < kLeadCount && right - kVowels < kVowelCount) {
        return kSyllables + ((left - kLeads) * kVowelCount + (right - kVowels)) * kTailCount;
    }
    const bool left_lacks_tail = left - kSyllables < kSyllableCount && (left - kSyllables) % kTailCount == 0;
    if (left_lacks_tail && right > kTails && right - kTails < kTailCount) return left + (right - kTails);
    return 0;
}

char32_t compatibility_jamo(char32_t jamo) {
    if (jamo - kLeads < kLeadCount) return kLeadJamo[jamo - kLeads];
    if (jamo - kVowels < kVowelCount) return kFirstVowelJamo + (jamo - kVowels);
    if (jamo > kTails && jamo - kTails < kTailCount) return kTailJamo[jamo - kTails - 1];
    return jamo;
}

bool is_syllable(char32_t code_point) { return code_point - kSyllables < kSyllableCount; }

Syllable parts_of(char32_t syllable) {
    const auto at = static_cast<int>(syllable - kSyllables);
    constexpr int vowels = kVowelCount, tails = kTailCount;
    return {at / (vowels * tails), at / tails % vowels, at % tails};
}

char32_t syllable_of(const Syllable& parts) {
    return kSyllables + static_cast<char32_t>((parts.lead * static_cast<int>(kVowelCount) + parts.vowel) * static_cast<int>(kTailCount) + parts.tail);
}

int lead_number(char32_t consonant) {
    for (int at = 0; at < static_cast<int>(kLeadCount); ++at) {
        if (kLeadJamo[at] == consonant) return at;
    }
    return -1;
}

char32_t tail_jamo(int tail) { return kTailJamo[tail - 1]; }

std::string compose_hangul(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    char32_t held = 0;  // the last code point, which the next may join
    for (std::size_t at = 0, length = 0; at < text.size(); at += length) {
        const char32_t next = decode(text, at, length);
        if (at == 0) {
            held = next;
        } else if (const char32_t syllable = compose_jamo(held, next)) {
            held = syllable;
        } else {
            append_utf8(out, held);
            held = next;
        }
    }
    if (!text.empty()) append_utf8(out, held);
    return out;
}

bool is_hangul(char32_t code_point) {
    return between(code_point, 0xAC00, 0xD7A3)     // syllables
           || between(code_point, 0x1100, 0x11FF)  // conjoining jamo, and their two extensions for old Hangul
           || between(code_point, 0xA960, 0xA97C) || between(code_point, 0xD7B0, 0xD7FB)
           || between(code_point, 0x3131, 0x318E)    // compatibility jamo
           || between(code_point, 0xFFA1, 0xFFDC);   // halfwidth compatibility jamo
}

}  // namespace dajim::text
