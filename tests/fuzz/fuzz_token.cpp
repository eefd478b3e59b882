// SPDX-License-Identifier: GPL-3.0-or-later
#include "access/TokenMint.h"
#include "access/TokenSignature.h"
#include "crypto/Mac.h"
#include "fuzz/Demand.h"

#include <QJsonDocument>

#include <cstdint>

using namespace Holdfast;

namespace {

constexpr auto base64Url = QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals;
const QByteArray key("0123456789abcdef0123456789abcdef");
const QByteArray keyId("the-key");
const QDateTime now(QDate(2026, 1, 15), QTime(14, 30), Qt::UTC);

QByteArray withSignature(const QByteArray &signedPart)
{
    return signedPart + '.' + hmacSha256(key, signedPart).toBase64(base64Url);
}

const TokenMint &mint()
{
    static const TokenMint mint(SecretKey::fromBytes(key).value(), keyId);
    return mint;
}

/// What is taken for a token is, byte for byte, what signing its own header and payload makes: no token has a second
/// spelling, and none is taken that the key did not sign.
void check(const QByteArray &token)
{
    const auto held = verifyToken(token, key);
    if (!held) {
        demand(!mint().verify(token, now));
        return;
    }
    demand(token.size() <= maxTokenBytes);
    demand(held->header.value(QLatin1String("alg")).toString() == QLatin1String("HS256"));
    demand(!held->header.contains(QLatin1String("crit")));
    const QByteArray header = QByteArray::fromBase64(token.first(token.indexOf('.')), base64Url);
    demand(token == withSignature(header.toBase64(base64Url) + '.' + held->payload.toBase64(base64Url)));
    if (header == QJsonDocument(held->header).toJson(QJsonDocument::Compact))
        demand(token == signToken(held->header, held->payload, key));

    if (const auto claims = mint().verify(token, now)) {
        demand(claims->user.isValid() && !claims->tokenId.isEmpty() && claims->expiresAt > now);
        demand(mint().verify(mint().issue(*claims), now) == claims);
        demand(!mint().verify(token, claims->expiresAt));
    }
}

/// A good token with one stretch of it overwritten is good only where nothing has changed.
void checkForgery(const QByteArray &bytes)
{
    const QByteArray token = mint().issue({UserId{7}, Role::Agent, "0123456789abcdef", now, now.addSecs(3600)});
    demand(mint().verify(token, now).has_value());
    QByteArray forged = token;
    const qsizetype at = bytes.isEmpty() ? 0 : static_cast<unsigned char>(bytes[0]) % (token.size() + 1);
    forged.replace(at, bytes.size() - 1, bytes.sliced(bytes.isEmpty() ? 0 : 1));
    demand(forged == token || !verifyToken(forged, key));
    check(forged);
}

} // namespace

/// The first byte says what the rest is: a token; one but for its signature; the header and payload of one, with a NUL
/// between; the payload of one; or what to write over a good one.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t length)
{
    if (length == 0)
        return 0;
    const QByteArray bytes(reinterpret_cast<const char *>(data + 1), static_cast<qsizetype>(length - 1));
    const qsizetype nul = bytes.indexOf('\0');
    const QByteArray goodHeader = R"({"alg":"HS256","kid":"the-key","typ":"JWT"})";
    switch (data[0] % 5) {
    case 0:
        check(bytes);
        break;
    case 1:
        check(withSignature(bytes));
        break;
    case 2:
        check(withSignature(bytes.first(std::max<qsizetype>(nul, 0)).toBase64(base64Url) + '.' +
                            bytes.sliced(nul + 1).toBase64(base64Url)));
        break;
    case 3:
        check(withSignature(goodHeader.toBase64(base64Url) + '.' + bytes.toBase64(base64Url)));
        break;
    case 4:
        checkForgery(bytes);
        break;
    }
    return 0;
}
