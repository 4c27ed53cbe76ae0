// Writes a journal's file, the same journal always by the same bytes: known members first, then unknown ones sorted.
#include <algorithm>
#include <set>

#include "formats/content_sum.h"
#include "formats/entry_writing.h"
#include "formats/goal_json.h"
#include "formats/journal_json.h"
#include "formats/journal_schema.h"
#include "formats/pair_entries.h"
#include "formats/revision_json.h"

namespace dajim::formats {

namespace {

using journal::Unknown;

void write_series(Entries& entries, const journal::Series& series) {
    entries.open();
    entries.out().member("id", series.id);
    entries.out().member("kind", "series");
    entries.open_fields();
    write_words(entries.out(), series.unknown, "name", series.name);
    entries.close(series.unknown, {"name"}, {"id", "kind", "fields"});
}

// An end with nothing in it has no entry.
void write_document(Entries& entries, const journal::Document& document, std::string_view pair, std::string_view kind) {
    if (document == journal::Document{}) return;
    const std::vector<Unknown>& unknown = document.unknown;
    Writer& out = entries.out();
    entries.open();
    out.member("kind", kind);
    out.member("pair", pair);
    entries.open_fields();
    write_field(out, unknown, "text", false, [&] { write_lines(out, document.text); }, Writer::Layout::lines);
    const auto ending = static_cast<std::size_t>(document.line_ending);
    write_field(out, unknown, "line_ending", ending == 0, [&] { out.string(line_endings[ending]); });
    write_truth(out, unknown, "bom", document.bom);
    write_words_if_any(out, unknown, "file_name", document.file_name);
    write_field(out, unknown, "others", document.others.empty(), [&] {
        out.open('[');
        for (const std::string& other : document.others) {
            out.item();
            write_lines(out, text::Buffer(other));
        }
        out.close(']');
    }, Writer::Layout::lines);
    entries.close(unknown, {"text", "line_ending", "bom", "file_name", "others"}, {"kind", "pair", "fields"});
}

void write_others(Entries& entries, const std::vector<Unknown>& unknown) {
    std::vector<Unknown> others;
    for (const Unknown& one : unknown)
        if (one.key.starts_with(journal::unknown_entries)) others.push_back(one);
    std::sort(others.begin(), others.end());
    for (const Unknown& one : others) entries.raw(one.json);
}

/// With its past.
void write_pair(Entries& entries, const journal::Journal& journal, const journal::Pair& pair, std::string_view series) {
    write_pair_entries(entries, pair, series);
    const auto past = journal.pasts.find({journal::Item::Of::pair, pair.id});
    if (past != journal.pasts.end()) write_past(entries, past->first, past->second, &pair);
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
    writer.raw(std::to_string(entries.count()));
    writer.member("sha256", sum);
    writer.close('}');
    writer.close('}');
    out += '\n';
    return out;
}

}  // namespace

void write_pair_entries(Entries& entries, const journal::Pair& pair, std::string_view series) {
    Writer& out = entries.out();
    entries.open();
    out.member("id", pair.id);
    out.member("kind", "pair");
    out.member("series", series);
    entries.open_fields();
    write_words(out, pair.unknown, "name", pair.name);
    write_date_field(out, pair.unknown, "start", pair.start);
    write_date_field(out, pair.unknown, "end", pair.end);
    write_date_field(out, pair.unknown, "seal_on", pair.seals_on);
    write_date_field(out, pair.unknown, "done", pair.done);
    write_strings(out, pair.unknown, "refused", pair.refused);
    entries.close(pair.unknown, {"name", "start", "end", "seal_on", "done", "refused"}, {"id", "kind", "series", "fields"});
    for (const journal::End end : journal::both_ends)
        write_document(entries, pair.document(end), pair.id, document_kinds[static_cast<std::size_t>(end)]);
    write_goal_entries(entries, pair);
}

std::string write_journal(const journal::Journal& journal, const ExportFacts& facts) {
    std::size_t size = 0;
    for (const journal::Series& series : journal.series)
        for (const journal::Pair& pair : series.pairs) size += size_of(pair);
    return write_file(journal.id, journal.title, journal.unknown, facts, size, [&](Entries& entries) {
        for (const journal::Series& series : journal.series) {
            write_series(entries, series);
            for (const journal::Pair& pair : series.pairs) write_pair(entries, journal, pair, series.id);
        }
        std::set<std::string_view> living;
        for (const journal::Series& series : journal.series)
            for (const journal::Pair& pair : series.pairs) living.insert(pair.id);
        for (const auto& [item, past] : journal.pasts)
            if (item.of != journal::Item::Of::pair || !living.contains(item.id)) write_past(entries, item, past, nullptr);
    });
}

std::string write_journal_of_pair(const journal::Journal& journal, const journal::Series& series, const journal::Pair& pair,
                                  const ExportFacts& facts) {
    return write_file(journal.id, journal.title, {}, facts, size_of(pair), [&](Entries& entries) {
        write_series(entries, {.id = series.id, .name = series.name, .pairs = {}, .unknown = {}});
        write_pair(entries, journal, pair, series.id);
    });
}

}  // namespace dajim::formats
