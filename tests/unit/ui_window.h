// A window without a screen: ImGui draws into memory, letters are as wide as is easily said, and what was drawn can be asked for.
#pragma once

#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <vector>

#include "imgui.h"
#include "imgui_internal.h"
#include "text/kinds.h"
#include "text/utf8.h"
#include "ui/desk.h"

namespace fake {

/// Clusters that stand alone are one em wide, all other code points half of it.
class Glyphs final : public dajim::ui::Glyphs {
public:
    std::string drawn;   ///< all runs of the frame, in order

    float advance(std::string_view run, const dajim::ui::FaceSpec& face) override {
        if (dajim::text::stands_alone(run)) return face.size;
        return static_cast<float>(dajim::text::count_code_points(run)) * face.size / 2;
    }
    float ascent(const dajim::ui::FaceSpec& face) override { return face.size * 0.8f; }
    float descent(const dajim::ui::FaceSpec& face) override { return face.size * 0.2f; }
    void draw(ImDrawList& list, ImVec2 baseline, std::string_view run, const dajim::ui::FaceSpec& face, ImU32 color) override {
        list.AddRectFilled({baseline.x, baseline.y - ascent(face)}, {baseline.x + advance(run, face), baseline.y}, color);
        drawn += run;
    }
};

class Window {
public:
    Window() {
        ImGui::CreateContext();
        ImGuiIO& io = ImGui::GetIO();
        io.IniFilename = nullptr;
        io.BackendFlags |= ImGuiBackendFlags_RendererHasTextures;
        io.ConfigErrorRecovery = false;   // what ImGui minds ends the test
        static ImFontLoader loader;       // a font without letters, as the page has it
        loader.Name = "empty";
        loader.FontSrcInit = [](ImFontAtlas*, ImFontConfig*) { return true; };
        loader.FontSrcContainsGlyph = [](ImFontAtlas*, ImFontConfig*, ImWchar) { return false; };
        loader.FontBakedInit = [](ImFontAtlas*, ImFontConfig*, ImFontBaked*, void*) { return true; };
        loader.FontBakedLoadGlyph = [](ImFontAtlas*, ImFontConfig*, ImFontBaked*, void*, ImWchar, ImFontGlyph*, float*) { return false; };
        ImFontConfig config;
        config.FontLoader = &loader;
        config.SizePixels = 16;
        io.Fonts->AddFont(&config);
    }
    ~Window() {
        for (ImTextureData* texture : ImGui::GetPlatformIO().Textures) {
            texture->SetTexID(ImTextureID_Invalid);
            texture->SetStatus(ImTextureStatus_Destroyed);
        }
        ImGui::DestroyContext();
    }
    Window(const Window&) = delete;

    float width = 1440, height = 900;
    Glyphs glyphs;
    dajim::ui::Mirror mirror;
    dajim::ui::Desk desk{glyphs, mirror};

    void draw(dajim::app::Program& program, double now_ms) {
        ImGuiIO& io = ImGui::GetIO();
        io.DisplaySize = {width, height};
        io.DeltaTime = 1.0f / 60;
        glyphs.drawn.clear();
        ImGui::NewFrame();
        desk.draw(program, 1, height, now_ms, false);
        ImGui::Render();
        for (ImTextureData* texture : ImGui::GetPlatformIO().Textures) {
            if (texture->Status == ImTextureStatus_WantDestroy) {
                texture->SetTexID(ImTextureID_Invalid);
                texture->SetStatus(ImTextureStatus_Destroyed);
            } else if (texture->Status != ImTextureStatus_Destroyed) {
                texture->SetTexID(1);
                texture->SetStatus(ImTextureStatus_OK);
            }
        }
        REQUIRE(ImGui::GetDrawData()->Valid);
    }

    const dajim::ui::Node* find(dajim::ui::Role role, std::string_view name) const {
        for (const dajim::ui::Node& node : mirror.nodes) {
            if (node.role == role && node.name == name) return &node;
        }
        return nullptr;
    }
};

}  // namespace fake
