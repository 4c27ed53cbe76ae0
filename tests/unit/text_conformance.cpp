// Unicode's own test files (Debian's unicode-data), run whole: grapheme clusters, words and line breaks.
#include <doctest/doctest.h>
#include <wordbreak.h>

#include <algorithm>
#include <fstream>
#include <initializer_list>
#include <sstream>
#include <string>
#include <vector>

#include "text/breaks.h"
#include "text/clusters.h"
#include "text/utf8.h"

using namespace dajim::text;
using std::string;

namespace {

/// One line of a test file: "÷ 0061 × 0308 ÷ # ÷ [0.2] LATIN SMALL LETTER A (ALetter) × [4.0] …".
struct Sample {
    string line, text;
    std::vector<std::size_t> breaks;   ///< in bytes, where Unicode breaks
    std::vector<std::size_t> places;   ///< in bytes, of all code points and of the end
    std::vector<string> rules;         ///< by place: the number of the rule that decides there
    std::vector<string> signs;         ///< by place: name and class of the code point behind it
};

std::vector<Sample> samples(const char* name) {
    std::ifstream file(string("/usr/share/unicode/auxiliary/") + name);
    std::vector<Sample> all;
    for (string line; std::getline(file, line);) {
        const std::size_t comment = line.find('#');
        std::istringstream fields(line.substr(0, comment));
        Sample one;
        one.line = line;
        for (string field; fields >> field;) {
            if (field == "÷") one.breaks.push_back(one.text.size());
            if (field == "÷" || field == "×") one.places.push_back(one.text.size());
            else append_utf8(one.text, static_cast<char32_t>(std::stoul(field, nullptr, 16)));
        }
        if (one.places.empty()) continue;
        for (std::size_t at = comment; (at = line.find(" [", at)) != string::npos; ++at) {
            const std::size_t end = line.find(']', at);
            one.rules.push_back(line.substr(at + 2, end - at - 2));
            const std::size_t next = std::min(line.find(" ÷ [", end), line.find(" × [", end));
            one.signs.push_back(line.substr(end + 1, next == string::npos ? next : next - end - 1));
        }
        REQUIRE(one.rules.size() == one.places.size());
        all.push_back(std::move(one));
    }
    return all;
}

bool has(const string& text, std::initializer_list<const char*> words) {
    return std::any_of(words.begin(), words.end(), [&](const char* word) { return text.find(word) != string::npos; });
}

}  // namespace

TEST_CASE("T70 GraphemeBreakTest.txt") {
    const std::vector<Sample> all = samples("GraphemeBreakTest.txt");
    for (const Sample& one : all) {
        std::vector<std::size_t> walked = {0}, stepped_back;
        for (ClusterWalk walk(one.text, 0); !walk.done();) {
            walk.next();
            walked.push_back(walk.at());
        }
        for (std::size_t at = one.text.size();; at = previous_cluster(one.text, at)) {
            stepped_back.insert(stepped_back.begin(), at);
            if (at == 0) break;
        }
        CAPTURE(one.line);
        CHECK(walked == one.breaks);
        CHECK(stepped_back == one.breaks);
    }
    CHECK(all.size() > 1000);
}

/// Our own word motion (eojeols) is built on UAX #29's words: these are the library's.
TEST_CASE("T70 WordBreakTest.txt") {
    const std::vector<Sample> all = samples("WordBreakTest.txt");
    for (const Sample& one : all) {
        string kinds(one.text.size(), '\0');
        set_wordbreaks_utf8(reinterpret_cast<const utf8_t*>(one.text.data()), one.text.size(), nullptr, kinds.data());
        std::vector<std::size_t> found = {0};
        for (std::size_t i = 0; i < kinds.size(); ++i) {
            if (kinds[i] == WORDBREAK_BREAK || i + 1 == kinds.size()) found.push_back(i + 1);
        }
        CAPTURE(one.line);
        CHECK(found == one.breaks);
    }
    CHECK(all.size() > 1000);
}

/// Wrap::any_syllable is UAX #14 as libunibreak 6.1 has it, which is Unicode 15.0. The file is of 15.1, and itself tailors LB25 (its
/// head says so). Where they differ, by rule:
///   LB15a LB15b  new in 15.1: quotation marks that open or close, beside spaces. The library has LB15 of 15.0 (18.0 in the file).
///   LB28a        new in 15.1: aksaras of Brahmic scripts (AK AP AS VF VI, Balinese digits); letters before.
///   LB25         the file takes numbers by a regular expression; the standard's pairs hold % and $ to any bracket.
///   LB30b        pictures that Unicode has not given out yet.
/// And one of our own: a middle dot starts no row.
TEST_CASE("T70 LineBreakTest.txt") {
    const std::vector<Sample> all = samples("LineBreakTest.txt");
    int differing = 0;
    for (const Sample& one : all) {
        const std::vector<bool> ends = row_ends(one.text, Wrap::any_syllable);
        for (std::size_t i = 1; i + 1 < one.places.size(); ++i) {
            const bool wanted = std::count(one.breaks.begin(), one.breaks.end(), one.places[i]) != 0;
            if (ends[one.places[i] - 1] == wanted) continue;
            ++differing;
            const string& rule = one.rules[i];
            std::size_t before = i - 1;
            while (before > 0 && has(one.signs[before], {"(CM"})) --before;  // a mark is as the sign it stands on
            const bool of_numbers = has(one.signs[before], {"(CL)", "(CP", "(PO)", "(PR)", "(IS)", "(SY)"})
                                    && has(one.signs[i], {"(NU)", "(PO)", "(PR)", "(OP"});
            CAPTURE(one.line);
            CAPTURE(rule);
            CHECK((rule == "15.11" || rule == "15.21" || rule == "18.0" || has(one.line, {"(AK)", "(AP)", "(AS)", "(VF)", "(VI)", "BALINESE DIGIT"})
                   || (rule == "999.0" && of_numbers) || (rule == "30.22" && has(one.signs[before], {"<reserved"}))));
        }
    }
    CHECK(all.size() > 7000);
    CHECK(differing > 0);  // none: the library has caught up, and this list can go
}
