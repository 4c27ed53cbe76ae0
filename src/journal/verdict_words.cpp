// What judging words come to: decided clause by clause, then for all clauses.
#include "journal/verdict_words.h"

#include <algorithm>
#include <array>
#include <initializer_list>
#include <vector>

#include "journal/judging_words.h"
#include "journal/tight.h"
#include "journal/verdict_marks.h"
#include "text/hangul.h"

namespace dajim::journal {
namespace {

/// What one clause, or all of them, come to.
struct Outcome {
    std::optional<VerdictKind> kind;
    bool plain = false;
    std::optional<int> score;
    Hit because{Sense::none};
    bool of_deed = false;
};

class Clause {
public:
    Clause(const Tight& tight, const Hit* begin, const Hit* end) : tight_(tight), begin_(begin), end_(end) {}

    Outcome outcome() const {
        if (find({Sense::earlier, Sense::wish, Sense::question}) != nullptr) return {};
        if (const Hit* hit = find({Sense::unclear})) return plain(VerdictKind::cannot_judge, *hit);
        if (const Hit* hit = denied_lapse()) return plain(VerdictKind::kept, *hit);
        if (const Hit* hit = last({Sense::dropped, Sense::named_dropped, Sense::dropped_wrong})) return plain(VerdictKind::dropped, *hit);
        if (const Hit* hit = undenied(Sense::lapse_dropped)) return plain(VerdictKind::dropped, *hit);
        if (const Hit* hit = change()) return plain(VerdictKind::changed, *hit);
        if (const Hit* hit = find({Sense::fraction})) return counted(*hit);
        if (const Hit* hit = denial()) return denied(*hit);
        if (const Hit* hit = last({Sense::failed, Sense::named_failed})) return failed(*hit);
        if (const Hit* hit = undenied(Sense::lapse_failed)) return failed(*hit);
        if (const Hit* hit = find({Sense::lapsed})) return plain(few_lapses(*hit) ? VerdictKind::partly : VerdictKind::not_kept, *hit);
        if (const Hit* hit = last({Sense::kept, Sense::named_kept})) return succeeded(*hit);
        if (const Hit* hit = find({Sense::some_said})) return plain(VerdictKind::partly, *hit);
        return told();
    }

private:
    /// Of the verb before a denial, or behind one: does it speak of the promise, or of a deed?
    bool denies_deed(const Hit& hit) const {
        constexpr auto of_promises = std::to_array<std::u32string_view>({U"지키", U"이루", U"끊", U"줄이", U"참", U"그만두", U"달성하", U"성공하", U"해내", U"멈추", U"버리", U"지켰", U"지킨", U"이뤘", U"끊었", U"줄였", U"참았", U"managed", U"stop", U"quit", U"cut", U"keep"});
        if (hit.sense == Sense::none_done || hit.sense == Sense::no_time) return false;
        if (denies(hit)) return std::none_of(of_promises.begin(), of_promises.end(), [&](std::u32string_view verb) { return hit.begin >= verb.size() && tight_.has(hit.begin - verb.size(), verb); });
        return std::none_of(of_promises.begin(), of_promises.end(), [&](std::u32string_view verb) { return tight_.has(hit.end, verb); });
    }

    const Hit* find(std::initializer_list<Sense> senses) const {
        const Hit* hit = std::find_if(begin_, end_, [&](const Hit& one) { return std::find(senses.begin(), senses.end(), one.sense) != senses.end(); });
        return hit == end_ ? nullptr : hit;
    }
    const Hit* last(std::initializer_list<Sense> senses) const {
        const Hit* found = nullptr;
        for (const Hit* hit = begin_; hit != end_; ++hit) {
            if (std::find(senses.begin(), senses.end(), hit->sense) != senses.end()) found = hit;
        }
        return found;
    }

    static Outcome plain(VerdictKind kind, const Hit& because, std::optional<int> score = {}) { return {kind, true, score, because, false}; }

    bool denies(const Hit& hit) const { return hit.sense == Sense::denial || hit.sense == Sense::topic_denial; }
    static bool is_lapse(const Hit& hit) { return hit.sense == Sense::lapse || hit.sense == Sense::lapse_failed || hit.sense == Sense::lapse_dropped; }

    /// "빠지지 않고", "실패한 적이 없", "안 빠졌", "never missed".
    const Hit* denied_lapse() const {
        for (const Hit* hit = begin_; hit != end_; ++hit) {
            const Hit* next = hit + 1;
            if (next == end_) break;
            if (is_lapse(*hit) && denies(*next) && next->begin <= hit->end + 1) return next;
            if (is_lapse(*hit) && next->sense == Sense::no_time && next->begin <= hit->end + 1) return next;
            const bool not_before = hit->sense == Sense::did_not || hit->sense == Sense::not_english;
            if (not_before && (next->sense == Sense::lapsed || is_lapse(*next) || next->sense == Sense::failed) && next->begin <= hit->end + 2) return hit;
        }
        return nullptr;
    }

