// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/RecordingIntake.h"

#include "api/Log.h"
#include "contract/Json.h"
#include "crypto/Sha256.h"
#include "domain/Deed.h"
#include "media/MediaProbe.h"
#include "records/Leads.h"
#include "records/ResumableUploads.h"
#include "records/Uploads.h"
#include "records/WrappedRows.h"
#include "vault/RecordingPath.h"

namespace Holdfast {

namespace {

constexpr qint64 idempotencySeconds = 24 * 3600;

/// What makes two uploads the same: the file and every field.
QByteArray fingerprintOf(const UploadFields &fields, const QByteArray &sha256)
{
    Sha256 hash;
    hash.add(sha256);
    for (const QString &field :
         {QString::number(fields.leadId.value), QString::number(fields.callId.value_or(CallId{}).value),
          QString::number(fields.campaignId.value_or(CampaignId{}).value), fields.disposition, fields.notes,
          fields.callDate ? isoTime(*fields.callDate) : QString(), fields.fileName}) {
        const QByteArray bytes = field.toUtf8();
        hash.add(QByteArray::number(bytes.size()) + ':' + bytes);
    }
    if (const auto channel = channelNumber(fields.agentChannel)) // as before where it is not told
        hash.add("agentChannel:" + QByteArray::number(*channel));
    return hash.result();
}

} // namespace

RecordingIntake::RecordingIntake(DataFolder &data, const AccessLog &log, const RecordingLookup &recordings, Clock clock,
                                 std::function<void()> stored)
    : m_data(data)
    , m_log(log)
    , m_recordings(recordings)
    , m_clock(std::move(clock))
    , m_stored(std::move(stored))
{
}

Done RecordingIntake::openFile(Arrival &arrival)
{
    arrival.day = m_clock().date();
    do
        arrival.id = m_data.nextRecordingId();
    while (m_data.vault().isTaken(arrival.id, arrival.day));
    Result<std::unique_ptr<StagedFile>> file = m_data.vault().stage(arrival.id, arrival.day);
    if (!file)
        return fail(file.error());
    arrival.file = std::move(*file);
    return {};
}

Done RecordingIntake::chooseLead(Arrival &arrival, LeadId id) const
{
    const Result<Database *> database = m_data.connections().ofThisThread();
    if (!database)
        return fail(database.error());
    const Result<std::optional<Lead>> lead = Leads(**database).byId(id);
    if (!lead)
        return fail(lead.error());
    if (!*lead)
        return fail(FailureKind::NotFound, QStringLiteral("Lead not found. Nothing was stored."));
    const User &user = arrival.caller.user;
    const bool assigned = (*lead)->agents.contains(user.id);
    if (!may(user.role, assigned ? Deed::UploadForAssignedLead : Deed::UploadForAnyLead))
        return fail(FailureKind::Forbidden, QStringLiteral("User is not assigned to this lead. Nothing was stored."));
    arrival.campaignOfLead = (*lead)->campaignId;
    return {};
}

Result<RecordingIntake::Kept> RecordingIntake::keep(Arrival arrival)
{
    const Result<QByteArray> sha256 = arrival.file->finish();
    if (!sha256)
        return fail(sha256.error());
    const QByteArray fingerprint = fingerprintOf(arrival.fields, *sha256);
    const Result<std::optional<Recording>> before = keptBefore(arrival, fingerprint);
    if (!before)
        return fail(before.error());
    if (*before)
        return Kept{**before, false};
    const Result<Recording> recording = describe(arrival, *sha256);
    if (!recording)
        return fail(recording.error());
    return store(arrival, *recording, fingerprint).map([](const Recording &stored) { return Kept{stored, true}; });
}

Result<std::optional<Recording>> RecordingIntake::keptBefore(const Arrival &arrival,
                                                             const QByteArray &fingerprint) const
{
    if (arrival.idempotencyKey.isEmpty())
        return std::nullopt;
    const Result<Database *> database = m_data.connections().ofThisThread();
    if (!database)
        return fail(database.error());
    const Result<std::optional<Uploads::Kept>> kept =
        Uploads(**database)
            .keptFor(arrival.caller.user.id, arrival.idempotencyKey, m_clock().addSecs(-idempotencySeconds),
                     arrival.keyStays);
    if (!kept)
        return fail(kept.error());
    if (!*kept)
        return std::nullopt;
    if ((*kept)->fingerprint != fingerprint)
        return fail(FailureKind::IdempotencyMismatch,
                    QStringLiteral("This Idempotency-Key was used for another upload. Nothing was stored."));
    return m_recordings.stored((*kept)->recordingId).map([](const Recording &recording) {
        return std::optional(recording);
    });
}

Result<Recording> RecordingIntake::describe(const Arrival &arrival, const QByteArray &sha256) const
{
    const Result<std::unique_ptr<QIODevice>> plain = arrival.file->reader();
    if (!plain)
        return fail(plain.error());
    const Result<MediaFacts> facts = probeMedia(**plain);
    if (!facts)
        return fail(facts.error());

    Recording recording;
    recording.id = arrival.id;
    recording.callId = arrival.fields.callId.value_or(CallId{});
    recording.leadId = arrival.fields.leadId;
    recording.agentId = arrival.caller.user.id;
    recording.campaignId = arrival.fields.campaignId ? arrival.fields.campaignId : arrival.campaignOfLead;
    recording.fileSize = arrival.file->plainSize();
    recording.duration = facts->duration;
    recording.format = facts->format;
    recording.channels = facts->channels;
    recording.sampleRate = facts->sampleRate;
    recording.agentChannel = arrival.fields.agentChannel;
    recording.sha256 = sha256;
    recording.originalName = arrival.fields.fileName;
    recording.disposition = arrival.fields.disposition;
    recording.notes = arrival.fields.notes;
    recording.uploadedAt = m_clock();
    recording.createdAt = recording.uploadedAt;
    recording.callDate = arrival.fields.callDate.value_or(recording.uploadedAt);
    return recording;
}

/// The row of the intent comes first and the recording's row last: a server that is killed in between finds the intent
/// when it starts again, and removes the file.
Result<Recording> RecordingIntake::store(Arrival &arrival, Recording recording, const QByteArray &fingerprint)
{
    const Result<KeyRing::Wrapped> wrapped =
        m_data.keys().wrap(arrival.file->key(), wrapContextOfRecording(recording.id));
    if (!wrapped)
        return fail(wrapped.error());
    recording.encryptionKeyId = wrapped->keyId;
    recording.filePath = dayFolder(arrival.day) + u'/' + recordingFileName(recording.id, recording.format);
    if (const Done begun = writeNow([recording](Database &database) {
            return Uploads(database).begin(recording.id, recording.filePath, recording.uploadedAt);
        });
        !begun)
        return fail(begun.error());

    Done kept = commit(*arrival.file, recording);
    const bool isCommitted = kept.has_value(); // otherwise what lies in its place is somebody else's
    if (kept)
        kept = writeNow([recording, clock = m_clock, key = wrapped->bytes,
                         entry = m_log.entry(arrival.caller, QStringLiteral("upload")),
                         repeat = Uploads::Idempotency{arrival.idempotencyKey, fingerprint, arrival.keyStays},
                         resumable = arrival.resumableUpload](Database &database) mutable {
            // As late as can be: who asks for what came since a time must not have asked before it can be seen.
            recording.uploadedAt = recording.createdAt = clock();
            if (const auto stored = Uploads(database).finish(recording, key, entry, repeat); !stored)
                return Done(fail(stored.error()));
            return resumable.isEmpty() ? Done() : ResumableUploads(database).finish(resumable, recording.id);
        });
    if (kept) {
        m_stored();
        return m_recordings.stored(recording.id);
    }
    if (kept.error().kind == FailureKind::Conflict && !isCommitted) {
        forget(recording.id);
        return fail(FailureKind::Internal, kept.error().message, recording.filePath);
    }
    undo(recording);
    return fail(kept.error());
}

Done RecordingIntake::commit(StagedFile &file, const Recording &recording)
{
    const Result<QString> path = file.commit(recording.format);
    if (!path)
        return fail(path.error());
    if (*path != recording.filePath)
        return fail(FailureKind::Internal, QStringLiteral("The recording went to another place than was announced."));
    return {};
}

Done RecordingIntake::writeNow(std::function<Done(Database &)> write)
{
    return m_data.writes().submit<void>(std::move(write)).result();
}

/// The intent goes only after the file: as long as it stands, the next start looks for the file again. And the file
/// goes only once another commit has succeeded: one that failed at the disk is in SQLite's log all the same until it is
/// written over, and after a kill the recording would be there without its file.
void RecordingIntake::undo(const Recording &recording)
{
    const Done stands = writeNow([id = recording.id](Database &database) { return Uploads(database).renew(id); });
    if (!stands) {
        qCWarning(logApi).noquote() << "an upload that failed is looked at again at the next start:"
                                    << stands.error().message << stands.error().detail;
        return;
    }
    if (const Done removed = m_data.vault().remove(recording.filePath); !removed)
        qCWarning(logApi).noquote() << "an upload that failed is cleaned up at the next start:"
                                    << removed.error().message << removed.error().detail;
    else
        forget(recording.id);
}

void RecordingIntake::forget(RecordingId id)
{
    const Done done = writeNow([id](Database &database) { return Uploads(database).abandon(id); });
    if (!done)
        qCWarning(logApi).noquote() << "the trace of an upload that failed goes at the next start:"
                                    << done.error().message << done.error().detail;
}

} // namespace Holdfast
