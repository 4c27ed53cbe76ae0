// One pass over the folded signs; a stretch that is left out ends at its closing sign, or is no such stretch.
#include "journal/tight.h"

#include <algorithm>

#include "text/fold.h"
#include "text/kinds.h"

namespace dajim::journal {
namespace {

constexpr std::size_t kLongestQuote = 120;   // signs between quotation marks; more is a mark that was never closed

bool is_space(char32_t sign) { return text::is_blank(sign) || sign == '\n' || sign == '\r'; }

/// The mark that closes a quotation opened by `sign`; 0: it opens none.
char32_t closing(char32_t sign) {
    switch (sign) {
    case '"': return '"';
    case '\'': return '\'';
    case U'“': return U'”';
    case U'‘': return U'’';
    case U'「': return U'」';
    case U'『': return U'』';
    case '`': return '`';
    default: return 0;
    }
}

bool is_letter(char32_t sign) { return sign > 0x7F || text::between(sign, 'a', 'z') || text::between(sign, '0', '9'); }

class Tightening {
public:
    explicit Tightening(std::string_view text) { text::fold(text, false, folded_); }

    Tight run() {
        const std::vector<char32_t>& s = folded_.signs;
        while (at_ < s.size()) {
            const char32_t sign = s[at_];
            if (is_space(sign)) {
                fresh_ = true;
                ++at_;
            } else if (sign == '~' && next() == '~') {
                strike();
            } else if (sign == '*' || sign == '_') {
                ++at_;
            } else if (sign == '[' && link()) {
            } else if (address()) {
            } else if (closing(sign) && quotation(closing(sign))) {
            } else {
                put(sign, at_++);
            }
        }
        return std::move(out_);
    }

private:
    char32_t next() const { return at_ + 1 < folded_.signs.size() ? folded_.signs[at_ + 1] : 0; }

    void put(char32_t sign, std::size_t from) {
        out_.signs.push_back(sign);
        out_.begins.push_back(folded_.begins[from]);
        out_.fresh.push_back(fresh_);
        fresh_ = false;
    }

    void leave_out(std::size_t end) {
        fresh_ = true;
        put(Tight::gap, at_);
        at_ = end;
        fresh_ = true;
    }

    /// Where `sign` stands in the next `within` signs of the line. What was searched in vain is not searched again.
    std::size_t find(char32_t sign, std::size_t from, std::size_t within) {
        Missing& missing = sign == ')' ? missing_parenthesis_ : sign == '~' ? missing_strike_ : missing_other_;
        const bool known = missing.sign == sign && from >= missing.begin && from < missing.end;
        const std::size_t end = std::min(folded_.signs.size(), from + within);
        for (std::size_t at = known ? missing.end : from; at < end; ++at) {
            if (folded_.signs[at] == sign && (sign != '~' || (at + 1 < end && folded_.signs[at + 1] == '~'))) return at;
            if (folded_.signs[at] == '\n') break;
        }
        missing = {sign, known ? missing.begin : from, end};
        return none;
    }

    void strike() {
        const bool opens = (at_ == 0 || !is_letter(folded_.signs[at_ - 1])) && at_ + 2 < folded_.signs.size() && !is_space(folded_.signs[at_ + 2])
                           && folded_.signs[at_ + 2] != '~';
        const std::size_t close = opens ? find('~', at_ + 2, kLongestQuote * 4) : none;
        if (close == none) {   // a drawl, "좋았다~~"
            at_ += 2;
            fresh_ = true;
            return;
        }
        out_.struck += close - at_ - 2;
        leave_out(close + 2);
    }

    bool link() {
        const std::size_t close = find(']', at_ + 1, kLongestQuote);
        if (close == none || close + 1 >= folded_.signs.size() || folded_.signs[close + 1] != '(') return false;
        const std::size_t end = find(')', close + 2, kLongestQuote * 8);
        if (end == none) return false;
        leave_out(end + 1);
        return true;
    }

    bool address() {
        static constexpr std::u32string_view scheme = U"http";
        const std::vector<char32_t>& s = folded_.signs;
        if (s[at_] != 'h' || s.size() - at_ < 8 || !std::equal(scheme.begin(), scheme.end(), s.begin() + static_cast<std::ptrdiff_t>(at_))) return false;
        const std::size_t colon = at_ + (s[at_ + 4] == 's' ? 5 : 4);
        if (s[colon] != ':') return false;
        std::size_t end = colon;
        while (end < s.size() && s[end] > ' ' && s[end] < 0x80) ++end;
        leave_out(end);
        return true;
    }

    bool quotation(char32_t close) {
        const std::vector<char32_t>& s = folded_.signs;
        if (close < 0x80 && at_ > 0 && is_letter(s[at_ - 1])) return false;   // didn't
        const std::size_t end = find(close, at_ + 1, kLongestQuote);
        if (end == none) return false;
        leave_out(end + 1);
        return true;
    }

    static constexpr std::size_t none = static_cast<std::size_t>(-1);
    struct Missing { char32_t sign = 0; std::size_t begin = 0, end = 0; };   // no such sign in [begin, end)
    text::Folded folded_;
    Missing missing_parenthesis_, missing_strike_, missing_other_;
    Tight out_;
    std::size_t at_ = 0;
    bool fresh_ = true;
};

}  // namespace

bool Tight::has(std::size_t index, std::u32string_view word) const {
    if (index + word.size() > signs.size()) return false;
    return std::equal(word.begin(), word.end(), signs.begin() + static_cast<std::ptrdiff_t>(index));
}

Tight tighten(std::string_view text) { return Tightening(text).run(); }

}  // namespace dajim::journal
