// The program without pictures: takes what people and storage do, changes the journal through one door, says what to keep.
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "app/action.h"
#include "app/autosave.h"
#include "app/dots.h"
#include "app/erasing.h"
#include "app/history.h"
#include "app/host.h"
#include "app/markdown.h"
#include "app/quoting.h"
#include "app/state.h"
#include "app/text_input.h"
#include "app/text_window.h"
#include "app/versions.h"
#include "formats/encrypted.h"
#include "formats/journal_json.h"
#include "journal/unite.h"
#include "store/store.h"
#include "text/layout.h"

namespace dajim::app {

class Program {
public:
    /// `pages` and `fields` measure what the views draw. All three must outlive the program. `language` is what the browser prefers ("ko-KR");
    /// `language_wish` is what the address asks for (?lang=en), empty when it does not.
    Program(Host& host, const text::Typesetter& pages, const text::Typesetter& fields, std::string_view language,
            std::string_view language_wish);

    const State& state() const { return state_; }

    /// Everything a view or a command asks for goes through here.
    void perform(const Action& action);

    // --- text input; synchronous, called inside browser events (program_text.cpp)

    /// The window of a target as the model has it now, centred anew when the caret is near its border or `recentre` says so.
    TextWindow text_window(Target target, bool recentre);
    /// False when text_window() would now show other words than it did last, though nothing but what came through it has changed.
    bool text_window_serves(Target target) const;
    void window_edited(Target target, const WindowEdit& edit);
    void composition_ended(Target target);
    /// True when the program took the key (the browser must not).
    bool key_pressed(Target target, const KeyPress& press);
    std::string selected_text(Target target) const;
    void cut(Target target);                      ///< deletes the selection that selected_text gave
    /// `markdown`: the same with its looks, where the clipboard has them; for pages alone.
    void paste(Target target, std::string_view utf8, std::string_view markdown = {});
    /// Words from outside fall where Carry last was.
    void text_dropped(std::string_view plain, std::string_view markdown);
    void focused(Target target);                  ///< Target::none: no text has the keyboard
    /// Rises whenever the model's text or selection of the target changed otherwise than by window_edited.
    std::uint64_t text_stamp(Target target) const { return state_.editor(target).stamp; }

    // --- the clipboard, asked for by a command and not by the browser's own events (program_touch.cpp)

    void clipboard_written(bool allowed);
    void clipboard_read(std::string_view utf8);
    void clipboard_refused();                     ///< Host::read_clipboard found no way

    // --- files (program_files.cpp)

    /// `onto` is the page it was dropped on, or none.
    void file_arrived(std::string_view name, std::string_view bytes, Target onto);
    /// This window shows files, one after another, and writes nothing: instead of storage_ready.
    void look();
    /// Too large to be read at all, or nothing that can be read (a folder, a file that went away).
    void file_refused(std::string_view name, bool too_large);

    // --- the file of one's own (program_own_file.cpp)

    void own_file_possible();
    /// `sequence`: of the last record that it holds, where it is kept.
    void own_file_is(OwnFile::Is is, std::string_view name, bool folder, std::uint64_t sequence);
    /// As it was written from here last; told before what others made of it is.
    void own_file_left(std::string_view bytes);
    void own_file_read(std::string_view name, std::string_view bytes);
    /// Each file of another device in the folder that holds what is not known here, and then that these were all: false where they have to
    /// come again, since a slip still asks about what they held before.
    void own_folder_holds(std::string_view name, std::string_view bytes);
    bool own_folder_read();
    void own_file_written(std::uint64_t sequence);

    // --- journals of this browser besides the first one (program_journals.cpp)

    /// Which one this window is of, before anything is read; not called in a window of the first.
    void is_journal(std::string_view id);
    /// Nothing: this browser can keep no others.
    void journals_listed(std::optional<std::vector<OtherJournal>> found);
    void journal_made(bool made);
    /// Of this window's: with the file that it is to begin with, where that has not come in yet.
    void journal_found(std::string_view name, const JournalFile* file);

    // --- what Host::encrypt and Host::decrypt made; nothing: it could not be made (program_passwords.cpp)

    void encrypted(unsigned job, std::optional<std::string_view> data);
    void decrypted(unsigned job, std::optional<std::string_view> bytes);

    // --- another text of a page of the chosen pair in its place, to be read and not written in (program_reading.cpp)

