// What became of one text in another, see diff.h.
#include "text/diff.h"

#include <algorithm>
#include <optional>
#include <string_view>
#include <unordered_map>
#include <utility>

#include "text/clusters.h"
#include "text/kinds.h"
#include "text/utf8.h"

namespace dajim::text {
namespace {

using Is = DiffPart::Is;

constexpr std::size_t most_steps = 4'000'000;          // by paragraphs, and once more by words
constexpr std::size_t most_hunk_steps = 1'000'000;     // of these for paragraphs that changed together
constexpr std::size_t most_hunk = 512 * 1024;          // bytes of such paragraphs; what is longer is not read by words
constexpr std::size_t least_shared = 4;                // one in so many letters must be kept, or all of a place was written anew

// ------------------------------------------------------------------------------------------------------------------- sequences

class Comparing {
public:
    Comparing(std::span<const std::uint32_t> before, std::span<const std::uint32_t> after, std::size_t& steps)
        : a_(before), b_(after), steps_(steps) {}

    std::vector<Common> run() {
        compare(0, a_.size(), 0, b_.size());
        return std::move(out_);
    }

private:
    struct Snake { std::size_t a0, b0, a1, b1; };

    void keep(std::size_t a, std::size_t b, std::size_t count) {
        if (count == 0) return;
        if (!out_.empty() && out_.back().before + out_.back().count == a && out_.back().after + out_.back().count == b) out_.back().count += count;
        else out_.push_back({a, b, count});
    }

    void compare(std::size_t a0, std::size_t a1, std::size_t b0, std::size_t b1) {
        std::size_t head = 0, tail = 0;
        while (a0 + head < a1 && b0 + head < b1 && a_[a0 + head] == b_[b0 + head]) ++head;
        keep(a0, b0, head);
        a0 += head, b0 += head;
        while (a0 < a1 - tail && b0 < b1 - tail && a_[a1 - tail - 1] == b_[b1 - tail - 1]) ++tail;
        const std::size_t a = a1 - tail, b = b1 - tail;
        if (a0 < a && b0 < b) {
            if (const std::optional<Snake> middle = middle_snake(a0, a, b0, b)) {
                compare(a0, middle->a0, b0, middle->b0);
                keep(middle->a0, middle->b0, middle->a1 - middle->a0);
                compare(middle->a1, a, middle->b1, b);
            }
        }
        keep(a, b, tail);
    }

    /// The stretch in common in the middle of a shortest way from one corner to the other; from both at once. None: too far.
    std::optional<Snake> middle_snake(std::size_t a0, std::size_t a1, std::size_t b0, std::size_t b1) {
        using Signed = std::ptrdiff_t;
        const Signed n = static_cast<Signed>(a1 - a0), m = static_cast<Signed>(b1 - b0), delta = n - m;
        const Signed most = (n + m + 1) / 2;
        const bool odd = delta & 1;
        // How far along `a` each diagonal is reached by so many changes, from the start and (counted back) from the end. Grown as needed.
        Signed reach = std::min<Signed>(most, 64);
        std::vector<Signed> forth(static_cast<std::size_t>(2 * reach + 3), 0), back(forth);
        const auto grow = [&] {
            const Signed wider = std::min(most, reach * 2);
            for (std::vector<Signed>* one : {&forth, &back}) {
                std::vector<Signed> larger(static_cast<std::size_t>(2 * wider + 3), 0);
                std::copy(one->begin(), one->end(), larger.begin() + (wider - reach));
                *one = std::move(larger);
            }
            reach = wider;
        };
        const auto at = [&reach](std::vector<Signed>& of, Signed diagonal) -> Signed& { return of[static_cast<std::size_t>(diagonal + reach + 1)]; };
        // One change on from the neighbouring diagonals: a token of `a` gone, or one of `b` come, whichever gets farther; -1: neither is there.
        const auto stepped = [&](std::vector<Signed>& of, Signed d, Signed k) -> Signed {
            if (d == 0) return 0;
            const Signed gone = k > -d ? at(of, k - 1) : -1, come = k < d ? at(of, k + 1) : -1;
            return std::max<Signed>(gone >= 0 && gone < n ? gone + 1 : -1, come - k <= m ? come : -1);
        };
        for (Signed d = 0; d <= most; ++d) {
            if (d > reach) grow();
            for (const bool forward : {true, false}) {
                std::vector<Signed>& mine = forward ? forth : back;
                std::vector<Signed>& other = forward ? back : forth;
                for (Signed k = -d; k <= d; k += 2) {
                    const Signed from = stepped(mine, d, k);
                    Signed x = from;
                    while (x >= 0 && x < n && x - k < m && same(forward, a0, a1, b0, b1, x, x - k)) ++x;
                    at(mine, k) = x;
                    const std::size_t taken = static_cast<std::size_t>(x - from) + 1;
                    if (taken > steps_) {
                        steps_ = 0;
                        return std::nullopt;
                    }
                    steps_ -= taken;
                    // Met: what the other search reached on this diagonal, by as many changes or one fewer.
                    const Signed met = forward ? d - 1 : d;
                    if (x < 0 || odd != forward || delta - k < -met || delta - k > met || x + at(other, delta - k) < n) continue;
                    const auto place = [](std::size_t corner, Signed by) { return corner + static_cast<std::size_t>(by); };
                    if (forward) return Snake{place(a0, from), place(b0, from - k), place(a0, x), place(b0, x - k)};
                    return Snake{place(a0, n - x), place(b0, m - (x - k)), place(a0, n - from), place(b0, m - (from - k))};
                }
            }
        }
        return std::nullopt;
    }

