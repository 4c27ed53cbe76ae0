// Words as a Korean reader sees them: an eojeol is one word, signs and blanks are not.
#include <wordbreak.h>

#include "text/breaks.h"
#include "text/hangul.h"
#include "text/kinds.h"
#include "text/utf8.h"

namespace dajim::text {
namespace {

enum class Kind { blank, word, sign, picture };

/// True when UAX #29 keeps `text` (a few code points) together as one word.
bool is_one_word(std::string_view text) {
    char breaks[24];
    if (text.size() > sizeof breaks) return false;
    set_wordbreaks_utf8(reinterpret_cast<const utf8_t*>(text.data()), text.size(), nullptr, breaks);
    for (std::size_t i = 0; i + 1 < text.size(); ++i) {
        if (breaks[i] == WORDBREAK_BREAK) return false;
    }
    return true;
}

bool is_word_sign(char32_t c, std::string_view cluster) {
    if (c < 0x80) return between(c | 0x20, 'a', 'z') || between(c, '0', '9') || c == '_';
    if (is_hangul(c) || east_asian(c) != EastAsian::none) return true;
    if (between(c, 0xE00, 0xEFF) || between(c, 0x1000, 0x109F) || between(c, 0x1780, 0x17FF)) {
        return true;  // Thai, Lao, Burmese, Khmer: UAX #29 leaves them to dictionaries
    }
    std::size_t length = 0;
    decode(cluster, 0, length);
    std::string after_letter = "a";
    after_letter += cluster.substr(0, length);
    return is_one_word(after_letter);
}

/// A cluster of the paragraph and what is to be known of it here.
struct Cluster {
    std::size_t begin, end;
    char32_t first;
    Kind kind;
};

Cluster cluster_between(std::string_view paragraph, std::size_t begin, std::size_t end) {
    const std::string_view bytes = paragraph.substr(begin, end - begin);
    std::size_t length = 0;
    const char32_t first = decode(bytes, 0, length);
    const Kind kind = is_blank(first) || is_control(first)    ? Kind::blank
                      : is_emoji(bytes)                       ? Kind::picture
                      : is_word_sign(first, bytes)            ? Kind::word
                                                              : Kind::sign;
    return {begin, end, first, kind};
}

Cluster cluster_before(std::string_view paragraph, std::size_t byte) {
    return cluster_between(paragraph, previous_cluster(paragraph, byte), byte);
}

Cluster cluster_after(std::string_view paragraph, std::size_t byte) {
    return cluster_between(paragraph, byte, next_cluster(paragraph, byte));
}

/// Hangul joins all it touches (漢字는, API를), other scripts part where they change.
bool same_word(const Cluster& left, const Cluster& right) {
    if (is_hangul(left.first) || is_hangul(right.first)) return true;
    constexpr char32_t kProlonged = 0x30FC;  // ー is of both kana
    const auto is_kana = [](char32_t c) { return east_asian(c) > EastAsian::ideograph; };
    if (left.first == kProlonged || right.first == kProlonged) return is_kana(left.first) && is_kana(right.first);
    return east_asian(left.first) == east_asian(right.first);
}

/// The sign in can't, 3.14 and www.example.com. Not beside Hangul, where a full stop without a space still
/// ends a sentence.
bool sign_joins(std::string_view paragraph, const Cluster& left, const Cluster& right) {
    const auto is_western = [](const Cluster& c) {
        return c.kind == Kind::word && !is_hangul(c.first) && east_asian(c.first) == EastAsian::none;
    };
    return is_western(left) && is_western(right) && is_one_word(paragraph.substr(left.begin, right.end - left.begin));
}

}  // namespace

bool is_word_border(std::string_view paragraph, std::size_t byte) {
    if (byte == 0 || byte >= paragraph.size()) return true;
    const Cluster left = cluster_before(paragraph, byte), right = cluster_after(paragraph, byte);
    if (left.kind == Kind::picture || right.kind == Kind::picture) return true;
    if (left.kind == right.kind) return left.kind == Kind::word && !same_word(left, right);
    if (left.kind == Kind::word && right.kind == Kind::sign && right.end < paragraph.size()) {
        return !sign_joins(paragraph, left, cluster_after(paragraph, right.end));
    }
    if (left.kind == Kind::sign && right.kind == Kind::word && left.begin > 0) {
        return !sign_joins(paragraph, cluster_before(paragraph, left.begin), right);
    }
    return true;
}

namespace {

std::size_t segment_end(std::string_view paragraph, std::size_t byte) {
    do byte = next_cluster(paragraph, byte);
    while (!is_word_border(paragraph, byte));
    return byte;
}

std::size_t segment_begin(std::string_view paragraph, std::size_t byte) {
    do byte = previous_cluster(paragraph, byte);
    while (!is_word_border(paragraph, byte));
    return byte;
}

std::size_t skip_blanks(std::string_view paragraph, std::size_t byte) {
    while (byte < paragraph.size()) {
        const Cluster next = cluster_after(paragraph, byte);
        if (next.kind != Kind::blank) break;
        byte = next.end;
    }
    return byte;
}

}  // namespace

std::size_t next_word_end(std::string_view paragraph, std::size_t byte) {
    return segment_end(paragraph, skip_blanks(paragraph, floor_cluster(paragraph, byte)));
}

std::size_t next_word_start(std::string_view paragraph, std::size_t byte) {
    byte = floor_cluster(paragraph, byte);
    const std::size_t past_blanks = skip_blanks(paragraph, byte);
    return past_blanks > byte ? past_blanks : skip_blanks(paragraph, segment_end(paragraph, byte));
}

std::size_t previous_word_start(std::string_view paragraph, std::size_t byte) {
    byte = floor_cluster(paragraph, byte);
    while (byte > 0) {
        const Cluster previous = cluster_before(paragraph, byte);
        if (previous.kind != Kind::blank) break;
        byte = previous.begin;
    }
    return segment_begin(paragraph, byte);
}

Span word_at(std::string_view paragraph, std::size_t byte) {
    if (paragraph.empty()) return {0, 0};
    const std::size_t begin = byte < paragraph.size() ? floor_cluster(paragraph, byte)
                                                      : previous_cluster(paragraph, paragraph.size());
    const Cluster here = cluster_after(paragraph, begin);
    if (here.kind == Kind::picture || here.kind == Kind::sign) {
        const bool inside_word = !is_word_border(paragraph, here.begin) && !is_word_border(paragraph, here.end)
                                 && cluster_before(paragraph, here.begin).kind == Kind::word;
        if (!inside_word) return {here.begin, here.end};
    }
    const std::size_t end = segment_end(paragraph, here.begin);
    return {segment_begin(paragraph, here.end), end};
}

}  // namespace dajim::text
