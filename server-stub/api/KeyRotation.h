// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/DataFolder.h"
#include "records/Audit.h"
#include "records/KeyRotations.h"
#include "records/WrappedRows.h"

#include <QMutex>
#include <QThreadPool>
#include <QWaitCondition>

#include <atomic>
#include <chrono>
#include <functional>

namespace Holdfast {

/// Moves what is wrapped from one key-encryption key to the next: a new key is made and all that is new goes under it
/// at once; then the rows follow in portions, each a transaction of its own that the one writer does between others.
/// Files are not touched. What a stopped server left goes on at the next start. begin may be called from any thread.
class KeyRotation
{
public:
    static constexpr int portionRows = 64; ///< in one transaction, so that no other write waits long
    static constexpr std::chrono::seconds pauseAfterFailure{5};

    KeyRotation(DataFolder &data, Clock clock, std::chrono::milliseconds pause = pauseAfterFailure);
    ~KeyRotation();

    /// Conflict while one is under way, and with a key from outside under which everything is already. Leaves an audit
    /// entry like `who`. Slow: pool thread.
    Result<QString> begin(AuditEntry who);

    /// Goes on in a thread of its own with the one that is under way, if there is one.
    void look();
    void stop(); ///< returns when nothing is under way any more

    /// The same, here, to its end or the first failure; tells after each portion how many rows have followed.
    Done run(const std::function<void(qint64)> &progress = {});

private:
    Done beginIn(Database &database, const QString &keyId, const AuditEntry &who) const;
    Result<QString> nextKey();
    struct Pass
    {
        qint64 rewrapped = 0;
        qint64 failed = 0;  ///< that do not open
        qint64 missing = 0; ///< whose key is not here
    };
    Result<Pass> round(Database &database, const std::function<void(qint64)> &progress);
    Done pass(Database &database, const WrappedRows &rows, const QString &keyId, Pass &pass,
              const std::function<void(qint64)> &progress);
    Result<qint64> portion(const WrappedRows &rows, const QString &keyId, const QList<WrappedRows::Row> &old,
                           Pass &pass);
    Result<bool> end(const Pass &last);
    void work();

    DataFolder &m_data;
    Clock m_clock;
    const std::chrono::milliseconds m_pause;
    QMutex m_mutex;
    QWaitCondition m_stop;
    std::atomic_bool m_stopping = false;
    QThreadPool m_pool; // last: its work uses the others
};

} // namespace Holdfast