    /// The tokens `x` and `y` from the near corner on, seen from the start or from the end.
    bool same(bool forward, std::size_t a0, std::size_t a1, std::size_t b0, std::size_t b1, std::ptrdiff_t x, std::ptrdiff_t y) const {
        const std::size_t in_a = static_cast<std::size_t>(x), in_b = static_cast<std::size_t>(y);
        return forward ? a_[a0 + in_a] == b_[b0 + in_b] : a_[a1 - 1 - in_a] == b_[b1 - 1 - in_b];
    }

    std::span<const std::uint32_t> a_, b_;
    std::size_t& steps_;
    std::vector<Common> out_;
};

// ---------------------------------------------------------------------------------------------------------------------- words

/// Each text its number, so that equal ones are equal.
class Numbers {
public:
    std::uint32_t of(std::string_view text) { return known_.try_emplace(text, static_cast<std::uint32_t>(known_.size())).first->second; }

private:
    std::unordered_map<std::string_view, std::uint32_t> known_;
};

/// The tokens of a stretch of paragraphs: where each begins, what it is and how many letters it has.
struct Tokens {
    std::vector<Position> begins;          // and at last where the stretch ends
    std::vector<std::uint32_t> numbers;
    std::vector<std::uint32_t> letters;    // 0: a blank, a sign, a line's end
};

enum class Sort { blank, word, sign };

Sort sort_of(std::string_view cluster) {
    std::size_t length = 0;
    const char32_t c = decode(cluster, 0, length);
    if (is_blank(c) || is_control(c)) return Sort::blank;
    if (c < 0x80) return between(c | 0x20, 'a', 'z') || between(c, '0', '9') ? Sort::word : Sort::sign;
    const bool sign = between(c, 0xA0, 0xBF) || between(c, 0x2000, 0x206F) || between(c, 0x3000, 0x303F) || between(c, 0xFF00, 0xFF0F) || is_emoji(cluster);
    return sign ? Sort::sign : Sort::word;
}

void add_tokens(Tokens& tokens, Numbers& numbers, const Buffer& text, std::size_t paragraph) {
    const std::string_view line = text.paragraph(paragraph);
    std::size_t begin = 0;
    std::uint32_t letters = 0;
    Sort before = Sort::sign;
    const auto end_token = [&](std::size_t end) {
        if (end == begin) return;
        tokens.begins.push_back({paragraph, begin});
        tokens.numbers.push_back(numbers.of(line.substr(begin, end - begin)));
        tokens.letters.push_back(std::exchange(letters, 0));
        begin = end;
    };
    for (ClusterWalk walk(line, 0); !walk.done();) {
        const std::size_t from = walk.at();
        const Sort sort = sort_of(walk.next());
        if (sort == Sort::sign || sort != before) end_token(from);
        letters += sort == Sort::word;
        before = sort;
    }
    end_token(line.size());
    if (paragraph + 1 == text.paragraphs()) return;
    tokens.begins.push_back({paragraph, line.size()});
    tokens.numbers.push_back(numbers.of("\n"));
    tokens.letters.push_back(0);
}

// ----------------------------------------------------------------------------------------------------------------- paragraphs

Position line_begin(const Buffer& text, std::size_t paragraph) {
    return paragraph < text.paragraphs() ? Position{paragraph, 0} : text.end();
}

Tokens tokens_of(Numbers& numbers, const Buffer& text, Paragraphs lines) {
    Tokens tokens;
    for (std::size_t at = lines.begin; at < lines.end; ++at) add_tokens(tokens, numbers, text, at);
    tokens.begins.push_back(line_begin(text, lines.end));
    return tokens;
}

std::size_t bytes_of(const Buffer& text, Paragraphs lines) {
    std::size_t bytes = 0;
    for (std::size_t at = lines.begin; at < lines.end; ++at) bytes += text.paragraph(at).size() + 1;
    return bytes;
}

/// Lines with their ends: the last one, which has none, is equal only to a last one.
std::vector<std::uint32_t> lines_of(Numbers& numbers, const Buffer& text) {
    std::vector<std::uint32_t> out;
    out.reserve(text.paragraphs());
    for (std::size_t at = 0; at < text.paragraphs(); ++at) {
        const std::uint32_t last = at + 1 == text.paragraphs();
        out.push_back(numbers.of(text.paragraph(at)) * 2 + last);
    }
    return out;
}

class Parts {
public:
    Parts(const Buffer& before, const Buffer& after) : before_(before), after_(after) {}

