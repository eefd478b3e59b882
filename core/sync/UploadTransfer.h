// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/ApiClient.h"
#include "sync/UploadBody.h"
#include "sync/Wire.h"

#include <QTimer>

namespace Holdfast {

/// One attempt to send one recording.
///
///     Sending ── the server's answer ─────────────► uploaded | failed
///        │
///        └── cut without an answer ──► Asking ──► failed
///
/// A server that refuses while the file is still on its way closes the connection, and its answer can be lost with it.
/// So after a cut the transfer asks once whether the token still counts; without that a sign-in that ended would look
/// like a bad network for ever. UI thread.
class UploadTransfer : public Transfer
{
    Q_OBJECT
public:
    UploadTransfer(Wire &wire, const ApiClient::UploadForm &form, std::unique_ptr<QIODevice> file);
    ~UploadTransfer() override;

    void cancel() override;

private:
    void send();
    void answered();
    void ask(const Failure &cut);
    void end(); ///< no signal of a reply arrives after it

    Wire &m_wire;
    ApiClient::UploadForm m_form;
    QTimer m_start;
    std::unique_ptr<UploadBody> m_body; ///< goes with the reply that reads it
    std::unique_ptr<QNetworkReply> m_reply;
};

} // namespace Holdfast
