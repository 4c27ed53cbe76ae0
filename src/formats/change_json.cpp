// Changes as JSON: written by this program for itself, so read strictly: every member named, none besides.
#include "formats/change_json.h"

#include <array>
#include <charconv>
#include <initializer_list>
#include <optional>
#include <utility>

#include "formats/journal_json.h"
#include "formats/journal_schema.h"
#include "formats/json.h"

namespace dajim::formats {

namespace {

using namespace journal;  // the whole file speaks of journal's types

class Writer {
public:
    explicit Writer(std::string& out) : out(out) {}

    std::string& out;

    void begin(std::string_view what) {
        out += '{';
        words("do", what);
    }

    void end() { out += '}'; }

    void words(std::string_view name, std::string_view value) {
        key(name);
        append_json_string(out, value);
    }

    void number(std::string_view name, std::size_t value) {
        key(name);
        out += std::to_string(value);
    }

    void day(std::string_view name, const std::optional<Date>& date) { words(name, date ? write_date(*date) : ""); }

    void unknown(const std::vector<Unknown>& members) {
        key("unknown");
        out += '[';
        for (const Unknown& member : members) {
            if (out.back() != '[') out += ',';
            append_json_string(out, member.key);
            out += ',';
            append_json_string(out, member.json);
        }
        out += ']';
    }

    void document(std::string_view name, const Document& document) {
        key(name);
        out += '{';
        key("text");
        out += '"';
        for (std::size_t i = 0; i < document.text.paragraphs(); ++i) {
            if (i > 0) out += "\\n";
            append_json_words(out, document.text.paragraph(i));
        }
        out += '"';
        words("line_ending", line_endings[static_cast<std::size_t>(document.line_ending)]);
        number("bom", document.bom ? 1 : 0);
        words("file_name", document.file_name);
        unknown(document.unknown);
        out += '}';
    }

    void pair(const Pair& pair) {
        out += '{';
        words("id", pair.id);
        words("name", pair.name);
        day("start", pair.start);
        day("end", pair.end);
        for (const End end : both_ends) document(document_kinds[static_cast<std::size_t>(end)], pair.document(end));
        unknown(pair.unknown);
        out += '}';
    }

    void series(const Series& series) {
        out += '{';
        words("id", series.id);
        words("name", series.name);
        key("pairs");
        out += '[';
        for (const Pair& one : series.pairs) {
            if (out.back() != '[') out += ',';
            pair(one);
        }
        out += ']';
        unknown(series.unknown);
        out += '}';
    }

    void key(std::string_view name) {
        if (out.back() != '{') out += ',';
        append_json_string(out, name);
        out += ':';
    }

