// The page's canvas as a window: its size in device pixels, mouse, wheel, touch and cursor, handed to ImGui.
#pragma once

#include <cstdint>

#include "imgui.h"
#include "web/frames.h"

union SDL_Event;
struct SDL_Window;

namespace dajim::web {

/// One per page; it lives as long as the page does. Keys never pass here: SDL gets none. Wheel steps given to ImGui
/// are 100 CSS pixels each, in fractions, from wheels, trackpads and fingers alike: a view that scrolls by
/// `io.MouseWheel * wheel_step` keeps the word under the finger, and takes the wheel when it moved by all of it.
///
/// One finger scrolls, and glides on when it is lifted; a tap is a click of the left button. Where the view under the finger shows
/// a cursor for sizing or moving, it drags with the left button at once; where it shows one for text, a finger that rests holds the
/// right button down. A second finger makes the first one mean nothing. A pen is a finger where the browser tells of it so (touch events
/// come of it), else a mouse.
class Window {
public:
    static constexpr float wheel_step = 100;  ///< CSS pixels

    using ContextBack = void (*)();

    /// Makes #canvas a window with a WebGL2 context. `context_back` is called when a lost context was restored. False
    /// when the browser has no WebGL2: the page has been told so, and there must be no further call.
    bool open(Frames& frames, ContextBack context_back);

    /// Gives ImGui what happened since the last frame, and begins its next one.
    void new_frame(double now_ms);
    /// After the views: cursor shape. Owes a frame when ImGui left events for the next.
    void end_frame();

    /// Nothing can be drawn until `context_back`.
    bool context_lost() const { return lost_; }
    float density() const { return density_; }  ///< device pixels per CSS pixel
    int width() const { return width_; }        ///< device pixels
    int height() const { return height_; }

private:
    // What the one finger that counts does, and what it leaves behind.
    struct Touch {
        enum class State : std::uint8_t { none, resting, scrolling, pressing, ignored } state = State::none;
        std::int64_t finger = 0;
        int button = 0;               // while pressing: 1 after a rest in a text, else 0
        ImVec2 start, at;             // CSS pixels
        double since = 0, moved = 0;  // ms, by SDL's clock
        ImVec2 speed;                 // CSS pixels per ms
        bool gliding = false;
    };

    bool take_size();
    void follow_size();
    void take(ImGuiIO& io, const SDL_Event& event);
    void hear_finger();
    void hold(ImGuiIO& io);
    void touch_down(ImGuiIO& io, std::int64_t finger, ImVec2 at, double ms);
    void touch_move(ImGuiIO& io, ImVec2 at, double ms);
    void touch_up(ImGuiIO& io, double ms);
    void glide(ImGuiIO& io, double elapsed_ms);

    Frames* frames_ = nullptr;
    ContextBack context_back_ = nullptr;
    SDL_Window* window_ = nullptr;
    bool lost_ = false;
    float density_ = 1;
    int width_ = 0, height_ = 0;
    double now_ = 0;  // ms, of this frame
    int cursor_ = -2;
    int hold_timer_ = 0;  // 0: none
    Touch touch_;
};

}  // namespace dajim::web
