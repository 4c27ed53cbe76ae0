// Reads draw lists into pieces of one or two triangles, hashes them into cells, and paints the cells that changed.
#include "web/renderer.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstring>

#include <GLES3/gl3.h>

#include "imgui_internal.h"

namespace dajim::web {
namespace {

constexpr int cell_size = 64;             // CSS pixels
constexpr std::size_t most_boxes = 8;     // more damage than this is merged: each box is a pass over all pieces
constexpr GLenum unpack_premultiply_alpha = 0x9241;

// The scale comes as a constant attribute: finding a uniform's place would be a question.
constexpr const char* vertex_source = R"(#version 300 es
layout(location = 0) in vec2 position;
layout(location = 1) in vec2 place;
layout(location = 2) in vec4 color;
layout(location = 3) in vec2 scale;
out highp vec2 texel;
out mediump vec4 tint;
void main() {
    texel = place;
    tint = vec4(color.rgb * color.a, color.a);
    gl_Position = vec4(position.x * scale.x - 1.0, 1.0 - position.y * scale.y, 0.0, 1.0);
})";
constexpr const char* fragment_source = R"(#version 300 es
precision mediump float;
uniform sampler2D picture;
in highp vec2 texel;
in mediump vec4 tint;
out vec4 shown;
void main() { shown = tint * texture(picture, texel); }
)";

std::uint64_t mix(std::uint64_t hash, std::uint64_t value) {
    hash = (hash ^ value) * 0x9e3779b97f4a7c15u;
    return hash ^ hash >> 29;
}

std::uint64_t mix_bytes(std::uint64_t hash, const void* bytes, std::size_t size) {  // size: a multiple of 4
    auto at = static_cast<const unsigned char*>(bytes);
    std::uint64_t word;
    for (; size >= 8; size -= 8, at += 8) {
        std::memcpy(&word, at, 8);
        hash = mix(hash, word);
    }
    std::uint32_t half = 0;
    std::memcpy(&half, at, size);
    return mix(hash, half);
}

// ImGui asks for a font at every start. This one has no letters: all text is drawn by web/glyphs.
void add_empty_font(ImFontAtlas& atlas) {
    static ImFontLoader loader;
    loader.Name = "empty";
    loader.FontSrcInit = [](ImFontAtlas*, ImFontConfig*) { return true; };
    loader.FontSrcContainsGlyph = [](ImFontAtlas*, ImFontConfig*, ImWchar) { return false; };
    loader.FontBakedInit = [](ImFontAtlas*, ImFontConfig*, ImFontBaked*, void*) { return true; };
    loader.FontBakedLoadGlyph = [](ImFontAtlas*, ImFontConfig*, ImFontBaked*, void*, ImWchar, ImFontGlyph*, float*) {
        return false;
    };
    ImFontConfig config;
    config.FontLoader = &loader;
    config.SizePixels = 16;
    atlas.AddFont(&config);
}

using Box = Renderer::Box;
// Views may draw to infinity; pixels are counted in int.
float bounded(float pixels) { return std::clamp(pixels, -1e6f, 1e6f); }
int pixel_below(float pixels) { return static_cast<int>(std::floor(bounded(pixels))); }
int pixel_above(float pixels) { return static_cast<int>(std::ceil(bounded(pixels))); }
Box meet(const Box& a, const Box& b) {
    return {std::max(a.x0, b.x0), std::max(a.y0, b.y0), std::min(a.x1, b.x1), std::min(a.y1, b.y1)};
}
Box join(const Box& a, const Box& b) {
    return {std::min(a.x0, b.x0), std::min(a.y0, b.y0), std::max(a.x1, b.x1), std::max(a.y1, b.y1)};
}
bool is_empty(const Box& b) { return b.x0 >= b.x1 || b.y0 >= b.y1; }
std::int64_t area(const Box& b) { return static_cast<std::int64_t>(b.x1 - b.x0) * (b.y1 - b.y0); }

GLuint compile(GLenum kind, const char* source) {
    GLuint shader = glCreateShader(kind);
    glShaderSource(shader, 1, &source, nullptr);
    glCompileShader(shader);
    return shader;
}

}  // namespace