    void operator()(const JournalRenamed& change) { begin("rename journal"), words("title", change.title); }
    void operator()(const JournalAdopted& change) {
        begin("adopt journal"), words("id", change.id), words("title", change.title), unknown(change.unknown);
    }
    void operator()(const SeriesAdded& change) {
        begin("add series"), number("index", change.index), key("series"), series(change.series);
    }
    void operator()(const SeriesRemoved& change) { begin("remove series"), words("series", change.series); }
    void operator()(const SeriesRenamed& change) {
        begin("rename series"), words("series", change.series), words("name", change.name);
    }
    void operator()(const SeriesMoved& change) {
        begin("move series"), words("series", change.series), number("index", change.index);
    }
    void operator()(const PairAdded& change) {
        begin("add pair"), words("series", change.series), number("index", change.index), key("pair"),
            pair(change.pair);
    }
    void operator()(const PairRemoved& change) { begin("remove pair"), words("pair", change.pair); }
    void operator()(const PairRenamed& change) {
        begin("rename pair"), words("pair", change.pair), words("name", change.name);
    }
    void operator()(const PairMoved& change) {
        begin("move pair"), words("pair", change.pair), words("series", change.series), number("index", change.index);
    }
    void operator()(const PairDated& change) {
        begin("date pair"), words("pair", change.pair), day("start", change.start), day("end", change.end);
    }
    void operator()(const TextEdited& change) {
        begin("edit text"), words("pair", change.pair),
            words("end", document_kinds[static_cast<std::size_t>(change.end)]);
        const text::Range& range = change.edit.range;
        key("range");
        out += '[';
        for (const std::size_t place : {range.begin.paragraph, range.begin.byte, range.end.paragraph, range.end.byte}) {
            if (out.back() != '[') out += ',';
            out += std::to_string(place);
        }
        out += ']';
        words("text", change.edit.text);
    }
    void operator()(const DocumentReplaced& change) {
        begin("replace document"), words("pair", change.pair),
            words("end", document_kinds[static_cast<std::size_t>(change.end)]);
        document("document", change.document);
    }
};

// About the bytes that a change's texts will need, so that a long one is not copied while it grows.
struct Size {
    std::size_t operator()(const Document& document) const { return document.text.bytes() + document.text.paragraphs() + 200; }
    std::size_t operator()(const Pair& pair) const { return (*this)(pair.documents[0]) + (*this)(pair.documents[1]); }
    std::size_t operator()(const PairAdded& change) const { return (*this)(change.pair); }
    std::size_t operator()(const SeriesAdded& change) const {
        std::size_t bytes = 0;
        for (const Pair& pair : change.series.pairs) bytes += (*this)(pair);
        return bytes;
    }
    std::size_t operator()(const TextEdited& change) const { return change.edit.text.size() + change.edit.text.size() / 100; }
    std::size_t operator()(const DocumentReplaced& change) const { return (*this)(change.document); }
    template <class Other>
    std::size_t operator()(const Other&) const { return 0; }
};

// Takes an object's members one by one; `fine` ends up true when each was there, of its type, and no other.
class Members {
public:
    explicit Members(const Json& object) : object_(object), fine_(object.is_object()) {}

    bool fine() const { return fine_ && taken_ == object_.size(); }

    const Json& member(std::string_view name) {
        static const Json nothing;
        const Json* const found = object_.find(name);
        fine_ = fine_ && found != nullptr;
        ++taken_;
        return found != nullptr ? *found : nothing;
    }

    std::string words(std::string_view name) {
        const Json& json = member(name);
        fine_ = fine_ && json.is_string();
        return json.text;
    }

    std::size_t number(std::string_view name) { return number_of(member(name)); }

    std::optional<Date> day(std::string_view name) {
        const std::string written = words(name);
        const auto date = read_date(written);
        fine_ = fine_ && (date ? write_date(*date) == written : written.empty());
        return date;
    }

    template <class Choice>
    Choice choice(std::string_view name, const std::array<std::string_view, 2>& names) {
        const std::string word = words(name);
        fine_ = fine_ && (word == names[0] || word == names[1]);
        return static_cast<Choice>(word == names[1] ? 1 : 0);
    }

    std::vector<Unknown> unknown() {
        const Json& json = member("unknown");
        std::vector<Unknown> members;
        fine_ = fine_ && json.kind == Json::Kind::strings && json.ends.size() % 2 == 0;
        if (!fine_) return members;
        std::size_t begin = 0;
        for (std::size_t i = 0; i < json.ends.size(); i += 2) {
            const std::size_t middle = json.ends[i], end = json.ends[i + 1];
            members.push_back({json.text.substr(begin, middle - begin), json.text.substr(middle, end - middle)});
            fine_ = fine_ && parse_json(members.back().json, {}).ok();
            begin = end;
        }
        return members;
    }

    Document document(std::string_view name) {
        Members members(member(name));
        Document document;
        document.text = text::Buffer(members.words("text"));
        document.line_ending = members.choice<LineEnding>("line_ending", line_endings);
        const std::size_t bom = members.number("bom");
        document.bom = bom == 1;
        document.file_name = members.words("file_name");
        document.unknown = members.unknown();
        fine_ = fine_ && members.fine() && bom <= 1;
        return document;
    }

    Pair pair_of(const Json& json) {
        Members members(json);
        Pair pair;
        pair.id = members.words("id");
        pair.name = members.words("name");
        pair.start = members.day("start");
        pair.end = members.day("end");
        for (const End end : both_ends)
            pair.document(end) = members.document(document_kinds[static_cast<std::size_t>(end)]);
        pair.unknown = members.unknown();
        fine_ = fine_ && members.fine();
        return pair;
    }

