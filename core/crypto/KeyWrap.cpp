// SPDX-License-Identifier: GPL-3.0-or-later
#include "crypto/KeyWrap.h"

#include "crypto/SodiumStart.h"

#include <sodium.h>

#include <array>

namespace Holdfast {

namespace {

constexpr qsizetype nonceSize = crypto_aead_xchacha20poly1305_ietf_NPUBBYTES;
constexpr qsizetype wrappedSize = nonceSize + SecretKey::size + crypto_aead_xchacha20poly1305_ietf_ABYTES;

const unsigned char *unsignedBytes(QByteArrayView bytes)
{
    return reinterpret_cast<const unsigned char *>(bytes.data());
}

} // namespace

QByteArray wrapKey(const SecretKey &key, const SecretKey &under, QByteArrayView context)
{
    startSodium();
    QByteArray wrapped(wrappedSize, Qt::Uninitialized);
    auto *const nonce = reinterpret_cast<unsigned char *>(wrapped.data());
    randombytes_buf(nonce, nonceSize);
    crypto_aead_xchacha20poly1305_ietf_encrypt(nonce + nonceSize, nullptr, unsignedBytes(key.bytes()), SecretKey::size,
                                               unsignedBytes(context), static_cast<unsigned long long>(context.size()),
                                               nullptr, nonce, unsignedBytes(under.bytes()));
    return wrapped;
}

Result<SecretKey> unwrapKey(QByteArrayView wrapped, const SecretKey &under, QByteArrayView context)
{
    startSodium();
    const auto corrupt = [] {
        return fail(FailureKind::Corrupt,
                    QStringLiteral("The key of this recording could not be opened. It was changed, or it was wrapped "
                                   "under another key-encryption key."));
    };
    if (wrapped.size() != wrappedSize)
        return corrupt();
    std::array<unsigned char, SecretKey::size> bytes;
    const int opened = crypto_aead_xchacha20poly1305_ietf_decrypt(
        bytes.data(), nullptr, nullptr, unsignedBytes(wrapped.sliced(nonceSize)),
        static_cast<unsigned long long>(wrappedSize - nonceSize), unsignedBytes(context),
        static_cast<unsigned long long>(context.size()), unsignedBytes(wrapped), unsignedBytes(under.bytes()));
    if (opened != 0)
        return corrupt();
    Result<SecretKey> key = SecretKey::fromBytes({bytes.data(), SecretKey::size});
    sodium_memzero(bytes.data(), bytes.size());
    return key;
}

} // namespace Holdfast