void Renderer::start() {
    ImGuiIO& io = ImGui::GetIO();
    io.BackendRendererName = "dajim";
    io.BackendFlags |= ImGuiBackendFlags_RendererHasVtxOffset | ImGuiBackendFlags_RendererHasTextures;
    add_empty_font(*io.Fonts);
    make_objects();
}

void Renderer::restart() {
    make_objects();
    for (ImTextureData* texture : ImGui::GetPlatformIO().Textures) {
        if (texture->Status == ImTextureStatus_Destroyed) continue;
        texture->SetTexID(ImTextureID_Invalid);
        texture->SetStatus(ImTextureStatus_WantCreate);
    }
    invalidate();
}

void Renderer::make_objects() {
    program_ = glCreateProgram();
    GLuint shaders[] = {compile(GL_VERTEX_SHADER, vertex_source), compile(GL_FRAGMENT_SHADER, fragment_source)};
    for (GLuint shader : shaders) glAttachShader(program_, shader);
    glLinkProgram(program_);
    for (GLuint shader : shaders) glDeleteShader(shader);

    glGenVertexArrays(1, &vertex_array_);
    glGenBuffers(1, &vertex_buffer_);
    glBindVertexArray(vertex_array_);
    glBindBuffer(GL_ARRAY_BUFFER, vertex_buffer_);
    auto attribute = [](GLuint location, GLint size, GLenum type, std::size_t offset) {
        glEnableVertexAttribArray(location);
        glVertexAttribPointer(location, size, type, type == GL_UNSIGNED_BYTE, sizeof(ImDrawVert),
                              reinterpret_cast<void*>(offset));
    };
    attribute(0, 2, GL_FLOAT, offsetof(ImDrawVert, pos));
    attribute(1, 2, GL_FLOAT, offsetof(ImDrawVert, uv));
    attribute(2, 4, GL_UNSIGNED_BYTE, offsetof(ImDrawVert, col));

    glUseProgram(program_);
    glEnable(GL_SCISSOR_TEST);
    glEnable(GL_BLEND);
    glBlendFunc(GL_ONE, GL_ONE_MINUS_SRC_ALPHA);
    width_ = height_ = 0;
}

std::uint64_t Renderer::draw(ImDrawData& data, int width, int height, ImU32 background) {
    for (ImTextureData* texture : *data.Textures) update_texture(*texture);
    if (width != width_ || height != height_ || data.FramebufferScale.x != density_) {
        width_ = width;
        height_ = height;
        density_ = data.FramebufferScale.x;
        cell_ = std::max(1, static_cast<int>(std::lround(cell_size * density_)));
        columns_ = (width + cell_ - 1) / cell_;
        rows_ = (height + cell_ - 1) / cell_;
        glViewport(0, 0, width, height);
        glVertexAttrib2f(3, 2 * density_ / static_cast<float>(width), 2 * density_ / static_cast<float>(height));
        invalidate();
    }
    if (background != background_) invalidate();
    background_ = background;

    read(data);
    find_damage();
    vertices_.clear();
    batches_.clear();
    std::uint64_t pixels = 0;
    for (const Box& box : damage_) {
        collect(box);
        pixels += static_cast<std::uint64_t>(area(box));
    }
    if (!damage_.empty()) paint(background);
    previous_.swap(cells_);
    return pixels;
}

