// What a target of libFuzzer needs: bytes come in, and whatever they are, a promise about them holds.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string_view>
#include <utility>

#include "journal/change.h"

/// Each file beside this one is a program with a function of its own.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

namespace fuzz {

inline std::string_view bytes(const std::uint8_t* data, std::size_t size) { return {reinterpret_cast<const char*>(data), size}; }

/// `promise` in words, for who reads the log.
inline void demand(bool kept, const char* promise) {
    if (kept) return;
    std::fprintf(stderr, "==ERROR: not so: %s\n", promise);
    std::abort();
}

/// The two parts of an input that holds two files: a line "=====" parts them, which no JSON has.
inline std::pair<std::string_view, std::string_view> two_files(std::string_view bytes) {
    constexpr std::string_view line = "\n=====\n";
    const std::size_t at = bytes.find(line);
    if (at == std::string_view::npos) return {bytes, {}};
    return {bytes.substr(0, at + 1), bytes.substr(at + line.size())};
}

/// Applies a change and takes it back; the change is as it was when it was not to be had.
inline bool apply_both_ways(dajim::journal::Journal& journal, const dajim::journal::Change& change) {
    dajim::journal::Journal copy = journal;
    const auto inverse = dajim::journal::apply(copy, change);
    if (!inverse) return demand(copy == journal, "a change that does not fit leaves the journal as it was"), false;
    dajim::journal::Journal changed = copy;
    demand(dajim::journal::apply(copy, inverse.value()).ok(), "the inverse of a change fits");
    demand(copy == journal, "the inverse of a change brings the journal back");
    journal = std::move(changed);
    return true;
}

}  // namespace fuzz
