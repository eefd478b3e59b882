// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/AgentChannel.h"
#include "domain/Ids.h"

#include <QDateTime>
#include <QString>

#include <optional>

namespace Holdfast {

/// What of a recording is to be another; what is none stays.
struct RecordingChange
{
    std::optional<QString> notes;
    std::optional<QString> disposition;
    std::optional<QDateTime> callDate;
    std::optional<LeadId> leadId;
    std::optional<AgentChannel> agentChannel; ///< Unknown: what was told does not count any more

    friend bool operator==(const RecordingChange &, const RecordingChange &) = default;
};

} // namespace Holdfast
