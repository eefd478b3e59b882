// SPDX-License-Identifier: GPL-3.0-or-later
#include "crypto/FileKeys.h"

#include "crypto/Hkdf.h"
#include "crypto/SealedLayout.h"

#include <sodium.h>

#include <array>

namespace Holdfast {

namespace {

constexpr qsizetype nonceSize = 12;
constexpr char label[] = "c2sp.org/chunked-encryption@v1+AEAD_AES_256_GCM"; // its ending zero byte is part of the info

} // namespace

FileKeys FileKeys::derive(const SecretKey &inputKey, QByteArrayView salt, QByteArrayView context)
{
    QByteArray info;
    info.append(label, sizeof label);
    info.append(salt);
    info.append(context);

    std::array<unsigned char, SecretKey::size + nonceSize + SealedLayout::commitmentSize> derived;
    [[maybe_unused]] const bool fits = hkdfExpandSha512(inputKey.bytes(), info, derived);
    Q_ASSERT(fits);
    const QByteArrayView all(derived.data(), static_cast<qsizetype>(derived.size()));
    FileKeys keys{SecretKey::fromBytes(all.first(SecretKey::size)).value(),
                  all.sliced(SecretKey::size, nonceSize).toByteArray(),
                  all.last(SealedLayout::commitmentSize).toByteArray()};
    sodium_memzero(derived.data(), derived.size());
    return keys;
}

} // namespace Holdfast
