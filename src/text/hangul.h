// Hangul's arithmetic (Unicode 3.12): conjoining jamo to syllables.
#pragma once

#include <string>
#include <string_view>

namespace dajim::text {

/// `text` with every composable jamo sequence (L V, L V T, LV T) composed to its syllable; all else untouched.
/// Old Hangul, which has no syllables, stays as it is.
std::string compose_hangul(std::string_view text);

/// The syllable that two neighbours make (L V, LV T), or 0 where they make none.
char32_t compose_jamo(char32_t left, char32_t right);

/// What a keyboard calls a conjoining jamo: U+1100 is ㄱ. All else is itself.
char32_t compatibility_jamo(char32_t jamo);

/// A modern syllable by the numbers of its jamo in Unicode's order; tail 0: none.
struct Syllable { int lead = 0, vowel = 0, tail = 0; };
bool is_syllable(char32_t code_point);
Syllable parts_of(char32_t syllable);
char32_t syllable_of(const Syllable& parts);
inline constexpr int last_vowel = 20, last_tail = 27;
/// The number of a compatibility consonant as a syllable's lead, or -1 where none begins with it.
int lead_number(char32_t consonant);
/// The compatibility consonant of a tail; tail > 0.
char32_t tail_jamo(int tail);

/// True for a modern precomposed syllable, a conjoining jamo or a compatibility jamo.
bool is_hangul(char32_t code_point);

}  // namespace dajim::text
