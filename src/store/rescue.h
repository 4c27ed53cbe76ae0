// What shell/rescue.js saved when the program could not run: the files and records of a store, brought to a journal again.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "formats/journal_json.h"
#include "store/store.h"
#include "text/result.h"

namespace dajim::store {

/// True when the file says of itself that it is one.
bool is_rescue(std::string_view bytes);

/// The journal as a start would have found it, damage and all. `folder` is a path where nothing is; nothing is there afterwards.
text::Result<Loaded, formats::ReadError> read_rescue(std::string_view bytes, const std::string& folder,
                                                     const formats::ReadLimits& limits = {});

}  // namespace dajim::store
