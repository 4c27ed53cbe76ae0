// Parents stand before and behind their children, which is how they are told.
#include "journal/lost_nesting.h"

#include <cstddef>
#include <optional>
#include <string_view>
#include <unordered_map>

#include "journal/words.h"

namespace dajim::journal {

// Tistory's editor pastes "<li>parent<ul>…</ul></li>" as the parent, its children and the parent once more, all at one depth. What lies
// between two alike lies in the first, the second is a copy; and a long text repeated so tells of the short item above it.
std::vector<Block> with_lost_nesting(const text::Buffer& text, std::vector<Block> blocks) {
    const auto nestable = [&](const Block& block) { return block.kind == Block::Kind::item && !block.parent && block.children == 0; };
    std::vector<std::size_t> copy(blocks.size(), 0);   // of an item: index of its copy, 0 for none
    std::unordered_map<std::string_view, std::size_t> last;
    std::optional<std::size_t> heading;
    bool found = false;
    for (std::size_t at = blocks.size(); at-- > 0;) {
        if (blocks[at].heading != heading) last.clear();
        heading = blocks[at].heading;
        if (!nestable(blocks[at])) continue;
        const auto [place, is_new] = last.try_emplace(words_of(text, blocks[at]), at);
        if (!is_new && place->second > at + 1) {
            copy[at] = place->second;
            found = true;
        }
        place->second = at;
    }
    if (!found) return blocks;

    struct Open { std::size_t block, end; };
    std::vector<Open> open;
    std::vector<bool> dropped(blocks.size(), false);
    for (std::size_t at = 0; at < blocks.size(); ++at) {
        while (!open.empty() && open.back().end < at) open.pop_back();
        if (!open.empty() && open.back().end == at) {
            dropped[at] = true;
            open.pop_back();
            continue;
        }
        if (!nestable(blocks[at])) continue;
        if (!open.empty()) {
            blocks[at].parent = open.back().block;
            ++blocks[open.back().block].children;
        }
        const std::size_t end = copy[at];
        if (end == 0 || (!open.empty() && end > open.back().end)) continue;
        std::size_t parent = at;
        const bool explains = !is_short(words_of(text, blocks[at]), longest_plain_heading);
        if (explains && at > 0 && blocks[at - 1].kind == Block::Kind::item && blocks[at - 1].parent == blocks[at].parent && !dropped[at - 1]) {
            parent = at - 1;
            blocks[at].parent = parent;
            ++blocks[parent].children;
        }
        open.push_back({parent, end});
    }

    std::vector<std::size_t> place(blocks.size(), 0);
    std::vector<Block> kept;
    for (std::size_t at = 0; at < blocks.size(); ++at) {
        place[at] = kept.size();
        if (dropped[at]) continue;
        Block block = blocks[at];
        if (block.heading) block.heading = place[*block.heading];
        if (block.parent) block.parent = place[*block.parent];
        kept.push_back(block);
    }
    return kept;
}

}  // namespace dajim::journal
