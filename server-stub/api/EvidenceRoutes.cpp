// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/EvidenceRoutes.h"

#include "access/Gate.h"
#include "api/AuditKeySettlement.h"
#include "api/ContentDisposition.h"
#include "api/DeedGuard.h"
#include "api/FailureReply.h"
#include "api/JsonBody.h"
#include "audit/HashJson.h"
#include "contract/Routes.h"
#include "records/AuditProofs.h"
#include "records/AuditSigner.h"
#include "records/CheckpointKeys.h"

#include <QJsonDocument>
#include <QUuid>

namespace Holdfast {

namespace {

constexpr qint64 longestBody = 4096;
constexpr int threads = 2; // each for a piece of a pack at a time

/// What is in the pack, and in the audit log that it was taken out: one entry for the pack, and one for each recording
/// of it, so that it stands in each one's history.
Result<EvidenceSelection> decide(Database &database, EvidencePlan plan, const AuditEntry &entry)
{
    const Result<EvidenceSelection> selection = EvidenceSelection::of(database, plan.subject);
    if (!selection)
        return selection;
    plan.selection = *selection;
    AuditEntry whole = entry;
    tellOf(plan, whole);
    if (const Done noted = Audit(database).append(whole); !noted)
        return fail(noted.error());
    if (plan.subject.kind == EvidenceSubject::Kind::Recording)
        return selection;
    for (const RecordingId id : selection->recordings) {
        AuditEntry one = entry;
        one.recordingId = id;
        one.leadId = whole.leadId;
        one.detail = {{QLatin1String("pack"), plan.pack}};
        if (const Done noted = Audit(database).append(one); !noted)
            return fail(noted.error());
    }
    return selection;
}

Result<QByteArray> consistencyOf(Database &database, qint64 from, qint64 to)
{
    const Result<AuditConsistency> proof = AuditProofs(database).consistency(from, to);
    if (!proof)
        return fail(proof.error());
    return QJsonDocument(QJsonObject{{QLatin1String("from"), from},
                                     {QLatin1String("to"), to},
                                     {QLatin1String("hashes"), hashArray(proof->hashes)}})
               .toJson(QJsonDocument::Compact) +
           '\n';
}

/// That signed the note; null where it is not here.
std::shared_ptr<const SigningKey> signerOf(const QByteArray &note, const Checkpoint &said, const AuditKeys &keys)
{
    const QList<AuditKeys::Key> all = keys.all();
    for (const AuditKeys::Key &key : all)
        if (openCheckpoint(note, {said.origin, key->publicKey()}))
            return key;
    return nullptr;
}

/// Empty where the log has had one key only.
Result<QByteArray> keysOf(Database &database, const EvidencePlan &plan)
{
    const Result<KeyChain> chain =
        CheckpointKeys(database).chain({plan.checkpoint.origin, plan.key->publicKey()}, plan.checkpoint.size);
    if (!chain)
        return fail(chain.error());
    return chain->handovers.isEmpty() ? QByteArray() : chain->text();
}

QString fileNameOf(const EvidencePlan &plan)
{
    return QStringLiteral("evidence-%1-%2-%3.zip")
        .arg(evidenceKindName(plan.subject.kind))
        .arg(plan.subject.id)
        .arg(plan.madeAt.toUTC().toString(QStringLiteral("yyyyMMdd-HHmmss")));
}

} // namespace

EvidenceRoutes::EvidenceRoutes(DataFolder &data, AccessLog &log, const RecordingLookup &lookup, Clock clock)
    : m_data(data)
    , m_log(log)
    , m_lookup(lookup)
    , m_clock(std::move(clock))
{
    m_pool.setMaxThreadCount(threads);
    m_pool.setThreadPriority(QThread::LowPriority);
}

EvidenceRoutes::~EvidenceRoutes()
{
    m_pool.waitForDone();
}

void EvidenceRoutes::addTo(Http::Router &router, const Http::Gate &gate)
{
    router.add("POST", Routes::evidencePacks, gate,
               onlyFor(Deed::PackEvidence, m_log, QStringLiteral("evidence-pack"),
                       QStringLiteral("make evidence packs"),
                       [this](const Http::Request &request, const Http::Responder &responder) {
                           return collectJson(request, responder, longestBody,
                                              [this, caller = Gate::callerOf(request)](const QJsonObject &body,
                                                                                       const Http::Responder &answer) {
                                                  const Result<EvidenceRequest> asked = evidenceRequestFromJson(body);
                                                  if (asked)
                                                      begin(caller, *asked, answer);
                                                  else
                                                      answer.reply(failureReply(asked.error()));
                                              });
                       }));
}

void EvidenceRoutes::begin(const Caller &caller, const EvidenceRequest &request, const Http::Responder &responder)
{
    EvidencePlan plan;
    plan.pack = QUuid::createUuid().toString(QUuid::WithoutBraces);
    plan.caller = caller;
    plan.madeAt = m_clock();
    plan.subject = request.subject;
    const AuditEntry entry = m_log.entry(caller, QStringLiteral("evidence-pack"));
    m_pool.start([this, plan, entry, request, responder]() mutable {
        const Result<EvidenceSelection> selection =
            m_data.writes()
                .submit<EvidenceSelection>([plan, entry](Database &database) { return decide(database, plan, entry); })
                .result();
        plan.selection = selection.value_or(EvidenceSelection());
        const Result<Http::Reply> reply = selection ? replyTo(plan, request) : fail(selection.error());
        responder.reply(reply ? *reply : failureReply(reply.error()));
    });
}

/// The log is signed in the transaction that writes an entry, so what was decided is under the newest checkpoint.
Result<Http::Reply> EvidenceRoutes::replyTo(EvidencePlan plan, const EvidenceRequest &request)
{
    const Result<Database *> database = m_data.connections().ofThisThread();
    const auto note = database ? newestCheckpoint(**database) : fail(database.error());
    if (!note)
        return fail(note.error());
    plan.checkpointNote = note->value_or(QByteArray());
    const Result<Checkpoint> checkpoint = readCheckpoint(plan.checkpointNote);
    if (!checkpoint)
        return fail(FailureKind::Corrupt,
                    QStringLiteral("The audit log has no checkpoint that could prove its entries, so no pack was made. "
                                   "Verify the log to learn why."));
    plan.checkpoint = *checkpoint;
    plan.key = signerOf(plan.checkpointNote, plan.checkpoint, m_data.keys().audit());
    if (!plan.key)
        return fail(FailureKind::Conflict, QStringLiteral("No pack was made, for nobody could sign it. ") +
                                               auditKeyProblem(m_data.keys().audit()));
    const Result<QByteArray> keys = keysOf(**database, plan);
    if (!keys)
        return fail(keys.error());
    plan.keys = *keys;
    if (request.checkpointSize) {
        const Result<QByteArray> proof = consistencyOf(**database, *request.checkpointSize, checkpoint->size);
        if (!proof)
            return fail(proof.error());
        plan.consistency = *proof;
    }
    Http::Reply reply;
    reply.headers.set("Content-Type", "application/zip");
    reply.headers.set("Content-Disposition", attachmentNamed(fileNameOf(plan)));
    reply.growing =
        std::make_shared<PooledBody>(m_pool, std::make_unique<EvidencePack>(m_data, m_log, m_lookup, std::move(plan)));
    return reply;
}

} // namespace Holdfast
