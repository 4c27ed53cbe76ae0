// All that the views draw and the program remembers while it runs.
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "app/finding.h"
#include "app/host.h"
#include "app/journals.h"
#include "app/own_file.h"
#include "app/proposing.h"
#include "app/reading.h"
#include "app/slip.h"
#include "app/strings.h"
#include "app/target.h"
#include "app/topic_posts.h"
#include "journal/journal.h"
#include "journal/misquote.h"
#include "journal/stale.h"
#include "journal/stated_score.h"
#include "text/breaks.h"
#include "text/units.h"

namespace dajim::app {

struct Selection {
    text::Position anchor, head;  ///< the caret is at head
    text::Affinity affinity = text::Affinity::downstream;
    bool empty() const { return anchor == head; }
    text::Range range() const { return anchor < head ? text::Range{anchor, head} : text::Range{head, anchor}; }
    bool operator==(const Selection&) const = default;
};

/// What a page shows at its upper edge: the row that begins at `top`, `offset` CSS pixels of it scrolled away. A place in the text
/// and not a height, so that it holds when the width, the font or the words above change.
struct Scroll {
    text::Position top;
    float offset = 0;
    bool operator==(const Scroll&) const = default;
};

/// Where somebody is in one text.
struct Editor {
    Selection selection;
    Scroll scroll;
    std::optional<text::Range> preedit;   ///< what an IME composes, already part of the text
    std::optional<float> goal_x;          ///< where Up and Down aim, CSS pixels
    bool reveal = false;                  ///< the caret moved: the view brings it into sight and says so
    std::uint64_t stamp = 0;              ///< rises when the model moved by itself (Program::text_stamp)
};

/// What fingers have at a selection: a handle at either end of it, and a small menu. Nothing of it for those who point with a mouse.
struct SelectionTools {
    Target target = Target::none;   ///< whose selection; none: nothing is shown
    bool handles = false, menu = false;
};

/// A one-line field's own text while it is edited, and whether it can be used as it stands.
struct Field {
    text::Buffer text;
    std::string before;   ///< what stood there before it was edited
    bool invalid = false;
};

/// Words on their way by pointer.
struct Carried {
    Target from = Target::none;           ///< the page they were lifted from; none: they come from outside the window
    Selection selection;                  ///< there
    bool moving = false;                  ///< the pointer has moved since it went down
    bool copies = false;
    Target over = Target::none;           ///< where they would fall now
    text::Position at;
    text::Affinity affinity = text::Affinity::downstream;
};

enum class Theme : std::uint8_t { system, light, dark };

/// What is counted above a page: letters but for code and front matter (as 글또 counts), letters, letters and blanks, words, sheets of
/// manuscript paper.
enum class CountRule : std::uint8_t { prose, letters, all, words, sheets };
inline constexpr std::array count_rules{CountRule::prose, CountRule::letters, CountRule::all, CountRule::words, CountRule::sheets};

struct Settings {
    Theme theme = Theme::system;
    int text_size = 17;                       ///< CSS pixels of body text
    std::optional<Language> language;         ///< none: the browser's
    float divider = 0.5f;                     ///< the left page's share
    bool shelf_open = true;
    text::Wrap wrap = text::Wrap::keep_all;
    CountRule count = CountRule::prose;
    bool greys_stale = true;                  ///< paragraphs that were in the pair before already
    bool hinged = true;                       ///< the pages scroll by goals: where one goes, the other follows
};
inline constexpr int least_text_size = 13;
inline constexpr int most_text_size = 28;

/// One line that tells what happened; `undo` offers to take it back.
struct Notice {
    std::string text;
    bool trouble = false;   ///< said at once to a screen reader, stays until dismissed
    bool undo = false;
    bool update = false;    ///< it offers to go on with the later version
    double until = 0;       ///< Host::now_ms when it goes by itself; 0: stays
    journal::Id pair = {}, passage = {};   ///< it offers to go there (Program::go_to); no pair: nowhere
};

/// Where the pen is while this window only reads.
enum class Pen : std::uint8_t {
    elsewhere,    ///< another window writes
    handed,       ///< … to which it went from this one
    asked,        ///< that one was asked for it
    refused,      ///< … and does not give it: what was written there cannot be saved
    silent,       ///< … and does not answer
    unreadable,   ///< the journal cannot be read here
    newer,        ///< … because a later Dajim wrote it
    looking,      ///< nobody writes: a file is looked at, and storage is not even opened
};

/// What the browser says of how long it keeps things.
enum class Keeping : std::uint8_t { unknown, lasting, fleeting, a_week };

enum class Phase : std::uint8_t { loading, ready };
enum class Saving : std::uint8_t { saved, saving, trouble };

/// Where somebody was in a pair, for when they come back.
struct PairPlace {
    std::array<Selection, 2> selections;
    std::array<Scroll, 2> scrolls;
};

struct State {
    Phase phase = Phase::loading;
    bool writer = false;                      ///< false: this window reads, and `pen` says why
    Pen pen = Pen::elsewhere;
    bool aside = false;                       ///< another window took the pen away: there are words here that are not kept
    journal::Journal journal;

