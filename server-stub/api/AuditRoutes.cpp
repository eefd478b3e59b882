// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/AuditRoutes.h"

#include "access/Gate.h"
#include "api/FailureReply.h"
#include "api/QueryFields.h"
#include "contract/Json.h"
#include "contract/Routes.h"
#include "domain/Deed.h"

#include <QJsonArray>

namespace Holdfast {

namespace {

constexpr int usualEntries = 100;
constexpr int mostEntries = 1000;

template <class Tag> QJsonValue idOrNull(Id<Tag> id)
{
    return id.isValid() ? QJsonValue(id.value) : QJsonValue(QJsonValue::Null);
}

QJsonObject toJson(const AuditEntry &entry)
{
    return {{QLatin1String("id"), entry.id},
            {QLatin1String("at"), isoTime(entry.at)},
            {QLatin1String("userId"), idOrNull(entry.userId)},
            {QLatin1String("username"), entry.username},
            {QLatin1String("role"), entry.role ? QJsonValue(roleName(*entry.role)) : QJsonValue(QJsonValue::Null)},
            {QLatin1String("action"), entry.action},
            {QLatin1String("recordingId"), idOrNull(entry.recordingId)},
            {QLatin1String("leadId"), idOrNull(entry.leadId)},
            {QLatin1String("outcome"),
             entry.outcome == AuditOutcome::Allowed ? QLatin1String("allowed") : QLatin1String("refused")},
            {QLatin1String("address"), entry.address},
            {QLatin1String("detail"), entry.detail}};
}

} // namespace

AuditRoutes::AuditRoutes(DataFolder &data, AccessLog &log)
    : m_data(data)
    , m_log(log)
{
}

void AuditRoutes::addTo(Http::Router &router, const Http::Gate &gate)
{
    router.add("GET", Routes::audit, gate, [this](const Http::Request &request, const Http::Responder &responder) {
        read(request, responder);
        return nullptr;
    });
}

void AuditRoutes::read(const Http::Request &request, const Http::Responder &responder) const
{
    const Caller caller = Gate::callerOf(request);
    AuditEntry entry = m_log.entry(caller, QStringLiteral("audit"));
    if (!may(caller.user.role, Deed::ReadAudit)) {
        entry.outcome = AuditOutcome::Refused;
        return m_log.thenReply(
            entry, responder,
            refusal(FailureKind::Forbidden, QStringLiteral("User does not have permission to read the audit log")));
    }
    QueryFields query(request);
    const auto limit = query.number(QLatin1String("limit"), 1, mostEntries);
    if (const auto failure = query.failure())
        return responder.reply(failureReply(*failure));
    const Result<Database *> database = m_data.connections().ofThisThread();
    const Result<QList<AuditEntry>> entries =
        database ? Audit(**database).newest(static_cast<int>(limit.value_or(usualEntries))) : fail(database.error());
    if (!entries)
        return responder.reply(failureReply(entries.error()));
    QJsonArray array;
    for (const AuditEntry &one : *entries)
        array.append(toJson(one));
    m_log.thenReply(entry, responder, Http::Reply::json(200, QJsonDocument(array)));
}

} // namespace Holdfast
