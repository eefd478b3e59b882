// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "actions/Session.h"

#include <QPromise>

namespace Holdfast {

/// All the bytes of one recording at a time, for a copy: from the sealed cache, else fetched from the server into it
/// and checked against the SHA-256 that the server gave. UI thread.
class FetchRecording : public QObject
{
    Q_OBJECT
public:
    using Opened = Result<std::shared_ptr<QIODevice>>;

    FetchRecording(Session &session, ApiClient &api, QObject *parent = nullptr);
    ~FetchRecording() override;

    /// Open, random-access, not bound to a thread. Starting another cancels the one before.
    QFuture<Opened> open(const LocalRecording &recording);
    void cancel();

Q_SIGNALS:
    void fetching(qint64 done, qint64 total);

private:
    void download(const Recording &remote);
    void keep(const QString &name, const QByteArray &sha256);
    void answer(Opened opened);

    Session &m_session;
    ApiClient &m_api;
    std::unique_ptr<QPromise<Opened>> m_promise; ///< of the one under way
    std::shared_ptr<SealedCacheWriter> m_writer; ///< outlives m_transfer, which writes to it
    std::unique_ptr<Transfer> m_transfer;
};

} // namespace Holdfast
