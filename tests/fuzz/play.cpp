// The same steps to app::Program, as its textareas and keys see them, and to the plain editor; compared after each.
#include <algorithm>

#include "../unit/app_writer.h"
#include "episode.h"
#include "pieces.h"
#include "plain.h"
#include "text/mark.h"

namespace fuzz {

using namespace dajim;
using app::Target;

namespace {

constexpr const char* pair_ids[] = {"p", "q"};

Target target_of(std::size_t page) { return page == 0 ? Target::resolution : Target::retrospective; }

text::Position place(std::u32string_view text, std::size_t offset) {
    text::Position at;
    for (std::size_t i = 0; i < offset; ++i) {
        const char32_t c = text[i];
        if (c == U'\n') at = {at.paragraph + 1, 0};
        else at.byte += c < 0x80 ? 1 : c < 0x800 ? 2 : c < 0x10000 ? 3 : 4;
    }
    return at;
}

std::size_t offset_of(const text::Buffer& buffer, text::Position at) {
    std::size_t offset = 0;
    for (std::size_t i = 0; i <= at.paragraph; ++i) {
        const std::string_view words = std::string_view(buffer.paragraph(i)).substr(0, i < at.paragraph ? std::string::npos : at.byte);
        for (char byte : words) offset += (static_cast<unsigned char>(byte) & 0xC0) != 0x80;
        if (i < at.paragraph) ++offset;
    }
    return offset;
}

/// "¦" where the caret is.
std::string marked(std::u32string_view text, plain::Selection at) {
    std::u32string out(text.substr(0, at.begin()));
    if (at.empty()) return plain::utf8(out + U"¦" + std::u32string(text.substr(at.begin())));
    const bool backward = at.head < at.anchor;
    out += backward ? U"[¦" : U"[";
    out += text.substr(at.begin(), at.end() - at.begin());
    out += backward ? U"]" : U"¦]";
    return plain::utf8(out + std::u32string(text.substr(at.end())));
}

/// The one decomposed syllable that the pages begin with is pasted as what it looks like.
std::u32string recomposed(std::u32string text) {
    constexpr std::u32string_view apart = U"\u1100\u1161\u11A8";
    for (std::size_t at; (at = text.find(apart)) != std::u32string::npos;) text.replace(at, apart.size(), U"각");
    return text;
}

/// Marks kept by hand beside the program: a text::Buffer that is given the plain editor's edits, and places in it that move by text::moved.
class Marks {
public:
    void start(const plain::Document& document) {
        buffer_ = text::Buffer(plain::utf8(document.text));
        text_ = document.text;
        for (std::size_t i = 0; i < 4; ++i) {
            offsets_[i] = (i + 1) * text_.size() / 5;
            places_[i] = place(text_, offsets_[i]);
        }
    }

    bool follow(const plain::Splice& splice) {
        const std::size_t begin = splice.from, end = begin + splice.removed.size();
        const text::Edit edit{{place(text_, begin), place(text_, end)}, plain::utf8(splice.inserted)};
        text_.replace(begin, splice.removed.size(), splice.inserted);
        const text::Edit back = buffer_.apply(edit);
        if (back.text != plain::utf8(splice.removed)) return false;
        const std::size_t new_end = begin + splice.inserted.size();
        for (std::size_t i = 0; i < 4; ++i) {
            const bool behind = i % 2 == 0;
            std::size_t& at = offsets_[i];
            // Before what changed a mark stays, behind it it goes along, in it it takes its side.
            if (at > end || (at == end && begin < end)) at += new_end - end;
            else if (at > begin || begin == end) at = at < begin ? at : behind ? new_end : begin;
            places_[i] = text::moved(places_[i], edit, behind ? text::Stick::after : text::Stick::before);
            if (places_[i] != place(text_, at)) return false;
        }
        return true;
    }

