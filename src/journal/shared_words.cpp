// Suffixes are taken off as long as there are any, pasts and contractions undone by Hangul's arithmetic; both texts go the same way.
#include "journal/shared_words.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "journal/words.h"
#include "text/fold.h"
#include "text/hangul.h"
#include "text/kinds.h"

namespace dajim::journal {
namespace {

using text::between;

bool is_digit(char32_t sign) { return between(sign, '0', '9'); }
bool is_latin(char32_t sign) { return between(sign, 'a', 'z') || (sign >= 0xC0 && sign < 0x250); }

/// Each must leave a syllable.
constexpr std::string_view kSuffixes =
    "으로부터 에서부터 이라는 이라고 이라도 이라면 에서는 에서도 에서의 으로는 으로도 으로서 으로써 까지는 까지도 이었다 입니다 이지만 하였다 하겠다 합니다 하려고 하면서 하도록 해보기 해보자 하기로 "
    "하기가 하는데 하는것 하다가 하거나 되었다 됩니다 되도록 습니다 겠습니 려고 으려고 에게서 한테서 처럼 보다는 마다 부터 까지 조차 마저 밖에 이나 이랑 이란 이며 이고 라도 라는 라고 란 에서 "
    "에게 에는 에도 에만 으로 로는 로도 로서 로써 과의 와의 과는 와는 들이 들을 들은 들과 들의 들도 들 하기 하고 하는 하던 하며 하면 하자 하지 하게 하여 하러 하다 하신 해서 해야 해왔 해 한 "
    "할 함 등의 등을 등은 등 되기 되고 되는 되어 되면 되지 되다 돼서 된 될 됨 면서 으며 으면 어서 아서 어야 아야 지만 는데 던 네요 어요 아요 해요 지는 고싶 기로 기는 기도 기를 기만 기가 "
    "은 는 을 를 이 가 의 에 도 만 로 와 과 나 랑 께 씩 쯤 째 기 고 며 면 지 게 자 서 러 려 다 음 어 아 적 히 임 인";

/// Left out, they and their stems.
constexpr std::string_view kEmpty =
    // pronouns, nouns of form, adverbs, what stands in every sentence
    "것 거 게 건 걸 수 때 등 및 그 이 저 나 내 제 너 우리 이번 지난 모두 더 잘 많 많이 조금 정도 매우 너무 정말 아주 꽤 좀 다 또 꼭 위해 위하 위 통해 통하 대해 대하 대 관련 관하 관 "
    "따라 그리 하지 그러 그래 그런 이런 저런 어떤 어떻 무엇 뭐 있 없 하 되 않 못 안 같 싶 보 주 위하여 아니 이것 그것 여러 모든 각 다른 다르 새로 새롭 좋 크 작 중 후 전 앞 뒤 동안 "
    "사이 부분 경우 점 줄 듯 만큼 대로 뿐 채 처음 마지막 결국 그냥 다시 아직 이미 바로 최대 최소 이상 이하 미만 올해 작년 내년 신년 새해 연초 연말 상반기 하반기 새 분 개인 전체 가장 제일 "
    "이외 최근 앞으로 그동안 오늘 어제 내일 요즘 당시 한동안 이제 지금 정하 정해지 정해 하나 한번 매번 항상 늘 자주 가끔 스스 생각 느낌 사람 시간 아래 가지 통 못하 않으 있으 없으 싶으 였 라 "
    "여기 거기 덕분 특 비록 물론 사실 대부부 일부 절바 어느 어 오 이렇 그렇 노력 시작 마무리 진해 활도 참 조그 맣 가 갖 만드 "
    // words about judging and promising
    "지키 지켜 달성 성고 실패 완료 완수 목표 다지 계획 약속 결심 포 포기 이루 해내 끝내 마치 해 회 회고 판다 기주 결과 평가 점수 바꾸 변겨 수저 대시 "
    // English
    "a an the to of in on at for and or with by my me i it is was were be been are am this that these those more "
    "less than least most as from every each per do did not no will would want try get have had has so but up out "
    "all some any we you one goal goals resolution keep kept fail success done complet achiev drop chang plan "
    "didn't i'll didn don't never only about into just what when which there too also then finally until till well "
    "let us him her his its their they he she our your after before during while because since if can could should "
    "even still very really much many few lot again how where who why yes like around over through off back ever "
    "always often sometimes usually went came both other another twice once own i'd i'm couldn't wasn't http https "
    "www com io md png jpg s t";

/// Kept, but light: they stand in goals of every kind, and two of them in common tell nothing.
constexpr std::string_view kLight =
    "매일 매주 매달 매월 하루 한달 일주일 날마다 꾸준히 열심히 제대로 습관 쓰기 적기 써보기 적어보기 해보기 월 년 주말 읽기 배우기 듣기 나가기 다니기 하루에 만들기 공부 참여 참석 작성 정리 진행 "
    "활용 들이기 챙기기 키우기 가꾸기 지내기 살기 찾기 늘리기 줄이기 끊기 마시기 먹기 타기 따기 열기 가기 받기 소개 개념 입문 사용법 각종 예제 튜토리얼 기초 이해 내용 이야기 후기 개요 read "
    "write learn make go start day week month year daily weekly monthly study time finish take new regularly better "
    "introduction intro guide tutorial basics notes";

/// Other words for the same; as stems they are compared.
constexpr std::string_view kSame =
    "툴=도구 블로깅=블로그 포스트=포스팅 인강=강의 강좌=강의 달리기=러닝 조깅=러닝 헬스=운동 북클럽=독서모임 독서=책 저금=저축 적금=저축 기상=일어나기 학습=공부 루틴=습관 팔굽혀펴기=푸시업 "
    "감량=다이어트 통화=전화 논문=페이퍼 사진전=사진전시회 코테=코딩테스트 플젝=프로젝트 wrote=write written=write ran=run jog=run swam=swim ate=eat "
    "slept=sleep rode=ride taught=teach built=build workout=exercise gym=exercise article=post essays=essay";

/// What is counted, by the words that begin so; equal keys are one thing.
constexpr std::string_view kCounters =
    "페이지=쪽 킬로미터=km 킬로=km 만원=만원 시간=시간 개월=달 가지=가지 문제=문제 주일=주 번=번 회=번 차례=번 개=개 권=권 편=편 일=일 주=주 달=달 월=월 년=년 원=원 분=분 명=명 "
    "장=장 쪽=쪽 곡=곡 강=강 잔=잔 줄=줄 곳=곳 점=점 배=배 %=% 퍼센트=% km=km kg=kg times=번 time=번 books=권 book=권 posts=편 post=편 "
    "hours=시간 weeks=주 days=일 months=달 pages=쪽";

constexpr std::string_view kMoney =
    "만원=10000원 오만원=50000원 십만원=100000원 백만원=1000000원 천원=1000원";

constexpr std::string_view kNumerals = "열두=12 열한=11 스무=20 다섯=5 여섯=6 일곱=7 여덟=8 아홉=9 한=1 두=2 세=3 네=4 열=10";

constexpr int double_s = 20, tail_n = 4, tail_l = 8, tail_ng = 21;   // ㅆ, ㄴ, ㄹ, ㅇ among tails
enum Vowel { v_a = 0, v_ae = 1, v_eo = 4, v_yeo = 6, v_o = 8, v_wa = 9, v_wae = 10, v_oe = 11, v_u = 13, v_wo = 14, v_eu = 18, v_i = 20 };
constexpr int lead_s = 9, lead_ng = 11, lead_h = 18;

/// What a contracted syllable was before an ending grew into it: 워 was 우, 봐 보, 마셔 마시.
text::Syllable uncontracted(text::Syllable syllable) {
    switch (syllable.vowel) {
    case v_wo: syllable.vowel = v_u; break;
    case v_wa: syllable.vowel = v_o; break;
    case v_wae: syllable.vowel = v_oe; break;
    case v_yeo: syllable.vowel = v_i; break;
    default: break;
    }
    return syllable;
}

/// "읽었다" → "읽", "썼습니다" → "쓰", "기록했고" → "기록": from the last syllable in ㅆ on. False where there is none.
bool without_past(std::u32string& word) {
    for (std::size_t at = word.size(); at-- > 0;) {
        if (!text::is_syllable(word[at])) return false;
        text::Syllable past = text::parts_of(word[at]);
        if (past.tail != double_s || word[at] == U'있' || word[at] == U'겠') continue;
        word.resize(at + 1);
        const bool ending = past.lead == lead_ng && (past.vowel == v_eo || past.vowel == v_a || past.vowel == v_yeo);   // 었, 았, 였
        const bool hada = past.lead == lead_h && past.vowel == v_ae;                                                    // 했
        if ((ending || hada || word[at] == U'됐') && at > 0) {
            word.pop_back();
            if (word.size() > 1 && ending && (word.back() == U'하' || word.back() == U'되')) word.pop_back();
        } else {
            past.tail = 0;
            if (past.vowel == v_eo && past.lead != lead_s) past.vowel = v_eu;   // 썼, 컸
            word[at] = text::syllable_of(hada ? text::Syllable{lead_h, v_a, 0} : uncontracted(past));
        }
        return true;
    }
    return false;
}

/// By their last sign, longest first.
const std::vector<std::u32string>& suffixes() {
    static const std::vector<std::u32string> sorted = [] {
        std::vector<std::u32string> out = words_in(kSuffixes);
        std::ranges::sort(out, [](const std::u32string& a, const std::u32string& b) { return a.back() != b.back() ? a.back() < b.back() : a.size() > b.size(); });
        return out;
    }();
    return sorted;
}

bool drop_suffix(std::u32string& word) {
    if (word.empty()) return false;
    const std::vector<std::u32string>& all = suffixes();
    auto at = std::ranges::lower_bound(all, word.back(), {}, [](const std::u32string& suffix) { return suffix.back(); });
    for (; at != all.end() && at->back() == word.back(); ++at) {
        if (word.size() <= at->size() || !word.ends_with(*at)) continue;
        word.resize(word.size() - at->size());
        return true;
    }
    return false;
}

/// 쓴, 배운, 할: an ending grown into the last syllable; and what nouns end so loses it too, everywhere alike.
void drop_grown_ending(std::u32string& word) {
    if (word.empty() || !text::is_syllable(word.back())) return;
    text::Syllable last = text::parts_of(word.back());
    const bool grown = last.tail == tail_n || last.tail == tail_l || last.tail == tail_ng;
    if (grown && (word.size() > 1 || (last.tail == tail_n && last.vowel == v_eu))) last.tail = 0;
    else if (last.tail == 0 && word.size() > 1) last = uncontracted(last);
    word.back() = text::syllable_of(last);
}

/// "running" → "run", "studied" → "studi" as "study", "baking" → "bak" as "bake".
std::u32string latin_stem(std::u32string word) {
    while (!word.empty() && (word.back() == '.' || word.back() == '-' || word.back() == '\'')) word.pop_back();
    const auto shorten = [&](std::size_t by) {
        word.resize(word.size() - by);
        const std::size_t size = word.size();
        if (size > 3 && word[size - 1] == word[size - 2] && word.back() != 'l' && word.back() != 's') word.pop_back();
    };
    if (word.size() > 7 && word.ends_with(U"ation")) word.resize(word.size() - 3);
    else if (word.size() > 5 && word.ends_with(U"ing")) shorten(3);
    else if (word.size() > 4 && word.ends_with(U"ed")) shorten(2);
    else if (word.size() > 3 && word.back() == 's' && word[word.size() - 2] != 's') word.pop_back();
    if (word.size() > 3 && word.back() == 'e') word.pop_back();
    else if (word.size() > 3 && word.back() == 'y') word.back() = 'i';
    return word;
}

std::u32string stem_of_any(std::u32string_view word) { return text::is_syllable(word.front()) ? stem_of(word) : latin_stem(std::u32string(word)); }

/// The words of a vocabulary and their stems, sorted.
std::vector<std::u32string> stems_of(std::string_view vocabulary) {
    std::vector<std::u32string> out = words_in(vocabulary);
    for (std::size_t at = 0, count = out.size(); at < count; ++at) out.push_back(stem_of_any(out[at]));
    std::sort(out.begin(), out.end());
    return out;
}

bool is_among(const std::vector<std::u32string>& sorted, std::u32string_view key) {
    return std::binary_search(sorted.begin(), sorted.end(), key, [](std::u32string_view a, std::u32string_view b) { return a < b; });
}

bool is_empty_word(std::u32string_view key) {
    static const std::vector<std::u32string> sorted = stems_of(kEmpty);
    return is_among(sorted, key);
}

bool is_light(std::u32string_view key) {
    static const std::vector<std::u32string> sorted = stems_of(kLight);
    return is_among(sorted, key);
}

/// A row of a vocabulary that says what each word stands for: "조깅=러닝".
struct Meaning { std::u32string word, meant; };

std::vector<Meaning> meanings_in(std::string_view vocabulary) {
    std::vector<Meaning> out;
    for (const std::u32string& row : words_in(vocabulary)) {
        const std::size_t equals = row.find(U'=');
        out.push_back({row.substr(0, equals), row.substr(equals + 1)});
    }
    return out;
}

/// The one word for all that mean the same; also for the first half of one that grew together: 독서모임 as 책모임.
std::u32string meant(std::u32string stem) {
    static const std::vector<Meaning> same = [] {
        std::vector<Meaning> out = meanings_in(kSame);
        for (Meaning& row : out) row = {stem_of_any(row.word), stem_of_any(row.meant)};
        std::ranges::sort(out, {}, &Meaning::word);
        return out;
    }();
    const auto find = [](const std::u32string& word) -> const Meaning* {
        const auto at = std::ranges::lower_bound(same, word, {}, &Meaning::word);
        return at != same.end() && at->word == word ? &*at : nullptr;
    };
    if (const Meaning* found = find(stem)) return found->meant;
    constexpr std::size_t half = 2;
    if (stem.size() <= half || !text::is_syllable(stem.front())) return stem;
    const Meaning* found = find(stem_of(std::u32string_view(stem).substr(0, half)));
    return found == nullptr ? stem : found->meant + stem.substr(half);
}

class Splitting {
public:
    explicit Splitting(std::string_view text) : text_(text) { text::fold(text, false, folded_); }

