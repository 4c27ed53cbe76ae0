// A quiet desk: what is drawn again sets and measures what changed and what is in sight, however long a text or the list of pairs is.
#include "app_writer.h"
#include "ui_window.h"

using namespace dajim;
using fake::Target;

namespace {

constexpr std::size_t paragraphs = 10'000;
constexpr std::uint64_t in_sight = 80;   // more than a window of any of these sizes shows of such paragraphs

/// Letters that count how often they are measured.
class CountingGlyphs final : public ui::Glyphs {
public:
    std::uint64_t measured = 0;
    fake::Glyphs letters;
    float advance(std::string_view run, const ui::FaceSpec& face) override {
        ++measured;
        return letters.advance(run, face);
    }
    float ascent(const ui::FaceSpec& face) override { return letters.ascent(face); }
    float descent(const ui::FaceSpec& face) override { return letters.descent(face); }
    void draw(ImDrawList&, ImVec2, std::string_view, const ui::FaceSpec&, ImU32) override {}
};

/// A desk in a window that counts what it does; by itself with a long page, its caret in the middle.
struct Scene {
    fake::Folder folder;
    fake::Window window;
    CountingGlyphs glyphs;
    ui::Desk desk{glyphs, window.mirror};
    fake::Writer writer{folder, "en", &desk.page_setting(), &desk.field_setting()};

    Scene() {
        std::string text;
        for (std::size_t at = 0; at < paragraphs; ++at) text += "오늘은 미루지 않고 한 줄이라도 쓴다. 어제보다 또렷하게 적어 두면 덜 헤맨다.\n";
        writer.open_with(fake::one_pair(text, text));
        writer.go(Target::resolution);
        draw();
        writer.select(Target::resolution, {{paragraphs / 2, 0}, {paragraphs / 2, 0}});
        draw();
        for (int rows = 0; rows < 6; ++rows) writer.key("up");   // from the window's edge into it
        draw();
    }
    explicit Scene(const journal::Series& series) {
        writer.open_with(series);
        draw();
    }
    void draw(int frames = 3) {
        ImGuiIO& io = ImGui::GetIO();
        for (; frames > 0; --frames) {
            writer.host.now += 16;
            io.DisplaySize = {window.width, window.height};
            io.DeltaTime = 1.0f / 60;
            ImGui::NewFrame();
            desk.draw(writer.program, 1, window.height, writer.host.now, false);
            ImGui::Render();
            for (ImTextureData* texture : ImGui::GetPlatformIO().Textures) {
                if (texture->Status == ImTextureStatus_Destroyed) continue;
                texture->SetTexID(1);
                texture->SetStatus(ImTextureStatus_OK);
            }
        }
    }
    std::uint64_t set() {
        return writer.program.layout(Target::resolution).paragraphs_set() + writer.program.layout(Target::retrospective).paragraphs_set();
    }
    /// Paragraphs set and words measured by what `act` does and the frames after it.
    template <class Act>
    std::pair<std::uint64_t, std::uint64_t> cost(Act act) {
        const std::uint64_t set_before = set(), measured_before = glyphs.measured;
        act();
        draw();
        return {set() - set_before, glyphs.measured - measured_before};
    }
};

}  // namespace

TEST_CASE("a letter sets its paragraph alone, in a page of ten thousand") {
    Scene scene;
    const auto [idle, measured_idle] = scene.cost([] {});
    CHECK(idle == 0);
    for (const char* what : {"글", " ", "e"}) {
        CAPTURE(std::string(what));
        const auto [set, measured] = scene.cost([&] { scene.writer.type(what); });
        CHECK(set == 1);
        CHECK(measured < measured_idle + 100);   // a paragraph's words, and the caret's place in them
    }
    for (const char* stroke : {"ㅎ", "하", "한"}) CHECK(scene.cost([&] { scene.writer.compose(stroke); }).first == 1);
    CHECK(scene.cost([&] { scene.writer.commit(); }).first == 0);
    CHECK(scene.cost([&] { scene.writer.key("enter"); }).first == 2);
    CHECK(scene.cost([&] { scene.writer.key("backspace"); }).first == 1);
    CHECK(scene.cost([&] { scene.writer.undo(); }).first <= 3);
}

TEST_CASE("a caret that moves within what is in sight sets nothing") {
    Scene scene;
    for (const char* key : {"left", "right", "down", "up", "end", "shift+ctrl+left"}) {
        CAPTURE(std::string(key));
        CHECK(scene.cost([&] { scene.writer.key(key); }).first == 0);
    }
}

TEST_CASE("another width, size or place in the text sets what comes into sight alone") {
    Scene scene;
    const auto few = [&](const char* what, auto act) {
        CAPTURE(std::string(what));
        const auto [set, measured] = scene.cost(act);
        CHECK(set > 0);
        CHECK(set <= 2 * in_sight);   // two pages
        CHECK(measured < 2 * in_sight * 60);
    };
    few("a narrower window", [&] { scene.window.width = 1000; });
    few("one page alone", [&] { scene.window.width = 420; });
    few("a wider window", [&] { scene.window.width = 1440; });
    few("larger text", [&] { scene.writer.run("text-larger"); });
    few("the text's end", [&] { scene.writer.key("ctrl+end"); });
    few("its start", [&] { scene.writer.key("ctrl+home"); });
    few("two pages on", [&] { scene.writer.key("pagedown"), scene.writer.key("pagedown"); });
}

TEST_CASE("of a list of thousands what is in sight is measured alone, and all of it is told") {
    constexpr std::size_t thousands = 3'000;
    std::uint64_t one = 0;
    {
        Scene scene(fake::so_many_pairs(1));
        one = scene.cost([] {}).second;
    }
    Scene scene(fake::so_many_pairs(thousands));
    scene.writer.program.perform(app::ChoosePair{"p7"});
    scene.draw();
    CHECK(scene.cost([] {}).second < one + in_sight * 20);
    for (std::size_t at = 1; at < thousands; at += 500) CHECK(scene.window.find(ui::Role::button, "Pair " + std::to_string(at)));

    const ui::Node* last = scene.window.find(ui::Role::button, "Pair 2999");
    REQUIRE(last);
    CHECK(last->y > scene.window.height);
    scene.window.mirror.requests.push_back({last->id, ui::Deed::activate});
    scene.draw();
    CHECK(scene.writer.state().pair == "p2999");
    last = scene.window.find(ui::Role::button, "Pair 2999");
    REQUIRE(last);
    CHECK(last->y > 0);
    CHECK(last->y + last->height < scene.window.height);
}