    bool same(const std::u32string& text) const { return text_ == text; }
    const text::Buffer& buffer() const { return buffer_; }

private:
    text::Buffer buffer_;
    std::u32string text_;
    std::size_t offsets_[4];
    text::Position places_[4];
};

class Player {
public:
    explicit Player(const Desk& desk) : desk_(desk), writer_(folder_) {
        constexpr std::string_view texts[2][2] = {
            {"# 다짐\n\n- [ ] 매주 쓴다\n- [x] 읽는다\n\n\xe1\x84\x80\xe1\x85\xa1\xe1\x86\xa8 끝", "```\n- 코드\n```\n9. 아홉\n> 말"},
            {"글을 쓴다. 👩‍👧 그리고 🇰🇷🇯🇵 본다\n", "1) 하나\n\n\n둘 e\xcc\x81t  api를  3.14"}};
        writer_.host.mac = desk.mac;
        journal::Series series;
        series.id = "s";
        series.name = "글또";
        for (std::size_t pair = 0; pair < 2; ++pair) {
            journal::Pair one;
            one.id = pair_ids[pair];
            for (std::size_t page = 0; page < 2; ++page) {
                const std::string_view words = desk.words ? texts[pair][page] : std::string_view();
                one.documents[page].text = text::Buffer(words);
                plain_.pairs[pair][page].text = plain::code_points(words);
            }
            series.pairs.push_back(std::move(one));
        }
        writer_.open_with(series);
        for (Target target : {Target::resolution, Target::retrospective}) writer_.program.set_page(target, desk.narrow ? 90 : 1e6f, 100, 0);
        writer_.go(Target::resolution);
        plain_.pair = 1;
        plain_.now_ms = writer_.host.now;
        marks_.start(plain_.here());
    }

    std::string step(const Step& step) {
        const std::size_t pair = plain_.pair, page = plain_.page;
        wrong_.clear();
        plain_.spliced.clear();
        plain_.top_lost = false;
        act(step);
        if (!wrong_.empty()) return wrong_ + both();
        if (!same_here()) return "they differ" + both();
        const bool elsewhere = pair != plain_.pair || page != plain_.page;
        if (elsewhere || plain_.top_lost) {
            marks_.start(plain_.here());
        } else {
            for (const plain::Splice& splice : plain_.spliced) {
                if (!marks_.follow(splice)) return "a mark went astray" + both();
            }
            if (!marks_.same(plain_.here().text)) return "the splices are not the change" + both();
        }
        if (++steps_ % 16 == 0 && !same_everywhere()) return "a text that nobody writes in changed";
        if (steps_ % 4 == 0 && !same_window()) return "the textarea would show something else" + both();
        return {};
    }

    /// All that was done is taken back and done again.
    std::string back_and_forth() {
        for (const Act act : {Act::undo, Act::redo}) {
            while (act == Act::undo ? plain_.can_undo() : plain_.can_redo()) {
                if (std::string wrong = step({act}); !wrong.empty()) return wrong;
            }
            if (act == Act::undo ? writer_.state().can_undo : writer_.state().can_redo) return "one step more than there was";
        }
        return {};
    }

    /// Somebody comes back: what storage has is all there was.
    std::string kept() {
        writer_.commit();
        plain_.committed();
        if (!same_everywhere()) return "a text that nobody writes in changed";
        writer_.program.flush();
        fake::Writer again(folder_);
        again.open(writer_.host.record_bytes());
        for (std::size_t pair = 0; pair < 2; ++pair) {
            for (std::size_t page = 0; page < 2; ++page) {
                const journal::Pair* one = journal::find_pair(again.journal(), pair_ids[pair]);
                if (!one || one->documents[page].text.text() != plain::utf8(plain_.pairs[pair][page].text)) return "words were lost";
            }
        }
        return {};
    }

private:
    const text::Buffer& buffer(std::size_t pair, std::size_t page) const { return journal::find_pair(writer_.journal(), pair_ids[pair])->documents[page].text; }
    const text::Buffer& buffer() const { return buffer(plain_.pair, plain_.page); }
    const app::Editor& editor() const { return writer_.state().editor(target_of(plain_.page)); }
    plain::Selection selection() const {
        return {offset_of(buffer(), editor().selection.anchor), offset_of(buffer(), editor().selection.head)};
    }

