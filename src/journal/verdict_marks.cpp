// Pictures count anywhere in a line, letters only where a person would put a mark.
#include "journal/verdict_marks.h"

#include <algorithm>
#include <array>
#include <cstddef>

#include "journal/tight.h"
#include "text/utf8.h"

namespace dajim::journal {
namespace {

struct Sign {
    std::string_view text;
    VerdictKind kind;
};

using enum VerdictKind;

constexpr auto kPictures = std::to_array<Sign>({
    {"✅", kept}, {"☑", kept}, {"✔", kept}, {"✓", kept}, {"⭕", kept}, {"🟢", kept}, {"🟩", kept}, {"🆗", kept},
    {"❌", not_kept}, {"✖", not_kept}, {"✗", not_kept}, {"✘", not_kept}, {"🚫", not_kept}, {"🔴", not_kept}, {"🟥", not_kept}, {"🛑", not_kept},
    {"🔺", partly}, {"🟡", partly}, {"🟨", partly}, {"🟠", partly}, {"🟧", partly},
});

constexpr auto kLetters = std::to_array<Sign>({
    {"O", kept}, {"o", kept}, {"Ｏ", kept}, {"○", kept}, {"◯", kept}, {"◎", kept}, {"ㅇ", kept},
    {"X", not_kept}, {"x", not_kept}, {"Ｘ", not_kept}, {"×", not_kept}, {"✕", not_kept},
    {"△", partly}, {"▲", partly},
});

constexpr std::string_view kBlanks = " \t\r\n";

std::string_view trimmed(std::string_view text, std::string_view off = kBlanks) {
    const std::size_t begin = text.find_first_not_of(off);
    if (begin == std::string_view::npos) return {};
    return text.substr(begin, text.find_last_not_of(off) - begin + 1);
}

std::optional<Mark> letter(std::string_view cell, bool small_too) {
    for (const Sign& sign : kLetters) {
        if (cell == sign.text && (small_too || (cell != "o" && cell != "x"))) return Mark{sign.kind, std::string(cell)};
    }
    return std::nullopt;
}

/// "[x] words".
std::optional<Mark> box(std::string_view line) {
    if (line.size() < 3 || line[0] != '[' || line[2] != ']' || (line.size() > 3 && line[3] != ' ' && line[3] != '\t')) return std::nullopt;
    switch (line[1]) {
    case 'x':
    case 'X': return Mark{kept, std::string(line.substr(0, 3))};
    case '-':
    case '~': return Mark{dropped, std::string(line.substr(0, 3))};
    case '/': return Mark{partly, std::string(line.substr(0, 3))};
    default: return std::nullopt;
    }
}

std::optional<Mark> picture(std::string_view line, bool& contradicts) {
    std::optional<Mark> found;
    for (const Sign& sign : kPictures) {
        if (line.find(sign.text) == std::string_view::npos) continue;
        if (found && found->kind != sign.kind) contradicts = true;
        if (!found) found = Mark{sign.kind, std::string(sign.text)};
    }
    return found;
}

/// A cell of a table, the last word behind a separator, or the first one.
std::optional<Mark> standing_letter(std::string_view line) {
    if (line.find('|') != std::string_view::npos) {
        std::optional<Mark> found;
        for (std::size_t at = 0; at <= line.size();) {
            const std::size_t end = std::min(line.find('|', at), line.size());
            if (const auto mark = letter(trimmed(line.substr(at, end - at)), true)) {
                if (found && found->kind != mark->kind) return std::nullopt;   // a row of many days
                found = mark;
            }
            at = end + 1;
        }
        return found;
    }
    const std::string_view open = trimmed(line, " \t\r\n)].*_");
    if (open.empty()) return std::nullopt;
    std::size_t begin = open.size();
    while (begin > 0 && std::string_view(" \t(:[=>").find(open[begin - 1]) == std::string_view::npos) {
        --begin;
        if (open.size() - begin > 6) break;
    }
    std::string_view last = open.substr(begin);
    bool separated = begin > 0 && open[begin - 1] != ' ' && open[begin - 1] != '\t';
    const std::string_view before = trimmed(open.substr(0, begin));
    if (before.ends_with("→") || before.ends_with("-") || before.ends_with(":") || before.ends_with("=") || before.ends_with(">")) separated = true;
    if (last.starts_with("→")) {
        last.remove_prefix(std::string_view("→").size());
        separated = true;
    }
    if (begin > 0) {
        if (const auto mark = letter(last, separated)) return mark;
    }
    const std::string_view front = trimmed(line, " \t(");
    const std::size_t end = front.find_first_of(" \t):.");
    if (end == std::string_view::npos || end == 0) return std::nullopt;
    const bool latin_follows = end + 1 < front.size() && static_cast<unsigned char>(front[end + 1]) < 0x80 && front[end] == ' ';
    return latin_follows ? std::nullopt : letter(front.substr(0, end), false);
}

}  // namespace

std::optional<Mark> read_mark(std::string_view line) {
    line = trimmed(line);
    if (const auto mark = box(line)) return mark;
    bool contradicts = false;
    if (const auto mark = picture(line, contradicts); mark || contradicts) return contradicts ? std::nullopt : mark;
    if (const auto mark = standing_letter(line)) return mark;
    if (line.find("~~") != std::string_view::npos) {
        const Tight tight = tighten(line);
        if (tight.struck > 0 && tight.struck * 2 >= tight.size()) return Mark{dropped, "~~", true};
    }
    return std::nullopt;
}

}  // namespace dajim::journal
