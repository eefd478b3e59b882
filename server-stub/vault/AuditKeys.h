// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "crypto/SigningKey.h"
#include "domain/Result.h"

#include <QList>
#include <QMutex>
#include <QStringList>

#include <map>
#include <memory>

namespace Holdfast {

/// The keys that sign the audit log's checkpoints, in 0600 files of one folder: one that signs, which may be missing,
/// and for a moment the one that is to follow it. Beside them lie the public half of the one that signs, which outlives
/// it (audit.pub), and, while it is missing, a note of that (audit.missing): entries that nobody signed are the
/// server's own only where this folder says so. By their public keys; any thread.
class AuditKeys
{
public:
    /// Makes none. A file that holds no key, or that others can read, is not used: that is a problem, and no failure.
    static Result<std::unique_ptr<AuditKeys>> open(const QString &folder);

    using Key = std::shared_ptr<const SigningKey>;
    Key current() const;                         ///< null: missing
    Key find(const QByteArray &publicKey) const; ///< null: not here
    QList<Key> all() const;                      ///< the one that signs first
    QByteArray lastPublicKey() const;            ///< of the one that signs, or signed; empty where nobody knows
    QStringList problems() const;                ///< a sentence each

    /// Another key, on the disk when it answers. It signs nothing before use().
    Result<Key> make();
    Done use(const QByteArray &publicKey);     ///< NotFound where there is no such key
    Done discard(const QByteArray &publicKey); ///< Conflict for the one that signs

    bool wasMissing() const; ///< since forgetMissing() was called last
    Done setMissing();       ///< none is current any more; Unreachable where that can't be noted on the disk
    Done forgetMissing();

private:
    struct Held
    {
        QString path;
        Key key;
    };
    explicit AuditKeys(QString folder);
    Done writeBeside(const QString &name, const QByteArray &text) const;

    const QString m_folder;
    mutable QMutex m_mutex;
    std::map<QByteArray, Held> m_keys;
    QByteArray m_current; ///< empty: missing
    QByteArray m_last;
    bool m_wasMissing = false;
    QStringList m_problems;
};

} // namespace Holdfast
