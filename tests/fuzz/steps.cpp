// Steps from a seed, and in words.
#include <random>
#include <string_view>

#include "episode.h"
#include "pieces.h"

namespace fuzz {
namespace {

struct Row { Act act; const char* name; unsigned weight; };
constexpr Row rows[] = {
    {Act::type, "type", 30},           {Act::enter, "enter", 6},          {Act::compose, "compose", 0},
    {Act::compose_nothing, "compose nothing", 0},                         {Act::commit, "commit", 2},
    {Act::backspace, "backspace", 9},  {Act::del, "delete", 5},           {Act::correct, "correct", 2},
    {Act::left, "left", 6},            {Act::right, "right", 5},          {Act::word_left, "word left", 3},
    {Act::word_right, "word right", 3}, {Act::row_up, "up", 3},           {Act::row_down, "down", 3},
    {Act::row_start, "home", 2},       {Act::row_end, "end", 2},          {Act::page_up, "page up", 1},
    {Act::page_down, "page down", 1},  {Act::paragraph_up, "paragraph up", 1}, {Act::paragraph_down, "paragraph down", 1},
    {Act::document_start, "document start", 1}, {Act::document_end, "document end", 1},
    {Act::erase_word_left, "erase word left", 3}, {Act::erase_word_right, "erase word right", 2},
    {Act::click, "click", 6},          {Act::drag, "drag", 4},            {Act::click_more, "click more", 2},
    {Act::select_all, "select all", 1}, {Act::cut, "cut", 2},             {Act::copy, "copy", 2},
    {Act::paste, "paste", 5},          {Act::rewrite, "command", 3},      {Act::undo, "undo", 10},
    {Act::redo, "redo", 6},            {Act::other_page, "other page", 2}, {Act::other_pair, "other pair", 1},
    {Act::scroll, "scroll", 3},        {Act::wait, "wait", 4},            {Act::rest, "rest", 0},
};
static_assert(std::size(rows) == static_cast<std::size_t>(Act::count_));

}  // namespace

Desk desk_of(unsigned seed) { return {seed % 5 == 4, seed % 3 == 2, seed % 2 == 1}; }

std::vector<Step> steps_of(unsigned seed, std::size_t count) {
    std::mt19937 dice(seed);
    unsigned all = 0;
    for (const Row& row : rows) all += row.weight;
    std::vector<Step> steps;
    const auto add = [&](Act act, std::uint32_t a, std::uint32_t b = 0) { steps.push_back({act, a, b}); };
    while (steps.size() < count) {
        const std::uint32_t a = static_cast<std::uint32_t>(dice()), b = static_cast<std::uint32_t>(dice());
        const unsigned kind = dice() % 100;
        if (kind < 10) {
            // A syllable in one of the shapes of engines: the text stands at the end; it is taken away and comes again as
            // typed text; it is given up; or it is left open for whatever comes next.
            const std::size_t syllable = a % std::size(syllables);
            for (std::uint32_t stroke = 0; stroke < syllables[syllable].size(); ++stroke) add(Act::compose, a, stroke);
            const unsigned shape = b % 8;
            if (shape < 3) add(Act::commit, 0);
            if (shape == 3 || shape == 4) add(Act::compose_nothing, 0), add(Act::commit, 0), add(Act::type, static_cast<std::uint32_t>(syllable), 1);
            if (shape == 5) add(Act::compose_nothing, 0), add(Act::commit, 0);
        } else if (kind < 11 && b % 40 == 0) {
            add(Act::rest, 0);
        } else {
            unsigned at = dice() % all;
            const Row* row = rows;
            for (; at >= row->weight; ++row) at -= row->weight;
            // Who takes back or erases often does it more than once.
            const bool again = row->act == Act::undo || row->act == Act::redo || row->act == Act::backspace || row->act == Act::left;
            for (unsigned times = again && b % 4 == 0 ? 1 + b % 7 : 1; times > 0; --times) add(row->act, a, row->act == Act::type ? 0 : b);
        }
    }
    return steps;
}

std::string told(const Desk& desk) {
    return std::string(desk.mac ? "a Mac, " : "") + (desk.narrow ? "narrow pages " : "wide pages ") + (desk.words ? "with words" : "without words");
}

std::string told(const Step& step) {
    std::string out = rows[static_cast<std::size_t>(step.act)].name;
    if (step.act == Act::type) return out + " " + plain::utf8(typed_piece(step));
    if (step.act == Act::compose) return out + " " + plain::utf8(stroke_of(step));
    return out + " " + std::to_string(step.a) + " " + std::to_string(step.b);
}

}  // namespace fuzz
