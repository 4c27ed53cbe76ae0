// Walking a paragraph cluster by cluster in linear time, whatever it holds.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace dajim::text {

/// Visits the grapheme cluster boundaries of a paragraph from left to right.
class ClusterWalk {
public:
    /// Starts at `byte`, which is a boundary.
    ClusterWalk(std::string_view paragraph, std::size_t byte) : paragraph_(paragraph), at_(byte) {}

    std::size_t at() const { return at_; }
    bool done() const { return at_ >= paragraph_.size(); }
    /// Steps over one cluster and returns it.
    std::string_view next();

private:
    std::string_view paragraph_;
    std::size_t at_;
    // Where neighbours alone do not tell the boundaries, a whole stretch is asked for at once and remembered.
    std::size_t stretch_begin_ = 0, stretch_end_ = 0;
    std::string breaks_;
};

}  // namespace dajim::text
