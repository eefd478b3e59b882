// SPDX-License-Identifier: GPL-3.0-or-later
#include "access/TokenSignature.h"

#include "crypto/Mac.h"

#include <QJsonDocument>

namespace Holdfast {

namespace {

constexpr auto base64Url = QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals;

QByteArray signatureOf(QByteArrayView signedPart, QByteArrayView key)
{
    return hmacSha256(key, signedPart).toBase64(base64Url);
}

std::optional<QByteArray> decoded(QByteArrayView text)
{
    auto result = QByteArray::fromBase64Encoding(text.toByteArray(), QByteArray::Base64UrlEncoding |
                                                                         QByteArray::AbortOnBase64DecodingErrors);
    // Bits that base64 leaves unused would make two texts of one value.
    if (!result || result.decoded.toBase64(base64Url) != text)
        return std::nullopt;
    return std::move(result.decoded);
}

} // namespace

QByteArray signToken(const QJsonObject &header, QByteArrayView payload, QByteArrayView key)
{
    const QByteArray signedPart = QJsonDocument(header).toJson(QJsonDocument::Compact).toBase64(base64Url) + '.' +
                                  payload.toByteArray().toBase64(base64Url);
    return signedPart + '.' + signatureOf(signedPart, key);
}

std::optional<SignedToken> verifyToken(QByteArrayView token, QByteArrayView key)
{
    if (token.size() > maxTokenBytes || token.count('.') != 2)
        return std::nullopt;
    const qsizetype firstDot = token.indexOf('.');
    const qsizetype lastDot = token.lastIndexOf('.');
    if (!equalInConstantTime(token.sliced(lastDot + 1), signatureOf(token.first(lastDot), key)))
        return std::nullopt;

    const auto header = decoded(token.first(firstDot));
    auto payload = decoded(token.sliced(firstDot + 1, lastDot - firstDot - 1));
    if (!header || !payload)
        return std::nullopt;
    const QJsonDocument document = QJsonDocument::fromJson(*header);
    const QJsonObject fields = document.object();
    if (!document.isObject() || fields.value(QLatin1String("alg")) != QJsonValue(QLatin1String("HS256")) ||
        fields.contains(QLatin1String("crit")))
        return std::nullopt;
    return SignedToken{fields, std::move(*payload)};
}

} // namespace Holdfast
