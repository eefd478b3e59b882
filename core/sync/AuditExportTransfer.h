// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/ApiClient.h"
#include "sync/Wire.h"

namespace Holdfast {

/// The audit log on its way to a device, as the server writes it: a portion of it is in memory at a time. The server
/// measures it before the first byte, so `total` of progress is the whole from then on.
///
///     Asking ── 200 ──► Receiving ── all bytes ──► downloaded
///        └── refused ──┬─────┴── cut, or the device is full ──► failed
///
/// UI thread.
class AuditExportTransfer : public Transfer
{
    Q_OBJECT
public:
    AuditExportTransfer(Wire &wire, const QUrlQuery &query, QIODevice &to);
    ~AuditExportTransfer() override;

    void cancel() override;

private:
    void ask();
    void receive();
    void ended();
    void stop(const Failure &failure);
    void end(); ///< no signal of the answer arrives after it

    Wire &m_wire;
    QUrlQuery m_query;
    QIODevice &m_to;
    std::unique_ptr<QNetworkReply> m_reply;
    qint64 m_done = 0;
    bool m_isOver = false;
};

} // namespace Holdfast
