// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "crypto/SecretKey.h"
#include "support/BlockingHttp.h"
#include "sync/SyncLoop.h"

#include <QBuffer>
#include <QCryptographicHash>
#include <QEventLoop>
#include <QHash>
#include <QTemporaryDir>
#include <QTimer>

#include <functional>
#include <stdexcept>

namespace Holdfast::Testing {

inline QByteArray sha256Of(const QByteArray &bytes)
{
    return QCryptographicHash::hash(bytes, QCryptographicHash::Sha256);
}

/// One person's client, from what lies on the disk up, which sends recordings. In a thread with an event loop.
class SendingClient
{
    QTemporaryDir m_folder; // outlives what lies in it

public:
    ApiClient api;
    std::unique_ptr<LocalStore> store;
    std::shared_ptr<SealedCache> cache;
    std::unique_ptr<SyncLoop> loop;
    QHash<QByteArray, QByteArray> queued; ///< by SHA-256

    SendingClient(const QUrl &server, const Account &account)
        : m_lead{account.lead}
    {
        api.setServer(server);
        api.setToken(account.token);
        store = std::move(*LocalStore::open(m_folder.filePath(QStringLiteral("local.sqlite"))));
        cache = std::move(*SealedCache::open(m_folder.filePath(QStringLiteral("cache")), SecretKey::random()));
        loop = std::make_unique<SyncLoop>(api, *store, cache,
                                          OutboxPush(&QDateTime::currentDateTimeUtc, [] { return 0.5; }));
    }
    ~SendingClient() { loop.reset(); }
    Q_DISABLE_COPY_MOVE(SendingClient)

    QUuid attach(const QByteArray &bytes)
    {
        LocalRecording recording;
        recording.uploadId = QUuid::createUuid();
        recording.leadId = m_lead;
        recording.name = QStringLiteral("cut.wav");
        recording.fileSize = bytes.size();
        recording.sha256 = sha256Of(bytes);
        recording.attachedAt = QDateTime::currentDateTimeUtc();
        QBuffer source;
        source.setData(bytes);
        if (!source.open(QIODevice::ReadOnly) ||
            !cache->put(recording.uploadId.toString(QUuid::WithoutBraces), source) || !store->attach({recording}))
            throw std::runtime_error("a recording could not be attached");
        queued.insert(recording.sha256, bytes);
        return recording.uploadId;
    }
    /// Until nothing waits any more. An impatient person presses "Retry" at each failure; failed is told its sentence.
    bool drain(const std::function<void(const QString &sentence)> &failed = {})
    {
        QEventLoop until; // QTRY would let the event loop sleep between two parts of a piece
        QTimer::singleShot(60'000, &until, [&] { until.exit(1); });
        const auto impatience = QObject::connect(store.get(), &LocalStore::outboxChanged, &until,
                                                 [&] { QTimer::singleShot(0, &until, [&] { hurry(failed); }); });
        const auto emptied = QObject::connect(loop.get(), &SyncLoop::waitingChanged, &until, [&] {
            if (loop->waiting() == 0)
                until.quit();
        });
        loop->start();
        hurry(failed);
        const bool done = store->outbox()->isEmpty() || until.exec() == 0;
        QObject::disconnect(impatience);
        QObject::disconnect(emptied);
        return done;
    }

private:
    void hurry(const std::function<void(const QString &sentence)> &failed)
    {
        const auto waiting = store->outbox();
        for (const LocalRecording &recording : waiting ? *waiting : QList<LocalRecording>())
            if (recording.state == TransferState::Waiting && !recording.problem.isEmpty()) {
                if (failed)
                    failed(recording.problem);
                loop->retry(recording.uploadId);
            }
    }

    LeadId m_lead;
};

} // namespace Holdfast::Testing
