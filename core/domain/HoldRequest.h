// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Hold.h"

#include <QList>

namespace Holdfast {

/// What somebody asks to be held.
struct HoldRequest
{
    MatterId matterId;
    HoldScope scope = HoldScope::Recording;
    QList<RecordingId> recordingIds; ///< each once; for the scope of a recording: a hold each
    bool asksForMany = false;        ///< recordingIds was given, and wants an answer for each
    LeadId leadId;
    QJsonObject search;
    bool includesLater = false;
    QString reason;
};

/// The holds that are to be released, each once, and why.
struct ReleaseOrder
{
    QList<HoldId> holdIds;
    QString reason;
};

} // namespace Holdfast
