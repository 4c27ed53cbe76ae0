// The hidden textarea's window, see text_window.h.
#include "app/text_window.h"

#include <algorithm>

#include "text/mark.h"
#include "text/utf8.h"

namespace dajim::app {
namespace {

using text::Position;
using text::Utf16;

constexpr std::size_t margin = 64;        // characters either side (research: what Hangul keyboards on glass need)
constexpr std::size_t room = 16;          // fewer than this left: centre anew
constexpr std::size_t most_mirrored = 2048;  // bytes of a selection that is still mirrored whole
constexpr std::size_t most_written = 1024;   // bytes that grow round a caret; the browser lays them all out at each key

bool continues(char byte) { return (static_cast<unsigned char>(byte) & 0xC0) == 0x80; }

/// Up to `count` code points back from `at`, newlines counting as one.
Position back(const text::Buffer& buffer, Position at, std::size_t count) {
    for (; count > 0; --count) {
        if (at.byte == 0) {
            if (at.paragraph == 0) break;
            --at.paragraph;
            at.byte = buffer.paragraph(at.paragraph).size();
        } else {
            const std::string& paragraph = buffer.paragraph(at.paragraph);
            do --at.byte;
            while (at.byte > 0 && continues(paragraph[at.byte]));
        }
    }
    return at;
}

Position forward(const text::Buffer& buffer, Position at, std::size_t count) {
    for (; count > 0; --count) {
        const std::string& paragraph = buffer.paragraph(at.paragraph);
        if (at.byte == paragraph.size()) {
            if (at.paragraph + 1 == buffer.paragraphs()) break;
            at = {at.paragraph + 1, 0};
        } else {
            do ++at.byte;
            while (at.byte < paragraph.size() && continues(paragraph[at.byte]));
        }
    }
    return at;
}

/// Bytes between two positions, counted only until `limit`.
std::size_t distance(const text::Buffer& buffer, Position from, Position to, std::size_t limit) {
    std::size_t bytes = 0;
    while (from.paragraph < to.paragraph && bytes <= limit) {
        bytes += buffer.paragraph(from.paragraph).size() - from.byte + 1;
        from = {from.paragraph + 1, 0};
    }
    return from.paragraph == to.paragraph && to.byte > from.byte ? bytes + to.byte - from.byte : bytes;
}

Utf16 units_between(const text::Buffer& buffer, Position from, Position to) {
    return from < to ? text::utf16_length(buffer.text({from, to})) : Utf16{0};
}

Position walk(const text::Buffer& buffer, Position from, Position limit, std::size_t& units) {
    while (from < limit && units > 0) {
        const std::string& paragraph = buffer.paragraph(from.paragraph);
        const std::size_t stop = from.paragraph == limit.paragraph ? limit.byte : paragraph.size();
        const std::string_view rest = std::string_view(paragraph).substr(from.byte, stop - from.byte);
        const std::size_t length = text::utf16_length(rest).value;
        if (units <= length) {
            from.byte += text::byte_at_utf16(rest, Utf16{units});
            units = 0;
            return from;
        }
        units -= length;
        from.byte = stop;
        if (from.paragraph == limit.paragraph) return from;
        from = {from.paragraph + 1, 0};
        --units;   // the newline
    }
    return from;
}

Utf16 offset_of(const text::Buffer& buffer, const WindowMap& map, Position at) {
    at = std::clamp(at, map.begin, map.end);
    if (map.fold.empty() || at <= map.fold.begin) return units_between(buffer, map.begin, at);
    const std::size_t before = units_between(buffer, map.begin, map.fold.begin).value;
    return Utf16{before + units_between(buffer, map.fold.end, at).value};
}

}  // namespace

WindowMap window_around(const text::Buffer& buffer, const Selection& selection) {
    const text::Range range = selection.range();
    WindowMap map{back(buffer, range.begin, margin), forward(buffer, range.end, margin), {}};
    if (distance(buffer, range.begin, range.end, most_mirrored) > most_mirrored) {
        map.fold = {forward(buffer, range.begin, margin), back(buffer, range.end, margin)};
    }
    return map;
}

bool has_room(const text::Buffer& buffer, const WindowMap& map, const Selection& selection) {
    const text::Range range = selection.range();
    if (range.begin < map.begin || map.end < range.end) return false;
    if (!map.fold.empty() && !(range.begin <= map.fold.begin && map.fold.end <= range.end)) return false;
    const std::size_t most = range.empty() ? most_written : 2 * most_mirrored;
    if (map.fold.empty() && distance(buffer, map.begin, map.end, most) > most) return false;
    return back(buffer, range.begin, room) >= map.begin && forward(buffer, range.end, room) <= map.end;
}

TextWindow show(const text::Buffer& buffer, const WindowMap& map, const Selection& selection) {
    TextWindow window;
    window.text = map.fold.empty()
                      ? buffer.text({map.begin, map.end})
                      : buffer.text({map.begin, map.fold.begin}) + buffer.text({map.fold.end, map.end});
    const text::Range range = selection.range();
    window.selection_start = offset_of(buffer, map, range.begin);
    window.selection_end = offset_of(buffer, map, range.end);
    window.backward = selection.head < selection.anchor;
    return window;
}

text::Position position_at(const text::Buffer& buffer, const WindowMap& map, Utf16 offset) {
    std::size_t units = offset.value;
    const Position limit = map.fold.empty() ? map.end : map.fold.begin;
    Position at = walk(buffer, map.begin, limit, units);
    if (units > 0 && !map.fold.empty()) at = walk(buffer, map.fold.end, map.end, units);
    return at;
}

WindowMap moved(const WindowMap& map, const text::Edit& edit) {
    using text::Stick;
    WindowMap out{text::moved(map.begin, edit, Stick::before), text::moved(map.end, edit, Stick::after), {}};
    if (!map.fold.empty()) {
        out.fold = {text::moved(map.fold.begin, edit, Stick::before), text::moved(map.fold.end, edit, Stick::after)};
        // What replaced the folded words stands in the textarea in full.
        if (edit.range.begin <= map.fold.begin && map.fold.end <= edit.range.end) out.fold = {};
    }
    return out;
}

}  // namespace dajim::app
