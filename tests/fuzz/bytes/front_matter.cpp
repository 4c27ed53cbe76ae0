// Front matter: any lines between two fences give words, each tag once.
#include "target.h"

#include <set>

#include "formats/front_matter.h"
#include "text/utf8.h"

using namespace dajim;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view bytes = fuzz::bytes(data, size);
    if (!text::is_valid_utf8(bytes)) return 0;
    const text::Buffer text(bytes);
    const formats::FrontMatterExtent extent = formats::front_matter_extent(text);
    fuzz::demand(extent.lines <= text.paragraphs(), "front matter lies in the text");
    fuzz::demand((extent.lines == 0) == (extent.fence == formats::Fence::none), "front matter has a fence");
    // As YAML and as TOML, whatever the fence says: both readers see every input.
    for (const formats::Fence fence : {formats::Fence::yaml, formats::Fence::toml}) {
        const formats::FrontMatter facts = formats::read_front_matter(fence, bytes);
        fuzz::demand(text::is_valid_utf8(facts.title) && text::is_valid_utf8(facts.date), "title and date are words");
        fuzz::demand(std::set(facts.tags.begin(), facts.tags.end()).size() == facts.tags.size(), "each tag is there once");
        for (const std::string& tag : facts.tags) fuzz::demand(!tag.empty() && text::is_valid_utf8(tag), "a tag is words");
    }
    return 0;
}
