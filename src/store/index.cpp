// Pair files and the index that names them.
#include "store/index.h"

#include <algorithm>
#include <charconv>
#include <utility>
#include <vector>

#include "formats/journal_json.h"

namespace dajim::store {

namespace {

// What the index knows beyond a journal are two unknown members of it.
const std::string sequence_key = "dajim-sequence";  // of the journal: a number
const std::string file_key = "dajim-file";          // of each pair: "name bytes sha256"

/// Nothing of the moment is written, so that the same journal gives the same bytes.
formats::ExportFacts timeless() { return {.at = "1970-01-01T00:00:00Z", .app = "Dajim", .device = ""}; }

template <class Number>
bool read_number(std::string_view text, Number& number) {
    const auto [end, wrong] = std::from_chars(text.data(), text.data() + text.size(), number);
    return wrong == std::errc{} && end == text.data() + text.size();
}

/// The member `key` taken out of `members`, as JSON; empty when it is not there.
std::string take(std::vector<journal::Unknown>& members, const std::string& key) {
    const auto found = std::find_if(members.begin(), members.end(), [&](const auto& one) { return one.key == key; });
    if (found == members.end()) return {};
    std::string json = std::move(found->json);
    members.erase(found);
    return json;
}

std::string_view take_until(std::string_view& text, char stop) {
    const std::string_view word = text.substr(0, text.find(stop));
    text.remove_prefix(std::min(word.size() + 1, text.size()));
    return word;
}

bool read_pair_file(std::string_view json, PairFile& file) {
    if (json.size() < 2 || json.front() != '"') return false;
    std::string_view rest = json.substr(1, json.size() - 2);  // nothing in it needs an escape
    file.name = take_until(rest, ' ');
    if (!read_number(take_until(rest, ' '), file.bytes)) return false;
    file.sha256 = rest;
    return file.name.starts_with("pairs/") && read_pair_name(file.name);
}

}  // namespace

std::string write_index(const journal::Journal& journal, std::uint64_t sequence, const PairFiles& files) {
    journal::Journal wordless{.id = journal.id, .title = journal.title, .series = {}, .unknown = journal.unknown};
    wordless.unknown.push_back({sequence_key, std::to_string(sequence)});
    for (const journal::Series& series : journal.series) {
        wordless.series.push_back({.id = series.id, .name = series.name, .pairs = {}, .unknown = series.unknown});
        for (const journal::Pair& pair : series.pairs) {
            const PairFile& file = files.at(pair.id);
            journal::Pair& listed = wordless.series.back().pairs.emplace_back();
            listed.id = pair.id;
            listed.name = pair.name;
            const std::string facts = file.name + " " + std::to_string(file.bytes) + " " + file.sha256;
            listed.unknown.push_back({file_key, "\"" + facts + "\""});
        }
    }
    return formats::write_journal(wordless, timeless());
}

text::Result<Index, IndexError> read_index(std::string_view bytes) {
    auto read = formats::read_journal(bytes, formats::own_file);
    if (!read) return read.error() == formats::ReadError::newer ? IndexError::newer : IndexError::damaged;
    if (read.value().changed_outside) return IndexError::damaged;
    Index index;
    index.journal = std::move(read.value().journal);
    const std::string sequence = take(index.journal.unknown, sequence_key);
    if (!read_number(std::string_view(sequence), index.sequence)) return IndexError::damaged;
    for (journal::Series& series : index.journal.series) {
        for (journal::Pair& pair : series.pairs) {
            if (!read_pair_file(take(pair.unknown, file_key), index.files[pair.id])) return IndexError::damaged;
        }
    }
    return index;
}

std::string write_pair(const journal::Journal& journal, const journal::Series& series, const journal::Pair& pair) {
    return formats::write_journal_of_pair(journal, series, pair, timeless());
}

std::optional<journal::Journal> read_pair(std::string_view bytes, std::string_view id) {
    auto read = formats::read_journal(bytes, formats::own_file);
    if (!read || read.value().changed_outside) return std::nullopt;
    const auto& series = read.value().journal.series;
    if (series.size() != 1 || series[0].pairs.size() != 1 || series[0].pairs[0].id != id) return std::nullopt;
    return std::move(read.value().journal);
}

std::optional<PairName> read_pair_name(std::string_view name) {
    if (name.starts_with("pairs/")) name.remove_prefix(6);
    PairName facts;
    facts.id = take_until(name, '.');
    if (!journal::is_id(facts.id)) return std::nullopt;
    std::string_view number = take_until(name, '.');
    if (name != "json" || !read_number(take_until(number, '-'), facts.sequence)) return std::nullopt;
    return facts;
}

}  // namespace dajim::store
