// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "crypto/SecretKey.h"

#include <QIODevice>
#include <QString>
#include <QUuid>

#include <functional>
#include <memory>

namespace Holdfast {

/// Recordings on this computer, each sealed (Cobblestone-256) under a key derived for it from the cache key. Any
/// thread.
class SealedCache
{
public:
    static Result<std::unique_ptr<SealedCache>> open(const QString &folder, SecretKey key);

    struct Sealed
    {
        qint64 size = 0;
        QByteArray sha256;
    };
    /// Seals and hashes in one pass, synced before it returns; leaves nothing behind where it fails. progress gets
    /// bytes done and answers false to cancel. Slow: pool thread.
    Result<Sealed> put(const QString &name, QIODevice &from, const std::function<bool(qint64)> &progress = {});
    Result<std::unique_ptr<QIODevice>> get(const QString &name) const; ///< NotFound, Corrupt
    bool has(const QString &name) const;
    Done remove(const QString &name);

private:
    SealedCache(QString folder, SecretKey key);
    QString m_folder;
    SecretKey m_key;
};

} // namespace Holdfast
