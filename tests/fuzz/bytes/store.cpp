// The files of the store. What is damaged is refused by its checksum, so the input is a journal as well: it is put into pair files, a pack and
// an order, and these have to say of themselves what they were made of.
#include "target.h"

#include <vector>

#include "formats/journal_json.h"
#include "formats/sha256.h"
#include "store/index.h"
#include "store/order.h"
#include "store/pack.h"
#include "store/pair_file.h"

using namespace dajim;

namespace {

void read_index(std::string_view bytes) {
    const auto index = store::read_index(bytes);
    if (!index) return;
    for (const auto& [id, file] : index.value().pairs) {
        fuzz::demand(store::read_file_name(file.name).has_value(), "an index names files of the store");
    }
    store::write_index(index.value());
}

/// The bytes by themselves, as a disk may hand them over; and as an index with a checksum that fits.
void read_as_they_are(std::string_view bytes) {
    read_index(bytes);
    read_index(std::string(bytes) + "  \"sum\": \"" + formats::sha256(bytes) + "\"\n}\n");
    store::read_pair(bytes, "");
    store::read_wordless(bytes);
    store::read_part(bytes);
    store::read_pack(bytes);
    store::read_file_name(bytes);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view bytes = fuzz::bytes(data, size);
    read_as_they_are(bytes);
    const auto read = formats::read_journal(bytes, formats::own_file);
    if (!read) return 0;
    const journal::Journal& journal = read.value().journal;
    std::vector<store::PackedPair> packed;
    for (const journal::Series& series : journal.series) {
        for (const journal::Pair& pair : series.pairs) {
            packed.push_back({pair.id, store::write_pair(journal, series, pair)});
            const auto kept = store::read_pair(packed.back().bytes, pair.id);
            fuzz::demand(kept.has_value(), "a written pair can be read");
            fuzz::demand(kept->series[0].pairs[0] == pair, "a pair is read as it was written");
        }
    }
    const store::ReadPack pack = store::read_pack(store::write_pack(packed));
    fuzz::demand(pack.is_complete && pack.pairs.size() == packed.size(), "a written pack has all its pairs");
    for (std::size_t at = 0; at < packed.size(); ++at) {
        fuzz::demand(pack.pairs[at].id == packed[at].id && pack.pairs[at].bytes == packed[at].bytes, "a packed pair is as it was");
    }
    for (const store::Part& part : store::order_of(journal)) {
        fuzz::demand(store::read_part(store::write_part(part)).has_value(), "a written part of the order can be read");
    }
    return 0;
}
