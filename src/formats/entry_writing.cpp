// The layout of entries, see entry_writing.h.
#include "formats/entry_writing.h"

#include <algorithm>

#include "formats/journal_schema.h"

namespace dajim::formats {

using journal::Unknown;

void Writer::open(char bracket, Layout layout) {
    out_ += bracket;
    ++depth_;
    layout_ = layout;
    first_ = true;
}

void Writer::close(char bracket) {
    --depth_;
    if (layout_ == Layout::one_line) out_ += ' ';
    else if (!first_) new_line();
    out_ += bracket;
    layout_ = Layout::lines;
    first_ = false;
}

void Writer::item() {
    if (!first_) out_ += ',';
    first_ = false;
    if (layout_ == Layout::one_line) out_ += ' ';
    else new_line();
}

void Writer::key(std::string_view name) {
    item();
    append_json_string(out_, name);
    out_ += ": ";
}

void Writer::string(std::string_view words) {
    if (words.find('\0') == std::string_view::npos) return append_json_string(out_, words);
    std::string repaired;
    for (const char c : words) {
        if (c == '\0') repaired += "\xEF\xBF\xBD";
        else repaired += c;
    }
    append_json_string(out_, repaired);
}

void Writer::member(std::string_view name, std::string_view words) {
    key(name);
    string(words);
}

void Writer::new_line() {
    out_ += '\n';
    out_.append(depth_ * 2, ' ');
}

std::map<std::string, std::string_view> unknown_under(const std::vector<Unknown>& unknown, std::string_view path) {
    std::map<std::string, std::string_view> found;
    for (const Unknown& one : unknown) {
        const std::string_view key = one.key;
        if (!key.starts_with(path) || key.find('/', path.size()) != std::string_view::npos) continue;
        found[unescaped_name(key.substr(path.size()))] = one.json;
    }
    return found;
}

void write_unknown(Writer& out, const std::vector<Unknown>& unknown, std::string_view path, std::initializer_list<std::string_view> known) {
    for (const auto& [name, json] : unknown_under(unknown, path)) {
        if (std::find(known.begin(), known.end(), name) != known.end()) continue;
        out.key(name);
        out.raw(json);
    }
}

void write_unknown(StrictWriter& out, const std::vector<Unknown>& unknown, std::string_view path,
                   std::initializer_list<std::string_view> known) {
    for (const auto& [name, json] : unknown_under(unknown, path)) {
        if (std::find(known.begin(), known.end(), name) != known.end()) continue;
        out.key(name);
        out.out += json;
    }
}

void write_words(Writer& out, const std::vector<Unknown>& unknown, std::string_view name, std::string_view words) {
    write_field(out, unknown, name, false, [&] { out.string(words); });
}

void write_words_if_any(Writer& out, const std::vector<Unknown>& unknown, std::string_view name, std::string_view words) {
    write_field(out, unknown, name, words.empty(), [&] { out.string(words); });
}

void write_truth(Writer& out, const std::vector<Unknown>& unknown, std::string_view name, bool truth) {
    write_field(out, unknown, name, !truth, [&] { out.raw(truth ? "true" : "false"); });
}

void write_date_field(Writer& out, const std::vector<Unknown>& unknown, std::string_view name, const std::optional<journal::Date>& date) {
    write_field(out, unknown, name, !date, [&] {
        if (date) out.string(journal::write_date(*date));
        else out.raw("null");
    });
}

void write_strings(Writer& out, const std::vector<Unknown>& unknown, std::string_view name, const std::vector<std::string>& strings) {
    write_field(out, unknown, name, strings.empty(), [&] {
        out.open('[');
        for (const std::string& one : strings) {
            out.item();
            out.string(one);
        }
        out.close(']');
    }, Writer::Layout::lines);
}

void write_lines(Writer& out, const text::Buffer& text) {
    out.open('[');
    std::string line;
    for (std::size_t i = 0; i < text.paragraphs(); ++i) {
        const bool is_last = i + 1 == text.paragraphs();
        if (is_last && text.paragraph(i).empty()) break;
        line = text.paragraph(i);
        if (!is_last) line += '\n';
        out.item();
        out.string(line);
    }
    out.close(']');
}

void Entries::open() {
    out_.item();
    out_.open('{');
    ++count_;
}

void Entries::open_fields() {
    out_.key("fields");
    out_.open('{');
}

void Entries::close(const std::vector<Unknown>& unknown, std::initializer_list<std::string_view> fields,
                    std::initializer_list<std::string_view> members) {
    write_unknown(out_, unknown, "fields/", fields);
    out_.close('}');
    write_unknown(out_, unknown, "", members);
    out_.close('}');
}

void Entries::raw(std::string_view json) {
    out_.item();
    out_.raw(json);
    ++count_;
}

}  // namespace dajim::formats
