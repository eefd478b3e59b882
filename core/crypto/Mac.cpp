// SPDX-License-Identifier: GPL-3.0-or-later
#include "crypto/Mac.h"

#include "crypto/SodiumStart.h"

#include <sodium.h>

namespace Holdfast {

namespace {

const unsigned char *unsignedBytes(QByteArrayView bytes)
{
    return reinterpret_cast<const unsigned char *>(bytes.data());
}

} // namespace

QByteArray hmacSha256(QByteArrayView key, QByteArrayView message)
{
    startSodium();
    crypto_auth_hmacsha256_state state;
    crypto_auth_hmacsha256_init(&state, unsignedBytes(key), static_cast<size_t>(key.size()));
    crypto_auth_hmacsha256_update(&state, unsignedBytes(message), static_cast<size_t>(message.size()));
    QByteArray mac(crypto_auth_hmacsha256_BYTES, Qt::Uninitialized);
    crypto_auth_hmacsha256_final(&state, reinterpret_cast<unsigned char *>(mac.data()));
    sodium_memzero(&state, sizeof state);
    return mac;
}

bool equalInConstantTime(QByteArrayView a, QByteArrayView b)
{
    return a.size() == b.size() && sodium_memcmp(a.data(), b.data(), static_cast<size_t>(a.size())) == 0;
}

} // namespace Holdfast
