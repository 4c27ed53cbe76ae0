// The container of an encrypted journal: what stands round the encrypted bytes, written, read and refused. What is inside is checked where the
// cryptography is (tests/browser/journey_passwords.mjs).
#include <doctest/doctest.h>

#include "formats/base64.h"
#include "formats/encrypted.h"
#include "formats/sha256.h"
#include "formats_fixture.h"

using namespace dajim;
using formats::ReadError;

namespace {

formats::Encrypted sample() {
    return {{600'000, "0123456789abcdef", "twelve bytes"}, "some bytes" + std::string("\0\xFF\n", 3) + " and a tag of sixteen"};
}

std::string replaced(std::string text, const std::string& what, const std::string& with) {
    const std::size_t at = text.find(what);
    REQUIRE_MESSAGE(at != std::string::npos, what);
    return text.replace(at, what.size(), with);
}

ReadError reason(const std::string& bytes) {
    const auto read = formats::read_encrypted(bytes);
    REQUIRE_MESSAGE(!read, bytes);
    return read.error();
}

}  // namespace

TEST_CASE("base64 is that of RFC 4648, and has one way to be read") {
    const std::pair<const char*, const char*> known[] = {{"", ""}, {"f", "Zg=="}, {"fo", "Zm8="}, {"foo", "Zm9v"}, {"foob", "Zm9vYg=="},
                                                         {"fooba", "Zm9vYmE="}, {"foobar", "Zm9vYmFy"}, {"\xFB\xEF\xFF", "++//"}};
    for (const auto& [bytes, letters] : known) {
        CHECK(formats::write_base64(bytes) == letters);
        CHECK(formats::read_base64(letters) == std::optional<std::string>(bytes));
    }
    for (const char* const wrong : {"Z", "Zg", "Zg=", "Zh==", "Zm9=", "=", "====", "Z===", "Zg==Zg==", "Zm9v\n", "Zm 9v", "Zm9-", "Zm9_", "한글"}) {
        CAPTURE(wrong);
        CHECK_FALSE(formats::read_base64(wrong));
    }
}

TEST_CASE("a container is read as it was written") {
    const formats::Encrypted file = sample();
    const std::string bytes = formats::write_encrypted(file);
    CHECK(formats::looks_encrypted(bytes));
    const auto read = formats::read_encrypted(bytes);
    REQUIRE(read);
    CHECK(read.value().head == file.head);
    CHECK(read.value().data == file.data);
    CHECK(formats::read_encrypted("\xEF\xBB\xBF" + bytes).ok());
    // Laid out otherwise, and with what a later version may add, it is the same.
    CHECK(formats::read_encrypted(replaced(bytes, "\"version\"", "\"made_by\": [1, {}], \"version\"")).ok());
    CHECK(formats::read_encrypted(read_fixture("encrypted/hangul.dajim.enc.json")).value().head.iterations == 600'000);
}

TEST_CASE("what is authenticated is every fact of the head, a line each") {
    CHECK(formats::authenticated(sample().head) ==
          "dajim-encrypted\n1\nPBKDF2\nSHA-256\n600000\nMDEyMzQ1Njc4OWFiY2RlZg==\nAES-256-GCM\ndHdlbHZlIGJ5dGVz\n");
}

TEST_CASE("a journal is padded with blanks to the next 4096 bytes, and is the same journal then") {
    CHECK(formats::padded("").empty());
    CHECK(formats::padded(std::string(4096, 'x')).size() == 4096);
    CHECK(formats::padded(std::string(4097, 'x')).size() == 8192);
    const std::string file = read_fixture("journals/1.1-goals.dajim.json");
    const std::string padded = formats::padded(file);
    CHECK(padded.size() % 4096 == 0);
    const auto read = formats::read_journal(padded), bare = formats::read_journal(file);
    REQUIRE(read);
    CHECK(read.value().journal == bare.value().journal);
    CHECK(read.value().changed_outside == bare.value().changed_outside);
    // The largest journal that can be imported stays one.
    CHECK(formats::padded(std::string(formats::max_journal_bytes - 1, 'x')).size() <= formats::max_journal_bytes);
    CHECK(formats::write_encrypted({sample().head, std::string(formats::max_journal_bytes + formats::tag_bytes, 'x')}).size() <=
          formats::max_encrypted_bytes);
}

TEST_CASE("a container that is not whole says so, wherever it was cut") {
    const std::string bytes = formats::write_encrypted(sample());
    CHECK(reason("") == ReadError::empty);
    for (std::size_t length = 1; length < bytes.size() - 2; ++length) {
        CAPTURE(length);
        CHECK(reason(bytes.substr(0, length)) == ReadError::truncated);
    }
    // Closed again by a kind hand, or with bytes that changed on their way.
    const std::string data = formats::write_base64(sample().data);
    CHECK(reason(replaced(bytes, data, data.substr(0, 16))) == ReadError::truncated);
    CHECK(reason(replaced(bytes, data, data.substr(0, 41))) == ReadError::truncated);
    CHECK(reason(replaced(bytes, data, "")) == ReadError::truncated);
    CHECK(reason(replaced(bytes, data, replaced(data, data.substr(20, 1), data[20] == 'A' ? "B" : "A"))) == ReadError::truncated);
    CHECK(reason(replaced(bytes, formats::sha256(sample().data), formats::sha256(""))) == ReadError::truncated);
}

TEST_CASE("bounds are kept before any work is done") {
    const std::string bytes = formats::write_encrypted(sample());
    CHECK(formats::read_encrypted(replaced(bytes, "600000", "10000000")).ok());
    CHECK(formats::read_encrypted(replaced(bytes, "600000", "1")).ok());
    for (const char* const rounds : {"10000001", "0", "-1", "4294967297", "6e5", "600000.0", "\"600000\"", "null", "1e999"}) {
        CAPTURE(rounds);
        const ReadError error = reason(replaced(bytes, "600000", rounds));
        CHECK((error == ReadError::bad_content || error == ReadError::not_json));
    }
    CHECK(reason(std::string(formats::max_encrypted_bytes + 1, ' ')) == ReadError::too_large);
    CHECK(reason(replaced(bytes, "\"version\"", "\"x\": [[[[[[[[[]]]]]]]]], \"version\"")) == ReadError::too_deep);
    std::string many = "[";
    for (int i = 0; i < 200; ++i) many += "1,";
    CHECK(reason(replaced(bytes, "\"version\"", "\"x\": " + many + "1], \"version\"")) == ReadError::too_many);
}

TEST_CASE("containers of others and of later versions are told apart from broken ones") {
    const std::string bytes = formats::write_encrypted(sample());
    CHECK(reason(replaced(bytes, "dajim-encrypted", "other")) == ReadError::not_ours);
    CHECK(reason("[]") == ReadError::not_ours);
    CHECK(reason("{\"format\":\"dajim\"}") == ReadError::not_ours);
    CHECK(reason(replaced(bytes, "\"version\": 1", "\"version\": 2")) == ReadError::newer);
    CHECK(reason(replaced(bytes, "PBKDF2", "argon2id")) == ReadError::newer);
    CHECK(reason(replaced(bytes, "SHA-256", "SHA-512")) == ReadError::newer);
    CHECK(reason(replaced(bytes, "AES-256-GCM", "XChaCha20")) == ReadError::newer);
    CHECK(reason(replaced(bytes, "\"version\": 1", "\"version\": \"1\"")) == ReadError::bad_content);
    CHECK(reason(replaced(bytes, "\"iv\"", "\"format\"")) == ReadError::bad_content);
    CHECK(reason(replaced(bytes, "\"iv\"", "\"vi\"")) == ReadError::bad_content);
    CHECK(reason(replaced(bytes, "\"data\"", "\"dada\"")) == ReadError::bad_content);
    CHECK(reason(replaced(bytes, formats::write_base64(sample().head.salt), "MDEyMw==")) == ReadError::bad_content);
    CHECK(reason(replaced(bytes, formats::write_base64(sample().head.iv), "dHdlbHZl")) == ReadError::bad_content);
    CHECK(reason("{\"format\": \"dajim-encrypted\", }") == ReadError::not_json);
    CHECK(reason("{\"format\": \"dajim-encrypted\", \"x\": \"\xFF\"}") == ReadError::not_utf8);
    // A journal that only speaks of one is a journal.
    CHECK_FALSE(formats::looks_encrypted(read_fixture("journals/1.1-goals.dajim.json")));
    CHECK(reason("{\"format\":\"dajim\",\"journal\":{\"title\":\"dajim-encrypted\"}}") == ReadError::not_ours);
}
