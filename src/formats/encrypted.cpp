// The container of an encrypted journal, see encrypted.h.
#include "formats/encrypted.h"

#include <charconv>

#include "formats/base64.h"
#include "formats/entry_writing.h"
#include "formats/json.h"
#include "formats/sha256.h"
#include "text/utf8.h"

namespace dajim::formats {
namespace {

constexpr std::string_view name = "dajim-encrypted";
constexpr std::string_view version = "1";
constexpr std::string_view kdf_name = "PBKDF2", kdf_hash = "SHA-256", cipher_name = "AES-256-GCM";

/// The member, an empty object's worth of nothing where it is not there.
const Json& member(const Json& object, std::string_view key) {
    static const Json nothing;
    const Json* const found = object.find(key);
    return found ? *found : nothing;
}

bool says(const Json& object, std::string_view key, std::string_view words) {
    const Json& value = member(object, key);
    return value.is_string() && value.text == words;
}

/// A string of letters as so many bytes; 0: as many as there are.
bool read_bytes(const Json& object, std::string_view key, std::size_t count, std::string& bytes) {
    const Json& value = member(object, key);
    if (!value.is_string()) return false;
    std::optional<std::string> read = read_base64(value.text);
    if (!read || (count != 0 && read->size() != count)) return false;
    bytes = std::move(*read);
    return true;
}

bool read_count(const Json& value, std::uint32_t& count) {
    if (value.kind != Json::Kind::number) return false;
    const char* const end = value.text.data() + value.text.size();
    const auto [stop, wrong] = std::from_chars(value.text.data(), end, count);
    return wrong == std::errc{} && stop == end && count >= 1 && count <= most_iterations;
}

}  // namespace

std::string authenticated(const EncryptedHead& head) {
    std::string lines;
    for (const std::string_view line : {name, version, kdf_name, kdf_hash}) lines.append(line).append(1, '\n');
    lines.append(std::to_string(head.iterations)).append(1, '\n').append(write_base64(head.salt)).append(1, '\n');
    lines.append(cipher_name).append(1, '\n').append(write_base64(head.iv)).append(1, '\n');
    return lines;
}

std::string padded(std::string_view journal) {
    std::string out(journal);
    out.resize((journal.size() + padded_to - 1) / padded_to * padded_to, ' ');
    return out;
}

std::string write_encrypted(const Encrypted& file) {
    std::string bytes;
    bytes.reserve(file.data.size() / 3 * 4 + 1024);
    Writer out(bytes);
    out.open('{');
    out.member("format", name);
    out.key("version");
    out.raw(version);
    out.key("kdf");
    out.open('{', Writer::Layout::one_line);
    out.member("name", kdf_name);
    out.member("hash", kdf_hash);
    out.key("iterations");
    out.raw(std::to_string(file.head.iterations));
    out.member("salt", write_base64(file.head.salt));
    out.close('}');
    out.member("cipher", cipher_name);
    out.member("iv", write_base64(file.head.iv));
    out.member("sha256", sha256(file.data));
    out.member("data", write_base64(file.data));
    out.close('}');
    bytes += '\n';
    return bytes;
}

bool looks_encrypted(std::string_view bytes) {
    const std::string_view head = bytes.substr(0, 1024);
    return head.find("\"dajim-encrypted\"") != std::string_view::npos && head.find_first_of('{') != std::string_view::npos;
}

text::Result<Encrypted, ReadError> read_encrypted(std::string_view bytes) {
    if (bytes.empty()) return ReadError::empty;
    if (bytes.size() > max_encrypted_bytes) return ReadError::too_large;
    if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
    if (!text::is_valid_utf8(bytes)) return ReadError::not_utf8;
    const auto parsed = parse_json(bytes, {.depth = 8, .values = 100});
    if (!parsed) {
        switch (parsed.error()) {
            case JsonError::truncated: return ReadError::truncated;
            case JsonError::too_deep: return ReadError::too_deep;
            case JsonError::too_many: return ReadError::too_many;
            default: return ReadError::not_json;
        }
    }
    const Json& root = parsed.value().root;
    if (!root.is_object() || !says(root, "format", name)) return ReadError::not_ours;
    if (parsed.value().has_duplicates) return ReadError::bad_content;
    const Json& number = member(root, "version");
    if (number.kind != Json::Kind::number) return ReadError::bad_content;
    const Json& kdf = member(root, "kdf");
    if (number.text != version || !kdf.is_object() || !says(kdf, "name", kdf_name) || !says(kdf, "hash", kdf_hash) ||
        !says(root, "cipher", cipher_name)) {
        return ReadError::newer;
    }
    Encrypted file;
    if (!read_count(member(kdf, "iterations"), file.head.iterations) || !read_bytes(kdf, "salt", salt_bytes, file.head.salt) ||
        !read_bytes(root, "iv", iv_bytes, file.head.iv) || !member(root, "data").is_string()) {
        return ReadError::bad_content;
    }
    // Cut anywhere and closed again by somebody's kindness, it is no whole group any more, or has another sum.
    if (!read_bytes(root, "data", 0, file.data) || file.data.size() < tag_bytes || !says(root, "sha256", sha256(file.data))) {
        return ReadError::truncated;
    }
    return file;
}

}  // namespace dajim::formats
