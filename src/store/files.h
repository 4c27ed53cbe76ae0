// The few operations on files the store needs, with error values: POSIX, and so Emscripten's files in memory as well.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace dajim::store {

enum class FileRead { done, missing, failed };

/// The whole file into `bytes`.
FileRead read_file(const std::string& path, std::string& bytes);

/// Writes `bytes` beside `path` (".tmp"), flushes them to the medium and renames them over it: whatever happens,
/// `path` holds the old or the new bytes. False when it failed, and then `path` is as it was.
bool write_file(const std::string& path, std::string_view bytes);

bool rename_file(const std::string& from, const std::string& to);
bool remove_file(const std::string& path);

bool is_there(const std::string& path);

/// True when the folder is there afterwards.
bool make_folder(const std::string& path);

/// Names of everything in the folder but "." and "..", sorted; empty when there is no such folder.
std::vector<std::string> list_folder(const std::string& path);

/// Asked before each single operation that changes a file (open, each write, flush, close, rename, unlink, mkdir);
/// true makes it fail, a write after half of its bytes. Null but in tests.
extern bool (*file_fault)();

}  // namespace dajim::store
