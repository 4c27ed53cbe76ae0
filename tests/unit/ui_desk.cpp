// The desk at every size and in every state: it draws, says what it drew, and can be worked through what it says.
#include <algorithm>

#include "app_writer.h"
#include "store/record.h"
#include "ui_window.h"

using namespace dajim;
using fake::Target;
using ui::Role;

namespace {

struct Size { float width, height; };
constexpr Size sizes[] = {{320, 560}, {360, 740}, {760, 600}, {1000, 700}, {1440, 900}, {3440, 1440}};

/// Somebody at a desk that is drawn.
struct Scene {
    fake::Folder folder;
    fake::Window window;
    fake::Writer writer;
    explicit Scene(std::string_view language = "en", Size size = {1440, 900})
        : writer(folder, language, &window.desk.page_setting(), &window.desk.field_setting()) {
        window.width = size.width;
        window.height = size.height;
    }
    void draw(int frames = 3) {
        for (; frames > 0; --frames) {
            writer.host.now += 16;
            window.draw(writer.program, writer.host.now);
        }
    }
    void ask(Role role, std::string_view name, ui::Deed deed = ui::Deed::activate) {
        const ui::Node* node = window.find(role, name);
        REQUIRE_MESSAGE(node, std::string(name));
        REQUIRE_FALSE(node->disabled);
        window.mirror.requests.push_back({node->id, deed});
        draw();
    }
    void point(float x, float y) {
        ImGui::GetIO().AddMousePosEvent(x, y);
        draw(1);
    }
    void click(float x, float y, int times = 1) {
        ImGuiIO& io = ImGui::GetIO();
        point(x, y);
        for (; times > 0; --times) {
            io.AddMouseButtonEvent(0, true);
            draw(1);
            io.AddMouseButtonEvent(0, false);
            draw(1);
        }
        draw(2);
    }
};

bool pressed(const ui::Node& node) {
    return node.role == Role::button || node.role == Role::tab || node.role == Role::toggle;
}

void check_nodes(const Scene& scene, bool drawer = false) {
    const auto& nodes = scene.window.mirror.nodes;
    const app::State& state = scene.writer.state();
    REQUIRE_FALSE(nodes.empty());
    const float label = ui::face_spec(ui::Face::label, state.settings.text_size).size;
    for (std::size_t at = 0; at < nodes.size(); ++at) {
        const ui::Node& node = nodes[at];
        CAPTURE(node.name);
        CAPTURE(node.value);
        CAPTURE(node.x);
        CAPTURE(node.y);
        CAPTURE(node.width);
        CAPTURE(node.height);
        CHECK(node.id != 0);
        CHECK(node.x >= -0.5f);
        CHECK(node.y >= -0.5f);
        CHECK(node.x + node.width <= scene.window.width + 0.5f);
        CHECK(node.y + node.height <= scene.window.height + 0.5f);
        CHECK(node.width >= 0);
        CHECK(node.height >= 0);
        bool parent_known = node.parent == 0;
        for (std::size_t other = 0; other < at; ++other) {
            CHECK(nodes[other].id != node.id);
            if (nodes[other].id == node.parent) parent_known = true;
        }
        CHECK(parent_known);
        if (pressed(node)) {
            CHECK_FALSE(node.name.empty());
            CHECK(node.width >= 24);
            CHECK(node.height >= 24);
        }
        if (node.role == Role::textbox) {
            CHECK_FALSE(node.name.empty());
            CHECK(node.width >= 4 * (app::is_page(node.target) ? static_cast<float>(state.settings.text_size) : label));
            CHECK(node.read_only == !state.writable(node.target));
            CHECK(node.invalid == state.field(node.target).invalid);
        }
    }
    if (drawer) return;   // it lies over the rest
    // A notice floats above all else, and takes the pointer from it.
    ui::NodeId notice = 0;
    for (const ui::Node& node : nodes) {
        if (node.role == Role::alert && node.parent != 0) notice = node.parent;
    }
    const auto floats = [&](const ui::Node& node) { return notice != 0 && node.parent == notice; };
    for (std::size_t a = 0; a < nodes.size(); ++a) {
        if (!pressed(nodes[a]) && nodes[a].role != Role::textbox) continue;
        for (std::size_t b = 0; b < a; ++b) {
            if (!pressed(nodes[b]) && nodes[b].role != Role::textbox) continue;
            const ui::Node &one = nodes[a], &other = nodes[b];
            const float across = std::min(one.x + one.width, other.x + other.width) - std::max(one.x, other.x);
            const float along = std::min(one.y + one.height, other.y + other.height) - std::max(one.y, other.y);
            const bool overlap = across > 0.5f && along > 0.5f && floats(one) == floats(other);
            CHECK_MESSAGE(!overlap, one.name, " at ", one.x, ", ", one.y, " ", one.width, " x ", one.height, " over ", other.name, " at ",
                          other.x, ", ", other.y, " ", other.width, " x ", other.height);
        }
    }
}

/// Each state a desk can be in, by name.
constexpr const char* states[] = {"loading", "empty",    "no pair",  "example",   "empty pair", "read only", "read only, empty",
                                  "trouble", "conflict", "silent", "update", "notice",   "bad dates", "long names", "long text", "composing",  "finding",   "replacing", "finding, read only"};

void bring(Scene& scene, std::string_view state) {
    fake::Writer& writer = scene.writer;
    if (state == "loading") return;
    if (state == "read only") {
        writer.open({store::write_record({1, {journal::SeriesAdded{fake::one_pair("다짐", "회고"), 0}}})}, {}, false);
        return;
    }
    if (state == "finding, read only") {
        bring(scene, "read only");
        writer.program.perform(app::ChoosePair{"p"});
        writer.run("find");
        writer.type("ㄷ");
        return;
    }
    if (state == "read only, empty") return writer.open({}, {}, false);
    if (state == "long names") {
        journal::Series series = fake::one_pair("다짐", "");
        series.name = "아주아주 긴 이름을 가진 시리즈의 이름이 여기에 있다 a very long name of a series indeed";
        series.pairs[0].name = "아주아주긴이름을가진쌍의이름이여기에있다averylongnameofapairindeed";
        series.pairs[0].end = journal::Date{2024, 12, 31};
        return writer.open_with(series);
    }
    if (state == "long text") {
        std::string words;
        for (int line = 0; line < 400; ++line) words += "## " + std::to_string(line) + "\n- 하나 둘 셋 넷 다섯 여섯 일곱 여덟 아홉 열 a word 👩‍👧\n> 인용\n\n";
        return writer.open_with(fake::one_pair(words, std::string(20'000, 'a')));
    }
    writer.open();
    if (state == "empty") return;
    if (state == "no pair") {
        writer.run("new-series");
        return;
    }
    if (state == "empty pair") {
        writer.run("new-pair");
        return;
    }
    writer.run("open-example");
    if (state == "trouble") writer.program.storage_failed(app::StorageTrouble::full);
    if (state == "conflict") writer.program.overtaken();
    if (state == "silent") {
        writer.program.hand_over();
        writer.program.pen_stays(app::Pen::silent);
    }
    if (state == "update") {
        writer.program.update_waiting();
        writer.program.keeping_known(app::Keeping::fleeting);
    }
    if (state == "notice") {
        writer.run("new-pair");
        writer.run("delete-pair");
    }
    if (state == "bad dates") {
        writer.go(Target::end_date);
        writer.type("x");
    }
    if (state == "finding" || state == "replacing") {
        writer.go(Target::resolution);
        writer.run(state == "finding" ? "find" : "replace");
        writer.type(writer.state().language == app::Language::ko ? "ㄱ" : "e");
        if (state == "replacing") writer.run("find-in-journal");
    }
    if (state == "composing") {
        writer.go(Target::retrospective);
        writer.key("ctrl+a");
        writer.compose("하");
    }
}

}  // namespace

TEST_CASE("the desk draws at every size, in every state and language, and its controls can be reached") {
    for (const char* language : {"ko", "en"}) {
        for (const Size& size : sizes) {
            for (const char* state : states) {
                CAPTURE(std::string(language));
                CAPTURE(size.width);
                CAPTURE(std::string(state));
                Scene scene(language, size);
                bring(scene, state);
                scene.draw(4);
                check_nodes(scene);
                CHECK(ImGui::GetDrawData()->TotalVtxCount > 0);
            }
        }
    }
}

TEST_CASE("text at its largest and its smallest leaves the controls where they can be reached") {
    for (const char* command : {"text-larger", "text-smaller"}) {
        for (const Size& size : sizes) {
            CAPTURE(std::string(command));
            CAPTURE(size.width);
            Scene scene("ko", size);
            bring(scene, "example");
            for (int press = 0; press < 20; ++press) scene.writer.run(command);
            scene.draw();
            check_nodes(scene);
        }
    }
}

TEST_CASE("a frame changes nothing by itself") {
    for (const Size& size : sizes) {
        CAPTURE(size.width);
        Scene scene("ko", size);
        bring(scene, "example");
        scene.draw(4);
        const journal::Journal journal = scene.writer.journal();
        const std::vector<ui::Node> nodes = scene.window.mirror.nodes;
        const bool undo = scene.writer.state().can_undo;
        scene.draw(4);
        CHECK(scene.writer.journal() == journal);
        CHECK(scene.writer.state().can_undo == undo);
        CHECK(scene.window.mirror.nodes == nodes);
    }
}

TEST_CASE("both pages are in sight of a wide window, one of a narrow one") {
    Scene wide("en", {1440, 900});
    bring(wide, "example");
    wide.draw();
    CHECK(wide.window.find(Role::textbox, "Resolution"));
    CHECK(wide.window.find(Role::textbox, "Retrospective"));
    CHECK(wide.window.glyphs.drawn.find("Publish") != std::string::npos);
    CHECK(wide.window.glyphs.drawn.find("Ten") != std::string::npos);
}

TEST_CASE("tabs change the page of a narrow window") {
    Scene scene("en", {360, 740});
    bring(scene, "example");
    scene.draw();
    CHECK(scene.window.find(Role::textbox, "Resolution"));
    CHECK_FALSE(scene.window.find(Role::textbox, "Retrospective"));
    scene.ask(Role::tab, "Retrospective");
    CHECK(scene.window.find(Role::textbox, "Retrospective"));
    CHECK_FALSE(scene.window.find(Role::textbox, "Resolution"));
    check_nodes(scene);
}

TEST_CASE("New pair makes one, asked by assistive technology") {
    Scene scene("en", {1440, 900});
    bring(scene, "no pair");
    scene.draw();
    scene.ask(Role::button, "New pair");
    REQUIRE(scene.writer.journal().series.size() == 1);
    CHECK(scene.writer.journal().series[0].pairs.size() == 1);
    CHECK(scene.writer.state().focus == Target::pair_name);
    CHECK(scene.window.find(Role::textbox, "Pair name"));
    scene.draw(10);
    CHECK(scene.writer.journal().series[0].pairs.size() == 1);   // asked once, made once
}

TEST_CASE("New pair makes one, clicked") {
    Scene scene("en", {1440, 900});
    bring(scene, "no pair");
    scene.draw();
    const ui::Node* button = scene.window.find(Role::button, "New pair");
    REQUIRE(button);
    scene.click(button->x + button->width / 2, button->y + button->height / 2);
    CHECK(scene.writer.journal().series[0].pairs.size() == 1);
}

TEST_CASE("a row that the list's edge cuts is not pressed below it") {
    const journal::Series series = fake::so_many_pairs(60);
    bool cut = false;
    for (float height = 700; height < 734; height += 11) {
        CAPTURE(height);
        Scene scene("en", {1440, height});
        scene.writer.open_with(series);
        scene.writer.program.perform(app::ChoosePair{"p1"});
        scene.draw();
        const ui::Node button = *scene.window.find(Role::button, "New pair");
        const float y = button.y + 1;
        for (const ui::Node& node : scene.window.mirror.nodes) cut |= node.name.starts_with("Pair ") && node.y < y && node.y + node.height > y;
        scene.click(button.x + button.width / 2, y);
        CHECK(scene.writer.journal().series[0].pairs.size() == 61);
    }
    CHECK(cut);
}

TEST_CASE("the list of pairs opens over a narrow window, and what it offers lies inside") {
    for (const Size& size : {Size{320, 560}, Size{360, 740}, Size{760, 600}}) {
        CAPTURE(size.width);
        Scene scene("en", size);
        bring(scene, "example");
        scene.draw();
        CHECK_FALSE(scene.window.find(Role::button, "New pair"));
        scene.ask(Role::button, "List of pairs");
        check_nodes(scene, true);
        scene.ask(Role::button, "New pair");
        CHECK(scene.writer.journal().series[0].pairs.size() == 3);
        scene.draw();
        CHECK_FALSE(scene.window.find(Role::button, "New pair"));   // closed by the choice of another pair
    }
}

TEST_CASE("every command that has a button says its name and whether it is possible") {
    Scene scene("en", {1440, 900});
    bring(scene, "example");
    scene.draw();
    for (const char* name : {"Undo", "Import", "Export", "List of pairs", "New pair", "New series", "Theme", "Larger text", "Smaller text",
                             "Line breaks", "Language", "Move pair up", "Move pair down", "Delete pair", "Move series up",
                             "Move series down", "Delete series", "Export resolution as Markdown", "Export retrospective as Markdown"}) {
        CAPTURE(std::string(name));
        const ui::Node* node = scene.window.find(Role::button, name);
        REQUIRE(node);
        CHECK_FALSE(node->disabled);
    }
    REQUIRE(scene.window.find(Role::button, "Redo"));
    CHECK(scene.window.find(Role::button, "Redo")->disabled);
    CHECK(scene.window.find(Role::button, "Undo")->shortcut == "Control+Z");
    scene.ask(Role::button, "Undo");
    CHECK(scene.writer.journal().series.empty());
    CHECK(scene.window.find(Role::button, "Undo")->disabled);
}

TEST_CASE("how long ago the journal was saved to a file is always in sight, once there is anything worth it") {
    for (const Size& size : {Size{1440, 900}, Size{360, 740}}) {
        CAPTURE(size.width);
        Scene scene("en", size);
        bring(scene, "empty pair");
        scene.draw();
        CHECK_FALSE(scene.window.find(Role::text, "Never saved to a file"));
        scene.writer.go(Target::resolution);
        scene.writer.type("x");
        scene.draw();
        CHECK(scene.window.find(Role::text, "Never saved to a file"));
        scene.writer.run("export");
        scene.draw();
        CHECK(scene.window.find(Role::text, "Last saved to a file: today"));
        const auto a_day_comes = [&scene](journal::Date day) {
            scene.writer.host.day = day;
            scene.writer.program.tick();
            scene.draw();
        };
        a_day_comes({2026, 11, 23});
        CHECK(scene.window.find(Role::text, "Last saved to a file: yesterday"));
        a_day_comes({2026, 12, 1});
        CHECK(scene.window.find(Role::text, "Last saved to a file: 9 days ago"));
        CHECK((scene.window.glyphs.drawn.find("days") != std::string::npos) == (size.width > 1000));
        CHECK((scene.window.glyphs.drawn.find("File:") != std::string::npos) == (size.width < 1000));
        a_day_comes({2026, 11, 1});   // a clock that goes wrong
        CHECK(scene.window.find(Role::text, "Last saved to a file: today"));
    }
}

TEST_CASE("how long the browser keeps things is told where saving is, and shown under the pointer") {
    Scene scene("en", {1440, 900});
    bring(scene, "example");
    scene.writer.program.keeping_known(app::Keeping::lasting);
    scene.draw();
    const ui::Node* told = scene.window.find(Role::text, "This browser keeps the journal until you delete it.");
    REQUIRE(told);
    CHECK(scene.window.glyphs.drawn.find("delete") == std::string::npos);
    scene.point(told->x + told->width / 2, told->y + told->height / 2);
    CHECK(scene.window.glyphs.drawn.find("delete") != std::string::npos);
}

TEST_CASE("a reader finds every button that would change the journal switched off") {
    Scene scene("en", {1440, 900});
    bring(scene, "read only");
    scene.draw();
    for (const char* name : {"New pair", "New series", "Import", "Undo"}) {
        CAPTURE(std::string(name));
        const ui::Node* node = scene.window.find(Role::button, name);
        REQUIRE(node);
        CHECK(node->disabled);
        scene.window.mirror.requests.push_back({node->id, ui::Deed::activate});
        scene.draw();
    }
    CHECK(scene.writer.journal().series[0].pairs.size() == 1);
    CHECK_FALSE(scene.window.find(Role::button, "Export")->disabled);
}

TEST_CASE("a click in a page puts the caret there, and two choose a word") {
    Scene scene("ko", {1440, 900});
    scene.writer.open_with(fake::one_pair("나는 오늘 다짐을 쓴다\n둘째 줄"));
    scene.draw();
    const ui::Node* page = scene.window.find(Role::textbox, "다짐");
    REQUIRE(page);
    scene.click(page->x + page->width / 2, page->y + page->height * 0.6f);
    CHECK(scene.writer.state().focus == Target::resolution);
    CHECK(scene.writer.marked(Target::resolution).starts_with("나는 오늘 다짐을 쓴다\n둘째 줄¦"));
    CHECK(scene.window.desk.caret().target == Target::resolution);
    const ui::Rect caret = scene.window.desk.caret().box;
    CHECK(caret.x > page->x);
    CHECK(caret.y > page->y);
    scene.writer.type("!");
    scene.draw();
    CHECK(scene.window.desk.caret().box.x > caret.x);
    scene.click(caret.x - 4, caret.y + caret.height / 2, 2);
    CHECK(scene.writer.marked(Target::resolution) == "나는 오늘 다짐을 쓴다\n둘째 [줄¦]!");
}

TEST_CASE("the caret is brought into sight of a long page") {
    for (const Size& size : sizes) {
        CAPTURE(size.width);
        Scene scene("ko", size);
        bring(scene, "long text");
        scene.writer.go(Target::resolution);
        scene.writer.key("ctrl+end");
        scene.draw(6);
        const ui::Node* page = scene.window.find(Role::textbox, "다짐");
        REQUIRE(page);
        ui::Rect caret = scene.window.desk.caret().box;
        CHECK(caret.y >= page->y);
        CHECK(caret.bottom() <= page->y + page->height);
        CHECK(scene.writer.state().editor(Target::resolution).scroll.top.paragraph > 1000);
        scene.writer.key("ctrl+home");
        scene.draw(6);
        caret = scene.window.desk.caret().box;
        CHECK(caret.y >= page->y);
        CHECK(scene.writer.state().editor(Target::resolution).scroll.top.paragraph == 0);
    }
}

TEST_CASE("the divider moves by keys and stays within its bounds") {
    Scene scene("en", {1440, 900});
    bring(scene, "example");
    scene.draw();
    const float before = scene.writer.state().settings.divider;
    scene.ask(Role::separator, "Divider", ui::Deed::increase);
    CHECK(scene.writer.state().settings.divider > before);
    for (const ui::Deed deed : {ui::Deed::to_least, ui::Deed::decrease, ui::Deed::to_most, ui::Deed::increase}) {
        scene.ask(Role::separator, "Divider", deed);
        const ui::Node* divider = scene.window.find(Role::separator, "Divider");
        REQUIRE(divider);
        CHECK(divider->now >= divider->least);
        CHECK(divider->now <= divider->most);
        check_nodes(scene);
    }
}

TEST_CASE("a notice is read out, can be taken back and be dismissed") {
    Scene scene("en", {1440, 900});
    bring(scene, "notice");
    scene.draw();
    bool told = false;
    for (const ui::Node& node : scene.window.mirror.nodes) told = told || (node.role == Role::alert && !(node.name + node.value).empty());
    CHECK(told);
    const std::size_t pairs = scene.writer.journal().series[0].pairs.size();
    SUBCASE("taken back") {
        scene.ask(Role::button, "Take back");
        CHECK(scene.writer.journal().series[0].pairs.size() == pairs + 1);
        CHECK_FALSE(scene.window.find(Role::button, "Take back"));
    }
    SUBCASE("dismissed") {
        scene.ask(Role::button, "Dismiss");
        CHECK(scene.writer.journal().series[0].pairs.size() == pairs);
        CHECK_FALSE(scene.window.find(Role::button, "Take back"));
    }
}

TEST_CASE("a click on a notice is no click on the page below it") {
    Scene scene("en", {1440, 900});
    bring(scene, "notice");
    scene.writer.program.perform(app::MoveDivider{0.7f});   // the left page lies under all of it
    scene.draw();
    const ui::Node* button = scene.window.find(Role::button, "Take back");
    const ui::Node* page = scene.window.find(Role::textbox, "Resolution");
    REQUIRE(button);
    REQUIRE(page);
    const float x = button->x + button->width / 2, y = button->y + button->height / 2;
    REQUIRE(ui::Rect{page->x, page->y, page->width, page->height}.holds({x, y}));
    const std::string before = scene.writer.marked(Target::resolution);
    const std::size_t pairs = scene.writer.journal().series[0].pairs.size();
    SUBCASE("taken back") {
        scene.click(x, y);
        CHECK(scene.writer.journal().series[0].pairs.size() == pairs + 1);
        CHECK(scene.writer.state().focus == Target::pair_name);   // where the deletion was asked for
    }
    SUBCASE("pressed beside its buttons") {
        scene.click(button->x - 20, y);
        CHECK(scene.writer.marked(Target::resolution) == before);
        CHECK(scene.writer.state().notice);
    }
    SUBCASE("once it has gone, the page hears again") {
        scene.writer.run("dismiss-notice");
        scene.draw();
        scene.click(x, y);
        CHECK(scene.writer.state().focus == Target::resolution);
    }
}

TEST_CASE("the caret blinks for a while and then rests, so that no frame is owed") {
    CHECK(ui::blink(0).shown);
    CHECK(ui::blink(0).next_ms);
    CHECK_FALSE(ui::blink(600).shown);
    CHECK(ui::blink(1100).shown);
    CHECK(ui::blink(60'000).shown);
    CHECK_FALSE(ui::blink(60'000).next_ms);

    Scene scene("ko", {1440, 900});
    bring(scene, "empty pair");
    scene.draw();
    CHECK(scene.window.desk.next_ms());
    scene.writer.host.now += 60'000;
    scene.draw();
    CHECK_FALSE(scene.window.desk.next_ms());
}

TEST_CASE("what is found is counted to those who do not see it, and each place in all pairs is a button") {
    for (const Size& size : sizes) {
        CAPTURE(size.width);
        Scene scene("en", size);
        scene.writer.open_with(fake::one_pair("one two one", "and one"));
        scene.writer.go(Target::resolution);
        scene.writer.key("ctrl+f");
        scene.writer.type("one");
        scene.draw();
        const auto said = [&] {
            std::string out;
            for (const ui::Node& node : scene.window.mirror.nodes) {
                if (node.role == Role::status && node.value.find('/') != std::string::npos) out = node.value;
            }
            return out;
        };
        CHECK(said() == "1/3");
        scene.ask(Role::button, "Find next");
        CHECK(said() == "2/3");
        CHECK_FALSE(scene.window.find(Role::group, "Matches"));
        scene.ask(Role::button, "Find in all pairs");
        check_nodes(scene);
        REQUIRE(scene.window.find(Role::group, "Matches"));
        scene.writer.key("enter");
        scene.draw();
        CHECK(said() == "3/3");
        scene.ask(Role::button, "9기 Retrospective: and one");
        CHECK(scene.writer.state().focus == Target::retrospective);
        CHECK(scene.writer.marked(Target::retrospective) == "and [one¦]");
        scene.ask(Role::button, "Close find");
        CHECK_FALSE(scene.window.find(Role::textbox, "Words to find"));
    }
}

TEST_CASE("beside an empty resolution last time's goals lie at every size, and a press carries one on") {
    for (const Size& size : sizes) {
        for (const char* language : {"ko", "en"}) {
            CAPTURE(size.width);
            Scene scene(language, size);
            fake::Writer& writer = scene.writer;
            writer.open();
            writer.run("open-example");
            writer.run("delete-pair", writer.journal().series[0].pairs[1].id);
            writer.run("dismiss-notice");
            const journal::Pair& last = *writer.state().chosen_pair();
            for (const std::size_t at : {0, 2, 3, 4, 6}) {   // enough to tell how sure one has been
                writer.program.perform(app::ChooseGoal{last.goals[at].id});
                writer.run("verdict-partly");
            }
            writer.run("new-pair");
            scene.draw(4);
            check_nodes(scene);
            CHECK(scene.window.find(Role::heading, language == std::string_view("ko") ? "자신감과 결과" : "Confidence and outcome"));
            std::vector<ui::Node> rows;
            for (const ui::Node& node : scene.window.mirror.nodes) {
                if (node.role == Role::list_item) rows.push_back(node);
            }
            REQUIRE(rows.size() == 7);
            scene.window.mirror.requests.push_back({rows[1].id, ui::Deed::activate});
            scene.draw(4);
            CHECK(writer.text(Target::resolution).starts_with("- "));
            REQUIRE(writer.state().chosen_pair()->goals.size() == 1);
            writer.run("dismiss-notice");
            scene.draw(2);
            check_nodes(scene);
            const ui::Node* first = scene.window.find(Role::list_item, rows[0].name);
            REQUIRE(first);
            scene.click(first->x + 20, first->y + 12);
            CHECK(writer.state().chosen_pair()->goals.size() == 2);
        }
    }
}

TEST_CASE("a way to begin is pressed on the empty page, and a press beside it is one on the page") {
    Scene scene("en", {1440, 900});
    scene.writer.open();
    scene.writer.run("new-pair");
    scene.draw(4);
    const ui::Node chip = *scene.window.find(Role::button, "OKR");
    scene.click(chip.x + 10, chip.y + chip.height + 200);
    CHECK(scene.writer.state().focus == Target::resolution);
    CHECK(scene.writer.text(Target::resolution).empty());
    scene.click(chip.x + 10, chip.y + 10);
    CHECK(scene.writer.text(Target::resolution).starts_with("## Objective 1"));
    CHECK_FALSE(scene.window.find(Role::button, "Start · Stop · Continue") == nullptr);   // the other page is still empty
}
