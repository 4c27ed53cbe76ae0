// Skeletons for empty pages, see templates.h. "¦" in the texts below is where the writing begins.
#include "app/templates.h"

#include <algorithm>

#include "app/goal_words.h"
#include "app/quoting.h"
#include "formats/post.h"
#include "journal/outline.h"

namespace dajim::app {
namespace {

using journal::End;
using journal::Pair;
using journal::Series;

constexpr std::string_view caret = "¦";

struct Text { Template which; End end; const char *korean, *english; };

constexpr Text texts[] = {
    {Template::free, End::resolution, "¦\n\n## 목표\n\n- \n\n> 이 글을 다시 읽을 나에게: \n",
     "¦\n\n## Goals\n\n- \n\n> To myself, when I read this again: \n"},
    {Template::free, End::retrospective, "¦\n\n## 지킨 것\n\n## 지키지 못한 것\n\n## 뜻밖의 일\n\n## 다음에는\n\n- \n",
     "¦\n\n## Kept\n\n## Not kept\n\n## Not planned at all\n\n## Next time\n\n- \n"},
    {Template::liked, End::resolution, "## 지난번에 좋았던 점\n\n- ¦\n\n## 지난번에 아쉬웠던 점\n\n- \n\n## 그래서 이번 목표\n\n- \n",
     "## Liked last time\n\n- ¦\n\n## Regretted last time\n\n- \n\n## So my goals are\n\n- \n"},
    {Template::liked, End::retrospective, "## 좋았던 점\n\n- ¦\n\n## 아쉬웠던 점\n\n- \n\n## 다음에는\n\n- \n",
     "## Liked\n\n- ¦\n\n## Regretted\n\n- \n\n## Next time\n\n- \n"},
    {Template::keep, End::retrospective, "## Keep\n\n- ¦\n\n## Problem\n\n- \n\n## Try\n\n- \n", "## Keep\n\n- ¦\n\n## Problem\n\n- \n\n## Try\n\n- \n"},
    {Template::four_ls, End::retrospective, "## 좋았던 것\n\n- ¦\n\n## 배운 것\n\n- \n\n## 부족했던 것\n\n- \n\n## 바라게 된 것\n\n- \n",
     "## Liked\n\n- ¦\n\n## Learned\n\n- \n\n## Lacked\n\n- \n\n## Longed for\n\n- \n"},
    {Template::start, End::resolution, "## 시작할 것\n\n- ¦\n\n## 그만둘 것\n\n- \n\n## 계속할 것\n\n- \n",
     "## Start\n\n- ¦\n\n## Stop\n\n- \n\n## Continue\n\n- \n"},
    {Template::start, End::retrospective, "## 시작할 것\n\n- ¦\n\n## 그만둘 것\n\n- \n\n## 계속할 것\n\n- \n",
     "## Start\n\n- ¦\n\n## Stop\n\n- \n\n## Continue\n\n- \n"},
    {Template::mad, End::retrospective, "## 화났던 일\n\n- ¦\n\n## 슬펐던 일\n\n- \n\n## 기뻤던 일\n\n- \n",
     "## Mad\n\n- ¦\n\n## Sad\n\n- \n\n## Glad\n\n- \n"},
    {Template::questions, End::resolution,
     "## 왜 하려고 하는가?\n\n¦\n\n## 끝나는 날 나는 어떤 사람이고 싶은가?\n\n\n\n## 그러려면 무엇을 할까?\n\n- \n\n## 무엇이 나를 막을까?\n\n\n",
     "## Why do I want this?\n\n¦\n\n## Who do I want to be when it ends?\n\n\n\n## What will I do for it?\n\n- \n\n## What could get in my way?\n\n\n"},
    {Template::questions, End::retrospective,
     "## 무엇을 다짐했던가?\n\n¦\n\n## 무엇을 지켰고, 무엇을 지키지 못했나? 왜?\n\n\n\n## 다짐하지 않았는데 일어난 일은?\n\n\n\n## 나의 다음은?\n\n- \n",
     "## What had I promised?\n\n¦\n\n## What did I keep, and what not? Why?\n\n\n\n## What happened without having been promised?\n\n\n\n## What comes next?\n\n- \n"},
    {Template::okr, End::resolution, "## 목표 1: ¦\n\n- 핵심 결과 1: \n- 핵심 결과 2: \n- 핵심 결과 3: \n",
     "## Objective 1: ¦\n\n- Key result 1: \n- Key result 2: \n- Key result 3: \n"},
    {Template::okr, End::retrospective,
     "## 목표 1: ¦\n\n- 핵심 결과 1 (0.0–1.0): \n- 핵심 결과 2 (0.0–1.0): \n- 핵심 결과 3 (0.0–1.0): \n\n## 점수에서 배운 것\n\n- \n",
     "## Objective 1: ¦\n\n- Key result 1 (0.0–1.0): \n- Key result 2 (0.0–1.0): \n- Key result 3 (0.0–1.0): \n\n## What the scores taught\n\n- \n"},
};

Skeleton marked(std::string text) {
    Skeleton out;
    out.caret = text.find(caret);
    if (out.caret == std::string::npos) out.caret = text.size();
    else text.erase(out.caret, caret.size());
    out.text = std::move(text);
    return out;
}

/// The headings of a document, a line each, but for a title over all of it, which is its own.
std::vector<std::string> headings(const text::Buffer& text) {
    std::vector<std::string> out;
    for (const journal::Block& block : journal::outline(text, formats::front_matter_lines(text))) {
        if (block.kind != journal::Block::Kind::heading || block.level == 0 || block.level > 6 || block.quoted) continue;
        if (block.level == 1 && out.empty()) continue;
        out.push_back(std::string(block.level, '#') + " " + std::string(journal::words_of(text, block)));
    }
    return out;
}

std::vector<std::string> own_headings(End end, const Pair& pair, const Series& series) {
    const text::Buffer* last = last_document(end, pair, series);
    return last ? headings(*last) : std::vector<std::string>{};
}

/// The goals' sealed words, each quoted and with room under it.
Skeleton goal_by_goal(const Pair& pair) {
    Skeleton out;
    for (const journal::Goal& goal : pair.goals) {
        if (goal.remembered) continue;
        const std::string quote = quoted(promised(goal));
        out.quotes.push_back({goal.id, out.text.size(), out.text.size() + quote.size()});
        out.text += quote + "\n\n";
        if (out.quotes.size() == 1) out.caret = out.text.size();
        out.text += "\n\n";
    }
    return out;
}

}  // namespace

const text::Buffer* last_document(End end, const Pair& pair, const Series& series) {
    const auto here = std::find_if(series.pairs.begin(), series.pairs.end(), [&](const Pair& one) { return one.id == pair.id; });
    for (auto one = std::make_reverse_iterator(here); one != series.pairs.rend(); ++one) {
        if (!one->document(end).text.empty()) return &one->document(end).text;
    }
    return nullptr;
}

std::vector<Template> templates_for(End end, const Pair& pair, const Series& series) {
    std::vector<Template> out;
    const bool promised = std::any_of(pair.goals.begin(), pair.goals.end(), [](const journal::Goal& one) { return !one.remembered; });
    if (end == End::retrospective && promised) out.push_back(Template::goals);
    for (const Text& text : texts) {
        if (text.end == end) out.push_back(text.which);
    }
    if (!own_headings(end, pair, series).empty()) out.push_back(Template::own);
    return out;
}

Str template_name(Template which) {
    switch (which) {
        case Template::goals: return Str::template_goals;
        case Template::free: return Str::template_free;
        case Template::liked: return Str::template_liked;
        case Template::keep: return Str::template_keep;
        case Template::four_ls: return Str::template_four_ls;
        case Template::start: return Str::template_start;
        case Template::mad: return Str::template_mad;
        case Template::questions: return Str::template_questions;
        case Template::okr: return Str::template_okr;
        case Template::own: return Str::template_own;
    }
    return Str::template_free;
}

Skeleton skeleton(Template which, End end, const Pair& pair, const Series& series, Language language) {
    if (which == Template::goals) return goal_by_goal(pair);
    if (which == Template::own) {
        std::string text;
        for (const std::string& heading : own_headings(end, pair, series)) {
            text += (text.empty() ? "" : "\n\n") + heading + "\n\n" + (text.empty() ? std::string(caret) : std::string());
        }
        return marked(std::move(text) + "\n");
    }
    const auto text = std::find_if(std::begin(texts), std::end(texts), [&](const Text& one) { return one.which == which && one.end == end; });
    if (text == std::end(texts)) return {};
    return marked(language == Language::ko ? text->korean : text->english);
}

}  // namespace dajim::app
