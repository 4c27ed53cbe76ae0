// The fuzz test of the editor: a million steps by the dice to the program and to a plain string, compared after each.
//   dajim_fuzz [--long] [--steps N]    seeds from 1 on until N steps are done (a million; ten with --long), on all cores
//   dajim_fuzz --seed S                that one alone
// The first seed that fails, by a difference or by a sanitizer's word, is shrunk to the few steps it needs, and these are printed.
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
#include <vector>

#include "episode.h"

namespace {

constexpr std::size_t steps_a_seed = 400;

bool quiet = false;

/// In a process of its own, since a failed assertion ends it.
bool fails(const fuzz::Desk& desk, const std::vector<fuzz::Step>& steps) {
    std::fflush(stdout);
    const pid_t child = fork();
    if (child == 0) {
        if (quiet && !std::freopen("/dev/null", "w", stderr)) _exit(2);
        alarm(60);
        const std::string wrong = fuzz::play(desk, steps);
        if (!quiet && !wrong.empty()) std::printf("%s\n", wrong.c_str());
        std::fflush(stdout);
        _exit(wrong.empty() ? 0 : 1);
    }
    int status = 0;
    waitpid(child, &status, 0);
    return status != 0;
}

void shrink_and_tell(unsigned seed) {
    const fuzz::Desk desk = fuzz::desk_of(seed);
    std::vector<fuzz::Step> steps = fuzz::steps_of(seed, steps_a_seed);
    std::printf("seed %u fails; looking for the steps that matter\n", seed);
    quiet = true;
    if (!fails(desk, steps)) std::printf("… but not when it is played alone\n");
    for (std::size_t part = steps.size() / 2; part > 0; part = part == 1 ? 0 : (part + 1) / 2) {
        for (std::size_t at = 0; at < steps.size();) {
            std::vector<fuzz::Step> fewer(steps.begin(), steps.begin() + static_cast<std::ptrdiff_t>(at));
            if (at + part < steps.size()) fewer.insert(fewer.end(), steps.begin() + static_cast<std::ptrdiff_t>(at + part), steps.end());
            if (fails(desk, fewer)) steps = std::move(fewer);
            else at += part;
        }
    }
    quiet = false;
    std::printf("%s\n", told(desk).c_str());
    for (const fuzz::Step& step : steps) std::printf("  %s\n", told(step).c_str());
    fails(desk, steps);
}

}  // namespace

/// Little of what was freed is kept apart: more of it would be a quarter of a gigabyte for each worker.
extern "C" const char* __asan_default_options() { return "quarantine_size_mb=16"; }

int main(int count, char** words) {
    std::size_t wanted = 1'000'000;
    unsigned alone = 0;
    for (int i = 1; i < count; ++i) {
        const bool more = i + 1 < count;
        if (std::strcmp(words[i], "--long") == 0) wanted *= 10;
        else if (std::strcmp(words[i], "--steps") == 0 && more) wanted = std::strtoul(words[++i], nullptr, 10);
        else if (std::strcmp(words[i], "--seed") == 0 && more) alone = static_cast<unsigned>(std::strtoul(words[++i], nullptr, 10));
        else return std::fprintf(stderr, "what is %s?\n", words[i]), 2;
    }
    const auto begun = std::chrono::steady_clock::now();
    const unsigned first = alone ? alone : 1, last = alone ? alone : static_cast<unsigned>((wanted + steps_a_seed - 1) / steps_a_seed);
    const unsigned workers = alone ? 1 : std::max(1u, std::thread::hardware_concurrency());
    // What each worker plays now, and how many steps it has done.
    struct Account { unsigned seed; unsigned long steps; };
    auto* accounts = static_cast<Account*>(mmap(nullptr, workers * sizeof(Account), PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0));
    for (unsigned worker = 0; worker < workers; ++worker) {
        if (fork() != 0) continue;
        for (unsigned seed = first + worker; seed <= last; seed += workers) {
            const std::vector<fuzz::Step> steps = fuzz::steps_of(seed, steps_a_seed);
            accounts[worker].seed = seed;
            if (!fuzz::play(fuzz::desk_of(seed), steps).empty()) _exit(1);
            accounts[worker].steps += steps.size();
        }
        accounts[worker].seed = 0;
        _exit(0);
    }
    for (int status = 0; wait(&status) > 0;) {}
    unsigned failed = 0;
    unsigned long steps = 0;
    for (unsigned worker = 0; worker < workers; ++worker) {
        steps += accounts[worker].steps;
        if (accounts[worker].seed != 0 && (failed == 0 || accounts[worker].seed < failed)) failed = accounts[worker].seed;
    }
    if (failed != 0) shrink_and_tell(failed);
    const auto seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - begun).count();
    std::printf("editor fuzz, seeds %u to %u, %lu steps, %.0f s\n", first, last, steps, seconds);
    std::printf("fuzz: %d passed, %d failed\n", failed ? 0 : 1, failed ? 1 : 0);
    return failed ? 1 : 0;
}
