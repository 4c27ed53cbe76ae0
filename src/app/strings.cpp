// The strings table and the filling in of its blanks.
#include "app/strings.h"

namespace dajim::app {
namespace {

struct Row { const char* korean; const char* english; };

constexpr Row table[] = {
#define DAJIM_STRING(name, korean, english) {korean, english},
#include "app/strings_table.inc"
#undef DAJIM_STRING
};

}  // namespace

Language language_of(std::string_view tag) {
    const bool korean = tag.substr(0, 2) == "ko" && (tag.size() == 2 || tag[2] == '-' || tag[2] == '_');
    return korean ? Language::ko : Language::en;
}

const char* say(Str string, Language language) {
    const Row& row = table[static_cast<std::size_t>(string)];
    return language == Language::ko ? row.korean : row.english;
}

std::string say(Str string, Language language, std::initializer_list<std::string_view> arguments) {
    std::string out;
    std::string_view pattern = say(string, language);
    auto argument = arguments.begin();
    for (std::size_t at = 0; at < pattern.size();) {
        if (pattern.substr(at, 2) == "{}" && argument != arguments.end()) {
            out += *argument++;
            at += 2;
        } else {
            out += pattern[at++];
        }
    }
    return out;
}

std::string with_commas(std::size_t number) {
    std::string digits = std::to_string(number);
    for (std::size_t at = digits.size(); at > 3;) {
        at -= 3;
        digits.insert(at, ",");
    }
    return digits;
}

}  // namespace dajim::app
