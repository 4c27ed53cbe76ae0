// Where the page starts: makes the parts, joins them, and draws frames while some are owed.
#include <emscripten.h>
#include <emscripten/html5.h>

#include "app/keeping.h"
#include "app/program.h"
#include "imgui.h"
#include "ui/desk.h"
#include "ui/mirror.h"
#include "web/clipboard.h"
#include "web/drops.h"
#include "web/files.h"
#include "web/frames.h"
#include "web/glyphs.h"
#include "web/host.h"
#include "web/journals.h"
#include "web/memory_files.h"
#include "web/mirror.h"
#include "web/own_file.h"
#include "web/renderer.h"
#include "web/secrets.h"
#include "web/storage.h"
#include "web/text_input.h"
#include "web/versions.h"
#include "web/window.h"

namespace {

using namespace dajim;

std::uint64_t frame(double now_ms);
void tick();

web::Frames frames(frame, tick);

app::StorageTrouble trouble_of(web::StorageFailure kind) {
    switch (kind) {
        case web::StorageFailure::blocked: return app::StorageTrouble::blocked;
        case web::StorageFailure::missing: return app::StorageTrouble::missing;
        case web::StorageFailure::full: return app::StorageTrouble::full;
        case web::StorageFailure::other: break;
    }
    return app::StorageTrouble::failed;
}

app::Pen pen_of(web::PenStays why) {
    switch (why) {
        case web::PenStays::refused: return app::Pen::refused;
        case web::PenStays::silent: return app::Pen::silent;
        case web::PenStays::elsewhere: break;
    }
    return app::Pen::elsewhere;
}

/// All parts of the running page, made in the order in which they need each other.
struct Page final : web::StorageEvents {
    web::Window window;
    web::Glyphs glyphs;
    web::Renderer renderer;
    web::TextInput text;
    web::Files files;
    web::Drops drops;
    web::Storage storage;
    ui::Mirror mirror;
    web::Browser host{text, files, storage, frames};
    ui::Desk desk{glyphs, mirror};
    app::Program program{host, desk.page_setting(), desk.field_setting(), web::browser_language(), web::language_wish()};
    web::DomMirror dom{mirror, frames};

    bool on_storage_ready(bool writer, std::vector<std::string> records, std::string place) override {
        return program.storage_ready(writer, records, place);
    }
    bool on_storage_reread(bool writer, std::vector<std::string> records, std::string place) override {
        return program.storage_reread(writer, records, place);
    }
    void on_record_arrived(std::string_view record) override { program.record_arrived(record); }
    std::uint64_t sequence() override { return program.sequence(); }
    void on_hand_over() override {
        program.hand_over();
        text.shut();   // a window that nobody sees draws no frame that would
    }
    void on_writes_on() override { program.writes_on(); }
    bool on_overtaken() override {
        text.shut();
        return program.overtaken();
    }
    void on_pen_stays(web::PenStays why) override { program.pen_stays(pen_of(why)); }
    void on_keeping(bool lasting, bool webkit, bool installed) override { program.keeping_known(app::keeping_of(lasting, webkit, installed)); }
    void on_record_stored(std::uint64_t sequence) override { program.record_stored(sequence); }
    void on_files_synced(std::uint64_t sequence) override { program.files_synced(sequence); }
    void on_storage_failed(web::StorageFailure kind, std::string) override { program.storage_failed(trouble_of(kind)); }
    void on_page_leaving() override { program.flush(); }
};

Page* page = nullptr;   // lives as long as the page does
double next_picture_ms = 0;   // by Browser::now_ms, when the views want to draw again by themselves; 0: never

// What is kept usually comes sooner than this; a picture of waiting for it would only put it off.
constexpr double patience_ms = 150;
double impatient_at_ms = 0;   // by Browser::now_ms

void draw_at(double ms) {
    next_picture_ms = ms;
    frames.wake_in(ms - page->host.now_ms());
}

std::uint64_t frame(double now_ms) {
    Page& on = *page;
    if (on.window.context_lost()) return 0;
    if (on.program.state().phase == app::Phase::loading && on.host.now_ms() < impatient_at_ms) {
        draw_at(impatient_at_ms);
        return 0;
    }
    on.window.new_frame(now_ms);
    on.glyphs.begin(on.window.density());
    on.desk.draw(on.program, on.glyphs.look(), web::TextInput::visible_height(), on.host.now_ms(), on.host.is_mac());
    on.window.end_frame();
    // Words first: what is to be typed in is ready before its picture is.
    on.dom.update(on.program.state().language);
    const ui::CaretPlace& caret = on.desk.caret();
    on.text.place(caret.target, caret.box.x, caret.box.y, caret.box.height, caret.size);
    on.text.update();
    ImGui::Render();
    on.glyphs.upload();
    const std::uint64_t pixels = on.renderer.draw(*ImGui::GetDrawData(), on.window.width(), on.window.height(), IM_COL32_BLACK);
    // The next blink draws only while somebody is looking at it.
    next_picture_ms = 0;
    if (on.desk.next_ms()) draw_at(on.host.now_ms() + *on.desk.next_ms());
    return pixels;
}

/// The one timer serves the program, which says itself when there is something new to see, and the views.
void tick() {
    page->program.tick();
    if (next_picture_ms == 0) return;
    const double left = next_picture_ms - page->host.now_ms();
    if (left <= 1) frames.owe(1);
    else frames.wake_in(left);
}

void start() {
    web::mend_renames();
    ImGui::CreateContext();
    page = new Page;
    if (!page->window.open(frames, [] {
            page->renderer.restart();
            page->glyphs.lose_pages();
            frames.owe(1);
        })) {
        return;
    }
    page->renderer.start();
    page->text.start(page->program, frames);
    page->files.start(page->program);
    page->drops.start(page->program, frames);
    web::clipboard::start(page->program);
    web::secrets::start(page->program);
    web::own_file::start(page->program);
    web::versions::start(page->program);
    web::journals::start(page->program);
    web::watch_colours(page->program);
    if (web::is_looking_window()) page->program.look();
    else page->storage.open(*page);
    impatient_at_ms = page->host.now_ms() + patience_ms;
    frames.owe(1);
}

}  // namespace

/// A newer version of the page has been fetched and waits.
extern "C" EMSCRIPTEN_KEEPALIVE void dj_update_ready() {
    page->program.update_waiting();
    frames.owe(1);
}

/// A later version has become the one that answers all pages of this origin.
extern "C" EMSCRIPTEN_KEEPALIVE void dj_update_taken() {
    page->program.update_taken();
    frames.owe(1);
}

int main() { start(); }
