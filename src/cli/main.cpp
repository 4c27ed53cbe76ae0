// The program without its page: what Dajim finds in posts, as JSON for other programs.
#include <array>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "formats/post.h"
#include "formats/proposals_json.h"
#include "journal/proposals.h"

namespace {

using namespace dajim;

// What the shell is told.
constexpr int done = 0, unreadable = 1, usage = 2;

void complain(std::string_view file, std::string_view what) {
    std::fprintf(stderr, "dajim: %.*s: %.*s\n", static_cast<int>(file.size()), file.data(), static_cast<int>(what.size()), what.data());
}

std::string_view sentence_of(formats::ReadError error) {
    switch (error) {
        case formats::ReadError::empty: return "the file is empty";
        case formats::ReadError::too_large: return "the file is larger than 10 MB, which no post is";
        case formats::ReadError::not_utf8: return "the file is not UTF-8 text";
        default: return "the file cannot be read as a post";
    }
}

// A post as the browser reads it; what is wrong with it is told, and then there is none.
std::optional<journal::Document> read_post(const char* path) {
    std::FILE* file = std::fopen(path, "rb");
    if (!file) {
        complain(path, std::strerror(errno));
        return std::nullopt;
    }
    std::string bytes;
    std::array<char, 65536> block;
    // One byte more than a post may have is enough to refuse it.
    while (bytes.size() <= formats::max_post_bytes) {
        const std::size_t read = std::fread(block.data(), 1, block.size(), file);
        if (read == 0) break;
        bytes.append(block.data(), read);
    }
    const int trouble = std::ferror(file) ? errno : 0;
    std::fclose(file);
    if (trouble != 0) {
        complain(path, std::strerror(trouble));
        return std::nullopt;
    }
    auto document = formats::read_post(bytes, path);
    if (!document) {
        complain(path, sentence_of(document.error()));
        return std::nullopt;
    }
    return std::move(document.value());
}

int print(const std::string& json) {
    const bool written = std::fwrite(json.data(), 1, json.size(), stdout) == json.size() && std::fflush(stdout) == 0;
    if (!written) complain("standard output", std::strerror(errno));
    return written ? done : unreadable;
}

int goals(std::span<char* const> files) {
    const auto post = read_post(files[0]);
    if (!post) return unreadable;
    return print(formats::goals_json(post->text, journal::propose_goals(post->text, formats::front_matter_lines(post->text))));
}

int answers(std::span<char* const> files) {
    const auto resolution = read_post(files[0]), retrospective = read_post(files[1]);
    if (!resolution || !retrospective) return unreadable;
    const auto promised = journal::propose_goals(resolution->text, formats::front_matter_lines(resolution->text));
    std::vector<journal::GoalWords> words;
    for (const journal::GoalProposal& goal : promised) words.push_back({resolution->text.text(goal.words), goal.parent, goal.kind, goal.measure});
    const auto found = journal::propose_answers(words, retrospective->text, formats::front_matter_lines(retrospective->text));
    return print(formats::answers_json(resolution->text, promised, retrospective->text, found));
}

struct Command {
    std::string_view name;
    std::size_t files;
    int (*run)(std::span<char* const> files);
    std::string_view help;
};

constexpr Command commands[] = {
    {"goals", 1, goals, "goals POST\n      the goals, areas and topics that a resolution seems to name"},
    {"answers", 2, answers, "answers RESOLUTION RETROSPECTIVE\n      for each of them what answers it, and what is judged that was never promised"},
};

void print_help(std::FILE* out) {
    std::fputs("dajim reads posts as Dajim's page does and prints what it finds as JSON.\n\n", out);
    for (const Command& command : commands) std::fprintf(out, "  dajim %.*s\n", static_cast<int>(command.help.size()), command.help.data());
    std::fputs("\nExit codes: 0 done, 1 a file cannot be read, 2 the command is not understood.\n", out);
}

}  // namespace

int main(int count, char** words) {
    const std::span<char* const> arguments(words, static_cast<std::size_t>(count));
    if (count == 2 && (std::strcmp(words[1], "--help") == 0 || std::strcmp(words[1], "-h") == 0)) {
        print_help(stdout);
        return done;
    }
    for (const Command& command : commands) {
        if (count >= 2 && command.name == words[1] && arguments.size() == 2 + command.files) return command.run(arguments.subspan(2));
    }
    print_help(stderr);
    return usage;
}
