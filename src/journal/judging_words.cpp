// Judging words are looked up in the text without blanks, the longest that fits, and looked at once more for what follows them.
#include "journal/judging_words.h"

#include <algorithm>
#include <array>
#include <string>

#include "journal/words.h"
#include "text/hangul.h"
#include "text/utf8.h"

namespace dajim::journal {
namespace {

using text::between;

struct Words {
    Sense sense;
    std::string_view words;   // parted by blanks, in UTF-8: a third of what tables of signs would take
};

constexpr auto kWords = [] {
    using enum Sense;
    return std::to_array<Words>({
#include "journal/verdict_table.inc"
    });
}();

struct Row {
    std::u32string_view letters;
    Sense sense;
    bool begins_word;
    bool latin() const { return letters.front() < 0x80 && !begins_word; }
};

/// The table's words by their first letter, longer ones first.
const std::vector<Row>& rows() {
    static const std::u32string letters = [] {
        std::u32string out;
        for (const Words& words : kWords) out += decoded(words.words) + U' ';
        return out;
    }();
    static const std::vector<Row> sorted = [] {
        std::vector<Row> out;
        std::u32string_view rest = letters;
        for (const Words& words : kWords) {
            for (std::size_t left = text::count_code_points(words.words) + 1; left > 0;) {
                std::u32string_view one = rest.substr(0, rest.find(U' '));
                rest.remove_prefix(one.size() + 1);
                left -= one.size() + 1;
                const bool begins_word = one.front() == '^';
                out.push_back({begins_word ? one.substr(1) : one, words.sense, begins_word});
            }
        }
        std::stable_sort(out.begin(), out.end(), [](const Row& a, const Row& b) {
            return a.letters.front() != b.letters.front() ? a.letters.front() < b.letters.front() : a.letters.size() > b.letters.size();
        });
        return out;
    }();
    return sorted;
}

bool is_digit(char32_t sign) { return between(sign, '0', '9'); }

class Reading {
public:
    explicit Reading(const Tight& tight) : tight_(tight) {}

    std::vector<Hit> run() {
        for (std::size_t at = 0; at < tight_.size();) at = step(at);
        return std::move(hits_);
    }

private:
    std::size_t step(std::size_t at) {
        const char32_t sign = tight_.at(at);
        if (is_digit(sign)) return number(at);
        if (is_one_of(sign, U".!;")) return add(Sense::stop, at, at + 1);
        if (sign == '?') return add(Sense::question, at, at + 1);
        const auto first = std::lower_bound(rows().begin(), rows().end(), sign, [](const Row& row, char32_t wanted) { return row.letters.front() < wanted; });
        for (auto row = first; row != rows().end() && row->letters.front() == sign; ++row) {
            const std::size_t end = at + row->letters.size();
            if (!tight_.has(at, row->letters) || (row->begins_word && !tight_.fresh[at])) continue;
            if (row->latin() && ((at > 0 && !tight_.fresh[at] && is_latin(tight_.at(at - 1))) || (!tight_.word_ends(end) && is_latin(tight_.at(end))))) continue;
            if (!stands(row->sense, at, end)) continue;
            return add(row->sense, at, end);
        }
        if (past(at)) return add(Sense::told, at, at + 1);
        if (is_latin(sign) && (at == 0 || tight_.fresh[at] || !is_latin(tight_.at(at - 1)))) return latin(at);
        return at + 1;
    }

