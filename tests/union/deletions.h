// What writers deleted, told from what a journal said before a step of theirs and after it. What a union loses is never in it.
#pragma once

#include "sayings.h"

namespace trial {

class Deletions {
public:
    /// Where the last copy went in one step, all is deleted. Where one stayed beside the text, or in it, only that place's is: somebody else may
    /// have deleted the other, and then it is gone though nobody took the last one.
    void add(const Sayings& before, const Sayings& after) {
        for (const auto& [saying, where] : before) {
            const auto left = after.find(saying);
            if (left == after.end()) gone_[saying] = anywhere;
            else if (const unsigned went = where & ~left->second) gone_[saying] |= went;
        }
    }
    void add(const Deletions& more) {
        for (const auto& [saying, where] : more.gone_) gone_[saying] |= where;
    }
    /// What is back, and was gone for nobody else, is not deleted.
    void withdraw(const Sayings& there) {
        std::erase_if(gone_, [&](auto& one) {
            const auto back = there.find(one.first);
            return back != there.end() && (one.second &= ~back->second) == 0;
        });
    }
    unsigned of(const Saying& saying) const {
        const auto found = gone_.find(saying);
        return found == gone_.end() ? 0 : found->second;
    }

private:
    Sayings gone_;
};

}  // namespace trial