    /// As it is, or with the difference to the page drawn in it. `name` is what it is called, where `source` does not say it.
    void read_other(journal::End end, std::string other, Source source, std::string name = {}, Reads what = Reads::other);

    // --- versions: what Host made of them; nothing: it could not (program_versions.cpp)

    void version_kept(const PageOf& page, bool kept);
    void versions_listed(const PageOf& page, std::optional<std::vector<Version>> found);
    void version_read(const PageOf& page, std::uint64_t number, std::optional<std::string_view> text);
    void versioned_pairs(const std::vector<VersionedPair>& pairs);

    // --- storage (program_storage.cpp)

    /// False: what is kept cannot be read here, and nobody must write on it.
    bool storage_ready(bool writer, const std::vector<std::string>& records, std::string_view place);
    /// What is kept is read again, and where one stands stays: for who may write from now on, and for who reads along.
    bool storage_reread(bool writer, const std::vector<std::string>& records, std::string_view place = {});
    /// The window that writes has kept this record. Brought in when it is the next one.
    void record_arrived(std::string_view record);
    /// Of the last record that the journal has.
    std::uint64_t sequence() const { return autosave_.sequence(); }
    void record_stored(std::uint64_t sequence);
    void files_synced(std::uint64_t sequence);
    void storage_failed(StorageTrouble trouble);
    /// Another window has been asked for the pen, which stays where it is.
    void pen_stays(Pen why);
    /// Another window wants the pen: all is handed to storage, and from here on this one reads.
    void hand_over();
    /// … but it could not be kept: this one writes on.
    void writes_on();
    /// Another window has taken the pen away. True when there are words here that are not kept.
    bool overtaken();
    void keeping_known(Keeping keeping);
    /// The page is about to be hidden: hand over what is not yet recorded, at once.
    void flush();
    /// A wake_in came due.
    void tick();

    // --- the machine

    void system_dark(bool dark);
    void update_waiting();
    /// A later version has begun: this page is an old one, and goes as soon as its words are kept.
    void update_taken();

    // --- what the views tell about a page in each frame, so that keys can move by rows

    void set_page(Target target, float width, float height, std::uint64_t look);
    /// Settled to the text as it is now. Only for targets that have a text.
    text::Layout& layout(Target target);

    /// When the notice goes, for the frame loop; none: it stays or there is none.
    double caret_moved_ms() const { return caret_moved_ms_; }

private:
    struct PageSize { float width = 600, height = 400; std::uint64_t look = 0; };

    State state_;
    Host& host_;
    const text::Typesetter& page_setting_;
    const text::Typesetter& field_setting_;
    Dots dots_;
    Language browser_language_;
    std::optional<Language> language_wish_;
    History history_;
    Autosave autosave_;
    Erasing erasing_;
    store::Store store_;
    std::array<text::Layout, target_count> layouts_;
    std::array<PageSize, target_count> pages_;
    std::array<WindowMap, target_count> windows_;
    std::array<bool, target_count> window_known_{};
    // The text as a composition found it, to see whether it left anything.
    struct Composition { Target target; std::size_t depth, bytes, paragraph; std::string text; };
    std::optional<Composition> composition_;
    // What a command of the clipboard was about, while the browser asks or waits.
    struct Clipping { Target target = Target::none; journal::Id pair, series; bool cut = false; Selection selection; };
    std::optional<Clipping> copying_, pasting_;
    text::Range press_range_;
    int press_clicks_ = 1;
    bool tab_leaves_ = false;             // Escape was pressed last
    bool place_changed_ = false;
    bool noted_kept_ = false;             // that a journal is kept in this browser
    bool warns_ = false;                  // the browser asks before it lets the page go
    bool wants_update_ = false, gets_update_ = false;   // once all is saved: begin with the later version; it has begun, load it
    double place_due_ms_ = 0;
    double caret_moved_ms_ = 0;

    Editor& editor(Target target) { return state_.editors[static_cast<std::size_t>(target)]; }
    Field& field(Target target) { return state_.fields[static_cast<std::size_t>(target)]; }
    Place here() const;

    // The one door: applies all or, where one does not fit, none. `typed_in` is the target whose textarea already shows the edit.
    bool change(std::vector<journal::Change> changes, Joins joins, Target typed_in = Target::none);
    std::optional<journal::Change> apply_one(journal::Change change, Target typed_in);
    void follow(const journal::Change& change, Target typed_in);
    void step(bool undo);