    /// An English verb in the past tells a deed.
    std::size_t latin(std::size_t at) {
        std::size_t end = at + 1;
        while (is_latin(tight_.at(end)) && !tight_.fresh[end]) ++end;
        constexpr auto irregular = std::to_array<std::u32string_view>({U"did", U"went", U"wrote", U"ran", U"swam", U"made", U"took", U"got", U"began", U"bought", U"built", U"learned", U"learnt", U"ate", U"slept", U"rode", U"taught", U"saw", U"met",
            U"spoke", U"sang", U"drew", U"drove", U"gave", U"sent", U"spent", U"won", U"came", U"became", U"grew", U"found", U"held", U"paid", U"sold", U"woke"});
        const bool regular = end - at > 4 && tight_.has(end - 2, U"ed") && !tight_.has(at, U"need");
        const bool told = regular || std::any_of(irregular.begin(), irregular.end(), [&](std::u32string_view verb) { return verb.size() == end - at && tight_.has(at, verb); });
        return told ? add(Sense::told, at, end) : end;
    }

    std::size_t add(Sense sense, std::size_t begin, std::size_t end, int score = 0) {
        hits_.push_back({sense, begin, end, score});
        return end;
    }

    /// Does a row mean what it says, by what follows it?
    bool stands(Sense sense, std::size_t begin, std::size_t end) const {
        const char32_t next = tight_.at(end), after = tight_.at(end + 1);
        switch (sense) {
        case Sense::named_kept:
        case Sense::named_failed:
        case Sense::named_changed:
        case Sense::named_dropped: return is_told(end);
        case Sense::denial:
        case Sense::topic_denial: return is_denial(tight_.at(end - 1), next, after);
        case Sense::cannot: return !is_one_of(next, U"난된내") && is_denial(U'못', next, after);
        case Sense::did_not: return is_not_done(end);
        case Sense::whole_word: return tight_.word_ends(end);
        case Sense::lapse_failed:
        case Sense::lapse_dropped:
            return true;
        case Sense::contrast: return begin > 0;
        case Sense::kept:
        case Sense::failed:
        case Sense::lapsed:
        case Sense::changed:
        case Sense::dropped: return next != U'던' && !(next == U'었' && after == U'던');   // "부족했던 수학": of a thing, no verdict
        case Sense::state: return tight_.at(begin) != U'였' || begin == 0 || !is_one_of(tight_.at(begin - 1), U"하되줄높붙들끓녹먹쌓울직");
        default: return true;
        }
    }

    /// Behind a noun: nothing more, or that it came about. "성공을 위해", "성공하려면", "달성 여부" do not say that.
    bool is_told(std::size_t end) const {
        const char32_t next = tight_.at(end), after = tight_.at(end + 1);
        if (next == 0 || next == Tight::gap || next == '\n') return true;
        if (!between(next, 0xAC00, 0xD7A3)) return !is_latin(next) || tight_.fresh[end];
        if (tight_.has(end, U"하였") || tight_.has(end, U"되었") || tight_.has(end, U"이다") || tight_.has(end, U"입니다") || tight_.has(end, U"이었") ||
            tight_.has(end, U"이에요") || tight_.has(end, U"을거듭") || tight_.has(end, U"를거듭") || tight_.has(end, U"하고말") || tight_.has(end, U"할수있었") || tight_.has(end, U"하지못") || tight_.has(end, U"하게되")) return true;
        if (is_one_of(next, U"했함됐됨였")) return true;
        if (next == U'한' && !is_one_of(after, U"다번")) return true;   // "달성한 것", not "달성한다"
        if (tight_.has(end, U"하고싶") || tight_.has(end, U"하고있")) return false;
        if (next == U'하' && is_one_of(after, U"여고며")) return true;
        if (next == U'해' && is_one_of(after, U"서버왔")) return true;
        return (next == U'로' || next == U'다') && tight_.word_ends(end + 1);
    }

    /// 못 and 않 said of what was, not of what may be.
    static bool is_denial(char32_t word, char32_t next, char32_t after) {
        if (word == U'않') return is_one_of(next, U"았은고음는습") || (next == U'아' && !is_one_of(after, U"도야"));
        return next != U'할' && !(next == U'하' && is_one_of(after, U"겠면더리"));
    }

