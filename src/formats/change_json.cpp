// Changes as JSON: written by this program for itself, so read strictly. Records that an earlier version left have no goals and no
// passages.
#include "formats/change_json.h"

#include <array>
#include <optional>
#include <utility>

#include "formats/journal_json.h"
#include "formats/journal_schema.h"
#include "formats/strict_goals.h"

namespace dajim::formats {

namespace {

using namespace journal;  // the whole file speaks of journal's types

constexpr std::array<std::string_view, 3> item_names{"journal", "series", "pair"};                          // by Item::Of
constexpr std::array<std::string_view, 5> content_names{"husk", "gone", "as now", "pair", "listing"};         // by Content

class Writer : public StrictWriter {
public:
    using StrictWriter::StrictWriter;

    void begin(std::string_view what) {
        open();
        words("do", what);
    }

    void end_of(End end) { words("end", document_kinds[static_cast<std::size_t>(end)]); }
    void placed(const std::vector<Placed>& all) { list("placed", all, [this](const Placed& one) { write_placed(*this, one); }); }
    void passages(const std::vector<Passage>& all) { list("passages", all, [this](const Passage& one) { write_passage(*this, one); }); }
    void goal(const Goal& goal) { key("goal"), open(), write_goal(*this, goal), close(); }

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
        if (!document.others.empty()) strings("others", document.others);
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
        write_marks(*this, pair);
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

