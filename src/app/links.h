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

/// The address that somebody writes or pastes as a link; "https://" is put before one that is only a host and a path. Nothing for what is
/// none, or not safe to open.
std::optional<std::string> read_link(std::string_view words);
/// As it is shown where there is little room: without its scheme.
std::string_view short_link(std::string_view address);

/// An address whose scheme cannot run anything here: http, https, mailto, and no blank or control character in it.
bool safe_to_open(std::string_view address);

}  // namespace dajim::app
