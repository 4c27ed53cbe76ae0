// Files that tests read, byte for byte.
#pragma once

#include <doctest/doctest.h>

#include <cstdio>
#include <string>

#ifndef DAJIM_FIXTURES
#define DAJIM_FIXTURES "tests/fixtures"
#endif

/// The bytes of a file under tests/fixtures; the test fails when it is not there.
inline std::string read_fixture(const std::string& name) {
    const std::string path = std::string(DAJIM_FIXTURES "/") + name;
    std::FILE* const file = std::fopen(path.c_str(), "rb");
    REQUIRE_MESSAGE(file != nullptr, path);
    std::string bytes;
    char block[4096];
    for (std::size_t count; (count = std::fread(block, 1, sizeof block, file)) > 0;) bytes.append(block, count);
    std::fclose(file);
    return bytes;
}
