// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "crypto/SecretKey.h"
#include "local/ArrivingRecording.h"
#include "local/SealedCacheWriter.h"

#include <QCoreApplication>
#include <QIODevice>
#include <QString>
#include <QStringList>

#include <functional>
#include <memory>

namespace Holdfast {

/// Recordings on this computer, each sealed (Cobblestone-256) under a key derived for it from the cache key, with its
/// name as the context. Names are of [A-Za-z0-9-], at most 64; others are Malformed. Any thread.
class SealedCache
{
    Q_DECLARE_TR_FUNCTIONS(Holdfast::SealedCache)

public:
    /// Makes the folder, for this person's eyes only, and clears what an interrupted write left. One process at a time.
    static Result<std::unique_ptr<SealedCache>> open(const QString &folder, SecretKey key);

    using Sealed = SealedCacheWriter::Sealed;
    /// Seals and hashes in one pass, synced before it returns; leaves nothing behind where it fails. progress gets
    /// bytes done and answers false to cancel; bytes that are not of an expected SHA-256 are Corrupt. Slow: pool
    /// thread.
    Result<Sealed> put(const QString &name, QIODevice &from, const std::function<bool(qint64)> &progress = {},
                       const QByteArray &expectedSha256 = {});
    /// For bytes that come from elsewhere piece by piece.
    Result<std::unique_ptr<SealedCacheWriter>> write(const QString &name);
    /// One that comes in any order, of that plain size; goes on with the part that an earlier time has left. It is in
    /// the cache once it was settled.
    Result<std::shared_ptr<ArrivingRecording>> arrive(const QString &name, qint64 size);
    Result<std::unique_ptr<QIODevice>> get(const QString &name) const; ///< NotFound, Corrupt
    bool has(const QString &name) const;
    Done remove(const QString &name); ///< a part that has arrived too; nothing to remove is no failure
    QStringList names() const;

private:
    SealedCache(QString folder, SecretKey key);
    QString pathOf(const QString &name) const;
    Result<SecretKey> keyOf(const QString &name) const;

    QString m_folder;
    SecretKey m_key;
};

} // namespace Holdfast
