// SDL's window over the canvas, its events turned into ImGui's; one finger scrolls, a tap is a click.
#define IMGUI_DEFINE_MATH_OPERATORS
#include "web/window.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include <SDL2/SDL.h>
#include <emscripten/html5.h>

#include "imgui_internal.h"

extern "C" {
void dj_window_open(void (*changed)(), void (*beyond)(float x, float y), void (*finger)());
void dj_window_size(double* out);
void dj_window_cursor(const char* name);
bool dj_window_make_current();
int dj_window_held();
bool dj_window_cancelled();
}

namespace dajim::web {
namespace {

constexpr float slop = 8;             // CSS pixels a finger may tremble
constexpr double hold_ms = 450;       // a finger that rested this long holds, or presses instead of scrolling
constexpr float mouse_apart = 6, fingers_apart = 24;  // CSS pixels between the clicks of a double click
constexpr float glide_decay_ms = 325;
constexpr float slowest_glide = 0.02f, least_fling = 0.15f;  // CSS pixels per ms

Frames* page_frames = nullptr;
Window* page_window = nullptr;
ImVec2 beyond;  // where a pressed mouse is outside of the canvas; SDL keeps it at the edge
bool is_beyond = false;

int owe_for_event(void*, SDL_Event* event) {
    if (event->type != SDL_POLLSENTINEL) page_frames->owe(2);  // every poll pushes a sentinel; it is no event
    return 0;
}

const char* cursor_name(ImGuiMouseCursor cursor) {
    switch (cursor) {
    case ImGuiMouseCursor_None: return "none";
    case ImGuiMouseCursor_TextInput: return "text";
    case ImGuiMouseCursor_ResizeAll: return "move";
    case ImGuiMouseCursor_ResizeNS: return "ns-resize";
    case ImGuiMouseCursor_ResizeEW: return "ew-resize";
    case ImGuiMouseCursor_ResizeNESW: return "nesw-resize";
    case ImGuiMouseCursor_ResizeNWSE: return "nwse-resize";
    case ImGuiMouseCursor_Hand: return "pointer";
    case ImGuiMouseCursor_Wait: return "wait";
    case ImGuiMouseCursor_Progress: return "progress";
    case ImGuiMouseCursor_NotAllowed: return "not-allowed";
    default: return "default";
    }
}

void leave(ImGuiIO& io) { io.AddMousePosEvent(-FLT_MAX, -FLT_MAX); }

}  // namespace

bool Window::open(Frames& frames, ContextBack context_back) {
    frames_ = page_frames = &frames;
    page_window = this;
    context_back_ = context_back;

    if (!dj_window_make_current()) return false;
    // An element that does not exist: keys belong to web/text_input.
    SDL_SetHint(SDL_HINT_EMSCRIPTEN_KEYBOARD_ELEMENT, "#sdl-no-keys");
    SDL_SetHint(SDL_HINT_TOUCH_MOUSE_EVENTS, "0");
    if (SDL_Init(SDL_INIT_VIDEO) != 0) return false;
    dj_window_open([] { page_frames->owe(2); },
                   [](float x, float y) {
                       beyond = {x, y};
                       is_beyond = true;
                       page_frames->owe(2);
                   },
                   [] { page_window->hear_finger(); });
    // To SDL the window is as many points wide as the canvas has device pixels, so that it reports the mouse that
    // finely. Not resizable: its own idea of the size would blank the canvas. No title: an empty one would empty the page's.
    take_size();
    window_ = SDL_CreateWindow(nullptr, 0, 0, width_, height_, 0);
    if (window_ == nullptr) return false;
    // SDL's would keep the page out of the back/forward cache.
    emscripten_set_beforeunload_callback(nullptr, nullptr);
    SDL_AddEventWatch(owe_for_event, nullptr);

    frames.count_queries();
    emscripten_set_webglcontextlost_callback("#canvas", this, false, [](int, const void*, void* self) {
        static_cast<Window*>(self)->lost_ = true;
        return true;  // we want it back
    });
    emscripten_set_webglcontextrestored_callback("#canvas", this, false, [](int, const void*, void* self) {
        auto window = static_cast<Window*>(self);
        window->lost_ = false;
        window->context_back_();
        window->frames_->owe(2);
        return true;
    });

    ImGuiIO& io = ImGui::GetIO();
    io.IniFilename = nullptr;
    io.BackendPlatformName = "dajim";
    io.BackendFlags |= ImGuiBackendFlags_HasMouseCursors;
    io.MouseDoubleClickTime = 0.4f;
    follow_size();
    return true;
}

/// True when the canvas is another size in device pixels than it was.
bool Window::take_size() {
    double size[3];
    dj_window_size(size);
    density_ = static_cast<float>(size[2]);
    const int width = std::exchange(width_, static_cast<int>(size[0]));
    const int height = std::exchange(height_, static_cast<int>(size[1]));
    return width != width_ || height != height_;
}

void Window::follow_size() {
    if (take_size()) SDL_SetWindowSize(window_, width_, height_);
    ImGuiIO& io = ImGui::GetIO();
    io.DisplaySize = {static_cast<float>(width_) / density_, static_cast<float>(height_) / density_};
    io.DisplayFramebufferScale = {density_, density_};
}

void Window::new_frame(double now_ms) {
    ImGuiIO& io = ImGui::GetIO();
    double elapsed = now_ == 0 ? 1 : now_ms - now_;
    now_ = now_ms;
    // Not limited: double clicks are told by the sum of these.
    io.DeltaTime = static_cast<float>(std::max(elapsed, 0.1) / 1000);
    follow_size();
    SDL_Event event;
    while (SDL_PollEvent(&event)) take(io, event);
    if (is_beyond) io.AddMousePosEvent(beyond.x, beyond.y);
    is_beyond = false;
    if (touch_.state == Touch::State::resting && SDL_GetTicks() - touch_.since >= hold_ms) hold(io);
    if (touch_.gliding) glide(io, std::min(elapsed, 50.0));
    ImGui::NewFrame();
    // Edges are softened over one device pixel, not one CSS pixel.
    GImGui->DrawListSharedData.InitialFringeScale = 1 / density_;
}

void Window::end_frame() {
    if (ImGuiMouseCursor cursor = ImGui::GetMouseCursor(); cursor != cursor_) {
        cursor_ = cursor;
        dj_window_cursor(cursor_name(cursor));
    }
    if (touch_.gliding && ImGui::GetIO().MouseWheel != 0) {  // nobody took it: an edge
        touch_.gliding = false;
        leave(ImGui::GetIO());
    }
    // ImGui takes a press and its release in frames of their own.
    if (!GImGui->InputEventsQueue.empty()) frames_->owe(1);
}

void Window::take(ImGuiIO& io, const SDL_Event& event) {
    auto finger_at = [&] { return ImVec2{event.tfinger.x * io.DisplaySize.x, event.tfinger.y * io.DisplaySize.y}; };
    auto mouse_at = [&](int x, int y) {
        io.AddMouseSourceEvent(ImGuiMouseSource_Mouse);
        io.MouseDoubleClickMaxDist = mouse_apart;
        io.AddMousePosEvent(static_cast<float>(x) / density_, static_cast<float>(y) / density_);
    };
    switch (event.type) {
    case SDL_MOUSEMOTION:
        mouse_at(event.motion.x, event.motion.y);
        break;
    case SDL_MOUSEBUTTONDOWN:
    case SDL_MOUSEBUTTONUP: {
        int button = event.button.button == SDL_BUTTON_LEFT ? 0 : event.button.button == SDL_BUTTON_RIGHT ? 1 : 2;
        mouse_at(event.button.x, event.button.y);
        io.AddKeyEvent(ImGuiMod_Shift, dj_window_held() & 1);
        io.AddKeyEvent(ImGuiMod_Ctrl, dj_window_held() & 2);
        io.AddMouseButtonEvent(button, event.type == SDL_MOUSEBUTTONDOWN);
        if (button != 0) io.MouseClickedTime[0] = -1e9;   // a click of another button between two is no double click
        break;
    }
    case SDL_MOUSEWHEEL:
        touch_.gliding = false;
        io.AddMouseSourceEvent(ImGuiMouseSource_Mouse);
        io.AddMouseWheelEvent(-event.wheel.preciseX, event.wheel.preciseY);  // SDL's steps are 100 pixels or 3 lines
        break;
    case SDL_FINGERDOWN:
        touch_down(io, event.tfinger.fingerId, finger_at(), event.tfinger.timestamp);
        break;
    case SDL_FINGERMOTION:
        if (event.tfinger.fingerId == touch_.finger) touch_move(io, finger_at(), event.tfinger.timestamp);
        break;
    case SDL_FINGERUP:
        if (event.tfinger.fingerId == touch_.finger) touch_up(io, event.tfinger.timestamp);
        break;
    case SDL_WINDOWEVENT:
        if (event.window.event == SDL_WINDOWEVENT_ENTER) cursor_ = -2;  // SDL has set its own
        if (event.window.event == SDL_WINDOWEVENT_LEAVE && SDL_GetMouseState(nullptr, nullptr) == 0) leave(io);
        if (event.window.event == SDL_WINDOWEVENT_FOCUS_GAINED) io.AddFocusEvent(true);
        if (event.window.event == SDL_WINDOWEVENT_FOCUS_LOST) io.AddFocusEvent(false);
        break;
    default:
        break;
    }
}

/// Inside the browser's own event, which has reached SDL: what a tap asks for (the keyboard, the clipboard, a file) iOS gives nowhere
/// else, and what a finger is on must be known before it moves. A press and its release take ImGui a frame each.
void Window::hear_finger() {
    for (int frames = 0; frames < 3 && !lost_; ++frames) {
        frames_->draw_now();
        if (GImGui->InputEventsQueue.empty()) break;
    }
}

void Window::hold(ImGuiIO& io) {
    if (ImGui::GetMouseCursor() != ImGuiMouseCursor_TextInput) return;
    touch_.state = Touch::State::pressing;
    touch_.button = 1;
    io.AddMouseSourceEvent(ImGuiMouseSource_TouchScreen);
    io.AddMouseButtonEvent(touch_.button, true);
}

void Window::touch_down(ImGuiIO& io, std::int64_t finger, ImVec2 at, double ms) {
    if (touch_.state == Touch::State::resting) touch_.state = Touch::State::ignored;
    if (touch_.state != Touch::State::none) return;  // a second finger
    bool stopped = touch_.gliding;
    touch_ = {};
    // A finger that stops a glide does not click.
    touch_.state = stopped ? Touch::State::scrolling : Touch::State::resting;
    touch_.finger = finger;
    touch_.start = touch_.at = at;
    touch_.since = touch_.moved = ms;
    // The finger is seen before it presses, so that views may show what is under it.
    io.AddMouseSourceEvent(ImGuiMouseSource_TouchScreen);
    io.MouseDoubleClickMaxDist = fingers_apart;
    io.AddKeyEvent(ImGuiMod_Shift, false);   // as a mouse may have left them
    io.AddKeyEvent(ImGuiMod_Ctrl, false);
    io.AddMousePosEvent(at.x, at.y);
    if (stopped) return;
    if (hold_timer_ != 0) emscripten_clear_timeout(hold_timer_);
    hold_timer_ = emscripten_set_timeout([](void*) {
        page_window->hold_timer_ = 0;
        page_frames->owe();
    }, hold_ms + 1, nullptr);
}

void Window::touch_move(ImGuiIO& io, ImVec2 at, double ms) {
    ImVec2 step = at - touch_.at;
    double elapsed = std::max(ms - touch_.moved, 1.0);
    if (touch_.state == Touch::State::ignored) return;
    if (touch_.state == Touch::State::resting) {
        if (std::hypot(at.x - touch_.start.x, at.y - touch_.start.y) < slop) return;
        ImGuiMouseCursor cursor = ImGui::GetMouseCursor();
        bool grip = cursor == ImGuiMouseCursor_ResizeEW || cursor == ImGuiMouseCursor_ResizeNS || cursor == ImGuiMouseCursor_ResizeAll;
        bool held = ms - touch_.since > hold_ms;
        touch_.state = grip || held ? Touch::State::pressing : Touch::State::scrolling;
        if (touch_.state == Touch::State::pressing) io.AddMouseButtonEvent(touch_.button, true);
        step = touch_.state == Touch::State::scrolling ? at - touch_.start : step;
    }
    if (touch_.state == Touch::State::pressing) {
        io.AddMouseSourceEvent(ImGuiMouseSource_TouchScreen);
        io.AddMousePosEvent(at.x, at.y);
    } else {
        io.AddMouseWheelEvent(step.x / wheel_step, step.y / wheel_step);
        ImVec2 speed = step / static_cast<float>(elapsed);
        touch_.speed = touch_.speed * 0.4f + speed * 0.6f;
    }
    touch_.at = at;
    touch_.moved = ms;
}

void Window::touch_up(ImGuiIO& io, double ms) {
    Touch::State state = touch_.state;
    touch_.state = Touch::State::none;
    if (hold_timer_ != 0) emscripten_clear_timeout(std::exchange(hold_timer_, 0));
    bool cancelled = dj_window_cancelled();  // by the browser: nobody meant anything
    if (state == Touch::State::scrolling) {
        touch_.speed.x = 0;   // nothing lies sideways
        touch_.gliding = !cancelled && ms - touch_.moved < 50 && std::abs(touch_.speed.y) > least_fling;
        if (touch_.gliding) {
            frames_->owe(1);
            return;  // the pointer stays: it says which view glides
        }
    } else if (state == Touch::State::pressing) {
        io.AddMouseButtonEvent(touch_.button, false);
    } else if (state == Touch::State::resting && !cancelled) {
        io.AddMouseButtonEvent(0, true);
        io.AddMouseButtonEvent(0, false);
    }
    leave(io);
}

void Window::glide(ImGuiIO& io, double elapsed_ms) {
    auto ms = static_cast<float>(elapsed_ms);
    io.AddMouseWheelEvent(0, touch_.speed.y * ms / wheel_step);
    touch_.speed = touch_.speed * std::exp(-ms / glide_decay_ms);
    touch_.gliding = std::abs(touch_.speed.y) > slowest_glide;
    if (!touch_.gliding) leave(io);
    frames_->owe(1);
}

}  // namespace dajim::web
