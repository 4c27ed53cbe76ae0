// Runs of text become pictures on texture pages: found by what they say, drawn when first seen, dropped by the page.
#include "web/glyphs.h"

#include <algorithm>
#include <cmath>

#include <GLES3/gl3.h>

#include "web/renderer.h"

extern "C" {
void dj_glyphs_face(int index, double size, int weight, bool mono, bool italic, float* out);
void dj_glyphs_measure(const char* text, int length, int face, float* out);
bool dj_glyphs_is_colour(const char* text, int length, int face);
void dj_glyphs_draw(const int* orders, int count, const int* strips, int strip_count, int width, int height);
}

namespace dajim::web {
namespace {

constexpr int page_width = 2048, page_height = 1024;
constexpr std::size_t usual_pages = 6, most_pages = 16;   // more than usual only while one frame needs them
constexpr std::size_t most_runs = 60'000;                 // of a face, then they are measured anew
constexpr int staging_height = 2048;
constexpr int margin = 1;  // device pixels round the ink for what antialiasing spills

bool is_light(ImU32 color) {
    auto part = [&](int shift) { return static_cast<int>(color >> shift & 255); };
    return part(IM_COL32_R_SHIFT) * 54 + part(IM_COL32_G_SHIFT) * 183 + part(IM_COL32_B_SHIFT) * 19 > 128 * 256;
}

// Emoji are four bytes, or lie in rows E2 and E3 with arrows, dingbats and CJK marks, or are marked as such by U+FE0F
// or U+20E3.
bool may_be_emoji(std::string_view run) {
    return std::any_of(run.begin(), run.end(), [](char c) {
        auto byte = static_cast<unsigned char>(c);
        return byte >= 0xef || byte == 0xe2 || byte == 0xe3 || byte == 0xc2;
    });
}

}  // namespace

void Glyphs::begin(float density) {
    ++frame_;
    if (!orders_.empty()) forget_pages();  // the last frame was never uploaded
    if (density != density_) {
        density_ = density;
        faces_.clear();
        forget_pages();
        ++look_;
    }
    for (Face& face : faces_) {
        if (face.runs.size() > most_runs) face.runs.clear();
    }
}

void Glyphs::lose_pages() {
    for (Page& page : pages_) page.texture = 0;  // a name of the lost context, not to be deleted in the new one
    forget_pages();
}

void Glyphs::forget_pages() {
    for (Page& page : pages_) glDeleteTextures(1, &page.texture);
    pages_.clear();
    orders_.clear();
    for (Face& face : faces_) {
        for (auto& [text, run] : face.runs) run.slots[0] = run.slots[1] = {};
    }
}

std::uint16_t Glyphs::face(const ui::FaceSpec& spec) {
    for (std::size_t i = 0; i < faces_.size(); ++i) {
        if (faces_[i].spec == spec) return static_cast<std::uint16_t>(i);
    }
    float lines[2];
    double pixels = static_cast<double>(spec.size) * density_;
    dj_glyphs_face(static_cast<int>(faces_.size()), pixels, spec.weight, spec.mono, spec.italic, lines);
    Face& face = faces_.emplace_back();
    face.spec = spec;
    face.ascent = std::round(lines[0]) / density_;
    face.descent = std::round(lines[1]) / density_;
    return static_cast<std::uint16_t>(faces_.size() - 1);
}

Glyphs::Runs::value_type& Glyphs::measured(std::string_view text, std::uint16_t face) {
    Runs& runs = faces_[face].runs;
    auto found = runs.find(text);
    if (found != runs.end()) return *found;
    auto& entry = *runs.emplace(std::string(text), Run{}).first;
    float box[5];  // advance, left, up, right, down
    dj_glyphs_measure(text.data(), static_cast<int>(text.size()), face, box);
    Run& run = entry.second;
    run.advance = std::round(box[0]) / density_;
    int left = static_cast<int>(std::floor(-box[1])), top = static_cast<int>(std::floor(-box[2]));
    int right = static_cast<int>(std::ceil(box[3])), bottom = static_cast<int>(std::ceil(box[4]));
    if (right > left && bottom > top) {
        run.left = static_cast<std::int16_t>(left - margin);
        run.top = static_cast<std::int16_t>(top - margin);
        run.width = static_cast<std::uint16_t>(std::min(right - left + 2 * margin, page_width));
        run.height = static_cast<std::uint16_t>(std::min(bottom - top + 2 * margin, page_height));
    }
    return entry;
}

float Glyphs::advance(std::string_view run, const ui::FaceSpec& spec) {
    return measured(run, face(spec)).second.advance;
}
float Glyphs::ascent(const ui::FaceSpec& spec) { return faces_[face(spec)].ascent; }
float Glyphs::descent(const ui::FaceSpec& spec) { return faces_[face(spec)].descent; }

void Glyphs::draw(ImDrawList& list, ImVec2 baseline, std::string_view text, const ui::FaceSpec& spec, ImU32 color) {
    if ((color & IM_COL32_A_MASK) == 0) return;
    std::uint16_t index = face(spec);
    auto& [key, run] = measured(text, index);
    if (run.width == 0) return;

    float x = std::round(baseline.x * density_) + run.left, y = std::round(baseline.y * density_) + run.top;
    ImVec2 low{x / density_, y / density_}, high{(x + run.width) / density_, (y + run.height) / density_};
    ImVec2 clip_low = list.GetClipRectMin(), clip_high = list.GetClipRectMax();
    if (high.x <= clip_low.x || high.y <= clip_low.y || low.x >= clip_high.x || low.y >= clip_high.y) return;

    if (!run.told) {
        run.told = true;
        run.colour = may_be_emoji(text) && dj_glyphs_is_colour(text.data(), static_cast<int>(text.size()), index);
    }
    Ink ink = run.colour ? Ink::own : is_light(color) ? Ink::light : Ink::dark;
    Slot& slot = run.slots[ink == Ink::light];
    if (slot.generation == 0 || pages_[slot.page].generation != slot.generation) {
        slot = place(run.width, run.height);
        if (slot.generation == 0) return;
        orders_.push_back({&key, &run, index, ink, slot});
    }
    Page& page = pages_[slot.page];
    page.last_frame = frame_;
    auto place_of = [](int x, int y) {
        return ImVec2{static_cast<float>(x) / page_width, static_cast<float>(y) / page_height};
    };
    list.AddImage(ImTextureRef(texture_id(page.texture, page.generation)), low, high, place_of(slot.x, slot.y),
                  place_of(slot.x + run.width, slot.y + run.height), run.colour ? color | ~IM_COL32_A_MASK : color);
}

Glyphs::Slot Glyphs::place(int width, int height) {
    Slot slot;
    for (std::size_t i = pages_.size(); i-- > 0;) {
        slot.page = static_cast<std::uint16_t>(i);
        if (place_on(pages_[i], width, height, slot)) return slot;
    }
    auto oldest = std::min_element(pages_.begin(), pages_.end(),
                                   [](const Page& a, const Page& b) { return a.last_frame < b.last_frame; });
    if (pages_.size() >= usual_pages && oldest->last_frame < frame_) {
        ++oldest->generation;
        oldest->used = 0;
        oldest->shelves.clear();
    } else if (pages_.size() < most_pages) {
        oldest = pages_.insert(pages_.end(), fresh_page());
    } else {
        return {};
    }
    slot.page = static_cast<std::uint16_t>(oldest - pages_.begin());
    place_on(*oldest, width, height, slot);
    return slot;
}

// A shelf takes pictures of about its height; what it is too high by is lost.
bool Glyphs::place_on(Page& page, int width, int height, Slot& slot) {
    auto fits = [&](const Shelf& shelf) {
        return shelf.height >= height && shelf.height <= height + 6 && shelf.used + width <= page_width;
    };
    auto shelf = std::find_if(page.shelves.begin(), page.shelves.end(), fits);
    if (shelf == page.shelves.end()) {
        int rounded = std::min((height + 3) / 4 * 4, page_height);
        if (page.used + rounded > page_height) return false;
        auto y = static_cast<std::uint16_t>(page.used);
        shelf = page.shelves.insert(shelf, {y, static_cast<std::uint16_t>(rounded), 0});
        page.used += rounded;
    }
    slot.generation = page.generation;
    slot.x = shelf->used;
    slot.y = shelf->y;
    shelf->used = static_cast<std::uint16_t>(shelf->used + width);
    return true;
}

Glyphs::Page Glyphs::fresh_page() {
    Page page;
    glGenTextures(1, &page.texture);
    glBindTexture(GL_TEXTURE_2D, page.texture);
    glTexStorage2D(GL_TEXTURE_2D, 1, GL_RGBA8, page_width, page_height);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MIN_FILTER, GL_NEAREST);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MAG_FILTER, GL_NEAREST);
    return page;
}

