// Behaviour as folders of data, tests/cases/<name>/: what was there (in), what was pressed (keys), what is there now (out).
//
// `in` and `out` hold parts, each begun by a line "== NAME"; what comes before the first such line is the resolution. A part's last
// newline is the file's, not the text's. Texts: resolution, retrospective, series name, pair name, start date, end date.
//     ¦        the caret               [forward¦] [¦backward]   what is selected, the caret at its head
// In `in` the text with the caret has the keyboard (the resolution if none has a caret), and the pair is "9기" of the series "글또",
// begun 2024-03-01, unless the parts say otherwise. In `out` a text is compared with its marks if it has any, else without. Further
// parts of `out`:
//     == focus      the text that has the keyboard, by its name above, or "nothing"
//     == invalid    the fields that say they cannot be used as they stand, one a line
//     == shelf      a line for each series, "- pair start end" for each of its pairs ("*" for the chosen one, "?" for no date)
//     == notice     what the program says
//     == clipboard
//
// `keys` holds one press a line, "#" begins a remark; \n \r \t \\ and \u{1112} may be written in texts:
//     type TEXT         cluster by cluster, "\n" is Enter      compose A B C   strokes of a composition, which stays open
//     commit            ends the composition                   cancel          takes back what is composed
//     key ctrl+left     a key; all of ctrl shift alt meta      undo   redo
//     copy  cut  paste  paste TEXT                             wait 2000       milliseconds go by
//     paste-markdown TEXT   as the looks of “(plain)”; "paste-plain" is a command
//     click TEXT        in the text with the keyboard, before the first TEXT there; doubleclick, tripleclick, shiftclick alike
//     drag TEXT         from the last click to the end of TEXT
//     lift TEXT         presses in TEXT, which is selected        carry retrospective TEXT   before the first TEXT there
//     carry away        over nothing that takes it                copying         with the key held that copies
//     drop              lets go                                   bring TEXT      drops TEXT from outside where it was carried
//     go retrospective  gives a text the keyboard              run new-pair    a command of the table
//     mac               the platform's habits (else Linux's and Windows')
//     width 100         of both pages: Hangul is 10 wide, all else 5, a row 20 high; `height 80` likewise
#include <dirent.h>
#include <doctest/doctest.h>

#include <algorithm>
#include <fstream>
#include <iterator>

#include "app_writer.h"
#include "store/record.h"
#include "text/utf8.h"

using namespace dajim;
using fake::Target;

namespace {

const std::string folder = "tests/cases/";

struct NamedText { std::string_view name; Target target; };
constexpr NamedText named_texts[] = {
    {"resolution", Target::resolution}, {"retrospective", Target::retrospective}, {"series name", Target::series_name},
    {"pair name", Target::pair_name},   {"start date", Target::start_date},       {"end date", Target::end_date},
    {"words to find", Target::find_words}, {"replacement", Target::replacement},
};

Target target_of(std::string_view name) {
    for (const NamedText& text : named_texts) {
        if (text.name == name) return text.target;
    }
    return Target::none;
}

std::string name_of(Target target) {
    for (const NamedText& text : named_texts) {
        if (text.target == target) return std::string(text.name);
    }
    return "nothing";
}

std::string read(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    REQUIRE_MESSAGE(file.good(), path);
    return {std::istreambuf_iterator<char>(file), {}};
}

struct Part { std::string name, words; };

std::vector<Part> parts_of(std::string_view file) {
    std::vector<Part> parts{{"resolution", {}}};
    bool first = true;   // a file that begins with a header has nothing before it
    while (!file.empty()) {
        const std::size_t newline = std::min(file.find('\n'), file.size());
        const std::string_view line = file.substr(0, newline);
        file.remove_prefix(std::min(newline + 1, file.size()));
        if (line.starts_with("== ")) {
            if (first) parts.clear();
            parts.push_back({std::string(line.substr(3)), {}});
        } else {
            parts.back().words += std::string(line) + '\n';
        }
        first = false;
    }
    for (Part& part : parts) {
        if (!part.words.empty()) part.words.pop_back();
    }
    return parts;
}

std::string unescaped(std::string_view text) {
    std::string out;
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (text[at] != '\\' || at + 1 == text.size()) {
            out += text[at];
            continue;
        }
        switch (text[++at]) {
            case 'n': out += '\n'; break;
            case 'r': out += '\r'; break;
            case 't': out += '\t'; break;
            case 'u': {
                const std::size_t end = text.find('}', at);
                REQUIRE(end != std::string_view::npos);
                text::append_utf8(out, static_cast<char32_t>(std::stoul(std::string(text.substr(at + 2, end - at - 2)), nullptr, 16)));
                at = end;
                break;
            }
            default: out += text[at];
        }
    }
    return out;
}

