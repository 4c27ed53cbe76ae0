// Sums of blocks, kept beside the heights.
#include "text/heights.h"

#include <algorithm>

namespace dajim::text {
namespace {

constexpr std::size_t kBlock = 256;

}  // namespace

void Heights::set(std::size_t index, float height) {
    const double difference = static_cast<double>(height) - heights_[index];
    heights_[index] = height;
    blocks_[index / kBlock] += difference;
    total_ += difference;
}

void Heights::splice(std::size_t first, std::size_t removed, const std::vector<float>& inserted) {
    if (removed == inserted.size()) {
        for (std::size_t i = 0; i < removed; ++i) set(first + i, inserted[i]);
        return;
    }
    const auto at = heights_.begin() + static_cast<std::ptrdiff_t>(first);
    const std::size_t kept = std::min(removed, inserted.size());
    std::copy_n(inserted.begin(), kept, at);
    const auto tail = at + static_cast<std::ptrdiff_t>(kept);
    if (removed > kept) {
        heights_.erase(tail, at + static_cast<std::ptrdiff_t>(removed));
    } else {
        heights_.insert(tail, inserted.begin() + static_cast<std::ptrdiff_t>(kept), inserted.end());
    }

    blocks_.resize((heights_.size() + kBlock - 1) / kBlock);
    for (std::size_t block = first / kBlock; block < blocks_.size(); ++block) {
        const std::size_t end = std::min(heights_.size(), (block + 1) * kBlock);
        double sum = 0;
        for (std::size_t i = block * kBlock; i < end; ++i) sum += heights_[i];
        blocks_[block] = sum;
    }
    total_ = 0;
    for (const double sum : blocks_) total_ += sum;
}

double Heights::before(std::size_t index) const {
    const std::size_t block = index / kBlock;
    double sum = 0;
    for (std::size_t i = 0; i < block; ++i) sum += blocks_[i];
    for (std::size_t i = block * kBlock; i < index; ++i) sum += heights_[i];
    return sum;
}

std::size_t Heights::at(double y) const {
    std::size_t block = 0;
    while (block + 1 < blocks_.size() && y >= blocks_[block]) y -= blocks_[block++];
    std::size_t index = block * kBlock;
    while (index + 1 < heights_.size() && y >= heights_[index]) y -= heights_[index++];
    return index;
}

}  // namespace dajim::text
