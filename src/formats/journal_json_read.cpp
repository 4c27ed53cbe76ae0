// Reads a journal's file: first as JSON under limits, then as ours, then as a journal; what is unknown is kept.
#include <algorithm>
#include <charconv>
#include <map>
#include <optional>
#include <set>
#include <utility>

#include "formats/content_sum.h"
#include "formats/entry_fields.h"
#include "formats/goal_json.h"
#include "formats/journal_json.h"
#include "formats/journal_schema.h"
#include "formats/json.h"
#include "formats/pair_entries.h"
#include "formats/revision_json.h"
#include "journal/fitness.h"
#include "text/utf8.h"

namespace dajim::formats {

namespace {

using journal::Unknown;
// Puts the entries, which come in any order, together. False at the first one that does not fit.
class Assembly {
public:
    enum class Pasts { none, checked, trusted };
    Assembly(journal::Journal& journal, bool with_goals, Pasts pasts) : journal_(journal), with_goals_(with_goals), pasts_(pasts) {}

    bool add_entries(const Json& entries) {
        if (!read_entries(entries)) return false;
        finish_revisions();
        for (auto& [series, pair] : pairs_) {
            const auto home = series_.find(series);
            if (home == series_.end()) return false;
            journal_.series[home->second].pairs.push_back(std::move(pair));
        }
        return true;
    }

    /// Entries of one pair alone.
    std::optional<journal::Pair> only_pair(const Json& entries) {
        if (!read_entries(entries) || pairs_.size() != 1 || !series_.empty() || !journal_.unknown.empty()) return std::nullopt;
        return std::move(pairs_.front().second);
    }

private:
    bool read_entries(const Json& entries) {
        if (!entries.is_list() || (entries.kind == Json::Kind::strings && entries.size() > 0)) return false;
        for (const Json& entry : entries.items)
            if (!add_entry(entry)) return false;
        for (const Json* const entry : documents_)
            if (!add_document(*entry)) return false;
        return add_goals();
    }

    static std::optional<std::string_view> string_at(const Json& entry, std::string_view name) {
        const Json* const json = entry.find(name);
        if (json == nullptr || !json->is_string()) return std::nullopt;
        return json->text;
    }

    bool add_entry(const Json& entry) {
        const auto kind = entry.is_object() ? string_at(entry, "kind") : std::nullopt;
        if (!kind) return false;
        if (std::find(document_kinds.begin(), document_kinds.end(), *kind) != document_kinds.end()) {
            documents_.push_back(&entry);
            return true;
        }
        if (with_goals_ && std::find(goal_kinds.begin(), goal_kinds.end(), *kind) != goal_kinds.end()) {
            goals_.push_back(&entry);
            return true;
        }
        const auto id = string_at(entry, "id");
        const bool is_revision = pasts_ != Pasts::none && *kind == "revision" && !entry.find(homeless);
        if (is_revision) {   // its id is one among those of its thing
            const auto thing = [&](std::string_view name) { return std::string(string_at(entry, name).value_or("")) + '/'; };
            if (!revisions_.insert(thing("of") + thing("item") + thing("id")).second) return false;
            if (add_revision(entry)) return true;
        }
        if (id && !ids_.insert(*id).second) return false;
        if (is_revision) return keep_homeless(entry), true;
        if (*kind != "series" && *kind != "pair") {
            keep(entry, id);
            return true;
        }
        if (!id || !journal::is_id(*id)) return false;
        return *kind == "series" ? add_series(entry, *id) : add_pair(entry, *id);
    }

    bool add_series(const Json& entry, std::string_view id) {
        series_[id] = journal_.series.size();
        journal::Series& series = journal_.series.emplace_back();
        series.id = id;
        Fields fields(entry, {"id", "kind", "fields"}, {"name"}, series.unknown);
        series.name = fields.words("name");
        return fields.fine();
    }

    bool add_pair(const Json& entry, std::string_view id) {
        const auto series = string_at(entry, "series");
        if (!series) return false;
        pair_index_[id] = pairs_.size();
        journal::Pair& pair = pairs_.emplace_back(*series, journal::Pair{}).second;
        pair.id = id;
        Fields fields(entry, {"id", "kind", "series", "fields"}, {"name", "start", "end", "seal_on", "done", "refused"}, pair.unknown);
        pair.name = fields.words("name");
        pair.start = fields.date("start");
        pair.end = fields.date("end");
        pair.seals_on = fields.date("seal_on");
        pair.done = fields.date("done");
        pair.refused = fields.strings("refused");
        return fields.fine();
    }

    bool add_document(const Json& entry) {
        const auto id = string_at(entry, "pair");
        const auto index = id ? pair_index_.find(*id) : pair_index_.end();
        if (index == pair_index_.end()) return false;
        const std::size_t end = *string_at(entry, "kind") == document_kinds[0] ? 0 : 1;
        if (!placed_.insert({index->second, end}).second) return false;
        journal::Document& document = pairs_[index->second].second.documents[end];
        Fields fields(entry, {"kind", "pair", "fields"}, {"text", "line_ending", "bom", "file_name", "others"}, document.unknown);
        document.text = text::Buffer(fields.lines("text"));
        document.line_ending = fields.choice<journal::LineEnding>("line_ending", line_endings);
        document.bom = fields.truth("bom");
        document.file_name = fields.words_or_nothing("file_name");
        document.others = fields.texts("others");
        return fields.fine();
    }

