// A writer as the store sees one: changes become records, now and then files; and a folder that goes away with the
// test.
#pragma once

#include <doctest/doctest.h>
#include <stdlib.h>

#include <filesystem>
#include <fstream>
#include <map>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include "journal/change.h"
#include "store/files.h"
#include "store/record.h"
#include "store/store.h"

class Folder {
public:
    Folder() {
        char name[] = "/tmp/dajim-store-XXXXXX";
        REQUIRE(mkdtemp(name) != nullptr);
        path_ = name;
    }
    ~Folder() { std::filesystem::remove_all(path_); }
    Folder(const Folder&) = delete;

    const std::string& path() const { return path_; }

    std::string read(const std::string& name) const {
        std::ifstream file(path_ + "/" + name, std::ios::binary);
        REQUIRE_MESSAGE(file.good(), name);
        std::stringstream bytes;
        bytes << file.rdbuf();
        return bytes.str();
    }
    void write(const std::string& name, const std::string& bytes) const {
        std::ofstream(path_ + "/" + name, std::ios::binary | std::ios::trunc) << bytes;
    }
    void remove(const std::string& name) const { REQUIRE(std::filesystem::remove(path_ + "/" + name)); }

    /// Names relative to the folder, of files only, with their bytes.
    std::map<std::string, std::string> files() const {
        std::map<std::string, std::string> all;
        for (const auto& entry : std::filesystem::recursive_directory_iterator(path_)) {
            const std::string name = std::filesystem::relative(entry.path(), path_).string();
            if (entry.is_regular_file()) all[name] = read(name);
        }
        return all;
    }

    /// The newest file of a pair.
    std::string file_of(const std::string& pair) const {
        std::string found;
        std::uint64_t highest = 0;
        for (const auto& [name, bytes] : files()) {
            const auto facts = dajim::store::read_file_name(name);
            if (!name.starts_with("pairs/") || !facts || facts->id != pair || facts->sequence < highest) continue;
            found = name;
            highest = facts->sequence;
        }
        REQUIRE(!found.empty());
        return found;
    }

private:
    std::string path_;
};

/// Copies of everything, so that the folder can be left as it was before.
inline void restore(const Folder& folder, const std::map<std::string, std::string>& files) {
    for (const auto& entry : std::filesystem::directory_iterator(folder.path())) {
        std::filesystem::remove_all(entry.path());
    }
    for (const auto& [name, bytes] : files) {
        std::filesystem::create_directories(std::filesystem::path(folder.path() + "/" + name).parent_path());
        folder.write(name, bytes);
    }
}

struct Desk {
    explicit Desk(const Folder& folder) : store(folder.path()) { open(); }

    void open() {
        auto loaded = store.load(records);
        REQUIRE(loaded.ok());
        journal = loaded.value().journal;
        sequence = loaded.value().sequence;
        if (journal.id.empty()) journal.id = "journal";
    }

    /// One record. Does nothing when the change does not fit.
    bool change(const dajim::journal::Change& change) {
        if (!dajim::journal::apply(journal, change)) return false;
        for (const auto& id : dajim::journal::touched_pairs(change)) changed.insert(id);
        records.push_back(dajim::store::write_record({++sequence, {change}}));
        return true;
    }

    void series(const std::string& id) {
        dajim::journal::Series series;
        series.id = id;
        series.name = "글또 " + id;
        REQUIRE(change(dajim::journal::SeriesAdded{series, journal.series.size()}));
    }

    void pair(const std::string& series, const std::string& id, const std::string& words) {
        dajim::journal::Pair pair;
        pair.id = id;
        pair.name = id + "기";
        pair.document(dajim::journal::End::resolution).text = dajim::text::Buffer(words);
        const std::size_t last = dajim::journal::find_series(journal, series)->pairs.size();
        REQUIRE(change(dajim::journal::PairAdded{series, pair, last}));
    }

    /// Types at the end of the resolution.
    void type(const std::string& pair, const std::string& words) {
        const auto end = dajim::journal::find_pair(journal, pair)->document(dajim::journal::End::resolution).text.end();
        REQUIRE(change(dajim::journal::TextEdited{pair, dajim::journal::End::resolution, {{end, end}, words}}));
    }

    dajim::store::Saved save() {
        auto saved = store.save(journal, changed, sequence);
        REQUIRE(saved.ok());
        changed.clear();
        return saved.value();
    }

    dajim::store::Store store;
    dajim::journal::Journal journal;
    std::uint64_t sequence = 0;
    std::set<dajim::journal::Id> changed;
    std::vector<std::string> records;  ///< all of them, as if none were ever dropped
};

/// What somebody finds who comes after.
inline dajim::store::Loaded load(const Folder& folder, const std::vector<std::string>& records = {}) {
    dajim::store::Store store(folder.path());
    auto loaded = store.load(records);
    REQUIRE(loaded.ok());
    return loaded.value();
}

inline std::string words(const dajim::journal::Journal& journal, const std::string& pair) {
    const auto* found = dajim::journal::find_pair(journal, pair);
    return found ? found->document(dajim::journal::End::resolution).text.text() : "(no such pair)";
}