    std::vector<ContentWord> run() {
        while (at_ < size()) {
            const char32_t sign = folded_.signs[at_];
            if (is_digit(sign)) number();
            else if (is_latin(sign)) latin();
            else if (text::is_syllable(sign)) hangul();
            else if (text::east_asian(sign) != text::EastAsian::none) others();
            else ++at_;
        }
        return std::move(out_);
    }

private:
    std::size_t size() const { return folded_.signs.size(); }
    char32_t at(std::size_t index) const { return index < size() ? folded_.signs[index] : 0; }
    std::uint32_t byte(std::size_t index) const { return index < size() ? folded_.begins[index] : static_cast<std::uint32_t>(text_.size()); }

    void put(std::u32string key, std::size_t begin, std::size_t end, bool number = false) {
        if (key.empty() || (!number && is_empty_word(key))) return;
        if (!number) key = meant(std::move(key));
        const bool light = !number && is_light(key);
        out_.push_back({std::move(key), byte(begin), byte(end), number, light});
    }

    /// What is counted behind a number, blanks between them or not: the row, and where it ends.
    const Meaning* counter(std::size_t from, std::size_t& end) const {
        static const std::vector<Meaning> counters = meanings_in(kCounters);
        std::size_t begin = from;
        while (at(begin) == ' ' && begin < from + 1) ++begin;
        for (const Meaning& counter : counters) {
            bool fits = true;
            for (std::size_t i = 0; fits && i < counter.word.size(); ++i) fits = at(begin + i) == counter.word[i];
            if (!fits) continue;
            end = begin + counter.word.size();
            if (is_latin(counter.word.back()) && is_latin(at(end))) continue;
            return &counter;
        }
        return nullptr;
    }

