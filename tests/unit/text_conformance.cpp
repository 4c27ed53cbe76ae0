// Unicode's own test file for grapheme clusters (Debian's unicode-data), run whole.
#include <doctest/doctest.h>

#include <fstream>
#include <sstream>
#include <string>

#include "text/breaks.h"
#include "text/clusters.h"
#include "text/utf8.h"

using namespace dajim::text;

TEST_CASE("GraphemeBreakTest.txt") {
    std::ifstream file("/usr/share/unicode/auxiliary/GraphemeBreakTest.txt");
    int cases = 0;
    for (std::string line; std::getline(file, line);) {
        std::istringstream fields(line.substr(0, line.find('#')));
        std::string text;
        std::vector<std::size_t> expected, walked = {0}, stepped_back;
        for (std::string field; fields >> field;) {
            if (field == "÷") expected.push_back(text.size());
            else if (field != "×") append_utf8(text, static_cast<char32_t>(std::stoul(field, nullptr, 16)));
        }
        if (expected.empty()) continue;
        ++cases;
        for (ClusterWalk walk(text, 0); !walk.done();) {
            walk.next();
            walked.push_back(walk.at());
        }
        for (std::size_t at = text.size();; at = previous_cluster(text, at)) {
            stepped_back.insert(stepped_back.begin(), at);
            if (at == 0) break;
        }
        CAPTURE(line);
        CHECK(walked == expected);
        CHECK(stepped_back == expected);
    }
    CHECK(cases > 1000);
}
