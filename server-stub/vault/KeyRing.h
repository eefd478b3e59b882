// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "crypto/SecretKey.h"
#include "vault/AuditKeys.h"
#include "vault/TokenKeys.h"

#include <QByteArray>
#include <QDateTime>
#include <QList>
#include <QMutex>
#include <QString>
#include <QStringList>

#include <map>
#include <memory>

namespace Holdfast {

/// Where the key-encryption keys come from that do not lie in the data directory.
struct OutsideKeys
{
    QString current = {}; ///< HOLDFAST_KEK_FILE; empty: one of the folder's own is current
    QStringList old = {}; ///< HOLDFAST_OLD_KEK_FILES: open what they wrapped, and wrap nothing
};

/// The key-encryption keys that recordings' own keys are wrapped under, by encryptionKeyId, and the keys that sign
/// tokens and the audit log's checkpoints. They lie in 0600 files of the data directory's keys/ folder, or the
/// key-encryption key comes from outside. Keys come and go while it is used; any thread.
class KeyRing
{
public:
    /// `folder` is the data directory. Makes the keys where the folder is new (synced to disk before it returns), but
    /// for that of checkpoints, which only the log itself shows to be new; where it is not, and there is none that can
    /// be used, that is NotFound and nothing is made. A file that others can read is never used. With a key from
    /// outside none is made for wrapping; one that was made before goes on opening what was wrapped under it.
    enum class Folder { New, InUse };
    static Result<std::unique_ptr<KeyRing>> open(const QString &folder, const OutsideKeys &outside = {},
                                                 Folder age = Folder::New);

    struct Facts
    {
        QString id;
        QByteArray fingerprint;
        QDateTime madeAt;    ///< as its file says
        bool isOurs = false; ///< its file is in the folder
    };
    QList<Facts> keys() const;
    bool has(const QString &id) const;
    /// Key files that are not used, a sentence each.
    QStringList problems() const;

    /// "default" or "kek-" and its fingerprint; for a key from outside "outside-" and its fingerprint, so that another
    /// one is not taken for it. Empty where none is left to be current but old ones from outside.
    QString currentKeyId() const;
    bool isCurrentFromOutside() const;

    struct Wrapped
    {
        QString keyId;
        QByteArray bytes;
    };
    /// Under the current one, which it names: the next may be another.
    Result<Wrapped> wrap(const SecretKey &dataKey, QByteArrayView context) const;
    /// Unreachable where that key was not given to this server; Corrupt where it does not open.
    Result<SecretKey> unwrap(QByteArrayView wrapped, const QString &keyId, QByteArrayView context) const;

    /// Another key of the folder, on the disk when it answers with its id. Nothing is wrapped under it before use().
    Result<QString> make();
    Done use(const QString &id); ///< NotFound where there is no such key
    /// Out of the ring, with its file if it is ours. Conflict for the current one.
    Done discard(const QString &id);
    /// Out of the ring; its file stays.
    void leaveOut(const QString &id, const QString &problem);

    TokenKeys &tokens() { return *m_tokens; }
    const TokenKeys &tokens() const { return *m_tokens; }
    SecretKey tokenKey() const { return m_tokens->current().key; }
    QByteArray tokenKeyId() const { return m_tokens->current().id; } ///< a fingerprint, for a token's `kid`
    AuditKeys &audit() { return *m_audit; }
    const AuditKeys &audit() const { return *m_audit; }

private:
    struct Held
    {
        QString path;
        std::shared_ptr<const SecretKey> key;
        bool isOurs = false;
    };
    explicit KeyRing(QString folder);
    Done readOwn(bool mayMake);
    Done readOutside(const OutsideKeys &outside);
    Done checkFolder();
    std::shared_ptr<const SecretKey> find(const QString &id) const;

    const QString m_folder;
    std::unique_ptr<TokenKeys> m_tokens;
    std::unique_ptr<AuditKeys> m_audit;
    mutable QMutex m_mutex;
    std::map<QString, Held> m_keys;
    QString m_currentId;
    QStringList m_problems;
};

} // namespace Holdfast
