// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/AuditCalls.h"

namespace Holdfast {

/// A checkpoint of the audit log that is kept elsewhere than on the server: saved to a file, and, some day, compared
/// with what the log says then. UI thread, the file is read and written in the pool; goes before the ApiClient.
class KeptCheckpoint : public QObject
{
    Q_OBJECT
public:
    explicit KeptCheckpoint(ApiClient &api, QObject *parent = nullptr);

    /// The newest one; answers how many entries it is of.
    QFuture<Result<qint64>> save(const QString &path);
    /// Verifies the log, and that it holds what the file says. Malformed where the file is no checkpoint of this log.
    /// Cancelling it ends it.
    QFuture<Result<AuditReport>> compare(const QString &path);

private:
    AuditCalls m_calls;
};

} // namespace Holdfast
