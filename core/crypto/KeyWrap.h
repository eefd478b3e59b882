// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "crypto/SecretKey.h"

#include <QByteArray>

namespace Holdfast {

/// Seals one key under another (XChaCha20-Poly1305, random nonce, context as associated data), for keeping in a
/// row: nonce (24) || sealed key (32) || tag (16).
QByteArray wrapKey(const SecretKey &key, const SecretKey &under, QByteArrayView context);

/// Corrupt where it was not wrapped under that key for that context.
Result<SecretKey> unwrapKey(QByteArrayView wrapped, const SecretKey &under, QByteArrayView context);

} // namespace Holdfast
