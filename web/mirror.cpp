// Carries ui::Mirror to web/mirror.js by difference.
#include "web/mirror.h"

#include <emscripten/emscripten.h>

#include <algorithm>
#include <cmath>
#include <unordered_map>

using dajim::ui::Deed;
using dajim::ui::Node;
using dajim::ui::NodeId;
using dajim::ui::Role;

extern "C" {
void dj_mirror_start();
void dj_mirror_language(const char* tag);
void dj_mirror_node(NodeId id, NodeId parent, int role, int flags, int level, int now, int least, int most, int target,
                    const char* name, const char* value, const char* shortcut);
void dj_mirror_bounds(NodeId id, float x, float y, float width, float height);
void dj_mirror_remove(NodeId id);
void dj_mirror_arrange(const NodeId* ids, std::size_t count);
void dj_mirror_focus(NodeId id);
}

namespace dajim::web {
namespace {

// What mirror.js counts on.
static_assert(int(Role::button) == 0 && int(Role::textbox) == 1 && int(Role::list_item) == 7 && int(Role::toggle) == 12 &&
              int(Role::navigation) == 15);
static_assert(int(Deed::activate) == 0 && int(Deed::increase) == 1 && int(Deed::decrease) == 2 && int(Deed::to_least) == 3 &&
              int(Deed::to_most) == 4 && int(Deed::dismiss) == 5);
static_assert(int(app::Target::retrospective) == 1);

constexpr float visible_shift = 0.5f;   // CSS pixels; bounds that moved less are the same

ui::Mirror* shared = nullptr;
Frames* frames = nullptr;

/// Finds nodes by their ids: mostly they are where they were, and where many are not, one is not looked for among all of them.
class Lookup {
public:
    explicit Lookup(const std::vector<Node>& nodes) : nodes_(nodes) {}
    const Node* find(NodeId id, std::size_t guess) {
        if (guess < nodes_.size() && nodes_[guess].id == id) return &nodes_[guess];
        if (places_.empty()) {
            for (std::size_t i = nodes_.size(); i-- > 0;) places_[nodes_[i].id] = i;
        }
        const auto at = places_.find(id);
        return at == places_.end() ? nullptr : &nodes_[at->second];
    }

private:
    const std::vector<Node>& nodes_;
    std::unordered_map<NodeId, std::size_t> places_;   // filled once it is needed
};

void take_bounds(Node& node, const Node& from) {
    node.x = from.x;
    node.y = from.y;
    node.width = from.width;
    node.height = from.height;
}

bool lies_elsewhere(const Node& a, const Node& b) {
    return std::fabs(a.x - b.x) >= visible_shift || std::fabs(a.y - b.y) >= visible_shift ||
           std::fabs(a.width - b.width) >= visible_shift || std::fabs(a.height - b.height) >= visible_shift;
}

void send(const Node& node) {
    const int flags = node.disabled | node.selected << 1 | node.pressed << 2 | node.multiline << 3 | node.read_only << 4 |
                      node.invalid << 5 | node.has_popup << 6 | node.expanded << 7 | node.secret << 8 | node.hidden << 9;
    dj_mirror_node(node.id, node.parent, int(node.role), flags, node.level, node.now, node.least, node.most, int(node.target),
                   node.name.c_str(), node.value.c_str(), node.shortcut.c_str());
}

void send_bounds(const Node& node) { dj_mirror_bounds(node.id, node.x, node.y, node.width, node.height); }

}  // namespace

DomMirror::DomMirror(ui::Mirror& mirror, Frames& the_frames) : mirror_(mirror) {
    shared = &mirror;
    frames = &the_frames;
    dj_mirror_start();
}

void DomMirror::update(app::Language language) {
    if (language_ != int(language)) {
        language_ = int(language);
        dj_mirror_language(language == app::Language::ko ? "ko" : "en");
    }
    if (mirror_.nodes != sent_) send_differences();
    if (mirror_.focus_wish != 0) {
        const NodeId wish = mirror_.focus_wish;
        mirror_.focus_wish = 0;
        dj_mirror_focus(wish);
    }
}

void DomMirror::send_differences() {
    std::vector<Node> now = mirror_.nodes;
    Lookup in_now(now), in_sent(sent_);
    bool rearranged = now.size() != sent_.size();
    for (std::size_t i = 0; i < sent_.size(); ++i) {
        if (in_now.find(sent_[i].id, i)) continue;
        dj_mirror_remove(sent_[i].id);
        rearranged = true;
    }
    for (std::size_t i = 0; i < now.size(); ++i) {
        Node& node = now[i];
        const Node* old = in_sent.find(node.id, i);
        if (!old) {
            send(node);
            send_bounds(node);
            rearranged = true;
            continue;
        }
        const bool moved = lies_elsewhere(node, *old);
        const Node here = node;
        take_bounds(node, *old);
        const bool made_anew = old->role != node.role || (node.role == Role::heading && old->level != node.level);
        if (node != *old) send(node);
        if (moved || made_anew) {
            take_bounds(node, here);
            send_bounds(node);
        }
        rearranged = rearranged || made_anew || old->parent != node.parent || i >= sent_.size() || sent_[i].id != node.id;
    }
    if (rearranged) {
        std::vector<NodeId> ids;
        for (const Node& node : now) ids.push_back(node.id);
        dj_mirror_arrange(ids.data(), ids.size());
    }
    sent_ = std::move(now);
}

// ------------------------------------------------------------------------------------ called by mirror.js, inside DOM events

extern "C" {

EMSCRIPTEN_KEEPALIVE void dj_mirror_asked(NodeId id, int deed) {
    shared->requests.push_back({id, Deed(deed)});
    frames->owe();
}

EMSCRIPTEN_KEEPALIVE void dj_mirror_focused(NodeId id, int visible) {
    if (shared->focused == id && shared->focus_visible == (visible != 0)) return;
    shared->focused = id;
    shared->focus_visible = visible != 0;
    frames->owe();
}

}  // extern "C"

}  // namespace dajim::web
