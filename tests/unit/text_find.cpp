// What a query finds: folding, initials, syllables on their way, words; and that matches follow the edits of a buffer.
#include <doctest/doctest.h>

#include <limits>
#include <random>
#include <string>

#include "text/clusters.h"
#include "text/find.h"
#include "text/hangul.h"
#include "text/utf8.h"

using namespace dajim::text;

namespace {

/// The text with every match in brackets.
std::string found(std::string_view query, std::string_view text, const FindOptions& options = {}, bool open_end = false) {
    Folded scratch;
    std::vector<Span> spans;
    Query(query, options, open_end).find(text, scratch, spans);
    std::string out;
    std::size_t at = 0;
    for (const Span& span : spans) {
        REQUIRE(span.begin >= at);
        REQUIRE(span.end > span.begin);
        out += std::string(text.substr(at, span.begin - at)) + "[" + std::string(text.substr(span.begin, span.end - span.begin)) + "]";
        at = span.end;
    }
    return out + std::string(text.substr(at));
}

constexpr FindOptions exact_case{true, false}, words{false, true};

struct Row { const char* query; const char* marked; };   ///< the text is `marked` without its brackets

void check(const Row& row, const FindOptions& options = {}, bool open_end = false) {
    std::string text = row.marked;
    std::erase_if(text, [](char sign) { return sign == '[' || sign == ']'; });
    CAPTURE(std::string(row.query));
    CHECK(found(row.query, text, options, open_end) == row.marked);
}

}  // namespace

TEST_CASE("what a query finds in the folded text") {
    constexpr Row rows[] = {
        {"글또", "[글또] 9기, [글또] 10기"},
        {"글", "[글]또 [글]또"},
        {"없다", "여기에는 안 보인다"},
        {"aa", "[aa][aa]a"},   // apart, from the left
        // case and width
        {"kpt", "[KPT] [kpt] [ＫＰＴ] [ｋｐｔ]"},
        {"ＫＰＴ", "[KPT]"},
        {"Straße", "[straße] strasse"},
        {"ΣΑΣ", "[σας]"},
        {"100%", "[１００％]"},
        {"a b", "[a　b] [a b]"},   // ideographic and no-break space
        {"カタ", "[ｶﾀ]カナ"},
        {"ガ", "[ｶﾞ] [カ\u3099] カ"},
        {"ㄱ", "[ﾡ] [ㄱ]"},
        // NFC and NFD, both ways
        {"한글", "[\u1112\u1161\u11AB\u1100\u1173\u11AF] [한글]"},
        {"\u1112\u1161\u11AB\u1100\u1173\u11AF", "[한글]"},
        {"café", "[cafe\u0301] [café] cafe"},
        {"cafe\u0301", "[café]"},
        {"Å", "[A\u030A] [\u212B] [å]"},
        {"樂", "[\uF914] [樂]"},
        // a match ends where a letter ends
        {"e", "\u00E9 e\u0301 [e]"},
        {"하", "한 \u1112\u1161\u11AB [하] [\u1112\u1161]"},
        {"👩", "👩‍👧 [👩]"},
        {"🇰🇷", "🇺🇸[🇰🇷]"},
        {"ㅎ", "\u1112\u119E\u11AB [한]"},
    };
    for (const Row& row : rows) check(row);
    CHECK(found("🇰🇷", "🇺🇰🇷🇺") == "🇺🇰🇷🇺");   // flags are pairs, counted from the left
}

TEST_CASE("initials find syllables, alone and among syllables") {
    constexpr Row rows[] = {
        {"ㄱㄸ", "[글또] [ㄱㄸ] 글 또 까닭 [가뜩]"},
        {"글ㄸ", "[글또] [글때] 글도"},
        {"ㄱ또", "[글또] [가또]"},
        {"ㅎㄱ", "[한글] [\u1112\u1161\u11AB\u1100\u1173\u11AF]"},
        {"ㄳ", "[감사] [ㄳ] [ㄱㅅ]"},       // as an input method draws them together
        {"ㄱㅅ", "[감사] ㄳ [ㄱㅅ]"},
        {"ㅏ", "아 [ㅏ]"},                  // a vowel is no initial
        {"ㄲ", "[까] 가"},
    };
    for (const Row& row : rows) check(row);
}

TEST_CASE("while it is composed the last syllable finds what it may become") {
    constexpr Row open[] = {
        {"그", "[그] [글] [긓] [긔] 구 기 [그]림"},
        {"고", "[고] [과] [괜] [괴]"},
        {"글", "[글] [긁] [그림] 그 근 [글]이"},
        {"각", "[각] [갃] [가구] 갂 갈"},
        {"앉", "[앉] [안자] 안 [안재]"},
        {"회ㄱ", "[회고] [회개] 회"},
        {"한그", "[한글] [한그]림"},
        {"다짐", "[다짐] [다지며] 다지다"},
        {"ㄱ", "[글] [ㄱ] 까"},
        {"그.", "[그.] 글."},          // only the last sign is open
    };
    for (const Row& row : open) check(row, {}, true);
    constexpr Row committed[] = {{"그", "[그] 글 긔 [그]림"}, {"글", "[글] 긁 그림"}, {"회ㄱ", "[회고]"}};
    for (const Row& row : committed) check(row);
}

