// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "local/ArrivingRecording.h"
#include "sync/Wire.h"

#include <QNetworkReply>
#include <QObject>

#include <memory>

namespace Holdfast {

/// One request for some chunks in a row of a recording, put into its ArrivingRecording as they come. Deleting it ends
/// the request. UI thread; sync/ only.
class RangeFetch : public QObject
{
    Q_OBJECT
public:
    /// Chunks first…last. etag: of the bytes as the list gave them; others are refused.
    RangeFetch(Wire &wire, const QString &path, const QByteArray &etag, std::shared_ptr<ArrivingRecording> recording,
               qint64 first, qint64 last);
    ~RangeFetch() override;

    qint64 next() const { return m_next; } ///< the chunk that is arriving
    qint64 last() const { return m_last; }

Q_SIGNALS:
    void arrived(); ///< one more chunk
    void done();
    void failed(const Holdfast::Failure &failure); ///< Unreachable: what did not come may be asked for again

private:
    void receive();
    void ended();
    void stop();

    Wire &m_wire;
    std::shared_ptr<ArrivingRecording> m_recording;
    qint64 m_next;
    const qint64 m_last;
    QByteArray m_held; ///< of the chunk that is arriving
    std::optional<Failure> m_notKept;
    bool m_headRead = false;
    std::unique_ptr<QNetworkReply> m_reply;
};

} // namespace Holdfast
