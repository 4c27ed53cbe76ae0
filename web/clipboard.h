// The system's clipboard for those who have no keys: what the browser allows a page, and asks the person about.
#pragma once

#include <string_view>

#include "app/program.h"

/// Keys and the browser's menu bring events of their own, see web/text_input; this is for commands of the program.
namespace dajim::web::clipboard {

/// `program` must outlive the page.
void start(app::Program& program);
/// UTF-8. Answered by Program::clipboard_written.
void write(std::string_view text);
/// Answered by Program::clipboard_read or clipboard_refused.
void read();

}  // namespace dajim::web::clipboard
