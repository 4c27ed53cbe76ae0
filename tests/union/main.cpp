// The test of the union of journals: random histories, and three devices with a model of all that was acknowledged (play.h).
//   dajim_union [--long] [--rounds N]       seeds from 1 on: N of the histories and a tenth as many of the devices, on all cores
//   dajim_union --seed S [devices]          that one alone
// The first seed that fails is named.
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <string>
#include <thread>

#include "play.h"

/// Little of what was freed is kept apart: more of it would be a quarter of a gigabyte for each worker.
extern "C" const char* __asan_default_options() { return "quarantine_size_mb=16"; }

namespace {

/// 0, or the lowest seed that fails.
unsigned first_that_fails(std::string (*trial)(unsigned), unsigned rounds) {
    const unsigned workers = std::max(1u, std::thread::hardware_concurrency());
    auto* failed = static_cast<unsigned*>(mmap(nullptr, workers * sizeof(unsigned), PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0));
    for (unsigned worker = 0; worker < workers; ++worker) {
        if (fork() != 0) continue;
        for (unsigned seed = 1 + worker; seed <= rounds; seed += workers) {
            failed[worker] = seed;   // a sanitizer's word ends the process here
            if (!trial(seed).empty()) _exit(1);
        }
        failed[worker] = 0;
        _exit(0);
    }
    for (int status = 0; wait(&status) > 0;) {}
    unsigned lowest = 0;
    for (unsigned worker = 0; worker < workers; ++worker)
        if (failed[worker] && (!lowest || failed[worker] < lowest)) lowest = failed[worker];
    return lowest;
}

int alone(std::string (*trial)(unsigned), unsigned seed) {
    const std::string wrong = trial(seed);
    std::printf("seed %u: %s\n", seed, wrong.empty() ? "fine" : wrong.c_str());
    return wrong.empty() ? 0 : 1;
}

}  // namespace

int main(int count, char** words) {
    unsigned rounds = 2'000, worlds = 400;
    for (int i = 1; i < count; ++i) {
        const bool more = i + 1 < count;
        if (std::strcmp(words[i], "--long") == 0) rounds = 100'000, worlds = 10'000;
        else if (std::strcmp(words[i], "--rounds") == 0 && more) rounds = static_cast<unsigned>(std::strtoul(words[++i], nullptr, 10)), worlds = rounds / 10;
        else if (std::strcmp(words[i], "--seed") == 0 && more) {
            const unsigned seed = static_cast<unsigned>(std::strtoul(words[++i], nullptr, 10));
            return alone(i + 1 < count ? trial::devices : trial::properties, seed);
        } else return std::fprintf(stderr, "what is %s?\n", words[i]), 2;
    }
    const auto begun = std::chrono::steady_clock::now();
    int failed = 0;
    struct Part { const char* name; std::string (*trial)(unsigned); unsigned rounds; };
    for (const Part& part : {Part{"histories", trial::properties, rounds}, Part{"devices", trial::devices, worlds}}) {
        const unsigned seed = first_that_fails(part.trial, part.rounds);
        if (seed != 0) std::printf("%s, seed %u fails: ", part.name, seed), std::fflush(stdout), alone(part.trial, seed), ++failed;
        else std::printf("union, %s of seeds 1 to %u\n", part.name, part.rounds);
    }
    std::printf("%.0f s\n", std::chrono::duration<double>(std::chrono::steady_clock::now() - begun).count());
    std::printf("union: %d passed, %d failed\n", 2 - failed, failed);
    return failed ? 1 : 0;
}
