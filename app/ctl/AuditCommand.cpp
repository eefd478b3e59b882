// SPDX-License-Identifier: GPL-3.0-or-later
#include "ctl/AuditCommand.h"

#include "contract/AuditJson.h"
#include "ctl/CountText.h"
#include "ctl/TargetFile.h"
#include "domain/WhenFinished.h"

#include <algorithm>

namespace Holdfast {

namespace {

constexpr int pageEntries = 500;

} // namespace

AuditCommand::AuditCommand(ApiClient &api, Console &console, const CtlOptions &options, QObject *parent)
    : QObject(parent)
    , m_calls(api)
    , m_console(console)
    , m_options(options)
    , m_export(api)
    , m_checkpoint(api)
{
    connect(&m_export, &ExportAudit::progress, this, [this](qint64 done, qint64 total) {
        m_console.progress(tr("%1 %").arg(total > 0 ? done * 100 / total : 0));
    });
}

void AuditCommand::list()
{
    listPage({}, m_options.limit);
}

/// A line each, as they come: a million of them need no memory.
void AuditCommand::listPage(const QString &cursor, int left)
{
    const int limit = std::min(left, pageEntries);
    whenFinished(m_calls.page(m_options.auditTerms, cursor, limit), this,
                 [this, left](const Result<AuditCalls::Page> &page) {
                     if (!page)
                         return end(page.error());
                     for (const AuditEntry &entry : page->entries)
                         print(entry);
                     const int rest = left - static_cast<int>(page->entries.size());
                     if (page->next.isEmpty() || page->entries.isEmpty() || rest <= 0)
                         Q_EMIT finished(true);
                     else
                         listPage(page->next, rest);
                 });
}

void AuditCommand::print(const AuditEntry &entry)
{
    if (m_options.json)
        return m_console.jsonLine(toJson(entry));
    QStringList parts{QString::number(entry.id), entry.at.toLocalTime().toString(QStringLiteral("yyyy-MM-dd HH:mm:ss")),
                      entry.username.isEmpty() ? QStringLiteral("-") : entry.username, entry.action,
                      outcomeName(entry.outcome)};
    if (entry.recordingId.isValid())
        parts.append(tr("recording %1").arg(entry.recordingId.value));
    if (entry.leadId.isValid())
        parts.append(tr("lead %1").arg(entry.leadId.value));
    parts.append(entry.address);
    m_console.line(parts.join(QStringLiteral("  ")));
}

void AuditCommand::exportTo(const QString &path)
{
    if (const Done free = mayBeWritten(path, m_options.force); !free)
        return end(free.error());
    const bool isCsv = path.endsWith(QStringLiteral(".csv"), Qt::CaseInsensitive);
    whenFinished(
        m_export.run(m_options.auditTerms, isCsv ? AuditForm::Csv : AuditForm::JsonLines, path), this,
        [this, path](const Result<qint64> &size) {
            if (!size)
                return end(size.error());
            if (m_options.json)
                m_console.json(QJsonObject{{QStringLiteral("file"), path}, {QStringLiteral("fileSize"), *size}});
            else
                m_console.line(tr("Exported to %1 (%2 bytes).").arg(path, countText(*size)));
            Q_EMIT finished(true);
        });
}

void AuditCommand::verify(const QString &kept)
{
    whenFinished(kept.isEmpty() ? m_calls.verify() : m_checkpoint.compare(kept), this,
                 [this](const Result<AuditReport> &report) {
                     if (!report)
                         return end(report.error());
                     if (m_options.json)
                         m_console.json(toJson(*report));
                     else
                         m_console.line(auditSentence(*report));
                     Q_EMIT finished(!report->finding);
                 });
}

void AuditCommand::checkpoint(const QString &path)
{
    if (const Done free = mayBeWritten(path, m_options.force); !free)
        return end(free.error());
    whenFinished(m_checkpoint.save(path), this, [this, path](const Result<qint64> &entries) {
        if (!entries)
            return end(entries.error());
        if (m_options.json)
            m_console.json(QJsonObject{{QStringLiteral("file"), path}, {QStringLiteral("entries"), *entries}});
        else
            m_console.line(tr("The checkpoint of %1 entries is in %2.").arg(countText(*entries), path));
        Q_EMIT finished(true);
    });
}

void AuditCommand::end(const Failure &failure)
{
    m_console.problem(failure);
    Q_EMIT finished(false);
}

} // namespace Holdfast