    /// Without a denial: "실패하고 말았다", "포기하게 되었다"; not "포기하는 법".
    const Hit* undenied(Sense sense) const {
        for (const Hit* hit = begin_; hit != end_; ++hit) {
            if (hit->sense != sense) continue;
            const char32_t final = tight_.at(hit->end - 1);
            if (is_latin(final) || final == U'한' || is_one_of(tight_.at(hit->end), U"였여고게며")) return hit;
        }
        return nullptr;
    }

    const Hit* change() const {
        if (const Hit* hit = last({Sense::changed, Sense::named_changed})) return hit;
        const Hit* hit = find({Sense::instead});
        return hit != nullptr && (last({Sense::told, Sense::kept, Sense::named_kept}) != nullptr || is_latin(tight_.at(hit->begin))) ? hit : nullptr;
    }

    const Hit* denial() const {
        const Hit* found = nullptr;
        for (const Hit* hit = begin_; hit != end_; ++hit) {
            const bool in_passing = denies(*hit) && tight_.at(hit->end - 1) == U'않' && tight_.at(hit->end) == U'고';   // "쉬지 않고": how, not what
            const bool one = denies(*hit) || hit->sense == Sense::cannot || hit->sense == Sense::did_not || hit->sense == Sense::not_english;
            if ((one && !in_passing) || hit->sense == Sense::no_time || hit->sense == Sense::none_done) found = hit;
        }
        return found;
    }

    Outcome not_done(const Hit& hit) const {
        Outcome out = plain(VerdictKind::not_kept, hit);
        out.of_deed = denies_deed(hit);
        return out;
    }

    Outcome denied(const Hit& hit) const {
        if (find({Sense::nothing_of}) != nullptr) return not_done(hit);
        const Hit* percent = find({Sense::percent});
        if (percent != nullptr && percent->score > 0) return plain(VerdictKind::partly, hit, percent->score < 100 ? std::optional(percent->score) : std::nullopt);
        const bool topic = hit.sense == Sense::topic_denial;
        const bool of_a_part = find({Sense::whole, Sense::whole_word}) != nullptr || (topic && find({Sense::topic_whole}) != nullptr);
        const bool rarely = find({Sense::nearly}) != nullptr;
        if ((of_a_part && !rarely) || find({Sense::some_said}) != nullptr) return plain(VerdictKind::partly, hit);
        return not_done(hit);
    }

    Outcome failed(const Hit& hit) const {
        if (const Hit* percent = find({Sense::percent}); percent != nullptr && percent->score > 0 && percent->score < 100) return plain(VerdictKind::partly, hit, percent->score);
        return plain(find({Sense::some, Sense::some_said}) != nullptr ? VerdictKind::partly : VerdictKind::not_kept, hit);
    }

    Outcome succeeded(const Hit& hit) const {
        if (const Hit* percent = find({Sense::percent})) return of_score(percent->score, *percent);
        const bool a_part = find({Sense::some, Sense::some_said, Sense::nearly}) != nullptr;
        return plain(a_part ? VerdictKind::partly : VerdictKind::kept, hit);
    }

    static Outcome of_score(int score, const Hit& because) {
        return plain(score >= 100 ? VerdictKind::kept : score <= 0 ? VerdictKind::not_kept : VerdictKind::partly, because, score);
    }

    /// "12번 중 10번 썼다", "10번 중 3번 빠졌다".
    Outcome counted(const Hit& hit) const {
        const bool missed = find({Sense::lapsed, Sense::failed, Sense::named_failed}) != nullptr || denial() != nullptr;
        return of_score(missed ? 100 - hit.score : hit.score, hit);
    }

    /// A number of times, but not "한 번도": "세 번 빠졌다".
    bool few_lapses(const Hit& hit) const {
        for (std::size_t at = hit.begin; at-- > 0 && at + 5 > hit.begin;) {
            if (is_one_of(tight_.at(at), U"번회") && tight_.at(at + 1) != U'도') return true;
        }
        return false;
    }

    /// No word judges. A bare "70%" or "절반" does; a past tells a deed.
    Outcome told() const {
        constexpr std::size_t bare = 14;
        const bool alone = tight_.size() <= bare;
        if (const Hit* percent = find({Sense::percent}); percent != nullptr && (alone || tight_.at(percent->end) == 0)) return of_score(percent->score, *percent);
        if (const Hit* hit = find({Sense::some}); hit != nullptr && alone && find({Sense::told}) == nullptr) return plain(VerdictKind::partly, *hit);
        const Hit* deed = last({Sense::told});
        if (deed == nullptr || find({Sense::intent, Sense::future}) != nullptr) return {};
        return {find({Sense::some, Sense::nearly}) != nullptr ? VerdictKind::partly : VerdictKind::kept, false, {}, *deed, true};
    }

