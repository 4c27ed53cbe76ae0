// Reads quantities from left to right: numbers with what they count, how often, and which way they bound.
#include "journal/measure.h"

#include <algorithm>
#include <cstdint>
#include <initializer_list>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "journal/measure_words.h"
#include "journal/numerals.h"
#include "journal/words.h"
#include "text/utf8.h"

namespace dajim::journal {
namespace {

constexpr std::size_t longest_words = 600;   // bytes that are read

struct Quantity {
    double value = 0;
    std::string unit;
    Of of = Of::count;
    Way way = Way::unsaid;
    std::size_t begin = 0, end = 0;
    bool negated = false;   // "한 편도": not even one
    bool idiom = false;     // "한번 해 보자", "다시 한 번": no count
};

struct Every {
    Period per = Period::none;
    int every = 1;
    std::size_t end = 0;
    std::size_t reach = std::string::npos;   // how far behind it its quantity may stand; npos: it needs none
};

class Reader {
public:
    explicit Reader(std::string_view text) : text_(text) {}

    std::optional<Measure> read() {
        for (std::size_t at = 0; at < text_.size();) at = step(at);
        if (auto measure = quantity()) return measure;
        return wording_in(text_);
    }

private:
    std::string_view from(std::size_t at) const { return text_.substr(std::min(at, text_.size())); }
    std::size_t after_blank(std::size_t at) const { return at < text_.size() && text_[at] == ' ' ? at + 1 : at; }
    char32_t before(std::size_t at) const {
        std::size_t begin = 0;
        return decode_before(text_, at, begin);
    }
    bool word_starts(std::size_t at) const { return at == 0 || !is_word_sign(before(at)); }
    bool ends_before(std::size_t at, std::string_view word) const { return text_.substr(0, at).ends_with(word); }

    std::size_t next_sign(std::size_t at) const {
        std::size_t length = 0;
        text::decode(text_, at, length);
        return at + std::max<std::size_t>(length, 1);
    }

    // Reads what begins at `at`; returns where to go on.
    std::size_t step(std::size_t at) {
        const std::string_view rest = from(at);
        if (rest.starts_with("http://") || rest.starts_with("https://")) return std::min(text_.find(' ', at), text_.size());
        if (const std::size_t knit = knit_digits(text_, at)) return skip_knit(at + knit);
        if (word_starts(at)) {
            if (const std::size_t end = read_period(at)) return end;
            if (const std::size_t end = read_english_period(at)) return end;
        } else if (rest.starts_with("마다") || rest.starts_with("요일마다")) {
            if (ends_before(at, "요일") || rest.starts_with("요일")) set_period({Period::week, 1, at, std::string::npos});
        }
        if (rest[0] == '/') {
            if (const Span* span = english_span(english_word(text_, at + 1))) set_period({span->per, 1, at, std::string::npos});
        }
        if (const std::size_t end = read_times(at)) return end;
        if (may_start_number(at)) {
            if (const auto numeral = read_numeral(text_, at)) {
                if (const std::size_t end = read_counted(at, *numeral)) return end;
                if (numeral->script == Numeral::Script::digits) return skip_knit(at + numeral->bytes);
            }
        }
        if (is_letter(text_[at])) return at + std::max<std::size_t>(english_word(text_, at).size(), 1);
        return next_sign(at);
    }

    // What is glued to digits that are no quantity goes with them: "2022년", "7:30분", "5g".
    std::size_t skip_knit(std::size_t at) const {
        while (at < text_.size() && text_[at] != ' ' && static_cast<unsigned char>(text_[at]) < 0x80 && text_[at] != ',' && text_[at] != '(') ++at;
        return at;
    }

    bool may_start_number(std::size_t at) const {
        if (is_digit(text_[at])) {
            const char32_t sign = before(at);
            return sign == 0 || (sign >= 0x80) || sign == ' ' || sign == '(' || sign == ',' || sign == '~' || sign == '"' || sign == '\'' || sign == '+' || sign == '*' || sign == '>' || sign == ':';
        }
        return word_starts(at) || ends_before(at, "하루") || ends_before(at, "에") || ends_before(at, "매일") || ends_before(at, "매주") || ends_before(at, "벌금");
    }

    // ---- Periods

    // Of two the first counts, but one that is said of a number before one that is not: "매일은 말고 주 2회".
    void set_period(Every every) {
        const bool bound = every.reach != std::string::npos, was_bound = period_.reach != std::string::npos;
        if (period_.per == Period::none || (bound && !was_bound)) period_ = every;
    }

