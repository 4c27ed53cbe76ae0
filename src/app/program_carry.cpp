// Words on their way by pointer: lifted from a page's selection and dropped, or brought from outside the window.
#include "app/carrying.h"
#include "app/pasting.h"
#include "app/program.h"
#include "text/mark.h"

namespace dajim::app {

void Program::lift(const Lift& lift) {
    const text::Buffer* buffer = text_of(state_, lift.target);
    if (!buffer) return;
    const Selection& selection = editor(lift.target).selection;
    if (!state_.editable() || !is_page(lift.target) || selection.empty()) return perform(Press{lift.target, lift.at, lift.affinity});
    host_.end_composition();
    history_.part();
    state_.carried = Carried{};
    state_.carried->from = lift.target;
    state_.carried->selection = selection;
    state_.carried->at = lift.at;
    state_.carried->affinity = lift.affinity;
    host_.focus_text(lift.target);
}

void Program::carry(const Carry& carry) {
    if (!state_.carried) return;
    Carried& carried = *state_.carried;
    carried.moving = true;
    carried.over = carry.over;
    carried.at = carry.at;
    carried.affinity = carry.affinity;
    host_.redraw();
}

void Program::let_go(bool cancelled) {
    const std::optional<Carried> carried = std::exchange(state_.carried, std::nullopt);
    if (!carried) return;
    host_.redraw();
    if (cancelled || carried->from == Target::none) return;
    // A press that never moved is a click.
    if (!carried->moving) return perform(Press{carried->from, carried->at, carried->affinity});
    const text::Buffer* from = text_of(state_, carried->from);
    const text::Buffer* onto = is_page(carried->over) ? text_of(state_, carried->over) : nullptr;
    if (!from || !onto || editor(carried->from).selection != carried->selection) return;
    const std::optional<Dropped> drop =
        dropped(carried->from, *from, carried->selection.range(), carried->over, *onto, carried->at, carried->copies);
    if (!drop) return;
    std::vector<journal::Change> changes;
    for (const Dropped::InText& one : drop->edits) changes.push_back(journal::TextEdited{state_.pair, end_of(one.target), one.edit});
    history_.part();
    if (change(std::move(changes), Joins::never)) settle_dropped(carried->over, drop->selection);
}

void Program::text_dropped(std::string_view plain, std::string_view markdown) {
    const std::optional<Carried> carried = std::exchange(state_.carried, std::nullopt);
    const text::Buffer* buffer = carried ? text_of(state_, carried->over) : nullptr;
    host_.redraw();
    if (!buffer || !state_.editable()) return;
    host_.end_composition();
    const text::Position at = buffer->clamp(carried->at);
    if (!is_page(carried->over)) {
        host_.focus_text(carried->over);
        select(carried->over, {at, at, text::Affinity::downstream});
        return paste(carried->over, plain);
    }
    history_.part();
    const text::Edit edit = pasted(*buffer, {at, at}, clean_paste(plain), clean_paste(markdown));
    if (edit.text.empty() || !change({journal::TextEdited{state_.pair, end_of(carried->over), edit}}, Joins::never)) return;
    settle_dropped(carried->over, {edit.range.begin, text::end_of(edit), text::Affinity::downstream});
}

/// What was dropped is selected, and can be taken back from there.
void Program::settle_dropped(Target target, const Selection& selection) {
    select(target, selection);
    history_.moved_on({state_.series, state_.pair, target, selection});
    if (state_.focus != target) host_.focus_text(target);
}

}  // namespace dajim::app
