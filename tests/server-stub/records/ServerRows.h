// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Matter.h"
#include "records/Audit.h"
#include "records/Campaigns.h"
#include "records/Holds.h"
#include "records/Leads.h"
#include "records/Recordings.h"
#include "records/Users.h"
#include "sqlite/Migration.h"
#include "support/OpenDatabase.h"

namespace Holdfast::Testing {

inline QDateTime someTime(qint64 hours = 0)
{
    return QDateTime::fromMSecsSinceEpoch(1'750'000'000'000 + hours * 3'600'000, Qt::UTC);
}

/// Releases a hold as the server does: after its entry in the audit log.
inline Done releaseHold(Database &database, HoldId hold, UserId by, const QDateTime &at, const QString &reason = {})
{
    if (const Result<Hold> after = Holds(database).asReleased(hold, by, at, reason); !after)
        return fail(after.error());
    AuditEntry entry;
    entry.at = at;
    entry.userId = by;
    entry.action = QStringLiteral("hold-release");
    entry.detail.insert(QLatin1String("holdId"), hold.value);
    return Audit(database).append(entry).and_then([&] { return Holds(database).release(hold, by, at, reason); });
}

/// Holds a recording for the default matter, or lets it go.
inline Done setHeld(Database &database, RecordingId recording, bool isHeld, UserId by)
{
    Holds holds(database);
    if (isHeld) {
        Hold hold;
        hold.matterId = defaultMatter;
        hold.recordingId = recording;
        hold.reason = QStringLiteral("because");
        hold.placedBy = by;
        hold.placedAt = someTime();
        return holds.placeOnRecording(hold).map([](HoldId) {});
    }
    const auto standing = holds.standing(recording, defaultMatter);
    if (!standing || !*standing)
        return fail(FailureKind::NotFound, QStringLiteral("no hold"));
    return releaseHold(database, (*standing)->id, by, someTime(1), QStringLiteral("over"));
}

/// A server's database in a folder of its own, with two agents, two campaigns and two leads.
class ServerRows
{
public:
    ServerRows()
    {
        reopen();
        if (!migrate(*m_database, QStringLiteral(":/schema/server")))
            throw std::runtime_error("no schema");
        Users users(*m_database);
        one =
            users.add({{}, QStringLiteral("alice"), QStringLiteral("Alice A"), Role::Agent}, "h1", someTime()).value();
        two = users.add({{}, QStringLiteral("bob"), QStringLiteral("Bob B"), Role::Agent}, "h2", someTime()).value();
        spring = Campaigns(*m_database).add(QStringLiteral("Spring")).value();
        autumn = Campaigns(*m_database).add(QStringLiteral("Autumn")).value();
        zoe = addLead(QStringLiteral("Zoe Ant"), QStringLiteral("+1 555 0100"), spring, {one});
        adam = addLead(QStringLiteral("Adam 50%"), QStringLiteral("+49 30 900"), std::nullopt, {one, two});
    }

    Database &database() { return *m_database; }
    QString path() const { return m_folder.filePath(QStringLiteral("server.db")); }
    void reopen()
    {
        m_database.reset();
        m_database = openDatabase(path());
    }

    LeadId addLead(const QString &name, const QString &phone, std::optional<CampaignId> campaign, QList<UserId> agents)
    {
        Lead lead;
        lead.name = name;
        lead.phone = phone;
        lead.campaignId = campaign;
        lead.agents = std::move(agents);
        lead.createdAt = lead.updatedAt = someTime();
        return Leads(*m_database).add(lead).value();
    }
    /// A call, as recordings refer to.
    CallId addCall(LeadId lead, UserId agent)
    {
        Query query(*m_database, "INSERT INTO calls (lead_id, agent_id, disposition, started_at) VALUES (?, ?, '', ?)");
        if (!query.bind(lead, agent, someTime()).run())
            throw std::runtime_error("no call");
        return {query.insertedId()};
    }
    /// A recording as the vault would hand it over, with names as the database joins them.
    Recording recording(qint64 id) const
    {
        Recording recording;
        recording.id = {id};
        recording.leadId = zoe;
        recording.agentId = one;
        recording.campaignId = spring;
        recording.filePath = QStringLiteral("2025/06/%1.cobblestone").arg(id);
        recording.fileSize = 1000 + id;
        recording.duration = std::chrono::milliseconds(187'250);
        recording.format = MediaFormat::Mp3;
        recording.channels = 2;
        recording.sampleRate = 44'100;
        recording.agentChannel = AgentChannel::Right;
        recording.sha256 = QByteArray(32, char('a' + id % 26));
        recording.originalName = QStringLiteral("call %1.mp3").arg(id);
        recording.encryptionKeyId = QStringLiteral("key-1");
        recording.agentName = QStringLiteral("Alice A");
        recording.leadName = QStringLiteral("Zoe Ant");
        recording.campaignName = QStringLiteral("Spring");
        recording.disposition = QStringLiteral("SALE");
        recording.notes = QStringLiteral("wants a \"call back\"");
        recording.callDate = someTime(-2);
        recording.uploadedAt = recording.createdAt = someTime();
        return recording;
    }

    UserId one;
    UserId two;
    CampaignId spring;
    CampaignId autumn;
    LeadId zoe;  ///< alice's, in Spring
    LeadId adam; ///< of both, in no campaign

private:
    QTemporaryDir m_folder;
    std::unique_ptr<Database> m_database;
};

} // namespace Holdfast::Testing