    // Goals and all that is marked: with the pairs and texts there, each kind after those it is about. One whose pair or goal is not in
    // the file stays an unknown entry, for a program that does not know goals may have deleted the pair. It says so from then on, and has
    // no part in a pair that comes later under that id.
    bool add_goals() {
        std::map<std::size_t, GoalReading> readings;
        for (const std::string_view kind : goal_kinds) {
            for (const Json* const entry : goals_) {
                if (entry->find("kind")->text != kind) continue;
                const auto id = string_at(*entry, "pair");
                if (!id) return false;
                const auto index = entry->find(homeless) ? pair_index_.end() : pair_index_.find(*id);
                const auto added = index == pair_index_.end() ? GoalReading::Added::homeless
                                                              : readings.try_emplace(index->second, pairs_[index->second].second).first->second.add(*entry);
                if (added == GoalReading::Added::bad) return false;
                if (added == GoalReading::Added::homeless) keep_homeless(*entry);
            }
        }
        std::size_t budget = journal::search_budget;
        return std::all_of(readings.begin(), readings.end(), [&](auto& reading) { return reading.second.anchor(budget); });
    }

    void keep_homeless(const Json& entry) {
        keep(entry, string_at(entry, "id"));
        if (entry.find(homeless)) return;
        std::string& json = journal_.unknown.back().json;
        json.pop_back();
        (json += ",\"").append(homeless) += "\":true}";
    }

    /// One that does not fit stays an unknown entry for ever.
    bool add_revision(const Json& entry) {
        auto read = read_revision(entry, pasts_ == Pasts::trusted);
        if (!read) return false;
        journal::Past& past = journal_.pasts[read->item];
        journal::Revision& revision = past[read->revision.id] = std::move(read->revision);
        if (std::holds_alternative<journal::AsNow>(revision.content)) as_now_.push_back({read->item, revision.id});
        return true;
    }

    // What the pairs are now, where it is still what the revision was: a program that knows no revisions may have changed the pair. A past
    // of which a part is missing says nothing that holds.
    void finish_revisions() {
        for (const auto& [item, id] : as_now_) {
            journal::Revision& revision = journal_.pasts[item][id];
            revision.content = journal::Husk{};
            const auto index = pair_index_.find(item.id);
            if (index == pair_index_.end()) continue;
            journal::Revision whole = revision;
            whole.content = std::make_shared<const journal::Pair>(pairs_[index->second].second);
            if (pasts_ == Pasts::trusted || name_of_revision(item, whole) == id) revision = std::move(whole);
        }
        std::erase_if(journal_.pasts, [this](const auto& one) {
            return !journal::is_whole(one.second) || (pasts_ != Pasts::trusted && !journal::counts_its_generations(one.second));
        });
    }

    void keep(const Json& entry, std::optional<std::string_view> id) {
        Unknown one{std::string(journal::unknown_entries) + escaped_name(id.value_or("")), {}};
        append_json(one.json, entry);
        journal_.unknown.push_back(std::move(one));
    }

