// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>

namespace Holdfast {

/// HMAC-SHA-256 (RFC 2104) with a key of any length: 32 bytes.
QByteArray hmacSha256(QByteArrayView key, QByteArrayView message);

/// In a time that depends on the lengths alone.
bool equalInConstantTime(QByteArrayView a, QByteArrayView b);

} // namespace Holdfast
