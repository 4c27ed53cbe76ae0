// The ribbon: each band runs from a goal's words to its answer, can be pressed there, is told in words, and costs little.
#include <algorithm>
#include <cmath>
#include <tuple>

#include "app_writer.h"
#include "ui/band.h"
#include "ui/page_foot.h"
#include "ui_window.h"

using namespace dajim;
using fake::Target;
using journal::VerdictKind;
using ui::Role;

namespace {

constexpr VerdictKind all_kinds[] = {VerdictKind::kept,    VerdictKind::partly,  VerdictKind::not_kept,
                                     VerdictKind::changed, VerdictKind::dropped, VerdictKind::cannot_judge};

/// A paragraph's words as a passage.
journal::Passage passage(const journal::Id& id, const text::Buffer& text, std::size_t paragraph) {
    return {.id = id, .range = text::Range{{paragraph, 0}, {paragraph, text.paragraph(paragraph).size()}}, .exact = text.paragraph(paragraph)};
}

/// A pair whose paragraph n on the left is goal "gn", answered by the same one on the right where `answers` says so.
journal::Series pair_of(const std::string& left, const std::string& right, const std::vector<std::vector<std::size_t>>& answers,
                        const std::vector<std::optional<VerdictKind>>& verdicts) {
    journal::Series series = fake::one_pair(left, right);
    journal::Pair& pair = series.pairs[0];
    for (std::size_t at = 0; at < answers.size(); ++at) {
        journal::Goal goal;
        goal.id = "g" + std::to_string(at);
        goal.words = passage(goal.id, pair.document(journal::End::resolution).text, at);
        for (std::size_t answer : answers[at]) {
            goal.answers.push_back(passage(goal.id + "-" + std::to_string(answer), pair.document(journal::End::retrospective).text, answer));
        }
        if (verdicts[at]) goal.verdict = journal::Verdict{.kind = *verdicts[at], .still_right = {}, .score = {}, .reason = {}, .obstacles = {}};
        pair.goals.push_back(goal);
    }
    return series;
}

struct Scene {
    fake::Folder folder;
    fake::Window window;
    fake::Writer writer{folder, "en", &window.desk.page_setting(), &window.desk.field_setting()};

    explicit Scene(const journal::Series& series, float width = 1440) {
        window.width = width;
        writer.open_with(series);
        draw();
    }
    void draw(int frames = 3) {
        for (; frames > 0; --frames) {
            writer.host.now += 16;
            window.draw(writer.program, writer.host.now);
        }
    }
    /// The strip between the pages, from one to the other.
    ui::Rect between() const {
        const ui::Node *left = window.find(Role::textbox, "Resolution"), *right = window.find(Role::textbox, "Retrospective");
        REQUIRE(left);
        REQUIRE(right);
        return {left->x + left->width, left->y - 60, right->x - left->x - left->width, left->height + 60 + ui::foot_height};
    }
    /// The height of a paragraph's first row, as it is drawn.
    ui::Rect row(Target target, std::size_t paragraph) {
        const ui::Node* page = window.find(Role::textbox, target == Target::resolution ? "Resolution" : "Retrospective");
        text::Layout& layout = writer.program.layout(target);
        const app::Scroll scroll = writer.state().editor(target).scroll;
        const float top = layout.caret(scroll.top, text::Affinity::downstream).y + scroll.offset;
        const text::CaretBox box = layout.caret({paragraph, 0}, text::Affinity::downstream);
        return {page->x, page->y + box.y - std::round(top), page->width, box.height};
    }
    const ui::Node* told(std::string_view begin) const {
        for (const ui::Node& node : window.mirror.nodes) {
            if (node.role == Role::list_item && node.name.starts_with(begin)) return &node;
        }
        return nullptr;
    }
    void move(float x, float y) {
        ImGui::GetIO().AddMousePosEvent(x, y);
        draw(2);
    }
    void click(float x, float y) {
        move(x, y);
        for (const bool down : {true, false}) {
            ImGui::GetIO().AddMouseButtonEvent(0, down);
            draw(1);
        }
        draw(1);
    }
    /// How much of one colour is drawn at a place between the pages: pieces of it that the point lies in or beside.
    bool drawn_at(float x, float y, ImU32 color, float within = 2) const {
        for (const ImDrawList* list : ImGui::GetDrawData()->CmdLists) {
            for (const ImDrawVert& vertex : list->VtxBuffer) {
                if ((vertex.col & ~IM_COL32_A_MASK) != (color & ~IM_COL32_A_MASK) || (vertex.col >> IM_COL32_A_SHIFT) == 0) continue;
                if (std::abs(vertex.pos.x - x) <= within && std::abs(vertex.pos.y - y) <= within) return true;
            }
        }
        return false;
    }
};

float contrast(ImU32 a, ImU32 b) {
    const auto luminance = [](ImU32 color) {
        const auto part = [color](int shift) {
            const float value = static_cast<float>((color >> shift) & 0xFF) / 255;
            return value <= 0.04045f ? value / 12.92f : std::pow((value + 0.055f) / 1.055f, 2.4f);
        };
        return 0.2126f * part(IM_COL32_R_SHIFT) + 0.7152f * part(IM_COL32_G_SHIFT) + 0.0722f * part(IM_COL32_B_SHIFT);
    };
    const float one = luminance(a) + 0.05f, other = luminance(b) + 0.05f;
    return std::max(one, other) / std::min(one, other);
}

const std::string five_lines = "Publish ten posts\nFinish early\nOne metaphor each\nWrite up three papers\nCoffee once a month";
const std::string answers_below = "Looking back\n\n\nTen it was\nHalf of the time\nOne of three";

}  // namespace

