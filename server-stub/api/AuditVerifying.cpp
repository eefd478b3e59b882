// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/AuditVerifying.h"

#include "access/Gate.h"
#include "api/DeedGuard.h"
#include "api/FailureReply.h"
#include "api/QueryFields.h"
#include "contract/AuditJson.h"
#include "contract/Routes.h"
#include "records/CheckpointKeys.h"

#include <QJsonDocument>

namespace Holdfast {

namespace {

/// Malformed where none of the keys that the log has had signed it.
Result<Checkpoint> openKept(Database &database, const QByteArray &kept, const QByteArray &signedBy)
{
    const Result<Checkpoint> said = readCheckpoint(kept);
    if (!said)
        return fail(FailureKind::Malformed, said.error().message);
    const Result<QList<KeyChange>> changes = CheckpointKeys(database).changes();
    if (!changes)
        return fail(changes.error());
    Result<Checkpoint> opened = openCheckpoint(kept, {said->origin, signedBy});
    for (const KeyChange &change : *changes)
        for (const auto &signer : {change.from, change.to})
            if (signer && !opened)
                opened = openCheckpoint(kept, *signer);
    return opened ? opened
                  : fail(FailureKind::Malformed,
                         opened.error().message + QStringLiteral(" If it is as the server once gave it out, this is "
                                                                 "another log, or others gave it other keys: keep "
                                                                 "both as they are."));
}

} // namespace

Result<AuditReport> verifyAudit(DataFolder &data, const QByteArray &kept, const std::function<bool()> &isCancelled)
{
    const Result<Database *> database = data.connections().ofThisThread();
    if (!database)
        return fail(database.error());
    const AuditKeys &keys = data.keys().audit();
    for (;;) {
        const AuditKeys::Key key = keys.current();
        const QByteArray signedBy = key ? key->publicKey() : keys.lastPublicKey();
        const auto presence = key ? AuditVerification::Key::Here : AuditVerification::Key::Missing;
        std::optional<Checkpoint> checkpoint;
        if (!kept.isEmpty()) {
            const Result<Checkpoint> opened = openKept(**database, kept, signedBy);
            if (!opened)
                return fail(opened.error());
            checkpoint = *opened;
        }
        Result<AuditReport> report = AuditVerification(**database, signedBy, checkpoint, presence).run(isCancelled);
        // Another key may have taken over between the look at the keys and the look at the log.
        if (!report || !report->finding || keys.current() == key)
            return report;
    }
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
