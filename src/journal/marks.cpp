// A passage's two ends stick to its words; only where its line is its own do words typed at them join it.
#include "journal/marks.h"

#include <string_view>

#include "text/mark.h"

namespace dajim::journal {

namespace {

constexpr std::string_view bullet = "\u2022";

/// The length of what may stand before the words of a line without being words: blanks, and signs of lists, boxes, quotes, headings.
std::size_t signs(std::string_view text, std::string_view of) {
    std::size_t length = 0;
    while (length < text.size()) {
        if (text.substr(length).starts_with(bullet)) length += bullet.size();
        else if (of.find(text[length]) != std::string_view::npos) ++length;
        else break;
    }
    return length;
}

bool begins_its_line(const text::Buffer& text, text::Position begin) {
    const std::string_view before = std::string_view(text.paragraph(begin.paragraph)).substr(0, begin.byte);
    return signs(before, " \t-+*>#[]xX0123456789.)/") == before.size();
}

bool ends_its_line(const text::Buffer& text, text::Position end) {
    return text.paragraph(end.paragraph).find_first_not_of(" \t\r", end.byte) == std::string::npos;
}

}  // namespace

std::optional<text::Range> moved(const text::Buffer& before, text::Range range, const text::Edit& edit) {
    const bool insertion = edit.range.empty();
    text::Range after{text::moved(range.begin, edit, text::Stick::after), text::moved(range.end, edit, text::Stick::before)};
    if (insertion && edit.range.begin == range.begin && begins_its_line(before, range.begin)) {
        // A subset of the signs that may stand before a line's words, so that it goes on to begin its line. Digits and '*' are as likely
        // the words' own.
        const std::size_t own = signs(edit.text, " \t\n-+>#[]");
        after.begin = text::end_of({edit.range, edit.text.substr(0, own)});
    }
    if (insertion && edit.range.begin == range.end && ends_its_line(before, range.end))
        after.end = text::end_of({edit.range, edit.text.substr(0, edit.text.find('\n'))});
    if (after.begin >= after.end) return std::nullopt;
    return after;
}

}  // namespace dajim::journal