    bool same_text(std::size_t pair, std::size_t page) const {
        const text::Buffer& theirs = buffer(pair, page);
        const std::string words = plain::utf8(plain_.pairs[pair][page].text);
        if (words.size() != theirs.bytes()) return false;
        std::string_view rest = words;
        for (std::size_t i = 0; i < theirs.paragraphs(); ++i) {
            const std::string& paragraph = theirs.paragraph(i);
            const bool last = i + 1 == theirs.paragraphs();
            if (!rest.starts_with(paragraph) || (!last && rest[paragraph.size()] != '\n')) return false;
            rest.remove_prefix(paragraph.size() + (last ? 0 : 1));
        }
        return rest.empty();
    }

    bool same_here() {
        const app::State& state = writer_.state();
        plain::Document& here = plain_.here();
        if (state.pair != pair_ids[plain_.pair] || state.focus != target_of(plain_.page)) return false;
        if (!same_text(plain_.pair, plain_.page)) return false;
        if (editor().selection.anchor != place(here.text, here.selection.anchor)) return false;
        if (editor().selection.head != place(here.text, here.selection.head)) return false;
        if (plain_.top_lost) here.top = offset_of(buffer(), editor().scroll.top);
        if (editor().scroll.top != place(here.text, here.top)) return wrong_ = "the page scrolled", false;
        if (state.can_undo != plain_.can_undo() || state.can_redo != plain_.can_redo()) return wrong_ = "undo", false;
        if (editor().preedit.has_value() && !plain_.composing()) return wrong_ = "something is composed still", false;
        // What is typed before a mark or a joiner leaves the caret before it; motions never do.
        return true;
    }

    bool same_everywhere() const {
        for (std::size_t pair = 0; pair < 2; ++pair) {
            for (std::size_t page = 0; page < 2; ++page) {
                if (!same_text(pair, page)) return false;
            }
        }
        return true;
    }

    /// The textarea holds what stands round the selection, which is where the text has it.
    bool same_window() {
        if (plain_.composing()) return true;   // its value is its own then
        const plain::Document& here = plain_.here();
        const app::TextWindow window = writer_.program.text_window(target_of(plain_.page), false);
        const std::u16string value = fake::wide(window.text), whole = fake::wide(plain::utf8(here.text));
        const std::size_t begin = fake::wide(plain::utf8(here.text.substr(0, here.selection.begin()))).size();
        const std::size_t end = fake::wide(plain::utf8(here.text.substr(0, here.selection.end()))).size();
        const std::size_t from = window.selection_start.value, to = window.selection_end.value;
        if (from > begin || to < from || to > value.size() || window.backward != (here.selection.head < here.selection.anchor)) return false;
        if (whole.compare(begin - from, from, value, 0, from) != 0) return false;
        if (whole.compare(end, value.size() - to, value, to, value.size() - to) != 0) return false;
        const bool folded = to - from < end - begin;
        return folded || whole.compare(begin, end - begin, value, from, to - from) == 0;
    }

    std::string both() const {
        const plain::Document& here = plain_.here();
        const std::string where = std::string(" in ") + pair_ids[plain_.pair] + (plain_.page == 0 ? " resolution" : " retrospective");
        const bool same_place = writer_.state().pair == pair_ids[plain_.pair] && writer_.state().focus == target_of(plain_.page);
        return where + (wrong_.empty() ? "" : " (" + wrong_ + ")") + "\n  should be " + marked(here.text, here.selection) + "\n  but is    " +
               (same_place ? writer_.marked(target_of(plain_.page)) : "elsewhere");
    }

    std::size_t somewhere(std::size_t page, std::uint32_t dice) const {
        const std::u32string& text = plain_.pairs[plain_.pair][page].text;
        std::size_t at = dice % (text.size() + 1);
        while (!plain::boundary(text, at)) --at;
        return at;
    }