    Series series(std::string_view name) {
        Members members(member(name));
        Series series;
        series.id = members.words("id");
        series.name = members.words("name");
        const Json& pairs = members.member("pairs");
        fine_ = fine_ && pairs.is_list() && pairs.ends.empty();
        for (const Json& pair : pairs.items) series.pairs.push_back(pair_of(pair));
        series.unknown = members.unknown();
        fine_ = fine_ && members.fine();
        return series;
    }

    text::Range range() {
        const Json& json = member("range");
        fine_ = fine_ && json.kind == Json::Kind::list && json.size() == 4;
        if (!fine_) return {};
        return {{number_of(json.items[0]), number_of(json.items[1])},
                {number_of(json.items[2]), number_of(json.items[3])}};
    }

private:
    std::size_t number_of(const Json& json) {
        std::size_t value = 0;
        const char* const last = json.text.data() + json.text.size();
        const auto [end, error] = std::from_chars(json.text.data(), last, value);
        fine_ = fine_ && json.kind == Json::Kind::number && error == std::errc{} && end == last;
        return value;
    }

    const Json& object_;
    bool fine_;
    std::size_t taken_ = 0;
};

std::optional<Change> change_of(const Json& json) {
    Members in(json);
    const std::string what = in.words("do");
    const auto end_of = [&in] { return in.choice<End>("end", document_kinds); };
    std::optional<Change> change;
    // Braces take the members from left to right.
    if (what == "rename journal") change = JournalRenamed{in.words("title")};
    else if (what == "adopt journal") change = JournalAdopted{in.words("id"), in.words("title"), in.unknown()};
    else if (what == "add series") change = SeriesAdded{in.series("series"), in.number("index")};
    else if (what == "remove series") change = SeriesRemoved{in.words("series")};
    else if (what == "rename series") change = SeriesRenamed{in.words("series"), in.words("name")};
    else if (what == "move series") change = SeriesMoved{in.words("series"), in.number("index")};
    else if (what == "add pair")
        change = PairAdded{in.words("series"), in.pair_of(in.member("pair")), in.number("index")};
    else if (what == "remove pair") change = PairRemoved{in.words("pair")};
    else if (what == "rename pair") change = PairRenamed{in.words("pair"), in.words("name")};
    else if (what == "move pair") change = PairMoved{in.words("pair"), in.words("series"), in.number("index")};
    else if (what == "date pair") change = PairDated{in.words("pair"), in.day("start"), in.day("end")};
    else if (what == "edit text") change = TextEdited{in.words("pair"), end_of(), {in.range(), in.words("text")}};
    else if (what == "replace document") change = DocumentReplaced{in.words("pair"), end_of(), in.document("document")};
    if (!in.fine()) return std::nullopt;
    return change;
}

}  // namespace

std::string write_changes(const std::vector<Change>& changes) {
    std::string out;
    append_changes(out, changes);
    return out;
}

void append_changes(std::string& out, const std::vector<Change>& changes) {
    std::size_t bytes = out.size();
    for (const Change& change : changes) bytes += 200 + std::visit(Size{}, change);
    out.reserve(bytes);
    Writer writer(out);
    out += '[';
    for (const Change& change : changes) {
        if (out.back() != '[') out += ',';
        std::visit(writer, change);
        writer.end();
    }
    out += ']';
}

text::Result<std::vector<Change>, BadChanges> read_changes(std::string_view json) {
    const auto parsed = parse_json(json, {.values = own_file.values});
    if (!parsed || parsed.value().has_duplicates) return BadChanges{};
    const Json& list = parsed.value().root;
    if (!list.is_list() || !list.ends.empty()) return BadChanges{};
    std::vector<Change> changes;
    for (const Json& item : list.items) {
        auto change = change_of(item);
        if (!change) return BadChanges{};
        changes.push_back(std::move(*change));
    }
    return changes;
}

}  // namespace dajim::formats
