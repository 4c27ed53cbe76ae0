// ImGui's triangles on WebGL2: painted only where the picture changed, without ever asking the GPU a question.
#pragma once

#include <cstdint>
#include <vector>

#include "imgui.h"

namespace dajim::web {

/// A texture's id holds its GL name in the low 32 bits. The high bits count how often its contents were replaced, so
/// that a replaced picture is seen as a change. Textures hold premultiplied alpha and, once something was drawn from
/// a place, keep it.
inline ImTextureID texture_id(unsigned name, std::uint32_t generation) {
    return static_cast<ImTextureID>(static_cast<std::uint64_t>(generation) << 32 | name);
}

/// The canvas is divided into cells. What touches a cell is hashed, in order; cells whose hash differs from the last
/// frame's are painted again, all others keep what they show. User callbacks in draw lists are not supported.
class Renderer {
public:
    /// Needs a current WebGL2 context that keeps its drawing buffer, and ImGui's context.
    void start();
    /// The context was lost and is back: makes everything anew.
    void restart();
    /// The canvas no longer shows the last frame.
    void invalidate() { previous_.clear(); }

    /// Brings the canvas of width x height device pixels up to date; `background` (opaque) lies under everything.
    /// Returns the device pixels painted.
    std::uint64_t draw(ImDrawData& data, int width, int height, ImU32 background);

    /// Device pixels from the top left, x1 and y1 outside.
    struct Box {
        int x0, y0, x1, y1;
        bool operator==(const Box&) const = default;
    };

private:
    // One or two triangles: 3 or 6 indices.
    struct Piece { const ImDrawVert* vertices; const ImDrawIdx* indices; std::uint32_t count; Box box; };
    struct Command { unsigned texture; Box clip; std::size_t first, last; };  // of pieces_
    struct Batch { unsigned texture; Box clip; int first, count; };  // count 0: clear

    void make_objects();
    void update_texture(ImTextureData& texture);
    void read(const ImDrawData& data);
    void read_command(const ImDrawVert* vertices, const ImDrawIdx* at, std::size_t count, const Box& clip,
                      std::uint64_t seed);
    void find_damage();
    void collect(const Box& damage);
    void paint(ImU32 background);

    unsigned program_ = 0, vertex_array_ = 0, vertex_buffer_ = 0;
    int width_ = 0, height_ = 0;
    float density_ = 1;
    int cell_ = 64, columns_ = 0, rows_ = 0;       // cell_: device pixels
    std::vector<std::uint64_t> cells_, previous_;  // hashes by cell; previous_ empty: nothing is known of the canvas
    ImU32 background_ = 0;
    std::vector<Piece> pieces_;
    std::vector<Command> commands_;
    std::vector<Box> damage_;
    std::vector<ImDrawVert> vertices_;
    std::vector<Batch> batches_;
};

}  // namespace dajim::web
