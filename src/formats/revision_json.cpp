// Revisions as entries, see revision_json.h.
#include "formats/revision_json.h"

#include <array>
#include <charconv>
#include <string>
#include <string_view>
#include <utility>

#include "formats/entry_fields.h"
#include "formats/pair_entries.h"
#include "formats/sha256.h"
#include "journal/fitness.h"

namespace dajim::formats {

namespace {

using namespace journal;  // the whole file speaks of journal's types

constexpr std::array<std::string_view, 3> thing_names{"journal", "series", "pair"};  // by journal::Item::Of

std::string_view name_of(Item::Of of) { return thing_names[static_cast<std::size_t>(of)]; }

void write_list(Writer& out, std::string_view name, const std::vector<std::string>& list) {
    out.key(name);
    out.open('[', list.size() == 1 ? Writer::Layout::one_line : Writer::Layout::lines);
    for (const std::string& one : list) {
        out.item();
        out.string(one);
    }
    out.close(']');
}

void write_listing(Writer& out, const Listing& listing) {
    if (!listing.id.empty()) out.member("journal", listing.id);
    out.member("name", listing.name);
    write_list(out, "order", listing.order);
    if (listing.unknown.empty()) return;
    std::vector<std::string> unknown;   // key and JSON in turn: whole entries without an id have one key
    for (const Unknown& one : listing.unknown) unknown.insert(unknown.end(), {one.key, one.json});
    write_list(out, "unknown", unknown);
}

/// Members of an object, none for a husk.
void write_content(Writer& out, const Content& content) {
    if (const auto* pair = std::get_if<std::shared_ptr<const Pair>>(&content)) {
        out.key("entries");
        out.open('[');
        Entries entries(out);
        write_pair_entries(entries, **pair, "");
        out.close(']');
    } else if (const auto* listing = std::get_if<std::shared_ptr<const Listing>>(&content)) {
        write_listing(out, **listing);
    } else if (std::holds_alternative<Gone>(content)) {
        out.key("gone");
        out.raw("true");
    } else if (std::holds_alternative<AsNow>(content)) {
        out.key("now");
        out.raw("true");
    }
}

bool read_list(const Json* json, std::vector<std::string>& list) {
    if (!json || json->kind != Json::Kind::strings) return false;
    std::size_t begin = 0;
    for (const std::uint32_t end : json->ends) {
        list.emplace_back(json->text, begin, end - begin);
        begin = end;
    }
    return true;
}

std::optional<Listing> read_listing(const Json& entry) {
    Listing listing;
    Value members(entry);
    listing.id = members.words_or_nothing("journal");
    listing.name = members.words("name");
    if (!read_list(entry.find("order"), listing.order)) return std::nullopt;
    if (const Json* const unknown = entry.find("unknown")) {
        std::vector<std::string> words;
        if (!read_list(unknown, words) || words.size() % 2 != 0) return std::nullopt;
        for (std::size_t i = 0; i < words.size(); i += 2) listing.unknown.push_back({std::move(words[i]), std::move(words[i + 1])});
    }
    if (!members.fine()) return std::nullopt;
    return listing;
}

/// Nothing where there is something that is none.
std::optional<Content> read_content(const Json& entry, Item::Of of) {
    const auto says = [&](std::string_view name) {
        const Json* const json = entry.find(name);
        return json && json->kind == Json::Kind::boolean && json->text == "true";
    };
    if (says("gone")) return Gone{};
    if (says("now")) return of == Item::Of::pair ? Content{AsNow{}} : Content{Husk{}};
    if (const Json* const entries = entry.find("entries")) {
        auto pair = of == Item::Of::pair ? read_pair_entries(*entries) : std::nullopt;
        if (!pair) return std::nullopt;
        return std::make_shared<const Pair>(std::move(*pair));
    }
    if (!entry.find("order")) return Husk{};
    auto listing = of != Item::Of::pair ? read_listing(entry) : std::nullopt;
    if (!listing) return std::nullopt;
    return std::make_shared<const Listing>(std::move(*listing));
}

std::optional<Item::Of> read_of(std::string_view name) {
    for (const Item::Of of : {Item::Of::journal, Item::Of::series, Item::Of::pair})
        if (name == name_of(of)) return of;
    return std::nullopt;
}

}  // namespace

Id name_of_revision(const Item& item, const Revision& revision) {
    std::string said(name_of(item.of));
    said.append(" ").append(item.id);
    for (const Id& parent : revision.parents) said.append(" ").append(parent);
    said.append("\n").append(std::to_string(revision.generation)).append("\n");
    Writer out(said);
    out.open('{');
    write_content(out, revision.content);
    out.close('}');
    return sha256(said).substr(0, 32);
}

void write_past(Entries& entries, const Item& item, const Past& past, const Pair* now) {
    for (const auto& [id, revision] : past) {
        entries.open();
        Writer& out = entries.out();
        out.member("id", id);
        out.member("kind", "revision");
        out.member("of", name_of(item.of));
        if (item.of != Item::Of::journal) out.member("item", item.id);
        write_list(out, "parents", revision.parents);
        out.key("generation");
        out.raw(std::to_string(revision.generation));
        const auto* pair = std::get_if<std::shared_ptr<const Pair>>(&revision.content);
        write_content(out, pair && now && **pair == *now ? Content{AsNow{}} : revision.content);
        out.close('}');
    }
}

std::optional<ReadRevision> read_revision(const Json& entry, bool trusted) {
    Value members(entry);
    const auto of = read_of(members.words_or_nothing("of"));
    ReadRevision read;
    read.revision.id = members.words_or_nothing("id");
    read.item.id = members.words_or_nothing("item");
    const auto generation = members.whole_number("generation");
    if (!of || !generation || !members.fine() || !read_list(entry.find("parents"), read.revision.parents)) return std::nullopt;
    read.item.of = *of;
    read.revision.generation = *generation;
    auto content = read_content(entry, *of);
    if (!content) return std::nullopt;
    read.revision.content = std::move(*content);
    const bool open = std::holds_alternative<AsNow>(read.revision.content);
    Revision checked = read.revision;
    if (open) checked.content = Husk{};
    if (misfit(checked, read.item)) return std::nullopt;
    const bool known = !open && !std::holds_alternative<Husk>(checked.content);
    if (known && !trusted && name_of_revision(read.item, checked) != checked.id) read.revision.content = Husk{};
    return read;
}

}  // namespace dajim::formats
