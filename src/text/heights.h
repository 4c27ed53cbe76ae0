// Many heights and their running sum: the place of every paragraph on a long page.
#pragma once

#include <cstddef>
#include <vector>

namespace dajim::text {

/// A change of one height costs nothing, a place costs a short scan, inserting and erasing costs O(n) on plain numbers.
/// Sums are kept in double: ten million CSS pixels and fractions of one do not fit in a float.
class Heights {
public:
    std::size_t size() const { return heights_.size(); }
    float operator[](std::size_t index) const { return heights_[index]; }
    void set(std::size_t index, float height);
    /// [first, first + removed) becomes `inserted`.
    void splice(std::size_t first, std::size_t removed, const std::vector<float>& inserted);

    /// Sum of all before `index`.
    double before(std::size_t index) const;
    double total() const { return total_; }
    /// The index at whose height `y` lies, clamped to what there is. Not to be asked of none.
    std::size_t at(double y) const;

private:
    std::vector<float> heights_;
    std::vector<double> blocks_;
    double total_ = 0;
};

}  // namespace dajim::text
