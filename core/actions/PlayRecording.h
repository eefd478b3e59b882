// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "actions/FetchRecording.h"
#include "media/Peaks.h"

namespace Holdfast {

/// Finds the bytes of a recording for listening: the sealed cache first, else fetched from the server into it. UI
/// thread.
class PlayRecording : public QObject
{
    Q_OBJECT
public:
    PlayRecording(Session &session, ApiClient &api, QObject *parent = nullptr);

    /// Open and random-access; a plain byte never touches the disk. Starting another cancels the one before.
    QFuture<Result<std::shared_ptr<QIODevice>>> open(const LocalRecording &recording);
    void cancel(); ///< open() answers Cancelled
    /// From the server where it keeps it, else computed here (pool).
    QFuture<Result<Peaks>> peaks(const LocalRecording &recording);

Q_SIGNALS:
    void fetching(qint64 done, qint64 total); ///< while open() waits for the server

private:
    Session &m_session;
    ApiClient &m_api;
    FetchRecording m_fetch;
};

} // namespace Holdfast
