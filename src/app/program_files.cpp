// Files in and out: journals, posts, and what is said when a file cannot be used.
#include <algorithm>

#include "app/program.h"
#include "formats/post.h"
#include "formats/revision_json.h"
#include "journal/unite.h"
#include "store/rescue.h"
#include "text/utf8.h"

namespace dajim::app {
namespace {

constexpr std::string_view app_version = "Dajim 0.1.0";

Str refusal(formats::ReadError error) {
    using formats::ReadError;
    switch (error) {
        case ReadError::empty: return Str::refused_empty;
        case ReadError::too_large: return Str::refused_too_large;
        case ReadError::not_utf8: return Str::refused_not_utf8;
        case ReadError::not_json: return Str::refused_not_json;
        case ReadError::truncated: return Str::refused_truncated;
        case ReadError::too_deep: return Str::refused_too_deep;
        case ReadError::too_many: return Str::refused_too_many;
        case ReadError::not_ours: return Str::refused_not_ours;
        case ReadError::newer: return Str::refused_newer;
        case ReadError::bad_content: return Str::refused_bad_content;
    }
    return Str::refused_bad_content;
}

bool ends_with(std::string_view name, std::string_view ending) {
    if (name.size() < ending.size()) return false;
    return std::equal(ending.begin(), ending.end(), name.end() - static_cast<std::ptrdiff_t>(ending.size()),
                      [](char a, char b) { return a == (b >= 'A' && b <= 'Z' ? static_cast<char>(b + 32) : b); });
}

/// A JSON file by its name, or by its first sign where the name says nothing.
bool looks_like_journal(std::string_view name, std::string_view bytes) {
    if (ends_with(name, ".json")) return true;
    if (ends_with(name, ".md") || ends_with(name, ".markdown") || ends_with(name, ".mdx") || ends_with(name, ".txt")) return false;
    const std::size_t first = bytes.find_first_not_of(" \t\r\n\xEF\xBB\xBF");
    return first != std::string_view::npos && bytes[first] == '{';
}

/// Fit for a file's name on any system; at most 80 bytes, whole characters, the ending kept.
std::string file_name_of(std::string name) {
    for (char& sign : name) {
        if (static_cast<unsigned char>(sign) < 32 || std::string_view("/\\:*?\"<>|").find(sign) != std::string_view::npos) sign = '-';
    }
    const std::size_t dot = std::min(name.rfind('.'), name.size());
    const std::string ending = name.size() - dot <= 9 ? name.substr(dot) : std::string();   // ".markdown" at most
    name.resize(text::floor_code_point(name, std::min(name.size() - ending.size(), 80 - ending.size())));
    return name + ending;
}

}  // namespace

void Program::file_refused(std::string_view name, bool too_large) {
    tell(words(too_large ? Str::refused_too_large : Str::refused_unreadable, {name}), true);
}

void Program::file_arrived(std::string_view name, std::string_view bytes, Target onto) {
    host_.end_composition();
    if (!state_.editable() && !state_.looks()) return tell(words(Str::read_only_import, {}), true);
    if (formats::looks_encrypted(bytes) && import_encrypted(name, bytes)) return;
    if (state_.looks() || looks_like_journal(name, bytes)) import_journal(name, bytes);
    else import_post(name, bytes, onto);
}

/// False for what only speaks of one. What is not whole is not asked for its password.
bool Program::import_encrypted(std::string_view name, std::string_view bytes) {
    text::Result<formats::Encrypted, formats::ReadError> read = formats::read_encrypted(bytes);
    if (read) return ask_to_decrypt(name, std::move(read.value())), true;
    if (read.error() == formats::ReadError::not_ours) return false;
    tell(words(read.error() == formats::ReadError::truncated ? Str::refused_not_whole : refusal(read.error()), {name}), true);
    return true;
}

/// What cannot be read is said and left.
std::optional<Program::Incoming> Program::read_incoming(std::string_view name, std::string_view bytes, journal::Reading* last) {
    const auto refused = [&](formats::ReadError error) { return tell(words(refusal(error), {name}), true), std::nullopt; };
    if (store::is_rescue(bytes)) {
        text::Result<store::Loaded, formats::ReadError> read = store::read_rescue(bytes, host_.folder() + "-rescued");
        if (!read) return refused(read.error());
        store::Loaded& found = read.value();
        return Incoming{std::move(found.journal), false, found.damage.files.size() + found.damage.records};
    }
    text::Result<formats::ReadJournal, formats::ReadError> read = formats::read_journal(bytes);
    if (!read) return refused(read.error());
    journal::complete_pasts(read.value().journal, formats::name_of_revision, last);
    return Incoming{std::move(read.value().journal), read.value().changed_outside, 0};
}

/// What comes from the same journal is merged, once it was told what that changes; all else is put beside what is here.
Program::Imported Program::import_journal(std::string_view name, std::string_view bytes) {
    std::optional<Incoming> read = read_incoming(name, bytes);
    if (!read) return Imported::refused;
    if (state_.looks()) {
        apart_ = {std::string(name), std::string(bytes)};
        return look_at(name, std::move(read->journal)), Imported::came;
    }
    if (state_.journal.series.empty() || !journal::are_related(state_.journal, read->journal)) return put_beside(*read);
    const Imported done = ask_to_merge(name, std::move(*read));
    if (done == Imported::asks || done == Imported::known) apart_ = {std::string(name), std::string(bytes)};
    return done;
}

void Program::look() {
    state_.phase = Phase::ready;
    state_.pen = Pen::looking;
    state_.own_journal = {};   // whatever the address says beside
    state_.today = host_.today();
    host_.redraw();
}

void Program::look_at(std::string_view name, journal::Journal journal) {
    state_.journal = std::move(journal);
    state_.looked_at = name;
    state_.places.clear();
    state_.notice.reset();
    state_.series.clear();
    choose_pair(last_pair());
    settle_choice();
    host_.redraw();
}

/// Onto an empty page as that page; onto a page with words, or without any page, as a new pair beside it: nothing is replaced.
void Program::import_post(std::string_view name, std::string_view bytes, Target onto) {
    text::Result<journal::Document, formats::ReadError> read = formats::read_post(bytes, name);
    if (!read) return tell(words(refusal(read.error()), {name}), true);
    const formats::PostFacts facts = formats::post_facts(read.value().text, name);
    const std::string title = facts.title.empty() ? std::string(name) : facts.title;
    const journal::Pair* pair = state_.chosen_pair();
    const bool aimed = is_page(onto);
    keep_before({}, VersionWhy::import);
    if (!aimed) {
        onto = pair && !pair->document(journal::End::resolution).text.empty() ? Target::retrospective : Target::resolution;
    }
    if (pair && pair->document(end_of(onto)).text.empty()) {
        read.value().others = pair->document(end_of(onto)).others;
        if (!change({journal::DocumentReplaced{pair->id, end_of(onto), std::move(read.value())}}, Joins::never)) return;
        state_.shown = end_of(onto);
        propose_after_import(end_of(onto));
        return tell(words(Str::imported_post, {title}), false, true);
    }
    if (!aimed) onto = Target::resolution;
    journal::Pair fresh;
    fresh.id = host_.fresh_id();
    fresh.name = title;
    (onto == Target::resolution ? fresh.start : fresh.end) = facts.date;
    fresh.document(end_of(onto)) = std::move(read.value());
    const journal::Id id = fresh.id;
    std::vector<journal::Change> changes;
    if (const journal::Series* series = state_.chosen_series()) {
        std::size_t index = series->pairs.size();
        for (std::size_t at = 0; at < series->pairs.size(); ++at) {
            if (series->pairs[at].id == state_.pair) index = at + 1;
        }
        changes.push_back(journal::PairAdded{series->id, std::move(fresh), index});
    } else {
        journal::Series first;
        first.id = host_.fresh_id();
        first.name = say(Str::first_series, state_.language);
        first.pairs.push_back(std::move(fresh));
        changes.push_back(journal::SeriesAdded{std::move(first), 0});
    }
    if (!change(std::move(changes), Joins::never)) return;
    choose_pair(id);
    state_.shown = end_of(onto);
    propose_after_import(end_of(onto));
    tell(words(pair && aimed ? Str::imported_post_beside : Str::imported_post, {title}), false, true);
}

/// The journal as its file; nothing where it would not open again, which nobody should carry away.
std::optional<std::string> Program::journal_file() {
    std::string bytes = formats::write_journal(state_.journal, {host_.now_utc(), std::string(app_version), {}});
    const text::Result<formats::ReadJournal, formats::ReadError> back = formats::read_journal(bytes, formats::own_file);
    if (back && back.value().journal == state_.journal) return bytes;
    tell(words(Str::export_failed, {}), true);
    return std::nullopt;
}

void Program::export_journal() {
    if (state_.journal.series.empty()) return tell(words(Str::nothing_to_export, {}));
    hand_over_pasts();
    const std::optional<std::string> bytes = journal_file();
    if (!bytes) return;
    const std::string name = "dajim-" + journal::write_date(host_.today()) + ".dajim.json";
    host_.save_file(name, "application/vnd.dajim+json", *bytes);
    note_filed();
    // Larger than another Dajim takes: still all the words, and better than no file.
    if (bytes->size() > formats::max_journal_bytes) return tell(words(Str::exported_large, {name}), true);
    tell(words(Str::exported, {name}));
}

void Program::export_document(journal::End end) {
    const journal::Pair* pair = state_.chosen_pair();
    if (!pair) return;
    const journal::Document& document = pair->document(end);
    std::string name = document.file_name;
    if (name.empty()) {
        const journal::Series* series = state_.chosen_series();
        const Str which = end == journal::End::resolution ? Str::resolution : Str::retrospective;
        name = (series ? series->name + ' ' : std::string()) + pair->name + ' ' + say(which, state_.language) + ".md";
    }
    name = file_name_of(std::move(name));
    host_.save_file(name, "text/markdown;charset=utf-8", formats::write_post(document));
    tell(words(Str::exported, {name}));
}

}  // namespace dajim::app
