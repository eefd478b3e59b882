// SPDX-License-Identifier: GPL-3.0-or-later
#include "local/RecordingRows.h"

#include "contract/RecordingJson.h"
#include "sqlite/Query.h"

#include <QCoreApplication>
#include <QJsonDocument>

// The columns that every selection reads, in the order of fromRow().
#define RECORDING_COLUMNS                                                                                              \
    "SELECT r.upload_id, r.lead_id, r.name, r.original_path, r.file_size, r.sha256, r.format, r.duration, r.channels," \
    " r.sample_rate, r.codec, r.has_video, r.truncated, r.attached_at, r.notes, r.problem, r.remote, o.state, "        \
    "r.call_at, r.disposition, r.agent_channel "

namespace Holdfast::RecordingRows {

TransferState stateFromText(const QString &text)
{
    if (text == QLatin1String("waiting"))
        return TransferState::Waiting;
    if (text == QLatin1String("sending"))
        return TransferState::Sending;
    return text == QLatin1String("parked") ? TransferState::Parked : TransferState::Stored;
}

Result<std::optional<Recording>> remoteIn(const Query &query, int column)
{
    const Result<QString> document = query.sealedText(column);
    if (!document)
        return fail(document.error());
    if (document->isEmpty())
        return std::nullopt;
    auto remote = recordingFromJson(QJsonDocument::fromJson(document->toUtf8()).object());
    if (!remote)
        return fail(FailureKind::Corrupt,
                    QCoreApplication::translate(
                        "Holdfast::RecordingRows",
                        "What this computer knows of a recording can't be read. The server still has it."),
                    remote.error().message);
    return *remote;
}

namespace {

Result<LocalRecording> fromRow(const Query &query)
{
    LocalRecording recording;
    recording.uploadId = QUuid::fromString(query.text(0));
    recording.leadId = {query.number(1)};
    recording.name = query.text(2);
    recording.originalPath = query.text(3);
    recording.fileSize = query.number(4);
    recording.sha256 = query.bytes(5);
    recording.facts.format = formatFromName(query.text(6)).value_or(MediaFormat::Wav);
    if (!query.isNull(7))
        recording.facts.duration = std::chrono::milliseconds(query.number(7));
    recording.facts.channels = static_cast<int>(query.number(8));
    recording.facts.sampleRate = static_cast<int>(query.number(9));
    recording.facts.codec = query.text(10);
    recording.facts.hasVideo = query.number(11) != 0;
    recording.facts.truncated = query.number(12) != 0;
    recording.attachedAt = query.isNull(13) ? QDateTime() : query.time(13);
    recording.problem = query.text(15);
    recording.state = stateFromText(query.text(17));
    recording.callAt = query.time(18);
    Result<QString> notes = query.sealedText(14);
    Result<QString> disposition = query.sealedText(19);
    if (!notes || !disposition)
        return fail(notes ? disposition.error() : notes.error());
    recording.notes = *notes;
    recording.disposition = *disposition;
    auto remote = remoteIn(query, 16);
    if (!remote)
        return fail(remote.error());
    recording.remote = *remote;
    if (*remote)
        recording.agentChannel = (*remote)->agentChannel;
    else if (!query.isNull(20))
        recording.agentChannel = agentChannelFromNumber(query.number(20)).value_or(AgentChannel::Unknown);
    return recording;
}

Sealed documentOf(const Recording &remote)
{
    return Sealed(QString::fromUtf8(jsonText(remote)));
}

QDateTime callAt(const Recording &remote)
{
    return remote.callDate.isValid() ? remote.callDate : remote.uploadedAt;
}

std::optional<qint64> durationOf(const Recording &remote)
{
    if (!remote.duration)
        return std::nullopt;
    return remote.duration->count();
}

} // namespace

QString uploadIdText(QUuid uploadId)
{
    return uploadId.toString(QUuid::WithoutBraces);
}

QByteArray statement(Select what)
{
    switch (what) {
    case Select::OfLead:
        return RECORDING_COLUMNS "FROM recordings r LEFT JOIN outbox o ON o.upload_id = r.upload_id"
                                 " WHERE r.lead_id = ? ORDER BY o.sequence IS NULL, r.call_at DESC, r.number DESC";
    case Select::UnsentOfLead:
        return RECORDING_COLUMNS "FROM outbox o JOIN recordings r ON r.upload_id = o.upload_id"
                                 " WHERE r.lead_id = ? ORDER BY o.sequence";
    case Select::SentOfLead: // along the index, so that a page costs the same however many there are
        return RECORDING_COLUMNS "FROM recordings r LEFT JOIN outbox o ON o.upload_id = r.upload_id"
                                 " WHERE r.lead_id = ? AND o.sequence IS NULL ORDER BY r.call_at DESC, r.number DESC"
                                 " LIMIT ? OFFSET ?";
    case Select::Outbox:
        return RECORDING_COLUMNS "FROM outbox o JOIN recordings r ON r.upload_id = o.upload_id"
                                 " WHERE o.state <> 'parked' ORDER BY o.sequence";
    case Select::Parked:
        return RECORDING_COLUMNS "FROM outbox o JOIN recordings r ON r.upload_id = o.upload_id"
                                 " WHERE o.state = 'parked' ORDER BY o.sequence";
    case Select::ByUploadId:
        return RECORDING_COLUMNS "FROM recordings r LEFT JOIN outbox o ON o.upload_id = r.upload_id"
                                 " WHERE r.upload_id = ?";
    case Select::ByRecordingId:
        return RECORDING_COLUMNS "FROM recordings r LEFT JOIN outbox o ON o.upload_id = r.upload_id"
                                 " WHERE r.recording_id = ?";
    }
    Q_UNREACHABLE();
}

Result<QList<LocalRecording>> read(Query &query)
{
    QList<LocalRecording> recordings;
    auto more = query.step();
    for (; more && *more; more = query.step()) {
        auto recording = fromRow(query);
        if (!recording)
            return fail(recording.error());
        recordings.append(*recording);
    }
    if (!more)
        return fail(more.error());
    return recordings;
}

Done insertWaiting(Database &database, const LocalRecording &recording)
{
    const MediaFacts &facts = recording.facts;
    std::optional<qint64> duration;
    if (facts.duration)
        duration = facts.duration->count();
    Query insert(
        database,
        "INSERT INTO recordings (upload_id, lead_id, name, original_path, file_size, sha256, format, duration,"
        " channels, sample_rate, codec, has_video, truncated, attached_at, call_at, notes, disposition, agent_channel,"
        " problem) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, '')");
    insert.bind(uploadIdText(recording.uploadId), recording.leadId, recording.name, recording.originalPath,
                recording.fileSize, recording.sha256, formatName(facts.format), duration, facts.channels,
                facts.sampleRate, facts.codec, facts.hasVideo, facts.truncated, recording.attachedAt,
                recording.callAt.isValid() ? recording.callAt : recording.attachedAt, Sealed(recording.notes),
                Sealed(recording.disposition), channelNumber(recording.agentChannel));
    const Done inserted = insert.run();
    return inserted ? meetDisposition(database, recording.disposition) : inserted;
}

Done meetDisposition(Database &database, const QString &disposition)
{
    if (disposition.isEmpty())
        return {};
    return Query(database, "INSERT OR IGNORE INTO dispositions (text) VALUES (?)").bind(disposition).run();
}

Done setRemote(Database &database, const Recording &remote)
{
    return Query(database, "UPDATE recordings SET remote = ? WHERE recording_id = ?")
        .bind(documentOf(remote), remote.id)
        .run();
}

Done appendToOutbox(Database &database, QUuid uploadId)
{
    return Query(database, "INSERT INTO outbox (upload_id, state) VALUES (?, 'waiting')")
        .bind(uploadIdText(uploadId))
        .run();
}

Done putRemote(Database &database, const Recording &remote)
{
    Query put(database,
              "INSERT INTO recordings (recording_id, lead_id, name, original_path, file_size, sha256, format, duration,"
              " channels, sample_rate, codec, has_video, truncated, call_at, notes, problem, remote)"
              " VALUES (?, ?, ?, '', ?, ?, ?, ?, ?, ?, '', 0, 0, ?, ?, '', ?)"
              " ON CONFLICT (recording_id) DO UPDATE SET lead_id = excluded.lead_id, name = excluded.name,"
              " file_size = excluded.file_size, sha256 = excluded.sha256, format = excluded.format,"
              " duration = excluded.duration, channels = excluded.channels, sample_rate = excluded.sample_rate,"
              " call_at = excluded.call_at, notes = excluded.notes, remote = excluded.remote");
    put.bind(remote.id, remote.leadId, remote.originalName, remote.fileSize, remote.sha256, formatName(remote.format),
             durationOf(remote), remote.channels, remote.sampleRate, callAt(remote), Sealed(remote.notes),
             documentOf(remote));
    const Done kept = put.run();
    return kept ? meetDisposition(database, remote.disposition) : kept;
}

Done giveRemote(Database &database, QUuid uploadId, const Recording &remote)
{
    const QString id = uploadIdText(uploadId);
    Done done = Query(database, "DELETE FROM recordings WHERE recording_id = ? AND upload_id IS NOT ?")
                    .bind(remote.id, id)
                    .run();
    if (!done)
        return done;
    return Query(database, "UPDATE recordings SET recording_id = ?, duration = ?, call_at = ?, problem = '', remote = ?"
                           " WHERE upload_id = ?")
        .bind(remote.id, durationOf(remote), callAt(remote), documentOf(remote), id)
        .run();
}

} // namespace Holdfast::RecordingRows