    journal::Journal& journal_;
    const bool with_goals_;
    const Pasts pasts_;
    std::vector<const Json*> goals_;
    std::set<std::string_view> ids_;
    std::set<std::string> revisions_;   // what of, of which, and the id
    std::map<std::string_view, std::size_t> series_, pair_index_;
    std::vector<std::pair<std::string_view, journal::Pair>> pairs_;  // with their series' id, by appearance
    std::vector<const Json*> documents_;
    std::set<std::pair<std::size_t, std::size_t>> placed_;
    std::vector<std::pair<journal::Item, journal::Id>> as_now_;
};

bool is_string_or_absent(const Json* json) { return json == nullptr || json->is_string(); }

// What stands beside the entries.
bool read_outermost(const Json& root, journal::Journal& journal) {
    const Json* const about = root.find("journal");
    const Json* const exported = root.find("exported");
    if (about == nullptr || !about->is_object() || !is_string_or_absent(root.find("$schema"))) return false;
    if (exported != nullptr &&
        (!exported->is_object() || !is_string_or_absent(exported->find("at")) ||
         !is_string_or_absent(exported->find("app")) || !is_string_or_absent(exported->find("device"))))
        return false;
    const Json* const id = about->find("id");
    const Json* const title = about->find("title");
    if (!is_string_or_absent(id) || !is_string_or_absent(title)) return false;
    if (id != nullptr && !id->text.empty() && !journal::is_id(id->text)) return false;
    journal.id = id != nullptr ? id->text : "";
    journal.title = title != nullptr ? without_nul(title->text) : "";
    keep_unknown(root, {"$schema", "format", "version", "exported", "journal", "entries", "integrity"}, "",
                 journal.unknown);
    keep_unknown(*about, {"id", "title"}, "journal/", journal.unknown);
    return true;
}

std::optional<std::size_t> whole_number(std::string_view digits) {
    std::size_t value = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
    if (error != std::errc{} || end != digits.data() + digits.size()) return std::nullopt;
    return value;
}

enum class Version { same, other, none };

// "1.0": a major and a minor number.
Version version_of(const Json* json) {
    if (json == nullptr || !json->is_string()) return Version::none;
    const std::string_view text = json->text;
    const std::size_t dot = text.find('.');
    constexpr std::string_view digits = "0123456789";
    if (dot == 0 || dot == std::string_view::npos || dot + 1 == text.size()) return Version::none;
    if (text.find_first_not_of(digits) != dot || text.find_first_not_of(digits, dot + 1) != std::string_view::npos)
        return Version::none;
    return text.substr(0, dot) == format_version.substr(0, format_version.find('.')) ? Version::same : Version::other;
}

// Bytes without a character that is cut off at their end.
std::string_view without_cut_character(std::string_view bytes) {
    for (std::size_t back = 1; back <= 3 && back <= bytes.size(); ++back) {
        const unsigned char c = static_cast<unsigned char>(bytes[bytes.size() - back]);
        if (c >= 0xC2) return bytes.substr(0, bytes.size() - back);
        if (c < 0x80) break;
    }
    return bytes;
}

ReadError reason_of(JsonError error, char first) {
    switch (error) {
        case JsonError::too_deep: return ReadError::too_deep;
        case JsonError::too_many: return ReadError::too_many;
        case JsonError::bad_number: return ReadError::bad_content;
        case JsonError::truncated: return first == '{' ? ReadError::truncated : ReadError::not_json;
        case JsonError::not_json: break;
    }
    return ReadError::not_json;
}

}  // namespace

std::string escaped_name(std::string_view name) {
    std::string out;
    for (const char c : name) {
        if (c == '~') out += "~0";
        else if (c == '/') out += "~1";
        else out += c;
    }
    return out;
}

std::string unescaped_name(std::string_view name) {
    std::string out;
    for (std::size_t i = 0; i < name.size(); ++i) {
        if (name[i] != '~') out += name[i];
        else if (++i < name.size()) out += name[i] == '1' ? '/' : '~';
    }
    return out;
}

std::optional<journal::Pair> read_pair_entries(const Json& entries) {
    journal::Journal nothing_else;
    return Assembly(nothing_else, true, Assembly::Pasts::none).only_pair(entries);
}

text::Result<ReadJournal, ReadError> read_journal(std::string_view bytes, const ReadLimits& limits) {
    if (bytes.size() > limits.bytes) return ReadError::too_large;
    if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
    const std::size_t first = bytes.find_first_not_of(" \t\r\n");
    if (first == std::string_view::npos) return ReadError::empty;
    if (bytes.find('\0') != std::string_view::npos) return ReadError::not_utf8;  // UTF-16, or no text at all
    bool is_cut = false;
    if (!text::is_valid_utf8(bytes)) {
        bytes = without_cut_character(bytes);
        if (bytes.size() <= first || !text::is_valid_utf8(bytes)) return ReadError::not_utf8;
        is_cut = true;
    }
    const auto parsed = parse_json(bytes, {.values = limits.values});
    if (!parsed) return reason_of(parsed.error(), bytes[first]);
    if (is_cut) return ReadError::not_utf8;

    const Json& root = parsed.value().root;
    const Json* const format = root.find("format");
    if (format == nullptr || !format->is_string() || format->text != format_name) return ReadError::not_ours;
    const Version version = version_of(root.find("version"));
    if (version == Version::other) return ReadError::newer;
    const Json* const entries = root.find("entries");
    if (version == Version::none || parsed.value().has_duplicates || entries == nullptr) return ReadError::bad_content;

    ReadJournal read;
    read.version = root.find("version")->text;
    read.changed_outside = true;
    if (const Json* const integrity = root.find("integrity"); integrity != nullptr) {
        const Json* const count = integrity->find("entries");
        const Json* const sum = integrity->find("sha256");
        if (!integrity->is_object() || !is_string_or_absent(sum)) return ReadError::bad_content;
        if (count != nullptr) {
            const auto number = count->kind == Json::Kind::number ? whole_number(count->text) : std::nullopt;
            if (!number) return ReadError::bad_content;
            if (*number > entries->size()) return ReadError::truncated;
        }
        read.changed_outside = sum == nullptr || sum->text != content_sum(bytes);
    }
    const Assembly::Pasts pasts = limits.trusted ? Assembly::Pasts::trusted : Assembly::Pasts::checked;
    if (!read_outermost(root, read.journal) || !Assembly(read.journal, limits.with_goals, pasts).add_entries(*entries))
        return ReadError::bad_content;
    std::sort(read.journal.unknown.begin(), read.journal.unknown.end());
    return read;
}

}  // namespace dajim::formats
