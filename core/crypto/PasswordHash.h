// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>

namespace Holdfast {

/// How much work a guess costs. Interactive is what the server uses: three passes over 42 MiB, about 60 ms; as many
/// bytes as libsodium's own "interactive" goes over, in less memory at a time, and well over the least that OWASP's
/// Password Storage Cheat Sheet asks for (19 MiB, two passes). Minimal is for tests and for nothing else.
enum class PasswordCost { Minimal, Interactive };

/// Argon2id in the usual text form, salt and cost included (libsodium crypto_pwhash_str). Slow by design: never call it
/// on an event loop's thread. Throws std::bad_alloc, as does verifyPassword, where the memory it costs is not there.
QByteArray hashPassword(QByteArrayView password, PasswordCost cost);

/// As slow as making the hash. False too for a hash that is not one.
bool verifyPassword(QByteArrayView hash, QByteArrayView password);

} // namespace Holdfast
