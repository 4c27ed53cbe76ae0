// The file of one's own: bound, written when the writer rests, and never over words that were not read; in a folder, what the other
// devices' files hold is told and brought in by one press.
#include <utility>

#include "app/program.h"
#include "formats/revision_json.h"
#include "journal/unite.h"

namespace dajim::app {
namespace {

using Is = OwnFile::Is;

constexpr double rest_ms = 3000;          // after the last change, so that it is not written while somebody writes
constexpr double large_rest_ms = 30000;   // … where writing it costs something
constexpr std::size_t large = 2 << 20;    // bytes

}  // namespace

void Program::own_file_command(CommandId id) {
    close_slip();
    own_joins_ = id == CommandId::bind_file;
    switch (id) {
        case CommandId::bind_new_file: return host_.bind_file("dajim.dajim.json");
        case CommandId::bind_file: return host_.bind_file({});
        case CommandId::bind_folder: return host_.bind_folder();
        case CommandId::permit_own_file:
        case CommandId::retry_own_file: return host_.permit_own_file();
        case CommandId::read_own_file: return own_others_.empty() || state_.own_file.is == Is::changed ? host_.read_own_file() : bring_in_others();
        case CommandId::release_own_file:
            tell(words(Str::own_file_released, {state_.own_file.name}));
            return host_.release_own_file();
        default: return ask_about_own_file();
    }
}

void Program::ask_about_own_file() {
    const OwnFile& own = state_.own_file;
    Slip slip;
    slip.title = say(Str::own_file_title, state_.language);
    slip.leave = own.is == Is::none ? Str::own_file_leave : Str::own_file_go_on;
    if (own.is == Is::none) {
        slip.says = say(Str::own_file_says, state_.language);
        slip.buttons = {CommandId::bind_new_file, CommandId::bind_file, CommandId::bind_folder, CommandId::close_slip};
    } else {
        slip.says = words(Str::own_file_is_bound, {own.name});
        slip.buttons = {CommandId::release_own_file, CommandId::close_slip};
    }
    show_slip(std::move(slip));
}

void Program::own_file_possible() {
    state_.own_file.possible = true;
    host_.redraw();
}

void Program::own_file_is(Is is, std::string_view name, bool folder, std::uint64_t sequence) {
    if (!state_.editable()) return;
    OwnFile& own = state_.own_file;
    const bool waits = own_due_ms_ > 0;
    // It holds more than storage, which was emptied or did not take what the file took: to be read before it is written.
    if (is == Is::kept && sequence > autosave_.sequence()) is = Is::changed;
    own.is = is;
    own.name = name;
    own.folder = folder;
    // What others will write goes back to what was left in it in the last sitting. Not to each writing: of a thing's contents the last few
    // are kept, and who reads the file makes the same of it by himself.
    if (is == Is::kept && (!std::exchange(own_told_, true) || sequence == 0)) hand_over_pasts();
    // What was typed a moment ago has no number yet.
    own.written = is == Is::kept && sequence == autosave_.sequence() && autosave_.all_stored() && !waits;
    own_writing_ = false;
    if (is != Is::kept) own_due_ms_ = 0;
    else if (!own.written && !waits) own_due_ms_ = host_.now_ms();
    plan_wake();
    host_.redraw();
}

void Program::own_file_written(std::uint64_t sequence) {
    own_writing_ = false;
    state_.own_file.written = sequence == autosave_.sequence();
    note_filed();
    plan_wake();
    host_.redraw();
}

/// What somebody else makes of the file comes from what it held, and not from what was written here since.
void Program::own_file_left(std::string_view bytes) {
    if (!state_.editable() || state_.trouble != StorageTrouble::none) return;
    const text::Result<formats::ReadJournal, formats::ReadError> left = formats::read_journal(bytes, formats::own_file);
    if (left) keep_pasts(journal::handing_over_then(state_.journal, left.value().journal, formats::name_of_revision));
}

/// All that it holds comes into the journal as from any file; then it may be written again.
void Program::own_file_read(std::string_view name, std::string_view bytes) {
    if (!state_.editable()) return;
    host_.end_composition();
    host_.recall_own_file();
    const Imported done = bytes.empty() ? Imported::came : import_journal(name, bytes);
    own_asks_ = done == Imported::asks;
    if (done == Imported::came || done == Imported::known) own_file_came();
    if (done == Imported::refused && own_joins_) host_.release_own_file();   // no journal, so nothing to be kept in
}

void Program::own_file_came() {
    own_others_.clear();
    state_.own_file.others.clear();
    host_.own_file_taken();
}

void Program::own_folder_holds(std::string_view name, std::string_view bytes) {
    if (!state_.editable() || formats::looks_encrypted(bytes)) return;   // that is opened by hand
    if (std::optional<Incoming> read = read_incoming(name, bytes, &own_readings_[std::string(name)])) own_gathers_.push_back(std::move(*read));
}

/// What is new to the eye waits for a press; what the devices know of each other does not.
bool Program::own_folder_read() {
    std::vector<Incoming> gathered = std::exchange(own_gathers_, {});
    if (!state_.editable() || !merging_.empty()) return false;
    own_others_ = std::move(gathered);
    state_.own_file.others.clear();
    host_.redraw();
    if (own_others_.empty()) return true;
    host_.recall_own_file();
    journal::UnionPlan plan = plan_incoming(own_others_);
    if (plan.is_seen()) {
        state_.own_file.others = told_of(plan);
    } else {
        keep_pasts(std::move(plan.changes));
        own_file_came();
    }
    return true;
}

void Program::bring_in_others() {
    host_.end_composition();
    const journal::UnionPlan plan = plan_incoming(own_others_);
    if (plan.deletes_much) {
        ask_to_merge(state_.own_file.name, own_others_, plan);
        std::erase(state_.slip->buttons, CommandId::keep_apart);   // it is a file of its own already, and lies where it lies
        own_asks_ = true;
        return;
    }
    if (merge(own_others_) == Imported::came) own_file_came();
}

/// This window writes no more.
void Program::leave_own_file() {
    state_.own_file.is = Is::none;
    state_.own_file.others.clear();
    own_others_.clear();
    own_readings_.clear();
    own_told_ = false;
    own_due_ms_ = 0;
    own_writing_ = false;
}

/// What is written waits for a rest; what was changed meanwhile is written after.
void Program::own_file_due() {
    if (state_.own_file.is != Is::kept) return;
    state_.own_file.written = false;
    own_due_ms_ = host_.now_ms() + (own_bytes_ > large ? large_rest_ms : rest_ms);
}

void Program::write_own_file(bool at_once) {
    if (own_due_ms_ == 0 || own_writing_ || state_.own_file.is != Is::kept || !state_.editable()) return;
    if (!at_once && host_.now_ms() < own_due_ms_) return;
    if (journal::has_untold_pairs(state_.journal)) hand_over_pasts();
    own_due_ms_ = 0;
    save_some(true);   // so that all of it has a number
    const std::optional<std::string> bytes = journal_file();
    if (!bytes) return;
    own_writing_ = true;
    own_bytes_ = bytes->size();
    host_.write_own_file(autosave_.sequence(), *bytes);
}

}  // namespace dajim::app
