// SPDX-License-Identifier: GPL-3.0-or-later
#include "crypto/SecretKey.h"

#include "crypto/SodiumStart.h"

#include <sodium.h>

#include <cstring>
#include <new>

namespace Holdfast {

namespace {

unsigned char *allocateSecret()
{
    startSodium();
    void *bytes = sodium_malloc(SecretKey::size);
    if (!bytes)
        throw std::bad_alloc();
    return static_cast<unsigned char *>(bytes);
}

} // namespace

void SecretKey::Free::operator()(unsigned char *bytes) const
{
    sodium_free(bytes);
}

SecretKey::SecretKey(std::unique_ptr<unsigned char, Free> bytes)
    : m_bytes(std::move(bytes))
{
}

SecretKey SecretKey::random()
{
    std::unique_ptr<unsigned char, Free> bytes(allocateSecret());
    randombytes_buf(bytes.get(), size);
    return SecretKey(std::move(bytes));
}

Result<SecretKey> SecretKey::fromBytes(QByteArrayView bytes)
{
    if (bytes.size() != size)
        return fail(FailureKind::Malformed, QStringLiteral("A key has %1 bytes, not %2.").arg(size).arg(bytes.size()));
    std::unique_ptr<unsigned char, Free> own(allocateSecret());
    std::memcpy(own.get(), bytes.data(), size);
    return SecretKey(std::move(own));
}

SecretKey SecretKey::clone() const
{
    std::unique_ptr<unsigned char, Free> own(allocateSecret());
    std::memcpy(own.get(), m_bytes.get(), size);
    return SecretKey(std::move(own));
}

QByteArrayView SecretKey::bytes() const
{
    return {m_bytes.get(), size};
}

} // namespace Holdfast
