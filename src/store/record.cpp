// A write-ahead record: one line with its number and the checksum of number and changes, then the changes as JSON.
#include "store/record.h"

#include <charconv>

#include "formats/change_json.h"
#include "formats/sha256.h"

namespace dajim::store {

namespace {

constexpr std::string_view tag = "dajim-record-1 ";
constexpr std::size_t checksum_length = 64;

/// Covers the number too: a record must not come back under another one.
std::string checksum(std::string_view number, std::string_view json) {
    formats::Sha256 sum;
    sum.add(number);
    sum.add(" ");
    sum.add(json);
    return sum.digest();
}

}  // namespace

std::string write_record(const Record& record) {
    const std::string number = std::to_string(record.sequence);
    std::string bytes;
    bytes.append(tag).append(number).append(1, ' ');
    const std::size_t sum = bytes.size();   // its place is kept for it: a change may be megabytes, and is written once
    bytes.append(checksum_length, '0').append(1, '\n');
    const std::size_t json = bytes.size();
    formats::append_changes(bytes, record.changes);
    bytes.replace(sum, checksum_length, checksum(number, std::string_view(bytes).substr(json)));
    return bytes;
}

text::Result<Record, RecordError> read_record(std::string_view bytes) {
    if (!bytes.starts_with(tag)) return RecordError::damaged;
    bytes.remove_prefix(tag.size());

    Record record;
    const auto [number_end, wrong] = std::from_chars(bytes.data(), bytes.data() + bytes.size(), record.sequence);
    const std::size_t digits = static_cast<std::size_t>(number_end - bytes.data());
    if (wrong != std::errc{} || bytes.size() < digits + 1 + checksum_length + 1) return RecordError::damaged;

    const std::string_view number = bytes.substr(0, digits);
    const std::string_view sum = bytes.substr(digits + 1, checksum_length);
    const std::string_view json = bytes.substr(digits + 1 + checksum_length + 1);
    if (bytes[digits] != ' ' || bytes[digits + 1 + checksum_length] != '\n') return RecordError::damaged;
    if (checksum(number, json) != sum) return RecordError::damaged;

    auto changes = formats::read_changes(json);
    if (!changes) return RecordError::damaged;
    record.changes = std::move(changes.value());
    return record;
}

}  // namespace dajim::store
