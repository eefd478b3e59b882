// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Hold.h"
#include "domain/RetentionVerdict.h"
#include "sqlite/Database.h"

#include <QJsonObject>

namespace Holdfast {

/// Which holds' release is looked at, and which page of what would go free.
struct PreviewOrder
{
    static constexpr int mostRecordings = 1000;

    QList<HoldId> holdIds;          ///< or
    std::optional<MatterId> matter; ///< all that stand for it
    RecordingId after;
    int limit = 100;
};

/// Malformed names the field that is missing, wrong or unknown.
Result<PreviewOrder> previewOrderFromJson(const QJsonObject &json);

/// The answer: totals, with the first page alone, and the page. NotFound where a hold or the matter is not there,
/// Conflict where a hold was released before. In a thread that may take a while.
Result<QJsonObject> previewJson(Database &database, const Result<RetentionRules> &rules, const PreviewOrder &order,
                                const QDateTime &now);

} // namespace Holdfast
