// The journal's file: whatever is read is written and read again as the same.
#include "target.h"

#include "formats/journal_json.h"

using namespace dajim;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const auto read = formats::read_journal(fuzz::bytes(data, size));
    if (!read) return 0;
    const journal::Journal& journal = read.value().journal;
    const std::string written = formats::write_journal(journal, {"2026-11-27T08:00:00Z", "Dajim", "device"});
    const auto again = formats::read_journal(written, formats::own_file);
    fuzz::demand(again.ok(), "what was written can be read");
    fuzz::demand(!again.value().changed_outside, "what was written has its checksum");
    fuzz::demand(again.value().journal == journal, "what was written is the same journal");
    fuzz::demand(formats::write_journal(again.value().journal, {"2026-11-27T08:00:00Z", "Dajim", "device"}) == written,
                 "the same journal is written as the same bytes");
    return 0;
}
