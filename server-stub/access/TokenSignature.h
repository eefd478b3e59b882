// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QJsonObject>

#include <optional>

namespace Holdfast {

/// A token longer than this is refused before anything is done with it.
inline constexpr qsizetype maxTokenBytes = 4096;

/// What a signed token carries, once its signature holds.
struct SignedToken
{
    QJsonObject header;
    QByteArray payload;
};

/// A compact JWS (RFC 7515) with HMAC-SHA-256 over the header and the payload as given.
QByteArray signToken(const QJsonObject &header, QByteArrayView payload, QByteArrayView key);

/// None where anything is not exactly as signToken makes it. The signature is compared, as text and in constant time,
/// before a byte of the token is decoded, so nothing that a token says about itself decides how it is checked; then
/// `alg` must be HS256 and there must be no `crit`. Pure; any thread.
std::optional<SignedToken> verifyToken(QByteArrayView token, QByteArrayView key);

} // namespace Holdfast