TEST_CASE("a band begins at its goal's row and ends at its answer's") {
    Scene scene(pair_of(five_lines, answers_below, {{3}, {4}, {}, {5}, {}}, {VerdictKind::kept, VerdictKind::partly, {}, VerdictKind::not_kept, {}}));
    const ui::Theme& theme = ui::theme(false);
    const ui::Rect between = scene.between();
    const auto check = [&](std::size_t goal, std::size_t answer, ImU32 color) {
        CAPTURE(goal);
        const ui::Rect left = scene.row(Target::resolution, goal), right = scene.row(Target::retrospective, answer);
        const float inset = left.height * 0.11f;
        CHECK(scene.drawn_at(between.x, left.y + inset, color));
        CHECK(scene.drawn_at(between.x, left.bottom() - inset, color));
        CHECK(scene.drawn_at(between.right(), right.y + right.height * 0.11f, color));
        CHECK(scene.drawn_at(between.right(), right.bottom() - right.height * 0.11f, color));
        CHECK_FALSE(scene.drawn_at(between.right(), left.y - 60, color, 8));
    };
    check(0, 3, theme.kept);
    check(1, 4, theme.partly);
    check(3, 5, theme.not_kept);
}

TEST_CASE("a goal that nothing answers ends in a bracket at its own page, and says so where there is room") {
    for (const float width : {1440.0f, 800.0f}) {
        CAPTURE(width);
        Scene scene(pair_of(five_lines, answers_below, {{}}, {std::nullopt}), width);
        const ui::Rect between = scene.between(), row = scene.row(Target::resolution, 0);
        const ImU32 color = ui::unjudged_color(ui::theme(false));
        CHECK(scene.drawn_at(between.x + 6, row.y + row.height * 0.11f, color));
        CHECK(scene.drawn_at(between.x + 6, row.bottom() - row.height * 0.11f, color));
        CHECK(scene.drawn_at(between.x + std::min(24.0f, 6 + between.width * 0.3f), row.y + row.height * 0.11f, color));   // open to the right
        for (float y = between.y; y < between.bottom(); y += 3) CHECK_FALSE(scene.drawn_at(between.right() - 2, y, color, 2));
        CHECK((scene.window.glyphs.drawn.find("noanswer") != std::string::npos) == (width == 1440));   // blanks are not drawn
    }
}

