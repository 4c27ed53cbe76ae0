// Where the writer was, see place.h. One fact a line: a word and its values, parted by blanks.
#include "app/place.h"

#include <charconv>
#include <cmath>
#include <vector>

namespace dajim::app {
namespace {

constexpr std::size_t most_places = 500;

std::vector<std::string_view> words(std::string_view line) {
    std::vector<std::string_view> out;
    while (!line.empty()) {
        const std::size_t blank = line.find(' ');
        if (blank != 0) out.push_back(line.substr(0, blank));
        if (blank == std::string_view::npos) break;
        line.remove_prefix(blank + 1);
    }
    return out;
}

/// Whole numbers only: pixels are written in hundredths.
std::optional<long> number(std::string_view word) {
    long value = 0;
    const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), value);
    if (error != std::errc() || end != word.data() + word.size() || value < 0) return std::nullopt;
    return value;
}

void add(std::string& out, std::initializer_list<std::string_view> parts) {
    bool first = true;
    for (std::string_view part : parts) {
        if (!first) out += ' ';
        out += part;
        first = false;
    }
    out += '\n';
}

void add_position(std::string& line, text::Position at) {
    line += ' ' + std::to_string(at.paragraph) + ' ' + std::to_string(at.byte);
}

long hundredths(float value) { return std::lround(std::max(0.0f, value) * 100); }

}  // namespace

std::string write_place(const State& state) {
    std::string out;
    if (!state.series.empty()) add(out, {"series", state.series});
    if (!state.pair.empty()) add(out, {"pair", state.pair});
    add(out, {"shown", state.shown == journal::End::resolution ? "resolution" : "retrospective"});
    const Settings& settings = state.settings;
    add(out, {"theme", settings.theme == Theme::system ? "system" : settings.theme == Theme::light ? "light" : "dark"});
    add(out, {"text_size", std::to_string(settings.text_size)});
    if (settings.language) add(out, {"language", *settings.language == Language::ko ? "ko" : "en"});
    add(out, {"divider", std::to_string(hundredths(settings.divider * 100))});
    add(out, {"shelf", settings.shelf_open ? "open" : "closed"});
    add(out, {"wrap", settings.wrap == text::Wrap::keep_all ? "keep_all" : "any_syllable"});
    add(out, {"count", std::to_string(static_cast<int>(settings.count))});
    add(out, {"hinged", settings.hinged ? "yes" : "no"});
    add(out, {"stale", settings.greys_stale ? "grey" : "plain"});
    if (state.filed) add(out, {"filed", journal::write_date(*state.filed)});
    if (state.left > 0) add(out, {"left", std::to_string(state.left)});
    if (state.keeping_told == Keeping::a_week) add(out, {"told", "a_week"});
    for (const auto& [pair, place] : state.places) {
        for (journal::End end : journal::both_ends) {
            const Selection& selection = place.selections[static_cast<std::size_t>(end)];
            const Scroll& scroll = place.scrolls[static_cast<std::size_t>(end)];
            std::string line = end == journal::End::resolution ? "at resolution " : "at retrospective ";
            line += pair;
            add_position(line, selection.anchor);
            add_position(line, selection.head);
            add_position(line, scroll.top);
            line += ' ' + std::to_string(hundredths(scroll.offset));
            add(out, {line});
        }
    }
    return out;
}

void read_place(std::string_view text, State& state) {
    Settings& settings = state.settings;
    while (!text.empty()) {
        const std::size_t newline = text.find('\n');
        const std::vector<std::string_view> line = words(text.substr(0, newline));
        text.remove_prefix(newline == std::string_view::npos ? text.size() : newline + 1);
        if (line.size() < 2) continue;
        const std::string_view what = line[0], value = line[1];
        const std::optional<long> count = number(value);
        if (what == "series") {
            state.series = value;
        } else if (what == "pair") {
            state.pair = value;
        } else if (what == "shown") {
            state.shown = value == "retrospective" ? journal::End::retrospective : journal::End::resolution;
        } else if (what == "theme") {
            settings.theme = value == "light" ? Theme::light : value == "dark" ? Theme::dark : Theme::system;
        } else if (what == "text_size" && count && *count >= least_text_size && *count <= most_text_size) {
            settings.text_size = static_cast<int>(*count);
        } else if (what == "language") {
            settings.language = value == "ko" ? Language::ko : Language::en;
        } else if (what == "divider" && count && *count <= 10000) {
            settings.divider = static_cast<float>(*count) / 10000.0f;
        } else if (what == "shelf") {
            settings.shelf_open = value != "closed";
        } else if (what == "wrap") {
            settings.wrap = value == "any_syllable" ? text::Wrap::any_syllable : text::Wrap::keep_all;
        } else if (what == "count" && count && *count < static_cast<long>(count_rules.size())) {
            settings.count = count_rules[static_cast<std::size_t>(*count)];
        } else if (what == "hinged") {
            settings.hinged = value != "no";
        } else if (what == "stale") {
            settings.greys_stale = value != "plain";
        } else if (what == "filed") {
            state.filed = journal::read_date(value);
        } else if (what == "left" && count) {
            state.left = static_cast<std::uint64_t>(*count);
        } else if (what == "told" && value == "a_week") {
            state.keeping_told = Keeping::a_week;
        } else if (what == "at" && line.size() == 10 && journal::is_id(line[2]) && state.places.size() < most_places) {
            std::array<long, 7> n{};
            bool good = true;
            for (std::size_t i = 0; i < n.size(); ++i) {
                const std::optional<long> read = number(line[i + 3]);
                good = good && read;
                n[i] = read.value_or(0);
            }
            if (!good) continue;
            const auto at = [&n](std::size_t i) {
                return text::Position{static_cast<std::size_t>(n[i]), static_cast<std::size_t>(n[i + 1])};
            };
            const std::size_t end = value == "retrospective" ? 1 : 0;
            PairPlace& place = state.places[journal::Id(line[2])];
            place.selections[end] = {at(0), at(2), text::Affinity::downstream};
            place.scrolls[end] = {at(4), static_cast<float>(n[6]) / 100.0f};
        }
    }
}

}  // namespace dajim::app