void Renderer::update_texture(ImTextureData& texture) {
    auto name = static_cast<GLuint>(texture.TexID);
    if (texture.Status == ImTextureStatus_WantDestroy && texture.UnusedFrames > 0) {
        glDeleteTextures(1, &name);
        texture.SetTexID(ImTextureID_Invalid);
        texture.SetStatus(ImTextureStatus_Destroyed);
        return;
    }
    if (texture.Status != ImTextureStatus_WantCreate && texture.Status != ImTextureStatus_WantUpdates) return;
    glPixelStorei(unpack_premultiply_alpha, 1);
    if (texture.Status == ImTextureStatus_WantCreate) {
        glGenTextures(1, &name);
        glBindTexture(GL_TEXTURE_2D, name);
        glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MIN_FILTER, GL_LINEAR);
        glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MAG_FILTER, GL_LINEAR);
        glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_WRAP_S, GL_CLAMP_TO_EDGE);
        glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_WRAP_T, GL_CLAMP_TO_EDGE);
        glTexImage2D(GL_TEXTURE_2D, 0, GL_RGBA8, texture.Width, texture.Height, 0, GL_RGBA, GL_UNSIGNED_BYTE,
                     texture.GetPixels());
        texture.SetTexID(texture_id(name, static_cast<std::uint32_t>(texture.UniqueID)));
        invalidate();
    } else {
        glBindTexture(GL_TEXTURE_2D, name);
        glPixelStorei(GL_UNPACK_ROW_LENGTH, texture.Width);
        for (const ImTextureRect& r : texture.Updates) {
            glTexSubImage2D(GL_TEXTURE_2D, 0, r.x, r.y, r.w, r.h, GL_RGBA, GL_UNSIGNED_BYTE,
                            texture.GetPixelsAt(r.x, r.y));
        }
        glPixelStorei(GL_UNPACK_ROW_LENGTH, 0);
    }
    texture.SetStatus(ImTextureStatus_OK);
}

void Renderer::read(const ImDrawData& data) {
    pieces_.clear();
    commands_.clear();
    cells_.assign(static_cast<std::size_t>(columns_ * rows_), 0);
    for (const ImDrawList* list : data.CmdLists) {
        for (const ImDrawCmd& drawn : list->CmdBuffer) {
            if (drawn.UserCallback != nullptr || drawn.ElemCount == 0) continue;
            auto pixel = [&](float css) { return static_cast<int>(std::lround(bounded(css * density_))); };
            const ImVec4& sides = drawn.ClipRect;
            Box clip = meet({pixel(sides.x), pixel(sides.y), pixel(sides.z), pixel(sides.w)}, {0, 0, width_, height_});
            if (is_empty(clip)) continue;
            ImTextureID texture = drawn.GetTexID();
            Command command{static_cast<unsigned>(texture), clip, pieces_.size(), 0};
            const ImDrawIdx* indices = list->IdxBuffer.Data + drawn.IdxOffset;
            read_command(list->VtxBuffer.Data + drawn.VtxOffset, indices, drawn.ElemCount, clip, mix(1, texture));
            command.last = pieces_.size();
            if (command.first != command.last) commands_.push_back(command);
        }
    }
}

void Renderer::read_command(const ImDrawVert* vertices, const ImDrawIdx* at, std::size_t count, const Box& clip,
                            std::uint64_t seed) {
    for (const ImDrawIdx* end = at + count; at < end;) {
        bool quad = end - at >= 6 && at[3] == at[0] && at[4] == at[2];
        const ImDrawVert* corners[] = {vertices + at[0], vertices + at[1], vertices + at[2],
                                       vertices + at[quad ? 5 : 2]};
        ImVec2 low = corners[0]->pos, high = low;
        std::uint64_t hash = mix_bytes(seed, corners[0], sizeof(ImDrawVert));
        for (int i = 1; i < (quad ? 4 : 3); ++i) {
            const ImDrawVert& corner = *corners[i];
            hash = mix_bytes(hash, &corner, sizeof corner);
            low = {std::min(low.x, corner.pos.x), std::min(low.y, corner.pos.y)};
            high = {std::max(high.x, corner.pos.x), std::max(high.y, corner.pos.y)};
        }
        Piece piece{vertices, at, quad ? 6u : 3u,
                    {pixel_below(low.x * density_), pixel_below(low.y * density_), pixel_above(high.x * density_),
                     pixel_above(high.y * density_)}};
        at += piece.count;
        Box whole = piece.box;
        piece.box = meet(whole, clip);
        if (is_empty(piece.box)) continue;
        if (whole != piece.box) hash = mix_bytes(hash, &piece.box, sizeof piece.box);
        pieces_.push_back(piece);

        int last_column = (piece.box.x1 - 1) / cell_, last_row = (piece.box.y1 - 1) / cell_;
        for (int row = piece.box.y0 / cell_; row <= last_row; ++row) {
            for (int column = piece.box.x0 / cell_; column <= last_column; ++column) {
                std::uint64_t& cell = cells_[static_cast<std::size_t>(row * columns_ + column)];
                cell = mix(cell, hash);
            }
        }
    }
}

