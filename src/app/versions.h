// Versions of a page: how it was some time, kept beside the journal for whoever wants it back. Here stands which ones there are to be;
// all of it is decided by their order and by what they say of themselves, never by what time it is: a clock that jumps deletes nothing.
#pragma once

#include <compare>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "app/strings.h"
#include "journal/journal.h"

namespace dajim::app {

/// Why it was kept. Written by number: new ones come at the end.
enum class VersionWhy : std::uint8_t {
    pause,       ///< by itself: the writing rested
    import,      ///< all others before something: before files came in
    restore,     ///< … an older version took the page
    bulk,        ///< … much was changed at once
    removal,     ///< … its pair was deleted
    migration,   ///< … what an older Dajim kept was written anew
};
inline constexpr std::size_t version_whys = 6;

struct PageOf {
    journal::Id pair;
    journal::End end = journal::End::resolution;
    auto operator<=>(const PageOf&) const = default;
};

/// What is known of a version without its text.
struct Version {
    std::uint64_t number = 0;        ///< rises within its page
    std::string at;                  ///< RFC 3339, UTC
    std::string here;                ///< the same by the writer's own clock: "2026-11-22 12:00"
    VersionWhy why = VersionWhy::pause;
    std::size_t bytes = 0, letters = 0;
    std::string sum;                 ///< of its text; equal ones are the same text
    bool operator==(const Version&) const = default;
};

/// All but the number, in one line.
std::string write_version(const Version& version);
std::optional<Version> read_version(std::uint64_t number, std::string_view line);

/// A version of this text, without a number.
Version version_of(std::string_view text, VersionWhy why, std::string at, std::string here);

inline constexpr double version_rest_ms = 2000;        ///< so long nobody writes: a pause
inline constexpr double versions_apart_ms = 300000;    ///< from one that was kept by itself to the next
inline constexpr std::size_t versions_by_itself = 20;  ///< the newest of a page that stay
inline constexpr std::size_t versions_before = 10;     ///< … of those that were kept before something
inline constexpr std::size_t version_days = 30;        ///< … and the newest of each of so many days that have one
inline constexpr std::size_t most_version_bytes = 16 * 1024 * 1024;   ///< of a page's; its newest three stay whatever they weigh
inline constexpr int missed_days = 30;                 ///< on which Dajim was used: so long a deleted pair's versions stay

/// Is this one to be kept? `kept` in their order. Not when it has no words, or the newest one has the same.
bool worth_keeping(const std::vector<Version>& kept, const Version& fresh);

/// How long it is until the next one may be kept by itself, as far as the clock that wrote the last one can be trusted; 0: now.
double wait_ms(const std::vector<Version>& kept, std::string_view now_utc);

/// Numbers of those that need not stay. `kept` in their order.
std::vector<std::uint64_t> superfluous(const std::vector<Version>& kept);

/// A pair with versions that the journal does not have: on how many days it was missed, and the last one of them.
struct Missed {
    int days = 0;
    std::string last;
    bool over() const { return days > missed_days; }
    bool operator==(const Missed&) const = default;
};
std::string write_missed(const Missed& missed);
/// Nothing of it where that is no such line.
Missed read_missed(std::string_view line);
/// Missed today too.
Missed missed_again(Missed missed, journal::Date today);

/// A pair that has versions, and what was written down of its being missed.
struct VersionedPair { journal::Id pair; std::string missed; };

Str why_words(VersionWhy why);
/// The day it was kept on by the writer's own clock, and the time of day ("14:05"); no day: it is not known.
std::optional<journal::Date> day_of(const Version& version);
std::string time_of(const Version& version);
/// "today 14:05", "yesterday 14:05", "2026-11-20 14:05".
std::string when_words(const Version& version, journal::Date today, Language language);
/// "120 characters fewer than now".
std::string size_words(std::size_t letters, std::size_t now, Language language);

}  // namespace dajim::app
