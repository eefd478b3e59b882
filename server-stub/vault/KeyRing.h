// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "crypto/SecretKey.h"

#include <QByteArray>
#include <QString>

#include <memory>

namespace Holdfast {

/// The key-encryption keys that recordings' own keys are wrapped under, by encryptionKeyId, the key that signs tokens,
/// and the one that signs the audit log. They lie in 0600 files of the data directory's keys/ folder, or the
/// key-encryption key comes from outside (HOLDFAST_KEK_FILE). Immutable after it was opened; any thread.
class KeyRing
{
public:
    /// `folder` is the data directory. Makes the keys where the folder is new (synced to disk before it returns); where
    /// it is not, a key-encryption key that is missing is NotFound and nothing is made. A file that others can read is
    /// refused with a sentence. With a key from outside none is made for wrapping; one that was
    /// made before goes on opening what was wrapped under it.
    enum class Folder { New, InUse };
    static Result<std::unique_ptr<KeyRing>> open(const QString &folder, const QString &outsideKekFile = {},
                                                 Folder age = Folder::New);

    /// "default"; for a key from outside "outside-" and its fingerprint, so that another one is not taken for it.
    QString currentKeyId() const;
    Result<QByteArray> wrap(const SecretKey &dataKey, QByteArrayView context) const; ///< under the current one
    /// Unreachable where that key was not given to this server; Corrupt where it does not open.
    Result<SecretKey> unwrap(QByteArrayView wrapped, const QString &keyId, QByteArrayView context) const;
    const SecretKey &tokenKey() const;
    QByteArray tokenKeyId() const;     ///< a fingerprint, for a token's `kid`
    const SecretKey &auditKey() const; ///< the seed of the key that signs the audit log's checkpoints

private:
    struct State;
    explicit KeyRing(std::shared_ptr<const State> state);
    std::shared_ptr<const State> m_state;
};

} // namespace Holdfast
