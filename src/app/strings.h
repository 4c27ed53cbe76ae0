// Every sentence and word on the screen, in Korean and English; the table is strings_table.inc.
#pragma once

#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>

namespace dajim::app {

enum class Language : std::uint8_t { ko, en };

/// Korean for "ko" and "ko-…", else English.
Language language_of(std::string_view tag);

enum class Str : std::uint16_t {
#define DAJIM_STRING(name, korean, english) name,
#include "app/strings_table.inc"
#undef DAJIM_STRING
};

const char* say(Str string, Language language);

/// With "{}" replaced by the arguments in order. Where a Korean particle follows ("{}이(가)"), the table avoids it.
std::string say(Str string, Language language, std::initializer_list<std::string_view> arguments);

/// "1,284".
std::string with_commas(std::size_t number);

}  // namespace dajim::app