void Glyphs::upload() {
    for (std::size_t first = 0; first < orders_.size();) first = draw_some(first);
    orders_.clear();
}

// Draws orders from `first` on until the staging canvas is full; returns the first that is left. Orders of one frame
// follow each other on their shelves, so that each shelf gets one upload.
std::size_t Glyphs::draw_some(std::size_t first) {
    struct Strip { int texture, x, y, width, height, row; };
    struct Letter { int text, length, face, x, y, ink; };
    std::vector<Strip> strips;
    std::vector<Letter> letters;
    std::size_t next = first;
    int rows = 0, width = 0;
    for (; next < orders_.size(); ++next) {
        const Order& order = orders_[next];
        const Slot& slot = order.slot;
        int texture = static_cast<int>(pages_[slot.page].texture);
        auto strip = std::find_if(strips.begin(), strips.end(), [&](const Strip& s) {
            return s.texture == texture && s.y == slot.y && s.x + s.width == slot.x;
        });
        if (strip == strips.end()) {
            int height = 0;
            for (const Shelf& shelf : pages_[slot.page].shelves) {
                if (shelf.y == slot.y) height = shelf.height;
            }
            if (rows + height > staging_height) break;
            strip = strips.insert(strip, {texture, slot.x, slot.y, 0, height, rows});
            rows += height;
        }
        letters.push_back({static_cast<int>(reinterpret_cast<std::intptr_t>(order.text->data())),
                           static_cast<int>(order.text->size()), order.face, slot.x - strip->x - order.run->left,
                           strip->row - order.run->top, static_cast<int>(order.ink)});
        strip->width += order.run->width;
        width = std::max(width, strip->width);
    }
    int count = static_cast<int>(letters.size()), strip_count = static_cast<int>(strips.size());
    dj_glyphs_draw(&letters[0].text, count, &strips[0].texture, strip_count, width, rows);
    return next;
}

}  // namespace dajim::web
