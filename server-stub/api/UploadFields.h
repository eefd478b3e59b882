// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/AgentChannel.h"
#include "domain/Ids.h"
#include "domain/Result.h"

#include <QDateTime>
#include <QString>

#include <optional>

namespace Holdfast {

/// What an upload says about the recording, whichever way it came.
struct UploadFields
{
    LeadId leadId;
    std::optional<CallId> callId;
    std::optional<CampaignId> campaignId;
    QString disposition;
    QString notes;
    std::optional<QDateTime> callDate;
    AgentChannel agentChannel = AgentChannel::Unknown;
    QString fileName; ///< as cleanFileName made it
};

/// leadId, callId, campaignId, disposition, callDate, notes or agentChannel.
bool isUploadField(const QString &name);

/// Takes one of them as text. Malformed, naming the field, for what it can't be. An empty text is none where the field
/// is not needed.
Done readUploadField(UploadFields &fields, const QString &name, const QString &text);

/// Takes the file's own name. UnsupportedMedia where it promises none of the formats that are kept.
Done readUploadFileName(UploadFields &fields, const QString &fileName);

} // namespace Holdfast