TEST_CASE("what was never promised has a lane at its own page, is told by its words, and is pressed there") {
    journal::Series series = fake::one_pair(five_lines, answers_below);
    series.pairs[0].unpromised.push_back(passage("u", series.pairs[0].document(journal::End::retrospective).text, 3));
    Scene scene(series);
    const ui::Rect between = scene.between(), row = scene.row(Target::retrospective, 3);
    const ImU32 color = ui::unpromised_color(ui::theme(false));
    CHECK(scene.drawn_at(between.right() - 1, row.y + row.height * 0.11f, color));
    CHECK(scene.drawn_at(between.right() - 1, row.bottom() - row.height * 0.11f, color));
    CHECK(scene.drawn_at(between.right() - 14, row.y + row.height / 2, color));
    CHECK_FALSE(scene.drawn_at(between.x + 4, row.y + row.height / 2, color, 12));
    const ui::Node* list = scene.window.find(Role::list, "Unpromised");
    REQUIRE(list);
    REQUIRE(scene.told("Ten it was"));
    CHECK(scene.told("Ten it was")->parent == list->id);
    scene.click(between.right() - 8, row.y + row.height / 2);
    CHECK(scene.writer.state().unpromised == "u");
    CHECK(scene.told("Ten it was")->selected);
    REQUIRE(scene.window.find(Role::group, "Unpromised “Ten it was”"));
    scene.window.mirror.requests.push_back({scene.window.find(Role::button, "Remember as a goal")->id, ui::Deed::activate});
    scene.draw();
    CHECK(scene.writer.state().chosen_pair()->unpromised.empty());
    REQUIRE(scene.writer.state().chosen_goal());
    CHECK(scene.writer.state().chosen_goal()->remembered);
    CHECK(scene.writer.state().chosen_goal()->answers.at(0).id == "u");
    scene.writer.undo();
    scene.draw();
    CHECK(scene.writer.state().chosen_pair()->unpromised.size() == 1);
    CHECK(scene.writer.state().chosen_pair()->goals.empty());
}

TEST_CASE("a page shown alone has the ends of the bands beside its words, clear of them, and a press shows the other end") {
    std::string right;
    for (int line = 0; line < 60; ++line) right += "A line about something else " + std::to_string(line) + "\n";
    right += "Ten it was";
    journal::Series series = pair_of(five_lines, right, {{60}, {}}, {VerdictKind::kept, {}});
    Scene scene(series, 360);
    REQUIRE(scene.writer.state().shown == journal::End::resolution);
    const ui::Node* page = scene.window.find(Role::textbox, "Resolution");
    REQUIRE(page);
    const ui::Rect strip{page->x + page->width, page->y, 360 - page->x - page->width, page->height};
    CHECK(strip.width >= 12);
    const ui::Rect row = scene.row(Target::resolution, 0), silent = scene.row(Target::resolution, 1);
    CHECK(scene.drawn_at(strip.x, row.y + row.height * 0.11f, ui::theme(false).kept));
    CHECK(scene.drawn_at(strip.right(), row.bottom() - row.height * 0.11f, ui::theme(false).kept));
    CHECK(scene.drawn_at(strip.x + 3, silent.y + silent.height * 0.11f, ui::unjudged_color(ui::theme(false)), 3));
    CHECK(scene.told("“Publish ten posts” — kept; answered"));
    CHECK(scene.told("“Finish early” — silent, no answer"));
    CHECK_FALSE(scene.window.find(Role::separator, "Divider"));
    scene.click(strip.x + strip.width / 2, row.y + row.height / 2);
    CHECK(scene.writer.state().goal == "g0");
    scene.window.mirror.requests.push_back({scene.window.find(Role::tab, "Retrospective")->id, ui::Deed::activate});
    scene.draw();
    const ui::Node* other = scene.window.find(Role::textbox, "Retrospective");
    REQUIRE(other);
    CHECK(other->x >= 12);
    const ui::Rect answer = scene.row(Target::retrospective, 60);
    CHECK(answer.y > other->y);
    CHECK(answer.bottom() < other->y + other->height);
    CHECK(scene.drawn_at(0, answer.y + answer.height * 0.11f, ui::theme(false).kept));
    CHECK(scene.told("“Publish ten posts” — kept; answered")->selected);
}

