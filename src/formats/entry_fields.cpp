// Reading entries, see entry_fields.h.
#include "formats/entry_fields.h"

#include <algorithm>
#include <charconv>
#include <limits>

#include "formats/journal_schema.h"

namespace dajim::formats {

using journal::Unknown;

std::string without_nul(std::string_view words) {
    std::string out;
    out.reserve(words.size());
    for (const char c : words) {
        if (c == '\0') out += "\xEF\xBF\xBD";
        else out += c;
    }
    return out;
}

void keep_unknown(const Json& object, Names known, std::string_view path, std::vector<Unknown>& unknown) {
    for (std::size_t i = 0; i < object.keys.size(); ++i) {
        if (std::find(known.begin(), known.end(), object.keys[i]) != known.end()) continue;
        Unknown one{std::string(path) + escaped_name(object.keys[i]), {}};
        append_json(one.json, object.items[i]);
        unknown.push_back(std::move(one));
    }
}

// --------------------------------------------------------------------------------------------------------------------- values

const Json* Value::find(std::string_view name) const {
    const Json* const json = object_.find(name);
    return json == nullptr || json->kind == Json::Kind::null ? nullptr : json;
}

std::string Value::words(std::string_view name) {
    require(object_.find(name) != nullptr && object_.find(name)->is_string());
    return words_or_nothing(name);
}

std::string Value::words_or_nothing(std::string_view name) {
    const Json* const json = object_.find(name);
    require(json == nullptr || json->is_string());
    return json != nullptr ? without_nul(json->text) : "";
}

std::vector<std::string> Value::strings(std::string_view name) {
    std::vector<std::string> strings;
    const Json* const json = find(name);
    if (json == nullptr) return strings;
    require(json->kind == Json::Kind::strings);
    for (std::size_t i = 0, begin = 0; i < json->ends.size(); begin = json->ends[i++])
        strings.push_back(without_nul(std::string_view(json->text).substr(begin, json->ends[i] - begin)));
    return strings;
}

std::optional<double> Value::amount(std::string_view name) {
    const Json* const json = find(name);
    if (json == nullptr) return std::nullopt;
    require(json->kind == Json::Kind::number);
    return json->kind == Json::Kind::number ? number_of_json(*json) : 0;
}

std::optional<int> Value::small_number(std::string_view name) {
    const auto number = amount(name);
    if (!number) return std::nullopt;
    const bool fits = *number >= -1e6 && *number <= 1e6 && *number == static_cast<double>(static_cast<int>(*number));
    require(fits);
    return fits ? static_cast<int>(*number) : 0;
}

std::optional<std::size_t> Value::whole_number(std::string_view name) {
    const Json* const json = find(name);
    if (json == nullptr) return std::nullopt;
    std::size_t value = 0;
    const char* const last = json->text.data() + json->text.size();
    const auto [end, error] = std::from_chars(json->text.data(), last, value);
    // What no number here can hold is a number all the same: one that lies behind everything.
    const bool huge = error == std::errc::result_out_of_range;
    require(json->kind == Json::Kind::number && (error == std::errc{} || huge) && end == last);
    return huge ? std::numeric_limits<std::size_t>::max() : value;
}

std::optional<bool> Value::truth(std::string_view name) {
    const Json* const json = find(name);
    if (json == nullptr) return std::nullopt;
    require(json->kind == Json::Kind::boolean);
    return json->text == "true";
}

std::optional<journal::Date> Value::date(std::string_view name) {
    const Json* const json = find(name);
    if (json == nullptr) return std::nullopt;
    const auto date = json->is_string() ? journal::read_date(json->text) : std::nullopt;
    require(date && journal::write_date(*date) == json->text);
    return date;
}

journal::Date Value::existing_date(std::string_view name) {
    const auto found = date(name);
    require(found.has_value());
    return found.value_or(journal::Date{});
}

std::size_t Value::choice_of(std::string_view name, std::span<const std::string_view> names) {
    const Json* const json = object_.find(name);
    if (json == nullptr) return 0;
    const auto found = std::find(names.begin(), names.end(), json->text);
    const bool fits = json->is_string() && found != names.end();
    require(fits);
    return fits ? static_cast<std::size_t>(found - names.begin()) : 0;
}

// --------------------------------------------------------------------------------------------------------------------- fields

Fields::Fields(const Json& entry, Names members, Names fields, std::vector<Unknown>& unknown) : unknown_(unknown) {
    keep_unknown(entry, members, "", unknown);
    fields_ = entry.find("fields");
    fine_ = fields_ != nullptr && fields_->is_object();
    if (fine_) keep_unknown(*fields_, fields, "fields/", unknown);
    for (const std::string_view name : fields) {
        const Json* const field = fine_ ? fields_->find(name) : nullptr;
        if (field == nullptr) continue;
        fine_ = field->is_object();
        keep_unknown(*field, {"v"}, "fields/" + std::string(name) + "/", unknown);
    }
    std::sort(unknown.begin(), unknown.end());
}

std::string Fields::words(std::string_view name) {
    require(value(name) != nullptr);
    return words_or_nothing(name);
}

std::string Fields::words_or_nothing(std::string_view name) {
    return of_value(name, [](Value& value) { return value.words_or_nothing("v"); });
}

std::string Fields::lines(std::string_view name) {
    const Json* const json = value(name);
    if (json != nullptr && json->kind == Json::Kind::strings) return without_nul(json->text);
    return words(name);
}

std::vector<std::string> Fields::texts(std::string_view name) {
    std::vector<std::string> texts;
    const Json* const json = value(name);
    if (json == nullptr || json->kind == Json::Kind::null) return texts;
    require(json->is_list() && json->ends.empty());   // of strings alone: texts that are not by lines, which nobody writes
    for (const Json& item : json->items) {
        require(item.kind == Json::Kind::strings || item.is_string());
        texts.push_back(without_nul(item.text));
    }
    return texts;
}

bool Fields::truth(std::string_view name) {
    const Json* const json = value(name);
    fine_ = fine_ && (json == nullptr || json->kind == Json::Kind::boolean);
    return json != nullptr && json->text == "true";
}

std::optional<journal::Date> Fields::date(std::string_view name) {
    return of_value(name, [](Value& value) { return value.date("v"); });
}

std::vector<std::string> Fields::strings(std::string_view name) {
    return of_value(name, [](Value& value) { return value.strings("v"); });
}

std::optional<int> Fields::small_number(std::string_view name) {
    return of_value(name, [](Value& value) { return value.small_number("v"); });
}

const Json* Fields::value(std::string_view name) const {
    const Json* const field = fields_ != nullptr ? fields_->find(name) : nullptr;
    return field != nullptr ? field->find("v") : nullptr;
}

void Fields::keep(const Json& object, Names known, std::string_view path) {
    keep_unknown(object, known, path, unknown_);
    std::sort(unknown_.begin(), unknown_.end());
}

}  // namespace dajim::formats
