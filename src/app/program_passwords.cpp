// Journals that leave and come with a password: a slip asks for it, the browser does the cryptography, and here it is said how it went.
#include <utility>

#include "app/command.h"
#include "app/program.h"

namespace dajim::app {

using formats::Encrypted;
using formats::EncryptedHead;

void Program::password_command(CommandId id) {
    switch (id) {
        case CommandId::export_encrypted: return ask_to_encrypt();
        case CommandId::encrypt: return encrypt();
        case CommandId::decrypt: return decrypt();
        default: state_.slip->legible = !state_.slip->legible; return host_.redraw();
    }
}

// -------------------------------------------------------------------------------------------------------------------- asking

void Program::ask_to_encrypt() {
    if (state_.journal.series.empty()) return tell(words(Str::nothing_to_export, {}));
    if (!host_.has_cryptography()) return tell(words(Str::no_cryptography, {}), true);
    Slip slip;
    slip.title = say(Str::ask_encrypt, state_.language);
    slip.says = say(Str::ask_encrypt_says, state_.language);
    slip.fields = {Target::password, Target::password_again};
    slip.buttons = {CommandId::encrypt, CommandId::close_slip};
    slip.leave = Str::leave_password;
    show_slip(std::move(slip));
}

void Program::ask_to_decrypt(std::string_view name, Encrypted file) {
    if (!host_.has_cryptography()) return tell(words(Str::no_cryptography, {}), true);
    Slip slip;
    slip.title = say(Str::ask_decrypt, state_.language);
    slip.says = words(Str::ask_decrypt_says, {name});
    slip.fields = {Target::password};
    slip.buttons = {CommandId::decrypt, CommandId::close_slip};
    slip.leave = Str::leave_password;
    show_slip(std::move(slip));
    locked_name_ = name;
    locked_ = std::move(file);
}

/// Enter goes to a field that is still empty, and then on; Escape is the slip's. Of the commands only one means the field. Nothing: the key
/// may move the caret.
std::optional<bool> Program::password_key(Target target, const KeyPress& press) {
    if (press.key == Key::escape) return false;
    if (press.key == Key::enter) {
        host_.end_composition();
        for (const Target one : state_.slip->fields) {
            if (one == target || !field(one).text.empty()) continue;
            host_.focus_text(one);
            return true;
        }
        perform(Run{state_.slip->buttons.front()});
        return true;
    }
    const Command* const wanted = command_for(press, host_.is_mac());
    if (wanted && wanted->id != CommandId::select_all) return true;
    return std::nullopt;
}

void Program::forget_passwords() {
    for (const Target one : {Target::password, Target::password_again}) show_field(one, {});
    secret_asked_ = false;
    locked_ = {};
    locked_name_.clear();
}

// ------------------------------------------------------------------------------------------------------------------- working

void Program::wait_for_secret(Str told) {
    Slip& slip = *state_.slip;
    slip.told = say(told, state_.language);
    slip.wrong = false;
    slip.waits = secret_asked_ = true;
    ++secret_;
    host_.redraw();
}

/// False for the answer to something that nobody waits for any more.
bool Program::take_secret(unsigned job) {
    if (!secret_asked_ || job != secret_ || !state_.slip) return false;
    secret_asked_ = state_.slip->waits = false;
    state_.slip->told.clear();
    host_.redraw();
    return true;
}

void Program::password_failed(Str told, Target target) {
    Slip& slip = *state_.slip;
    slip.told = say(told, state_.language);
    slip.wrong = true;
    field(target).invalid = true;
    select(target, {{}, field(target).text.end(), text::Affinity::downstream});
    host_.focus_text(target);
}

void Program::encrypt() {
    const std::string password = field(Target::password).text.text();
    if (field(Target::password_again).text.text() != password) return password_failed(Str::passwords_differ, Target::password_again);
    hand_over_pasts();
    const std::optional<std::string> bytes = journal_file();
    if (!bytes) return close_slip();
    locked_.head = {formats::own_iterations, host_.chance(formats::salt_bytes), host_.chance(formats::iv_bytes)};
    wait_for_secret(Str::encrypting);
    host_.encrypt(secret_, locked_.head, password, formats::padded(*bytes));
}

void Program::encrypted(unsigned job, std::optional<std::string_view> data) {
    if (!take_secret(job)) return;
    if (!data) return password_failed(Str::no_cryptography, Target::password);
    locked_.data = *data;
    const std::string file = formats::write_encrypted(locked_);
    const bool large = data->size() > formats::max_journal_bytes + formats::tag_bytes;
    close_slip();
    const std::string name = "dajim-" + journal::write_date(host_.today()) + ".dajim.enc.json";
    host_.save_file(name, "application/vnd.dajim.encrypted+json", file);
    note_filed();
    if (large) return tell(words(Str::exported_large, {name}), true);
    tell(words(Str::exported, {name}));
}

void Program::decrypt() {
    wait_for_secret(Str::decrypting);
    host_.decrypt(secret_, locked_, field(Target::password).text.text());
}

/// A wrong password and changed bytes look alike, and what was in the file is a journal like any other.
void Program::decrypted(unsigned job, std::optional<std::string_view> bytes) {
    if (!take_secret(job)) return;
    if (!bytes) return password_failed(Str::password_wrong, Target::password);
    const std::string name = std::move(locked_name_);
    close_slip();
    import_journal(name, *bytes);
}

}  // namespace dajim::app
