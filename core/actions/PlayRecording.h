// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "actions/Session.h"
#include "media/Peaks.h"
#include "sync/RecordingStream.h"

#include <functional>

namespace Holdfast {

/// Finds the bytes of a recording for listening: the sealed cache first, else from the server as they are wanted, which
/// are kept in the cache. UI thread.
class PlayRecording : public QObject
{
    Q_OBJECT
public:
    PlayRecording(Session &session, ApiClient &api, QObject *parent = nullptr);
    ~PlayRecording() override;

    /// Open and random-access; a plain byte never touches the disk. Its reads may wait for the server, and fail once
    /// another one is opened.
    Result<std::shared_ptr<QIODevice>> open(const LocalRecording &recording);
    /// An overview for the first picture: kept here, or from the server, or computed here (pool).
    QFuture<Result<Peaks>> peaks(const LocalRecording &recording);
    /// The same at several zooms, the finest included; kept here, sealed, for the next time.
    QFuture<Result<QList<Peaks>>> peakLevels(const LocalRecording &recording);

    /// Where one stopped listening, as this computer remembers it; the start where it does not.
    std::chrono::milliseconds lastPosition(const LocalRecording &recording) const;
    void rememberPosition(const LocalRecording &recording, std::chrono::milliseconds position);

Q_SIGNALS:
    /// The rest of what is open can't be had: open it again to try again.
    void broke(const Holdfast::Failure &failure);

private:
    Result<std::shared_ptr<QIODevice>> stream(const Recording &remote);
    std::function<Result<Peaks>()> finest(const LocalRecording &recording) const;
    void settle(const std::shared_ptr<ArrivingRecording> &arriving, const QByteArray &sha256);

    Session &m_session;
    ApiClient &m_api;
    std::unique_ptr<RecordingStream> m_stream;
};

} // namespace Holdfast
