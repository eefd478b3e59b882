// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/HealthRoutes.h"

#include "api/AuditKeySettlement.h"
#include "api/FailureReply.h"
#include "api/SchemaSettlement.h"
#include "contract/Routes.h"
#include "records/Users.h"

#include <QJsonArray>
#include <QJsonObject>

namespace Holdfast {

namespace {

Http::Reply statusReply(const QString &status, const QStringList &problems = {})
{
    QJsonObject json{{QLatin1String("status"), status}};
    if (!problems.isEmpty())
        json.insert(QLatin1String("problems"), QJsonArray::fromStringList(problems));
    return Http::Reply::json(200, QJsonDocument(json));
}

} // namespace

HealthRoutes::HealthRoutes(DataFolder &data)
    : m_data(data)
{
}

void HealthRoutes::addTo(Http::Router &router)
{
    router.add("GET", Routes::health, nullptr, [](const Http::Request &, const Http::Responder &responder) {
        responder.reply(statusReply(QStringLiteral("ok")));
        return nullptr;
    });
    router.add("GET", Routes::ready, nullptr, [this](const Http::Request &, const Http::Responder &responder) {
        const Result<QStringList> problems = ready();
        responder.reply(problems ? statusReply(QStringLiteral("ready"), *problems) : failureReply(problems.error()));
        return nullptr;
    });
}

Result<QStringList> HealthRoutes::ready() const
{
    const Result<Database *> database = m_data.connections().ofThisThread();
    if (!database)
        return fail(database.error());
    if (const auto count = Users(**database).count(); !count)
        return fail(count.error());
    if (const Done writable = m_data.checkWritable(); !writable)
        return fail(writable.error());
    Result<QStringList> problems = schemaProblems(**database);
    if (const QString problem = auditKeyProblem(m_data.keys().audit()); problems && !problem.isEmpty())
        problems->prepend(problem);
    return problems;
}

} // namespace Holdfast
