// md4c's callbacks to stretches of the text, see markdown_spans.h.
#include "formats/markdown_spans.h"

#include <algorithm>
#include <array>
#include <functional>
#include <limits>

#include <md4c.h>

namespace dajim::formats {
namespace {

using Is = MarkdownSpan::Is;

/// By byte: whether Markdown could come of it. All of a block is asked at each key in it.
constexpr std::array<bool, 256> means = [] {
    std::array<bool, 256> found{};
    for (const char sign : std::string_view("*_~`[]<&\\!@:=#-+>0123456789w")) found[static_cast<unsigned char>(sign)] = true;
    return found;
}();

/// The stretches so far; what md4c gave no text for are signs.
class Reader {
public:
    explicit Reader(std::string_view block) : block_(block) {}

    MarkdownSpans read() && {
        const MD_PARSER parser{0, MD_FLAG_STRIKETHROUGH | MD_FLAG_PERMISSIVEAUTOLINKS | MD_FLAG_NOINDENTEDCODEBLOCKS,
                               [](MD_BLOCKTYPE, void*, void*) { return 0; }, [](MD_BLOCKTYPE, void*, void*) { return 0; },
                               [](MD_SPANTYPE type, void* detail, void* self) { return static_cast<Reader*>(self)->enter(type, detail); },
                               [](MD_SPANTYPE type, void*, void* self) { return static_cast<Reader*>(self)->leave(type); },
                               [](MD_TEXTTYPE type, const MD_CHAR* text, MD_SIZE size, void* self) {
                                   return static_cast<Reader*>(self)->words(type, {text, size});
                               },
                               nullptr, nullptr};
        if (md_parse(block_.data(), static_cast<MD_SIZE>(block_.size()), &parser, this) != 0) return {};   // no memory
        sign_until(static_cast<std::uint32_t>(block_.size()));
        return std::move(out_);
    }

private:
    static int kind(MD_SPANTYPE type) {
        switch (type) {
            case MD_SPAN_STRONG: return 0;
            case MD_SPAN_EM: return 1;
            case MD_SPAN_DEL: return 2;
            case MD_SPAN_CODE: return 3;
            case MD_SPAN_A:
            case MD_SPAN_IMG: return 4;
            default: return 5;
        }
    }

    int enter(MD_SPANTYPE type, void* detail) {
        ++depth_[kind(type)];
        if (type == MD_SPAN_A) go_to(static_cast<MD_SPAN_A_DETAIL*>(detail)->href);
        if (type == MD_SPAN_IMG) go_to(static_cast<MD_SPAN_IMG_DETAIL*>(detail)->src);
        return 0;
    }

    int leave(MD_SPANTYPE type) {
        --depth_[kind(type)];
        if (kind(type) == 4 && depth_[4] == 0) address_ = 0;
        return 0;
    }

    /// A picture inside a link keeps the link's address.
    void go_to(const MD_ATTRIBUTE& address) {
        if (address_ || out_.addresses.size() + 1 >= std::numeric_limits<std::uint16_t>::max()) return;
        out_.addresses.emplace_back(address.text, address.size);
        address_ = static_cast<std::uint16_t>(out_.addresses.size());
    }

    int words(MD_TEXTTYPE type, std::string_view text) {
        // Line ends come as texts of md4c's own.
        const std::less<const char*> before;
        if (text.empty() || before(text.data(), block_.data()) || !before(text.data(), block_.data() + block_.size())) return 0;
        const auto begin = static_cast<std::uint32_t>(text.data() - block_.data());
        const auto end = static_cast<std::uint32_t>(begin + text.size());
        if (begin < at_ || end > block_.size()) return 0;
        sign_until(begin);
        std::uint8_t is = type == MD_TEXT_HTML ? Is::sign : 0;
        for (int bit = 0; bit < 5; ++bit) is = static_cast<std::uint8_t>(is | (depth_[bit] > 0 ? 1 << bit : 0));
        if (type == MD_TEXT_NORMAL && !(is & (Is::code | Is::link))) add_with_addresses(begin, end, is);
        else add(begin, end, is);
        at_ = end;
        return 0;
    }

    /// md4c takes no bare address with a Hangul path, nor one with a particle right behind it. What it left is looked for here, by
    /// GitHub's rule: up to the next blank, without what ends a sentence.
    void add_with_addresses(std::uint32_t begin, std::uint32_t end, std::uint8_t is) {
        const std::string_view words = block_.substr(0, end);
        for (std::size_t at = begin; (at = words.find("http", at)) != std::string_view::npos;) {
            const std::string_view rest = words.substr(at);
            const std::size_t scheme = rest.starts_with("https://") ? 8 : rest.starts_with("http://") ? 7 : 0;
            const std::size_t size = std::min(rest.find_first_of(" \t\r\n<>\"`"), rest.size());
            const std::string_view address = rest.substr(0, size - unmeant(rest.substr(0, size)));
            if (scheme == 0 || address.size() <= scheme) {
                at += 4;
                continue;
            }
            add(begin, static_cast<std::uint32_t>(at), is);
            begin = static_cast<std::uint32_t>(at + address.size());
            go_to(MD_ATTRIBUTE{address.data(), static_cast<MD_SIZE>(address.size()), nullptr, nullptr});
            add(static_cast<std::uint32_t>(at), begin, static_cast<std::uint8_t>(is | Is::link));
            address_ = 0;
            at = begin;
        }
        add(begin, end, is);
    }

    /// Bytes at an address's end that are the sentence's: "." and the like, and ")" without a "(" before it.
    static std::size_t unmeant(std::string_view address) {
        const std::size_t whole = address.size();
        for (; !address.empty(); address.remove_suffix(1)) {
            const char last = address.back();
            const bool closes = last == ')' && std::count(address.begin(), address.end(), '(') < std::count(address.begin(), address.end(), ')');
            if (!closes && std::string_view("?!.,:;*_~'\"").find(last) == std::string_view::npos) break;
        }
        return whole - address.size();
    }

    /// What lies between two texts, line by line and without the blanks round it.
    void sign_until(std::uint32_t end) {
        while (at_ < end) {
            std::uint32_t begin = at_;
            while (begin < end && is_blank(block_[begin])) ++begin;
            std::uint32_t stop = begin;
            while (stop < end && block_[stop] != '\n' && block_[stop] != '\r') ++stop;
            at_ = stop;
            while (stop > begin && is_blank(block_[stop - 1])) --stop;
            add(begin, stop, Is::sign);
        }
    }

    static bool is_blank(char sign) { return sign == ' ' || sign == '\t' || sign == '\n' || sign == '\r'; }

    void add(std::uint32_t begin, std::uint32_t end, std::uint8_t is) {
        if (begin >= end || is == 0) return;
        const std::uint16_t address = is & Is::link ? address_ : std::uint16_t{0};
        if (!out_.spans.empty()) {
            MarkdownSpan& last = out_.spans.back();
            if (last.end == begin && last.is == is && last.address == address) {
                last.end = end;
                return;
            }
        }
        out_.spans.push_back({begin, end, is, address});
    }

    std::string_view block_;
    MarkdownSpans out_;
    int depth_[6] = {};
    std::uint16_t address_ = 0;
    std::uint32_t at_ = 0;   // where the last text ended
};

}  // namespace

MarkdownSpans markdown_spans(std::string_view block) {
    if (std::none_of(block.begin(), block.end(), [](char byte) { return means[static_cast<unsigned char>(byte)]; })) return {};
    return Reader(block).read();
}

}  // namespace dajim::formats
