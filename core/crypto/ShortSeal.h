// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "crypto/SecretKey.h"

#include <QByteArray>

#include <optional>

namespace Holdfast {

/// Seals a few bytes that are kept in a row (XChaCha20-Poly1305, random nonce, context as associated data; RFC 8439 and
/// draft-irtf-cfrg-xchacha): nonce (24) || sealed bytes || tag (16). One key may seal any number of them. Files are for
/// SealedWriter.
QByteArray sealShort(QByteArrayView plain, const SecretKey &key, QByteArrayView context);

/// None where they were not sealed under that key for that context. The caller wipes what is secret.
std::optional<QByteArray> openShort(QByteArrayView sealed, const SecretKey &key, QByteArrayView context);

} // namespace Holdfast
