// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/EvidenceJson.h"
#include "sync/ApiClient.h"
#include "sync/Wire.h"

namespace Holdfast {

/// One evidence pack on its way here, made by the server while it comes. It can't be resumed: each is another, and each
/// is in the audit log. Whether what came is whole, its verification tells, not this. Nobody knows its size beforehand:
/// the total of progress() is -1. Begins at once; UI thread.
class EvidencePackTransfer : public Transfer
{
    Q_OBJECT
public:
    /// Both outlive it. The device is written to as it comes.
    EvidencePackTransfer(Wire &wire, const EvidenceRequest &request, QIODevice &to);
    ~EvidencePackTransfer() override;

    void cancel() override;

private:
    void begin(const EvidenceRequest &request);
    void receive();
    void ended();
    void stop(const Failure &failure);
    void end(); ///< no signal of the reply arrives after it

    Wire &m_wire;
    QIODevice &m_to;
    std::unique_ptr<QNetworkReply> m_reply;
    qint64 m_done = 0;
};

} // namespace Holdfast