    std::size_t read_period(std::size_t at) {
        const std::string_view rest = from(at);
        const PeriodWord* found = nullptr;
        for (const PeriodWord& word : period_words) {
            if (rest.starts_with(word.word) && (!found || word.word.size() > found->word.size())) found = &word;
        }
        if (found) {
            const std::size_t end = at + found->word.size();
            const std::string_view tail = from(end);
            // "매주" and "격주" are whole words or have a particle; "주에" must not be the end of another.
            const bool glued = !tail.empty() && is_word_sign_at(end) && !is_digit(tail[0]) && !starts_any(tail, particles) && !starts_any(tail, {"한", "두", "세", "로", "에", "주말"});
            if (glued) return 0;
            set_period({found->per, found->every, end, found->reach});
            return end;
        }
        // "주 3회", "월 1회", "연 2회".
        for (const Span& span : {Span{"주", Period::week}, Span{"월", Period::month}, Span{"연", Period::year}, Span{"년", Period::year}, Span{"일", Period::day}}) {
            if (!rest.starts_with(span.name)) continue;
            const std::size_t number = after_blank(at + span.name.size());
            const auto numeral = number < text_.size() && (is_digit(text_[number]) || number > at + span.name.size()) ? read_numeral(text_, number) : std::nullopt;
            if (!numeral) continue;
            const std::string_view counted = from(after_blank(number + numeral->bytes));
            const bool counts = starts_any(counted, {"회", "번", "개", "편", "권", "시간", "건"}) || (span.per == Period::week && counted.starts_with("일"));
            if (!counts || counted.starts_with("회차") || counted.starts_with("번째")) continue;
            set_period({span.per, 1, number, 4});
            return number;
        }
        return 0;
    }

    bool is_word_sign_at(std::size_t at) const {
        std::size_t length = 0;
        return at < text_.size() && is_word_sign(text::decode(text_, at, length));
    }

    std::size_t read_english_period(std::size_t at) {
        if (!is_letter(text_[at])) return 0;
        for (const PeriodWord& word : english_period_words) {
            if (from(at).starts_with(word.word) && (at + word.word.size() >= text_.size() || !is_letter(text_[at + word.word.size()]))) {
                set_period({word.per, word.every, at + word.word.size(), word.reach});
                return at + word.word.size();
            }
        }
        const std::string_view first = english_word(text_, at);
        if (first != "every" && first != "each" && first != "per" && first != "a" && first != "in" && first != "an") return 0;
        std::size_t next = after_blank(at + first.size());
        int every = 1;
        if (english_word(text_, next) == "other" || english_word(text_, next) == "second") {
            every = 2;
            next = after_blank(next + english_word(text_, next).size());
        } else if (english_word(text_, next) == "single") {
            next = after_blank(next + 6);
        } else if (const auto numeral = read_numeral(text_, next); numeral && numeral->value >= 1 && numeral->value <= 366) {
            every = static_cast<int>(numeral->value);
            next = after_blank(next + numeral->bytes);
        }
        const std::string_view word = english_word(text_, next);
        const Span* span = english_span(word);
        if (!span) return 0;
        // "in two weeks" and "a week" need what happens then before them: "once in two weeks".
        if (first == "in" && (quantities_.empty() || quantities_.back().unit != "times")) return 0;
        if ((first == "a" || first == "an") && quantities_.empty() && !article_counts(at)) return 0;
        if ((first == "a" || first == "in") && (quantities_.empty() ? false : quantities_.back().end + 24 < at)) return 0;
        set_period({span->per, every, next + word.size(), std::string::npos});
        return next + word.size();
    }

    // "a book a month": one of it.
    bool article_counts(std::size_t at) {
        const std::string_view ahead = text_.substr(0, at);
        const std::size_t article = last_word(ahead, "a ");
        if (article == std::string_view::npos || article + 30 < at) return false;
        const std::string_view noun = english_word(text_, article + 2);
        if (noun.empty() || article + 2 + noun.size() + 1 != at) return false;
        quantities_.push_back({1, std::string(noun), Of::count, way_before(text_, article), article, at - 1});
        return true;
    }

