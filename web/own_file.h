// A file of the writer's own by the File System Access API, alone or in a folder beside those of other devices: bound, written, and read
// where somebody else has written.
#pragma once

#include <cstdint>
#include <string_view>

#include "app/program.h"

namespace dajim::web::own_file {

/// `program` must outlive the page. It is told at once where the browser can write to files (Program::own_file_possible), and from then on
/// how it stands (Program::own_file_is).
void start(app::Program& program);

/// The file that was bound before, if there is one. `whole`: storage has all that it ever took. Else the file may hold more, and is read before
/// it is written.
void find(bool whole);
/// Wants to be called within some seconds of the click that asks for it, like `bind_folder` and `permit`.
void bind(std::string_view name);
void bind_folder();
void permit();
void read();
/// What `read` gave last may be written over.
void taken();
/// Not where the file is another than was read or written last.
void write(std::uint64_t sequence, std::string_view bytes);
/// Hands over at once what this window wrote last (Program::own_file_left), if it did.
void recall();
void release();

}  // namespace dajim::web::own_file
