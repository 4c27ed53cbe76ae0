// A write-ahead record: numbered changes with a checksum, as bytes.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "journal/change.h"
#include "text/result.h"

namespace dajim::store {

struct Record {
    std::uint64_t sequence = 0;  ///< rises by one with every record of a journal's life
    std::vector<journal::Change> changes;
};

std::string write_record(const Record& record);

enum class RecordError { damaged };
text::Result<Record, RecordError> read_record(std::string_view bytes);

}  // namespace dajim::store
