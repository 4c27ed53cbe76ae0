// Changes and what is handed over, applied as the program does it.
#pragma once

#include <vector>

#include "formats/revision_json.h"
#include "journal/unite.h"

namespace trial {

using namespace dajim;

/// Applies all; false when one does not fit. `back` takes them back, in this order.
inline bool apply_all(journal::Journal& journal, const std::vector<journal::Change>& changes, std::vector<journal::Change>* back = nullptr) {
    for (const journal::Change& change : changes) {
        auto result = journal::apply(journal, change);
        if (!result) return false;
        if (back) back->insert(back->begin(), std::move(result.value()));
    }
    return true;
}

inline bool hand_over(journal::Journal& journal) {
    return apply_all(journal, journal::handing_over(journal, formats::name_of_revision));
}

}  // namespace trial