    void revision(const Revision& revision) {
        words("id", revision.id);
        strings("parents", revision.parents);
        number("generation", static_cast<std::size_t>(revision.generation));
        words("content", content_names[revision.content.index()]);
        if (const auto* held = std::get_if<std::shared_ptr<const Pair>>(&revision.content)) key("pair"), pair(**held);
        if (const auto* held = std::get_if<std::shared_ptr<const Listing>>(&revision.content)) {
            words("journal", (*held)->id);
            words("name", (*held)->name);
            strings("order", (*held)->order);
            unknown((*held)->unknown);
        }
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
    void operator()(const SeriesAdopted& change) {
        begin("adopt series"), words("series", change.series), words("name", change.name), unknown(change.unknown);
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
    void operator()(const PairReplaced& change) { begin("replace pair"), key("pair"), pair(change.pair); }
    void operator()(const PairDated& change) {
        begin("date pair"), words("pair", change.pair), day("start", change.start), day("end", change.end);
    }
    void operator()(const TextEdited& change) {
        begin("edit text"), words("pair", change.pair), end_of(change.end), range("range", change.edit.range),
            words("text", change.edit.text);
        if (!change.placed.empty()) placed(change.placed);   // left out of the many that are keystrokes
    }
    void operator()(const DocumentReplaced& change) {
        begin("replace document"), words("pair", change.pair), end_of(change.end), document("document", change.document);
        if (!change.placed.empty()) placed(change.placed);
    }
    void operator()(const OthersChanged& change) {
        begin("change others"), words("pair", change.pair), end_of(change.end), strings("others", change.others);
    }
    void operator()(const PastChanged& change) {
        begin("change past"), words("of", item_names[static_cast<std::size_t>(change.item.of)]), words("item", change.item.id);
        list("put", change.put, [this](const Revision& one) { revision(one); });
        strings("take", change.take);
    }
    void operator()(const PassagesPlaced& change) {
        begin("place passages"), words("pair", change.pair), end_of(change.end), placed(change.placed);
    }
    void operator()(const GoalAdded& change) {
        begin("add goal"), words("pair", change.pair), number("index", change.index), goal(change.goal);
    }
    void operator()(const GoalRemoved& change) { begin("remove goal"), words("pair", change.pair), words("goal", change.goal); }
    void operator()(const GoalChanged& change) { begin("change goal"), words("pair", change.pair), goal(change.goal); }
    void operator()(const GoalMoved& change) {
        begin("move goal"), words("pair", change.pair), words("goal", change.goal), number("index", change.index);
    }
    void operator()(const UnpromisedChanged& change) {
        begin("change unpromised"), words("pair", change.pair), passages(change.passages);
    }
    void operator()(const EchoesChanged& change) { begin("change echoes"), words("pair", change.pair), passages(change.passages); }
    void operator()(const RefusedChanged& change) { begin("change refused"), words("pair", change.pair), strings("words", change.words); }
    void operator()(const PairSealed& change) {
        begin("seal pair"), words("pair", change.pair),
            optional("seal", change.seal, [this](const Seal& seal) { write_seal(*this, seal); });
    }
    void operator()(const SealPlanned& change) { begin("plan seal"), words("pair", change.pair), day("day", change.day); }
    void operator()(const RetrospectiveDone& change) { begin("do retrospective"), words("pair", change.pair), day("day", change.day); }
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
    std::size_t operator()(const PairReplaced& change) const { return (*this)(change.pair); }
    std::size_t operator()(const DocumentReplaced& change) const { return (*this)(change.document); }
    template <class Other>
    std::size_t operator()(const Other&) const { return 0; }
};

Document read_document(Members& in, std::string_view name) {
    Members members(in.member(name));
    Document document;
    document.text = text::Buffer(members.words("text"));
    document.line_ending = members.choice<LineEnding>("line_ending", line_endings);
    document.bom = members.truth("bom");
    document.file_name = members.words("file_name");
    if (members.has("others")) document.others = members.strings("others");
    document.unknown = members.unknown();
    in.require(members.fine());
    return document;
}

Pair read_pair(Members& in) {
    Pair pair;
    pair.id = in.words("id");
    pair.name = in.words("name");
    pair.start = in.day("start");
    pair.end = in.day("end");
    for (const End end : both_ends) pair.document(end) = read_document(in, document_kinds[static_cast<std::size_t>(end)]);
    if (in.has("goals")) read_marks(in, pair);
    pair.unknown = in.unknown();
    return pair;
}

Series read_series(Members& in) {
    Series series;
    series.id = in.words("id");
    series.name = in.words("name");
    series.pairs = in.list("pairs", read_pair);
    series.unknown = in.unknown();
    return series;
}

// A member that is an object.
template <class Read>
auto object(Members& in, std::string_view name, Read read) {
    Members members(in.member(name));
    auto value = read(members);
    in.require(members.fine());
    return value;
}

Revision read_revision(Members& in) {
    Revision revision;
    revision.id = in.words("id");
    revision.parents = in.strings("parents");
    revision.generation = in.number("generation");
    switch (in.choice<std::size_t>("content", content_names)) {
        case 1: revision.content = Gone{}; break;
        case 2: revision.content = AsNow{}; break;
        case 3: revision.content = std::make_shared<const Pair>(object(in, "pair", read_pair)); break;
        case 4: {
            Listing listing;
            listing.id = in.words("journal");
            listing.name = in.words("name");
            listing.order = in.strings("order");
            listing.unknown = in.unknown();
            revision.content = std::make_shared<const Listing>(std::move(listing));
            break;
        }
        default: break;
    }
    return revision;
}

Item read_item(Members& in) {
    const Item::Of of = in.choice<Item::Of>("of", item_names);
    return {of, in.words("item")};
}

std::vector<Placed> placed_if_any(Members& in) {
    if (!in.has("placed")) return {};
    return in.list("placed", read_placed);
}

text::Range whole_range(Members& in) {
    const auto range = in.range("range");
    in.require(range.has_value());
    return range.value_or(text::Range{});
}

std::optional<Change> change_of(const Json& json) {
    Members in(json);
    const std::string what = in.words("do");
    const auto end_of = [&in] { return in.choice<End>("end", document_kinds); };
    std::optional<Change> change;
    // Braces take the members from left to right.
    if (what == "rename journal") change = JournalRenamed{in.words("title")};
    else if (what == "adopt journal") change = JournalAdopted{in.words("id"), in.words("title"), in.unknown()};
    else if (what == "add series") change = SeriesAdded{object(in, "series", read_series), in.number("index")};
    else if (what == "remove series") change = SeriesRemoved{in.words("series")};
    else if (what == "rename series") change = SeriesRenamed{in.words("series"), in.words("name")};
    else if (what == "adopt series") change = SeriesAdopted{in.words("series"), in.words("name"), in.unknown()};
    else if (what == "move series") change = SeriesMoved{in.words("series"), in.number("index")};
    else if (what == "add pair")
        change = PairAdded{in.words("series"), object(in, "pair", read_pair), in.number("index")};
    else if (what == "remove pair") change = PairRemoved{in.words("pair")};
    else if (what == "rename pair") change = PairRenamed{in.words("pair"), in.words("name")};
    else if (what == "move pair") change = PairMoved{in.words("pair"), in.words("series"), in.number("index")};
    else if (what == "date pair") change = PairDated{in.words("pair"), in.day("start"), in.day("end")};
    else if (what == "edit text")
        change = TextEdited{in.words("pair"), end_of(), {whole_range(in), in.words("text")},
                            placed_if_any(in)};
    else if (what == "replace document")
        change = DocumentReplaced{in.words("pair"), end_of(), read_document(in, "document"), placed_if_any(in)};
    else if (what == "replace pair") change = PairReplaced{object(in, "pair", read_pair)};
    else if (what == "change others") change = OthersChanged{in.words("pair"), end_of(), in.strings("others")};
    else if (what == "change past") change = PastChanged{read_item(in), in.list("put", read_revision), in.strings("take")};
    else if (what == "place passages") change = PassagesPlaced{in.words("pair"), end_of(), in.list("placed", read_placed)};
    else if (what == "add goal") change = GoalAdded{in.words("pair"), object(in, "goal", read_goal), in.number("index")};
    else if (what == "remove goal") change = GoalRemoved{in.words("pair"), in.words("goal")};
    else if (what == "change goal") change = GoalChanged{in.words("pair"), object(in, "goal", read_goal)};
    else if (what == "move goal") change = GoalMoved{in.words("pair"), in.words("goal"), in.number("index")};
    else if (what == "change unpromised") change = UnpromisedChanged{in.words("pair"), in.list("passages", read_passage)};
    else if (what == "change echoes") change = EchoesChanged{in.words("pair"), in.list("passages", read_passage)};
    else if (what == "change refused") change = RefusedChanged{in.words("pair"), in.strings("words")};
    else if (what == "seal pair") change = PairSealed{in.words("pair"), in.optional("seal", read_seal)};
    else if (what == "plan seal") change = SealPlanned{in.words("pair"), in.day("day")};
    else if (what == "do retrospective") change = RetrospectiveDone{in.words("pair"), in.day("day")};
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
        writer.close();
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
