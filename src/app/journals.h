// The journals of this browser besides the first one. Each has an address and storage of its own, and none knows the words of another.
#pragma once

#include <string>

namespace dajim::app {

/// One of them, as it is listed.
struct OtherJournal {
    std::string id, name;
    std::string made;   ///< "2026-11-22 12:00", by the writer's own clock
    bool operator==(const OtherJournal&) const = default;
};

/// Which one this window is of.
struct OwnJournal {
    std::string id;     ///< empty: the first one
    std::string name;   ///< what it is called, once that is known; the first one is not called anything
    bool separate() const { return !id.empty(); }
};

/// A journal's file as it came: it can begin a journal of its own.
struct JournalFile { std::string name, bytes; };

}  // namespace dajim::app
