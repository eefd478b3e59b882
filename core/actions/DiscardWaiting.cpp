// SPDX-License-Identifier: GPL-3.0-or-later
#include "actions/DiscardWaiting.h"

#include "actions/InspectFile.h"
#include "domain/WhenFinished.h"

#include <QFile>
#include <QPromise>
#include <QtConcurrentRun>

namespace Holdfast {

namespace {

/// Pool thread.
bool isOriginalThere(const LocalRecording &recording)
{
    QFile original(recording.originalPath);
    return !recording.originalPath.isEmpty() && original.size() == recording.fileSize &&
           original.open(QIODevice::ReadOnly) && sha256Of(original) == recording.sha256;
}

} // namespace

DiscardWaiting::DiscardWaiting(Session &session, QObject *parent)
    : QObject(parent)
    , m_session(session)
{
}

QFuture<Done> DiscardWaiting::discard(const LocalRecording &recording, bool evenTheOnlyCopy)
{
    auto promise = std::make_shared<QPromise<Done>>();
    promise->start();
    const auto answer = [promise](const Done &done) {
        promise->addResult(done);
        promise->finish();
    };
    const auto copy = m_session.store->earlierCopy(recording.leadId, recording.sha256);
    if (!copy) {
        answer(fail(copy.error()));
        return promise->future();
    }
    const bool isAtLead = *copy && (*copy)->isStored();
    if (evenTheOnlyCopy || isAtLead) {
        answer(m_session.sync->cancel(recording.uploadId));
        return promise->future();
    }
    whenFinished(QtConcurrent::run(isOriginalThere, recording), this, [this, recording, answer](bool isThere) {
        if (isThere)
            return answer(m_session.sync->cancel(recording.uploadId));
        answer(fail(FailureKind::Conflict,
                    tr("This is the only copy: its lead does not have it, and the file that it was made from is gone "
                       "or was changed. It was kept.")));
    });
    return promise->future();
}

} // namespace Holdfast
