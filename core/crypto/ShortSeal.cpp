// SPDX-License-Identifier: GPL-3.0-or-later
#include "crypto/ShortSeal.h"

#include "crypto/SodiumStart.h"

#include <sodium.h>

namespace Holdfast {

namespace {

constexpr qsizetype nonceSize = crypto_aead_xchacha20poly1305_ietf_NPUBBYTES;
constexpr qsizetype tagSize = crypto_aead_xchacha20poly1305_ietf_ABYTES;

const unsigned char *unsignedBytes(QByteArrayView bytes)
{
    return reinterpret_cast<const unsigned char *>(bytes.data());
}

unsigned char *unsignedBytes(QByteArray &bytes)
{
    return reinterpret_cast<unsigned char *>(bytes.data());
}

unsigned long long length(QByteArrayView bytes)
{
    return static_cast<unsigned long long>(bytes.size());
}

} // namespace

QByteArray sealShort(QByteArrayView plain, const SecretKey &key, QByteArrayView context)
{
    startSodium();
    QByteArray sealed(nonceSize + plain.size() + tagSize, Qt::Uninitialized);
    unsigned char *const nonce = unsignedBytes(sealed);
    randombytes_buf(nonce, nonceSize);
    crypto_aead_xchacha20poly1305_ietf_encrypt(nonce + nonceSize, nullptr, unsignedBytes(plain), length(plain),
                                               unsignedBytes(context), length(context), nullptr, nonce,
                                               unsignedBytes(key.bytes()));
    return sealed;
}

std::optional<QByteArray> openShort(QByteArrayView sealed, const SecretKey &key, QByteArrayView context)
{
    startSodium();
    if (sealed.size() < nonceSize + tagSize)
        return std::nullopt;
    const QByteArrayView body = sealed.sliced(nonceSize);
    QByteArray plain(body.size() - tagSize, Qt::Uninitialized);
    const int opened = crypto_aead_xchacha20poly1305_ietf_decrypt(
        unsignedBytes(plain), nullptr, nullptr, unsignedBytes(body), length(body), unsignedBytes(context),
        length(context), unsignedBytes(sealed), unsignedBytes(key.bytes()));
    return opened == 0 ? std::optional(plain) : std::nullopt;
}

} // namespace Holdfast
