// What a browser's answers mean for how long it keeps a journal.
#pragma once

#include "app/state.h"

namespace dajim::app {

/// `lasting`: it has promised to clear nothing by itself. `webkit`: it is Safari's engine, which clears what a page has stored after seven
/// days without a visit whatever it promised, unless the page is `installed` (on the Home Screen, in the Dock).
constexpr Keeping keeping_of(bool lasting, bool webkit, bool installed) {
    if (webkit && !installed) return Keeping::a_week;
    return lasting ? Keeping::lasting : Keeping::fleeting;
}

}  // namespace dajim::app
