// CommonMark's rule for fenced code.
#include "text/fences.h"

#include <algorithm>
#include <cstddef>
#include <cstdlib>

namespace dajim::text {
namespace {

bool is_blank(char sign) { return sign == ' ' || sign == '\t' || sign == '\r'; }

}  // namespace

Fence fence_behind(Fence before, std::string_view line) {
    std::size_t at = 0;
    while (at < line.size() && is_blank(line[at])) ++at;
    const char sign = at < line.size() ? line[at] : ' ';
    if (sign != '`' && sign != '~') return before;
    std::size_t end = at;
    while (end < line.size() && line[end] == sign) ++end;
    const auto length = static_cast<Fence>(std::min<std::size_t>(end - at, 1000));
    const std::string_view rest = line.substr(end);
    if (before != 0) {
        const bool closes = (before < 0) == (sign == '~') && length >= std::abs(before) && std::all_of(rest.begin(), rest.end(), is_blank);
        return closes ? Fence{0} : before;
    }
    // "```a```" on one line is code among words.
    const bool opens = length >= 3 && (sign == '~' || rest.find('`') == std::string_view::npos);
    if (!opens) return 0;
    return sign == '~' ? static_cast<Fence>(-length) : length;
}

}  // namespace dajim::text
