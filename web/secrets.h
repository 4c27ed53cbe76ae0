// Encrypting and decrypting by the browser's WebCrypto: AES-256-GCM under a key that PBKDF2-SHA-256 makes of a password.
#pragma once

#include <string_view>

#include "app/program.h"

namespace dajim::web::secrets {

/// Before anything else. `program` must outlive the page; it is answered (Program::encrypted, decrypted).
void start(app::Program& program);

/// False on a page that came without https.
bool possible();

void encrypt(unsigned job, const formats::EncryptedHead& head, std::string_view password, std::string_view bytes);
void decrypt(unsigned job, const formats::Encrypted& file, std::string_view password);

}  // namespace dajim::web::secrets
