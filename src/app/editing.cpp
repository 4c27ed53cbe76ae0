// The caret's rules, see editing.h.
#include "app/editing.h"

#include <algorithm>

#include "text/breaks.h"

namespace dajim::app {
namespace {

using text::Affinity;
using text::Position;

Position word_left(const text::Buffer& buffer, Position at) {
    if (at.byte == 0) return cluster_left(buffer, at);
    return {at.paragraph, text::previous_word_start(buffer.paragraph(at.paragraph), at.byte)};
}

Position word_right(const text::Buffer& buffer, Position at, bool mac) {
    const std::string& paragraph = buffer.paragraph(at.paragraph);
    if (at.byte == paragraph.size()) return cluster_right(buffer, at);
    // macOS stops behind a word, Windows and most of Linux before the next one.
    return {at.paragraph, mac ? text::next_word_end(paragraph, at.byte) : text::next_word_start(paragraph, at.byte)};
}

}  // namespace

Position cluster_left(const text::Buffer& buffer, Position at) {
    if (at.byte > 0) return {at.paragraph, text::previous_cluster(buffer.paragraph(at.paragraph), at.byte)};
    if (at.paragraph == 0) return at;
    return {at.paragraph - 1, buffer.paragraph(at.paragraph - 1).size()};
}

Position cluster_right(const text::Buffer& buffer, Position at) {
    const std::string& paragraph = buffer.paragraph(at.paragraph);
    if (at.byte < paragraph.size()) return {at.paragraph, text::next_cluster(paragraph, at.byte)};
    if (at.paragraph + 1 == buffer.paragraphs()) return at;
    return {at.paragraph + 1, 0};
}

std::optional<CaretKey> caret_key(const KeyPress& press, bool mac) {
    using Act = CaretKey::Act;
    const bool word = mac ? press.alt : press.control;
    const bool line = mac && press.meta;
    if (!mac && (press.alt || press.meta)) return std::nullopt;
    if (mac && press.control) return std::nullopt;
    const Act act = press.shift ? Act::extend : Act::move;
    switch (press.key) {
        case Key::left:
            return CaretKey{act, line ? Motion::row_start : word ? Motion::word_left : Motion::cluster_left};
        case Key::right:
            return CaretKey{act, line ? Motion::row_end : word ? Motion::word_right : Motion::cluster_right};
        case Key::up:
            return CaretKey{act, line ? Motion::document_start : word ? Motion::paragraph_start : Motion::row_up};
        case Key::down:
            return CaretKey{act, line ? Motion::document_end : word ? Motion::paragraph_end : Motion::row_down};
        case Key::home:
            return CaretKey{act, mac || press.control ? Motion::document_start : Motion::row_start};
        case Key::end:
            return CaretKey{act, mac || press.control ? Motion::document_end : Motion::row_end};
        case Key::page_up:
            if (word || line) return std::nullopt;   // the browser's tabs
            return CaretKey{act, Motion::page_up};
        case Key::page_down:
            if (word || line) return std::nullopt;
            return CaretKey{act, Motion::page_down};
        case Key::backspace:
            if (line) return CaretKey{Act::erase, Motion::row_start};
            if (word) return CaretKey{Act::erase, Motion::word_left};
            return std::nullopt;
        case Key::del:
            if (line) return CaretKey{Act::erase, Motion::row_end};
            if (word) return CaretKey{Act::erase, Motion::word_right};
            return std::nullopt;
        default:
            return std::nullopt;
    }
}

Moved move(const text::Buffer& buffer, text::Layout& layout, const Editor& editor, Motion motion, bool extend,
           float page_height, bool mac) {
    const Selection& from = editor.selection;
    Moved out{from, std::nullopt};
    text::Hit to{from.head, Affinity::downstream};
    const bool collapses = !extend && !from.empty();

    switch (motion) {
        case Motion::cluster_left:
            to.position = collapses ? from.range().begin : cluster_left(buffer, from.head);
            break;
        case Motion::cluster_right:
            to.position = collapses ? from.range().end : cluster_right(buffer, from.head);
            break;
        case Motion::word_left:
            to.position = word_left(buffer, from.head);
            break;
        case Motion::word_right:
            to.position = word_right(buffer, from.head, mac);
            break;
        case Motion::row_up:
        case Motion::row_down:
        case Motion::page_up:
        case Motion::page_down: {
            const text::CaretBox box = layout.caret(from.head, from.affinity);
            const float goal = editor.goal_x.value_or(box.x);
            int rows = 1;
            if (motion == Motion::page_up || motion == Motion::page_down) {
                rows = std::max(1, static_cast<int>(page_height / std::max(1.0f, box.height)) - 1);
            }
            if (motion == Motion::row_up || motion == Motion::page_up) rows = -rows;
            to = layout.vertical(from.head, from.affinity, rows, goal);
            out.goal_x = goal;
            break;
        }
        case Motion::row_start:
            to = layout.row_start(from.head, from.affinity);
            break;
        case Motion::row_end:
            to = layout.row_end(from.head, from.affinity);
            break;
        case Motion::paragraph_start:
            to.position = from.head.byte > 0 || from.head.paragraph == 0 ? Position{from.head.paragraph, 0}
                                                                         : Position{from.head.paragraph - 1, 0};
            break;
        case Motion::paragraph_end: {
            const std::size_t size = buffer.paragraph(from.head.paragraph).size();
            const bool next = from.head.byte == size && from.head.paragraph + 1 < buffer.paragraphs();
            to.position = next ? Position{from.head.paragraph + 1, buffer.paragraph(from.head.paragraph + 1).size()}
                               : Position{from.head.paragraph, size};
            break;
        }
        case Motion::document_start:
            to.position = {};
            break;
        case Motion::document_end:
            to.position = buffer.end();
            break;
    }
    out.selection.head = to.position;
    out.selection.affinity = to.affinity;
    if (!extend) out.selection.anchor = to.position;
    return out;
}

text::Range pressed_range(const text::Buffer& buffer, text::Position at, int clicks) {
    const std::string& paragraph = buffer.paragraph(at.paragraph);
    if (clicks == 2) {
        const text::Span word = text::word_at(paragraph, at.byte);
        return {{at.paragraph, word.begin}, {at.paragraph, word.end}};
    }
    if (clicks >= 3) return {{at.paragraph, 0}, {at.paragraph, paragraph.size()}};
    return {at, at};
}

Selection dragged(const text::Buffer& buffer, text::Range first, text::Position at, text::Affinity affinity, int clicks) {
    const text::Range here = pressed_range(buffer, at, clicks);
    Selection selection;
    if (here.begin < first.begin) {
        selection.anchor = first.end;
        selection.head = here.begin;
    } else {
        selection.anchor = first.begin;
        selection.head = std::max(here.end, first.end);
    }
    if (clicks == 1) selection.affinity = affinity;
    return selection;
}

}  // namespace dajim::app
