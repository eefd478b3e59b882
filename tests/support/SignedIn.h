// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "actions/Session.h"

#include <QBuffer>
#include <QDirIterator>
#include <QTemporaryDir>

namespace Holdfast::Testing {

/// A session in a folder of its own, as a sign-in makes it; nothing is sent before its loop is started.
class SignedIn
{
    QTemporaryDir m_folder; // outlives what lies in it

public:
    ApiClient api;
    Session session;

    explicit SignedIn(const QUrl &server)
    {
        api.setServer(server);
        api.setToken("T0KEN");
        session.server = server;
        session.store = std::move(*LocalStore::open(path(QStringLiteral("local.sqlite")), SecretKey::random()));
        session.cache = std::move(*SealedCache::open(path(QStringLiteral("cache")), SecretKey::random()));
        session.sync = std::make_unique<SyncLoop>(api, *session.store, session.cache,
                                                  OutboxPush(&QDateTime::currentDateTimeUtc, [] { return 0.5; }));
        session.upkeep = std::make_unique<CacheUpkeep>(session.cache, *session.store, *session.sync, CacheRules());
    }

    QString path(const QString &file) const { return m_folder.filePath(file); }
    /// Not even a part of a file lies in the cache.
    bool hasEmptyCache() const
    {
        return !QDirIterator(session.cache->folder(), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories)
                    .hasNext();
    }
    /// A recording that was attached here, whose bytes lie in the cache.
    LocalRecording kept(QByteArray bytes) const
    {
        LocalRecording recording;
        recording.uploadId = QUuid::createUuid();
        recording.name = QStringLiteral("call.wav");
        recording.callAt = QDateTime(QDate(2026, 11, 20), QTime(14, 32));
        QBuffer source(&bytes);
        if (!source.open(QIODevice::ReadOnly) ||
            !session.cache->put(recording.uploadId.toString(QUuid::WithoutBraces), source))
            qFatal("nothing can be sealed");
        return recording;
    }
    /// A file beside the local data.
    QString write(const QString &file, const QByteArray &bytes) const
    {
        QFile opened(path(file));
        if (!opened.open(QIODevice::WriteOnly) || opened.write(bytes) != bytes.size())
            qFatal("%s can't be written", qPrintable(file));
        return opened.fileName();
    }
    QByteArray read(const QString &file) const
    {
        QFile opened(path(file));
        return opened.open(QIODevice::ReadOnly) ? opened.readAll() : QByteArray();
    }
};

} // namespace Holdfast::Testing