    journal::Id series;                       ///< chosen; empty: none
    journal::Id pair;                         ///< chosen; empty: none, both pages are away
    journal::Id goal;                         ///< chosen, one of the chosen pair's; empty: none
    journal::Id unpromised;                   ///< chosen of what the chosen pair never promised, while no goal is; empty: none
    journal::End shown = journal::End::resolution;   ///< the page a narrow window shows, and the last one written in
    Target focus = Target::none;              ///< the text that has the keyboard

    SelectionTools tools;                     ///< until the caret moves otherwise than by a finger

    std::array<Editor, target_count> editors;
    std::array<Field, target_count> fields;   ///< of field targets; pages stay empty here
    std::map<journal::Id, PairPlace> places;
    Finding finding;
    std::optional<Carried> carried;
    Proposing proposing;
    std::vector<journal::Misquote> misquotes;   ///< in the chosen pair's retrospective; `promise` is an index in its goals
    std::optional<journal::StatedScore> stated;   ///< in the chosen pair's retrospective
    std::optional<Slip> slip;                 ///< lies over the desk: nothing else hears anything
    std::vector<bool> echoes_answered;        ///< of the chosen pair's echoes in their order: their words are quoted in the retrospective
    journal::Id echoes_left;                  ///< the pair whose echoes somebody does not answer now
    Reading reading;                          ///< of a page of the chosen pair
    std::array<journal::StaleText, 2> stale;  ///< of the chosen pair's pages, against those of the pair before
    TopicPosts topics;                        ///< of the chosen pair; a moment behind while a long retrospective is written
    bool goal_details = false;                ///< the card of the chosen goal shows all that can be said of it

    Settings settings;
    Language language = Language::en;         ///< in force
    bool system_dark = false;

    Saving saving = Saving::saved;
    StorageTrouble trouble = StorageTrouble::none;
    std::optional<Notice> notice;
    bool can_undo = false, can_redo = false;
    bool update_waiting = false;              ///< a later version of the page has been fetched whole
    Keeping keeping = Keeping::unknown;
    Keeping keeping_told = Keeping::unknown;  ///< what was said of it last
    std::string looked_at;                    ///< the name of the file that is looked at; empty: none yet
    std::uint64_t left = 0;                   ///< the last record when the page could say that it goes
    std::optional<journal::Date> filed;       ///< when the journal was last saved to a file
    OwnFile own_file;
    OwnJournal own_journal;                           ///< which of this browser's journals this window is of
    journal::Date today;

    const Editor& editor(Target target) const { return editors[static_cast<std::size_t>(target)]; }
    const Field& field(Target target) const { return fields[static_cast<std::size_t>(target)]; }
    const journal::Pair* chosen_pair() const { return journal::find_pair(journal, pair); }
    const journal::Goal* chosen_goal() const {
        const journal::Pair* of = chosen_pair();
        return of ? journal::find_goal(*of, goal) : nullptr;
    }
    const journal::Passage* chosen_unpromised() const {
        const journal::Pair* of = chosen_pair();
        return of ? journal::find_unpromised(*of, unpromised) : nullptr;
    }
    const journal::Series* chosen_series() const { return journal::find_series(journal, series); }
    bool dark() const { return settings.theme == Theme::system ? system_dark : settings.theme == Theme::dark; }
    /// Which text's selection is meant by cut, copy and paste: a menu's, which may have taken the keyboard, else the one written in.
    Target meant() const { return tools.menu ? tools.target : focus; }
    /// The page that is written in, or was last: what its foot offers can be tabbed to.
    Target written() const { return is_page(focus) ? focus : page(shown); }
    /// Is this a window for looking at files, and not the journal's?
    bool looks() const { return !writer && pen == Pen::looking; }
    /// May anything be changed now?
    bool editable() const { return phase == Phase::ready && writer; }
    /// May this text be written in? Who only reads may still look for words.
    bool writable(Target target) const {
        if (is_secret(target)) return slip && !slip->waits;
        return target == Target::find_words ? phase == Phase::ready : !is_reading(target) && editable();
    }
    /// Are its words shown as dots?
    bool hides(Target target) const { return is_secret(target) && !(slip && slip->legible); }
    /// The text that stands at this end's side of the desk.
    Target at(journal::End end) const { return reading.open() && reading.end == end ? Target::reading : page(end); }
    /// Of a page or a reading only: where it stands on the desk.
    journal::End end_at(Target target) const { return is_reading(target) ? reading.end : end_of(target); }
};

/// Words of a page of the chosen pair where that end stands on the desk; none: they are not there.
std::optional<text::Range> shown(const State& state, journal::End end, const std::optional<text::Range>& words);
/// The words of a goal where its resolution stands on the desk.
std::optional<text::Range> words_shown(const State& state, const journal::Goal& goal);

/// The text of a target; null for a page while no pair is chosen, for Target::none, and for a reading while there is none.
const text::Buffer* text_of(const State& state, Target target);

}  // namespace dajim::app