    // Choice
    void choose_pair(const journal::Id& pair);
    void settle_choice();
    journal::Id last_pair() const;
    void remember_place();
    void place_dirty();

    // Text
    static std::string clean_paste(std::string_view text, bool one_line = false);
    void edit_text(Target target, const text::Edit& edit, Joins joins, bool typed);
    void select(Target target, const Selection& selection);
    void rewrite(CommandId id);
    void rewrite(Target target, const Rewrite& wanted);
    void replace(Target target, const text::Edit& edit, Joins joins);
    void replace_selection(Target target, std::string_view text, Joins joins);
    void caret_moved(Target target);
    void refresh_fields(bool focused_too);
    void show_field(Target target, const std::string& value);
    void commit_field(Target target);
    void give_back(Target target);
    std::string field_value(Target target) const;
    bool field_key(Target target, const KeyPress& press);
    bool tab_key(Target target, const KeyPress& press);

    // Goals (program_goals.cpp)
    std::uint64_t misquotes_of_ = 0, misquotes_at_ = 0;   // identity and revision of the text they were found in
    std::vector<std::string> misquotes_to_;               // what was promised then
    void goal_command(CommandId id);
    void change_goal(journal::Goal goal, Joins joins);
    void choose_goal(const journal::Id& id);
    void mark(Target target, const Selection& selection);
    void remember();
    void forget_goal();
    void choose_unpromised(const journal::Id& id);
    void forget_unpromised();
    void quote_goal();
    void write_under(const Quoting& quoting, std::vector<journal::Change> also);
    void mend_quote(const journal::Misquote& wrong);
    void find_misquotes();
    void show_stated();
    void tally();
    void judge_by_ticks();
    void enter(Target target);
    void add_link();
    void forget_evidence(std::size_t index);
    void toggle_obstacle(const std::string& tag);
    struct Where { journal::Id pair; journal::End end; text::Range range; };
    void tend_passages(const Where& edited, std::vector<journal::Change>& inverses);

    // The next beginning (program_beginnings.cpp)
    struct Onward { std::string words; journal::Origin origin; std::optional<journal::Measure> measure; std::string area = {}; std::optional<int> weight = {}; };
    static Onward onward(const journal::Id& pair, const journal::Goal& goal, journal::Carried as);
    static Onward onward(const journal::Pair& pair, const text::Range& range, journal::Carried as);
    void beginning_command(CommandId id);
    journal::Pair fresh_pair(const journal::Series* in) const;
    bool hand_on(std::vector<Onward> what, std::vector<journal::Change> also = {});
    bool hand_on(const journal::Pair& to, std::vector<Onward> what, std::vector<journal::Change> also);
    void carry_open();
    void carry_selection();
    void carry_here(const CarryHere& carry);
    void go_to(const GoTo& there);
    void use_template(const UseTemplate& use);

    // The two ends of a period, and the echoes between them (program_endings.cpp)
    std::uint64_t slips_ = 0;
    std::uint64_t echoes_of_ = 0, echoes_at_ = 0;         // identity and revision of the text they were looked for in
    std::vector<std::string> echoes_sought_;
    void ending_command(CommandId id);
    void show_slip(Slip slip);
    void close_slip();
    void ask_to_seal();
    void seal(bool save);
    void plan_seal(std::optional<journal::Date> day);
    std::optional<journal::Date> sealed_by_;   // the day on which it was last looked whose day has come
    void seal_due();
    void open_seal();
    void ask_if_done();
    void done();
    void go_to_row(std::size_t index);
    void switch_row(std::size_t index);
    void mark_echo();
    void answer_echo(const journal::Id& id);
    void find_answered_echoes();

    // Other readings of a page (program_reading.cpp)
    std::string other_;                   // what the open one reads beside the page as it is now
    void read(Reads what);
    void read_sealed();
    void show_reading(Reads what);
    void leave_reading();
    void settle_reading();

