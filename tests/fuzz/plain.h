// What the editor should do, said as plainly as possible: texts are strings of code points, places are offsets, undo is old strings.
// It shares no code with src/ and knows only the clusters that the fuzz test writes.
#pragma once

#include <array>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace plain {

std::string utf8(std::u32string_view text);
std::u32string code_points(std::string_view utf8);

/// [from, from + removed.size()) became `inserted`.
struct Splice {
    std::size_t from = 0;
    std::u32string removed, inserted;
};

struct Selection {
    std::size_t anchor = 0, head = 0;
    std::size_t begin() const { return anchor < head ? anchor : head; }
    std::size_t end() const { return anchor < head ? head : anchor; }
    bool empty() const { return anchor == head; }
    bool operator==(const Selection&) const = default;
};

struct Document {
    std::u32string text;
    Selection selection;
    std::size_t top = 0;   ///< where the page is scrolled to: a mark that stays before what is inserted at it
};

/// Is there a cluster boundary at `at`?
bool boundary(std::u32string_view text, std::size_t at);
std::size_t left_of(std::u32string_view text, std::size_t at);
std::size_t right_of(std::u32string_view text, std::size_t at);
std::size_t paragraph_begin(std::u32string_view text, std::size_t at);
std::size_t paragraph_end(std::u32string_view text, std::size_t at);
/// True when word motion may go from `from` to `to`: within the paragraph (or over one newline), over at most one gap between words.
bool one_word_away(std::u32string_view text, std::size_t from, std::size_t to);

/// Two pairs of two pages, one writer, one undo order.
class Writer {
public:
    std::array<std::array<Document, 2>, 2> pairs;
    std::size_t pair = 0, page = 0;
    double now_ms = 0;
    std::vector<Splice> spliced;   ///< in the page that is written in, since it was last emptied
    bool top_lost = false;         ///< `spliced` does not tell what happened: a command rewrote the page by rules of its own

    Document& here() { return pairs[pair][page]; }
    const Document& here() const { return pairs[pair][page]; }

    void typed(std::u32string_view piece);            ///< over the selection, through the textarea; "\n" is Enter
    void erased(bool forward);                        ///< Backspace or Delete
    void erased_to(std::size_t place);                ///< Ctrl+Backspace and the like, from the caret or what is selected
    void corrected(std::size_t back, std::u32string_view piece);   ///< the selection and `back` clusters before it, all at once
    void composed(std::u32string_view preedit);
    void committed();
    void cut();
    void pasted(std::u32string_view text);
    /// A command of its own rules made the page so.
    void rewritten(std::u32string text, Selection selection);
    void moved(std::size_t place, bool extend);       ///< by key
    void pressed(std::size_t page, Selection selection);   ///< by the pointer
    void turned(std::size_t page);
    void chosen(std::size_t pair);
    void undone();
    void redone();
    bool can_undo() const { return !past_.empty(); }
    bool can_redo() const { return !future_.empty(); }
    bool composing() const { return composing_; }

private:
    enum class Joins { never, typing, composing };
    struct Step {
        std::size_t pair, page;
        std::u32string before, after;
        Selection selection_before, selection_after;
        std::vector<Splice> splices;   // none: see top_lost
    };

    void part() { open_ = fresh_ = false; }
    void become(std::u32string text, std::size_t caret, Joins joins);
    void put(const Splice& splice, Joins joins);
    void note(Step step, Joins joins);
    void restore(const Step& step, bool undo);

    std::vector<Step> past_, future_;
    bool open_ = false, fresh_ = false;
    double last_ms_ = 0;

    bool composing_ = false, preedit_ = false;
    std::size_t begin_ = 0, end_ = 0, depth_ = 0;
    std::u32string found_;
};

}  // namespace plain
