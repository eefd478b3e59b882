// SPDX-License-Identifier: GPL-3.0-or-later
#include "crypto/KeyWrap.h"

#include "crypto/ShortSeal.h"

#include <sodium.h>

namespace Holdfast {

QByteArray wrapKey(const SecretKey &key, const SecretKey &under, QByteArrayView context)
{
    return sealShort(key.bytes(), under, context);
}

Result<SecretKey> unwrapKey(QByteArrayView wrapped, const SecretKey &under, QByteArrayView context)
{
    std::optional<QByteArray> bytes = openShort(wrapped, under, context);
    if (!bytes || bytes->size() != SecretKey::size)
        return fail(FailureKind::Corrupt,
                    QStringLiteral("The key of this recording could not be opened. It was changed, or it was wrapped "
                                   "under another key-encryption key."));
    Result<SecretKey> key = SecretKey::fromBytes(*bytes);
    sodium_memzero(bytes->data(), static_cast<size_t>(bytes->size()));
    return key;
}

} // namespace Holdfast
