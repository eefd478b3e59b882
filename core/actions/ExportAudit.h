// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/AuditCalls.h"

#include <QFile>

namespace Holdfast {

/// Saves the audit log, or what a filter finds of it, to a file: written beside, synced and renamed, so that a broken
/// export never bears the name and leaves nothing behind. One at a time. UI thread; goes before the ApiClient.
class ExportAudit : public QObject
{
    Q_OBJECT
public:
    explicit ExportAudit(ApiClient &api, QObject *parent = nullptr);
    ~ExportAudit() override; ///< ends what is under way

    /// Answers the file's size in bytes.
    QFuture<Result<qint64>> run(const AuditTerms &terms, AuditForm form, const QString &path);
    void cancel(); ///< the answer is Cancelled, unless it is being given its name already
    bool isRunning() const { return m_promise != nullptr; }

Q_SIGNALS:
    void progress(qint64 done, qint64 total); ///< bytes; nothing comes while the server measures it

private:
    void giveUp(const Failure &failure);
    void giveName();
    void answer(const Result<qint64> &result);

    AuditCalls m_calls;
    QString m_path;
    std::shared_ptr<QFile> m_beside; ///< shared with the pool
    std::unique_ptr<Transfer> m_transfer;
    std::unique_ptr<QPromise<Result<qint64>>> m_promise;
};

} // namespace Holdfast
