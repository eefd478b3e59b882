// SPDX-License-Identifier: GPL-3.0-or-later
#include "actions/ExportAudit.h"

#include "domain/WhenFinished.h"
#include "local/BesideFile.h"
#include "local/DurableFile.h"

#include <QtConcurrentRun>

namespace Holdfast {

ExportAudit::ExportAudit(ApiClient &api, QObject *parent)
    : QObject(parent)
    , m_calls(api)
{
}

ExportAudit::~ExportAudit()
{
    cancel();
}

QFuture<Result<qint64>> ExportAudit::run(const AuditTerms &terms, AuditForm form, const QString &path)
{
    if (m_promise)
        return finishedWith<Result<qint64>>(
            fail(FailureKind::Conflict, tr("Another export is under way. Wait for its end, or stop it.")));
    m_path = path;
    m_promise = std::make_unique<QPromise<Result<qint64>>>();
    m_promise->start();
    const auto future = m_promise->future();
    m_beside = std::make_shared<QFile>(BesideFile::pathFor(path));
    if (!m_beside->open(QIODevice::WriteOnly | QIODevice::Truncate)) {
        answer(
            fail(FailureKind::StorageFull, tr("The export can't be written there: %1").arg(m_beside->errorString())));
        return future;
    }
    m_transfer = m_calls.exportTo(terms, form, *m_beside);
    connect(m_transfer.get(), &Transfer::progress, this, &ExportAudit::progress);
    connect(m_transfer.get(), &Transfer::downloaded, this, &ExportAudit::giveName);
    connect(m_transfer.get(), &Transfer::failed, this, &ExportAudit::giveUp);
    return future;
}

void ExportAudit::cancel()
{
    if (m_transfer)
        m_transfer->cancel();
}

void ExportAudit::giveUp(const Failure &failure)
{
    BesideFile::remove(*m_beside);
    Failure told = failure;
    if (failure.kind == FailureKind::Unreachable)
        told.message = tr("The server can't be reached, or the export broke off. Nothing was saved. Try again when the "
                          "server is back.");
    else if (failure.kind == FailureKind::Cancelled)
        told.message = tr("Stopped. Nothing was saved.");
    answer(fail(told));
}

void ExportAudit::giveName()
{
    const auto named = QtConcurrent::run([file = m_beside, path = m_path]() -> Result<qint64> {
        const qint64 size = file->pos();
        if (const Done done = syncAndRename(*file, path); !done) {
            BesideFile::remove(*file);
            return fail(done.error().kind, tr("The export can't be written there: %1").arg(done.error().detail));
        }
        return size;
    });
    m_transfer.release()->deleteLater(); // whose signal this is
    whenFinished(named, this, [this](const Result<qint64> &size) { answer(size); });
}

void ExportAudit::answer(const Result<qint64> &result)
{
    if (m_transfer)
        m_transfer.release()->deleteLater(); // it may be the sender of the signal that is being handled
    m_beside.reset();
    const auto promise = std::move(m_promise);
    promise->addResult(result);
    promise->finish();
}

} // namespace Holdfast
