// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/AuditReport.h"
#include "domain/AuditTerms.h"
#include "sync/ApiClient.h"

#include <QCoreApplication>

namespace Holdfast {

/// As what the audit log is exported.
enum class AuditForm { Csv, JsonLines };

/// What supervisors and admins ask of the audit log; each call is an entry of it. UI thread; goes before the ApiClient.
class AuditCalls
{
    Q_DECLARE_TR_FUNCTIONS(Holdfast::AuditCalls)
public:
    explicit AuditCalls(ApiClient &api)
        : m_api(api)
    {
    }

    struct Page
    {
        QList<AuditEntry> entries; ///< newest first
        QString next;              ///< where to go on; empty at the end
    };
    /// limit is 1 to 1,000.
    QFuture<Result<Page>> page(const AuditTerms &terms, const QString &cursor, int limit);

    /// The whole log; where `kept` is a checkpoint that was kept elsewhere, against that too. It takes as long as it
    /// takes; cancelling it hangs up, and the server ends its work.
    QFuture<Result<AuditReport>> verify(const QByteArray &kept = {});
    QFuture<Result<QByteArray>> checkpoint(); ///< the newest, as text

    /// Writes to the device as it comes. It can't go on after a cut: then it fails.
    std::unique_ptr<Transfer> exportTo(const AuditTerms &terms, AuditForm form, QIODevice &to);

    QFuture<Result<QList<Agent>>> people(); ///< those whom one may ask for

private:
    ApiClient &m_api;
};

} // namespace Holdfast