    void skip_word() {
        while (at_ < size() && (text::is_syllable(at(at_)) || is_latin(at(at_)))) ++at_;
    }

    void number() {
        const std::size_t begin = at_;
        std::u32string digits;
        while (is_digit(at(at_)) || ((at(at_) == ',' || at(at_) == '.') && is_digit(at(at_ + 1)))) {
            if (at(at_) != ',') digits += at(at_);
            ++at_;
        }
        while (digits.size() > 1 && digits.front() == '0' && digits[1] != '.') digits.erase(0, 1);
        std::size_t end = at_;
        if (const Meaning* counted = counter(at_, end)) {
            put(digits + (counted->meant == U"만원" ? U"0000원" : counted->meant), begin, end, true);
            if (is_latin(counted->word.front())) return;   // "12 books" are books, too
            at_ = end;
            if (text::is_syllable(at(at_))) skip_word();
            return;
        }
        if (is_latin(at(at_))) return latin(begin);
        if (at(at_) == ' ' && is_latin(at(at_ + 1))) {   // "12 essays": whatever is counted in English
            std::u32string counted;
            for (end = at_ + 1; is_latin(at(end)); ++end) counted += at(end);
            counted = latin_stem(std::move(counted));
            if (counted.size() > 2 && !is_empty_word(counted)) put(digits + meant(std::move(counted)), begin, at_, true);
            return;
        }
        if (text::is_syllable(at(at_))) return skip_word();   // "9기", "1주차"
    }

