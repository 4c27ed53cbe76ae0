// Walks the bytes once; the JSON is known to be valid, so brackets and quotes are all there is to watch.
#include "formats/content_sum.h"

#include <algorithm>
#include <cstddef>

#include "formats/sha256.h"

namespace dajim::formats {

namespace {

bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

// The end of the string whose opening quote is at `begin`, its closing quote included.
std::size_t end_of_string(std::string_view json, std::size_t begin) {
    std::size_t i = begin + 1;
    while (i < json.size() && json[i] != '"') i += json[i] == '\\' ? 2 : 1;
    return std::min(i + 1, json.size());
}

}  // namespace

std::string content_sum(std::string_view json) {
    Sha256 sum;
    std::size_t depth = 0;
    std::string_view key;  // of the outermost object's member; empty before its colon
    const auto counts = [&key] { return !key.empty() && key != "\"exported\"" && key != "\"integrity\""; };

    for (std::size_t i = 0; i < json.size();) {
        const char c = json[i];
        if (is_blank(c)) {
            ++i;
            continue;
        }
        if (c == '"') {
            const std::size_t end = end_of_string(json, i);
            const std::string_view string = json.substr(i, end - i);
            if (depth == 1 && key.empty()) key = string;
            if (counts()) sum.add(string);
            i = end;
            continue;
        }
        if (c == '}' || c == ']') --depth;
        if (depth == 0 && c == '}') break;
        if (depth == 1 && c == ',') {
            if (counts()) sum.add("\n");
            key = {};
        } else if (counts()) {
            sum.add(json.substr(i, 1));
        }
        if (c == '{' || c == '[') ++depth;
        ++i;
    }
    if (counts()) sum.add("\n");
    return sum.digest();
}

}  // namespace dajim::formats
