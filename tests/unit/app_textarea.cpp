// The textarea of the tests, see app_textarea.h. What it tells and when follows web/text_input.js.
#include "app_textarea.h"

#include <algorithm>

#include "text/breaks.h"
#include "text/utf8.h"

namespace fake {

using dajim::text::Utf16;

std::u16string wide(std::string_view utf8) {
    std::u16string out;
    for (std::size_t at = 0, length = 0; at < utf8.size(); at += length) {
        const char32_t c = dajim::text::decode(utf8, at, length);
        if (c < 0x10000) {
            out += static_cast<char16_t>(c);
        } else {
            out += static_cast<char16_t>(0xD800 + ((c - 0x10000) >> 10));
            out += static_cast<char16_t>(0xDC00 + ((c - 0x10000) & 0x3FF));
        }
    }
    return out;
}

std::string narrow(std::u16string_view utf16) {
    std::string out;
    for (std::size_t at = 0; at < utf16.size(); ++at) {
        char32_t c = utf16[at];
        if (c >= 0xD800 && c < 0xDC00 && at + 1 < utf16.size()) c = 0x10000 + ((c - 0xD800) << 10) + (utf16[++at] - 0xDC00u);
        dajim::text::append_utf8(out, c);
    }
    return out;
}

void Textarea::freshen() {
    if (!composing_ && seen_ != program_.text_stamp(target_)) settle();
}

void Textarea::settle() {
    seen_ = program_.text_stamp(target_);
    const dajim::app::TextWindow window = program_.text_window(target_, false);
    value_ = wide(window.text);
    from_ = window.selection_start.value;
    to_ = window.selection_end.value;
}

/// The difference by common suffix, then common prefix, never between two surrogates.
void Textarea::become(std::u16string value, std::size_t from, std::size_t to) {
    std::size_t suffix = 0, prefix = 0;
    if (value == value_) {
        prefix = to;
        suffix = value.size() - to;
    } else {
        std::size_t most = std::min(value.size() - to, value_.size());
        while (suffix < most && value[value.size() - 1 - suffix] == value_[value_.size() - 1 - suffix]) ++suffix;
        if (suffix && (value[value.size() - suffix] & 0xFC00) == 0xDC00) --suffix;
        most = std::min(value.size(), value_.size()) - suffix;
        while (prefix < most && value[prefix] == value_[prefix]) ++prefix;
        if (prefix && (value[prefix - 1] & 0xFC00) == 0xD800) --prefix;
    }
    dajim::app::WindowEdit edit;
    edit.from = Utf16{prefix};
    edit.to = Utf16{value_.size() - suffix};
    edit.inserted = narrow(std::u16string_view(value).substr(prefix, value.size() - suffix - prefix));
    edit.selection_start = Utf16{from};
    edit.selection_end = Utf16{to};
    edit.composing = composing_;
    if (composing_) {
        edit.preedit_start = Utf16{begin_};
        edit.preedit_end = Utf16{end_};
    }
    value_ = std::move(value);
    from_ = from;
    to_ = to;
    program_.window_edited(target_, edit);
}

void Textarea::replace(std::size_t from, std::size_t to, std::u16string_view with, std::size_t selection_start, std::size_t selection_end) {
    std::u16string value = value_;
    value.replace(from, to - from, with);
    become(std::move(value), selection_start, selection_end);
}

void Textarea::type(std::string_view utf8) {
    if (composing_) commit();
    for (std::size_t at = 0; at < utf8.size();) {
        const std::size_t next = utf8[at] == '\n' ? at + 1 : dajim::text::next_cluster(utf8, at);
        freshen();
        const std::u16string typed = wide(utf8.substr(at, next - at));
        const std::size_t behind = from_ + typed.size();
        replace(from_, to_, typed, behind, behind);
        settle();
        at = next;
    }
}

void Textarea::erase(bool forward) {
    freshen();
    std::size_t from = from_, to = to_;
    if (from == to) {
        const std::string before = narrow(std::u16string_view(value_).substr(0, from));
        const std::string after = narrow(std::u16string_view(value_).substr(from));
        if (forward) to += wide(after.substr(0, after.starts_with('\n') ? 1 : dajim::text::next_cluster(after, 0))).size();
        else from -= wide(before.substr(before.ends_with('\n') ? before.size() - 1 : dajim::text::previous_cluster(before, before.size()))).size();
    }
    if (from == to) return;
    replace(from, to, {}, from, from);
    settle();
}

void Textarea::compose(std::string_view preedit) {
    freshen();
    if (!composing_) {
        composing_ = true;
        begin_ = from_;
        end_ = to_;
    }
    const std::u16string now = wide(preedit);
    std::u16string value = value_;
    value.replace(begin_, end_ - begin_, now);
    end_ = begin_ + now.size();
    become(std::move(value), end_, end_);
}

void Textarea::commit() {
    if (!composing_) return;
    composing_ = false;
    program_.composition_ended(target_);
    settle();
}

}  // namespace fake