    void latin() { latin(at_); }
    void latin(std::size_t begin) {
        std::u32string word;
        for (std::size_t i = begin; i < at_; ++i) word += at(i);
        for (; at_ < size(); ++at_) {
            const char32_t sign = at(at_);
            const bool within = (sign == '\'' || sign == U'’') && is_latin(at(at_ + 1));
            if (!is_latin(sign) && !is_digit(sign) && sign != '+' && sign != '#' && !within) break;
            word += sign == U'’' ? U'\'' : sign;
        }
        if (word == U"http" || word == U"https") {   // an address says nothing
            while (at_ < size() && at(at_) > ' ' && at(at_) < 0x80 && at(at_) != ')') ++at_;
            return;
        }
        const std::size_t end = at_;
        if (text::is_syllable(at(at_))) {   // "TIL을", but "AI모델"
            const std::size_t particle = at_;
            hangul();
            if (!out_.empty() && out_.back().begin >= byte(particle) && is_particle(particle, at_)) out_.pop_back();
        }
        put(latin_stem(std::move(word)), begin, end);
    }

    bool is_particle(std::size_t begin, std::size_t end) const {
        std::u32string word(folded_.signs.begin() + static_cast<std::ptrdiff_t>(begin), folded_.signs.begin() + static_cast<std::ptrdiff_t>(end));
        return std::ranges::find(suffixes(), word) != suffixes().end();
    }

