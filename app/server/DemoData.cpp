// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/DemoData.h"

#include "api/RecordingIntake.h"
#include "records/Campaigns.h"
#include "records/Leads.h"
#include "records/Users.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>

#include <array>

namespace Holdfast {

namespace {

constexpr char demoPassword[] = "holdfast-demo";

const std::array people{
    User{{}, QStringLiteral("ada"), QStringLiteral("Ada Thornbury"), Role::Admin},
    User{{}, QStringLiteral("sam"), QStringLiteral("Sam Ellery"), Role::Supervisor},
    User{{}, QStringLiteral("alice"), QStringLiteral("Alice Penrose"), Role::Agent},
    User{{}, QStringLiteral("bob"), QStringLiteral("Bob Castellan"), Role::Agent},
};

const std::array campaigns{QStringLiteral("Spring renewals"), QStringLiteral("Small offices"),
                           QStringLiteral("Customer care")};

// All invented; the numbers below come from ranges that are reserved for fiction.
const std::array leadNames{
    "Harriet Vane-Wilmot", "Idris Okonjo",        "Marta Lindqvist",    "Tobias Frankland",     "Noor Rahimi",
    "Callum Strathearn",   "Beatriz Salvaterra",  "Jonas Eikeland",     "Priya Nambiar",        "Oskar Wielgosz",
    "Fiona Macquarrie",    "Luca Bentivoglio",    "Amara Adeyemi",      "Greta Hollenstein",    "Samuel Pickersgill",
    "Yuki Tanabe",         "Elspeth Carnegie",    "Rafael Quintanar",   "Hannah Brightwater",   "Milan Kovarik",
    "Zainab Farouk",       "Peter Rosenquist",    "Delphine Marchand",  "Owen Llewelyn",        "Katya Morozova",
    "Benedict Ashdown",    "Leila Haddad",        "Viktor Sandstrom",   "Nora Whitcombe",       "Tomas Ferreiro",
    "Ingrid Halvorsen",    "Desmond Achebe-Cole", "Clara Winterbourne", "Rohan Kapadia",        "Silvia Montanari",
    "Edmund Fairweather",  "Mei-Lin Zhou",        "Patrick Donnellan",  "Aoife Gallagher-Reed", "Stefan Brunnhuber",
};

QString phoneOf(qsizetype lead)
{
    return lead % 2 == 0 ? QStringLiteral("+44 7700 900%1").arg(100 + lead)
                         : QStringLiteral("+1 555 01%1").arg(lead, 2, 10, QLatin1Char('0'));
}

struct Ids
{
    QHash<QString, User> users;
    QList<CampaignId> campaigns;
    QList<Lead> leads;
};

Result<Ids> writePeople(Database &database, const QByteArray &hash, const QDateTime &now)
{
    Ids ids;
    for (User user : people) {
        const Result<UserId> id = Users(database).add(user, hash, now);
        if (!id)
            return fail(id.error());
        user.id = *id;
        ids.users.insert(user.username, user);
    }
    for (const QString &name : campaigns) {
        const Result<CampaignId> id = Campaigns(database).add(name);
        if (!id)
            return fail(id.error());
        ids.campaigns.append(*id);
    }
    return ids;
}

/// Every second lead is Alice's, the others are Bob's, and each fifth is both's.
Result<Ids> writeLeads(Database &database, Ids ids, const QDateTime &now)
{
    const UserId alice = ids.users.value(QStringLiteral("alice")).id;
    const UserId bob = ids.users.value(QStringLiteral("bob")).id;
    for (qsizetype i = 0; i < qsizetype{leadNames.size()}; ++i) {
        Lead lead;
        lead.name = QString::fromUtf8(leadNames[static_cast<size_t>(i)]);
        lead.phone = phoneOf(i);
        lead.campaignId = ids.campaigns[i % ids.campaigns.size()];
        lead.agents = {i % 2 == 0 ? alice : bob};
        if (i % 5 == 0)
            lead.agents.append(i % 2 == 0 ? bob : alice);
        lead.createdAt = now;
        lead.updatedAt = now;
        const Result<LeadId> id = Leads(database).add(lead);
        if (!id)
            return fail(id.error());
        lead.id = *id;
        ids.leads.append(lead);
    }
    return ids;
}

Done storeCall(DataFolder &data, const ServerOptions &options, const Ids &ids, const QJsonObject &call)
{
    const QString name = call.value(QLatin1String("file")).toString();
    QFile file(QStringLiteral(":/demo/") + name);
    if (!file.open(QIODevice::ReadOnly))
        return fail(FailureKind::Internal, QStringLiteral("The demo's call %1 is missing.").arg(name));
    const QDateTime calledAt = options.clock().addSecs(-60 * call.value(QLatin1String("minutesAgo")).toInteger());
    const Clock then = [calledAt] { return calledAt; };
    AccessLog log(data.writes(), then);
    RecordingLookup lookup(data, options.fallbackRetentionDays, options.coolingOffDays);
    RecordingIntake intake(data, log, lookup, then);

    const Lead lead = ids.leads.value(call.value(QLatin1String("lead")).toInteger());
    RecordingIntake::Arrival arrival;
    for (const User &user : ids.users)
        if (lead.agents.value(0) == user.id)
            arrival.caller.user = user;
    arrival.caller.address = QHostAddress::LocalHost;
    arrival.fields.leadId = lead.id;
    arrival.fields.campaignId = ids.campaigns.value(call.value(QLatin1String("campaign")).toInteger());
    arrival.fields.disposition = call.value(QLatin1String("disposition")).toString();
    arrival.fields.notes = call.value(QLatin1String("notes")).toString();
    arrival.fields.callDate = calledAt;
    arrival.fields.fileName = name;
    Done done = intake.chooseLead(arrival, lead.id);
    if (done)
        done = intake.openFile(arrival);
    if (done)
        done = arrival.file->write(file.readAll());
    if (!done)
        return done;
    return intake.keep(std::move(arrival)).map([](const RecordingIntake::Kept &) {});
}

/// True where the demo's people are there, and nobody else.
Result<bool> isFilled(DataFolder &data)
{
    const Result<Database *> database = data.connections().ofThisThread();
    if (!database)
        return fail(database.error());
    Users users(**database);
    const Result<qint64> count = users.count();
    if (!count)
        return fail(count.error());
    bool ours = *count == qint64{people.size()};
    for (const User &user : people) {
        const Result<std::optional<Account>> account = users.byName(user.username);
        if (!account)
            return fail(account.error());
        ours = ours && account->has_value();
    }
    if (*count > 0 && !ours)
        return fail(FailureKind::Conflict,
                    QStringLiteral("The data directory has users of its own. The demo needs an empty one; nothing was "
                                   "changed."));
    return ours;
}

} // namespace

Done fillWithDemo(DataFolder &data, const ServerOptions &options)
{
    const Result<bool> filled = isFilled(data);
    if (!filled || *filled)
        return filled.map([](bool) {});
    const QByteArray hash = hashPassword(demoPassword, options.passwordCost);
    const QDateTime now = options.clock();
    const Result<Ids> ids = data.writes()
                                .submit<Ids>([hash, now](Database &database) {
                                    return writePeople(database, hash, now).and_then([&](const Ids &made) {
                                        return writeLeads(database, made, now);
                                    });
                                })
                                .result();
    if (!ids)
        return fail(ids.error());
    QFile list(QStringLiteral(":/demo/calls.json"));
    if (!list.open(QIODevice::ReadOnly))
        return fail(FailureKind::Internal, QStringLiteral("The list of the demo's calls is missing."));
    const QJsonArray calls = QJsonDocument::fromJson(list.readAll()).array();
    for (const QJsonValue &call : calls)
        if (const Done stored = storeCall(data, options, *ids, call.toObject()); !stored)
            return stored;
    return {};
}

} // namespace Holdfast
