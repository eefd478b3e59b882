// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/ImportRecordings.h"

#include "api/WholeNumber.h"
#include "contract/CsvReader.h"
#include "crypto/PasswordHash.h"
#include "crypto/Random.h"
#include "domain/Credentials.h"
#include "records/Audit.h"
#include "records/Campaigns.h"
#include "records/Changes.h"
#include "records/Leads.h"
#include "records/Recordings.h"
#include "records/Users.h"
#include "server/ImportColumns.h"
#include "sqlite/Query.h"
#include "vault/RecordingPath.h"

#include <QFile>
#include <QFileInfo>

namespace Holdfast {

namespace {

constexpr qsizetype mostProblems = 20;
constexpr qint64 progressStep = 10'000;

tl::unexpected<Failure> wrong(const QString &why)
{
    return fail(FailureKind::Malformed, why);
}

/// Whom and what the lines name, found once for each name; made where that is asked for.
class Directory
{
public:
    Directory(Database &database, Missing missing, QDateTime now)
        : m_database(database)
        , m_missing(missing)
        , m_now(std::move(now))
    {
    }

    Result<UserId> user(const QString &name)
    {
        return known(m_users, name, [&]() -> Result<UserId> {
            Users users(m_database);
            const auto id = wholeNumber(name);
            const Result<std::optional<Account>> found = id ? users.byId(UserId{*id}) : users.byName(name);
            if (!found)
                return fail(found.error());
            if (*found)
                return (*found)->user.id;
            if (id || m_missing == Missing::Refused)
                return wrong(QStringLiteral("there is no user %1").arg(name));
            return makeUser(name);
        });
    }

    Result<CampaignId> campaign(const QString &name)
    {
        return known(m_campaigns, name, [&]() -> Result<CampaignId> {
            const auto id = wholeNumber(name);
            const auto found = oneOf<CampaignId>(
                id ? "SELECT id FROM campaigns WHERE id = ?" : "SELECT id FROM campaigns WHERE name = ?", id, name);
            if (!found || !found->isEmpty())
                return found.map([](const QList<CampaignId> &ids) { return ids.first(); });
            if (id || m_missing == Missing::Refused)
                return wrong(QStringLiteral("there is no campaign %1").arg(name));
            ++m_made.campaigns;
            return Campaigns(m_database).add(name);
        });
    }

    Result<LeadId> lead(const ImportedRecording &recording, UserId agent, std::optional<CampaignId> campaign)
    {
        return known(m_leads, recording.lead + u'\n' + recording.phone, [&]() -> Result<LeadId> {
            const auto id = wholeNumber(recording.lead);
            const auto found = oneOf<LeadId>(id ? "SELECT id FROM leads WHERE id = ? AND ? IN ('', phone) LIMIT 2"
                                                : "SELECT id FROM leads WHERE name = ? AND ? IN ('', phone) LIMIT 2",
                                             id, recording.lead, recording.phone);
            if (!found)
                return fail(found.error());
            if (found->size() > 1)
                return wrong(QStringLiteral("there are several leads named %1: give a phone number or an id")
                                 .arg(recording.lead));
            if (!found->isEmpty())
                return found->first();
            if (id || m_missing == Missing::Refused)
                return wrong(QStringLiteral("there is no lead %1 %2").arg(recording.lead, recording.phone).trimmed());
            ++m_made.leads;
            Lead lead;
            lead.name = recording.lead;
            lead.phone = recording.phone;
            lead.campaignId = campaign;
            lead.agents = {agent};
            lead.createdAt = lead.updatedAt = m_now;
            return Leads(m_database).add(lead);
        });
    }

    const ImportReport &made() const { return m_made; }

private:
    template <class Id, class Find> Result<Id> known(QHash<QString, Id> &ids, const QString &name, const Find &find)
    {
        if (const auto id = ids.constFind(name); id != ids.constEnd())
            return *id;
        const Result<Id> id = find();
        if (id)
            ids.insert(name, *id);
        return id;
    }

    template <class Id, class... More>
    Result<QList<Id>> oneOf(const QByteArray &sql, std::optional<qint64> id, const QString &name, const More &...more)
    {
        QList<Id> ids;
        Query query(m_database, sql);
        if (id)
            query.bind(*id, more...);
        else
            query.bind(name, more...);
        if (const Done done = query.each([&] { ids.append(Id{query.number(0)}); }); !done)
            return fail(done.error());
        return ids;
    }

    Result<UserId> makeUser(const QString &name)
    {
        if (const Done checked = checkUsername(name); !checked)
            return wrong(QStringLiteral("\"%1\" is no name for a user").arg(name));
        if (m_nobodysHash.isEmpty()) // of what nobody knows
            m_nobodysHash = hashPassword(randomBytes(32).toHex(), PasswordCost::Interactive);
        ++m_made.users;
        return Users(m_database).add({{}, name, name, Role::Agent}, m_nobodysHash, m_now);
    }

