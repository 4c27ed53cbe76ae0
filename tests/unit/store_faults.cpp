// Whatever operation fails, and whether the program goes on or dies there: the old journal or the new one, never a
// mixture.
#include <doctest/doctest.h>

#include "store_desk.h"
#include "store_fail_at.h"

using namespace dajim;

TEST_CASE("store: a save that fails at any operation leaves the old journal or the new one") {
    Folder folder;
    std::map<std::string, std::string> start;
    journal::Journal old;
    {
        Desk desk(folder);
        desk.series("s");
        for (const char* id : {"a", "b", "c", "d"}) desk.pair("s", id, std::string("다짐 ") + id);
        desk.save();
        desk.type("a", " 둘");
        desk.save();
        old = desk.journal;
        start = folder.files();
    }
    for (const bool dead : {false, true}) {
        int kept_old = 0, kept_new = 0;
        for (int n = 1;; ++n) {
            CAPTURE(n);
            CAPTURE(dead);
            restore(folder, start);
            Desk desk(folder);
            for (const char* id : {"a", "b", "c"}) desk.type(id, " 셋");
            REQUIRE(desk.change(journal::PairRemoved{"d"}));

            bool saved = false;
            bool reached = false;
            {
                FailAt fail(n, dead);
                saved = desk.store.save(desk.journal, desk.changed, desk.sequence).ok();
                reached = fail.reached();
            }
            const auto found = load(folder);
            CHECK(found.damage.none());
            const bool is_old = found.journal == old, is_new = found.journal == desk.journal;
            CHECK((is_old || is_new));
            if (saved) CHECK(is_new);
            ++(is_new ? kept_new : kept_old);
            // The records lead to the same place from either.
            CHECK(load(folder, desk.records).journal == desk.journal);

            if (!dead) {
                desk.save();
                CHECK(load(folder).journal == desk.journal);
                for (const auto& [name, bytes] : folder.files()) CHECK_FALSE(name.ends_with(".tmp"));
            }
            if (!reached) break;
        }
        CHECK(kept_old > 10);
        CHECK(kept_new > 1);
    }
}

TEST_CASE("store: a load among failing operations loses nothing") {
    Folder folder;
    Desk desk(folder);
    desk.series("s");
    desk.pair("s", "a", "하나");
    desk.pair("s", "b", "둘");
    desk.save();
    desk.type("a", " 더");
    desk.save();
    const std::string file = folder.file_of("a");
    folder.write(file, folder.read(file).substr(0, 100));
    const auto start = folder.files();
    for (int n = 1; n < 6; ++n) {
        CAPTURE(n);
        restore(folder, start);
        {
            FailAt fail(n, true);
            const auto found = load(folder, desk.records);
            CHECK(found.journal == desk.journal);
            CHECK(found.damage.files.size() == 1);
        }
        CHECK(load(folder, desk.records).journal == desk.journal);
    }
}
