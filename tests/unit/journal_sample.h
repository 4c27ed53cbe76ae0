// Journals and changes by the dice: everything a journal can hold and every way it can change, from a seed.
#pragma once

#include <algorithm>
#include <random>
#include <string>
#include <vector>

#include "journal/change.h"

class Sample {
public:
    explicit Sample(unsigned seed) : dice_(seed) {}

    std::size_t roll(std::size_t sides) { return sides == 0 ? 0 : dice_() % sides; }
    bool often() { return roll(3) != 0; }

    std::string words() {
        static const std::vector<std::string> pieces{"다짐", "회고", " ",  "a",    "\n",       "\n",   "\t",
                                                     "🇰🇷",   "é",    "\r", "\"\\", "글또 9기", "\x01", "ㅎ"};
        std::string out;
        for (std::size_t n = roll(12); n > 0; --n) out += pieces[roll(pieces.size())];
        return out;
    }

    std::string name() { return "이름 " + std::to_string(roll(1000)); }
    dajim::journal::Id id() { return "id-" + std::to_string(++ids_); }

    std::optional<dajim::journal::Date> day() {
        if (roll(3) == 0) return std::nullopt;
        return dajim::journal::Date{static_cast<int>(2000 + roll(40)), static_cast<int>(1 + roll(12)),
                                    static_cast<int>(1 + roll(28))};
    }

    /// Members of a later version, where the journal's file can have them; sorted, as they are read.
    std::vector<dajim::journal::Unknown> unknown(const std::string& field) {
        std::vector<dajim::journal::Unknown> members;
        if (roll(3) == 0) members.push_back({"created", "\"2026-01-01T08:00:00+09:00\""});
        if (roll(3) == 0) members.push_back({"fields/" + field + "/rev", "[1,{\"a~b\":null}]"});
        if (roll(3) == 0) members.push_back({"fields/mood", "{\"v\":1234567890123456789012345678901}"});
        if (roll(3) == 0) members.push_back({"odd~1name~0", "1.50e+3"});
        std::sort(members.begin(), members.end(), [](const auto& a, const auto& b) { return a.key < b.key; });
        return members;
    }

    dajim::journal::Document document() {
        dajim::journal::Document document;
        if (roll(5) == 0) return document;
        document.text = dajim::text::Buffer(words());
        document.bom = roll(4) == 0;
        document.line_ending = roll(3) == 0 ? dajim::journal::LineEnding::crlf : dajim::journal::LineEnding::lf;
        if (roll(2) == 0) document.file_name = name() + ".md";
        document.unknown = unknown("text");
        return document;
    }

    dajim::journal::Pair pair() {
        dajim::journal::Pair pair;
        pair.id = id();
        pair.name = name();
        pair.start = day();
        pair.end = day();
        pair.documents = {document(), document()};
        pair.unknown = unknown("end");
        return pair;
    }

    dajim::journal::Series series() {
        dajim::journal::Series series;
        series.id = id();
        series.name = name();
        for (std::size_t n = roll(4); n > 0; --n) series.pairs.push_back(pair());
        series.unknown = unknown("name");
        return series;
    }

    dajim::journal::Journal journal() {
        dajim::journal::Journal journal;
        journal.id = id();
        journal.title = name();
        for (std::size_t n = roll(4); n > 0; --n) journal.series.push_back(series());
        if (often()) journal.unknown.push_back({"deleted", "[]"});
        if (often()) journal.unknown.push_back({"entries/later-1", "{\"id\":\"later-1\",\"kind\":\"goal\"}"});
        if (often()) journal.unknown.push_back({"journal/colour", "\"blue\""});
        return journal;
    }

    dajim::text::Position position(const dajim::text::Buffer& text) {
        const std::size_t paragraph = roll(text.paragraphs());
        return text.clamp({paragraph, roll(text.paragraph(paragraph).size() + 1)});
    }

    dajim::text::Edit edit(const dajim::text::Buffer& text) {
        const auto a = position(text), b = often() ? a : position(text);
        return {{std::min(a, b), std::max(a, b)}, words()};
    }

    /// A change that fits the journal, or (now and then) one that does not.
    dajim::journal::Change change(const dajim::journal::Journal& journal) {
        using namespace dajim::journal;
        const Series* const series = journal.series.empty() ? nullptr : &journal.series[roll(journal.series.size())];
        const Series* const other = journal.series.empty() ? nullptr : &journal.series[roll(journal.series.size())];
        const Pair* const pair =
            series == nullptr || series->pairs.empty() ? nullptr : &series->pairs[roll(series->pairs.size())];
        const Id series_id = series != nullptr ? series->id : "nobody";
        const Id pair_id = pair != nullptr ? pair->id : "nobody";
        const std::size_t slack = roll(10) == 0 ? 1 : 0;  // an index just past what fits
        switch (roll(14)) {
            case 0: return JournalRenamed{name()};
            case 1: return JournalAdopted{id(), name(), unknown("name")};
            case 2: return SeriesAdded{this->series(), roll(journal.series.size() + 1 + slack)};
            case 3: return SeriesRemoved{series_id};
            case 4: return SeriesRenamed{series_id, name()};
            case 5: return SeriesMoved{series_id, roll(journal.series.size() + slack)};
            case 6:
            case 7:
                return PairAdded{series_id, this->pair(),
                                 roll((series != nullptr ? series->pairs.size() : 0) + 1 + slack)};
            case 8: return PairRemoved{pair_id};
            case 9: return PairRenamed{pair_id, name()};
            case 10:
                return PairMoved{pair_id, other != nullptr ? other->id : "nobody",
                                 roll((other != nullptr ? other->pairs.size() : 0) + 1 + slack)};
            case 11: return PairDated{pair_id, day(), day()};
            case 12: return DocumentReplaced{pair_id, both_ends[roll(2)], document()};
            default: {
                const End end = both_ends[roll(2)];
                return TextEdited{pair_id, end, pair != nullptr ? edit(pair->document(end).text) : dajim::text::Edit{}};
            }
        }
    }

private:
    std::mt19937 dice_;
    std::size_t ids_ = 0;
};