TEST_CASE("bands are pressed where they are drawn, between them lies the divider") {
    Scene scene(pair_of(five_lines, answers_below, {{3}, {4}, {}}, {VerdictKind::kept, VerdictKind::partly, {}}));
    const ui::Rect between = scene.between();
    const ui::Rect left = scene.row(Target::resolution, 0), right = scene.row(Target::retrospective, 3);
    const ui::Reach from{left.y + 3, left.bottom() - 3}, to{right.y + 3, right.bottom() - 3};
    const ui::Band band(between.x, from, between.right(), to);
    for (const float along : {0.05f, 0.3f, 0.5f, 0.7f, 0.95f}) {
        CAPTURE(along);
        scene.writer.program.perform(app::ChooseGoal{});
        const float x = between.x + between.width * along;
        scene.click(x, band.at(x).middle());
        CHECK(scene.writer.state().goal == "g0");
    }
    scene.click(between.x + 8, scene.row(Target::resolution, 2).y + 12);
    CHECK(scene.writer.state().goal == "g2");
    const float share = scene.writer.state().settings.divider;
    CHECK(share == 0.5f);

    // Where no band is, the divider is dragged. (The chosen goal's card lies below the pages now.)
    const float free = scene.between().bottom() - 60;
    scene.move(between.x + between.width / 2, free);
    ImGui::GetIO().AddMouseButtonEvent(0, true);
    scene.draw(1);
    scene.move(between.x + between.width / 2 - 60, free);
    scene.move(between.x + between.width / 2 - 80, left.y + 20);   // over bands, too
    ImGui::GetIO().AddMouseButtonEvent(0, false);
    scene.draw();
    CHECK(scene.writer.state().settings.divider < share);
    CHECK(scene.writer.state().goal == "g2");
}

TEST_CASE("a band is told in words, and chosen by them") {
    Scene scene(pair_of(five_lines, answers_below, {{3}, {4}, {}, {5}}, {VerdictKind::kept, {}, {}, VerdictKind::changed}));
    const ui::Node* list = scene.window.find(Role::list, "Goals");
    REQUIRE(list);
    const ui::Node* kept = scene.told("“Publish ten posts” — kept; answered");
    REQUIRE(kept);
    CHECK(kept->parent == list->id);
    CHECK(scene.told("“Finish early” — no verdict; answered"));
    CHECK(scene.told("“One metaphor each” — silent, no answer"));
    CHECK(scene.told("“Write up three papers” — changed; answered"));
    const ui::Rect row = scene.row(Target::resolution, 0);
    CHECK(std::abs(kept->y + kept->height / 2 - row.y - row.height / 2) < 1);
    CHECK(kept->x == doctest::Approx(scene.between().x));
    scene.window.mirror.requests.push_back({kept->id, ui::Deed::activate});
    scene.draw();
    CHECK(scene.writer.state().goal == "g0");
    CHECK(scene.told("“Publish ten posts”")->selected);
}

TEST_CASE("lost words are told and have their place above the page") {
    journal::Series series = pair_of(five_lines, answers_below, {{3}, {}}, {VerdictKind::kept, {}});
    for (journal::Goal& goal : series.pairs[0].goals) goal.words.range.reset();
    Scene scene(series);
    CHECK(scene.told("“Publish ten posts” — kept; answered; words that are gone"));
    const ui::Rect between = scene.between(), first = scene.row(Target::resolution, 0);
    bool above = false;
    for (float y = between.y; y < first.y; y += 2) above = above || scene.drawn_at(between.x + 4, y, ui::theme(false).kept, 3);
    CHECK(above);
    const ui::Rect right = scene.row(Target::retrospective, 3);
    CHECK(scene.drawn_at(between.right(), right.y + 3, ui::theme(false).kept));
}

