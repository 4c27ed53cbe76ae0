// How entries are laid out in a journal's file: members and fields in their order, then the unknown ones.
#pragma once

#include <cstddef>
#include <initializer_list>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "formats/strict_json.h"
#include "journal/date.h"
#include "journal/id.h"
#include "text/buffer.h"

namespace dajim::formats {

/// Two spaces a level, one member a line; small objects on one line.
class Writer {
public:
    enum class Layout { lines, one_line };

    explicit Writer(std::string& out) : out_(out) {}

    void open(char bracket, Layout layout = Layout::lines);
    /// What is closed on one line stood among lines.
    void close(char bracket);
    void item();
    void key(std::string_view name);
    /// Words never hold a NUL; should one have come in, it is written as it would be read.
    void string(std::string_view words);
    void raw(std::string_view json) { out_ += json; }
    void member(std::string_view name, std::string_view words);

private:
    void new_line();

    std::string& out_;
    std::size_t depth_ = 0;
    Layout layout_ = Layout::lines;
    bool first_ = true;
};

/// The unknown members that stand directly under a path, by name. Of two with one name the later one counts.
std::map<std::string, std::string_view> unknown_under(const std::vector<journal::Unknown>& unknown, std::string_view path);

/// Those of them that are not `known`.
void write_unknown(Writer& out, const std::vector<journal::Unknown>& unknown, std::string_view path,
                   std::initializer_list<std::string_view> known);
/// … into a value.
void write_unknown(StrictWriter& out, const std::vector<journal::Unknown>& unknown, std::string_view path,
                   std::initializer_list<std::string_view> known);

/// {"v": …} and what else is kept in a field; a field that is absent and keeps nothing is left out.
template <class WriteValue>
void write_field(Writer& out, const std::vector<journal::Unknown>& unknown, std::string_view name, bool is_absent, WriteValue write_value,
                 Writer::Layout layout = Writer::Layout::one_line) {
    const std::string path = "fields/" + std::string(name) + "/";
    if (is_absent && unknown_under(unknown, path).empty()) return;
    out.key(name);
    out.open('{', layout);
    out.key("v");
    write_value();
    write_unknown(out, unknown, path, {"v"});
    out.close('}');
}

void write_words(Writer& out, const std::vector<journal::Unknown>& unknown, std::string_view name, std::string_view words);
/// Left out when empty.
void write_words_if_any(Writer& out, const std::vector<journal::Unknown>& unknown, std::string_view name, std::string_view words);
void write_truth(Writer& out, const std::vector<journal::Unknown>& unknown, std::string_view name, bool truth);
void write_date_field(Writer& out, const std::vector<journal::Unknown>& unknown, std::string_view name,
                      const std::optional<journal::Date>& date);
void write_strings(Writer& out, const std::vector<journal::Unknown>& unknown, std::string_view name, const std::vector<std::string>& strings);
/// A text's lines, each with its '\n'; the last one without when it does not end with one.
void write_lines(Writer& out, const text::Buffer& text);

/// The entries, one after another, and how many there were.
class Entries {
public:
    explicit Entries(Writer& out) : out_(out) {}

    Writer& out() { return out_; }
    std::size_t count() const { return count_; }

    void open();
    void open_fields();
    void close(const std::vector<journal::Unknown>& unknown, std::initializer_list<std::string_view> fields,
               std::initializer_list<std::string_view> members);
    /// A whole one as it came.
    void raw(std::string_view json);

private:
    Writer& out_;
    std::size_t count_ = 0;
};

}  // namespace dajim::formats
