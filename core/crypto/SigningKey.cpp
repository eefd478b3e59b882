// SPDX-License-Identifier: GPL-3.0-or-later
#include "crypto/SigningKey.h"

#include "crypto/SodiumStart.h"

#include <new>

#include <sodium.h>

namespace Holdfast {

static_assert(SigningKey::publicSize == crypto_sign_PUBLICKEYBYTES);
static_assert(SigningKey::signatureSize == crypto_sign_BYTES);
static_assert(SecretKey::size == crypto_sign_SEEDBYTES);

namespace {

const unsigned char *unsignedBytes(QByteArrayView bytes)
{
    return reinterpret_cast<const unsigned char *>(bytes.data());
}

} // namespace

void SigningKey::Free::operator()(unsigned char *bytes) const
{
    sodium_free(bytes);
}

SigningKey::SigningKey(const SecretKey &seed)
    : m_publicKey(publicSize, Qt::Uninitialized)
{
    startSodium();
    m_secret.reset(static_cast<unsigned char *>(sodium_malloc(crypto_sign_SECRETKEYBYTES)));
    if (!m_secret)
        throw std::bad_alloc();
    crypto_sign_seed_keypair(reinterpret_cast<unsigned char *>(m_publicKey.data()), m_secret.get(),
                             unsignedBytes(seed.bytes()));
    sodium_mprotect_readonly(m_secret.get());
}

QByteArray SigningKey::sign(QByteArrayView message) const
{
    QByteArray signature(signatureSize, Qt::Uninitialized);
    crypto_sign_detached(reinterpret_cast<unsigned char *>(signature.data()), nullptr, unsignedBytes(message),
                         static_cast<unsigned long long>(message.size()), m_secret.get());
    return signature;
}

bool isSignedBy(QByteArrayView publicKey, QByteArrayView message, QByteArrayView signature)
{
    startSodium();
    return publicKey.size() == SigningKey::publicSize && signature.size() == SigningKey::signatureSize &&
           crypto_sign_verify_detached(unsignedBytes(signature), unsignedBytes(message),
                                       static_cast<unsigned long long>(message.size()), unsignedBytes(publicKey)) == 0;
}

} // namespace Holdfast
