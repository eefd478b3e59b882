// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "../records/ServerRows.h"

#include "records/Changes.h"
#include "support/OrThrow.h"
#include "upkeep/WebhookDispatcher.h"
#include "upkeep/WebhookSecret.h"

#include <QUrl>

namespace Holdfast::Testing {

/// Remembers what is sent, and answers as the test says, or not yet.
class FakeSender : public WebhookSender
{
public:
    void send(const Post &post, Answer answer) override
    {
        sent.append(post);
        if (const auto outcome = decide(post))
            answer(*outcome);
        else
            unanswered.append(std::move(answer));
    }
    QList<Post> to(const QUrl &url) const
    {
        QList<Post> posts;
        for (const Post &post : sent)
            if (post.url == url)
                posts.append(post);
        return posts;
    }

    static Outcome took() { return {200, {}}; }
    static Outcome refused(int status) { return {status, QStringLiteral("The target answered %1.").arg(status)}; }
    static Outcome silent() { return {std::nullopt, QStringLiteral("The target did not answer in time.")}; }

    std::function<std::optional<Outcome>(const Post &)> decide = [](const Post &) { return took(); };
    QList<Post> sent;
    QList<Answer> unanswered;
};

inline QByteArray fieldOf(const WebhookSender::Post &post, const QByteArray &name)
{
    for (const auto &[key, value] : post.fields)
        if (key == name)
            return value;
    return {};
}

/// A server's database with a writer, facts to tell, and a clock that the test turns.
class WebhookRows
{
public:
    WebhookRows()
        : keys(orThrow(KeyRing::open(m_keys.path())))
        , connections(std::make_unique<ThreadConnections>(rows.path()))
        , writes(orThrow(WriteQueue::start(
              rows.path(), [this](QByteArrayView statement) { return gate ? gate(statement) : Done(); })))
    {
        start();
    }

    void write(std::function<Done(Database &)> work)
    {
        const Done done = writes->submit<void>(std::move(work)).result();
        if (!done)
            throw std::runtime_error(done.error().message.toStdString());
    }

    /// As a server does when it starts: what was under way is forgotten.
    void start()
    {
        dispatcher = std::make_unique<WebhookDispatcher>(
            WebhookDispatcher::Surroundings{*connections, *writes, *keys, [this] { return now; },
                                            [this] { return chance; }, [](bool) {}},
            sender);
    }
    void kill()
    {
        dispatcher.reset();
        sender.unanswered.clear();
        start();
    }
    /// Until nothing more is sent.
    void settle()
    {
        for (qsizetype before = -1; sender.sent.size() > before;) {
            before = sender.sent.size();
            dispatcher->look();
        }
    }
    void turn(std::chrono::milliseconds time)
    {
        now = now.addMSecs(time.count());
        settle();
    }

    WebhookId addWebhook(const QUrl &url, const QList<WebhookEvent> &events = webhookEvents())
    {
        WebhookId id;
        write([&](Database &database) -> Done {
            Webhook webhook;
            webhook.url = url;
            webhook.events = events;
            webhook.createdAt = webhook.updatedAt = now;
            id = orThrow(Webhooks(database).add(webhook, {}));
            return Webhooks(database).setSecret(id, orThrow(sealWebhookSecret(*keys, "a secret of the tests", id)));
        });
        return id;
    }

    // Facts, as the server's own deeds write them.
    void store(qint64 id)
    {
        write([&](Database &database) -> Done {
            Recording recording = rows.recording(id);
            recording.callId = rows.addCallIn(database);
            recording.uploadedAt = now;
            if (Done added = Recordings(database).add(recording, QByteArray(72, 'k')); !added)
                return added;
            return noteChange(database, id);
        });
    }
    void hold(qint64 id, bool isHeld)
    {
        write([&](Database &database) -> Done {
            if (Done set = setHeld(database, {id}, isHeld, rows.one); !set)
                return set;
            return noteChange(database, id);
        });
    }
    void remove(qint64 id)
    {
        write([&](Database &database) -> Done {
            if (Done removed = Recordings(database).remove({id}); !removed)
                return removed;
            return noteChange(database, id);
        });
    }

    Database &reading() { return *orThrow(connections->ofThisThread()); }
    QList<WebhookDelivery> deliveries(WebhookId webhook, std::optional<DeliveryState> state = {})
    {
        return orThrow(WebhookDeliveries(reading()).page(webhook, {state, {}, 100'000}));
    }

    struct Rows : ServerRows
    {
        CallId addCallIn(Database &writer) const
        {
            Query query(writer, "INSERT INTO calls (lead_id, agent_id, disposition, started_at) VALUES (?, ?, '', 0)");
            if (!query.bind(zoe, one).run())
                throw std::runtime_error("no call");
            return {query.insertedId()};
        }
    };
    Rows rows;
    QDateTime now = QDateTime(QDate(2026, 1, 15), QTime(14, 30), Qt::UTC);
    double chance = 0;
    StatementGate gate; ///< of the writer
    FakeSender sender;

private:
    QTemporaryDir m_keys;

    Done noteChange(Database &database, qint64 id) const
    {
        return Changes(database).append(QStringLiteral("recording"), id, now);
    }

public:
    std::unique_ptr<KeyRing> keys;
    std::unique_ptr<ThreadConnections> connections;
    std::unique_ptr<WriteQueue> writes;
    std::unique_ptr<WebhookDispatcher> dispatcher;
};

} // namespace Holdfast::Testing
