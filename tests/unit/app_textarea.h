// A hidden textarea as browsers have it: it holds a window of the text, edits it by itself, and tells what became of its value.
#pragma once

#include <string>
#include <string_view>

#include "app/program.h"

namespace fake {

std::u16string wide(std::string_view utf8);
std::string narrow(std::u16string_view utf16);

class Textarea {
public:
    Textarea(dajim::app::Program& program, dajim::app::Target target) : program_(program), target_(target) {}

    /// Takes what the model has when the model moved by itself (`freshen`), or in any case (`settle`).
    void freshen();
    void settle();

    /// One cluster after the other; Enter is a key and no text.
    void type(std::string_view utf8);
    void erase(bool forward);              ///< Backspace or Delete
    /// The composed text is this now; the first call begins the composition over the selection.
    void compose(std::string_view preedit);
    void commit();
    bool composing() const { return composing_; }

    /// The value becomes another at once, as dictation or autocorrection has it; offsets are UTF-16.
    void replace(std::size_t from, std::size_t to, std::u16string_view with, std::size_t selection_start, std::size_t selection_end);

    const std::u16string& value() const { return value_; }
    std::size_t selection_start() const { return from_; }
    std::size_t selection_end() const { return to_; }

private:
    void become(std::u16string value, std::size_t from, std::size_t to);

    dajim::app::Program& program_;
    dajim::app::Target target_;
    std::u16string value_;
    std::size_t from_ = 0, to_ = 0;        // the selection
    std::size_t begin_ = 0, end_ = 0;      // what is being composed
    bool composing_ = false;
    std::uint64_t seen_ = ~std::uint64_t{0};
};

}  // namespace fake