    void keep(Range before, Range after) { add({Is::kept, before, after}); }
    void change(Range before, Range after) {
        if (!before.empty()) add({Is::removed, before, {after.begin, after.begin}});
        if (!after.empty()) add({Is::added, {before.end, before.end}, after});
    }

    void keep_lines(const Common& same) {
        keep({line_begin(before_, same.before), line_begin(before_, same.before + same.count)},
             {line_begin(after_, same.after), line_begin(after_, same.after + same.count)});
    }

    /// Paragraphs that became others, word by word.
    void change_lines(Paragraphs before, Paragraphs after, std::size_t& steps) {
        const Range all_before{line_begin(before_, before.begin), line_begin(before_, before.end)};
        const Range all_after{line_begin(after_, after.begin), line_begin(after_, after.end)};
        const bool long_one = bytes_of(before_, before) + bytes_of(after_, after) > most_hunk;
        if (all_before.empty() || all_after.empty() || long_one) return change(all_before, all_after);
        Numbers numbers;
        const Tokens a = tokens_of(numbers, before_, before), b = tokens_of(numbers, after_, after);
        std::size_t own = std::min(steps, most_hunk_steps);
        steps -= own;
        const std::vector<Common> same = meant(common(a.numbers, b.numbers, own), a, b);
        steps += own;
        std::size_t from_a = 0, from_b = 0;
        const auto stretch = [](const Tokens& of, std::size_t from, std::size_t to) { return Range{of.begins[from], of.begins[to]}; };
        for (const Common& one : same) {
            change(stretch(a, from_a, one.before), stretch(b, from_b, one.after));
            from_a = one.before + one.count, from_b = one.after + one.count;
            keep(stretch(a, one.before, from_a), stretch(b, one.after, from_b));
        }
        change(stretch(a, from_a, a.numbers.size()), stretch(b, from_b, b.numbers.size()));
    }

    std::vector<DiffPart> take() { return std::move(out_); }

private:
    /// Without blanks and signs that stand alone between two changes; nothing where too little of either side stays.
    static std::vector<Common> meant(const std::vector<Common>& same, const Tokens& a, const Tokens& b) {
        std::vector<Common> out;
        std::size_t kept = 0;
        for (const Common& one : same) {
            std::size_t letters = 0;
            for (std::size_t at = one.before; at < one.before + one.count; ++at) letters += a.letters[at];
            const bool first = one.before == 0 && one.after == 0;
            const bool last = one.before + one.count == a.numbers.size() && one.after + one.count == b.numbers.size();
            if (letters == 0 && !first && !last) continue;
            kept += letters;
            out.push_back(one);
        }
        std::size_t of_a = 0, of_b = 0;
        for (const std::uint32_t letters : a.letters) of_a += letters;
        for (const std::uint32_t letters : b.letters) of_b += letters;
        if (kept * least_shared < std::min(of_a, of_b)) out.clear();
        return out;
    }

    void add(DiffPart part) {
        if (part.before.empty() && part.after.empty()) return;
        if (!out_.empty() && out_.back().is == part.is) {
            out_.back().before.end = part.before.end;
            out_.back().after.end = part.after.end;
            return;
        }
        out_.push_back(part);
    }

    const Buffer& before_;
    const Buffer& after_;
    std::vector<DiffPart> out_;
};

}  // namespace

std::vector<Common> common(std::span<const std::uint32_t> before, std::span<const std::uint32_t> after, std::size_t& steps) {
    return Comparing(before, after, steps).run();
}

std::vector<DiffPart> difference(const Buffer& before, const Buffer& after) {
    Numbers numbers;
    const std::vector<std::uint32_t> a = lines_of(numbers, before), b = lines_of(numbers, after);
    std::size_t by_lines = most_steps, by_words = most_steps;
    Parts parts(before, after);
    std::size_t from_a = 0, from_b = 0;
    for (const Common& same : common(a, b, by_lines)) {
        parts.change_lines({from_a, same.before}, {from_b, same.after}, by_words);
        parts.keep_lines(same);
        from_a = same.before + same.count, from_b = same.after + same.count;
    }
    parts.change_lines({from_a, a.size()}, {from_b, b.size()}, by_words);
    return parts.take();
}

}  // namespace dajim::text