    text::Position position(std::size_t page, std::size_t offset) const { return place(plain_.pairs[plain_.pair][page].text, offset); }

    void both_commit() {
        writer_.commit();
        plain_.committed();
    }

    /// A key whose place is known.
    void key(const std::string& name, bool extend, std::size_t to) {
        both_commit();
        writer_.key((extend ? "shift+" : "") + name);
        plain_.moved(to, extend);
    }

    /// A key whose place the program tells, and `fits` judges.
    template <class Fits>
    void key_to(const std::string& name, bool extend, Fits fits) {
        both_commit();
        const std::size_t from = plain_.here().selection.head;
        writer_.key((extend ? "shift+" : "") + name);
        const std::size_t to = selection().head;
        if (!fits(from, to)) wrong_ = "the caret went astray";
        plain_.moved(to, extend);
    }

    void erase_word(bool forward) {
        both_commit();
        const plain::Document& here = plain_.here();
        const std::size_t before = here.text.size(), from = here.selection.head;
        const bool bare = here.selection.empty();
        writer_.key(std::string(desk_.mac ? "alt+" : "ctrl+") + (forward ? "delete" : "backspace"));
        const std::size_t now = offset_of(buffer(), buffer().end());
        const std::size_t gone = now < before ? before - now : 0;
        if (bare && (gone > before || (!forward && gone > from))) return void(wrong_ = "more went than there was");
        const std::size_t to = forward ? std::min(from + gone, before) : from - (bare ? gone : 0);
        if (bare && !plain::one_word_away(here.text, from, to)) wrong_ = "another word went";
        plain_.erased_to(to);
    }

    void rows(const std::string& name, int by, bool extend) {
        key_to(name, extend, [&](std::size_t from, std::size_t to) {
            const std::u32string& text = plain_.here().text;
            if (by < 0 ? to > from : to < from) return false;
            if (desk_.narrow || (by != 1 && by != -1)) return true;
            // A row is a paragraph here.
            if (by < 0) {
                const std::size_t begin = plain::paragraph_begin(text, from);
                return begin == 0 ? to == 0 : plain::paragraph_begin(text, to) == plain::paragraph_begin(text, begin - 1);
            }
            const std::size_t end = plain::paragraph_end(text, from);
            return end == text.size() ? to == end : plain::paragraph_begin(text, to) == end + 1;
        });
    }

