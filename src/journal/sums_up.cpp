// A word for promises that no content word stands before is about all of them.
#include "journal/sums_up.h"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "journal/shared_words.h"
#include "journal/words.h"

namespace dajim::journal {
namespace {

constexpr auto kOverall = std::to_array<std::string_view>({
    "전체적으로", "전반적으로", "종합하면", "종합적으로", "종합해", "통틀어", "총평", "총점", "결산하면", "다짐했던 것", "다짐한 것", "목표했던 것", "목표한 것", "계획했던 것", "계획한 것", "약속했던 것",
    "목표들", "다짐들", "계획들", "가지 중", "가지 목표", "가지 다짐", "개의 목표", "개의 다짐", "overall", "all in all", "on the whole", "in total", "of my goals", "of the goals", "of my resolutions", "all my goals", "most of what",
});
constexpr auto kPromises = std::to_array<std::string_view>({"목표", "다짐", "계획", "약속", "결심", "goals", "resolutions"});
constexpr auto kHowMany = std::to_array<std::string_view>({"%", "퍼센트", "모두", "전부", "대부분", "절반", "하나도", "몇 개", "몇 가지", "거의 다", " all ", "most", "half", "none", "every"});

bool says(std::string_view text, std::string_view word) { return text.find(word) != std::string_view::npos; }

}  // namespace

bool sums_up(std::string_view said) {
    const std::string words = plain(said);
    if (std::ranges::any_of(kOverall, [&](std::string_view word) { return says(words, word); })) return true;
    if (std::ranges::none_of(kHowMany, [&](std::string_view word) { return says(words, word); })) return false;
    if (std::ranges::none_of(kPromises, [&](std::string_view word) { return says(words, word); })) return false;
    const std::vector<ContentWord> content = content_words(words);
    bool named = false;
    for (const std::string_view promise : kPromises) {
        for (std::size_t at = words.find(promise); at != std::string::npos; at = words.find(promise, at + promise.size())) {
            named |= std::ranges::any_of(content, [&](const ContentWord& word) { return !word.number && word.end <= at && word.end + 1 >= at; });
        }
    }
    return !named;
}

}  // namespace dajim::journal
