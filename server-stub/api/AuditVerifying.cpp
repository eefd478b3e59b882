// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/AuditVerifying.h"

#include "access/Gate.h"
#include "api/DeedGuard.h"
#include "api/FailureReply.h"
#include "api/QueryFields.h"
#include "contract/AuditJson.h"
#include "contract/Routes.h"

#include <QJsonDocument>

namespace Holdfast {

Result<AuditReport> verifyAudit(DataFolder &data, const QByteArray &kept, const std::function<bool()> &isCancelled)
{
    const QByteArray signedBy = SigningKey(data.keys().auditKey()).publicKey();
    std::optional<Checkpoint> checkpoint;
    if (!kept.isEmpty()) {
        const Result<Checkpoint> said = readCheckpoint(kept);
        const Result<Checkpoint> opened = said ? openCheckpoint(kept, {said->origin, signedBy}) : said;
        if (!opened)
            return fail(FailureKind::Malformed, opened.error().message);
        checkpoint = *opened;
    }
    const Result<Database *> database = data.connections().ofThisThread();
    if (!database)
        return fail(database.error());
    return AuditVerification(**database, signedBy, checkpoint).run(isCancelled);
}

AuditVerifying::AuditVerifying(DataFolder &data, AccessLog &log)
    : m_data(data)
    , m_log(log)
{
}

void AuditVerifying::addTo(Http::Router &router, const Http::Gate &gate)
{
    const QString action = QStringLiteral("audit-verify");
    const Http::Handler handler =
        onlyFor(Deed::ReadAudit, m_log, action, QStringLiteral("verify the audit log"),
                [this, action](const Http::Request &request,
                               const Http::Responder &responder) -> std::unique_ptr<Http::BodySink> {
                    if (const auto failure = QueryFields(request).failure()) {
                        responder.reply(failureReply(*failure));
                        return nullptr;
                    }
                    const auto work = [this, entry = m_log.entry(Gate::callerOf(request), action)](
                                          const QByteArray &kept, const Http::Responder &answer,
                                          const WatchedWork::IsCancelled &isCancelled) {
                        const Result<AuditReport> report = verifyAudit(m_data, kept, isCancelled);
                        if (!report)
                            return answer.reply(failureReply(report.error()));
                        AuditEntry done = entry;
                        done.detail = toJson(*report);
                        m_log.thenReply(done, answer, Http::Reply::json(200, QJsonDocument(done.detail)));
                    };
                    return m_work.begin(request, responder, mostCheckpointBytes, work);
                });
    router.add("GET", Routes::auditVerify, gate, handler);
    router.add("POST", Routes::auditVerify, gate, handler);
}

} // namespace Holdfast
