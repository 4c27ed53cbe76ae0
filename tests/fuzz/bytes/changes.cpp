// Changes in the write-ahead log: what is read is written as the same bytes; on a journal each either fits and can be taken back, or does
// nothing.
#include "target.h"

#include "formats/change_json.h"
#include "formats/journal_json.h"
#include "store/record.h"

using namespace dajim;

namespace {

// Short names, so that changes often mean something of it.
constexpr std::string_view small_journal = R"({"format":"dajim","version":"1.1","journal":{"id":"j","title":"t"},"entries":[
{"id":"s","kind":"series","fields":{"name":{"v":"s"}}},{"id":"t","kind":"series","fields":{"name":{"v":"t"}}},
{"id":"p","kind":"pair","series":"s","fields":{"name":{"v":"p"}}},{"id":"q","kind":"pair","series":"s","fields":{"name":{"v":"q"}}},
{"kind":"resolution","pair":"p","fields":{"text":{"v":"다짐\n- a b c\n- d e f"}}},
{"kind":"retrospective","pair":"p","fields":{"text":{"v":"> a b c\n\n했다 e"}}},
{"kind":"goal","pair":"p","mark":"g","fields":{"quote":{"v":{"type":"TextQuoteSelector","exact":"a b c"}}}},
{"kind":"goal","pair":"p","mark":"h","fields":{"quote":{"v":{"type":"TextQuoteSelector","exact":"d e f"}}}},
{"kind":"answer","pair":"p","goal":"g","mark":"a","fields":{"quote":{"v":{"type":"TextQuoteSelector","exact":"했다"}}}}
]})";

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static const journal::Journal start = formats::read_journal(small_journal).value().journal;
    const std::string_view bytes = fuzz::bytes(data, size);
    const auto read = formats::read_changes(bytes);
    if (!read) return 0;
    const std::string written = formats::write_changes(read.value());
    const auto again = formats::read_changes(written);
    fuzz::demand(again.ok(), "written changes can be read");
    fuzz::demand(formats::write_changes(again.value()) == written, "the same changes are written as the same bytes");
    const auto record = store::read_record(store::write_record({7, read.value()}));
    fuzz::demand(record.ok() && record.value().sequence == 7, "a written record can be read");
    fuzz::demand(formats::write_changes(record.value().changes) == written, "a record holds the changes it was given");

    journal::Journal journal = start;
    bool any = false;
    for (const journal::Change& change : read.value()) any = fuzz::apply_both_ways(journal, change) || any;
    if (!any) return 0;
    // No change brings a journal into a state that its file could not hold.
    const auto kept = formats::read_journal(formats::write_journal(journal, {}), formats::own_file);
    fuzz::demand(kept.ok(), "a changed journal can be written and read");
    return 0;
}