class Case {
public:
    explicit Case(const std::string& name) : writer_(place_) {
        const std::string path = folder + name + "/";
        begin(read(path + "in"));
        const std::string keys = read(path + "keys");
        for (std::size_t at = 0; at < keys.size();) {
            const std::size_t newline = std::min(keys.find('\n', at), keys.size());
            press(keys.substr(at, newline - at));
            at = newline + 1;
        }
        for (const Part& part : parts_of(read(path + "out"))) {
            INFO("== ", part.name);
            CHECK(seen(part) == part.words);
        }
    }

private:
    void begin(const std::string& in) {
        writer_.host.gives_clipboard = true;
        journal::Series series = fake::one_pair({});
        journal::Pair& pair = series.pairs.front();
        Target focus = Target::none;
        for (const Part& part : parts_of(in)) {
            const fake::Marked marked = fake::read_marked(part.words);
            const Target target = target_of(part.name);
            REQUIRE_MESSAGE(target != Target::none, part.name);
            if (app::is_page(target)) pair.document(app::end_of(target)).text = text::Buffer(marked.text);
            if (target == Target::series_name) series.name = marked.text;
            if (target == Target::pair_name) pair.name = marked.text;
            if (target == Target::start_date) pair.start = journal::read_date(marked.text);
            if (target == Target::end_date) pair.end = journal::read_date(marked.text);
            if (marked.any && focus == Target::none) focus = target;
        }
        writer_.open_with(series);
        for (const Part& part : parts_of(in)) {
            const fake::Marked marked = fake::read_marked(part.words);
            if (marked.any) writer_.select(target_of(part.name), marked.selection);
        }
        writer_.go(focus == Target::none ? Target::resolution : focus);
    }

    void press(const std::string& line) {
        if (line.empty() || line[0] == '#') return;
        const std::size_t blank = std::min(line.find(' '), line.size());
        const std::string verb = line.substr(0, blank), rest = line.substr(std::min(blank + 1, line.size()));
        INFO(line);
        if (verb == "type") writer_.type(unescaped(rest));
        else if (verb == "compose") compose(unescaped(rest));
        else if (verb == "commit") writer_.commit();
        else if (verb == "cancel") writer_.compose({}), writer_.commit();
        else if (verb == "key") REQUIRE(writer_.key(rest));
        else if (verb == "undo" || verb == "redo") writer_.run(verb);
        else if (verb == "copy") writer_.copy();
        else if (verb == "cut") writer_.cut();
        else if (verb == "paste") writer_.paste(rest.empty() ? writer_.clipboard : unescaped(rest));
        else if (verb == "paste-markdown") writer_.commit(), writer_.program.paste(writer_.state().focus, "(plain)", unescaped(rest));
        else if (verb == "wait") writer_.host.pass(std::stod(rest));
        else if (verb == "click") click(rest, 1);
        else if (verb == "doubleclick") click(rest, 2);
        else if (verb == "tripleclick") click(rest, 3);
        else if (verb == "shiftclick") click(rest, 1, true);
        else if (verb == "drag") drag(rest);
        else if (verb == "lift") writer_.program.perform(app::Lift{writer_.state().focus, place_of(rest, false), text::Affinity::downstream});
        else if (verb == "carry") carry(rest);
        else if (verb == "copying") writer_.program.perform(app::CarryCopy{true});
        else if (verb == "drop") writer_.program.perform(app::LetGo{});
        else if (verb == "bring") writer_.program.text_dropped(unescaped(rest), {});
        else if (verb == "go") go(rest);
        else if (verb == "run") REQUIRE(writer_.run(rest));
        else if (verb == "mac") writer_.host.mac = true;
        else if (verb == "width") size(width_ = std::stof(rest), height_);
        else if (verb == "height") size(width_, height_ = std::stof(rest));
        else FAIL("no such press: ", line);
    }

