// Two journals come together: what is planned fits, the whole of it can be taken back, and the outcome is a journal that its file can hold.
#include "target.h"

#include "formats/journal_json.h"
#include "formats/revision_json.h"
#include "journal/merge.h"
#include "journal/unite.h"

using namespace dajim;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const auto [first, second] = fuzz::two_files(fuzz::bytes(data, size));
    const auto own = formats::read_journal(first);
    if (!own) return 0;
    const auto incoming = formats::read_journal(second);
    if (!incoming) return 0;
    std::size_t ids = 0;
    const auto fresh_id = [&ids] { return "fresh-id-nobody-has-" + std::to_string(++ids); };
    journal::Journal merged = own.value().journal;
    for (const journal::Change& change : journal::plan_merge(merged, incoming.value().journal, fresh_id).changes) {
        fuzz::demand(fuzz::apply_both_ways(merged, change), "what is planned fits");
    }
    const auto kept = formats::read_journal(formats::write_journal(merged, {}), formats::own_file);
    fuzz::demand(kept.ok(), "a merged journal can be written and read");
    fuzz::demand(kept.value().journal == merged, "a merged journal is read as it was written");
    fuzz::demand(journal::plan_merge(merged, merged, fresh_id).changes.empty(), "a journal has nothing new for itself");

    // United they are what both pasts tell, unless an id means something else on either side: then nothing is done.
    journal::Journal united = own.value().journal;
    for (const journal::Change& change : journal::plan_union(united, incoming.value().journal, formats::name_of_revision).changes) {
        if (!fuzz::apply_both_ways(united, change)) return 0;
    }
    const auto back = formats::read_journal(formats::write_journal(united, {}), formats::own_file);
    fuzz::demand(back.ok(), "a united journal can be written and read");
    fuzz::demand(back.value().journal == united, "a united journal is read as it was written");
    fuzz::demand(journal::plan_union(united, back.value().journal, formats::name_of_revision).changes.empty(), "its own file is no news to it");
    return 0;
}
