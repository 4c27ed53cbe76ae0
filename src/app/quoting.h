// Words of one page put into the other as a quote, and found there again.
#pragma once

#include <string>
#include <string_view>

#include "text/buffer.h"
#include "text/units.h"

namespace dajim::app {

struct Quoting {
    text::Edit edit;        ///< puts the quote in, with a line under it to write on, where its end lies
    text::Range quote;      ///< where it stands afterwards
    std::string words;      ///< as it stands there
};

/// The words as a quote at the caret: in its line where that is blank, else under it.
Quoting quoting(const text::Buffer& text, text::Position caret, std::string_view words);

/// Each line of the words behind "> ".
std::string quoted(std::string_view words);

/// Do these words stand in a quote of the text? Blanks make no difference.
bool quotes(const text::Buffer& text, std::string_view words);

}  // namespace dajim::app
