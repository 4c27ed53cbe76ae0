// Writes a journal's file, the same journal always by the same bytes: known members first, then unknown ones sorted.
#include <algorithm>
#include <initializer_list>
#include <map>
#include <optional>

#include "formats/content_sum.h"
#include "formats/journal_json.h"
#include "formats/journal_schema.h"
#include "formats/json.h"

namespace dajim::formats {

namespace {

using journal::Unknown;

// Two spaces a level, one member a line; small objects on one line.
class Writer {
public:
    enum class Layout { lines, one_line };

    explicit Writer(std::string& out) : out_(out) {}

    void open(char bracket, Layout layout = Layout::lines) {
        out_ += bracket;
        ++depth_;
        layout_ = layout;
        first_ = true;
    }

    // What is closed on one line stood among lines.
    void close(char bracket) {
        --depth_;
        if (layout_ == Layout::one_line) out_ += ' ';
        else if (!first_) new_line();
        out_ += bracket;
        layout_ = Layout::lines;
        first_ = false;
    }

    void item() {
        if (!first_) out_ += ',';
        first_ = false;
        if (layout_ == Layout::one_line) out_ += ' ';
        else new_line();
    }

    void key(std::string_view name) {
        item();
        append_json_string(out_, name);
        out_ += ": ";
    }

    // Words never hold a NUL; should one have come in, it is written as it would be read.
    void string(std::string_view words) {
        if (words.find('\0') == std::string_view::npos) return append_json_string(out_, words);
        std::string repaired;
        for (const char c : words) {
            if (c == '\0') repaired += "\xEF\xBF\xBD";
            else repaired += c;
        }
        append_json_string(out_, repaired);
    }

    void raw(std::string_view json) { out_ += json; }

    void member(std::string_view name, std::string_view words) {
        key(name);
        string(words);
    }

private:
    void new_line() {
        out_ += '\n';
        out_.append(depth_ * 2, ' ');
    }

