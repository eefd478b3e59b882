// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/AuditExport.h"

#include "access/Gate.h"
#include "api/AuditQuery.h"
#include "api/DeedGuard.h"
#include "api/FailureReply.h"
#include "api/Log.h"
#include "contract/Routes.h"

namespace Holdfast {

namespace {

constexpr int entriesAtOnce = 128;

enum class ExportFormat { Csv, JsonLines };

/// The same bytes each time it is gone through, for entries don't change.
class ExportText
{
public:
    ExportText(const AuditFilter &filter, ExportFormat format, qint64 lastId)
        : m_filter(filter)
        , m_format(format)
        , m_lastId(lastId)
    {
        m_filter.limit = entriesAtOnce;
    }

    /// Empty at the end.
    Result<QByteArray> next(Database &database)
    {
        QByteArray text;
        if (!m_hasBegun && m_format == ExportFormat::Csv)
            text = auditCsvHeader();
        m_hasBegun = true;
        const Result<QList<AuditRow>> rows = Audit(database).rowsAfter(m_place, m_lastId, m_filter);
        if (!rows)
            return fail(rows.error());
        for (const AuditRow &row : *rows) {
            text += lineOf(row);
            m_place = {row.at, row.id};
        }
        m_entries += rows->size();
        return text;
    }
    qint64 entries() const { return m_entries; }

private:
    QByteArray lineOf(const AuditRow &row) const
    {
        switch (m_format) {
        case ExportFormat::Csv:
            return auditCsvLine(row);
        case ExportFormat::JsonLines:
            return auditLine(row) + '\n';
        }
        Q_UNREACHABLE();
    }

    AuditFilter m_filter;
    ExportFormat m_format;
    qint64 m_lastId;
    Audit::Place m_place;
    bool m_hasBegun = false;
    qint64 m_entries = 0;
};

class ExportBody : public Http::BodySource
{
public:
    ExportBody(DataFolder &data, ExportText text, qint64 size)
        : m_data(data)
        , m_text(std::move(text))
        , m_size(size)
    {
    }
    qint64 size() const override { return m_size; }
    QByteArray next() override
    {
        const Result<Database *> database = m_data.connections().ofThisThread();
        const Result<QByteArray> text = database ? m_text.next(**database) : fail(database.error());
        if (!text)
            qCWarning(logApi) << "an export of the audit log broke off:" << text.error().detail;
        return text.value_or(QByteArray());
    }

private:
    DataFolder &m_data;
    ExportText m_text;
    const qint64 m_size;
};

struct Measure
{
    qint64 bytes = 0;
    qint64 entries = 0;
};

Result<Measure> measure(Database &database, ExportText text, const WatchedWork::IsCancelled &isCancelled)
{
    Measure measure;
    for (;;) {
        const Result<QByteArray> piece = text.next(database);
        if (!piece)
            return fail(piece.error());
        if (piece->isEmpty())
            break;
        measure.bytes += piece->size();
        if (isCancelled())
            return fail(FailureKind::Cancelled, QStringLiteral("The export was stopped."));
    }
    measure.entries = text.entries();
    return measure;
}

Http::Reply replyOf(DataFolder &data, const ExportText &text, ExportFormat format, qint64 size)
{
    Http::Reply reply;
    const bool isCsv = format == ExportFormat::Csv;
    reply.headers.set("Content-Type", isCsv ? "text/csv; charset=utf-8" : "application/jsonl; charset=utf-8");
    reply.headers.set("Content-Disposition",
                      isCsv ? "attachment; filename=\"audit.csv\"" : "attachment; filename=\"audit.jsonl\"");
    if (size > 0)
        reply.source = std::make_shared<ExportBody>(data, text, size);
    return reply;
}

} // namespace

AuditExport::AuditExport(DataFolder &data, AccessLog &log)
    : m_data(data)
    , m_log(log)
{
}

void AuditExport::addTo(Http::Router &router, const Http::Gate &gate)
{
    router.add("GET", Routes::auditExport, gate,
               onlyFor(Deed::ReadAudit, m_log, QStringLiteral("audit-export"), QStringLiteral("export the audit log"),
                       [this](const Http::Request &request, const Http::Responder &responder) {
                           return begin(request, responder);
                       }));
}

std::unique_ptr<Http::BodySink> AuditExport::begin(const Http::Request &request, const Http::Responder &responder)
{
    QueryFields query(request);
    const AuditFilter filter = auditFilterOf(query);
    const QString name = query.text(QLatin1String("format")).value_or(QStringLiteral("jsonl"));
    if (name != QLatin1String("csv") && name != QLatin1String("jsonl"))
        query.refuse(QStringLiteral("format"), QStringLiteral("must be csv or jsonl"));
    if (const auto failure = query.failure()) {
        responder.reply(failureReply(*failure));
        return nullptr;
    }
    AuditEntry entry = m_log.entry(Gate::callerOf(request), QStringLiteral("audit-export"));
    const ExportFormat format = name == QLatin1String("csv") ? ExportFormat::Csv : ExportFormat::JsonLines;
    return m_work.begin(
        request, responder, 0,
        [this, entry, filter, format, name](const QByteArray &, const Http::Responder &answer,
                                            const WatchedWork::IsCancelled &isCancelled) {
            const Result<Database *> database = m_data.connections().ofThisThread();
            const Result<qint64> last = database ? Audit(**database).lastId() : fail(database.error());
            if (!last)
                return answer.reply(failureReply(last.error()));
            const ExportText text(filter, format, *last);
            const Result<Measure> measured = measure(**database, text, isCancelled);
            if (!measured)
                return answer.reply(failureReply(measured.error()));
            AuditEntry done = entry;
            done.detail = {{QLatin1String("format"), name}, {QLatin1String("entries"), measured->entries}};
            m_log.thenReply(done, answer, replyOf(m_data, text, format, measured->bytes));
        });
}

} // namespace Holdfast
