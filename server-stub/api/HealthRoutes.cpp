// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/HealthRoutes.h"

#include "api/AuditKeySettlement.h"
#include "api/FailureReply.h"
#include "contract/Routes.h"
#include "records/Users.h"

#include <QJsonArray>
#include <QJsonObject>

namespace Holdfast {

namespace {

Http::Reply statusReply(const QString &status, const QString &problem = {})
{
    QJsonObject json{{QLatin1String("status"), status}};
    if (!problem.isEmpty())
        json.insert(QLatin1String("problems"), QJsonArray{problem});
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
        const Done done = ready();
        responder.reply(done ? statusReply(QStringLiteral("ready"), auditKeyProblem(m_data.keys().audit()))
                             : failureReply(done.error()));
        return nullptr;
    });
}

Done HealthRoutes::ready() const
{
    const Result<Database *> database = m_data.connections().ofThisThread();
    if (!database)
        return fail(database.error());
    if (const auto count = Users(**database).count(); !count)
        return fail(count.error());
    return m_data.checkWritable();
}

} // namespace Holdfast
