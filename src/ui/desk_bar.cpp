// The bar over the desk: names and dates of the pair, what is saved, and the commands of the whole.
#include "ui/desk.h"

#include <algorithm>

#include "journal/days.h"

namespace dajim::ui {

using app::CommandId;
using app::Str;
using app::Target;

namespace {

constexpr float button_height = 34;
constexpr float date_width = 104;       // at most

/// When the journal was last saved to a file, in words for a wide window and for a narrow one.
struct Filed { std::string whole, brief; };
Filed filed(const app::State& state, app::Language language) {
    const auto say = [language](Str string, std::initializer_list<std::string_view> numbers = {}) { return app::say(string, language, numbers); };
    if (!state.filed) return {say(Str::filed_never), say(Str::filed_short_never)};
    const int days = journal::day_number(state.today) - journal::day_number(*state.filed);
    if (days <= 0) return {say(Str::filed_today), say(Str::filed_short_today)};
    const std::string number = app::with_commas(static_cast<std::size_t>(days));
    return {days == 1 ? say(Str::filed_yesterday) : say(Str::filed_days, {number}), say(Str::filed_short_days, {number})};
}

bool has_words(const app::State& state) {
    for (const journal::Series& series : state.journal.series) {
        for (const journal::Pair& pair : series.pairs) {
            if (!pair.document(journal::End::resolution).text.empty() || !pair.document(journal::End::retrospective).text.empty()) return true;
        }
    }
    return false;
}

}  // namespace

std::string Desk::status(const app::State& state) const {
    using app::StorageTrouble;
    const auto say = [&](Str string) { return std::string(controls_.say(string)); };
    switch (state.trouble) {
        case StorageTrouble::none: break;
        case StorageTrouble::missing: return say(Str::trouble_missing);
        case StorageTrouble::blocked: return say(Str::trouble_blocked);
        case StorageTrouble::full: return say(Str::trouble_full);
        case StorageTrouble::failed: return say(Str::trouble_failed);
    }
    if (state.phase == app::Phase::loading) return say(Str::loading);
    if (!state.writer) return say(Str::reads_only);
    return say(state.saving == app::Saving::saving ? Str::saving : Str::saved);
}

/// How long the browser keeps what it is given: told, and shown where the pointer rests on what is said of saving.
void Desk::keeping(const app::State& state) {
    if (state.keeping == app::Keeping::unknown) return;
    const Str sentence = state.keeping == app::Keeping::lasting    ? Str::keeping_lasting
                         : state.keeping == app::Keeping::fleeting ? Str::keeping_fleeting
                                                                   : Str::keeping_a_week;
    const std::string_view text = controls_.say(sentence);
    controls_.told(Role::text, "keeping", text, saving_);
    if (!controls_.pointer_over(saving_)) return;
    const float wide = std::min(controls_.width(text, Face::small) + 2, 300.0f);
    const float height = controls_.paragraph(text, {0, 0, wide, 0}, Face::small, 0, 18, false, false);
    const float x = std::max(8.0f, std::min(saving_.x, ImGui::GetIO().DisplaySize.x - wide - 34));
    const Rect box{x, saving_.bottom() + 4, wide + 24, height + 16};
    controls_.list().AddRectFilled(box.min(), box.max(), controls_.theme().ink, 8);
    controls_.paragraph(text, {box.x + 12, box.y + 8, wide, height}, Face::small, controls_.theme().paper, 18);
}

/// A strip as wide as the window that says what is wrong; returns its height.
float Desk::banner(std::string_view id, Role role, std::string_view text, float top, float width) {
    const Rect inside{22, top + 6, width - 44, 0};
    const ImU32 color = controls_.theme().trouble;
    const Rect strip{0, top, width, controls_.paragraph(text, inside, Face::label, color, 22, false, false) + 12};
    controls_.list().AddRectFilled(strip.min(), strip.max(), faded(color, 0.12f));
    controls_.told(role, id, text, strip);
    controls_.paragraph(text, inside, Face::label, color, 22);
    return strip.height;
}

/// Why this window only reads, and what can be done about it; returns its height.
float Desk::pen_strip(const app::State& state, float top, float width) {
    using app::Pen;
    const auto says = [&state] {
        switch (state.pen) {
            case Pen::asked: return Str::pen_asked;
            case Pen::refused: return Str::pen_refused;
            case Pen::silent: return Str::pen_silent;
            case Pen::unreadable: return Str::journal_unreadable;
            case Pen::newer: return Str::journal_newer;
            case Pen::looking: return Str::looking;
            case Pen::elsewhere:
            case Pen::handed: break;
        }
        return state.aside ? Str::pen_aside : state.pen == Pen::handed ? Str::pen_handed : Str::reading;
    };
    if (state.looks() && !state.looked_at.empty()) {
        const std::string text = app::say(Str::looking_at, state.language, {state.looked_at});
        return deed_strip("pen", text, controls_.theme().soft, {CommandId::look_at_file, CommandId::keep_apart}, top, width);
    }
    const std::string_view text = controls_.say(says());
    const bool readable = state.pen != Pen::unreadable && state.pen != Pen::newer;
    const ImU32 color = state.aside || !readable ? controls_.theme().trouble : controls_.theme().soft;
    const CommandId deed = state.looks() ? CommandId::look_at_file : state.pen == Pen::silent ? CommandId::take_over : CommandId::edit_here;
    if (!readable) return banner("pen", Role::alert, text, top, width);
    return deed_strip("pen", text, color, {deed}, top, width);
}

/// Why the file of one's own is not written, or what other devices have in the folder, and what can be done about it; returns its height.
float Desk::own_file_strip(const app::State& state, float top, float width) {
    using Is = app::OwnFile::Is;
    const app::OwnFile& own = state.own_file;
    const auto strip = [&](Str text, CommandId deed) {
        const ImU32 color = own.is == Is::unwritable ? controls_.theme().trouble : controls_.theme().soft;
        return deed_strip("own file", app::say(text, state.language, {own.name, own.others}), color, {deed}, top, width);
    };
    switch (own.is) {
        case Is::none: break;
        case Is::kept: return own.others.empty() ? 0 : strip(Str::own_folder_others, CommandId::read_own_file);
        case Is::asks: return strip(Str::own_file_asks, CommandId::permit_own_file);
        case Is::changed: return strip(Str::own_file_changed, CommandId::read_own_file);
        case Is::unwritable: return strip(Str::own_file_unwritable, CommandId::retry_own_file);
    }
    return 0;
}

/// A strip as wide as the window that says how something stands, with what there is to do about it: behind the words, or below them where
/// the window is narrow. Returns its height.
float Desk::deed_strip(std::string_view id, std::string_view text, ImU32 color, std::initializer_list<CommandId> deeds, float top, float width) {
    constexpr float press_height = 32, gap = 8, least_words = 150;
    const auto button = [this](CommandId deed) { return controls_.width(controls_.say(app::command(deed).title), Face::label) + 28; };
    float buttons = -gap;
    for (const CommandId deed : deeds) buttons += button(deed) + gap;
    const bool below = deeds.size() > 1 && width - 60 - buttons < least_words;
    const float wide = std::min(below ? width - 44 : width - 60 - buttons, controls_.width(text, Face::label) + 2);
    const Rect words{22, top + 11, wide, 0};
    const float height = controls_.paragraph(text, words, Face::label, color, 22, false, false);
    const bool one_line = !below || buttons <= width - 44;
    const float rows = one_line ? 1 : static_cast<float>(deeds.size());
    const Rect strip{0, top, width, height + 22 + (below ? rows * (press_height + gap) : 0)};
    controls_.list().AddRectFilled(strip.min(), strip.max(), faded(color, 0.12f));
    controls_.told(Role::alert, id, text, {strip.x, strip.y, words.right(), below ? height + 11 : strip.height});
    controls_.paragraph(text, words, Face::label, color, 22);
    float x = below ? words.x : words.right() + 16, y = below ? words.y + height + gap : top + (strip.height - press_height) / 2;
    for (const CommandId deed : deeds) {
        const Rect press{x, y, std::min(button(deed), width - 44), press_height};
        controls_.list().AddRectFilled(press.min(), press.max(), controls_.theme().paper, 6);   // seen on the strip in either theme
        command(deed, press, {.kind = ButtonLook::Kind::outlined});
        if (one_line) x += press.width + gap;
        else y += press_height + gap;
    }
    return strip.height;
}

/// What is wrong with the chosen pair's dates. A date that is being written is given the time to become one.
std::optional<Str> Desk::date_trouble(const app::State& state) const {
    const journal::Pair* pair = state.chosen_pair();
    if (!pair) return std::nullopt;
    for (Target target : {Target::start_date, Target::end_date}) {
        if (bad_date(state, target)) return Str::bad_date;
    }
    if (pair->start && pair->end && *pair->end < *pair->start) return Str::end_before_start;
    return std::nullopt;
}

bool Desk::bad_date(const app::State& state, Target target) const {
    constexpr std::size_t whole_date = 10;   // 2026-11-22
    const app::Field& field = state.field(target);
    return field.invalid && (state.focus != target || field.text.bytes() >= whole_date);
}

void Desk::field(app::Program& program, Target target, Str name, Str hint, Rect rect) {
    const app::State& state = program.state();
    const bool invalid = bad_date(state, target);
    controls_.textbox(target, controls_.say(name), rect, false, !state.editable(), invalid, invalid ? controls_.say(Str::bad_date) : "");
    view(target).field(controls_, program, rect, controls_.say(hint), look_, now_ms_, deeds_);
}

float Desk::field_width(const app::State& state, Target target, Str hint, float most) {
    const std::string text = state.field(target).text.text();
    const float wide = controls_.width(text.empty() ? controls_.say(hint) : text, Face::label) + 16;
    return std::clamp(wide, 56.0f, std::max(56.0f, most));
}

/// The two dates from `x` on; returns where they end.
float Desk::dates(app::Program& program, float x, float y) {
    const app::State& state = program.state();
    const float start = field_width(state, Target::start_date, Str::start_hint, date_width);
    const float end = field_width(state, Target::end_date, Str::end_hint, date_width);
    field(program, Target::start_date, Str::start_date, Str::start_hint, {x, y, start, button_height});
    x += start;
    controls_.label("–", x + 2, y + button_height / 2, Face::label, controls_.theme().soft);
    x += 14;
    field(program, Target::end_date, Str::end_date, Str::end_hint, {x, y, end, button_height});
    return x + end;
}

/// Series and pair, and behind them the dates where there is one row for all; names give way, dates are never left out.
void Desk::names(app::Program& program, Rect rect, bool with_dates) {
    const app::State& state = program.state();
    if (!state.chosen_series()) return;
    const Theme& theme = controls_.theme();
    const float y = rect.y + (rect.height - button_height) / 2;
    const float middle = y + button_height / 2;
    const bool pair = state.chosen_pair() != nullptr;
    const float room = rect.width - 18 - (with_dates ? 2 * date_width + 26 : 0);
    const float most = std::clamp(room / 2, 56.0f, 240.0f);
    float x = rect.x;
    const float series_width = field_width(state, Target::series_name, Str::untitled_series, most);
    field(program, Target::series_name, Str::series_name, Str::untitled_series, {x, y, series_width, button_height});
    x += series_width;
    if (!pair) return;
    x += 2 + controls_.label("›", x + 2, middle, Face::label, theme.soft) + 2;
    const float pair_width = field_width(state, Target::pair_name, Str::untitled_pair, most);
    field(program, Target::pair_name, Str::pair_name, Str::untitled_pair, {x, y, pair_width, button_height});
    if (with_dates) dates(program, x + pair_width + 12, y);
}

void Desk::bar(app::Program& program, Rect rect, bool narrow) {
    const app::State& state = program.state();
    const Theme& theme = controls_.theme();
    const bool beside = rect.width >= shelf_from;
    const float y = (bar_height - button_height) / 2;
    controls_.open(Role::group, "commands", controls_.say(Str::commands), rect);
    const bool open = beside ? state.settings.shelf_open : drawer_open_;
    ButtonLook menu{.has_popup = true, .expanded = open};
    const float menu_x = narrow ? 6.0f : 12.0f;
    if (controls_.command(CommandId::toggle_shelf, {menu_x, y, button_height, button_height}, menu, "≡")) {
        if (beside) {
            deeds_.push_back(app::Run{CommandId::toggle_shelf});
        } else {
            drawer_open_ = !drawer_open_;
            drawer_pair_ = state.pair;
            drawer_series_ = state.series;
            next_ms_ = 0;   // it is drawn, or gone, in the next frame
        }
    }

    // From the right edge inwards; told in reading order below.
    struct Piece { CommandId id; const char* label; float width; };
    const auto wide = [&](Str string) { return controls_.width(controls_.say(string), Face::label) + 22; };
    const Piece pieces[] = {{CommandId::undo, "↶", 36},
                            {CommandId::redo, "↷", 36},
                            {CommandId::import_file, narrow ? "↥" : "", narrow ? 36 : wide(Str::import_file)},
                            {CommandId::export_journal, narrow ? "↧" : "", narrow ? 36 : wide(Str::export_journal)}};
    float x = rect.right() - (narrow ? 6 : 14);
    for (const Piece& piece : pieces) x -= piece.width;
    const float commands_at = x;

    const std::string said = status(state);
    const bool plain = state.trouble == app::StorageTrouble::none && state.writer;
    const float names_x = menu_x + button_height + (narrow ? 3.0f : 6.0f);
    // Below a window with room for all in one row, dates and status have a row of their own.
    const float second_y = bar_height - 6;
    const float least_names = 2 * 90 + 18 + 2 * date_width + 26;
    const float status_most = beside ? std::min(460.0f, commands_at - names_x - 24 - least_names) : rect.width - 2 * date_width - 60;
    const Filed kept = filed(state, controls_.language());
    const std::string& brief = beside ? kept.whole : kept.brief;
    const bool worth = !state.looks() && has_words(state);
    const float longer = std::max(controls_.width(said, Face::small), worth ? controls_.width(brief, Face::small) : 0);
    const float status_width = std::min(longer, std::max(60.0f, status_most));
    const float status_x = beside ? commands_at - status_width - 12 : rect.right() - status_width - 14;
    const Rect status_at{status_x, beside ? y : second_y, status_width + 2, button_height};
    const float row = worth ? button_height / 2 : button_height;   // of two, when there is something to tell of files

    const float names_end = beside ? status_at.x - 12 : commands_at - 4;
    names(program, {names_x, 0, std::max(0.0f, names_end - names_x), bar_height}, beside);
    if (!beside && state.chosen_pair()) dates(program, 14, second_y);
    controls_.status("saving", Role::status, said, {status_at.x, status_at.y, status_at.width, row}, plain ? theme.soft : theme.trouble);
    if (worth) {
        const Rect filed_at{status_at.x, status_at.y + row, status_at.width, row};
        controls_.told(Role::text, "filed", kept.whole, filed_at);
        controls_.label(brief, filed_at.x, filed_at.y + row / 2, Face::small, theme.soft, filed_at.width);
    }
    saving_ = status_at;
    for (const Piece& piece : pieces) {
        command(piece.id, {x, y, piece.width, button_height}, {}, piece.label);
        x += piece.width;
    }
    controls_.close();
}

}  // namespace dajim::ui
