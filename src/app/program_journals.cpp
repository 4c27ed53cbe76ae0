// Other journals of this browser: one is begun empty or with a file, this window goes to another, and a file that waits for this one comes in.
#include <algorithm>
#include <utility>

#include "app/program.h"
#include "text/utf8.h"

namespace dajim::app {
namespace {

constexpr std::size_t most_name_bytes = 80;

/// "theirs" for "theirs.dajim.json"; nothing where the file's name is nothing else.
std::string name_of(std::string_view file) {
    for (const std::string_view ending : {".json", ".dajim"}) {
        if (file.ends_with(ending)) file.remove_suffix(ending.size());
    }
    std::string name(file);
    name.resize(text::floor_code_point(name, std::min(name.size(), most_name_bytes)));
    return name;
}

bool all_here(const journal::Journal& own, const journal::Journal& incoming) {
    return std::all_of(incoming.series.begin(), incoming.series.end(), [&own](const journal::Series& series) {
        return std::all_of(series.pairs.begin(), series.pairs.end(), [&own](const journal::Pair& pair) { return journal::find_pair(own, pair.id); });
    });
}

}  // namespace

void Program::is_journal(std::string_view id) { state_.own_journal.id = id; }

void Program::journals_command(CommandId id) {
    switch (id) {
        case CommandId::journals: return host_.list_journals();
        case CommandId::new_journal: close_slip(); return make_journal(std::nullopt);
        default: {
            std::optional<JournalFile> file = apart_;
            close_slip();
            if (file) make_journal(std::move(file));
        }
    }
}

// ------------------------------------------------------------------------------------------------------------------- choosing

void Program::journals_listed(std::optional<std::vector<OtherJournal>> found) {
    if (state_.slip) return;
    Slip slip;
    slip.title = say(Str::journals_title, state_.language);
    slip.says = say(found ? Str::journals_say : Str::journals_impossible, state_.language);
    const auto add = [&](const std::string& id, std::string name, std::string note) {
        SlipRow& row = slip.rows.emplace_back();
        row.group = Str::journals_here;
        row.words = name.empty() ? id : std::move(name);
        row.note = id == state_.own_journal.id ? say(Str::journal_open_now, state_.language) : std::move(note);
        row.journal = id;
    };
    add({}, say(Str::my_journal, state_.language), {});
    std::vector<OtherJournal> all = found.value_or(std::vector<OtherJournal>());
    // One that is written in and stands nowhere (what is known of it was lost) is not left out here.
    const auto is_own = [&](const OtherJournal& one) { return one.id == state_.own_journal.id; };
    if (state_.own_journal.separate() && std::none_of(all.begin(), all.end(), is_own)) all.push_back({state_.own_journal.id, state_.own_journal.name, {}});
    std::stable_sort(all.begin(), all.end(), [](const OtherJournal& a, const OtherJournal& b) { return a.made < b.made; });
    for (const OtherJournal& one : all) add(one.id, one.name, one.made.empty() ? std::string() : words(Str::journal_made_on, {one.made}));
    slip.buttons = {CommandId::close_slip};
    if (found) slip.buttons.insert(slip.buttons.begin(), CommandId::new_journal);
    slip.leave = Str::journals_leave;
    show_slip(std::move(slip));
}

/// This window goes there, but never away from words that are not saved.
void Program::go_to_journal(const std::string& id) {
    if (id == state_.own_journal.id && !state_.looks()) return host_.redraw();
    host_.end_composition();
    save_some(true);
    goes_to_ = id;
    if (state_.trouble != StorageTrouble::none || state_.aside) stay_in_journal();
    go_on_to_journal();
    host_.redraw();
}

void Program::go_on_to_journal() {
    if (goes_to_ && autosave_.all_stored()) host_.open_journal(*std::exchange(goes_to_, std::nullopt));
}

/// Storage does not take the words that one would go away from.
void Program::stay_in_journal() {
    if (!goes_to_ || autosave_.all_stored()) return;
    goes_to_.reset();
    tell(words(Str::journal_stays, {}), true);
}

// --------------------------------------------------------------------------------------------------------------------- making

/// It is made first, with the file in it, and only then gone to: whatever happens on the way, it is listed and the file is there.
void Program::make_journal(std::optional<JournalFile> file) {
    if (!making_.empty()) return;
    making_ = host_.fresh_id();
    std::string name = file ? name_of(file->name) : std::string();
    if (name.empty()) name = words(Str::journal_of_day, {journal::write_date(host_.today())});
    host_.make_journal({making_, std::move(name), host_.now_here()}, file ? &*file : nullptr);
}

void Program::journal_made(bool made) {
    const std::string id = std::exchange(making_, {});
    if (made) go_to_journal(id);
    else tell(words(Str::journal_not_made, {}), true);
}

// --------------------------------------------------------------------------------------------------------------------- coming

/// What is known of this window's journal. A file that waits for it comes in as any file does, and goes from its place once its words are saved.
void Program::journal_found(std::string_view name, const JournalFile* file) {
    state_.own_journal.name = name;
    host_.redraw();
    if (!file || !state_.editable() || file_came_ || !bring_in(*file)) return;
    file_came_ = true;
    save_some(true);
    let_file_go();
}

/// False: it was refused, and stays where it is. After a crash on the way it may have come in before.
bool Program::bring_in(const JournalFile& file) {
    if (state_.journal.series.empty()) return import_journal(file.name, file.bytes) == Imported::came;
    const std::optional<Incoming> read = read_incoming(file.name, file.bytes);
    return read && (all_here(state_.journal, read->journal) || put_beside(*read) == Imported::came);
}

void Program::let_file_go() {
    if (!file_came_ || !autosave_.all_stored()) return;
    file_came_ = false;
    host_.let_journal_file_go();
}

}  // namespace dajim::app