TEST_CASE("letters as they stand, and whole words") {
    check({"Goal", "[Goal] goal ＧＯＡＬ [Ｇｏａｌ]"}, exact_case);
    check({"한글", "[\u1112\u1161\u11AB\u1100\u1173\u11AF]"}, exact_case);
    check({"글", "[글] 글을 글또, (“[글]”)"}, words);
    check({"다짐", "다짐을 [다짐], 새다짐"}, words);
    check({"can", "can't [can] canal"}, words);
    check({"art", "[Art] part, art's-[art]"}, words);
    check({"a b", "[a b] aa b"}, words);
    check({"ㄱㄸ", "[글또] 글또를"}, words);
    check({"👍", "좋다[👍]"}, words);
}

TEST_CASE("no query finds nothing, nor does one longer than anybody's") {
    CHECK(Query("").empty());
    CHECK(Query().empty());
    CHECK(Query(std::string(5000, 'a')).empty());
    CHECK(found("", "abc") == "abc");
    CHECK(found(std::string(1000, 'a'), std::string(1001, 'a')) == "[" + std::string(1000, 'a') + "]a");
    CHECK(found(std::string(64, 'a') + "b", std::string(70, 'a') + "b") == "aaaaaa[" + std::string(64, 'a') + "b]");
}

TEST_CASE("each match folds as the query does, lies between clusters, and none was left out") {
    std::mt19937 random(7);
    const std::vector<std::string> pieces = {"가", "각", "ㄱ", "\u1100\u1161", "\u1100", "\u11A8", "a", "A", "\u0301", "é", "ａ", "🇰", "👩", "\u200D", " ", "나"};
    const auto text = [&](int most) {
        std::string out;
        for (int count = 1 + static_cast<int>(random() % static_cast<unsigned>(most)); count > 0; --count) out += pieces[random() % pieces.size()];
        return out;
    };
    const auto signs = [](std::string_view part) {
        Folded out;
        fold(part, false, out);
        return std::u32string(out.signs.begin(), out.signs.end());
    };
    const auto fits = [&](const std::u32string& sought, const std::u32string& there) {
        if (sought.size() != there.size()) return false;
        for (std::size_t at = 0; at < sought.size(); ++at) {
            const int lead = lead_number(sought[at]);
            const bool initial = lead >= 0 && is_syllable(there[at]) && parts_of(there[at]).lead == lead;
            if (sought[at] != there[at] && !initial) return false;
        }
        return true;
    };
    for (int round = 0; round < 4000; ++round) {
        const std::string paragraph = text(24), query = text(3);
        Folded scratch;
        std::vector<Span> spans, expected;
        Query(query).find(paragraph, scratch, spans);
        std::vector<std::size_t> borders{0};
        for (ClusterWalk walk(paragraph, 0); !walk.done();) {
            walk.next();
            borders.push_back(walk.at());
        }
        const std::u32string sought = signs(query);
        for (std::size_t from = 0; from + 1 < borders.size(); ++from) {
            for (std::size_t to = from + 1; to < borders.size(); ++to) {
                if (!fits(sought, signs(std::string_view(paragraph).substr(borders[from], borders[to] - borders[from])))) continue;
                expected.push_back({borders[from], borders[to]});
                from = to - 1;   // apart, from the left
                break;
            }
        }
        CAPTURE(paragraph);
        CAPTURE(query);
        REQUIRE(spans.size() == expected.size());
        for (std::size_t at = 0; at < spans.size(); ++at) {
            CHECK(spans[at].begin == expected[at].begin);
            CHECK(spans[at].end == expected[at].end);
        }
    }
}

TEST_CASE("matches follow the edits of a buffer, in whole and in slices") {
    std::mt19937 random(11);
    const auto pick = [&](std::size_t below) { return static_cast<std::size_t>(random() % below); };
    for (const std::size_t slice : {std::size_t{40}, std::numeric_limits<std::size_t>::max()}) {
        std::string words;
        for (int line = 0; line < 60; ++line) words += line % 3 ? "글또 하나 둘\n" : "여기는 없다\n";
        Buffer buffer(words);
        const Query query("글또");
        Matches matches;
        matches.settle(buffer, query, slice);
        for (int round = 0; round < 600; ++round) {
            for (std::size_t edits = 1 + pick(round % 50 == 0 ? 100 : 3); edits > 0; --edits) {
                Position begin = buffer.clamp({pick(buffer.paragraphs()), pick(30)}), end = buffer.clamp({begin.paragraph + pick(3), pick(30)});
                if (end < begin) std::swap(begin, end);
                constexpr const char* texts[] = {"", "글", "또", "글또", "\n", "글또\n글\n또", "x"};
                buffer.apply({{begin, end}, texts[pick(7)]});
            }
            matches.settle(buffer, query, slice);
            if (round % 7 == 0) {
                while (!matches.complete()) matches.settle(buffer, query, slice);
            }
            Matches anew;
            anew.settle(buffer, query, std::numeric_limits<std::size_t>::max());
            std::size_t known = 0;   // those found so far are the first ones
            while (known < matches.all().size() && known < anew.all().size() && matches.all()[known] == anew.all()[known]) ++known;
            CHECK(known == matches.all().size());
            if (matches.complete()) CHECK(known == anew.all().size());
        }
    }
}

TEST_CASE("matches of a paragraph and behind a position") {
    Matches matches;
    matches.settle(Buffer("a b a\n\na"), Query("a"), 1000);
    REQUIRE(matches.complete());
    CHECK(matches.in(0).size() == 2);
    CHECK(matches.in(1).empty());
    CHECK(matches.in(2).size() == 1);
    CHECK(matches.first_from({0, 0}) == 0);
    CHECK(matches.first_from({0, 1}) == 1);
    CHECK(matches.first_from({2, 0}) == 2);
    CHECK(matches.first_from({2, 1}) == 3);
}
