// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/CancelledUploads.h"

#include "domain/WhenFinished.h"
#include "sync/AfterFailure.h"

#include <QLoggingCategory>

namespace Holdfast {

namespace {

Q_LOGGING_CATEGORY(cancelLog, "holdfast.sync", QtWarningMsg)

constexpr std::chrono::seconds pause{5}; ///< after a failure that may pass

} // namespace

CancelledUploads::CancelledUploads(ApiClient &api, LocalStore &store, QObject *parent)
    : QObject(parent)
    , m_api(api)
    , m_store(store)
{
    m_wake.setSingleShot(true);
    connect(&m_wake, &QTimer::timeout, this, &CancelledUploads::tell);
}

void CancelledUploads::start()
{
    m_running = true;
    tell();
}

void CancelledUploads::stop()
{
    m_running = false;
    m_wake.stop();
}

void CancelledUploads::tell()
{
    if (!m_running || m_busy || m_wake.isActive() || !m_api.hasToken() || !m_api.isReachable())
        return;
    const auto next = m_store.begunUploads().nextCancelled();
    if (!next) {
        qCWarning(cancelLog) << "the local store:" << next.error().message << next.error().detail;
        return;
    }
    if (!*next)
        return;
    m_busy = true;
    whenFinished(m_api.endUpload((*next)->path), this,
                 [this, upload = **next](const Result<std::optional<RecordingId>> &ended) { answered(upload, ended); });
}

void CancelledUploads::answered(const BegunUploads::Cancelled &upload, const Result<std::optional<RecordingId>> &ended)
{
    m_busy = false;
    if (ended && *ended)
        return cameTooLate(upload.uploadId, **ended);
    if (ended || ended.error().kind == FailureKind::NotFound)
        return done(upload.uploadId);
    switch (afterFailure(ended.error().kind)) {
    case AfterFailure::TryLater:
        if (m_running)
            m_wake.start(ended.error().retryAfter.value_or(pause));
        break;
    case AfterFailure::AwaitSignIn:
        break;
    case AfterFailure::Park: // the server lets it expire in a day
        qCWarning(cancelLog) << "a cancelled upload is not ended:" << ended.error().message << ended.error().detail;
        done(upload.uploadId);
        break;
    }
}

/// The last byte was on its way when the person cancelled.
void CancelledUploads::cameTooLate(QUuid uploadId, RecordingId recording)
{
    m_busy = true;
    whenFinished(m_api.recording(recording), this, [this, uploadId](const Result<Recording> &stored) {
        m_busy = false;
        if (!stored && stored.error().kind == FailureKind::NotFound)
            return done(uploadId); // it was deleted there since
        Q_EMIT problem(tr("A recording that you cancelled was on the server already. It stays there; ask a supervisor "
                          "to delete it if it must go."));
        if (const Done kept = stored ? m_store.putRemote(*stored) : Done(); !kept)
            qCWarning(cancelLog) << "the local store:" << kept.error().message << kept.error().detail;
        done(uploadId);
    });
}

void CancelledUploads::done(QUuid uploadId)
{
    if (const Done forgotten = m_store.begunUploads().forget(uploadId); !forgotten) {
        qCWarning(cancelLog) << "the local store:" << forgotten.error().message << forgotten.error().detail;
        if (m_running)
            m_wake.start(pause);
        return;
    }
    tell();
}

} // namespace Holdfast