    // "once", "twice".
    std::size_t read_times(std::size_t at) {
        if (!is_letter(text_[at]) || !word_starts(at)) return 0;
        const std::string_view word = english_word(text_, at);
        const double value = word == "once" ? 1 : word == "twice" ? 2 : word == "thrice" ? 3 : 0;
        if (value == 0) return 0;
        const std::size_t end = at + word.size();
        // "once I am back", "all at once" count nothing.
        const std::string_view next = english_word(text_, after_blank(end));
        const bool counts = next == "a" || next == "every" || next == "per" || next == "in" || next == "each" || next == "or" || word != "once" || way_before(text_, at) != Way::unsaid;
        if (counts && !ends_before(at, "at ")) quantities_.push_back({value, "times", Of::count, way_of(at, end), at, end});
        return end;
    }

    // ---- Quantities

    // A number with what it counts; returns where to go on, 0 when it counts nothing.
    std::size_t read_counted(std::size_t at, const Numeral& numeral) {
        const std::size_t number_end = at + numeral.bytes;
        if (numeral.script == Numeral::Script::native && from(at).starts_with("하나")) return read_one(at, number_end);
        const std::size_t unit = after_blank(number_end);
        const Counter* counter = nullptr;
        for (const Counter& known : counters) {
            if (from(unit).starts_with(known.name) && (!counter || known.name.size() > counter->name.size())) counter = &known;
        }
        if (counter && is_counted(at, unit, *counter, numeral)) return add_counted(at, unit, *counter, numeral);
        if (numeral.script == Numeral::Script::digits || numeral.script == Numeral::Script::english) return read_english_unit(at, number_end, numeral);
        return 0;
    }

    bool is_counted(std::size_t at, std::size_t unit, const Counter& counter, const Numeral& numeral) const {
        const std::size_t end = unit + counter.name.size();
        if (is_letter(counter.name[0])) return end >= text_.size() || !is_letter(text_[end]);
        const std::string_view tail = from(end);
        if (counter.of == Of::money || counter.of == Of::percent) return true;
        if (is_word_sign_at(end) && !starts_any(tail, particles)) return false;
        // Of two words, "3 글" or "한 책" is no counting.
        if ((counter.name == "글" || counter.name == "책" || counter.name == "알" || counter.name == "벌" || counter.name == "군" || counter.name == "보") &&
            (unit != at + numeral.bytes || numeral.script != Numeral::Script::digits)) {
            return false;
        }
        if (tail.starts_with("째") || tail.starts_with("차례")) return false;
        if (counter.name == "자" && numeral.value < 10) return false;
        if (counter.name == "해" && numeral.script != Numeral::Script::native) return false;
        // "7시 30분" is a time of day, "3월 14일" a date.
        if (counter.of == Of::clock && (ends_before(at, "시 ") || ends_before(at, "시"))) return false;
        if (counter.name == "일" && (ends_before(at, "월 ") || ends_before(at, "월"))) return false;
        return true;
    }

    std::size_t add_counted(std::size_t at, std::size_t unit, const Counter& counter, const Numeral& numeral) {
        const std::size_t end = unit + counter.name.size();
        const std::string_view tail = from(end);
        if (counter.of == Of::span || counter.name == "회차" || counter.name == "라운드") {
            for (const Span& span : spans) {
                if (span.name != counter.name) continue;
                const bool each = tail.starts_with("마다");
                const bool in = tail.starts_with("에 ") || tail.starts_with("에 한") || tail.starts_with("당 ") || (tail.starts_with("에") && after_blank(end + 3) < text_.size() && may_be_number(end + 3));
                if (!each && !in) break;
                if (numeral.value < 1 || numeral.value > 366) break;
                set_period({span.per, static_cast<int>(numeral.value), end, each ? std::string::npos : 45});
                return end + 3;
            }
        }
        Quantity quantity{numeral.value, std::string(counter.name), counter.of, way_of(at, end, counter.of), at, end};
        quantity.negated = numeral.value == 1 && tail.starts_with("도");
        if (counter.name == "번" && numeral.value == 1 && numeral.script == Numeral::Script::native) {
            const bool bound = quantity.way != Way::unsaid || tail.starts_with("씩") || period_.per != Period::none;
            const std::string_view more = trimmed(tail);
            quantity.idiom = ends_before(at, "다시 ") || more.starts_with("더") || (!bound && (unit == at + numeral.bytes || starts_any(more, {"해 보", "해보", "쯤", "에 "})));
        }
        if (counter.of == Of::span && !is_promised_span(quantity, tail)) return end;
        quantities_.push_back(std::move(quantity));
        return end;
    }

    bool may_be_number(std::size_t at) const {
        const std::size_t number = after_blank(at);
        return read_numeral(text_, number).has_value();
    }

