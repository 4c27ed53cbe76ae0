// The few operations on files the store needs.
#include "store/files.h"

#include <dirent.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdio>

namespace dajim::store {

bool (*file_fault)() = nullptr;

namespace {

bool fails() { return file_fault && file_fault(); }

bool write_all(int file, std::string_view bytes) {
    while (!bytes.empty()) {
        if (fails()) {
            (void)!::write(file, bytes.data(), bytes.size() / 2);
            return false;
        }
        const ssize_t written = ::write(file, bytes.data(), bytes.size());
        if (written < 0 && errno == EINTR) continue;
        if (written <= 0) return false;
        bytes.remove_prefix(static_cast<std::size_t>(written));
    }
    return true;
}

}  // namespace

FileRead read_file(const std::string& path, std::string& bytes) {
    bytes.clear();
    const int file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
    if (file < 0) return errno == ENOENT || errno == ENOTDIR ? FileRead::missing : FileRead::failed;
    struct stat facts {};
    if (::fstat(file, &facts) == 0 && facts.st_size > 0) bytes.reserve(static_cast<std::size_t>(facts.st_size));
    char chunk[16 * 1024];
    for (;;) {
        const ssize_t got = ::read(file, chunk, sizeof chunk);
        if (got < 0 && errno == EINTR) continue;
        if (got <= 0) {
            ::close(file);
            return got == 0 ? FileRead::done : FileRead::failed;
        }
        bytes.append(chunk, static_cast<std::size_t>(got));
    }
}

bool write_file(const std::string& path, std::string_view bytes) {
    const std::string beside = path + ".tmp";
    if (fails()) return false;
    const int file = ::open(beside.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0644);
    if (file < 0) return false;
    bool good = write_all(file, bytes) && !fails() && ::fsync(file) == 0;
    good = ::close(file) == 0 && good && !fails();
    if (good && rename_file(beside, path)) return true;
    remove_file(beside);
    return false;
}

bool rename_file(const std::string& from, const std::string& to) {
    return !fails() && ::rename(from.c_str(), to.c_str()) == 0;
}

bool remove_file(const std::string& path) { return !fails() && ::unlink(path.c_str()) == 0; }

bool is_there(const std::string& path) {
    struct stat facts {};
    return ::stat(path.c_str(), &facts) == 0;
}

bool make_folder(const std::string& path) {
    struct stat facts {};
    if (::stat(path.c_str(), &facts) == 0) return S_ISDIR(facts.st_mode);
    return !fails() && ::mkdir(path.c_str(), 0755) == 0;
}

std::vector<std::string> list_folder(const std::string& path) {
    std::vector<std::string> names;
    DIR* folder = ::opendir(path.c_str());
    if (!folder) return names;
    while (const dirent* entry = ::readdir(folder)) {
        const std::string name = entry->d_name;
        if (name != "." && name != "..") names.push_back(name);
    }
    ::closedir(folder);
    std::sort(names.begin(), names.end());
    return names;
}

}  // namespace dajim::store
