// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/AuditQuery.h"

#include "domain/AuditActions.h"

#include <algorithm>

namespace Holdfast {

namespace {

constexpr int mostActions = 20;

} // namespace

AuditFilter auditFilterOf(QueryFields &query)
{
    AuditFilter filter;
    if (const auto recording = query.positive(QLatin1String("recordingId")))
        filter.recording = RecordingId{*recording};
    if (const auto user = query.positive(QLatin1String("userId")))
        filter.user = UserId{*user};
    if (const auto lead = query.positive(QLatin1String("leadId")))
        filter.lead = LeadId{*lead};
    filter.actions = query.text(QLatin1String("action")).value_or(QString()).split(u',', Qt::SkipEmptyParts);
    if (filter.actions.size() > mostActions)
        query.refuse(QStringLiteral("action"), QStringLiteral("must name %1 actions at most").arg(mostActions));
    if (!std::ranges::all_of(filter.actions, isAuditAction))
        query.refuse(QStringLiteral("action"),
                     QStringLiteral("must name some of %1").arg(auditActions().join(QStringLiteral(", "))));
    if (const auto outcome = query.text(QLatin1String("outcome"))) {
        filter.outcome = outcomeFromName(*outcome);
        if (!filter.outcome)
            query.refuse(QStringLiteral("outcome"), QStringLiteral("must be allowed or refused"));
    }
    filter.from = query.timeFrom(QLatin1String("from"));
    filter.to = query.timeUntil(QLatin1String("to"));
    return filter;
}

} // namespace Holdfast