// Boxes of neighbouring changed cells: runs within a row, joined with equal runs above, and merged while they are too
// many.
void Renderer::find_damage() {
    damage_.clear();
    if (previous_.size() != cells_.size()) {
        damage_.push_back({0, 0, width_, height_});
        return;
    }
    for (int row = 0; row < rows_; ++row) {
        std::size_t line = static_cast<std::size_t>(row * columns_);
        auto changed = [&](int column) {
            std::size_t i = line + static_cast<std::size_t>(column);
            return cells_[i] != previous_[i];
        };
        for (int column = 0; column < columns_; ++column) {
            if (!changed(column)) continue;
            int end = column + 1;
            while (end < columns_ && changed(end)) ++end;
            Box box{column * cell_, row * cell_, std::min(end * cell_, width_), std::min((row + 1) * cell_, height_)};
            auto above = std::find_if(damage_.begin(), damage_.end(), [&](const Box& b) {
                return b.x0 == box.x0 && b.x1 == box.x1 && b.y1 == box.y0;
            });
            if (above == damage_.end()) {
                damage_.push_back(box);
            } else {
                above->y1 = box.y1;
            }
            column = end;
        }
    }
    while (damage_.size() > most_boxes) {
        bool crowd = damage_.size() > 4 * most_boxes;  // too many to choose well
        std::size_t one = 0, other = 1;
        std::int64_t least = INT64_MAX;
        for (std::size_t a = 0; a < damage_.size() && !crowd; ++a) {
            for (std::size_t b = a + 1; b < damage_.size(); ++b) {
                std::int64_t waste = area(join(damage_[a], damage_[b])) - area(damage_[a]) - area(damage_[b]);
                if (waste < least) least = waste, one = a, other = b;
            }
        }
        damage_[one] = join(damage_[one], damage_[other]);
        damage_.erase(damage_.begin() + static_cast<std::ptrdiff_t>(other));
    }
}

void Renderer::collect(const Box& damage) {
    batches_.push_back({0, damage, 0, 0});
    for (const Command& command : commands_) {
        Box clip = meet(command.clip, damage);
        if (is_empty(clip)) continue;
        std::size_t first = vertices_.size();
        for (std::size_t i = command.first; i < command.last; ++i) {
            const Piece& piece = pieces_[i];
            if (is_empty(meet(piece.box, clip))) continue;
            for (std::uint32_t v = 0; v < piece.count; ++v) vertices_.push_back(piece.vertices[piece.indices[v]]);
        }
        if (vertices_.size() == first) continue;
        int count = static_cast<int>(vertices_.size() - first);
        Batch& last = batches_.back();
        if (last.count != 0 && last.texture == command.texture && last.clip == clip) {
            last.count += count;   // their vertices follow upon each other
        } else {
            batches_.push_back({command.texture, clip, static_cast<int>(first), count});
        }
    }
}

void Renderer::paint(ImU32 background) {
    ImVec4 ground = ImGui::ColorConvertU32ToFloat4(background);
    glClearColor(ground.x, ground.y, ground.z, 1);
    auto bytes = static_cast<GLsizeiptr>(vertices_.size() * sizeof(ImDrawVert));
    glBufferData(GL_ARRAY_BUFFER, bytes, vertices_.data(), GL_STREAM_DRAW);
    // Each call costs the page some microseconds on its way to the browser's GPU process; what is set already is not set again.
    Box scissor{};
    unsigned bound = 0;
    for (const Batch& batch : batches_) {
        const Box& clip = batch.clip;
        if (clip != scissor) glScissor(clip.x0, height_ - clip.y1, clip.x1 - clip.x0, clip.y1 - clip.y0);
        scissor = clip;
        if (batch.count == 0) {
            glClear(GL_COLOR_BUFFER_BIT);
        } else {
            if (batch.texture != bound) glBindTexture(GL_TEXTURE_2D, batch.texture);
            bound = batch.texture;
            glDrawArrays(GL_TRIANGLES, batch.first, batch.count);
        }
    }
}

}  // namespace dajim::web
