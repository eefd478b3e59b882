// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "TestApi.h"

#include "records/Recordings.h"
#include "sqlite/Query.h"
#include "support/Tone.h"

namespace Holdfast::Testing {

/// A server whose recordings are as old as a test wants them.
class AgedRecordings
{
public:
    void start()
    {
        server.start();
        api = std::make_unique<TestApi>(server);
        for (const char *name : {"alice", "bob", "sam", "ada"})
            tokens.insert(name, api->tokenOf(name));
    }

    /// Uploaded by alice, or by bob, that many days ago.
    RecordingId add(qint64 daysAgo, const QByteArray &who = "alice")
    {
        const LeadId lead = who == "alice" ? server.aliceLead : server.bobLead;
        const Answer answer = api->upload(tokens.value(who), lead, m_tone);
        if (answer.status != 201)
            throw std::runtime_error(answer.body.toStdString());
        const RecordingId id{answer.id()};
        const QDateTime at = server.options.clock().addDays(-daysAgo).addSecs(-60);
        server.write([id, at](Database &database) {
            Query query(database, "UPDATE recordings SET uploaded_at = ? WHERE id = ?");
            return query.bind(at, id).run();
        });
        return id;
    }

    Answer get(const QByteArray &path, const QByteArray &who = "sam") { return api->get(path, tokens.value(who)); }
    Answer post(const QByteArray &path, const QByteArray &body = "{}", const QByteArray &who = "sam")
    {
        return api->call("POST", path, TestApi::bearer(tokens.value(who)), body);
    }
    Answer hold(RecordingId id)
    {
        return api->call("PUT", "/api/recordings/" + QByteArray::number(id.value) + "/compliance-hold",
                         TestApi::bearer(tokens.value("sam")), R"({"complianceHold":true})");
    }
    QList<qint64> ids(const Answer &answer, const char *name = "id") const
    {
        QList<qint64> ids;
        for (const QJsonValue &value : answer.array())
            ids.append(value[QLatin1String(name)].toInteger());
        return ids;
    }

    TestServer server;
    std::unique_ptr<TestApi> api;
    QHash<QByteArray, QByteArray> tokens;

private:
    const QByteArray m_tone = toneWav(0.2, 440, 880);
};

} // namespace Holdfast::Testing
