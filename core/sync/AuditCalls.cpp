// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/AuditCalls.h"

#include "contract/AuditJson.h"
#include "contract/Routes.h"
#include "sync/StreamTransfer.h"
#include "sync/WireCall.h"

namespace Holdfast {

namespace {

constexpr std::chrono::minutes verifyTime{60};    ///< a million entries take seconds, on a slow disk minutes
constexpr std::chrono::minutes exportSilence{10}; ///< the server goes through the whole log before the first byte
constexpr qint64 maxCheckpoint = 16 * 1024;

QUrlQuery parametersOf(const AuditTerms &terms)
{
    QUrlQuery query;
    const auto add = [&query](const char *name, const QString &value) {
        query.addQueryItem(QLatin1String(name), QString::fromLatin1(QUrl::toPercentEncoding(value)));
    };
    if (terms.user)
        add("userId", QString::number(terms.user->value));
    if (!terms.actions.isEmpty())
        add("action", terms.actions.join(u','));
    if (terms.recording)
        add("recordingId", QString::number(terms.recording->value));
    if (terms.lead)
        add("leadId", QString::number(terms.lead->value));
    if (terms.outcome)
        add("outcome", outcomeName(*terms.outcome));
    if (terms.from)
        add("from", isoTime(*terms.from));
    if (terms.to)
        add("to", isoTime(*terms.to));
    return query;
}

} // namespace

QFuture<Result<AuditCalls::Page>> AuditCalls::page(const AuditTerms &terms, const QString &cursor, int limit)
{
    QUrlQuery query = parametersOf(terms);
    query.addQueryItem(QStringLiteral("limit"), QString::number(limit));
    if (!cursor.isEmpty())
        query.addQueryItem(QStringLiteral("cursor"), QString::fromLatin1(QUrl::toPercentEncoding(cursor)));
    return getOver<Page>(m_api.wire(), Routes::audit, query, [](const QByteArray &body, const QNetworkReply &reply) {
        return listFrom<AuditEntry>(body, auditEntryFromJson).map([&reply](const QList<AuditEntry> &entries) {
            return Page{entries, nextCursorOf(reply)};
        });
    });
}

QFuture<Result<AuditReport>> AuditCalls::verify(const QByteArray &kept)
{
    Wire &wire = m_api.wire();
    if (wire.token().isEmpty())
        return finishedWith<Result<AuditReport>>(fail(Wire::notSignedIn()));
    QNetworkRequest request = wire.request(Routes::auditVerify, verifyTime);
    const auto read = [](const QByteArray &body) { return objectFrom<AuditReport>(body, auditReportFromJson); };
    if (kept.isEmpty())
        return answerOf<AuditReport>(wire, wire.get(request), maxAnswer, read);
    request.setHeader(QNetworkRequest::ContentTypeHeader, QByteArrayLiteral("text/plain; charset=utf-8"));
    return answerOf<AuditReport>(wire, wire.post(request, kept), maxAnswer, read);
}

QFuture<Result<QByteArray>> AuditCalls::checkpoint()
{
    return getOver<QByteArray>(
        m_api.wire(), Routes::auditCheckpoint, {}, [](const QByteArray &body) { return Result<QByteArray>(body); },
        maxCheckpoint);
}

std::unique_ptr<Transfer> AuditCalls::exportTo(const AuditTerms &terms, AuditForm form, QIODevice &to)
{
    QUrlQuery query = parametersOf(terms);
    query.addQueryItem(QStringLiteral("format"),
                       form == AuditForm::Csv ? QStringLiteral("csv") : QStringLiteral("jsonl"));
    const auto ask = [query](Wire &wire) {
        QNetworkRequest request = wire.request(Routes::auditExport, query, exportSilence);
        request.setRawHeader("Accept", "*/*");
        request.setRawHeader("Accept-Encoding", "identity");
        return wire.get(request);
    };
    return std::make_unique<StreamTransfer>(m_api.wire(), ask,
                                            StreamWords{tr("The export can't be written there: %1"),
                                                        tr("The export broke off before its end. Try again."),
                                                        tr("The export was stopped.")},
                                            to);
}

QFuture<Result<QList<Agent>>> AuditCalls::people()
{
    return m_api.agents();
}

} // namespace Holdfast
