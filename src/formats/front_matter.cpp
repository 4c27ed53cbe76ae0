// Front matter as blogs in the wild have it: YAML by libyaml's events, then whatever can be read line by line.
#include "formats/front_matter.h"

#include <yaml.h>

#include <algorithm>
#include <array>
#include <utility>

namespace dajim::formats {

namespace {

constexpr std::size_t max_lines = 200;
constexpr std::size_t max_bytes = 64 * 1024;
constexpr int max_depth = 16;
constexpr std::size_t max_tags = 100;

// In the order in which they are believed.
constexpr std::array<std::string_view, 10> date_keys{"date",        "publishedat",  "published_at", "pubdate",
                                                     "publishdate", "publish_date", "published",    "createdat",
                                                     "created_at",  "created"};

bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; }

std::string_view trimmed(std::string_view text) {
    while (!text.empty() && is_blank(text.front())) text.remove_prefix(1);
    while (!text.empty() && is_blank(text.back())) text.remove_suffix(1);
    return text;
}

std::string lower_case(std::string_view text) {
    std::string out(text);
    std::transform(out.begin(), out.end(), out.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
    return out;
}

struct KeyValue { std::string_view key, value; };

// "key: value", "key:" or (TOML) "key = value" at the line's start; keys are words of letters of any script, '_', '-'
// and '.', or quoted. Prose has a blank before its colon, a link has no blank after it.
std::optional<KeyValue> key_value(std::string_view line, char separator) {
    std::size_t end = 0;
    if (!line.empty() && (line[0] == '"' || line[0] == '\'')) {
        end = line.find(line[0], 1);
        if (end == std::string_view::npos) return std::nullopt;
        ++end;
    } else {
        constexpr std::string_view not_in_keys = " \t\"'#:=,[]{}<>()!*&|`@%?/\\";
        while (end < line.size() && not_in_keys.find(line[end]) == std::string_view::npos) ++end;
        if (end == 0 || line[0] == '-') return std::nullopt;
    }
    std::string_view key = line.substr(0, end);
    if (key.size() > 1 && (key[0] == '"' || key[0] == '\'')) key = key.substr(1, key.size() - 2);
    std::size_t at = end;
    while (separator == '=' && at < line.size() && is_blank(line[at])) ++at;
    if (at >= line.size() || line[at] != separator) return std::nullopt;
    if (separator == ':' && at + 1 < line.size() && !is_blank(line[at + 1])) return std::nullopt;
    return KeyValue{key, trimmed(line.substr(at + 1))};
}

// How a line at the left edge speaks for or against a block of facts.
enum class Voice { for_it, neutral, against_it };

Voice voice_of(std::string_view line, Fence fence) {
    if (line.empty() || is_blank(line[0]) || line[0] == '#' || line[0] == ']' || line[0] == '}') return Voice::neutral;
    if (key_value(line, fence == Fence::toml ? '=' : ':')) return Voice::for_it;
    if (fence == Fence::toml) return line[0] == '[' || line[0] == '"' ? Voice::neutral : Voice::against_it;
    return line == "-" || line.starts_with("- ") ? Voice::neutral : Voice::against_it;
}

// What has been found so far, the better source of a date winning.
class Facts {
public:
    void scalar(std::string_view key, std::string_view value) {
        value = trimmed(value);
        const std::string name = lower_case(key);
        if (name == "title" && result.title.empty()) result.title = value;
        const auto date_key = std::find(date_keys.begin(), date_keys.end(), name);
        if (date_key != date_keys.end() && date_key < date_from_ && !value.empty()) {
            result.date = value;
            date_from_ = date_key;
        }
        if (!is_tag_key(key)) return;
        // Several in one string: by commas, and as Jekyll does by blanks where the key is a plural.
        const bool plural = name == "tags" || name == "categories";
        const char* const parting = value.find(',') != std::string_view::npos ? "," : plural ? " \t" : ",";
        while (!value.empty()) {
            const std::size_t end = std::min(value.find_first_of(parting), value.size());
            tag(value.substr(0, end));
            value.remove_prefix(std::min(end + 1, value.size()));
        }
    }

    void tag(std::string_view value) {
        value = trimmed(value);
        while (!value.empty() && value.front() == '#') value.remove_prefix(1);
        if (value.empty() || result.tags.size() >= max_tags) return;
        if (std::find(result.tags.begin(), result.tags.end(), value) == result.tags.end())
            result.tags.emplace_back(value);
    }

    static bool is_tag_key(std::string_view key) {
        const std::string name = lower_case(key);
        return name == "tags" || name == "tag" || name == "categories" || name == "category";
    }

    FrontMatter result;

private:
    decltype(date_keys)::const_iterator date_from_ = date_keys.end();
};

std::string_view text_of(const yaml_event_t& event) {
    return {reinterpret_cast<const char*>(event.data.scalar.value), event.data.scalar.length};
}

bool is_null(const yaml_event_t& event) {
    const std::string_view text = text_of(event);
    return event.data.scalar.style == YAML_PLAIN_SCALAR_STYLE && (text.empty() || text == "~" || text == "null");
}

// Walks libyaml's events without building a document: no alias is ever followed, and depth is a number. Nothing for
// broken YAML.
std::optional<FrontMatter> read_yaml(std::string_view lines) {
    yaml_parser_t parser;
    if (!yaml_parser_initialize(&parser)) return std::nullopt;
    yaml_parser_set_encoding(&parser, YAML_UTF8_ENCODING);
    yaml_parser_set_input_string(&parser, reinterpret_cast<const unsigned char*>(lines.data()), lines.size());

    Facts facts;
    std::string key;          // of the outermost mapping
    bool expects_key = true;  // at depth 1
    int depth = 0;
    bool in_sequence = false;  // the outermost mapping's value is a sequence, at depth 2
    bool fine = true, done = false;
    while (fine && !done) {
        yaml_event_t event;
        if (!yaml_parser_parse(&parser, &event)) {
            fine = false;
            break;
        }
        const bool is_value = depth == 1 && !expects_key;
        switch (event.type) {
            case YAML_SCALAR_EVENT:
                if (depth == 0) fine = false;  // prose, no mapping
                else if (depth == 1 && expects_key) key = text_of(event);
                else if (is_value && !is_null(event)) facts.scalar(key, text_of(event));
                else if (depth == 2 && in_sequence && Facts::is_tag_key(key) && !is_null(event))
                    facts.tag(text_of(event));
                if (depth == 1) expects_key = !expects_key;
                break;
            case YAML_ALIAS_EVENT:
                if (depth == 1) expects_key = !expects_key;
                break;
            case YAML_SEQUENCE_START_EVENT:
            case YAML_MAPPING_START_EVENT:
                if (depth == 0 && event.type == YAML_SEQUENCE_START_EVENT) fine = false;
                if (depth == 1) {
                    in_sequence = event.type == YAML_SEQUENCE_START_EVENT;
                    // `title: [Words]` is meant as words.
                    if (is_value && lower_case(key) == "title") fine = false;
                    if (expects_key) fine = false;
                    expects_key = true;
                }
                fine = fine && ++depth <= max_depth;
                break;
            case YAML_SEQUENCE_END_EVENT:
            case YAML_MAPPING_END_EVENT:
                --depth;
                break;
            case YAML_DOCUMENT_END_EVENT:
            case YAML_STREAM_END_EVENT:
                done = true;
                break;
            default:
                break;
        }
        yaml_event_delete(&event);
    }
    yaml_parser_delete(&parser);
    if (!fine) return std::nullopt;
    return std::move(facts.result);
}

// A value as a person would read it: without quotes around all of it, or a comment behind.
std::string_view plain_value(std::string_view value) {
    value = trimmed(value);
    if (!value.empty() && (value[0] == '"' || value[0] == '\'')) {
        const std::size_t end = value.find(value[0], 1);
        const std::string_view rest = end == std::string_view::npos ? value : trimmed(value.substr(end + 1));
        if (rest.empty() || rest[0] == '#') return value.substr(1, end - 1);
        return value;
    }
    if (const std::size_t comment = value.find(" #"); comment != std::string_view::npos)
        value = value.substr(0, comment);
    return trimmed(value);
}

std::string_view next_line(std::string_view& lines) {
    const std::size_t end = std::min(lines.find('\n'), lines.size());
    const std::string_view line = lines.substr(0, end);
    lines.remove_prefix(std::min(end + 1, lines.size()));
    return line;
}

// ">-", "|": the value stands in the lines below.
bool is_block_sign(std::string_view value) {
    if (value.empty() || (value[0] != '>' && value[0] != '|')) return false;
    return value.size() == 1 || (value.size() == 2 && (value[1] == '-' || value[1] == '+'));
}

FrontMatter read_by_lines(std::string_view lines, char separator) {
    Facts facts;
    std::string key;
    std::string folded;        // the words of `key: >-` so far
    bool is_folded = false;
    bool is_list = false;      // within a TOML list of several lines
    const auto take_items = [&facts](std::string_view items) {
        while (!items.empty()) {
            const std::size_t end = std::min(items.find_first_of(",]"), items.size());
            facts.tag(plain_value(items.substr(0, end)));
            items.remove_prefix(std::min(end + 1, items.size()));
        }
    };
    while (!lines.empty()) {
        const std::string_view line = next_line(lines);
        const auto found = is_list ? std::nullopt : key_value(line, separator);
        if (found || (!line.empty() && !is_blank(line[0]) && is_folded)) {
            if (is_folded) facts.scalar(key, folded);
            is_folded = false;
            folded.clear();
        }
        if (found) {
            key = found->key;
            const std::string_view value = found->value;
            is_folded = separator == ':' && is_block_sign(value);
            if (is_folded) continue;
            if (value.starts_with('[') && Facts::is_tag_key(key)) {
                take_items(value.substr(1));
                is_list = separator == '=' && value.find(']') == std::string_view::npos;
            } else {
                facts.scalar(key, plain_value(value));
            }
        } else if (is_folded) {
            if (!folded.empty()) folded += ' ';
            folded += trimmed(line);
        } else if (is_list) {
            take_items(line);
            is_list = line.find(']') == std::string_view::npos;
        } else if (separator == ':' && Facts::is_tag_key(key) && trimmed(line).starts_with("- ")) {
            facts.tag(plain_value(trimmed(line).substr(2)));
        }
    }
    if (is_folded) facts.scalar(key, folded);
    return std::move(facts.result);
}

}  // namespace

FrontMatterExtent front_matter_extent(const text::Buffer& text) {
    const auto is_fence = [](std::string_view line, std::string_view sign) {
        return line.starts_with(sign) && trimmed(line) == sign;
    };
    const Fence fence = is_fence(text.paragraph(0), "---")   ? Fence::yaml
                        : is_fence(text.paragraph(0), "+++") ? Fence::toml
                                                             : Fence::none;
    if (fence == Fence::none) return {};

    std::size_t bytes = 0, speaking_for = 0, against = 0;
    // Before anything spoke: a rule, a blank line and a heading are a post.
    bool blank_first = false, heading_first = false;
    for (std::size_t i = 1; i < text.paragraphs() && i < max_lines; ++i) {
        std::string_view line = text.paragraph(i);
        bytes += line.size() + 1;
        if (bytes > max_bytes) return {};
        if (is_fence(line, fence == Fence::yaml ? "---" : "+++") || (fence == Fence::yaml && is_fence(line, "..."))) {
            const bool believed = speaking_for > against || (i == 1 && fence == Fence::yaml);
            return believed ? FrontMatterExtent{fence, i + 1} : FrontMatterExtent{};
        }
        while (!line.empty() && is_blank(line.back())) line.remove_suffix(1);
        const Voice voice = voice_of(line, fence);
        if (speaking_for == 0) {
            blank_first = blank_first || line.empty();
            heading_first = heading_first || line.starts_with('#');
            if (voice == Voice::against_it || (blank_first && heading_first)) return {};
        }
        speaking_for += voice == Voice::for_it ? 1 : 0;
        against += voice == Voice::against_it ? 1 : 0;
    }
    return {};
}

FrontMatter read_front_matter(Fence fence, std::string_view lines) {
    if (fence == Fence::none) return {};
    if (fence == Fence::toml) return read_by_lines(lines, '=');
    if (auto facts = read_yaml(lines)) return std::move(*facts);
    return read_by_lines(lines, ':');
}

}  // namespace dajim::formats
