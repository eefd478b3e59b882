// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/DeedGuard.h"

#include "access/Gate.h"
#include "api/FailureReply.h"
#include "api/WholeNumber.h"

namespace Holdfast {

namespace {

constexpr qsizetype longestTold = 200; // of a path, which is whatever somebody sent

qint64 numberAfter(const QStringList &segments, QLatin1String kind)
{
    const qsizetype at = segments.indexOf(kind);
    return at < 0 ? 0 : wholeNumber(segments.value(at + 1)).value_or(0);
}

/// What was asked for: one action stands for all that somebody may not do with holds, say.
void tellOf(const Http::Request &request, AuditEntry &entry)
{
    const QString path = QStringLiteral("/") + request.segments.join(u'/');
    entry.detail.insert(QLatin1String("request"), QString::fromLatin1(request.method) + u' ' + path.left(longestTold));
    entry.leadId = {numberAfter(request.segments, QLatin1String("leads"))};
    entry.recordingId = {numberAfter(request.segments, QLatin1String("recordings"))};
}

} // namespace

Http::Handler onlyFor(Deed deed, AccessLog &log, const QString &action, const QString &what, Http::Handler handler)
{
    return [deed, &log, action, what, handler = std::move(handler)](
               const Http::Request &request, const Http::Responder &responder) -> std::unique_ptr<Http::BodySink> {
        const Caller caller = Gate::callerOf(request);
        if (may(caller.user.role, deed))
            return handler(request, responder);
        AuditEntry entry = log.entry(caller, action);
        entry.outcome = AuditOutcome::Refused;
        tellOf(request, entry);
        log.thenReply(entry, responder,
                      refusal(FailureKind::Forbidden, QStringLiteral("User does not have permission to %1").arg(what)));
        return nullptr;
    };
}

} // namespace Holdfast
