// The pieces of strict JSON, see strict_json.h.
#include "formats/strict_json.h"

#include <algorithm>
#include <charconv>

namespace dajim::formats {

// ------------------------------------------------------------------------------------------------------------------- writing

void StrictWriter::key(std::string_view name) {
    if (out.back() != '{') out += ',';
    append_json_string(out, name);
    out += ':';
}

void StrictWriter::words(std::string_view name, std::string_view value) {
    key(name);
    append_json_string(out, value);
}

void StrictWriter::number(std::string_view name, std::size_t value) {
    key(name);
    out += std::to_string(value);
}

void StrictWriter::number(std::string_view name, const std::optional<int>& value) {
    key(name);
    out += value ? '[' + std::to_string(*value) + ']' : "[]";
}

void StrictWriter::amount(std::string_view name, double value) {
    key(name);
    append_json_number(out, value);
}

void StrictWriter::day(std::string_view name, const std::optional<journal::Date>& date) {
    words(name, date ? journal::write_date(*date) : "");
}

void StrictWriter::range(std::string_view name, const std::optional<text::Range>& range) {
    key(name);
    out += '[';
    if (range)
        for (const std::size_t place : {range->begin.paragraph, range->begin.byte, range->end.paragraph, range->end.byte}) {
            if (out.back() != '[') out += ',';
            out += std::to_string(place);
        }
    out += ']';
}

void StrictWriter::strings(std::string_view name, const std::vector<std::string>& strings) {
    key(name);
    out += '[';
    for (const std::string& one : strings) {
        if (out.back() != '[') out += ',';
        append_json_string(out, one);
    }
    out += ']';
}

void StrictWriter::unknown(const std::vector<journal::Unknown>& members) {
    key("unknown");
    out += '[';
    for (const journal::Unknown& member : members) {
        if (out.back() != '[') out += ',';
        append_json_string(out, member.key);
        out += ',';
        append_json_string(out, member.json);
    }
    out += ']';
}

// ------------------------------------------------------------------------------------------------------------------- reading

const Json& Members::member(std::string_view name) {
    static const Json nothing;
    const Json* const found = object_.find(name);
    require(found != nullptr);
    ++taken_;
    return found != nullptr ? *found : nothing;
}

std::string Members::words(std::string_view name) {
    const Json& json = member(name);
    require(json.is_string());
    return json.text;
}

std::optional<int> Members::small_number(std::string_view name) {
    const Json& json = member(name);
    require(json.is_list() && json.ends.empty() && json.size() <= 1);
    if (!fine_ || json.items.empty()) return std::nullopt;
    const std::size_t value = number_of(json.items[0]);
    require(value <= 1'000'000);
    return static_cast<int>(std::min<std::size_t>(value, 1'000'000));
}

double Members::amount(std::string_view name) {
    const Json& json = member(name);
    require(json.kind == Json::Kind::number);
    return fine_ ? number_of_json(json) : 0;
}

bool Members::truth(std::string_view name) {
    const std::size_t value = number(name);
    require(value <= 1);
    return value == 1;
}

std::optional<journal::Date> Members::day(std::string_view name) {
    const std::string written = words(name);
    const auto date = journal::read_date(written);
    require(date ? journal::write_date(*date) == written : written.empty());
    return date;
}

journal::Date Members::existing_day(std::string_view name) {
    const auto date = day(name);
    require(date.has_value());
    return date.value_or(journal::Date{});
}

std::optional<text::Range> Members::range(std::string_view name) {
    const Json& json = member(name);
    require(json.is_list() && json.ends.empty() && (json.size() == 0 || json.size() == 4));
    if (!fine_ || json.size() == 0) return std::nullopt;
    const text::Position begin{number_of(json.items[0]), number_of(json.items[1])};
    return text::Range{begin, {number_of(json.items[2]), number_of(json.items[3])}};
}

std::vector<std::string> Members::strings(std::string_view name) {
    const Json& json = member(name);
    require(json.kind == Json::Kind::strings);
    std::vector<std::string> strings;
    for (std::size_t i = 0, begin = 0; i < json.ends.size(); begin = json.ends[i++])
        strings.push_back(json.text.substr(begin, json.ends[i] - begin));
    return strings;
}

std::vector<journal::Unknown> Members::unknown() {
    std::vector<std::string> pieces = strings("unknown");
    require(pieces.size() % 2 == 0);
    std::vector<journal::Unknown> members;
    for (std::size_t i = 0; fine_ && i < pieces.size(); i += 2) {
        require(parse_json(pieces[i + 1], {}).ok());
        members.push_back({std::move(pieces[i]), std::move(pieces[i + 1])});
    }
    return members;
}

std::size_t Members::number_of(const Json& json) {
    std::size_t value = 0;
    const char* const last = json.text.data() + json.text.size();
    const auto [end, error] = std::from_chars(json.text.data(), last, value);
    require(json.kind == Json::Kind::number && error == std::errc{} && end == last);
    return value;
}

std::size_t Members::choice_of(std::string_view name, std::span<const std::string_view> names) {
    const std::string word = words(name);
    const auto found = std::find(names.begin(), names.end(), word);
    require(found != names.end());
    return found == names.end() ? 0 : static_cast<std::size_t>(found - names.begin());
}

}  // namespace dajim::formats
