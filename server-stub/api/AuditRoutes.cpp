// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/AuditRoutes.h"

#include "access/Gate.h"
#include "api/AuditKeySettlement.h"
#include "api/AuditQuery.h"
#include "api/DeedGuard.h"
#include "api/FailureReply.h"
#include "api/QueryFields.h"
#include "api/WholeNumber.h"
#include "audit/HashJson.h"
#include "contract/AuditJson.h"
#include "contract/Routes.h"
#include "records/AuditProofs.h"
#include "records/AuditSigner.h"
#include "records/CheckpointKeys.h"
#include "sqlite/Snapshot.h"

#include <QJsonArray>
#include <QUrl>
#include <QUrlQuery>

namespace Holdfast {

namespace {

constexpr int usualEntries = 100;
constexpr int mostEntries = 1000;

QString cursorAfter(const AuditEntry &entry)
{
    return QStringLiteral("%1.%2").arg(entry.at.toMSecsSinceEpoch()).arg(entry.id);
}

Result<AuditFilter> filterOf(const Http::Request &request)
{
    QueryFields query(request);
    AuditFilter filter = auditFilterOf(query);
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

QString base64(const QByteArray &hash)
{
    return QString::fromLatin1(hash.toBase64());
}

Http::Reply plainText(const QByteArray &text)
{
    Http::Reply reply;
    reply.headers.set("Content-Type", "text/plain; charset=utf-8");
    reply.body = text;
    return reply;
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
    const auto add = [&](QLatin1String path, const QString &action, auto answer) {
        router.add("GET", path, gate,
                   onlyFor(Deed::ReadAudit, m_log, action, QStringLiteral("read the audit log"),
                           [this, action, answer](const Http::Request &request, const Http::Responder &responder) {
                               const Result<Database *> database = m_data.connections().ofThisThread();
                               const Result<Http::Reply> reply =
                                   database ? (this->*answer)(request, **database) : fail(database.error());
                               if (reply)
                                   m_log.thenReply(m_log.entry(Gate::callerOf(request), action), responder, *reply);
                               else
                                   responder.reply(failureReply(reply.error()));
                               return nullptr;
                           }));
    };
    add(Routes::audit, QStringLiteral("audit"), &AuditRoutes::list);
    add(Routes::auditCheckpoint, QStringLiteral("audit-checkpoint"), &AuditRoutes::checkpoint);
    add(Routes::auditKey, QStringLiteral("audit-key"), &AuditRoutes::key);
    add(Routes::auditKeys, QStringLiteral("audit-key"), &AuditRoutes::keys);
    add(Routes::auditProof, QStringLiteral("audit-proof"), &AuditRoutes::proof);
    add(Routes::auditConsistency, QStringLiteral("audit-proof"), &AuditRoutes::consistency);
}

Result<Http::Reply> AuditRoutes::list(const Http::Request &request, Database &database) const
{
    const Result<AuditFilter> filter = filterOf(request);
    const Result<QList<AuditEntry>> entries = filter ? Audit(database).find(*filter) : fail(filter.error());
    if (!entries)
        return fail(entries.error());
    QJsonArray array;
    for (const AuditEntry &one : *entries)
        array.append(toJson(one));
    Http::Reply reply = Http::Reply::json(200, QJsonDocument(array));
    if (entries->size() == filter->limit)
        reply.headers.set("Link", '<' + nextLink(request, entries->last()) + ">; rel=\"next\"");
    return reply;
}

Result<Http::Reply> AuditRoutes::checkpoint(const Http::Request &request, Database &database) const
{
    if (const auto failure = QueryFields(request).failure())
        return fail(*failure);
    const Result<QByteArray> note = signedNote(database);
    return note ? Result<Http::Reply>(plainText(*note)) : fail(note.error());
}

Result<Http::Reply> AuditRoutes::key(const Http::Request &request, Database &database) const
{
    if (const auto failure = QueryFields(request).failure())
        return fail(*failure);
    const Result<CheckpointSigner> signs = signer(database);
    return signs ? Result<Http::Reply>(plainText(signs->text() + '\n')) : fail(signs.error());
}

Result<Http::Reply> AuditRoutes::keys(const Http::Request &request, Database &database) const
{
    if (const auto failure = QueryFields(request).failure())
        return fail(*failure);
    const Result<Snapshot> snapshot = Snapshot::begin(database);
    const Result<CheckpointSigner> signs = snapshot ? signer(database) : fail(snapshot.error());
    const Result<KeyChain> chain =
        signs ? CheckpointKeys(database).chain(*signs, std::numeric_limits<qint64>::max()) : fail(signs.error());
    return chain ? Result<Http::Reply>(Http::Reply::json(200, QJsonDocument(chain->json()))) : fail(chain.error());
}

/// Who signed the newest checkpoint. Conflict while the key is missing.
Result<CheckpointSigner> AuditRoutes::signer(Database &database) const
{
    const Result<QByteArray> note = signedNote(database);
    const Result<Checkpoint> said = note ? readCheckpoint(*note) : fail(note.error());
    if (!said)
        return fail(said.error());
    const AuditKeys::Key key = m_data.keys().audit().current();
    return key ? Result<CheckpointSigner>(CheckpointSigner{said->origin, key->publicKey()})
               : fail(FailureKind::Conflict, auditKeyProblem(m_data.keys().audit()));
}

/// NotFound before the first entry; Conflict while the key is missing, for what was signed then is not the newest.
Result<QByteArray> AuditRoutes::signedNote(Database &database) const
{
    if (!m_data.keys().audit().current())
        return fail(FailureKind::Conflict, auditKeyProblem(m_data.keys().audit()));
    const Result<std::optional<QByteArray>> note = newestCheckpoint(database);
    if (!note)
        return fail(note.error());
    if (!*note)
        return fail(FailureKind::NotFound, QStringLiteral("The audit log has no checkpoint yet."));
    return **note;
}

Result<Http::Reply> AuditRoutes::proof(const Http::Request &request, Database &database) const
{
    QueryFields query(request);
    const auto entry = query.positive(QLatin1String("entry"));
    const auto size = query.positive(QLatin1String("size"));
    if (!entry)
        query.refuse(QStringLiteral("entry"), QStringLiteral("must name the entry"));
    if (const auto failure = query.failure())
        return fail(*failure);
    const Result<AuditInclusion> proof = AuditProofs(database).inclusion(*entry, size);
    if (!proof)
        return fail(proof.error());
    return Http::Reply::json(200, QJsonDocument(QJsonObject{{QLatin1String("entry"), *entry},
                                                            {QLatin1String("size"), proof->size},
                                                            {QLatin1String("root"), base64(proof->root)},
                                                            {QLatin1String("line"), QString::fromUtf8(proof->line)},
                                                            {QLatin1String("hashes"), hashArray(proof->hashes)}}));
}

Result<Http::Reply> AuditRoutes::consistency(const Http::Request &request, Database &database) const
{
    QueryFields query(request);
    const auto from = query.positive(QLatin1String("from"));
    const auto size = query.positive(QLatin1String("to"));
    if (!from)
        query.refuse(QStringLiteral("from"), QStringLiteral("must be the size of the smaller log"));
    if (const auto failure = query.failure())
        return fail(*failure);
    AuditProofs proofs(database);
    const Result<AuditConsistency> proof = proofs.consistency(*from, size);
    if (!proof)
        return fail(proof.error());
    return Http::Reply::json(200, QJsonDocument(QJsonObject{{QLatin1String("from"), *from},
                                                            {QLatin1String("to"), proof->to},
                                                            {QLatin1String("fromRoot"), base64(proof->fromRoot)},
                                                            {QLatin1String("toRoot"), base64(proof->toRoot)},
                                                            {QLatin1String("hashes"), hashArray(proof->hashes)}}));
}

} // namespace Holdfast