    // Versions (program_versions.cpp)
    struct PageVersions {
        struct Waiting { std::string text; VersionWhy why; std::string at, here; };
        bool begun = false;                   // its words have been written in here
        bool asked = false, listed = false;   // which versions there are
        std::vector<Version> kept;
        std::vector<Waiting> waiting;         // … until that is known
        bool written = false;                 // since the last version
        bool failed = false;                  // … and none was kept; until it is written in again
        double written_ms = 0, next_ms = 0;   // … the last time; when the next may be kept by itself
    };
    struct Wanted { PageOf page; Version version; };
    std::map<PageOf, PageVersions> versions_;
    std::optional<PageOf> versions_shown_;    // asked for, to be shown
    std::optional<Wanted> version_wanted_;    // to be read
    bool whole_ = false;                      // nothing of the journal was damaged when it was read
    bool seeks_missed_ = false;
    void words_change(const journal::Change& change);
    void keep_if_much(const journal::TextEdited& edited);
    void keep_before(const std::vector<journal::Change>& changes, VersionWhy why);
    void keep_all(VersionWhy why);
    void keep_version(const PageOf& page, VersionWhy why);
    void settle_versions(const PageOf& page);
    std::optional<double> version_due(const PageVersions& of) const;
    std::optional<double> next_version_ms() const;
    void keep_rested();
    void versions_failed(PageVersions& of);
    void make_room_of_versions();
    void note_deleted(const journal::Id& pair);
    void ask_for_versions(journal::End end);
    void show_versions(const PageOf& page, bool can);
    void look_at_version(journal::End end, std::uint64_t number);
    void restore_version();

    // … of pairs that a damaged file has cost (program_lost.cpp)
    std::map<PageOf, std::optional<std::string>> lost_;   // their newest versions, once they are known
    std::string lost_told_;
    bool seeks_lost_ = false;
    void seek_lost(std::string told);
    void lost_known(const std::vector<VersionedPair>& pairs);
    void lost_read(const PageOf& page, std::string_view text);
    void bring_back_lost();

    // What the pages have of the pair before, and what the retrospective tells (program_copies.cpp)
    std::uint64_t stated_of_ = 0, stated_at_ = 0;   // identity and revision of the text whose stated score was looked for
    double told_due_ms_ = 0;              // 0: nothing is due
    void settle_copies();
    void settle_told();
    void tell_at_rest();
    void find_told();

    // Proposals (program_proposing.cpp)
    void proposal_command(CommandId id);
    void propose(journal::End end, bool asked);
    void propose_after_import(journal::End end);
    void show_proposal();
    void accept(bool all);
    void refuse(bool all);
    void leave_proposal();

    // Hinge scroll (program_hinge.cpp)
    float height_in_sight(Target target, text::Position at);
    void show_at(Target target, text::Position at, std::optional<float> height);
    void level();
    void show_chosen(journal::End end);
    void hinge(Target moved);

    // Finding (program_find.cpp)
    struct Sought { std::string words; text::FindOptions options; bool open_end = false; bool operator==(const Sought&) const = default; };
    Sought sought_;   // what Finding::query was made of
    void find(CommandId id);
    void open_find(bool replacing);
    void close_find();
    void find_next(bool backward);
    void requery();
    void refind(std::size_t bytes);
    void refind();
    void seek();
    void show_match(const Found& found);
    Found stand() const;
    void set_origin();
    void replace_one();
    void replace_all();
    std::string where_replaced() const;
    bool find_key(Target target, const KeyPress& press);

    // What is carried by the pointer (program_carry.cpp)
    void lift(const Lift& lift);
    void carry(const Carry& carry);
    void let_go(bool cancelled);
    void settle_dropped(Target target, const Selection& selection);

    // Fingers and the clipboard (program_touch.cpp)
    bool tapped(const Press& press);
    void hold(const Hold& hold);
    void take_handle(const TakeHandle& taken);
    void move_handle(const MoveHandle& moved);
    void finger_up(const FingerUp& up);
    void show_tools(Target target, bool menu);
    void close_menu(Target target);
    void copy(bool cut);
    Clipping clipping(Target target, bool cut) const;
    bool still_there(const Clipping& clipping) const;

    // Commands (program_commands.cpp)
    void run(CommandId id, const journal::Id& subject);
    void new_series();
    void new_pair();
    void open_example();
    void move_series(const journal::Id& series, int by);
    void move_pair(const journal::Id& pair, int by);
    void delete_series(const journal::Id& series);
    void delete_pair(const journal::Id& pair);
    void other_pair(int by);
    void set_language();
    void open_link(Target target, text::Position at);

