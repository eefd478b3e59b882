// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "OrThrow.h"
#include "api/Server.h"
#include "records/Campaigns.h"
#include "records/Leads.h"
#include "records/Users.h"

#include <QTemporaryDir>

#include <stdexcept>

namespace Holdfast::Testing {

inline const QByteArray everybodysPassword("open sesame");

/// A server of its own in this process, on a free port, with one admin (ada), one supervisor (sam) and two agents
/// (alice and bob) who have a lead each. In one thread, with an event loop. Throws std::runtime_error where it can't
/// start.
class TestServer
{
public:
    ServerOptions options; ///< change it before start()
    std::shared_ptr<Disk> disk = localDisk();
    StatementGate gate;
    LeadId aliceLead;
    LeadId bobLead;
    CampaignId campaign;

    TestServer()
    {
        options.passwordCost = PasswordCost::Minimal;
        options.analysesCalls = false; // each analysis is a change that others would not expect
    }

    /// Again after stop(): the same data and the same port.
    void start()
    {
        auto data = orThrow(DataFolder::open({dataFolder(), {}, disk, gate}));
        if (!aliceLead.isValid())
            fill(*data);
        m_server = orThrow(Server::start(std::move(data), options));
        options.port = static_cast<quint16>(m_server->url().port());
    }
    void stop() { m_server.reset(); }

    QUrl url() const { return m_server->url(); }
    QString dataFolder() const { return m_folder.filePath(QStringLiteral("data")); }
    DataFolder &data() { return m_server->data(); }

    void write(std::function<Done(Database &)> work)
    {
        orThrow(data().writes().submit<void>(std::move(work)).result());
    }

private:
    void fill(DataFolder &data)
    {
        const QByteArray hash = hashPassword(everybodysPassword, PasswordCost::Minimal);
        orThrow(data.writes().submit<void>([&](Database &database) { return fill(database, hash); }).result());
    }

    Done fill(Database &database, const QByteArray &hash)
    {
        const QDateTime now = options.clock();
        const auto add = [&](const char *name, const char *fullName, Role role) {
            const User user{{}, QString::fromLatin1(name), QString::fromLatin1(fullName), role};
            return orThrow(Users(database).add(user, hash, now));
        };
        add("ada", "Ada Admin", Role::Admin);
        add("sam", "Sam Supervisor", Role::Supervisor);
        const UserId alice = add("alice", "Alice Agent", Role::Agent);
        const UserId bob = add("bob", "Bob Agent", Role::Agent);
        campaign = orThrow(Campaigns(database).add(QStringLiteral("Spring")));
        const auto addLead = [&](const char *name, const char *phone, UserId agent) {
            Lead lead;
            lead.name = QString::fromLatin1(name);
            lead.phone = QString::fromLatin1(phone);
            lead.campaignId = campaign;
            lead.agents = {agent};
            lead.createdAt = now;
            lead.updatedAt = now;
            return orThrow(Leads(database).add(lead));
        };
        aliceLead = addLead("Jane Smith", "+44 7700 900123", alice);
        bobLead = addLead("Peter Jones", "+1 555 0142", bob);
        return {};
    }

    QTemporaryDir m_folder;
    std::unique_ptr<Server> m_server;
};

} // namespace Holdfast::Testing