    // Days are promised ("100일 글쓰기"), but not what is only until when or how long.
    bool is_promised_span(const Quantity& quantity, std::string_view tail) const {
        if (quantity.unit != "일" || (quantity.value < 7 && quantity.way == Way::unsaid)) return false;
        const std::string_view more = trimmed(tail);
        return !starts_any(more, {"동안", "간", "안에", "이내", "뒤", "후", "전", "차", "째", "부터", "까지", "만에", "내로", "의", "에", "기념", "이면", "이 지", "은", "가량"});
    }

    // "하나라도", "하나씩", "매주 하나".
    std::size_t read_one(std::size_t at, std::size_t end) {
        const std::string_view tail = from(end);
        const bool ended = tail.empty() || tail.starts_with(' ');
        if (starts_any(tail, {"라도", "씩", "이상"}) || (ended && period_.per != Period::none) || trimmed(tail).starts_with("이상")) {
            quantities_.push_back({1, {}, Of::count, way_of(at, end), at, end});
            return end;
        }
        return 0;
    }

    std::size_t read_english_unit(std::size_t at, std::size_t end, const Numeral& numeral) {
        std::size_t next = end;
        Way way = way_of(at, end);
        if (from(next).starts_with("+")) {
            way = Way::least;
            ++next;
        }
        next = after_blank(next);
        // "10 or more posts"
        for (const auto& [words, says] : {std::pair{"or more ", Way::least}, std::pair{"or fewer ", Way::most}, std::pair{"or less ", Way::most}}) {
            if (!from(next).starts_with(words)) continue;
            way = says;
            next += std::string_view(words).size();
        }
        const std::string_view preceding = text_.substr(0, at);
        for (const std::string_view word : {"chapter ", "version ", "part ", "no. ", "page ", "level ", "top ", "vol. ", "volume ", "day ", "week ", "season ", "cohort ", "session ", "python ", "java ", "isbn ",
                                            "step ", "number ", "round ", "windows ", "grade ", "act ", "book "}) {
            if (preceding.ends_with(word)) return 0;
        }
        if (const std::size_t of = read_of(at, end, numeral)) return of;
        std::string_view word = english_word(text_, next);
        if (word.empty()) return 0;
        constexpr std::string_view no_units[] = {"the", "of", "and", "or", "is", "as", "this", "was", "us", "his", "its", "has", "does", "in", "to", "a", "am", "pm", "o'clock", "vs", "less", "yes", "percent", "things"};
        if (word == "percent") {
            quantities_.push_back({numeral.value, "%", Of::percent, way, at, next + word.size()});
            return next + word.size();
        }
        const auto plural = [](std::string_view noun) { return (noun.size() > 2 && noun.ends_with('s') && !noun.ends_with("ss")) || noun == "people" || noun == "min" || noun == "children"; };
        if (std::ranges::find(no_units, word) != std::end(no_units)) return 0;
        if (!plural(word) && numeral.value != 1) {
            // "10 blog posts", "3 new recipes".
            const std::size_t second = after_blank(next + word.size());
            const std::string_view noun = english_word(text_, second);
            if (!plural(noun) || std::ranges::find(no_units, noun) != std::end(no_units)) return 0;
            next = second;
            word = noun;
        }
        if (numeral.value == 1 && way == Way::unsaid && !period_ahead(next + word.size())) return 0;
        const Span* span = english_span(word);
        const bool clock = word.starts_with("minute") || word.starts_with("hour") || word.starts_with("min") || word.starts_with("second");
        if (span && span->per != Period::round) {
            // "in 6 months", "for 2 weeks" are spans; "100 days of writing" is a promise.
            const bool bounded = preceding.ends_with("in ") || preceding.ends_with("within ") || preceding.ends_with("for ") || preceding.ends_with("after ") || preceding.ends_with("by ") ||
                                 preceding.ends_with("last ") || preceding.ends_with("next ") || preceding.ends_with("the ");
            if (span->per != Period::day || (bounded && !from(next).starts_with("days a"))) return next + word.size();
        }
        quantities_.push_back({numeral.value, std::string(word), clock ? Of::clock : Of::count, way, at, next + word.size()});
        return next + word.size();
    }

    // A period follows soon: "one post every two weeks".
    bool period_ahead(std::size_t at) const {
        if (period_.per != Period::none) return true;
        const std::string_view rest = trimmed(from(at).substr(0, 30));
        return starts_any(rest, {"every", "each", "per ", "a day", "a week", "a month", "a year", "a quarter", "a round", "in two", "/"});
    }