TEST_CASE("a goal with two answers has a band that parts") {
    Scene scene(pair_of(five_lines, answers_below, {{5, 0}}, {VerdictKind::kept}));
    const ui::Rect between = scene.between();
    for (const std::size_t answer : {std::size_t{0}, std::size_t{5}}) {
        const ui::Rect row = scene.row(Target::retrospective, answer);
        CHECK(scene.drawn_at(between.right(), row.y + row.height * 0.11f, ui::theme(false).kept));
    }
    const ui::Rect left = scene.row(Target::resolution, 0);
    CHECK(scene.drawn_at(between.x, left.y + left.height / 2, ui::theme(false).kept));   // where they part
}

TEST_CASE("no frame differs from the one before while nothing changes") {
    for (const float width : {1440.0f, 1000.0f, 800.0f}) {
        Scene scene(pair_of(five_lines, answers_below, {{3}, {4, 5}, {}}, {VerdictKind::kept, VerdictKind::changed, {}}), width);
        const auto picture = [&] {
            scene.draw(1);
            std::vector<ImDrawVert> all;
            for (const ImDrawList* list : ImGui::GetDrawData()->CmdLists) all.insert(all.end(), list->VtxBuffer.begin(), list->VtxBuffer.end());
            return all;
        };
        scene.draw(4);
        const std::vector<ImDrawVert> once = picture(), again = picture();
        REQUIRE(once.size() == again.size());
        CHECK(std::equal(once.begin(), once.end(), again.begin(), [](const ImDrawVert& a, const ImDrawVert& b) {
            return a.pos.x == b.pos.x && a.pos.y == b.pos.y && a.col == b.col;
        }));
        CHECK_FALSE(scene.window.desk.next_ms().has_value());
    }
}

TEST_CASE("two hundred goals lay out what is in sight alone") {
    std::string left, right;
    std::vector<std::vector<std::size_t>> answers;
    std::vector<std::optional<VerdictKind>> verdicts;
    for (std::size_t at = 0; at < 200; ++at) {
        left += "Goal number " + std::to_string(at) + "\n";
        right += "What became of number " + std::to_string(at) + "\n";
        answers.push_back({(at * 7) % 200});
        verdicts.push_back(all_kinds[at % std::size(all_kinds)]);
    }
    Scene scene(pair_of(left, right, answers, verdicts));
    const auto set = [&] {
        return scene.writer.program.layout(Target::resolution).paragraphs_set() + scene.writer.program.layout(Target::retrospective).paragraphs_set();
    };
    CHECK(set() < 160);   // of two pages
    const std::uint64_t before = set();
    for (int step = 0; step < 5; ++step) {
        scene.writer.program.perform(app::ScrollTo{Target::resolution, {{static_cast<std::size_t>(step * 40), 0}, 7}});
        scene.draw(1);
    }
    CHECK(set() - before < 5 * 60);
    std::size_t items = 0;
    for (const ui::Node& node : scene.window.mirror.nodes) items += node.role == Role::list_item;
    CHECK(items == 200);
}

TEST_CASE("ends whose words are out of sight lie beside each other at the page's edge") {
    std::string left, right;
    std::vector<std::vector<std::size_t>> answers;
    for (std::size_t at = 0; at < 8; ++at) {
        left += "Goal " + std::to_string(at) + "\n";
        answers.push_back({at + 100});
    }
    for (std::size_t at = 0; at < 140; ++at) right += "Line " + std::to_string(at) + "\n";
    Scene scene(pair_of(left, right, answers, std::vector<std::optional<VerdictKind>>(8, VerdictKind::kept)));
    const ui::Rect between = scene.between();
    std::vector<float> heights;
    for (const ImDrawList* list : ImGui::GetDrawData()->CmdLists) {
        for (const ImDrawVert& vertex : list->VtxBuffer) {
            const bool kept = (vertex.col & ~IM_COL32_A_MASK) == (ui::theme(false).kept & ~IM_COL32_A_MASK);
            if (kept && std::abs(vertex.pos.x - between.right()) < 0.1f) heights.push_back(vertex.pos.y);
        }
    }
    REQUIRE(heights.size() == 16);   // a top and a bottom each
    std::sort(heights.begin(), heights.end());
    for (std::size_t at = 0; at < heights.size(); at += 2) {
        CHECK(heights[at + 1] - heights[at] < 4);
        if (at > 0) CHECK(heights[at] - heights[at - 1] > 1);
    }
    CHECK(heights.front() > between.bottom() - 60);
    CHECK(heights.back() <= between.bottom());
}

