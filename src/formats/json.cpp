// The JSON tree, built from nlohmann's SAX events: its own tree copies and prints recursively and dies of deep input.
#include "formats/json.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <nlohmann/json.hpp>
#include <utility>

#include "text/utf8.h"

namespace dajim::formats {

namespace {

using Library = nlohmann::json;

// Receives the events; returning false ends the parse.
class Builder {
public:
    Builder(const JsonLimits& limits, std::size_t length) : limits_(limits), length_(length) {}

    bool null() { return add({Json::Kind::null, "null", {}, {}, {}}); }
    bool boolean(bool value) { return add({Json::Kind::boolean, value ? "true" : "false", {}, {}, {}}); }
    bool number_integer(Library::number_integer_t value) { return number(std::to_string(value)); }
    bool number_unsigned(Library::number_unsigned_t value) { return number(std::to_string(value)); }
    bool number_float(Library::number_float_t, const std::string& digits) { return number(digits); }
    bool binary(Library::binary_t&) { return false; }

    bool string(std::string& value) {
        if (!stack_.empty() && stack_.back()->kind == Json::Kind::strings) {
            Json& list = *stack_.back();
            list.text += value;
            list.ends.push_back(static_cast<std::uint32_t>(list.text.size()));
            return true;
        }
        return add({Json::Kind::string, std::move(value), {}, {}, {}});
    }

    bool start_object(std::size_t) { return open(Json::Kind::object); }
    bool start_array(std::size_t) { return open(Json::Kind::strings); }
    bool end_array() { return close(); }

    bool key(std::string& name) {
        stack_.back()->keys.push_back(std::move(name));
        return true;
    }

    bool end_object() {
        std::vector<std::string_view> names(stack_.back()->keys.begin(), stack_.back()->keys.end());
        std::sort(names.begin(), names.end());
        if (std::adjacent_find(names.begin(), names.end()) != names.end()) parsed.has_duplicates = true;
        return close();
    }

    // `position` counts one past the end when the end itself was what came unexpectedly.
    bool parse_error(std::size_t position, const std::string&, const Library::exception& exception) {
        constexpr int number_overflow = 406;
        if (exception.id == number_overflow) return fail(JsonError::bad_number);
        return fail(position > length_ ? JsonError::truncated : JsonError::not_json);
    }

    ParsedJson parsed;
    JsonError error = JsonError::not_json;

private:
    bool fail(JsonError reason) {
        error = reason;
        return false;
    }

    bool number(std::string digits) { return add({Json::Kind::number, std::move(digits), {}, {}, {}}); }

    bool add(Json value) { return put(std::move(value)) != nullptr; }

    // The value's place in the tree; null when it is one too many.
    Json* put(Json value) {
        if (++values_ > limits_.values) return fail(JsonError::too_many), nullptr;
        if (stack_.empty()) return &(parsed.root = std::move(value));
        Json& parent = *stack_.back();
        if (parent.kind == Json::Kind::strings && !unpack(parent)) return nullptr;
        return &parent.items.emplace_back(std::move(value));
    }

    bool unpack(Json& list) {
        values_ += list.ends.size();
        if (values_ > limits_.values) return fail(JsonError::too_many);
        std::size_t begin = 0;
        for (const std::uint32_t end : list.ends) {
            list.items.push_back({Json::Kind::string, list.text.substr(begin, end - begin), {}, {}, {}});
            begin = end;
        }
        list.kind = Json::Kind::list;
        list.text.clear();
        list.ends.clear();
        return true;
    }

    bool open(Json::Kind kind) {
        if (stack_.size() >= limits_.depth) return fail(JsonError::too_deep);
        Json value;
        value.kind = kind;
        // An open value stays where it is: its parent takes nothing more until it is closed.
        Json* const place = put(std::move(value));
        if (place != nullptr) stack_.push_back(place);
        return place != nullptr;
    }

    bool close() {
        stack_.pop_back();
        return true;
    }

    JsonLimits limits_;
    std::size_t length_;
    std::size_t values_ = 0;
    std::vector<Json*> stack_;
};

}  // namespace

const Json* Json::find(std::string_view key) const {
    for (std::size_t i = 0; i < keys.size(); ++i)
        if (keys[i] == key) return &items[i];
    return nullptr;
}

text::Result<ParsedJson, JsonError> parse_json(std::string_view bytes, const JsonLimits& limits) {
    // The library would take a NUL for the end.
    if (bytes.find('\0') != std::string_view::npos) return JsonError::not_json;
    Builder builder(limits, bytes.size());
    if (!Library::sax_parse(bytes.begin(), bytes.end(), &builder)) return builder.error;
    return std::move(builder.parsed);
}

void append_json_string(std::string& out, std::string_view text) {
    out += '"';
    append_json_words(out, text);
    out += '"';
}

void append_json_words(std::string& out, std::string_view text) {
    if (!text::is_valid_utf8(text)) return append_json_words(out, text::repair_utf8(text));
    std::size_t copied = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const unsigned char c = static_cast<unsigned char>(text[i]);
        if (c >= 0x20 && c != '"' && c != '\\' && c != 0x7f) continue;
        out.append(text, copied, i - copied);
        copied = i + 1;
        switch (c) {
            case '"': out += "\\\""; break;
            case '\\': out += "\\\\"; break;
            case '\b': out += "\\b"; break;
            case '\f': out += "\\f"; break;
            case '\n': out += "\\n"; break;
            case '\r': out += "\\r"; break;
            case '\t': out += "\\t"; break;
            default:
                out += "\\u00";
                out += "0123456789abcdef"[c >> 4];
                out += "0123456789abcdef"[c & 0xf];
        }
    }
    out.append(text, copied, text.size() - copied);
}

void append_json_number(std::string& out, double number) {
    // The library's shortest digits (Grisu): the standard library's would bring tables of a hundred kilobytes to the page.
    std::array<char, 64> digits{};
    std::string_view written(digits.data(), static_cast<std::size_t>(
        nlohmann::detail::to_chars(digits.data(), digits.data() + digits.size(), number) - digits.data()));
    if (written.ends_with(".0")) written.remove_suffix(2);
    out += written;
}

double number_of_json(const Json& json) { return std::strtod(json.text.c_str(), nullptr); }

void append_json(std::string& out, const Json& value) {
    switch (value.kind) {
        case Json::Kind::null:
        case Json::Kind::boolean:
        case Json::Kind::number: out += value.text; break;
        case Json::Kind::string: append_json_string(out, value.text); break;
        case Json::Kind::strings: {
            out += '[';
            for (std::size_t i = 0, begin = 0; i < value.ends.size(); begin = value.ends[i++]) {
                if (i > 0) out += ',';
                append_json_string(out, std::string_view(value.text).substr(begin, value.ends[i] - begin));
            }
            out += ']';
            break;
        }
        case Json::Kind::list:
        case Json::Kind::object:
            out += value.is_object() ? '{' : '[';
            for (std::size_t i = 0; i < value.items.size(); ++i) {
                if (i > 0) out += ',';
                if (value.is_object()) {
                    append_json_string(out, value.keys[i]);
                    out += ':';
                }
                append_json(out, value.items[i]);
            }
            out += value.is_object() ? '}' : ']';
            break;
    }
}

}  // namespace dajim::formats