    void hangul() {
        const std::size_t begin = at_;
        while (text::is_syllable(at(at_))) ++at_;
        std::u32string word(folded_.signs.begin() + static_cast<std::ptrdiff_t>(begin), folded_.signs.begin() + static_cast<std::ptrdiff_t>(at_));
        static const std::vector<Meaning> numerals = meanings_in(kNumerals), money = meanings_in(kMoney);
        for (const Meaning& numeral : numerals) {
            if (!word.starts_with(numeral.word)) continue;
            std::size_t end = 0;
            const Meaning* counted = counter(begin + numeral.word.size(), end);
            const bool alone = word.size() == numeral.word.size();
            if (word.starts_with(U"한번")) return;   // "다시 한번" counts nothing
            if (counted == nullptr || is_latin(counted->word.front()) || (!alone && counted->word.size() == 1 && word.size() > numeral.word.size() + 4)) continue;
            if (!alone && at(begin + numeral.word.size()) == ' ') continue;
            put(numeral.meant + counted->meant, begin, end, true);
            at_ = std::max(at_, end);
            skip_word();
            return;
        }
        for (const Meaning& sum : money) {
            if (word.starts_with(sum.word)) return put(sum.meant, begin, begin + sum.word.size(), true);
        }
        put(stem_of(word), begin, at_);
    }

    /// Chinese and Japanese by single signs: without a dictionary no better words.
    void others() {
        const std::size_t begin = at_++;
        put(std::u32string(1, at(begin)), begin, at_);
    }

    std::string_view text_;
    text::Folded folded_;
    std::vector<ContentWord> out_;
    std::size_t at_ = 0;
};

}  // namespace

std::u32string stem_of(std::u32string_view word) {
    constexpr std::size_t longest = 40;   // a word; more is a text that lost its blanks, and compared as it stands
    std::u32string stem(word.substr(0, longest));
    if (word.size() > longest) return stem;
    without_past(stem);
    while (drop_suffix(stem)) {}
    drop_grown_ending(stem);
    return stem;
}

std::vector<ContentWord> content_words(std::string_view text) { return Splitting(text).run(); }

double number_of(std::u32string_view key) {
    double value = 0, place = 0;
    for (const char32_t sign : key) {
        if (sign == '.' && place == 0) place = 1;
        else if (!is_digit(sign)) break;
        else if (place == 0) value = value * 10 + (sign - '0');
        else value += (place /= 10) * (sign - '0');
    }
    return value;
}

std::u32string_view counted_in(std::u32string_view key) {
    const auto unit = std::find_if(key.begin(), key.end(), [](char32_t sign) { return !is_digit(sign) && sign != '.'; });
    return key.substr(static_cast<std::size_t>(unit - key.begin()));
}

}  // namespace dajim::journal
