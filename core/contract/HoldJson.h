// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Hold.h"
#include "domain/Result.h"

#include <QJsonObject>
#include <QList>

namespace Holdfast {

QJsonObject toJson(const Hold &hold);
QJsonObject toJson(const ReleaseRequest &request);
/// Malformed names the field that is missing or wrong.
Result<Hold> holdFromJson(const QJsonObject &json);
Result<ReleaseRequest> releaseRequestFromJson(const QJsonObject &json);

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

/// Malformed names the field that is missing, wrong, unknown or of another scope.
Result<HoldRequest> holdRequestFromJson(const QJsonObject &json);

/// The holds that are to be released, each once, and why.
struct ReleaseOrder
{
    QList<HoldId> holdIds;
    QString reason;
};
Result<ReleaseOrder> releaseOrderFromJson(const QJsonObject &json);
/// A release, an approval, a refusal of what the path names: {"reason"?}.
Result<QString> reasonFromJson(const QJsonObject &json);

} // namespace Holdfast
