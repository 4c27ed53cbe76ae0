// Where a link in a page goes, and which addresses are opened at all.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "text/buffer.h"

namespace dajim::app {

/// The address of the link at a place: on its words, its address or the signs round them. Only one that is safe to open; links that run
/// over two lines are not found.
std::optional<std::string> link_at(const text::Buffer& buffer, text::Position at);

/// An address whose scheme cannot run anything here: http, https, mailto, and no blank or control character in it.
bool safe_to_open(std::string_view address);

}  // namespace dajim::app
