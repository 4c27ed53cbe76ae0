// Somebody at the desk: a program over a folder, its textareas, and what is pressed, in words that a test reads like a story.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "app/command.h"
#include "app_fake_host.h"
#include "app_textarea.h"
#include "text_fixed_typesetter.h"

namespace fake {

using dajim::app::Target;
using dajim::journal::End;

/// A text with "¦" where the caret stands; what is selected stands in brackets with the caret just inside one of them:
/// "[forward¦]" or "[¦backward]".
struct Marked {
    std::string text;
    dajim::app::Selection selection;
    bool any = false;   ///< there was a caret
};
Marked read_marked(std::string_view words);
std::string write_marked(const dajim::text::Buffer& buffer, const dajim::app::Selection& selection);

/// A series "s" of one pair "p", "9기".
dajim::journal::Series one_pair(std::string_view resolution, std::string_view retrospective = {});
/// … and more, "p1" "Pair 1" and so on, until they are so many.
dajim::journal::Series so_many_pairs(std::size_t count);

class Writer {
public:
    /// Without typesetters of the caller's, text is set as app_cases.cpp says.
    explicit Writer(const Folder& folder, std::string_view language = "ko-KR", const dajim::text::Typesetter* pages = nullptr,
                    const dajim::text::Typesetter* fields = nullptr);
    Writer(const Writer&) = delete;

    /// Storage hands over what it has; or a journal that holds just this series, its last pair chosen.
    void open(const std::vector<std::string>& records = {}, std::string_view place = {}, bool writer = true);
    void open_with(const dajim::journal::Series& series);

    void go(Target target) { host.focus_text(target); }
    void select(Target target, const dajim::app::Selection& selection);

    void type(std::string_view text);
    void compose(std::string_view preedit);
    void commit();
    /// "ctrl+shift+left", "a", "meta+backspace"; false for a name of no key.
    bool key(std::string_view name);
    void copy();
    void cut();
    void paste(std::string_view text);
    /// By the command table's name; false when there is none. `subject` as in app::Run.
    bool run(std::string_view command, const dajim::journal::Id& subject = {});
    void undo() { run("undo"); }
    void redo() { run("redo"); }

    const dajim::app::State& state() const { return program.state(); }
    const dajim::journal::Journal& journal() const { return state().journal; }
    std::string text(Target target) const;
    std::string marked(Target target) const;
    std::string notice() const { return state().notice ? state().notice->text : std::string(); }

    dajim::text::FixedTypesetter typesetter;
    Host host;
    dajim::app::Program program;
    std::string clipboard;

    /// That of the text with the keyboard, if any.
    Textarea* textarea();

private:
    std::vector<Textarea> textareas_;
};

}  // namespace fake
