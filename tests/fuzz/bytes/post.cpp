// A Markdown post, and all that is read in it when it is opened: its bytes come out again, and what is found lies in the text.
#include "target.h"

#include <vector>

#include "formats/markdown_spans.h"
#include "formats/post.h"
#include "journal/propose_next.h"
#include "journal/proposals.h"
#include "text/utf8.h"

using namespace dajim;

namespace {

void spans_of(const std::string& block) {
    const formats::MarkdownSpans found = formats::markdown_spans(block);
    std::size_t before = 0;
    for (const formats::MarkdownSpan& span : found.spans) {
        fuzz::demand(before <= span.begin && span.begin < span.end && span.end <= block.size(), "spans follow one another in their block");
        fuzz::demand(text::floor_code_point(block, span.begin) == span.begin && text::floor_code_point(block, span.end) == span.end,
                     "spans end where characters do");
        fuzz::demand(span.address <= found.addresses.size(), "a link has its address");
        before = span.end;
    }
}

void looks_of(const text::Buffer& text) {
    std::string block;
    for (std::size_t at = 0; at < text.paragraphs(); ++at) {
        const std::string& paragraph = text.paragraph(at);
        if (!paragraph.empty()) block += (block.empty() ? "" : "\n") + paragraph;
        if (!paragraph.empty() && at + 1 < text.paragraphs()) continue;
        spans_of(block);
        block.clear();
    }
}

void proposals_of(const text::Buffer& text, std::size_t skip) {
    std::vector<journal::GoalWords> goals;
    for (const journal::GoalProposal& one : journal::propose_goals(text, skip)) {
        fuzz::demand(text.contains(one.words), "a proposed goal is words of the text");
        fuzz::demand(!one.parent || *one.parent < goals.size(), "a goal lies in one before it");
        goals.push_back({text.text(one.words), one.parent, one.kind, one.measure});
    }
    for (const journal::AnswerProposal& one : journal::propose_answers(goals, text, skip)) {
        fuzz::demand(!one.goal || *one.goal < goals.size(), "an answer is to one of the goals");
        fuzz::demand(!one.answer || text.contains(*one.answer), "an answer is words of the text");
    }
    for (const journal::NextProposal& one : journal::propose_next(text, skip)) {
        fuzz::demand(text.contains(one.words), "what goes on is words of the text");
    }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view bytes = fuzz::bytes(data, size);
    const auto read = formats::read_post(bytes, "2022-5-8-post.md");
    if (!read) return 0;
    fuzz::demand(formats::write_post(read.value()) == bytes, "a post comes out as the bytes it came in with");
    const text::Buffer& text = read.value().text;
    const formats::PostFacts facts = formats::post_facts(text, read.value().file_name);
    fuzz::demand(facts.front_matter_lines <= text.paragraphs(), "front matter lies in the text");
    fuzz::demand(facts.front_matter_lines == formats::front_matter_lines(text), "front matter is as long for who draws it");
    fuzz::demand(text::is_valid_utf8(facts.title), "a title is words");
    fuzz::demand(!facts.date || journal::exists(*facts.date), "a post's day exists");
    looks_of(text);
    proposals_of(text, facts.front_matter_lines);
    return 0;
}
