// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/MediaFormat.h"
#include "local/ArrivingRecording.h"

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

#include <memory>
#include <vector>

namespace Holdfast {

class RangeFetch;
class Wire;

/// Brings a recording from the server in the order in which it is listened to: its beginning and its end at once (for
/// there its format keeps what a player must know first), then what is being read and a little ahead of it. What nobody
/// comes near is not fetched. A cut is mended from the chunk where it came.
///
///     Resting ◄── cut ── Fetching ── a reader comes near a gap, the gap has a request ──► Fetching
///        └── after a pause ──►│ └── all is here ──► whole
///     any ── refused, or without a byte for too long ──► failed; the readers are told the same
///
/// UI thread; deleting it ends what is under way, and readers that wait fail.
class RecordingStream : public QObject
{
    Q_OBJECT
public:
    RecordingStream(Wire &wire, const QString &path, const QByteArray &etag,
                    std::shared_ptr<ArrivingRecording> recording, MediaFormat format);
    ~RecordingStream() override;

Q_SIGNALS:
    void whole(); ///< all of it is here; to be settled
    void failed(const Holdfast::Failure &failure);

private:
    void want(qint64 chunk);
    void fetch(qint64 first, qint64 last);
    void dropOthers();
    void tellIfWhole();
    bool isComing(qint64 chunk, qint64 soon) const;
    void ended(RangeFetch *fetch);
    void cut(const Failure &failure);
    void giveUp(const Failure &failure);

    Wire &m_wire;
    QString m_path;
    QByteArray m_etag;
    std::shared_ptr<ArrivingRecording> m_recording;
    const bool m_needsEnd;
    std::vector<std::unique_ptr<RangeFetch>> m_fetches;
    qint64 m_wanted = 0;
    bool m_isWhole = false;
    bool m_hasAnswered = false; ///< at least a chunk came
    QElapsedTimer m_sinceLastByte;
    QTimer m_rest;
    int m_cuts = 0; ///< since the last chunk that came
};

} // namespace Holdfast
