// SPDX-License-Identifier: GPL-3.0-or-later
#include "actions/KeptCheckpoint.h"

#include "domain/WhenFinished.h"
#include "local/BesideFile.h"
#include "local/DurableFile.h"

#include <QFile>
#include <QFileInfo>
#include <QtConcurrentRun>

namespace Holdfast {

namespace {

constexpr qint64 mostBytes = 16 * 1024;

/// The second line of a checkpoint; nothing where it is none.
std::optional<qint64> entriesIn(const QByteArray &note)
{
    bool isNumber = false;
    const qint64 entries = note.split('\n').value(1).toLongLong(&isNumber);
    return isNumber && entries > 0 ? std::optional(entries) : std::nullopt;
}

/// Pool thread.
Done write(const QByteArray &note, const QString &path)
{
    QFile beside(BesideFile::pathFor(path));
    const auto giveUp = [&beside](const QString &why) {
        BesideFile::remove(beside);
        return fail(FailureKind::StorageFull, KeptCheckpoint::tr("The checkpoint can't be written there: %1").arg(why));
    };
    if (!beside.open(QIODevice::WriteOnly | QIODevice::Truncate) || !BesideFile::write(beside, note))
        return giveUp(beside.errorString());
    if (const Done named = syncAndRename(beside, path); !named)
        return giveUp(named.error().detail);
    return {};
}

/// Pool thread.
Result<QByteArray> read(const QString &path)
{
    QFile file(path);
    if (!QFileInfo(path).isFile() || !file.open(QIODevice::ReadOnly))
        return fail(FailureKind::Malformed, KeptCheckpoint::tr("%1 can't be read.").arg(path));
    const QByteArray note = file.read(mostBytes + 1);
    if (note.size() > mostBytes || !entriesIn(note))
        return fail(FailureKind::Malformed,
                    KeptCheckpoint::tr("%1 is no checkpoint of an audit log.").arg(QFileInfo(path).fileName()));
    return note;
}

} // namespace

KeptCheckpoint::KeptCheckpoint(ApiClient &api, QObject *parent)
    : QObject(parent)
    , m_calls(api)
{
}

QFuture<Result<qint64>> KeptCheckpoint::save(const QString &path)
{
    auto promise = std::make_shared<QPromise<Result<qint64>>>();
    promise->start();
    const auto answer = [promise](const Result<qint64> &entries) {
        promise->addResult(entries);
        promise->finish();
    };
    whenFinished(m_calls.checkpoint(), this, [this, path, answer](const Result<QByteArray> &note) {
        if (!note)
            return answer(fail(note.error()));
        const std::optional<qint64> entries = entriesIn(*note);
        if (!entries)
            return answer(fail(FailureKind::Internal, tr("What the server gave is no checkpoint. Nothing was saved.")));
        whenFinished(
            QtConcurrent::run([note = *note, path] { return write(note, path); }), this,
            [entries, answer](const Done &done) { answer(done ? Result<qint64>(*entries) : fail(done.error())); });
    });
    return promise->future();
}

QFuture<Result<AuditReport>> KeptCheckpoint::compare(const QString &path)
{
    auto promise = std::make_shared<QPromise<Result<AuditReport>>>();
    promise->start();
    const auto answer = [promise](const Result<AuditReport> &report) {
        promise->addResult(report);
        promise->finish();
    };
    whenFinished(QtConcurrent::run([path] { return read(path); }), this,
                 [this, answer, promise](const Result<QByteArray> &note) {
                     if (!note)
                         return answer(fail(note.error()));
                     auto asked = m_calls.verify(*note);
                     auto *watcher = new QFutureWatcher<Result<AuditReport>>(this);
                     connect(watcher, &QFutureWatcherBase::canceled, this, [asked]() mutable { asked.cancel(); });
                     connect(watcher, &QFutureWatcherBase::finished, watcher, &QObject::deleteLater);
                     watcher->setFuture(promise->future());
                     whenFinished(asked, this, answer);
                 });
    return promise->future();
}

} // namespace Holdfast
