// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/RecordingDeletion.h"

#include "access/Gate.h"
#include "api/FailureReply.h"
#include "api/Log.h"
#include "api/RecordingRequest.h"
#include "contract/Routes.h"
#include "domain/Deed.h"
#include "records/RecordingRemoval.h"
#include "records/Uploads.h"

namespace Holdfast {

RecordingDeletion::RecordingDeletion(DataFolder &data, AccessLog &log, const RecordingLookup &recordings,
                                     OpenRecordings &files, StorageQuota &quota)
    : m_data(data)
    , m_log(log)
    , m_recordings(recordings)
    , m_files(files)
    , m_quota(quota)
{
}

RecordingDeletion::~RecordingDeletion()
{
    m_pool.waitForDone();
}

void RecordingDeletion::addTo(Http::Router &router, const Http::Gate &gate)
{
    router.add("DELETE", Routes::recording, gate,
               [this](const Http::Request &request, const Http::Responder &responder) {
                   remove(request, responder, Http::Reply::empty(204));
                   return nullptr;
               });
}

void RecordingDeletion::remove(const Http::Request &request, const Http::Responder &responder, const Http::Reply &done)
{
    RecordingRequest asked(request, m_recordings, m_log, QStringLiteral("delete"));
    if (asked.recording && !may(Gate::callerOf(request).user.role, Deed::DeleteRecording))
        asked.recording =
            fail(FailureKind::Forbidden, QStringLiteral("User does not have permission to delete recordings"));
    if (!asked.recording)
        return asked.refuse(responder);
    asked.entry.detail.insert(QLatin1String("originalName"), asked.recording->originalName);
    asked.entry.detail.insert(QLatin1String("sha256"), QString::fromLatin1(asked.recording->sha256.toHex()));
    m_data.writes()
        .submit<Recording>(
            [entry = asked.entry](Database &database) { return RecordingRemoval(database).byHand(entry); })
        .then([this, responder, done, entry = asked.entry](const Result<Recording> &removed) {
            if (removed)
                return m_pool.start([this, responder, done, recording = *removed] {
                    removeFiles({recording});
                    responder.reply(done);
                });
            const Http::Reply reply = failureReply(removed.error());
            if (removed.error().kind != FailureKind::Forbidden)
                return responder.reply(reply);
            AuditEntry refused = entry;
            refused.outcome = AuditOutcome::Refused;
            m_log.thenReply(refused, responder, reply);
        });
}

/// Their keys are gone already: a file that can't be removed now is worth nothing to anyone, and goes at the next
/// start.
void RecordingDeletion::removeFiles(const QList<Recording> &deleted)
{
    QList<RecordingId> gone;
    for (const Recording &recording : deleted) {
        m_quota.giveBack(recording.fileSize);
        m_files.forget(recording.id);
        if (const Done removed = m_data.vault().remove(recording.filePath); removed)
            gone.append(recording.id);
        else
            qCWarning(logServer) << "a deleted recording's file stays until the next start:" << removed.error().message;
    }
    const Done ended = m_data.writes()
                           .submit<void>([gone](Database &database) -> Done {
                               for (const RecordingId id : gone)
                                   if (Done abandoned = Uploads(database).abandon(id); !abandoned)
                                       return abandoned;
                               return {};
                           })
                           .result();
    if (!ended)
        qCWarning(logServer) << "a deletion is finished at the next start:" << ended.error().message;
}

} // namespace Holdfast
