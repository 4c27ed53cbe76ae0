// Rescued files are laid out as they lay in the browser and opened as a store, so that a rescue knows no layout of its own.
#include "store/rescue.h"

#include <ftw.h>
#include <stdio.h>

#include <algorithm>
#include <vector>

#include "formats/json.h"
#include "store/files.h"

namespace dajim::store {

namespace {

using formats::Json;
using formats::ReadError;

ReadError refusal(formats::JsonError error) {
    switch (error) {
        case formats::JsonError::truncated: return ReadError::truncated;
        case formats::JsonError::too_deep: return ReadError::too_deep;
        case formats::JsonError::too_many: return ReadError::too_many;
        case formats::JsonError::not_json:
        case formats::JsonError::bad_number: break;
    }
    return ReadError::not_json;
}

/// Below the folder and nowhere else, whoever wrote the file.
bool is_file_name(std::string_view name) {
    if (name.empty() || name.size() > 256) return false;
    char before = '/';
    for (const char sign : name) {
        const bool plain = (sign >= '0' && sign <= '9') || (sign >= 'A' && sign <= 'Z') || (sign >= 'a' && sign <= 'z') || sign == '_' || sign == '-';
        if (!plain && ((sign != '.' && sign != '/') || before == '/')) return false;
        before = sign;
    }
    return before != '/';
}

bool lay_out(const std::string& folder, std::string_view name, std::string_view bytes) {
    for (std::size_t slash = name.find('/'); slash != std::string_view::npos; slash = name.find('/', slash + 1)) {
        if (!make_folder(folder + '/' + std::string(name.substr(0, slash)))) return false;
    }
    return write_file(folder + '/' + std::string(name), bytes);
}

void remove_all(const std::string& folder) {
    ::nftw(folder.c_str(), [](const char* path, const struct stat*, int, FTW*) { return ::remove(path); }, 8, FTW_DEPTH | FTW_PHYS);
}

}  // namespace

bool is_rescue(std::string_view bytes) {
    const std::string_view head = bytes.substr(0, std::min<std::size_t>(bytes.size(), 64));
    return head.find("\"dajim-rescue\"") != std::string_view::npos;
}

text::Result<Loaded, ReadError> read_rescue(std::string_view bytes, const std::string& folder, const formats::ReadLimits& limits) {
    if (bytes.size() > limits.bytes) return ReadError::too_large;
    const auto parsed = formats::parse_json(bytes, {.values = limits.values});
    if (!parsed) return refusal(parsed.error());
    const Json& root = parsed.value().root;
    const Json *version = root.find("version"), *files = root.find("files"), *all = root.find("records");
    if (!version || version->text != "1") return ReadError::newer;
    if (!files || !files->is_object() || !all || all->kind != Json::Kind::strings) return ReadError::bad_content;

    std::vector<std::string> records;
    for (std::size_t i = 0, begin = 0; i < all->ends.size(); begin = all->ends[i++])
        records.push_back(all->text.substr(begin, all->ends[i] - begin));
    bool fine = make_folder(folder);
    for (std::size_t i = 0; fine && i < files->keys.size(); ++i)
        fine = is_file_name(files->keys[i]) && files->items[i].is_string() && lay_out(folder, files->keys[i], files->items[i].text);
    text::Result<Loaded, ReadError> result = ReadError::bad_content;
    if (fine) {
        text::Result<Loaded, StoreError> loaded = Store(folder).load(records);
        if (loaded) result = std::move(loaded.value());
        else result = loaded.error() == StoreError::newer ? ReadError::newer : ReadError::bad_content;
    }
    remove_all(folder);
    return result;
}

}  // namespace dajim::store
