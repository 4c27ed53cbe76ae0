// Animation frames and one timer, asked of the browser only while something is owed.
#include "web/frames.h"

#include <algorithm>

#include <emscripten/emscripten.h>
#include <emscripten/eventloop.h>

extern "C" {
void dj_frames_start();
void dj_frames_count_queries();
void dj_frames_request(void (*run)(double now_ms));
void dj_frames_paid(double pixels);
}

namespace dajim::web {
namespace {
Frames* page = nullptr;
}

Frames::Frames(Draw draw, Tick tick) : draw_(draw), tick_(tick) {
    page = this;
    dj_frames_start();
}

void Frames::owe(int count) {
    owed_ = std::max(owed_, count);
    if (!drawing_) request();
}

void Frames::draw_now() {
    owed_ = std::max(owed_, 1);
    run(emscripten_get_now());
}

void Frames::request() {
    if (requested_ || owed_ == 0) return;
    requested_ = true;
    dj_frames_request(on_animation_frame);
}

void Frames::on_animation_frame(double now_ms) {
    page->requested_ = false;
    page->run(now_ms);
}

void Frames::run(double now_ms) {
    if (owed_ == 0) return;
    --owed_;
    drawing_ = true;
    dj_frames_paid(static_cast<double>(draw_(now_ms)));
    drawing_ = false;
    request();
}

void Frames::wake_in(double ms) {
    double at = emscripten_get_now() + std::max(ms, 0.0);
    if (timer_ != 0) {
        if (wake_at_ <= at) return;
        emscripten_clear_timeout(timer_);
    }
    wake_at_ = at;
    timer_ = emscripten_set_timeout(on_timeout, std::max(ms, 0.0), nullptr);
}

void Frames::on_timeout(void*) {
    page->timer_ = 0;
    page->tick_();
}

void Frames::count_queries() { dj_frames_count_queries(); }

}  // namespace dajim::web
