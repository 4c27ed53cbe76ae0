// The container of an encrypted journal: what is read is written as the same, and any bytes can stand in one.
#include "target.h"

#include "formats/base64.h"
#include "formats/encrypted.h"

using namespace dajim;

namespace {

void write_and_read(const formats::Encrypted& file) {
    const auto again = formats::read_encrypted(formats::write_encrypted(file));
    fuzz::demand(again.ok(), "a written container can be read");
    fuzz::demand(again.value().head == file.head && again.value().data == file.data, "a container is read as it was written");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view bytes = fuzz::bytes(data, size);
    if (const auto read = formats::read_encrypted(bytes)) {
        fuzz::demand(read.value().head.iterations <= formats::most_iterations, "nobody waits for minutes");
        write_and_read(read.value());
    }
    // The checksum keeps most of what is made up out: the same with the input as its data.
    if (size >= formats::tag_bytes) write_and_read({{1, std::string(formats::salt_bytes, 's'), std::string(formats::iv_bytes, 'i')}, std::string(bytes)});
    fuzz::demand(formats::read_base64(formats::write_base64(bytes)) == bytes, "bytes come back from their letters");
    if (const auto read = formats::read_base64(bytes)) fuzz::demand(formats::write_base64(*read) == bytes, "bytes have one way to be written");
    return 0;
}
