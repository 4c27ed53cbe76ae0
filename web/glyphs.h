// Letters from the reader's own fonts: measured and drawn by a 2D canvas, kept in texture pages.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "ui/glyphs.h"

namespace dajim::web {

/// Use within one frame: begin, any number of ui::Glyphs calls, upload, and only then the renderer. Advances are
/// whole device pixels, as are the places runs are drawn at: text is sharp and evenly set at every density.
class Glyphs final : public ui::Glyphs {
public:
    /// `density`: device pixels per CSS pixel. A new density forgets everything measured and drawn.
    void begin(float density);
    /// Draws all runs that were asked for and not yet drawn, in one go, and puts them on their pages.
    void upload();
    /// The GL context was lost, and the pages with it.
    void lose_pages();
    /// Changes whenever advance() may answer differently than before.
    std::uint64_t look() const { return look_; }

    float advance(std::string_view run, const ui::FaceSpec& face) override;
    float ascent(const ui::FaceSpec& face) override;
    float descent(const ui::FaceSpec& face) override;
    void draw(ImDrawList& list, ImVec2 baseline, std::string_view run, const ui::FaceSpec& face, ImU32 color) override;

private:
    enum class Ink : std::uint8_t { dark, light, own };

    // Where a run's picture is on a page, device pixels; void once the page's generation has moved on.
    struct Slot { std::uint32_t generation = 0; std::uint16_t page = 0, x = 0, y = 0; };
    struct Run {
        float advance = 0;                      // CSS pixels
        std::int16_t left = 0, top = 0;         // of the picture, from the pen; device pixels
        std::uint16_t width = 0, height = 0;    // 0: nothing to see
        bool measured = false, told = false, colour = false;
        Slot slots[2];                          // by ink; a coloured run has the first alone
    };
    struct Hash {
        using is_transparent = void;
        std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>()(text); }
    };
    using Runs = std::unordered_map<std::string, Run, Hash, std::equal_to<>>;
    struct Face { ui::FaceSpec spec; float ascent = 0, descent = 0; Runs runs; };

    struct Shelf { std::uint16_t y = 0, height = 0, used = 0; };
    struct Page {
        unsigned texture = 0;
        std::uint32_t generation = 1;
        std::uint64_t last_frame = 0;
        int used = 0;  // rows given to shelves
        std::vector<Shelf> shelves;
    };
    struct Order { const std::string* text; const Run* run; std::uint16_t face; Ink ink; Slot slot; };

    void forget_pages();
    std::uint16_t face(const ui::FaceSpec& spec);
    Runs::value_type& measured(std::string_view run, std::uint16_t face);
    Slot place(int width, int height);
    static bool place_on(Page& page, int width, int height, Slot& slot);
    static Page fresh_page();
    std::size_t draw_some(std::size_t first);

    float density_ = 1;
    std::uint64_t look_ = 1, frame_ = 0;
    std::vector<Face> faces_;
    std::vector<Page> pages_;
    std::vector<Order> orders_;
};

}  // namespace dajim::web
