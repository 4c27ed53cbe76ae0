// A file of the writer's own that the journal is kept in besides the browser, or a folder with such a file for each device, and how it
// stands with it.
#pragma once

#include <cstdint>
#include <string>

namespace dajim::app {

struct OwnFile {
    enum class Is : std::uint8_t {
        none,      ///< there is no such file
        kept,      ///< it is written whenever the writer rests
        asks,      ///< the browser wants to be asked again before it is read or written
        changed,   ///< somebody else has written in it since it was read: it is not overwritten
        unwritable ///< it is gone, or its disk is
    };
    bool possible = false;   ///< the browser can write to a file of one's own
    Is is = Is::none;
    bool folder = false;     ///< it is this device's in a folder, and `name` the folder's
    std::string name;
    std::string others;      ///< what the other devices' files in the folder would bring, in words; empty: nothing new
    bool written = false;    ///< it holds all that the journal has
};

}  // namespace dajim::app