    std::string& out_;
    std::size_t depth_ = 0;
    Layout layout_ = Layout::lines;
    bool first_ = true;
};

// The unknown members that stand directly under a path, by name. Of two with one name the later one counts.
std::map<std::string, std::string_view> unknown_under(const std::vector<Unknown>& unknown, std::string_view path) {
    std::map<std::string, std::string_view> found;
    for (const Unknown& one : unknown) {
        const std::string_view key = one.key;
        if (!key.starts_with(path) || key.find('/', path.size()) != std::string_view::npos) continue;
        found[unescaped_name(key.substr(path.size()))] = one.json;
    }
    return found;
}

void write_unknown(Writer& out, const std::vector<Unknown>& unknown, std::string_view path,
                   std::initializer_list<std::string_view> known) {
    for (const auto& [name, json] : unknown_under(unknown, path)) {
        if (std::find(known.begin(), known.end(), name) != known.end()) continue;
        out.key(name);
        out.raw(json);
    }
}

// {"v": …} and what else is kept in a field; a field that is absent and keeps nothing is left out.
template <class WriteValue>
void write_field(Writer& out, const std::vector<Unknown>& unknown, std::string_view name, bool is_absent,
                 WriteValue write_value, Writer::Layout layout = Writer::Layout::one_line) {
    const std::string path = "fields/" + std::string(name) + "/";
    if (is_absent && unknown_under(unknown, path).empty()) return;
    out.key(name);
    out.open('{', layout);
    out.key("v");
    write_value();
    write_unknown(out, unknown, path, {"v"});
    out.close('}');
}

void write_words(Writer& out, const std::vector<Unknown>& unknown, std::string_view name, std::string_view words) {
    write_field(out, unknown, name, false, [&] { out.string(words); });
}

void write_date_field(Writer& out, const std::vector<Unknown>& unknown, std::string_view name,
                      const std::optional<journal::Date>& date) {
    write_field(out, unknown, name, !date, [&] {
        if (date) out.string(journal::write_date(*date));
        else out.raw("null");
    });
}

void write_text(Writer& out, const text::Buffer& text) {
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

// The entries, one after another, and how many there were.
class Entries {
public:
    explicit Entries(Writer& out) : out_(out) {}

    void series(const journal::Series& series) {
        open();
        out_.member("id", series.id);
        out_.member("kind", "series");
        open_fields();
        write_words(out_, series.unknown, "name", series.name);
        close(series.unknown, {"name"}, {"id", "kind", "fields"});
    }

    void pair(const journal::Pair& pair, std::string_view series) {
        open();
        out_.member("id", pair.id);
        out_.member("kind", "pair");
        out_.member("series", series);
        open_fields();
        write_words(out_, pair.unknown, "name", pair.name);
        write_date_field(out_, pair.unknown, "start", pair.start);
        write_date_field(out_, pair.unknown, "end", pair.end);
        close(pair.unknown, {"name", "start", "end"}, {"id", "kind", "series", "fields"});
    }

    // An end with nothing in it has no entry.
    void document(const journal::Document& document, std::string_view pair, std::string_view kind) {
        if (document == journal::Document{}) return;
        const std::vector<Unknown>& unknown = document.unknown;
        open();
        out_.member("kind", kind);
        out_.member("pair", pair);
        open_fields();
        write_field(out_, unknown, "text", false, [&] { write_text(out_, document.text); }, Writer::Layout::lines);
        const auto ending = static_cast<std::size_t>(document.line_ending);
        write_field(out_, unknown, "line_ending", ending == 0, [&] { out_.string(line_endings[ending]); });
        write_field(out_, unknown, "bom", !document.bom, [&] { out_.raw(document.bom ? "true" : "false"); });
        write_field(out_, unknown, "file_name", document.file_name.empty(), [&] { out_.string(document.file_name); });
        close(unknown, {"text", "line_ending", "bom", "file_name"}, {"kind", "pair", "fields"});
    }

    void unknown(std::string_view json) {
        out_.item();
        out_.raw(json);
        ++count;
    }

    std::size_t count = 0;

private:
    void open() {
        out_.item();
        out_.open('{');
        ++count;
    }

    void open_fields() {
        out_.key("fields");
        out_.open('{');
    }

    void close(const std::vector<Unknown>& unknown, std::initializer_list<std::string_view> fields,
               std::initializer_list<std::string_view> members) {
        write_unknown(out_, unknown, "fields/", fields);
        out_.close('}');
        write_unknown(out_, unknown, "", members);
        out_.close('}');
    }

    Writer& out_;
};

void write_pair(Entries& entries, const journal::Pair& pair, std::string_view series) {
    entries.pair(pair, series);
    for (const journal::End end : journal::both_ends)
        entries.document(pair.document(end), pair.id, document_kinds[static_cast<std::size_t>(end)]);
}

void write_others(Entries& entries, const std::vector<Unknown>& unknown) {
    std::vector<Unknown> others;
    for (const Unknown& one : unknown)
        if (one.key.starts_with(journal::unknown_entries)) others.push_back(one);
    std::sort(others.begin(), others.end());
    for (const Unknown& one : others) entries.unknown(one.json);
}

// About what a pair will need, so that long texts are not copied while they grow.
std::size_t size_of(const journal::Pair& pair) {
    constexpr std::size_t around_a_line = 16;
    std::size_t bytes = 1000;
    for (const journal::Document& document : pair.documents) bytes += document.text.bytes() + around_a_line * document.text.paragraphs();
    return bytes;
}

template <class WriteEntries>
std::string write_file(const journal::Id& id, std::string_view title, const std::vector<Unknown>& unknown, const ExportFacts& facts,
                       std::size_t size, WriteEntries write_entries) {
    std::string out;
    out.reserve(size + 1000);
    Writer writer(out);
    writer.open('{');
    writer.member("$schema", schema_id);
    writer.member("format", format_name);
    writer.member("version", format_version);

    // On one line: two exports of the same journal differ in this line alone.
    writer.key("exported");
    writer.open('{', Writer::Layout::one_line);
    writer.member("at", facts.at);
    writer.member("app", facts.app);
    writer.member("device", facts.device);
    writer.close('}');

    writer.key("journal");
    writer.open('{');
    writer.member("id", id);
    writer.member("title", title);
    write_unknown(writer, unknown, "journal/", {"id", "title"});
    writer.close('}');

    writer.key("entries");
    writer.open('[');
    Entries entries(writer);
    write_entries(entries);
    write_others(entries, unknown);
    writer.close(']');
    write_unknown(writer, unknown, "",
                  {"$schema", "format", "version", "exported", "journal", "entries", "integrity"});

    const std::string sum = content_sum(out);
    writer.key("integrity");
    writer.open('{', Writer::Layout::one_line);
    writer.key("entries");
    writer.raw(std::to_string(entries.count));
    writer.member("sha256", sum);
    writer.close('}');
    writer.close('}');
    out += '\n';
    return out;
}

}  // namespace

std::string write_journal(const journal::Journal& journal, const ExportFacts& facts) {
    std::size_t size = 0;
    for (const journal::Series& series : journal.series)
        for (const journal::Pair& pair : series.pairs) size += size_of(pair);
    return write_file(journal.id, journal.title, journal.unknown, facts, size, [&](Entries& entries) {
        for (const journal::Series& series : journal.series) {
            entries.series(series);
            for (const journal::Pair& pair : series.pairs) write_pair(entries, pair, series.id);
        }
    });
}

std::string write_journal_of_pair(const journal::Journal& journal, const journal::Series& series, const journal::Pair& pair,
                                  const ExportFacts& facts) {
    return write_file(journal.id, journal.title, {}, facts, size_of(pair), [&](Entries& entries) {
        entries.series({.id = series.id, .name = series.name, .pairs = {}, .unknown = {}});
        write_pair(entries, pair, series.id);
    });
}

}  // namespace dajim::formats
