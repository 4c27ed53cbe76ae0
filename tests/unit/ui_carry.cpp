// Words carried by the pointer, from the press of a button to what is drawn and what it leads to.
#include <doctest/doctest.h>

#include "app_writer.h"
#include "ui_window.h"

using namespace dajim;
using fake::Target;
using ui::Role;

namespace {

/// "둘 " of the left page is selected; places of letters by their caret.
struct Scene {
    fake::Folder folder;
    fake::Window window;
    fake::Writer writer{folder, "en", &window.desk.page_setting(), &window.desk.field_setting()};

    Scene() {
        writer.open_with(fake::one_pair("하나 둘 셋", "넷 다섯"));
        draw();
        select(Target::resolution, 7, 11);
    }
    void select(Target target, std::size_t from, std::size_t to) {
        writer.select(target, {{0, from}, {0, to}, text::Affinity::downstream});
        draw();
    }
    void draw(int frames = 3) {
        for (; frames > 0; --frames) {
            writer.host.now += 16;
            window.draw(writer.program, writer.host.now);
        }
    }
    void point(ImVec2 at) {
        ImGui::GetIO().AddMousePosEvent(at.x, at.y);
        draw();
    }
    void button(bool down) {
        ImGui::GetIO().AddMouseButtonEvent(0, down);
        draw();
    }
    /// A place in the first line of a page: `x` from its first letter on, in CSS pixels.
    ImVec2 place(const char* page, float x) {
        const ui::Node* node = window.find(Role::textbox, page);
        REQUIRE(node);
        return {node->x + 54 + x, node->y + 16};
    }
    float em() const { return static_cast<float>(writer.state().settings.text_size); }
    ImVec2 inside() { return place("Resolution", em() * 2.7f); }   // on 둘: 하나 is two wide, a blank half of one
};

}  // namespace

TEST_CASE("a selection is lifted by moving, and falls where the button is let go") {
    Scene scene;
    scene.point(scene.inside());
    CHECK(ImGui::GetMouseCursor() == ImGuiMouseCursor_Arrow);
    scene.button(true);
    REQUIRE(scene.writer.state().carried);
    CHECK_FALSE(scene.writer.state().carried->moving);
    CHECK(scene.writer.marked(Target::resolution) == "하나 [둘 ¦]셋");
    scene.point(scene.place("Retrospective", scene.em() * 1.5f));
    REQUIRE(scene.writer.state().carried->moving);
    CHECK(scene.writer.state().carried->over == Target::retrospective);
    scene.button(false);
    CHECK_FALSE(scene.writer.state().carried);
    CHECK(scene.writer.text(Target::resolution) == "하나 셋");
    CHECK(scene.writer.marked(Target::retrospective) == "넷 [둘 ¦]다섯");
    CHECK(scene.writer.state().focus == Target::retrospective);
}

TEST_CASE("a hand that trembles while it clicks lifts nothing") {
    Scene scene;
    const ImVec2 at = scene.inside();
    scene.point(at);
    scene.button(true);
    scene.point({at.x + 2, at.y + 1});
    scene.button(false);
    CHECK(scene.writer.marked(Target::resolution) == "하나 둘¦ 셋");   // the nearer side
}

TEST_CASE("beside the selection, with Shift and the second time, a press is a press") {
    Scene scene;
    SUBCASE("beside") {
        scene.point(scene.place("Resolution", scene.em() * 0.4f));
        scene.button(true);
        CHECK(scene.writer.marked(Target::resolution) == "하¦나 둘 셋");
    }
    SUBCASE("Shift") {
        ImGui::GetIO().AddKeyEvent(ImGuiMod_Shift, true);
        scene.point(scene.inside());
        scene.button(true);
        ImGui::GetIO().AddKeyEvent(ImGuiMod_Shift, false);
    }
    SUBCASE("twice") {
        scene.point(scene.inside());
        scene.button(true);
        scene.button(false);
        scene.button(true);
        CHECK(scene.writer.marked(Target::resolution) == "하나 [둘¦] 셋");
    }
    CHECK_FALSE(scene.writer.state().carried);
}

TEST_CASE("over nothing that takes words, what is carried falls nowhere") {
    Scene scene;
    scene.point(scene.inside());
    scene.button(true);
    scene.point({scene.inside().x, 10});
    REQUIRE(scene.writer.state().carried);
    CHECK(scene.writer.state().carried->over == Target::none);
    CHECK(ImGui::GetMouseCursor() == ImGuiMouseCursor_NotAllowed);
    scene.button(false);
    CHECK(scene.writer.marked(Target::resolution) == "하나 [둘 ¦]셋");
}

TEST_CASE("words from outside show where they would fall, without a button held") {
    Scene scene;
    scene.writer.program.perform(app::BringIn{});
    scene.point(scene.place("Retrospective", scene.em() * 1.5f));
    REQUIRE(scene.writer.state().carried);
    CHECK(scene.writer.state().carried->over == Target::retrospective);
    scene.writer.program.text_dropped("새 ", {});
    CHECK(scene.writer.marked(Target::retrospective) == "넷 [새 ¦]다섯");
}
