// The desk: everything on the screen and where it lies, for narrow windows and wide ones.
#pragma once

#include <array>
#include <initializer_list>
#include <optional>
#include <string>
#include <utility>

#include "app/program.h"
#include "ui/control.h"
#include "ui/editor.h"
#include "ui/facts.h"
#include "ui/field_setting.h"
#include "ui/find_bar.h"
#include "ui/goal_card.h"
#include "ui/look_back.h"
#include "ui/ribbon.h"
#include "ui/selection_tools.h"
#include "ui/shelf.h"
#include "ui/slip.h"
#include "ui/template_chips.h"

namespace dajim::ui {

class Desk {
public:
    Desk(Glyphs& glyphs, Mirror& mirror) : typesetting_(glyphs), controls_(typesetting_, mirror) {}

    const text::Typesetter& page_setting() const { return typesetting_; }
    const text::Typesetter& field_setting() const { return field_setting_; }

    /// Draws all of it into an ImGui frame that was begun, then performs what was asked. `glyph_look` rises when fonts answer
    /// otherwise; `visible_height` is what no virtual keyboard covers. Sizes in CSS pixels.
    void draw(app::Program& program, std::uint64_t glyph_look, float visible_height, double now_ms, bool mac);

    /// For the element that takes the keyboard.
    const CaretPlace& caret() const { return caret_; }
    const Ribbon& ribbon() const { return ribbon_; }
    /// When the next frame is due without anything happening (a caret's blink), in ms.
    std::optional<double> next_ms() const { return next_ms_; }

private:
    static constexpr float shelf_from = 1000;   // from this width on the shelf stands beside the pages
    static constexpr float bar_height = 52;

    void bar(app::Program& program, Rect rect, bool narrow);
    void names(app::Program& program, Rect rect, bool with_dates);
    float dates(app::Program& program, float x, float y);
    float banner(std::string_view id, Role role, std::string_view text, float top, float width);
    float pen_strip(const app::State& state, float top, float width);
    float own_file_strip(const app::State& state, float top, float width);
    float deed_strip(std::string_view id, std::string_view text, ImU32 color, std::initializer_list<app::CommandId> deeds, float top, float width);
    void keeping(const app::State& state);
    std::optional<app::Str> date_trouble(const app::State& state) const;
    bool bad_date(const app::State& state, app::Target target) const;
    std::string status(const app::State& state) const;
    void pages(app::Program& program, Rect rect);
    void one_page(app::Program& program, Rect rect);
    void sheet(app::Program& program, journal::End end, Rect rect, bool tabbed);
    Rect beginning(app::Program& program, journal::End end, const std::optional<app::LookBack>& back, Rect text, const char* placeholder, bool tabbed, bool draw);
    void welcome(app::Program& program, Rect rect);
    void no_pair(app::Program& program, Rect rect);
    void notice(app::Program& program, Rect window);
    void field(app::Program& program, app::Target target, app::Str name, app::Str hint, Rect rect);
    float field_width(const app::State& state, app::Target target, app::Str hint, float most);
    void paper(Rect rect);
    void command(app::CommandId id, Rect rect, const ButtonLook& look = {}, std::string_view label = {});
    EditorView& view(app::Target target) { return views_[static_cast<std::size_t>(target)]; }

    Typesetting typesetting_;
    FieldSetting field_setting_{typesetting_};
    Controls controls_;
    Shelf shelf_;
    FindBar find_bar_;
    GoalCard goal_card_;
    Ribbon ribbon_;
    LookBackView look_back_;
    std::array<TemplateChips, 2> chips_;
    SelectionTools tools_;
    SlipView slip_;
    std::array<EditorView, app::target_count> views_ = []<std::size_t... i>(std::index_sequence<i...>) {
        return std::array{EditorView(app::all_targets[i])...};
    }(std::make_index_sequence<app::target_count>());
    std::array<Facts, 2> facts_;
    bool drawer_open_ = false;     // the shelf over a narrow window
    journal::Id drawer_pair_, drawer_series_;   // chosen when the drawer was opened: choosing others closes it
    std::uint64_t look_ = 0;
    float margin_ = 0, next_margin_ = 0;   // left of the narrower page's text, as last drawn
    float notes_ = 0;              // above the feet of the pages, the higher of those in this frame
    Rect notice_;                  // as last drawn
    Rect saving_;                  // what is said of saving and of files, as drawn in this frame
    double now_ms_ = 0;
    Deeds deeds_;
    CaretPlace caret_;
    std::optional<double> next_ms_;
};

}  // namespace dajim::ui
