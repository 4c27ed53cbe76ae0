// Frames are a debt: what happens owes some, drawing pays one, and at zero nothing runs.
#pragma once

#include <cstdint>

namespace dajim::web {

/// One per page; it lives as long as the page does. Asks the browser for an animation frame only while something is
/// owed. A hidden page gets no animation frames: it draws nothing, and pays when it is seen again.
class Frames {
public:
    using Draw = std::uint64_t (*)(double now_ms);  ///< draws a frame, returns the device pixels it painted
    using Tick = void (*)();                        ///< the time asked for by wake_in has come

    Frames(Draw draw, Tick tick);

    /// At least `count` more frames are drawn. May be called while drawing.
    void owe(int count = 1);
    /// Draws one frame now instead of at the next animation frame: for the page's first picture.
    void draw_now();
    /// One call of Tick in `ms`. Of several wishes the earliest counts, and the others are forgotten.
    void wake_in(double ms);
    /// Counts what asks the GPU and waits; once the context stands.
    void count_queries();

private:
    static void on_animation_frame(double now_ms);
    static void on_timeout(void*);
    void run(double now_ms);
    void request();

    Draw draw_;
    Tick tick_;
    int owed_ = 0;
    bool requested_ = false, drawing_ = false;
    int timer_ = 0;        // 0: none
    double wake_at_ = 0;   // ms, of timer_
};

}  // namespace dajim::web