    // "7 of 10", "3 out of 5".
    std::size_t read_of(std::size_t at, std::size_t end, const Numeral& numeral) {
        std::size_t next = after_blank(end);
        if (from(next).starts_with("out of ")) next += 7;
        else if (from(next).starts_with("of ")) next += 3;
        else return 0;
        if (from(next).starts_with("the ")) next += 4;
        const auto whole = read_numeral(text_, next);
        if (!whole || whole->value < numeral.value) return 0;
        part_ = {MeasureKind::part, numeral.value, whole->value, std::string(english_word(text_, after_blank(next + whole->bytes))), Period::none, 1};
        (void)at;
        return next + whole->bytes;
    }

    // ---- Which way

    // What stands before counts unless it stands before something else: "최소 하루에 한 번", "하루에 최소 한 번".
    Way way_of(std::size_t at, std::size_t end, Of of = Of::count) const {
        if (const Way behind = way_behind(text_, end, of); behind != Way::unsaid) return behind;
        if (const Way ahead = way_before(text_, at); ahead != Way::unsaid) return ahead;
        if (quantities_.empty()) {
            const std::string_view ahead = text_.substr(0, at);
            const std::size_t near = ahead.size() > 60 ? text::floor_code_point(ahead, ahead.size() - 60) : 0;
            if (period_.per != Period::none && (has_word(ahead.substr(near), "최소") || has_word(ahead.substr(near), "적어도") || has_word(ahead.substr(near), "at least"))) return Way::least;
            if (period_.per != Period::none && has_word(ahead.substr(near), "최대 ")) return Way::most;
        }
        return Way::unsaid;
    }

    // ---- All together

    std::optional<Measure> quantity() {
        std::erase_if(quantities_, [](const Quantity& quantity) { return quantity.negated || quantity.idiom; });
        if (part_.kind == MeasureKind::part && part_.amount > 0) return part_;
        // "10개 중 7개".
        for (std::size_t i = 1; i < quantities_.size(); ++i) {
            const std::string_view between = trimmed(text_.substr(quantities_[i - 1].end, quantities_[i].begin - quantities_[i - 1].end));
            if (starts_any(between, {"중", "가운데"}) && quantities_[i].value <= quantities_[i - 1].value) {
                return Measure{MeasureKind::part, quantities_[i].value, quantities_[i - 1].value, quantities_[i].unit, Period::none, 1};
            }
        }
        const Quantity* chosen = nullptr;
        for (const Quantity& quantity : quantities_) {
            const bool said = quantity.way != Way::unsaid || period_.per != Period::none;
            // Hours are how long something takes once something else is counted.
            if (!chosen || (chosen->of == Of::clock && quantity.of != Of::clock && chosen->way == Way::unsaid && !said)) chosen = &quantity;
        }
        if (period_.reach != std::string::npos && (!chosen || chosen->begin < period_.end || chosen->begin > period_.end + period_.reach)) period_ = {};
        if (!chosen) {
            if (auto share = portion_in(text_)) return share;
            if (period_.per == Period::none) return std::nullopt;
            return Measure{MeasureKind::rate, 1, 0, {}, period_.per, period_.every};
        }
        if (chosen->of == Of::percent) return Measure{MeasureKind::part, chosen->value, 0, "%", Period::none, 1};
        Measure measure{MeasureKind::at_least, chosen->value, 0, chosen->unit, period_.per, period_.every};
        if (chosen->way == Way::most || (chosen->way == Way::unsaid && is_ceiling(text_, chosen->begin, chosen->end, chosen->of))) measure.kind = MeasureKind::at_most;
        else if (chosen->way == Way::unsaid && period_.per != Period::none) measure.kind = MeasureKind::rate;
        return measure;
    }

    std::string_view text_;
    std::vector<Quantity> quantities_;
    Every period_;
    Measure part_;
};

}  // namespace

std::optional<Measure> read_measure(std::string_view words) {
    std::string text = plain(words.substr(0, text::floor_code_point(words, longest_words)));
    // What is struck out is promised no more.
    for (std::size_t begin = text.find("~~"); begin != std::string::npos; begin = text.find("~~", begin)) {
        const std::size_t end = text.find("~~", begin + 2);
        if (end == std::string::npos) break;
        text.erase(begin, end + 2 - begin);
    }
    return Reader(text).read();
}

}  // namespace dajim::journal
