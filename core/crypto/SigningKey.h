// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "crypto/SecretKey.h"

#include <QByteArray>

#include <memory>

namespace Holdfast {

/// An Ed25519 key pair (RFC 8032), grown from 32 secret bytes. The secret half lies in memory that is locked and wiped.
/// Immutable; any thread.
class SigningKey
{
public:
    static constexpr qsizetype publicSize = 32;
    static constexpr qsizetype signatureSize = 64;

    explicit SigningKey(const SecretKey &seed);
    SigningKey(SigningKey &&) noexcept = default;
    SigningKey &operator=(SigningKey &&) noexcept = default;

    const QByteArray &publicKey() const { return m_publicKey; }
    QByteArray sign(QByteArrayView message) const;

private:
    struct Free
    {
        void operator()(unsigned char *bytes) const;
    };
    std::unique_ptr<unsigned char, Free> m_secret;
    QByteArray m_publicKey;
};

/// False also where key or signature do not have the length of one.
bool isSignedBy(QByteArrayView publicKey, QByteArrayView message, QByteArrayView signature);

} // namespace Holdfast
