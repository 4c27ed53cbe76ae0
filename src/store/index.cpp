// The index as JSON: lists of "name bytes sha256", and a checksum over everything before it.
#include "store/index.h"

#include <algorithm>
#include <charconv>
#include <utility>

#include "formats/journal_json.h"
#include "formats/json.h"
#include "formats/sha256.h"

namespace dajim::store {

namespace {

constexpr std::string_view head = "{\n  \"format\": \"dajim\",\n  \"version\": \"2.";
constexpr std::string_view before_sum = "  \"sum\": \"", after_sum = "\"\n}\n";
constexpr std::size_t tail_length = before_sum.size() + 64 + after_sum.size();

template <class Number>
bool read_number(std::string_view text, Number& number) {
    const auto [end, wrong] = std::from_chars(text.data(), text.data() + text.size(), number);
    return wrong == std::errc{} && end == text.data() + text.size();
}

std::string_view take_until(std::string_view& text, char stop) {
    const std::string_view word = text.substr(0, text.find(stop));
    text.remove_prefix(std::min(word.size() + 1, text.size()));
    return word;
}

std::string facts_of(const StoredFile& file) { return file.name + " " + std::to_string(file.bytes) + " " + file.sha256; }

bool read_facts(std::string_view facts, std::string_view folder, StoredFile& file) {
    file.name = take_until(facts, ' ');
    if (!read_number(take_until(facts, ' '), file.bytes)) return false;
    file.sha256 = facts;
    return file.name.starts_with(folder) && read_file_name(file.name);
}

/// Nothing in the names of files needs an escape.
template <class Files, class FileOf>
void append_files(std::string& out, std::string_view name, const Files& files, FileOf file_of) {
    out.append("  \"").append(name).append("\": [");
    const char* between = "\n    \"";
    for (const auto& one : files) {
        out.append(between).append(facts_of(file_of(one))).append("\"");
        between = ",\n    \"";
    }
    out += files.empty() ? "],\n" : "\n  ],\n";
}

template <class Take>
bool take_files(const formats::Json& root, std::string_view name, std::string_view folder, Take take) {
    const formats::Json* list = root.find(name);
    if (!list || list->kind != formats::Json::Kind::strings) return false;
    std::size_t begin = 0;
    for (const std::uint32_t end : list->ends) {
        StoredFile file;
        if (!read_facts(std::string_view(list->text).substr(begin, end - begin), folder, file)) return false;
        take(std::move(file));
        begin = end;
    }
    return true;
}

std::optional<Index> read_sound(std::string_view bytes) {
    if (bytes.size() < tail_length || !bytes.ends_with(after_sum)) return std::nullopt;
    const std::string_view summed = bytes.substr(0, bytes.size() - tail_length), tail = bytes.substr(summed.size());
    if (!tail.starts_with(before_sum) || tail.substr(before_sum.size(), 64) != formats::sha256(summed)) return std::nullopt;
    const auto parsed = formats::parse_json(bytes, {.values = formats::own_file.values});
    if (!parsed) return std::nullopt;
    const formats::Json& root = parsed.value().root;
    Index index;
    const formats::Json* sequence = root.find("sequence");
    const bool sound = sequence && read_number(std::string_view(sequence->text), index.sequence) &&
                       take_files(root, "order", "order/", [&](StoredFile file) { index.order.push_back(std::move(file)); }) &&
                       take_files(root, "packs", "packs/", [&](StoredFile file) { index.packs.push_back(std::move(file)); }) &&
                       take_files(root, "pairs", "pairs/", [&](StoredFile file) {
                           journal::Id id(read_file_name(file.name)->id);
                           index.pairs[std::move(id)] = std::move(file);
                       });
    if (!sound) return std::nullopt;
    return index;
}

// --- before there were packs: a journal without words, with two unknown members

/// The member `key` taken out of `members`, as JSON; empty when it is not there.
std::string take(std::vector<journal::Unknown>& members, std::string_view key) {
    const auto found = std::find_if(members.begin(), members.end(), [&](const auto& one) { return one.key == key; });
    if (found == members.end()) return {};
    std::string json = std::move(found->json);
    members.erase(found);
    return json;
}

text::Result<Index, IndexError> read_first_version(std::string_view bytes) {
    formats::ReadLimits limits = formats::own_file;
    limits.with_goals = false;
    limits.trusted = false;
    auto read = formats::read_journal(bytes, limits);
    if (!read) {
        // Our own version behind a damaged beginning is damage.
        const bool ours = bytes.find("\"version\": \"2.") != std::string_view::npos;
        return read.error() == formats::ReadError::newer && !ours ? IndexError::newer : IndexError::damaged;
    }
    if (read.value().changed_outside) return IndexError::damaged;
    Index index;
    journal::Journal& listed = index.listed.emplace(std::move(read.value().journal));
    const std::string sequence = take(listed.unknown, "dajim-sequence");
    if (!read_number(std::string_view(sequence), index.sequence)) return IndexError::damaged;
    for (journal::Series& series : listed.series) {
        for (journal::Pair& pair : series.pairs) {
            const std::string facts = take(pair.unknown, "dajim-file");  // in quotes
            if (facts.size() < 2 || facts.front() != '"') return IndexError::damaged;
            if (!read_facts(std::string_view(facts).substr(1, facts.size() - 2), "pairs/", index.pairs[pair.id])) {
                return IndexError::damaged;
            }
        }
    }
    return index;
}

}  // namespace

std::string write_index(const Index& index) {
    std::string out(head);
    out.append("0\",\n  \"sequence\": ").append(std::to_string(index.sequence)).append(",\n");
    const auto itself = [](const StoredFile& file) -> const StoredFile& { return file; };
    append_files(out, "order", index.order, itself);
    append_files(out, "packs", index.packs, itself);
    append_files(out, "pairs", index.pairs, [](const auto& one) -> const StoredFile& { return one.second; });
    const std::string sum = formats::sha256(out);
    return out.append(before_sum).append(sum).append(after_sum);
}

text::Result<Index, IndexError> read_index(std::string_view bytes) {
    if (!bytes.starts_with(head)) return read_first_version(bytes);
    auto index = read_sound(bytes);
    if (!index) return IndexError::damaged;
    return std::move(*index);
}

std::optional<FileName> read_file_name(std::string_view name) {
    name.remove_prefix(std::min(name.size(), name.rfind('/') + 1));
    FileName facts;
    std::string_view rest = name;
    std::string_view number = take_until(rest, '.');
    if (rest.find('.') != std::string_view::npos) {  // "<id>.<sequence>.json"
        facts.id = number;
        if (!journal::is_id(facts.id)) return std::nullopt;
        number = take_until(rest, '.');
    }
    if ((rest != "json" && rest != "txt") || !read_number(take_until(number, '-'), facts.sequence)) return std::nullopt;
    return facts;
}

}  // namespace dajim::store
