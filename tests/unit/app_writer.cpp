// Somebody at the desk, see app_writer.h.
#include "app_writer.h"

#include "store/record.h"

namespace fake {

using namespace dajim;

namespace {

constexpr std::string_view caret = "¦";

text::Position behind(const std::string& text) {
    return text::Buffer(text).end();
}

struct Named { std::string_view name; app::Key key; };
constexpr Named named_keys[] = {
    {"left", app::Key::left},   {"right", app::Key::right},     {"up", app::Key::up},         {"down", app::Key::down},
    {"home", app::Key::home},   {"end", app::Key::end},         {"pageup", app::Key::page_up}, {"pagedown", app::Key::page_down},
    {"enter", app::Key::enter}, {"escape", app::Key::escape},   {"backspace", app::Key::backspace}, {"delete", app::Key::del},
    {"f2", app::Key::f2},       {"f6", app::Key::f6},           {"tab", app::Key::tab},
    {"f3", app::Key::f3},       {"f8", app::Key::f8},
};

}  // namespace

Marked read_marked(std::string_view words) {
    Marked out;
    text::Position open;
    bool opened = false;
    for (std::size_t at = 0; at < words.size(); ++at) {
        if (words.substr(at, caret.size()) == caret) {
            out.selection.head = behind(out.text);
            out.any = true;
            at += caret.size() - 1;
        } else if (words[at] == '[') {
            open = behind(out.text);
            opened = true;
        } else if (words[at] == ']') {
            const text::Position close = behind(out.text);
            out.selection.anchor = out.selection.head == close && out.any ? open : close;
        } else {
            out.text += words[at];
        }
    }
    if (!opened) out.selection.anchor = out.selection.head;
    return out;
}

std::string write_marked(const text::Buffer& buffer, const app::Selection& selection) {
    const text::Range range = selection.range();
    std::string out = buffer.text({{}, range.begin});
    if (selection.empty()) return out + std::string(caret) + buffer.text({range.begin, buffer.end()});
    const bool backward = selection.head < selection.anchor;
    out += '[';
    if (backward) out += caret;
    out += buffer.text(range);
    if (!backward) out += caret;
    return out + ']' + buffer.text({range.end, buffer.end()});
}

journal::Series one_pair(std::string_view resolution, std::string_view retrospective) {
    journal::Pair pair;
    pair.id = "p";
    pair.name = "9기";
    pair.start = journal::Date{2024, 3, 1};
    pair.document(End::resolution).text = text::Buffer(resolution);
    pair.document(End::retrospective).text = text::Buffer(retrospective);
    journal::Series series;
    series.id = "s";
    series.name = "글또";
    series.pairs.push_back(std::move(pair));
    return series;
}

journal::Series so_many_pairs(std::size_t count) {
    journal::Series series = one_pair("다짐", "회고");
    for (std::size_t at = 1; at < count; ++at) {
        journal::Pair& pair = series.pairs.emplace_back();
        pair.id = "p" + std::to_string(at);
        pair.name = "Pair " + std::to_string(at);
    }
    return series;
}

Writer::Writer(const Folder& folder, std::string_view language, const text::Typesetter* pages, const text::Typesetter* fields)
    : host(folder.path()), program(host, pages ? *pages : typesetter, fields ? *fields : typesetter, language, {}) {
    host.program = &program;
    host.composer = this;
    host.compositions = [](void* self) { static_cast<Writer*>(self)->commit(); };
    for (Target target : app::all_targets) textareas_.emplace_back(program, target);
}

void Writer::open(const std::vector<std::string>& records, std::string_view place, bool writer) {
    program.storage_ready(writer, records, place);
}

void Writer::open_with(const journal::Series& series) {
    const std::string record = store::write_record({1, {journal::SeriesAdded{series, 0}}});
    host.records.push_back({1, record});
    open({record}, "left 1");
}

Textarea* Writer::textarea() {
    return state().focus == Target::none ? nullptr : &textareas_[static_cast<std::size_t>(state().focus)];
}

void Writer::select(Target target, const app::Selection& selection) {
    program.perform(app::Press{target, selection.anchor, text::Affinity::downstream});
    if (!selection.empty()) program.perform(app::Drag{target, selection.head, text::Affinity::downstream});
}

void Writer::type(std::string_view text) {
    while (!text.empty()) {
        const std::size_t newline = text.find('\n');
        if (Textarea* area = textarea()) area->type(text.substr(0, newline));
        if (newline == std::string_view::npos) return;
        key("enter");
        text.remove_prefix(newline + 1);
    }
}

void Writer::compose(std::string_view preedit) {
    if (Textarea* area = textarea()) area->compose(preedit);
}

void Writer::commit() {
    for (Textarea& area : textareas_) area.commit();
}

bool Writer::key(std::string_view name) {
    app::KeyPress press;
    for (std::size_t plus; (plus = name.find('+')) != std::string_view::npos && plus + 1 < name.size(); name.remove_prefix(plus + 1)) {
        const std::string_view modifier = name.substr(0, plus);
        if (modifier == "ctrl") press.control = true;
        else if (modifier == "shift") press.shift = true;
        else if (modifier == "alt") press.alt = true;
        else if (modifier == "meta") press.meta = true;
        else return false;
    }
    for (const Named& key : named_keys) {
        if (key.name == name) press.key = key.key;
    }
    if (press.key == app::Key::other) {
        if (name.size() != 1) return false;
        press.key = app::Key::letter;
        press.letter = name[0] >= 'a' && name[0] <= 'z' ? static_cast<char>(name[0] - 32) : name[0];
    }
    commit();   // no key that means something here leaves a composition open
    Textarea* area = textarea();
    if (area) area->freshen();
    const bool took = program.key_pressed(state().focus, press);
    if (took || !area) return true;
    if (press.key == app::Key::backspace || press.key == app::Key::del) area->erase(press.key == app::Key::del);
    if (press.key == app::Key::enter && app::is_page(state().focus)) area->type("\n");
    return true;
}

void Writer::copy() {
    commit();
    const std::string selected = program.selected_text(state().focus);
    if (!selected.empty()) host.clipboard = clipboard = selected;
}

void Writer::cut() {
    copy();
    if (!program.selected_text(state().focus).empty()) program.cut(state().focus);
}

void Writer::paste(std::string_view text) {
    commit();
    if (Textarea* area = textarea()) area->freshen();
    program.paste(state().focus, text);
}

bool Writer::run(std::string_view name, const journal::Id& subject) {
    for (const app::Command& command : app::commands()) {
        if (command.name != name) continue;
        program.perform(app::Run{command.id, subject});
        return true;
    }
    return false;
}

std::string Writer::text(Target target) const {
    const text::Buffer* buffer = app::text_of(state(), target);
    return buffer ? buffer->text() : std::string("(no text)");
}

std::string Writer::marked(Target target) const {
    const text::Buffer* buffer = app::text_of(state(), target);
    return buffer ? write_marked(*buffer, state().editor(target).selection) : std::string("(no text)");
}

}  // namespace fake
