// Between Program and web/secrets.js.
#include "web/secrets.h"

#include <emscripten/emscripten.h>

using dajim::app::Program;

extern "C" {
int dj_secret_possible();
void dj_secret_work(unsigned job, bool encrypts, const char* password, std::size_t password_length, const char* salt, std::size_t salt_length,
                    unsigned iterations, const char* iv, std::size_t iv_length, const char* head, std::size_t head_length,
                    const char* bytes, std::size_t length);
}

namespace dajim::web::secrets {
namespace {

Program* program = nullptr;

void work(unsigned job, bool encrypts, const formats::EncryptedHead& head, std::string_view password, std::string_view bytes) {
    const std::string lines = formats::authenticated(head);
    dj_secret_work(job, encrypts, password.data(), password.size(), head.salt.data(), head.salt.size(), head.iterations, head.iv.data(),
                   head.iv.size(), lines.data(), lines.size(), bytes.data(), bytes.size());
}

}  // namespace

void start(Program& the_program) { program = &the_program; }

bool possible() { return dj_secret_possible() != 0; }

void encrypt(unsigned job, const formats::EncryptedHead& head, std::string_view password, std::string_view bytes) {
    work(job, true, head, password, bytes);
}

void decrypt(unsigned job, const formats::Encrypted& file, std::string_view password) { work(job, false, file.head, password, file.data); }

/// Called by secrets.js; `bytes` is null when it could not be done.
extern "C" EMSCRIPTEN_KEEPALIVE void dj_secret_done(unsigned job, bool encrypts, const char* bytes, std::size_t length) {
    const std::optional<std::string_view> made = bytes ? std::optional(std::string_view(bytes, length)) : std::nullopt;
    if (encrypts) program->encrypted(job, made);
    else program->decrypted(job, made);
}

}  // namespace dajim::web::secrets
