// A Markdown post as a document, and back to the same bytes.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "formats/journal_json.h"
#include "journal/journal.h"
#include "text/result.h"

namespace dajim::formats {

/// What a post says of itself: by front matter (Jekyll, Docusaurus, Hugo, Gatsby, Next.js), else by its first heading
/// and its file's name ("2022-5-8-title.md").
struct PostFacts {
    std::string title;
    std::optional<journal::Date> date;
    std::vector<std::string> tags;      ///< tags, tag, categories in the order given
    std::size_t front_matter_lines = 0; ///< paragraphs the front matter takes, fences included; 0 when there is none
};

/// A file's bytes as a document: BOM and uniform CRLF are noted and taken off, everything else stays. Errors: empty,
/// too_large, not_utf8 (also UTF-16 and binary files).
text::Result<journal::Document, ReadError> read_post(std::string_view bytes, std::string_view file_name);

/// The document's bytes; untouched since read_post, exactly the bytes of the file.
std::string write_post(const journal::Document& document);

/// `---` that is a rule and not front matter, unknown keys, broken YAML: all fine, never an error.
PostFacts post_facts(const text::Buffer& text, std::string_view file_name);

/// How many paragraphs the front matter takes; cheap, for drawing.
std::size_t front_matter_lines(const text::Buffer& text);

}  // namespace dajim::formats
