// What a writer does to a journal, by the dice: one step as the changes that it is.
#pragma once

#include <random>
#include <string>
#include <vector>

#include "journal/change.h"

namespace trial {

using namespace dajim;

/// Every line that it writes is another one, so that it is known again wherever a union puts it.
class Writer {
public:
    explicit Writer(std::mt19937& dice) : dice_(dice) {}

    journal::Series series(std::size_t pairs);

    /// Words of a text. Nothing where the dice found nothing to do, here and below.
    std::vector<journal::Change> write(const journal::Journal& journal);
    /// A goal's notes, verdict, ticks and the like, and what a pair is dated with; `today` is what the device's clock says.
    std::vector<journal::Change> judge(const journal::Journal& journal, journal::Date today);
    /// Which of two texts it is to be.
    std::vector<journal::Change> choose(const journal::Journal& journal);
    /// Pairs and series come, go, move and get names.
    std::vector<journal::Change> rearrange(const journal::Journal& journal);

private:
    std::size_t roll(std::size_t sides) { return dice_() % sides; }
    std::string new_line();
    std::string some_name() { return "이름 " + std::to_string(roll(9)); }
    journal::Id new_id() { return "id-" + std::to_string(++ids_); }
    journal::Pair new_pair();

    const journal::Series* some_series(const journal::Journal& journal);
    const journal::Pair* some_pair(const journal::Journal& journal);
    void rewrite(std::string& note);
    std::vector<journal::Change> name(const journal::Journal& journal);
    std::vector<journal::Change> date(const journal::Pair& pair, journal::Date today);

    std::mt19937& dice_;
    std::size_t lines_ = 0, ids_ = 0;
};

}  // namespace trial