    void act(const Step& step) {
        const plain::Document& here = plain_.here();
        const std::u32string& text = here.text;
        const bool extend = step.b % 3 == 0, mac = desk_.mac;
        const std::string word = mac ? "alt+" : "ctrl+";
        switch (step.act) {
            case Act::type: {
                const std::u32string_view piece = typed_piece(step);
                writer_.type(plain::utf8(piece));
                for (std::size_t i = 0, next = 0; i < piece.size(); i = next) {
                    next = plain::right_of(piece, i);
                    plain_.typed(piece.substr(i, next - i));
                }
                return;
            }
            case Act::enter: writer_.key("enter"); return plain_.typed(U"\n");
            case Act::compose: writer_.compose(plain::utf8(stroke_of(step))); return plain_.composed(stroke_of(step));
            case Act::compose_nothing:
                if (!plain_.composing()) return;
                writer_.compose("");
                return plain_.composed(U"");
            case Act::commit: return both_commit();
            case Act::backspace: writer_.key("backspace"); return plain_.erased(false);
            case Act::del: writer_.key("delete"); return plain_.erased(true);
            case Act::correct: return correct(step.a % 4, clusters[step.b % std::size(clusters)]);
            case Act::left:
                both_commit();
                return key("left", extend, extend || here.selection.empty() ? plain::left_of(text, here.selection.head) : here.selection.begin());
            case Act::right:
                both_commit();
                return key("right", extend, extend || here.selection.empty() ? plain::right_of(text, here.selection.head) : here.selection.end());
            case Act::word_left:
                return key_to(word + "left", extend, [&](std::size_t from, std::size_t to) { return to <= from && plain::one_word_away(text, from, to); });
            case Act::word_right:
                return key_to(word + "right", extend, [&](std::size_t from, std::size_t to) { return to >= from && plain::one_word_away(text, from, to); });
            case Act::row_up: return rows("up", -1, extend);
            case Act::row_down: return rows("down", 1, extend);
            case Act::page_up: return rows("pageup", -2, extend);
            case Act::page_down: return rows("pagedown", 2, extend);
            case Act::row_start:
                return key_to(mac ? "meta+left" : "home", extend, [&](std::size_t from, std::size_t to) {
                    return desk_.narrow ? to <= from && to >= plain::paragraph_begin(text, from) : to == plain::paragraph_begin(text, from);
                });
            case Act::row_end:
                return key_to(mac ? "meta+right" : "end", extend, [&](std::size_t from, std::size_t to) {
                    return desk_.narrow ? to >= from && to <= plain::paragraph_end(text, from) : to == plain::paragraph_end(text, from);
                });
            case Act::paragraph_up: {
                both_commit();
                const std::size_t head = here.selection.head, begin = plain::paragraph_begin(text, head);
                return key(word + "up", extend && !mac, begin < head || begin == 0 ? begin : plain::paragraph_begin(text, begin - 1));
            }
            case Act::paragraph_down: {
                both_commit();
                const std::size_t head = here.selection.head, end = plain::paragraph_end(text, head);
                return key(word + "down", extend && !mac, end > head || end == text.size() ? end : plain::paragraph_end(text, end + 1));
            }
            case Act::document_start: return key(mac ? "meta+up" : "ctrl+home", extend, 0);
            case Act::document_end: both_commit(); return key(mac ? "meta+down" : "ctrl+end", extend, text.size());
            case Act::erase_word_left: return erase_word(false);
            case Act::erase_word_right: return erase_word(true);
            case Act::click: {
                const std::size_t page = step.b / 3 % 4 == 0 ? 1 - plain_.page : plain_.page;
                both_commit();
                const std::size_t to = somewhere(page, step.a);
                writer_.program.perform(app::Press{target_of(page), position(page, to), text::Affinity::downstream, 1, extend});
                return plain_.pressed(page, {extend ? plain_.pairs[plain_.pair][page].selection.anchor : to, to});
            }
            case Act::drag: {
                both_commit();
                const std::size_t page = plain_.page, from = somewhere(page, step.a);
                // Mostly near by, now and then all over: a long selection is folded in its textarea.
                const std::size_t to = step.b % 4 == 0 ? somewhere(page, step.b) : somewhere(page, static_cast<std::uint32_t>(from + step.b % 12));
                writer_.select(target_of(page), {position(page, from), position(page, to), text::Affinity::downstream});
                return plain_.pressed(page, {from, to});
            }
            case Act::click_more: {
                both_commit();
                const std::size_t page = plain_.page, to = somewhere(page, step.a);
                const bool whole = step.b % 2 == 0;
                writer_.program.perform(app::Press{target_of(page), position(page, to), text::Affinity::downstream, whole ? 3 : 2});
                const plain::Selection paragraph{plain::paragraph_begin(text, to), plain::paragraph_end(text, to)};
                const plain::Selection now = selection();
                const bool fits = now.anchor <= to && to <= now.head && now.anchor >= paragraph.anchor && now.head <= paragraph.head &&
                                  plain::boundary(text, now.anchor) && (now.anchor < now.head || paragraph.empty());
                if (whole ? now != paragraph : !fits) wrong_ = "another word was selected";
                return plain_.pressed(page, now);
            }
            case Act::select_all: writer_.run("select-all"); plain_.committed(); return plain_.pressed(plain_.page, {0, here.text.size()});
            case Act::cut:
                both_commit();
                writer_.cut();
                if (!here.selection.empty()) clipboard_ = text.substr(here.selection.begin(), here.selection.end() - here.selection.begin());
                return plain_.cut();
            case Act::copy:
                both_commit();
                writer_.copy();
                if (!here.selection.empty()) clipboard_ = text.substr(here.selection.begin(), here.selection.end() - here.selection.begin());
                if (plain::utf8(clipboard_) != writer_.clipboard) wrong_ = "something else was copied";
                return;
            case Act::paste: {
                if (step.b % 3 == 0) return paste(clipboard_, recomposed(clipboard_));
                if (step.b % 50 == 1 && text.size() < 2000) {
                    std::u32string all;
                    for (unsigned lines = 1 + step.a % 60; lines > 0; --lines) all += long_line;
                    if (step.b / 50 % 2 == 0) std::replace(all.begin(), all.end(), U'\n', U' ');
                    return paste(all, all);
                }
                const Pasted& piece = pastes[step.a % std::size(pastes)];
                return paste(piece.text, piece.becomes);
            }
            case Act::rewrite: {
                constexpr const char* names[] = {"strong", "emphasis", "link", "tick", "indent", "outdent"};
                both_commit();
                const std::uint64_t revision = buffer().revision();
                writer_.run(names[step.a % std::size(names)]);
                if (buffer().revision() == revision) return;
                return plain_.rewritten(plain::code_points(buffer().text()), selection());
            }
            case Act::undo: writer_.undo(); return plain_.undone();
            case Act::redo: writer_.redo(); return plain_.redone();
            case Act::other_page: writer_.run("other-page"); return plain_.turned(1 - plain_.page);
            case Act::other_pair: writer_.run(plain_.pair == 0 ? "next-pair" : "previous-pair"); return plain_.chosen(1 - plain_.pair);
            case Act::scroll: {
                const std::size_t to = somewhere(plain_.page, step.a);
                writer_.program.perform(app::ScrollTo{target_of(plain_.page), {position(plain_.page, to), 0}});
                plain_.here().top = to;
                return;
            }
            case Act::wait: plain_.now_ms = writer_.host.now += step.a % 2400; return;
            case Act::rest:
                writer_.host.pass(2600);
                writer_.host.answer();
                plain_.now_ms = writer_.host.now;
                return;
            case Act::count_: return;
        }
    }

