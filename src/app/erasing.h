// What words were before somebody began to erase them: deleted letter by letter, a passage keeps all of them as its lost words.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "journal/change.h"

namespace dajim::app {

/// An erasing goes on as long as each edit leaves no more than it takes, beside the one before, with nothing done in between.
class Erasing {
public:
    /// Before an edit of one end is applied.
    void begin(const journal::Pair& pair, journal::End end, const text::Edit& edit);
    /// After it: passages that it lost, with the words they had when the erasing began, where those were others.
    std::vector<journal::Placed> lost(const journal::Pair& pair, journal::End end) const;
    void stop() { words_.clear(); }

private:
    journal::Id pair_;
    journal::End end_ = journal::End::resolution;
    text::Position at_;
    std::map<journal::Id, std::string> words_;   // of passages that it has reached
};

}  // namespace dajim::app