    void compose(std::string strokes) {
        for (std::size_t blank; !strokes.empty(); strokes.erase(0, std::min(blank, strokes.size()))) {
            blank = std::min(strokes.find(' '), strokes.size());
            writer_.compose(strokes.substr(0, blank++));
        }
    }

    text::Position place_of(const std::string& words, bool behind) { return place_in(writer_.state().focus, words, behind); }

    text::Position place_in(Target target, const std::string& words, bool behind) {
        const text::Buffer& buffer = *text_of(writer_.state(), target);
        const std::string text = buffer.text();
        const std::size_t at = text.find(words);
        REQUIRE_MESSAGE(at != std::string::npos, words);
        return text::Buffer(text.substr(0, at + (behind ? words.size() : 0))).end();
    }

    void click(const std::string& words, int clicks, bool extend = false) {
        const Target target = writer_.state().focus;
        writer_.program.perform(app::Press{target, place_of(words, false), text::Affinity::downstream, clicks, extend});
    }

    void drag(const std::string& words) {
        writer_.program.perform(app::Drag{writer_.state().focus, place_of(words, true), text::Affinity::downstream});
    }

    void carry(const std::string& where) {
        if (!writer_.state().carried) writer_.program.perform(app::BringIn{});
        if (where == "away") return writer_.program.perform(app::Carry{Target::none});
        for (const NamedText& text : named_texts) {
            if (!where.starts_with(std::string(text.name) + ' ')) continue;
            const text::Position at = place_in(text.target, unescaped(where.substr(text.name.size() + 1)), false);
            return writer_.program.perform(app::Carry{text.target, at});
        }
        FAIL("no such place: ", where);
    }

    void go(const std::string& name) {
        const Target target = target_of(name);
        REQUIRE_MESSAGE(target != Target::none, name);
        writer_.go(target);
    }

    void size(float width, float height) {
        for (Target target : {Target::resolution, Target::retrospective}) writer_.program.set_page(target, width, height, 0);
    }

    std::string shelf() const {
        std::string out;
        const auto date = [](const std::optional<journal::Date>& day) { return day ? journal::write_date(*day) : std::string("?"); };
        for (const journal::Series& series : writer_.journal().series) {
            out += series.name + '\n';
            for (const journal::Pair& pair : series.pairs) {
                out += pair.id == writer_.state().pair ? "* " : "- ";
                out += pair.name + ' ' + date(pair.start) + ' ' + date(pair.end) + '\n';
            }
        }
        if (!out.empty()) out.pop_back();
        return out;
    }

    std::string invalid() const {
        std::string out;
        for (const NamedText& text : named_texts) {
            if (writer_.state().field(text.target).invalid) out += (out.empty() ? "" : "\n") + std::string(text.name);
        }
        return out;
    }

    std::string seen(const Part& part) {
        if (part.name == "focus") return name_of(writer_.state().focus);
        if (part.name == "invalid") return invalid();
        if (part.name == "shelf") return shelf();
        if (part.name == "notice") return writer_.notice();
        if (part.name == "clipboard") return writer_.clipboard;
        const Target target = target_of(part.name);
        REQUIRE_MESSAGE(target != Target::none, part.name);
        return fake::read_marked(part.words).any ? writer_.marked(target) : writer_.text(target);
    }

    fake::Folder place_;
    fake::Writer writer_;
    float width_ = 600, height_ = 400;
};

}  // namespace

TEST_CASE("what is pressed does what the cases say") {
    std::vector<std::string> names;
    DIR* listing = opendir(folder.c_str());
    REQUIRE(listing != nullptr);
    while (const dirent* entry = readdir(listing)) {
        if (entry->d_name[0] != '.') names.emplace_back(entry->d_name);
    }
    closedir(listing);
    std::sort(names.begin(), names.end());
    REQUIRE(names.size() >= 30);
    for (const std::string& name : names) SUBCASE(name.c_str()) Case{name};
}