    Database &m_database;
    Missing m_missing;
    QDateTime m_now;
    QByteArray m_nobodysHash;
    QHash<QString, UserId> m_users;
    QHash<QString, CampaignId> m_campaigns;
    QHash<QString, LeadId> m_leads;
    ImportReport m_made;
};

/// One run over the file, in one transaction of the writer.
class Import
{
public:
    Import(DataFolder &data, Database &database, Missing missing, const std::function<void(qint64)> &progress)
        : m_data(data)
        , m_database(database)
        , m_now(QDateTime::currentDateTimeUtc())
        , m_directory(database, missing, m_now)
        , m_progress(progress)
    {
    }

    Result<ImportReport> run(QIODevice &device)
    {
        CsvReader csv(device);
        const Result<std::optional<QStringList>> header = csv.next();
        if (!header)
            return fail(header.error());
        const Result<ImportColumns> columns = ImportColumns::of(header->value_or(QStringList()));
        if (!columns)
            return fail(columns.error());
        QStringList problems;
        qint64 recordings = 0;
        while (problems.size() < mostProblems) {
            const Result<std::optional<QStringList>> fields = csv.next();
            if (fields && !*fields)
                break;
            const Done added = fields ? columns->read(**fields).and_then(
                                            [this](const ImportedRecording &imported) { return add(imported); })
                                      : fail(fields.error());
            if (!added && added.error().kind != FailureKind::Malformed)
                return fail(added.error());
            if (!added)
                problems.append(fields ? QStringLiteral("Line %1: %2.").arg(csv.line()).arg(added.error().message)
                                       : added.error().message);
            if (!fields)
                break; // what follows can't be told apart
            if (++recordings % progressStep == 0)
                m_progress(recordings);
        }
        if (!problems.isEmpty())
            return wrong(QStringLiteral("Nothing was imported.\n") + problems.join(u'\n'));
        ImportReport report = m_directory.made();
        report.recordings = recordings;
        return report;
    }

private:
    Done add(const ImportedRecording &imported)
    {
        const Result<UserId> agent = m_directory.user(imported.agent);
        if (!agent)
            return fail(agent.error());
        Recording recording;
        recording.agentId = *agent;
        if (!imported.campaign.isEmpty()) {
            const Result<CampaignId> campaign = m_directory.campaign(imported.campaign);
            if (!campaign)
                return fail(campaign.error());
            recording.campaignId = *campaign;
        }
        const Result<LeadId> lead = m_directory.lead(imported, *agent, recording.campaignId);
        if (!lead)
            return fail(lead.error());
        recording.leadId = *lead;
        recording.id = m_data.nextRecordingId();
        recording.filePath =
            dayFolder(imported.uploadedAt.date()) + u'/' + recordingFileName(recording.id, imported.format);
        recording.format = imported.format;
        recording.duration = imported.duration;
        recording.sha256 = QByteArray(32, '\0'); // of a file that is not here
        recording.originalName = imported.originalName;
        recording.disposition = imported.disposition;
        recording.notes = imported.notes;
        recording.callDate = imported.callDate;
        recording.uploadedAt = imported.uploadedAt;
        recording.createdAt = m_now;
        recording.complianceHold = imported.complianceHold;
        Query call(m_database, "INSERT INTO calls (lead_id, agent_id, campaign_id, disposition, started_at)"
                               " VALUES (?, ?, ?, ?, ?)");
        call.bind(recording.leadId, recording.agentId, recording.campaignId, recording.disposition, recording.callDate);
        if (const Done done = call.run(); !done)
            return done;
        recording.callId = CallId{call.insertedId()};
        if (const Done done = Recordings(m_database).addWithoutFile(recording); !done)
            return done;
        return Changes(m_database).append(QStringLiteral("recording"), recording.id.value, m_now);
    }

    DataFolder &m_data;
    Database &m_database;
    QDateTime m_now;
    Directory m_directory;
    const std::function<void(qint64)> &m_progress;
};

Result<ImportReport> importInto(DataFolder &data, Database &database, const QString &path, Missing missing,
                                const std::function<void(qint64)> &progress)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return wrong(QStringLiteral("%1 can't be read: %2.").arg(path, file.errorString()));
    // Many rows in one transaction: what is changed again and again stays in memory.
    Query cache(database, "PRAGMA cache_size = -200000");
    if (const Done done = cache.run(); !done)
        return fail(done.error());
    Result<ImportReport> report = Import(data, database, missing, progress).run(file);
    if (!report)
        return report;
    AuditEntry entry;
    entry.at = QDateTime::currentDateTimeUtc();
    entry.action = QStringLiteral("import");
    entry.detail = {{QLatin1String("file"), QFileInfo(path).fileName()},
                    {QLatin1String("recordings"), report->recordings}};
    if (const Done noted = Audit(database).append(entry); !noted)
        return fail(noted.error());
    return report;
}

} // namespace

Result<ImportReport> importRecordings(DataFolder &data, const QString &file, Missing missing,
                                      const std::function<void(qint64)> &progress)
{
    return data.writes()
        .submit<ImportReport>([&](Database &database) { return importInto(data, database, file, missing, progress); })
        .result();
}

} // namespace Holdfast
