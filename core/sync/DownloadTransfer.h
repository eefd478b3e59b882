// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/ApiClient.h"
#include "sync/Wire.h"

#include <QTimer>

namespace Holdfast {

/// One recording on its way here.
///
///     Asking ── 200 or 206 ──► Receiving ── all bytes ──► downloaded
///        ▲                        │
///        │                        └── cut ──► Resting ── after a pause, from the next byte ──► Asking
///        └──────────────────────────────────────┘
///     any ── refused, changed on the server, or cut too often without a byte in between ──► failed
///
/// UI thread.
class DownloadTransfer : public Transfer
{
    Q_OBJECT
public:
    DownloadTransfer(Wire &wire, const QString &path, QIODevice &to);
    ~DownloadTransfer() override;

    void cancel() override;

private:
    void ask();
    void headArrived();
    void receive();
    void ended();
    void rest(const Failure &cut);
    void stop(const Failure &failure);
    void end(); ///< no signal of a reply arrives after it

    Wire &m_wire;
    QString m_path;
    QIODevice &m_to;
    std::unique_ptr<QNetworkReply> m_reply;
    QTimer m_rest;
    QByteArray m_etag;   ///< of the first answer: later ones must be of the same bytes
    qint64 m_total = -1; ///< bytes; -1 until the server has said it
    qint64 m_done = 0;   ///< bytes written to the device
    qint64 m_skip = 0;   ///< bytes of this answer that are here already
    int m_cuts = 0;      ///< since the last byte that came
    bool m_headRead = false;
};

} // namespace Holdfast
