// The caret's rules: what a key means in a text, and where it takes the caret. Pure; layouts are asked for rows.
#pragma once

#include <optional>

#include "app/state.h"
#include "app/text_input.h"
#include "text/buffer.h"
#include "text/layout.h"

namespace dajim::app {

enum class Motion : std::uint8_t {
    cluster_left, cluster_right, word_left, word_right, row_up, row_down, row_start, row_end,
    paragraph_start, paragraph_end, page_up, page_down, document_start, document_end,
};

/// A key with a meaning of its own in a text: a motion that moves, extends or erases. All other keys are the textarea's.
struct CaretKey {
    enum class Act : std::uint8_t { move, extend, erase } act = Act::move;
    Motion motion = Motion::cluster_left;
};

/// By the platform's habits: Option+arrow and Command+arrow on a Mac, Ctrl+arrow and Home/End elsewhere. Plain Backspace and Delete
/// mean nothing here: the textarea does them, since keyboards on glass send them in shapes of their own.
std::optional<CaretKey> caret_key(const KeyPress& press, bool mac);

/// The selection after `motion` from `editor`; `page_height` in CSS pixels serves page motions. `goal_x` is kept and made by row motions.
struct Moved {
    Selection selection;
    std::optional<float> goal_x;
};
Moved move(const text::Buffer& buffer, text::Layout& layout, const Editor& editor, Motion motion, bool extend,
           float page_height, bool mac);

/// One cluster on, over the end of a paragraph too; at the text's ends they stay.
text::Position cluster_left(const text::Buffer& buffer, text::Position at);
text::Position cluster_right(const text::Buffer& buffer, text::Position at);

/// What a press of the pointer selects: a place, a word (2 clicks) or a paragraph (3).
text::Range pressed_range(const text::Buffer& buffer, text::Position at, int clicks);

/// The selection while the pointer drags to `at`, having pressed `first` with `clicks`.
Selection dragged(const text::Buffer& buffer, text::Range first, text::Position at, text::Affinity affinity, int clicks);

}  // namespace dajim::app
