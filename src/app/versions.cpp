// Which versions there are to be, see versions.h.
#include "app/versions.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <set>

#include "formats/sha256.h"
#include "journal/days.h"
#include "text/buffer.h"
#include "text/count.h"

namespace dajim::app {
namespace {

constexpr std::size_t sum_digits = 32;
constexpr std::size_t always = 3;   // of the newest, whatever they weigh

template <class Number>
std::optional<Number> number(std::string_view word) {
    Number value{};
    const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), value);
    if (word.empty() || error != std::errc() || end != word.data() + word.size()) return std::nullopt;
    return value;
}

std::string_view take_word(std::string_view& line) {
    const std::string_view word = line.substr(0, line.find(' '));
    line.remove_prefix(std::min(line.size(), word.size() + 1));
    return word;
}

/// Seconds since 1970, of "2026-11-22T03:00:00Z".
std::optional<std::int64_t> seconds(std::string_view utc) {
    if (utc.size() < 19) return std::nullopt;
    const std::optional<journal::Date> day = journal::read_date(utc.substr(0, 10));
    const auto hours = number<int>(utc.substr(11, 2)), minutes = number<int>(utc.substr(14, 2)), rest = number<int>(utc.substr(17, 2));
    if (!day || !hours || !minutes || !rest) return std::nullopt;
    return ((std::int64_t{journal::day_number(*day)} * 24 + *hours) * 60 + *minutes) * 60 + *rest;
}

}  // namespace

std::string write_version(const Version& version) {
    std::string line = version.at + ' ';
    for (const char sign : version.here) line += sign == ' ' ? 'T' : sign;
    line += ' ' + std::to_string(static_cast<int>(version.why)) + ' ' + std::to_string(version.bytes);
    return line + ' ' + std::to_string(version.letters) + ' ' + version.sum;
}

std::optional<Version> read_version(std::uint64_t named, std::string_view line) {
    Version out;
    out.number = named;
    out.at = take_word(line);
    out.here = take_word(line);
    std::replace(out.here.begin(), out.here.end(), 'T', ' ');
    const auto why = number<unsigned>(take_word(line));
    const auto bytes = number<std::size_t>(take_word(line)), letters = number<std::size_t>(take_word(line));
    out.sum = take_word(line);
    if (!why || !bytes || !letters || out.sum.empty()) return std::nullopt;
    out.why = *why < version_whys ? static_cast<VersionWhy>(*why) : VersionWhy::bulk;   // a later Dajim knows better
    out.bytes = *bytes;
    out.letters = *letters;
    return out;
}

Version version_of(std::string_view text, VersionWhy why, std::string at, std::string here) {
    text::CharacterCount count;
    return {0, std::move(at), std::move(here), why, text.size(), count.of(text::Buffer(text)).letters, formats::sha256(text).substr(0, sum_digits)};
}

bool worth_keeping(const std::vector<Version>& kept, const Version& fresh) {
    return fresh.letters > 0 && (kept.empty() || kept.back().sum != fresh.sum);
}

double wait_ms(const std::vector<Version>& kept, std::string_view now_utc) {
    const auto last = std::find_if(kept.rbegin(), kept.rend(), [](const Version& one) { return one.why == VersionWhy::pause; });
    const std::optional<std::int64_t> now = seconds(now_utc), then = last == kept.rend() ? std::nullopt : seconds(last->at);
    if (!now || !then || *now < *then) return 0;   // one of the two clocks was wrong: rather one too many
    return std::max(0.0, versions_apart_ms - static_cast<double>(*now - *then) * 1000);
}

std::vector<std::uint64_t> superfluous(const std::vector<Version>& kept) {
    std::vector<std::uint64_t> out;
    std::set<std::string_view> days;
    std::array<std::size_t, 2> count{};   // by itself, before something
    std::size_t bytes = 0, stay = 0;
    for (auto one = kept.rbegin(); one != kept.rend(); ++one) {
        const std::string_view day = std::string_view(one->here).substr(0, 10);
        const bool before = one->why != VersionWhy::pause;
        const bool newest = count[before]++ < (before ? versions_before : versions_by_itself);
        const bool of_its_day = !days.contains(day) && days.size() < version_days;
        if (of_its_day) days.insert(day);
        const bool light = stay < always || bytes + one->bytes <= most_version_bytes;
        if ((newest || of_its_day) && light) {
            bytes += one->bytes;
            ++stay;
        } else {
            out.push_back(one->number);
        }
    }
    return out;
}

std::string write_missed(const Missed& missed) { return std::to_string(missed.days) + ' ' + missed.last; }

Missed read_missed(std::string_view line) {
    Missed out;
    const auto days = number<int>(take_word(line));
    if (days && *days > 0) out = {*days, std::string(line)};
    return out;
}

Missed missed_again(Missed missed, journal::Date today) {
    std::string day = journal::write_date(today);
    if (missed.last == day) return missed;
    return {missed.days + 1, std::move(day)};
}

Str why_words(VersionWhy why) {
    switch (why) {
        case VersionWhy::pause: return Str::version_pause;
        case VersionWhy::import: return Str::version_import;
        case VersionWhy::restore: return Str::version_restore;
        case VersionWhy::bulk: return Str::version_bulk;
        case VersionWhy::removal: return Str::version_removal;
        case VersionWhy::migration: return Str::version_migration;
    }
    return Str::version_pause;
}

std::optional<journal::Date> day_of(const Version& version) { return journal::read_date(version.here.substr(0, 10)); }

std::string time_of(const Version& version) { return version.here.size() > 11 ? version.here.substr(11, 5) : std::string(); }

std::string when_words(const Version& version, journal::Date today, Language language) {
    const std::optional<journal::Date> day = day_of(version);
    const int ago = day ? journal::day_number(today) - journal::day_number(*day) : -1;
    if (ago == 0) return say(Str::version_today, language, {time_of(version)});
    if (ago == 1) return say(Str::version_yesterday, language, {time_of(version)});
    return version.here;
}

std::string size_words(std::size_t letters, std::size_t now, Language language) {
    if (letters == now) return say(Str::version_as_long, language);
    const std::string difference = with_commas(letters < now ? now - letters : letters - now);
    return say(letters < now ? Str::version_fewer : Str::version_more, language, {difference});
}

}  // namespace dajim::app
