// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "crypto/SecretKey.h"

#include <QString>

#include <memory>

namespace Holdfast {

/// The key-encryption keys that recordings' own keys are wrapped under, by encryptionKeyId, and the key that signs
/// tokens. They lie in 0600 files of the data directory's keys/ folder, or the key-encryption key comes from outside
/// (HOLDFAST_KEK_FILE). Immutable after it was opened; any thread.
class KeyRing
{
public:
    /// Makes the keys the first time (synced to disk before it returns). A file that others can read is refused with a
    /// sentence.
    static Result<std::unique_ptr<KeyRing>> open(const QString &folder, const QString &outsideKekFile = {});

    QString currentKeyId() const;                                                    ///< "default"
    Result<QByteArray> wrap(const SecretKey &dataKey, QByteArrayView context) const; ///< under the current one
    Result<SecretKey> unwrap(QByteArrayView wrapped, const QString &keyId, QByteArrayView context) const;
    const SecretKey &tokenKey() const;
    QByteArray tokenKeyId() const;

private:
    KeyRing() = default;
    struct State;
    std::shared_ptr<State> m_state;
};

} // namespace Holdfast
