// The goal's card where there is little room: the page keeps its own, and every row of the card can be come to.
#include "app_writer.h"
#include "ui_window.h"

using namespace dajim;
using fake::Target;
using ui::Role;

namespace {

struct Scene {
    fake::Folder folder;
    fake::Window window;
    fake::Writer writer{folder, "en", &window.desk.page_setting(), &window.desk.field_setting()};

    Scene(float width, float height) {
        window.width = width;
        window.height = height;
        writer.open_with(fake::one_pair("Publish at least ten posts\nAnother line", "Overall I kept 70% of my goals."));
        draw();
        writer.go(Target::resolution);
        writer.select(Target::resolution, {{0, 0}, {0, 0}, {}});
        writer.key("ctrl+j");
        draw();
    }
    void draw(int frames = 3) {
        for (; frames > 0; --frames) {
            writer.host.now += 16;
            window.draw(writer.program, writer.host.now);
        }
    }
    const ui::Node& card() const {
        const ui::Node* node = window.find(Role::group, "Goal “Publish at least ten posts”");
        REQUIRE(node);
        return *node;
    }
    ui::Rect place(Role role, std::string_view name) const {
        const ui::Node* node = window.find(role, name);
        REQUIRE_MESSAGE(node, std::string(name));
        return {node->x, node->y, node->width, node->height};
    }
    void click(const ui::Rect& at) {
        ImGui::GetIO().AddMousePosEvent(at.x + at.width / 2, at.y + at.height / 2);
        draw(2);
        for (const bool down : {true, false}) {
            ImGui::GetIO().AddMouseButtonEvent(0, down);
            draw(1);
        }
        draw(1);
    }
};

}  // namespace

TEST_CASE("however much the card has to show, the pages keep more than half of the room") {
    for (const auto& [width, height] : {std::pair{360.0f, 740.0f}, {320.0f, 560.0f}, {1200.0f, 800.0f}}) {
        CAPTURE(width);
        Scene scene(width, height);
        scene.writer.key("ctrl+alt+3");
        scene.writer.run("goal-details");
        scene.draw();
        const ui::Node& card = scene.card();
        CHECK(card.height < height * 0.45f);
        CHECK(scene.place(Role::textbox, "Resolution").height > height * 0.15f);
        for (const ui::Node& node : scene.window.mirror.nodes) {
            if (node.parent != card.id) continue;
            CAPTURE(node.name);
            CHECK(node.y >= card.y);
            CHECK(node.y + node.height <= card.y + card.height);
            CHECK(node.x + node.width <= card.x + card.width);
            if (node.role == Role::button || node.role == Role::toggle) CHECK(node.width >= 24);
        }
    }
}

TEST_CASE("a row of the card that is out of sight comes with the keyboard, and with the wheel") {
    Scene scene(360, 740);
    scene.writer.key("ctrl+alt+3");
    scene.writer.run("goal-details");
    scene.draw();
    const auto press_link = [&] {   // where it is told to be
        scene.writer.go(Target::resolution);
        scene.click(scene.place(Role::textbox, "Add a link"));
        return scene.writer.state().focus == Target::goal_link;
    };
    CHECK_FALSE(press_link());
    scene.window.mirror.focused = scene.window.find(Role::textbox, "Add a link")->id;
    scene.draw();
    CHECK(press_link());
    const app::Scroll page = scene.writer.state().editor(Target::resolution).scroll;
    ImGui::GetIO().AddMouseWheelEvent(0, 20);
    scene.draw();
    CHECK_FALSE(press_link());
    CHECK(scene.writer.state().editor(Target::resolution).scroll == page);
}

TEST_CASE("the foot tells what verdicts come to beside what the text says, short where there is little room") {
    for (const float width : {360.0f, 800.0f, 1200.0f, 1900.0f}) {
        CAPTURE(width);
        Scene scene(width, 800);
        if (width == 360) scene.window.mirror.requests.push_back({scene.window.find(Role::tab, "Retrospective")->id, ui::Deed::activate});
        scene.draw();
        CHECK_FALSE(scene.window.find(Role::text, "computed 100"));
        scene.writer.key("ctrl+alt+1");
        scene.draw();
        CHECK(scene.window.find(Role::text, "computed 100"));
        const ui::Node* stated = scene.window.find(Role::button, "Show the score in the text");
        REQUIRE(stated);
        CHECK(stated->value == "the text says 70");
        scene.click({stated->x, stated->y, stated->width, stated->height});
        CHECK(scene.writer.state().focus == Target::retrospective);
        CHECK_FALSE(scene.writer.state().editor(Target::retrospective).selection.empty());
    }
}
