// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "crypto/SecretKey.h"

#include <QString>

namespace Holdfast {

/// A key in a file: 32 bytes as they are, or as 64 hexadecimal digits, a line's end after them allowed. Ours lie in the
/// data directory and are for the server's user alone; one from outside may come through a link and be read by a group,
/// as the ways of handing secrets to a service make it.
enum class KeyFileOrigin { Ours, Outside };

/// NotFound where there is none; Forbidden where others may read or change it; Malformed where it holds no key.
Result<SecretKey> readKeyFile(const QString &path, KeyFileOrigin origin);

/// Writes a key, synced with its folder, before it answers with it; a crash leaves a whole key or none. Where another
/// process was quicker, answers the other's key.
Result<SecretKey> writeKeyFile(const QString &path, SecretKey key);

/// The same with one that it draws.
Result<SecretKey> makeKeyFile(const QString &path);

/// Tells keys apart and tells nothing of them: 12 hexadecimal digits.
QByteArray fingerprintOf(const SecretKey &key);

} // namespace Holdfast
