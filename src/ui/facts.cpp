// What stands above a page, see facts.h.
#include "ui/facts.h"

#include <algorithm>

#include "formats/post.h"

namespace dajim::ui {
namespace {

using app::CountRule;
using app::Str;

constexpr std::size_t sheet = 200;   // squares of manuscript paper

Str said(CountRule rule) {
    switch (rule) {
        case CountRule::prose: return Str::count_prose;
        case CountRule::letters: return Str::count_letters;
        case CountRule::all: return Str::count_all;
        case CountRule::words: return Str::count_words;
        case CountRule::sheets: return Str::count_sheets;
    }
    return Str::count_prose;
}

std::size_t counted(CountRule rule, const text::Counts& counts, std::size_t outside) {
    switch (rule) {
        case CountRule::prose: return counts.letters - outside;
        case CountRule::letters: return counts.letters;
        case CountRule::all: return counts.letters + counts.blanks;
        case CountRule::words: return counts.words;
        case CountRule::sheets: return (counts.letters + counts.blanks + sheet - 1) / sheet;
    }
    return 0;
}

}  // namespace

void Facts::read(const Typesetting& typesetting, const journal::Document& document) {
    const text::Buffer& buffer = document.text;
    if (identity_ == buffer.identity() && revision_ == buffer.revision()) return;
    identity_ = buffer.identity();
    revision_ = buffer.revision();
    all_ = count_.of(buffer);
    outside_ = 0;
    typesetting.each_outside_prose(buffer, [&](std::size_t paragraph) { outside_ += count_.in(paragraph).letters; });
    of_itself_.clear();
    if (typesetting.front_matter(buffer) == 0) return;
    const formats::PostFacts post = formats::post_facts(buffer, document.file_name);
    const auto add = [&](std::string_view part) {
        if (!part.empty()) of_itself_.append(" · ").append(part);
    };
    add(post.title);
    if (post.date) add(journal::write_date(*post.date));
    for (const std::string& tag : post.tags) add("#" + tag);
}

/// Of what is selected; nothing when that is nothing.
const text::Counts& Facts::selected(const app::State& state, const text::Buffer& buffer, journal::End end) {
    const text::Range range = state.editor(app::page(end)).selection.range();
    if (range == selected_range_ && selected_revision_ == revision_) return selected_;
    selected_range_ = range;
    selected_revision_ = revision_;
    selected_ = range.empty() ? text::Counts{} : text::CharacterCount().of(text::Buffer(buffer.text(range)));
    return selected_;
}

bool Facts::draw(Controls& controls, const app::State& state, journal::End end, Rect box) {
    const journal::Document& document = state.chosen_pair()->document(end);
    if (document.text.empty()) return false;
    read(controls.typesetting(), document);
    const bool left = end == journal::End::resolution;
    const auto say = [&](CountRule rule, const text::Counts& counts, std::size_t outside) {
        return app::say(said(rule), state.language, {app::with_commas(counted(rule, counts, outside))});
    };
    const CountRule rule = state.settings.count;
    std::string shown = say(rule, all_, outside_);
    const text::Counts& chosen = selected(state, document.text, end);
    // Code among what is selected is counted as letters: who selects it wants it counted.
    if (chosen != text::Counts{}) shown = app::say(Str::count_selected, state.language, {say(rule, chosen, 0)}) + " / " + shown;
    std::string name;
    for (const CountRule one : app::count_rules) {
        if (!name.empty()) name += ", ";
        name += say(one, all_, outside_);
        if (one == CountRule::prose) name += std::string(" (") + controls.say(Str::count_prose_means) + ")";
    }
    if (box.width < 40) {   // the bar's other words need the room
        controls.told(Role::text, left ? "count left" : "count right", name, box);
        return false;
    }
    const float width = std::min(controls.width(shown, Face::small) + 12, box.width);
    const ButtonLook look{.left = true, .inset = 6, .face = Face::small};
    const bool other = controls.button(left ? "count left" : "count right", name, shown, {box.x - 6, box.y, width + 6, box.height}, look);
    if (!of_itself_.empty() && box.width > width + 20) {
        const Rect rest{box.x + width - 6, box.y, box.width - width, box.height};
        controls.told(Role::text, left ? "facts left" : "facts right", std::string_view(of_itself_).substr(4), rest);
        controls.label(of_itself_, rest.x, box.y + box.height / 2 + 0.5f, Face::small, controls.theme().soft, rest.width);
    }
    return other;
}

}  // namespace dajim::ui
