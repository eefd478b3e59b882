// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/DeedGuard.h"

#include "access/Gate.h"
#include "api/FailureReply.h"

namespace Holdfast {

Http::Handler onlyFor(Deed deed, AccessLog &log, const QString &action, const QString &what, Http::Handler handler)
{
    return [deed, &log, action, what, handler = std::move(handler)](
               const Http::Request &request, const Http::Responder &responder) -> std::unique_ptr<Http::BodySink> {
        const Caller caller = Gate::callerOf(request);
        if (may(caller.user.role, deed))
            return handler(request, responder);
        AuditEntry entry = log.entry(caller, action);
        entry.outcome = AuditOutcome::Refused;
        log.thenReply(entry, responder,
                      refusal(FailureKind::Forbidden, QStringLiteral("User does not have permission to %1").arg(what)));
        return nullptr;
    };
}

} // namespace Holdfast
