// SPDX-License-Identifier: GPL-3.0-or-later
#include "actions/SaveCopy.h"

#include "domain/WhenFinished.h"
#include "local/BesideFile.h"
#include "local/DurableFile.h"

#include <QFile>
#include <QtConcurrentRun>

#include <array>

namespace Holdfast {

namespace {

/// Pool thread.
Done copyTo(QIODevice &from, const QString &path, const std::atomic_bool &stopped)
{
    QFile beside(BesideFile::pathFor(path));
    if (!beside.open(QIODevice::WriteOnly | QIODevice::Truncate | QIODevice::Unbuffered))
        return fail(FailureKind::Unreachable,
                    SaveCopy::tr("The copy can't be written there: %1").arg(beside.errorString()));
    const auto giveUp = [&beside](FailureKind kind, const QString &sentence) -> Done {
        BesideFile::remove(beside);
        return fail(kind, sentence);
    };
    std::array<char, 64 * 1024> buffer;
    for (;;) {
        const qint64 got = from.read(buffer.data(), buffer.size());
        if (stopped)
            return giveUp(FailureKind::Cancelled, SaveCopy::tr("Stopped. No copy was saved."));
        if (got < 0)
            return giveUp(FailureKind::Corrupt, SaveCopy::tr("The recording can't be read to its end, so no copy was "
                                                             "saved. Try again; it will be fetched anew."));
        if (got == 0)
            break;
        if (!BesideFile::write(beside, {buffer.data(), got}))
            return giveUp(FailureKind::StorageFull,
                          SaveCopy::tr("The copy can't be written there: %1").arg(beside.errorString()));
    }
    if (const Done named = syncAndRename(beside, path); !named)
        return giveUp(named.error().kind,
                      SaveCopy::tr("The copy can't be written there: %1").arg(named.error().detail));
    return {};
}

} // namespace

SaveCopy::SaveCopy(Session &session, ApiClient &api, QObject *parent)
    : QObject(parent)
    , m_fetch(session, api)
{
    connect(&m_fetch, &FetchRecording::fetching, this, &SaveCopy::progress);
}

QFuture<Done> SaveCopy::save(const LocalRecording &recording, const QString &path)
{
    cancel();
    const auto stopped = m_stopped = std::make_shared<std::atomic_bool>(false);
    auto promise = std::make_shared<QPromise<Done>>();
    promise->start();
    const auto answer = [promise](const Done &done) {
        promise->addResult(done);
        promise->finish();
    };
    whenFinished(m_fetch.open(recording), this, [this, path, stopped, answer](const FetchRecording::Opened &file) {
        if (!file) {
            answer(fail(file.error()));
            return;
        }
        const auto copied = QtConcurrent::run([from = *file, path, stopped] { return copyTo(*from, path, *stopped); });
        whenFinished(copied, this, answer);
    });
    return promise->future();
}

void SaveCopy::cancel()
{
    if (m_stopped)
        *m_stopped = true;
    m_fetch.cancel();
}

} // namespace Holdfast