    const Tight& tight_;
    const Hit* begin_;
    const Hit* end_;
};

/// Kept, partly and not kept are one scale: where a text names two of them it is partly. Else its last clause says it.
Outcome together(const Outcome& before, const Outcome& now) {
    if (!now.kind) return before;
    if (!before.kind || (now.plain && !before.plain)) {
        // "세 번 빠지긴 했지만 썼다" is partly, whichever of the two is told only; but a deed told beside a judgement adds nothing
        return now;
    }
    if (before.plain && !now.plain) {
        const bool softened = *before.kind == VerdictKind::not_kept && now.because.sense == Sense::told;
        return softened && before.because.sense == Sense::lapsed ? Outcome{VerdictKind::partly, true, before.score, before.because, false} : before;
    }
    const auto on_scale = [](VerdictKind kind) { return kind == VerdictKind::kept || kind == VerdictKind::partly || kind == VerdictKind::not_kept; };
    if (!on_scale(*now.kind) || !on_scale(*before.kind) || *now.kind == *before.kind) return {now.kind, now.plain, now.score ? now.score : before.score, now.because, now.of_deed};
    return {VerdictKind::partly, true, now.score ? now.score : before.score, now.because, false};
}

void read_still_right(const std::vector<Hit>& hits, Judgement& out) {
    for (const Hit& hit : hits) {
        const bool choice = hit.sense == Sense::right_choice;
        if (choice) out.still_right = out.kind != VerdictKind::dropped && out.kind != VerdictKind::changed;
        else if (hit.sense == Sense::right_goal) out.still_right = true;
        else if (hit.sense == Sense::wrong_goal || hit.sense == Sense::dropped_wrong) out.still_right = false;
        else continue;
        out.of_choice = choice;
    }
}

/// Does it stand behind a colon, an arrow or the like, or is it a noun at the very end?
bool is_set_off(const Tight& tight, const Hit& hit) {
    if (hit.end == tight.size() && (hit.sense == Sense::named_kept || hit.sense == Sense::named_failed || hit.sense == Sense::named_dropped)) return true;
    for (std::size_t at = hit.begin; at > 0 && at + 12 > hit.begin; --at) {
        if (is_one_of(tight.at(at - 1), U":→-–—=>(|⇒➡👉")) return true;
    }
    return false;
}

/// The hit's signs and the rest of its word, as written.
std::string quoted(std::string_view text, const Tight& tight, const Hit& hit) {
    std::size_t end = hit.end;
    while (end < tight.size() && !tight.fresh[end] && (text::is_syllable(tight.signs[end]) || is_latin(tight.signs[end]) || tight.signs[end] == '%')) ++end;
    if (hit.sense == Sense::cannot || hit.sense == Sense::did_not || hit.sense == Sense::not_english) {   // "못 했다", not "못"
        while (end < tight.size() && (end == hit.end || !tight.fresh[end]) && (text::is_syllable(tight.signs[end]) || is_latin(tight.signs[end]))) ++end;
    }
    std::size_t begin = hit.begin;
    if (hit.sense != Sense::percent && hit.sense != Sense::fraction) {   // "지키지 못했다", not "지 못했다"
        while (begin > 0 && !tight.fresh[begin] && text::is_syllable(tight.signs[begin - 1])) --begin;
    }
    const std::size_t from = tight.begins[begin];
    std::size_t to = end < tight.size() ? tight.begins[end] : text.size();
    while (to > from && (text[to - 1] == ' ' || text[to - 1] == '\n' || text[to - 1] == '\r' || text[to - 1] == '\t')) --to;
    return std::string(text.substr(from, to - from));
}

}  // namespace

Judgement read_judgement(std::string_view text) {
    const Tight tight = tighten(text);
    const std::vector<Hit> hits = judging_words(tight);
    Outcome all;
    for (const Hit* begin = hits.data(), *end = begin + hits.size(); begin != end;) {
        const Hit* stop = std::find_if(begin, end, [](const Hit& hit) { return hit.sense == Sense::contrast || hit.sense == Sense::stop || hit.sense == Sense::question; });
        const Hit* behind = stop != end && stop->sense == Sense::question ? stop + 1 : stop;
        all = together(all, Clause(tight, begin, behind).outcome());
        begin = stop == end ? end : stop + 1;
    }
    Judgement out;
    out.kind = all.kind;
    out.plain = all.plain;
    out.of_deed = all.of_deed;
    out.elsewhere = std::any_of(hits.begin(), hits.end(), [](const Hit& hit) { return hit.sense == Sense::earlier; });
    out.score = all.score;
    if (all.kind) {
        out.quote = quoted(text, tight, all.because);
        out.set_off = is_set_off(tight, all.because);
    }
    if (const std::optional<Mark> mark = read_mark(text)) {
        const bool tempered = mark->kind == VerdictKind::dropped && mark->struck && all.kind && all.plain;   // "~~…~~ → 완료"
        if (!tempered) {
            out.kind = mark->kind;
            out.plain = out.set_off = true;
            out.of_deed = false;
            out.quote = mark->quote;
        }
    }
    read_still_right(hits, out);
    return out;
}

bool speaks_of_plans(std::string_view text) {
    const Tight tight = tighten(text);
    const std::vector<Hit> hits = judging_words(tight);
    const bool ahead = std::any_of(hits.begin(), hits.end(), [](const Hit& hit) { return hit.sense == Sense::future || hit.sense == Sense::wish || hit.sense == Sense::intent; });
    return ahead && !read_judgement(text).plain;
}

}  // namespace dajim::journal