TEST_CASE("the pointer lights a band, and leaves it dark again") {
    Scene scene(pair_of(five_lines, answers_below, {{3}, {}}, {VerdictKind::kept, {}}));
    const ui::Rect between = scene.between(), left = scene.row(Target::resolution, 0);
    const auto corners = [&] {
        scene.draw(1);
        std::size_t count = 0;
        for (const ImDrawList* list : ImGui::GetDrawData()->CmdLists) {
            for (const ImDrawVert& vertex : list->VtxBuffer) count += vertex.col == ui::faded(ui::theme(false).kept, 0.42f);
        }
        return count;
    };
    CHECK(corners() > 0);
    ImGui::GetIO().AddMousePosEvent(between.x + 1, left.y + left.height / 2);
    scene.draw(1);
    CHECK(scene.window.desk.ribbon().hovered() == "g0");
    CHECK(scene.window.desk.next_ms() == 0);   // its ends are lit in the next frame
    scene.draw(1);
    CHECK_FALSE(scene.window.desk.next_ms().has_value());
    CHECK(corners() == 0);
    scene.move(10, 10);
    CHECK(scene.window.desk.ribbon().hovered().empty());
    CHECK(corners() > 0);
}

TEST_CASE("every mark of the ribbon can be seen on the desk in either theme") {
    for (const bool dark : {false, true}) {
        const ui::Theme& theme = ui::theme(dark);
        for (const ImU32 ground : {theme.desk, theme.paper}) {
            for (const VerdictKind kind : all_kinds) CHECK(contrast(ui::band_look(theme, kind).color, ground) >= 3);
            CHECK(contrast(ui::unjudged_color(theme), ground) >= 3);
            CHECK(contrast(ui::unpromised_color(theme), ground) >= 3);
        }
    }
}

TEST_CASE("no two verdicts have the same shape") {
    const auto shape = [](VerdictKind kind) {
        const ui::BandLook look = ui::band_look(ui::theme(false), kind);
        return std::tuple(look.ground > 0.3f, look.hatched, look.wavy, look.edge);
    };
    for (const VerdictKind one : all_kinds) {
        for (const VerdictKind other : all_kinds) CHECK((one == other) == (shape(one) == shape(other)));
    }
}

TEST_CASE("the distance to a band is that to its nearest edge, also where it is steep") {
    const ui::Band level(0, {10, 30}, 100, {10, 30});
    CHECK(level.distance({50, 20}) == 0);
    CHECK(level.distance({50, 35}) == doctest::Approx(5));
    CHECK(level.distance({120, 20}) > 1000);
    const ui::Band steep(0, {0, 20}, 60, {800, 820});
    CHECK(steep.distance({30, 410}) == 0);
    const ui::Reach middle = steep.at(30);
    CHECK(middle.height() > 60);   // across it is still as wide as a band
    CHECK(steep.distance({30, middle.bottom + 60}) < 6);
    for (float x = 0; x <= 60; x += 0.5f) CHECK(steep.at(x).top <= steep.at(x).bottom);
}

TEST_CASE("a pair's row on the shelf tells what became of its goals") {
    Scene scene(pair_of(five_lines, answers_below, {{3}, {4}, {}, {5}, {}}, {VerdictKind::kept, VerdictKind::partly, {}, VerdictKind::kept, {}}));
    const ui::Node* pair = scene.window.find(Role::button, "9기");
    REQUIRE(pair);
    CHECK(pair->value == "2 kept, 1 partly, 2 silent");
    CHECK(scene.drawn_at(pair->x + 18, pair->y + pair->height - 17, ui::theme(false).kept, 4));
}
