// SPDX-License-Identifier: GPL-3.0-or-later
#include "records/Recordings.h"

#include "records/CallAnalyses.h"
#include "records/ChangedOne.h"
#include "records/SqlClause.h"
#include "records/WrappingKeys.h"

namespace Holdfast {

namespace {

// LEFT JOIN keeps the recordings outermost, so that an index of theirs gives the order and a page costs a page; and it
// hides none whose lead or agent somebody took out of the database.
const QByteArray recordingColumns =
    "SELECT r.id, r.call_id, r.lead_id, r.agent_id, r.campaign_id, r.disposition, r.file_path, r.file_size,"
    " r.duration_ms, r.format, r.channels, r.sample_rate, r.sha256, r.original_name, r.encryption_key_id, r.notes,"
    " r.call_date, r.uploaded_at, r.compliance_hold, r.revision, r.created_at, coalesce(a.full_name, ''), "
    "coalesce(l.name, ''),"
    " coalesce(c.name, ''), r.annotation_count, r.analysis_state, r.talk_0_ms, r.talk_1_ms, r.silence_ms,"
    " r.overlap_ms, r.longest_silence_ms, r.longest_silence_start_ms, r.loudness_0, r.loudness_1, r.clipped_ms,"
    " r.dead_channel, r.agent_channel, r.hold_released_at";
constexpr int columnsOfRecording = 38;
const QByteArray joinedTables = " LEFT JOIN users a ON a.id = r.agent_id LEFT JOIN leads l ON l.id = r.lead_id"
                                " LEFT JOIN campaigns c ON c.id = r.campaign_id";
const QByteArray recordingTables = " FROM recordings r" + joinedTables;

std::optional<CallAnalysis> analysisOf(const Query &query)
{
    if (query.number(25) != 1)
        return std::nullopt;
    const auto time = [&query](int column) { return std::chrono::milliseconds(query.number(column)); };
    CallAnalysis analysis;
    for (const int channel : {0, 1}) {
        if (query.isNull(26 + channel))
            continue;
        analysis.talk.append(time(26 + channel));
        const int loudness = 32 + channel;
        analysis.loudness.append(
            query.isNull(loudness) ? std::nullopt : std::optional(static_cast<double>(query.number(loudness)) / 100));
    }
    analysis.silence = time(28);
    analysis.overlap = time(29);
    analysis.longestSilence = time(30);
    analysis.longestSilenceStart = time(31);
    analysis.clipped = time(34);
    if (!query.isNull(35))
        analysis.deadChannels = {static_cast<int>(query.number(35))};
    return analysis;
}

Recording recordingOf(const Query &query)
{
    Recording recording;
    recording.id = {query.number(0)};
    recording.callId = {query.number(1)};
    recording.leadId = {query.number(2)};
    recording.agentId = {query.number(3)};
    if (!query.isNull(4))
        recording.campaignId = CampaignId{query.number(4)};
    recording.disposition = query.text(5);
    recording.filePath = query.text(6);
    recording.fileSize = query.number(7);
    if (!query.isNull(8))
        recording.duration = std::chrono::milliseconds(query.number(8));
    recording.format = formatFromName(query.text(9)).value_or(MediaFormat::Wav);
    recording.channels = static_cast<int>(query.number(10));
    recording.sampleRate = static_cast<int>(query.number(11));
    recording.sha256 = query.bytes(12);
    recording.originalName = query.text(13);
    recording.encryptionKeyId = query.text(14);
    recording.notes = query.text(15);
    recording.callDate = query.time(16);
    recording.uploadedAt = query.time(17);
    recording.complianceHold = query.number(18) != 0;
    recording.revision = query.number(19);
    recording.createdAt = query.time(20);
    recording.agentName = query.text(21);
    recording.leadName = query.text(22);
    recording.campaignName = query.text(23);
    recording.annotationCount = static_cast<int>(query.number(24));
    recording.analysis = analysisOf(query);
    if (!query.isNull(36))
        recording.agentChannel = agentChannelFromNumber(query.number(36)).value_or(AgentChannel::Unknown);
    if (!query.isNull(37))
        recording.holdReleasedAt = query.time(37);
    return recording;
}

} // namespace

// SQLite keeps the order of an outermost FROM that is sorted and limited; sorting once more would read all of a page
// before the first of it.
Result<QList<Recording>> Recordings::inTheOrderOf(const SqlClause &ids)
{
    QList<Recording> recordings;
    Query query(m_database,
                recordingColumns + " FROM (" + ids.sql + ") p CROSS JOIN recordings r ON r.id = p.id" + joinedTables);
    ids.bindTo(query);
    if (Done done = query.each([&] { recordings.append(recordingOf(query)); }); !done)
        return fail(done.error());
    return recordings;
}

Result<std::optional<Recording>> Recordings::byId(RecordingId id)
{
    std::optional<Recording> recording;
    Query query(m_database, recordingColumns + recordingTables + " WHERE r.id = ?");
    query.bind(id);
    if (Done done = query.each([&] { recording = recordingOf(query); }); !done)
        return fail(done.error());
    return recording;
}

Result<Recordings::WrappedKey> Recordings::wrappedKey(RecordingId id)
{
    Query query(m_database, "SELECT r.encryption_key_id, k.wrapped_key FROM recording_keys k"
                            " CROSS JOIN recordings r ON r.id = k.recording_id WHERE k.recording_id = ?");
    query.bind(id);
    const Result<bool> row = query.step();
    if (!row)
        return fail(row.error());
    if (!*row)
        return fail(FailureKind::NotFound, QStringLiteral("Recording not found: its file is missing"));
    return WrappedKey{id, query.text(0), query.bytes(1)};
}

Result<std::optional<Recordings::WrappedKey>> Recordings::newestKey()
{
    std::optional<WrappedKey> key;
    Query query(m_database, "SELECT k.recording_id, r.encryption_key_id, k.wrapped_key FROM recording_keys k"
                            " CROSS JOIN recordings r ON r.id = k.recording_id ORDER BY k.recording_id DESC LIMIT 1");
    if (Done done = query.each([&] { key = WrappedKey{{query.number(0)}, query.text(1), query.bytes(2)}; }); !done)
        return fail(done.error());
    return key;
}

Result<bool> Recordings::hasFile(const QString &filePath)
{
    Query query(m_database, "SELECT 1 FROM recordings WHERE file_path = ?");
    return query.bind(filePath).step();
}

Result<qint64> Recordings::totalBytes()
{
    qint64 bytes = 0;
    Query query(m_database, "SELECT bytes FROM storage_totals");
    if (Done done = query.each([&] { bytes = query.number(0); }); !done)
        return fail(done.error());
    return bytes;
}

Result<RecordingId> Recordings::highestId()
{
    RecordingId highest;
    Query query(m_database, "SELECT max(coalesce((SELECT seq FROM sqlite_sequence WHERE name = 'recordings'), 0),"
                            " coalesce((SELECT max(recording_id) FROM uploads), 0))");
    if (Done done = query.each([&] { highest = {query.number(0)}; }); !done)
        return fail(done.error());
    return highest;
}

Done Recordings::forEach(const std::function<bool(const Recording &, const QByteArray &wrappedKey)> &work)
{
    Query query(m_database, recordingColumns + ", coalesce(k.wrapped_key, x'')" + recordingTables +
                                " LEFT JOIN recording_keys k ON k.recording_id = r.id ORDER BY r.id");
    for (;;) {
        const Result<bool> row = query.step();
        if (!row)
            return fail(row.error());
        if (!*row || !work(recordingOf(query), query.bytes(columnsOfRecording)))
            return {};
    }
}

Done Recordings::add(const Recording &recording, const QByteArray &wrappedKey)
{
    if (Done inUse = WrappingKeys(m_database).checkInUse(recording.encryptionKeyId); !inUse)
        return inUse;
    if (Done done = insert(recording); !done)
        return done;
    Query key(m_database, "INSERT INTO recording_keys (recording_id, wrapped_key) VALUES (?, ?)");
    return key.bind(recording.id, wrappedKey).run();
}

Done Recordings::addWithoutFile(const Recording &recording)
{
    if (Done done = insert(recording); !done)
        return done;
    return CallAnalyses(m_database).giveUp(recording.id); // there is nothing to hear
}

Done Recordings::insert(const Recording &recording)
{
    Query query(
        m_database,
        "INSERT INTO recordings (id, call_id, lead_id, agent_id, campaign_id, disposition, file_path, file_size,"
        " duration_ms, format, channels, sample_rate, sha256, original_name, encryption_key_id, notes, call_date,"
        " uploaded_at, compliance_hold, revision, created_at, agent_channel)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
    query.bind(recording.id, recording.callId, recording.leadId, recording.agentId, recording.campaignId,
               recording.disposition, recording.filePath, recording.fileSize, recording.duration,
               formatName(recording.format), recording.channels, recording.sampleRate, recording.sha256,
               recording.originalName, recording.encryptionKeyId, recording.notes, recording.callDate,
               recording.uploadedAt, recording.complianceHold, recording.revision, recording.createdAt,
               channelNumber(recording.agentChannel));
    return query.run();
}

Done Recordings::remove(RecordingId id)
{
    Query query(m_database, "DELETE FROM recordings WHERE id = ?");
    return changedOne(query.bind(id), QStringLiteral("Recording not found"));
}

Recording withRetention(Recording recording, const RetentionRules &rules)
{
    const RetentionVerdict verdict = retentionVerdict(recording, {}, rules, recording.uploadedAt);
    recording.retentionUntil = verdict.until;
    recording.retentionReason = verdict.reason;
    return recording;
}

} // namespace Holdfast