    void paste(std::u32string_view words, std::u32string_view become) {
        writer_.paste(plain::utf8(words));
        plain_.pasted(become);
    }

    /// A keyboard that corrects replaces a word it did not compose.
    void correct(std::size_t back, std::u32string_view piece) {
        both_commit();
        fake::Textarea& area = *writer_.textarea();
        area.freshen();
        const std::u32string& text = plain_.here().text;
        const std::size_t begin = plain_.here().selection.begin();
        std::size_t from = begin;
        for (std::size_t i = 0; i < back && from > plain::paragraph_begin(text, begin); ++i) from = plain::left_of(text, from);
        const std::size_t units = fake::wide(plain::utf8(std::u32string_view(text).substr(from, begin - from))).size();
        const std::u16string with = fake::wide(plain::utf8(piece));
        const std::size_t start = area.selection_start() - units;
        area.replace(start, area.selection_end(), with, start + with.size(), start + with.size());
        area.settle();
        plain_.corrected(back, piece);
    }

    Desk desk_;
    fake::Folder folder_;
    fake::Writer writer_;
    plain::Writer plain_;
    Marks marks_;
    std::u32string clipboard_;
    std::string wrong_;
    std::size_t steps_ = 0;
};

}  // namespace

std::string play(const Desk& desk, const std::vector<Step>& steps) {
    Player player(desk);
    for (const Step& step : steps) {
        if (std::string wrong = player.step(step); !wrong.empty()) return wrong;
    }
    if (steps.size() % 4 == 0) {
        if (std::string wrong = player.back_and_forth(); !wrong.empty()) return wrong;
    }
    return player.kept();
}

}  // namespace fuzz
