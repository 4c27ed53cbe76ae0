// The journals in small that a store is made of.
#include "store/pair_file.h"

#include <utility>

#include "formats/journal_json.h"

namespace dajim::store {

namespace {

/// Nothing of the moment is written, so that the same journal gives the same bytes.
formats::ExportFacts timeless() { return {.at = "1970-01-01T00:00:00Z", .app = "Dajim", .device = ""}; }

}  // namespace

std::string write_pair(const journal::Journal& journal, const journal::Series& series, const journal::Pair& pair) {
    return formats::write_journal_of_pair(journal, series, pair, timeless());
}

std::optional<journal::Journal> read_pair(std::string_view bytes, std::string_view id) {
    auto read = formats::read_journal(bytes, formats::own_file);
    if (!read || read.value().changed_outside) return std::nullopt;
    const auto& series = read.value().journal.series;
    if (series.size() != 1 || series[0].pairs.size() != 1) return std::nullopt;
    if (!id.empty() && series[0].pairs[0].id != id) return std::nullopt;
    return std::move(read.value().journal);
}

std::string write_wordless(const journal::Journal& journal) { return formats::write_journal(journal, timeless()); }

std::optional<journal::Journal> read_wordless(std::string_view bytes) {
    formats::ReadLimits limits = formats::own_file;
    limits.with_goals = false;
    limits.trusted = false;   // a program that knew no pasts may have kept revisions here, of pairs that have their words elsewhere
    auto read = formats::read_journal(bytes, limits);
    if (!read || read.value().changed_outside) return std::nullopt;
    return std::move(read.value().journal);
}

}  // namespace dajim::store
