// The block of facts that a blog's generator expects at the top of a post.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "text/buffer.h"

namespace dajim::formats {

enum class Fence { none, yaml, toml };  ///< nothing, "---" (Jekyll, Docusaurus, Gatsby, Next.js), "+++" (Hugo)

struct FrontMatterExtent {
    Fence fence = Fence::none;
    std::size_t lines = 0;  ///< paragraphs, both fences included
};

/// Looks at the first 200 paragraphs and 64 KB at most. `---` that opens no block of `key: value` lines is a rule, not
/// a fence.
FrontMatterExtent front_matter_extent(const text::Buffer& text);

struct FrontMatter {
    std::string title;              ///< empty when there is none
    std::string date;               ///< as written, empty when there is none
    std::vector<std::string> tags;  ///< tags, tag, categories, category in the order given, each once
};

/// `lines` are those between the fences, joined by '\n'. YAML that is broken is read line by line. Never an error.
FrontMatter read_front_matter(Fence fence, std::string_view lines);

}  // namespace dajim::formats
