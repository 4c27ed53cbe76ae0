// A pack: a line with the length and the SHA-256 of its table, the table ("id bytes" a line), the pair files one after another.
#include "store/pack.h"

#include <algorithm>
#include <charconv>
#include <cstddef>
#include <optional>

#include "formats/sha256.h"

namespace dajim::store {

namespace {

constexpr std::string_view tag = "dajim-pack-1 ";

std::string_view take_word(std::string_view& rest, char stop) {
    const std::string_view word = rest.substr(0, rest.find(stop));
    rest.remove_prefix(std::min(word.size() + 1, rest.size()));
    return word;
}

std::optional<std::size_t> number(std::string_view digits) {
    std::size_t value = 0;
    const auto [end, wrong] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
    if (wrong != std::errc{} || end != digits.data() + digits.size()) return std::nullopt;
    return value;
}

/// By its table; nothing when that is damaged.
std::optional<ReadPack> read_by_table(std::string_view bytes) {
    if (!bytes.starts_with(tag)) return std::nullopt;
    bytes.remove_prefix(tag.size());
    const auto length = number(take_word(bytes, ' '));
    const std::string_view sum = take_word(bytes, '\n');
    if (!length || *length > bytes.size()) return std::nullopt;
    std::string_view table = bytes.substr(0, *length);
    if (formats::sha256(table) != sum) return std::nullopt;
    bytes.remove_prefix(*length);
    ReadPack pack{.pairs = {}, .is_complete = true};
    while (!table.empty()) {
        const std::string_view id = take_word(table, ' ');
        const std::size_t size = std::min(number(take_word(table, '\n')).value_or(0), bytes.size());
        pack.pairs.push_back({journal::Id(id), std::string(bytes.substr(0, size))});
        bytes.remove_prefix(size);
    }
    return pack;
}

ReadPack read_by_braces(std::string_view bytes) {
    ReadPack pack;
    bool contiguous = true;
    std::size_t end = 0;
    for (std::size_t at = bytes.find("\n{\n"); at != std::string_view::npos; at = bytes.find("\n{\n", at + 1)) {
        const std::size_t last = bytes.find("\n}\n", at);
        if (last == std::string_view::npos) break;
        contiguous = contiguous && (end == 0 || end == at + 1);
        end = last + 3;
        pack.pairs.push_back({{}, std::string(bytes.substr(at + 1, end - at - 1))});
    }
    pack.is_complete = contiguous && end == bytes.size();
    return pack;
}

}  // namespace

std::string write_pack(const std::vector<PackedPair>& pairs) {
    std::string table;
    std::size_t size = 200;
    for (const PackedPair& pair : pairs) {
        table += pair.id + " " + std::to_string(pair.bytes.size()) + "\n";
        size += pair.bytes.size();
    }
    std::string out;
    out.reserve(size + table.size());
    out.append(tag).append(std::to_string(table.size())).append(" ").append(formats::sha256(table)).append("\n").append(table);
    for (const PackedPair& pair : pairs) out += pair.bytes;
    return out;
}

ReadPack read_pack(std::string_view bytes) {
    if (auto pack = read_by_table(bytes)) return std::move(*pack);
    return read_by_braces(bytes);
}

}  // namespace dajim::store