    // Files
    void export_journal();
    void export_document(journal::End end);
    /// A journal as it came, exported or rescued.
    struct Incoming {
        journal::Journal journal;
        bool changed_outside = false;
        std::size_t damaged = 0;   ///< parts that could not be read
    };
    std::optional<Incoming> read_incoming(std::string_view name, std::string_view bytes, journal::Reading* last = nullptr);
    /// `asks`: a slip does whether it is to come in.
    enum class Imported : std::uint8_t { refused, came, asks, known };   // known: nothing of it is new, what was deleted here is asked about
    Imported import_journal(std::string_view name, std::string_view bytes);
    void import_post(std::string_view name, std::string_view bytes, Target onto);
    bool import_encrypted(std::string_view name, std::string_view bytes);
    void look_at(std::string_view name, journal::Journal journal);
    std::optional<std::string> journal_file();

    // … of one's own (program_own_file.cpp)
    double own_due_ms_ = 0;               // 0: nothing is to be written in it
    std::size_t own_bytes_ = 0;           // as it was written last
    bool own_writing_ = false;
    bool own_joins_ = false;              // it was picked by hand, and is about to be read for the first time
    bool own_asks_ = false;               // a slip asks about what was read from it
    std::vector<Incoming> own_others_;    // what the folder's other files hold, read …
    std::vector<Incoming> own_gathers_;   // … and being read
    std::map<std::string, journal::Reading, std::less<>> own_readings_;   // … by this window, by their names
    bool own_told_ = false;               // the pasts say what the last sitting left in it
    void leave_own_file();
    void bring_in_others();
    void own_file_came();
    void own_file_command(CommandId id);
    void ask_about_own_file();
    void own_file_due();
    void write_own_file(bool at_once);

    // … of journals that parted from this one (program_merging.cpp)
    std::vector<Incoming> merging_;       // what the slip asks about, one after another
    void merging_command(CommandId id);
    void hand_over_pasts();
    void keep_pasts(std::vector<journal::Change> changes);
    journal::UnionPlan plan_incoming(const std::vector<Incoming>& incoming) const;
    std::string told_of(const journal::UnionPlan& plan) const;
    Imported ask_to_merge(std::string_view name, Incoming incoming);
    void ask_to_merge(std::string_view name, std::vector<Incoming> incoming, const journal::UnionPlan& plan);
    Imported merge(const std::vector<Incoming>& incoming);
    Imported put_beside(const Incoming& incoming);
    void settle_text(const SettleText& settle);

    // Other journals (program_journals.cpp)
    std::optional<JournalFile> apart_;    // what is looked at, or what the slip asks about: it can begin a journal of its own
    std::string making_;                  // the journal that is being made
    std::optional<std::string> goes_to_;  // this window, once all is saved; empty: the first one
    bool file_came_ = false;              // the file that waited for this journal has come in; it goes once that is saved
    void journals_command(CommandId id);
    void make_journal(std::optional<JournalFile> file);
    void go_to_journal(const std::string& id);
    void go_on_to_journal();
    void stay_in_journal();
    bool bring_in(const JournalFile& file);
    void let_file_go();

    // … that have a password (program_passwords.cpp)
    std::string locked_name_;             // the file that is to be opened
    formats::Encrypted locked_;           // … and what is in it; while one is written, the head it will have
    unsigned secret_ = 0;                 // the last job that Host was given
    bool secret_asked_ = false;           // … and it is waited for
    void password_command(CommandId id);
    void ask_to_encrypt();
    void ask_to_decrypt(std::string_view name, formats::Encrypted file);
    void encrypt();
    void decrypt();
    void wait_for_secret(Str told);
    bool take_secret(unsigned job);
    void password_failed(Str told, Target target);
    void forget_passwords();
    std::optional<bool> password_key(Target target, const KeyPress& press);

    // Storage
    struct Opened {
        store::Damage damage;
        bool fresh = false;   ///< nothing was there
        std::uint64_t sequence = 0;
        std::set<journal::Id> recovered;
    };
    std::optional<Opened> load(bool writer, const std::vector<std::string>& records);
    std::optional<journal::Journal> not_kept();
    void tell_recovered(const std::set<journal::Id>& pairs);
    void set_beside(const journal::Journal& mine);
    void note_filed();
    void tell_of_update();
    void update();
    void go_on_updating();
    void save_some(bool at_once);
    void plan_wake();
    void show_saving();
    void tell(std::string text, bool trouble = false, bool undo = false);
    std::string words(Str string, std::initializer_list<std::string_view> arguments) const {
        return say(string, state_.language, arguments);
    }
};

}  // namespace dajim::app
