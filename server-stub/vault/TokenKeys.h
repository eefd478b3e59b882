// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "crypto/SecretKey.h"

#include <QByteArray>
#include <QList>
#include <QMutex>
#include <QString>

#include <map>
#include <memory>

namespace Holdfast {

/// The keys that tokens are signed with, in 0600 files of one folder: one that signs, and those before it whose tokens
/// have not ended yet. Any thread.
class TokenKeys
{
public:
    /// Makes the first where there is none. A file that others can read is refused with a sentence.
    static Result<std::unique_ptr<TokenKeys>> open(const QString &folder);

    struct Key
    {
        QByteArray id; ///< a fingerprint, for a token's `kid`
        SecretKey key;
    };
    Key current() const;
    QList<QByteArray> ids() const;
    std::map<QByteArray, SecretKey> all() const;

    /// Another key, on the disk when it answers. It signs nothing before use().
    Result<QByteArray> make();
    Done use(const QByteArray &id);     ///< NotFound where there is no such key
    Done discard(const QByteArray &id); ///< Conflict for the one that signs

private:
    struct Held
    {
        QString path;
        std::shared_ptr<const SecretKey> key;
    };
    explicit TokenKeys(QString folder);

    const QString m_folder;
    mutable QMutex m_mutex;
    std::map<QByteArray, Held> m_keys;
    QByteArray m_currentId;
};

} // namespace Holdfast
