// Hangul's arithmetic (Unicode 3.12): conjoining jamo to syllables.
#pragma once

#include <string>
#include <string_view>

namespace dajim::text {

/// `text` with every composable jamo sequence (L V, L V T, LV T) composed to its syllable; all else untouched.
/// Old Hangul, which has no syllables, stays as it is.
std::string compose_hangul(std::string_view text);

/// True for a modern precomposed syllable, a conjoining jamo or a compatibility jamo.
bool is_hangul(char32_t code_point);

}  // namespace dajim::text
