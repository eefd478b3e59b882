// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Result.h"

#include <QList>
#include <QString>
#include <QUuid>

#include <optional>

namespace Holdfast {

class Database;

/// Where the server takes the bytes of what is being sent, so that it goes on there whoever was stopped meanwhile. Each
/// change is on the disk when the call returns. UI thread; part of LocalStore.
class BegunUploads
{
public:
    explicit BegunUploads(Database &database);

    Result<QString> pathOf(QUuid uploadId) const;   ///< on the server; empty where none was begun
    Done keep(QUuid uploadId, const QString &path); ///< in the place of the one before
    Done forget(QUuid uploadId);
    Done cancel(QUuid uploadId); ///< nobody wants it any more; the server is still to be told

    struct Cancelled
    {
        QUuid uploadId;
        QString path;
    };
    Result<std::optional<Cancelled>> nextCancelled() const;

private:
    Database &m_database;
};

} // namespace Holdfast
