// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Result.h"

#include <QByteArrayView>

#include <memory>

namespace Holdfast {

/// 32 secret bytes in memory that is locked, guarded and wiped when the key goes (libsodium's sodium_malloc).
/// Moved, never copied; any thread, one at a time.
class SecretKey
{
public:
    static constexpr qsizetype size = 32;

    static SecretKey random();
    /// Malformed where there are not exactly 32 bytes. The caller wipes its own copy.
    static Result<SecretKey> fromBytes(QByteArrayView bytes);

    SecretKey(SecretKey &&) noexcept = default;
    SecretKey &operator=(SecretKey &&) noexcept = default;

    /// A second key of the same bytes, for an owner that outlives this one.
    SecretKey clone() const;
    QByteArrayView bytes() const; ///< valid as long as the key

private:
    struct Free
    {
        void operator()(unsigned char *bytes) const;
    };
    explicit SecretKey(std::unique_ptr<unsigned char, Free> bytes);

    std::unique_ptr<unsigned char, Free> m_bytes;
};

} // namespace Holdfast