    /// 안 as a word by itself before a past, or grown together with the commonest ones.
    bool is_not_done(std::size_t end) const {
        const char32_t next = tight_.at(end), after = tight_.at(end + 1);
        if (!tight_.word_ends(end)) return is_one_of(next, U"했함됐갔썼봤읽") || (next == U'지' && after == U'켰');
        for (std::size_t at = end; at < end + 5 && at < tight_.size() && (at == end || !tight_.fresh[at]); ++at) {
            if (past(at) || is_one_of(tight_.at(at), U"함")) return true;
            if (tight_.at(at) == U'한' && tight_.at(at + 1) != U'다') return true;
        }
        return false;
    }

    /// A syllable that ends in ㅆ (but 있, 없, 겠) with an ending behind it.
    bool past(std::size_t at) const {
        const char32_t sign = tight_.at(at);
        constexpr int double_s = 20;
        if (!text::is_syllable(sign) || text::parts_of(sign).tail != double_s || is_one_of(sign, U"있겠")) return false;
        return is_one_of(tight_.at(at + 1), U"다습고어음네지으는구죠") || tight_.at(at + 1) == 0;
    }

    double digits(std::size_t& at) const {
        double value = 0;
        for (; is_digit(tight_.at(at)); ++at) value = std::min(value * 10 + (tight_.at(at) - '0'), 1e9);
        if (tight_.at(at) == '.' && is_digit(tight_.at(at + 1))) {
            double place = 0.1;
            for (++at; is_digit(tight_.at(at)); ++at, place /= 10) value += place * (tight_.at(at) - '0');
        }
        return value;
    }

    std::size_t number(std::size_t begin) {
        std::size_t at = begin;
        const double first = digits(at);
        if (tight_.at(at) == '%' || tight_.has(at, U"퍼센트") || (tight_.has(at, U"프로") && !is_one_of(tight_.at(at + 2), U"젝그덕필"))) {
            const std::size_t end = at + (tight_.at(at) == '%' ? 1 : tight_.at(at) == U'퍼' ? 3 : 2);
            return first <= 1000 ? add(Sense::percent, begin, end, static_cast<int>(std::min(first, 100.0))) : end;
        }
        const std::size_t after_first = at;
        bool whole_first = false;   // "12번 중 10번": the whole stands first
        if (tight_.at(at) == '/' && is_digit(tight_.at(at + 1))) {
            ++at;
        } else if (tight_.has(at, U"of") && is_digit(tight_.at(at + 2))) {
            at += 2;
        } else if (tight_.has(at, U"outof") && is_digit(tight_.at(at + 5))) {
            at += 5;
        } else {
            std::size_t middle = at;
            while (middle < at + 3 && text::is_syllable(tight_.at(middle)) && tight_.at(middle) != U'중') ++middle;
            if (tight_.at(middle) != U'중') return after_first;
            ++middle;
            if (tight_.at(middle) == U'에' || tight_.at(middle) == U'의') ++middle;
            if (tight_.at(middle) == U'서') ++middle;
            if (!is_digit(tight_.at(middle))) return after_first;
            at = middle;
            whole_first = true;
        }
        const bool slash = tight_.at(after_first) == '/';
        const double second = digits(at);
        const double whole = whole_first ? first : second, part = whole_first ? second : first;
        const bool date = slash && (tight_.at(at) == '/' || (begin > 0 && tight_.at(begin - 1) == '/') || !closes_fraction(at));
        if (whole <= 0 || part > whole || date) return at;
        return add(Sense::fraction, begin, at, static_cast<int>(100 * part / whole));
    }

    /// "3/5" is a day unless it stands at an end or before what is counted.
    bool closes_fraction(std::size_t end) const {
        const char32_t next = tight_.at(end);
        return next == 0 || is_one_of(next, U").]},|번권회개편점주차일달성완") || next == '\n' || next == Tight::gap;
    }

    const Tight& tight_;
    std::vector<Hit> hits_;
};

}  // namespace

std::vector<Hit> judging_words(const Tight& tight) { return Reading(tight).run(); }

}  // namespace dajim::journal
