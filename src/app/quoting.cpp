// Quotes, see quoting.h.
#include "app/quoting.h"

#include "text/mark.h"

namespace dajim::app {
namespace {

std::string without_blanks(std::string_view words) {
    std::string out;
    for (const char sign : words) {
        if (sign != ' ' && sign != '\t' && sign != '\n' && sign != '\r') out += sign;
    }
    return out;
}

}  // namespace

std::string quoted(std::string_view words) {
    std::string out = "> ";
    for (const char sign : words) {
        out += sign;
        if (sign == '\n') out += "> ";
    }
    return out;
}

Quoting quoting(const text::Buffer& text, text::Position caret, std::string_view words) {
    Quoting out{{}, {}, quoted(words)};
    const std::string& line = text.paragraph(caret.paragraph);
    const bool blank = line.find_first_not_of(" \t\r") == std::string::npos;
    const text::Position at{caret.paragraph, blank ? 0 : line.size()};
    const std::string before = blank ? "" : "\n\n";
    out.edit = {{at, {caret.paragraph, line.size()}}, before + out.words + "\n\n"};
    out.quote = {text::end_of({{at, at}, before}), text::end_of({{at, at}, before + out.words})};
    return out;
}

bool quotes(const text::Buffer& text, std::string_view words) {
    const std::string wanted = without_blanks(words);
    std::string block;   // of neighbouring lines that quote
    for (std::size_t at = 0; at < text.paragraphs(); ++at) {
        const std::string_view line = text.paragraph(at);
        std::size_t from = line.find_first_not_of(" \t");
        if (from == std::string_view::npos || line[from] != '>') {
            block.clear();
            continue;
        }
        while (from < line.size() && (line[from] == '>' || line[from] == ' ')) ++from;
        block += without_blanks(line.substr(from));
        if (!wanted.empty() && block.find(wanted) != std::string::npos) return true;
    }
    return false;
}

}  // namespace dajim::app
