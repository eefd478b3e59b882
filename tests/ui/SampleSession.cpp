// SPDX-License-Identifier: GPL-3.0-or-later
#include "SampleSession.h"

#include <QBuffer>
#include <QCryptographicHash>
#include <QDataStream>
#include <QFile>

#include <cmath>
#include <numbers>

namespace Holdfast {

SampleSession::SampleSession()
{
    m_session.user = {{1}, QStringLiteral("anna"), QStringLiteral("Anna Agent"), Role::Agent};
    m_session.store = LocalStore::open(m_folder.filePath(QStringLiteral("local.sqlite")), SecretKey::random()).value();
    m_session.cache = SealedCache::open(m_folder.filePath(QStringLiteral("cache")), SecretKey::random()).value();
    m_session.sync = std::make_unique<SyncLoop>(m_api, *m_session.store, m_session.cache,
                                                OutboxPush(QDateTime::currentDateTimeUtc, [] { return 0.5; }));
    m_session.upkeep = std::make_unique<CacheUpkeep>(m_session.cache, *m_session.store, *m_session.sync, CacheRules());
}

QString SampleSession::makeWav(const QString &name, int seconds) const
{
    constexpr quint32 rate = 8000;
    const quint32 samples = rate * static_cast<quint32>(seconds);
    QByteArray bytes;
    QDataStream out(&bytes, QIODevice::WriteOnly);
    out.setByteOrder(QDataStream::LittleEndian);
    out.writeRawData("RIFF", 4);
    out << (36 + samples * 2);
    out.writeRawData("WAVEfmt ", 8);
    out << quint32(16) << quint16(1) << quint16(1) << rate << rate * 2 << quint16(2) << quint16(16);
    out.writeRawData("data", 4);
    out << samples * 2;
    for (quint32 i = 0; i < samples; ++i)
        out << static_cast<qint16>(2000 * std::sin(2 * std::numbers::pi * 440 * i / rate));
    QFile file(m_folder.filePath(name));
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        qFatal("could not write %s", qPrintable(file.fileName()));
    return file.fileName();
}

LocalRecording SampleSession::sealed(LocalRecording recording) const
{
    QByteArray bytes(recording.fileSize, 'x');
    QBuffer source(&bytes);
    if (!source.open(QIODevice::ReadOnly) ||
        !m_session.cache->put(recording.uploadId.toString(QUuid::WithoutBraces), source))
        qFatal("nothing can be sealed");
    recording.sha256 = QCryptographicHash::hash(bytes, QCryptographicHash::Sha256);
    return recording;
}

QString SampleSession::makeText(const QString &name) const
{
    QFile file(m_folder.filePath(name));
    if (!file.open(QIODevice::WriteOnly) || file.write("Not a recording at all.\n") < 0)
        qFatal("could not write %s", qPrintable(file.fileName()));
    return file.fileName();
}

Lead sampleLead(qint64 id, const QString &name, const QString &phone)
{
    Lead lead;
    lead.id = {id};
    lead.name = name;
    lead.phone = phone;
    lead.campaignId = CampaignId{1};
    lead.campaignName = QStringLiteral("Q1 Sales");
    lead.agents = {{1}};
    return lead;
}

LocalRecording waitingRecording(LeadId lead, const QString &note)
{
    LocalRecording recording;
    recording.uploadId = QUuid::createUuid();
    recording.leadId = lead;
    recording.name = QStringLiteral("call.wav");
    recording.originalPath = QStringLiteral("/calls/call.wav");
    recording.fileSize = 1000;
    recording.facts.duration = std::chrono::seconds(187);
    recording.facts.channels = 1;
    recording.sha256 = QCryptographicHash::hash(recording.uploadId.toByteArray(), QCryptographicHash::Sha256);
    recording.attachedAt = recording.callAt = QDateTime(QDate(2026, 11, 20), QTime(14, 32), Qt::UTC);
    recording.notes = note;
    return recording;
}

LocalRecording keptRecording(RecordingId id, LeadId lead, const QDateTime &callDate)
{
    LocalRecording recording = waitingRecording(lead);
    recording.attachedAt = recording.callAt = callDate;
    recording.remote = storedFrom(recording, id);
    return recording;
}

Recording storedFrom(const LocalRecording &waiting, RecordingId id)
{
    Recording recording;
    recording.id = id;
    recording.callId = {id.value};
    recording.leadId = waiting.leadId;
    recording.agentId = {1};
    recording.agentName = QStringLiteral("Anna Agent");
    recording.fileSize = waiting.fileSize;
    recording.duration = waiting.facts.duration;
    recording.channels = 1;
    recording.sha256 = waiting.sha256;
    recording.originalName = waiting.name;
    recording.notes = waiting.notes;
    recording.callDate = waiting.attachedAt;
    recording.uploadedAt = waiting.attachedAt;
    recording.createdAt = waiting.attachedAt;
    recording.retentionUntil = waiting.attachedAt.addDays(90);
    recording.retentionReason.appliesTo = QStringLiteral("ALL");
    recording.retentionReason.days = 90;
    return recording;
}

} // namespace Holdfast
