// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/AuditRoutes.h"

#include "access/Gate.h"
#include "api/FailureReply.h"
#include "api/QueryFields.h"
#include "api/WholeNumber.h"
#include "contract/Json.h"
#include "contract/Routes.h"
#include "domain/Deed.h"

#include <QJsonArray>
#include <QUrl>
#include <QUrlQuery>

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

QString cursorAfter(const AuditEntry &entry)
{
    return QStringLiteral("%1.%2").arg(entry.at.toMSecsSinceEpoch()).arg(entry.id);
}

Result<AuditFilter> filterOf(const Http::Request &request)
{
    QueryFields query(request);
    AuditFilter filter;
    if (const auto recording = query.positive(QLatin1String("recordingId")))
        filter.recording = RecordingId{*recording};
    if (const auto user = query.positive(QLatin1String("userId")))
        filter.user = UserId{*user};
    filter.action = query.text(QLatin1String("action")).value_or(QString());
    filter.from = query.timeFrom(QLatin1String("from"));
    filter.to = query.timeUntil(QLatin1String("to"));
    filter.limit = static_cast<int>(query.number(QLatin1String("limit"), 1, mostEntries).value_or(usualEntries));
    const auto cursor = query.text(QLatin1String("cursor"));
    if (const auto failure = query.failure())
        return fail(*failure);
    if (cursor) {
        const auto time = wholeNumber(cursor->section(u'.', 0, 0));
        const auto id = wholeNumber(cursor->section(u'.', 1));
        if (!time || !id)
            return fail(FailureKind::Malformed, QStringLiteral("The parameter cursor is none that was given out."));
        filter.beforeTime = QDateTime::fromMSecsSinceEpoch(*time, Qt::UTC);
        filter.beforeId = *id;
    }
    return filter;
}

QByteArray nextLink(const Http::Request &request, const AuditEntry &last)
{
    QUrlQuery query;
    for (const auto &[name, value] : request.query)
        if (name != QLatin1String("cursor"))
            query.addQueryItem(name, QString::fromLatin1(QUrl::toPercentEncoding(value)));
    query.addQueryItem(QStringLiteral("cursor"), cursorAfter(last));
    return QByteArray(Routes::audit.data()) + '?' + query.toString(QUrl::FullyEncoded).toLatin1();
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
    const Result<AuditFilter> filter = filterOf(request);
    if (!filter)
        return responder.reply(failureReply(filter.error()));
    const Result<Database *> database = m_data.connections().ofThisThread();
    const Result<QList<AuditEntry>> entries = database ? Audit(**database).find(*filter) : fail(database.error());
    if (!entries)
        return responder.reply(failureReply(entries.error()));
    QJsonArray array;
    for (const AuditEntry &one : *entries)
        array.append(toJson(one));
    Http::Reply reply = Http::Reply::json(200, QJsonDocument(array));
    if (entries->size() == filter->limit)
        reply.headers.set("Link", '<' + nextLink(request, entries->last()) + ">; rel=\"next\"");
    m_log.thenReply(entry, responder, std::move(reply));
}

} // namespace Holdfast
