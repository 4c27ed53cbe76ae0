// What was rescued without the program is the journal as a start would have found it.
#include "store/rescue.h"

#include <filesystem>

#include "formats/json.h"
#include "store_desk.h"

using namespace dajim;

namespace {

std::string rescue_of(const std::map<std::string, std::string>& files, const std::vector<std::string>& records) {
    std::string out = "{\n \"format\": \"dajim-rescue\",\n \"version\": 1,\n \"at\": \"2026-11-27T00:00:00Z\",\n \"files\": {";
    const char* comma = "";
    for (const auto& [name, bytes] : files) {
        out += comma;
        formats::append_json_string(out, name);
        out += ": ";
        formats::append_json_string(out, bytes);
        comma = ", ";
    }
    out += "},\n \"records\": [";
    comma = "";
    for (const std::string& record : records) {
        out += comma;
        formats::append_json_string(out, record);
        comma = ", ";
    }
    return out + "],\n \"overtaken\": []\n}\n";
}

}  // namespace

TEST_CASE("row 4: a rescue brings files and what was written after them") {
    Folder folder, elsewhere;
    Desk desk(folder);
    desk.series("s");
    desk.pair("s", "1", "첫째");
    desk.pair("s", "2", "둘째 \"말\"\n줄");
    desk.save();
    desk.type("2", " 더");
    desk.type("1", " 그리고");
    const std::string bytes = rescue_of(folder.files(), desk.records);
    REQUIRE(store::is_rescue(bytes));
    CHECK_FALSE(store::is_rescue("{\"format\": \"dajim\"}"));

    const std::string place = elsewhere.path() + "/rescued";
    const auto read = store::read_rescue(bytes, place);
    REQUIRE(read.ok());
    CHECK(read.value().damage.none());
    CHECK(words(read.value().journal, "1") == "첫째 그리고");
    CHECK(words(read.value().journal, "2") == "둘째 \"말\"\n줄 더");
    CHECK(read.value().journal == desk.journal);
    CHECK_FALSE(std::filesystem::exists(place));
}

TEST_CASE("row 4: records alone are a journal too, and a damaged file costs only itself") {
    Folder folder, elsewhere;
    Desk desk(folder);
    desk.series("s");
    desk.pair("s", "1", "첫째");
    desk.pair("s", "2", "둘째");
    const std::string place = elsewhere.path() + "/rescued";
    const auto alone = store::read_rescue(rescue_of({}, desk.records), place);
    REQUIRE(alone.ok());
    CHECK(words(alone.value().journal, "2") == "둘째");

    desk.save();
    auto files = folder.files();
    std::string& broken = files[folder.file_of("2")];
    broken.resize(broken.size() / 2);
    const auto read = store::read_rescue(rescue_of(files, {}), place);
    REQUIRE(read.ok());
    CHECK(read.value().damage.files.size() == 1);
    CHECK(words(read.value().journal, "1") == "첫째");
}

TEST_CASE("row 31: a rescue that somebody made up is refused, and writes nowhere else") {
    Folder elsewhere;
    const std::string place = elsewhere.path() + "/rescued";
    for (const char* name : {"../out", "/out", "a/../../out", "pairs//x", "", ".", "..", "pairs/", ".hidden", "a\nb", "pairs/.x"}) {
        CAPTURE(name);
        const auto read = store::read_rescue(rescue_of({{"index.json", "{}"}, {name, "words"}}, {}), place);
        REQUIRE_FALSE(read.ok());
        CHECK(read.error() == formats::ReadError::bad_content);
        CHECK(std::filesystem::is_empty(elsewhere.path()));
    }
    const std::string whole = rescue_of({{"index.json", "{}"}}, {"x"});
    for (std::size_t length = 0; length < whole.size() - 1; ++length) {
        CAPTURE(length);
        CHECK_FALSE(store::read_rescue(std::string_view(whole).substr(0, length), place).ok());
    }
    std::string later = whole;
    later.replace(later.find("\"version\": 1"), 12, "\"version\": 2");
    CHECK(store::read_rescue(later, place).error() == formats::ReadError::newer);
    CHECK(std::filesystem::is_empty(elsewhere.path()));
}
