// What the pair after this one is called, see next_name.h.
#include "app/next_name.h"

namespace dajim::app {

std::string next_name(const std::string& name) {
    std::size_t end = name.size();
    while (end > 0 && !(name[end - 1] >= '0' && name[end - 1] <= '9')) --end;
    std::size_t begin = end;
    while (begin > 0 && name[begin - 1] >= '0' && name[begin - 1] <= '9') --begin;
    if (begin == end || end - begin > 9) return {};
    std::string number = std::to_string(std::stol(name.substr(begin, end - begin)) + 1);
    if (number.size() < end - begin) number.insert(0, end - begin - number.size(), '0');
    return name.substr(0, begin) + number + name.substr(end);
}

}  // namespace dajim::app
