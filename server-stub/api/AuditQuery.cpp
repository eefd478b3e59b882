// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/AuditQuery.h"

namespace Holdfast {

AuditFilter auditFilterOf(QueryFields &query)
{
    AuditFilter filter;
    if (const auto recording = query.positive(QLatin1String("recordingId")))
        filter.recording = RecordingId{*recording};
    if (const auto user = query.positive(QLatin1String("userId")))
        filter.user = UserId{*user};
    filter.action = query.text(QLatin1String("action")).value_or(QString());
    filter.from = query.timeFrom(QLatin1String("from"));
    filter.to = query.timeUntil(QLatin1String("to"));
    return filter;
}

} // namespace Holdfast
