// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/AccessLog.h"
#include "api/RecordingIntake.h"
#include "api/RunningUploads.h"
#include "api/StorageQuota.h"
#include "api/UploadForm.h"
#include "http/Exchange.h"

#include <QThreadPool>

namespace Holdfast {

/// The body of one upload while it arrives. Destroyed before it is whole, it leaves nothing. One connection's thread.
class ArrivingUpload : public Http::BodySink
{
public:
    /// What an upload needs of others, all of which outlive it.
    struct Parts
    {
        RecordingIntake &intake;
        AccessLog &log;
        QThreadPool &pool;
    };
    /// What was set aside for it.
    struct Share
    {
        std::unique_ptr<RunningUploads::Claim> claim;
        std::unique_ptr<StorageQuota::Share> room;
    };

    ArrivingUpload(Parts parts, Share share, const QByteArray &boundary, RecordingIntake::Arrival arrival,
                   Http::Responder responder);

    std::optional<Http::Reply> take(QByteArrayView bytes) override;
    void finish(const Http::Responder &responder) override;

private:
    std::optional<Http::Reply> refuse(const Failure &failure);

    Parts m_parts;
    Share m_share;
    RecordingIntake::Arrival m_arrival;
    Http::Responder m_responder;
    LeadId m_lead;
    bool m_refused = false;
    UploadForm m_form; // last: its events use the others
};

} // namespace Holdfast
