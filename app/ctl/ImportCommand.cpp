// SPDX-License-Identifier: GPL-3.0-or-later
#include "ctl/ImportCommand.h"

#include "contract/LeadImportJson.h"
#include "ctl/CountText.h"
#include "domain/WhenFinished.h"

namespace Holdfast {

ImportCommand::ImportCommand(ApiClient &api, Console &console, bool json, QObject *parent)
    : QObject(parent)
    , m_console(console)
    , m_json(json)
    , m_import(api)
{
    connect(&m_import, &ImportLeads::progress, this, [this](int permille) {
        m_console.progress(permille < 1000 ? tr("sent %1 %").arg(permille / 10) : tr("the server is at it"));
    });
}

void ImportCommand::start(const QString &path, bool isPreview)
{
    whenFinished(m_import.preview(path), this,
                 [this, isPreview](const Result<LeadImportReport> &report) { looked(report, isPreview); });
}

void ImportCommand::stop()
{
    if (m_import.cancel().isEmpty()) // otherwise its answer is the sentence
        Q_EMIT finished(false);
}

void ImportCommand::looked(const Result<LeadImportReport> &report, bool isPreview)
{
    if (!report) {
        m_console.problem(report.error());
        const QString nothing = tr("Nothing was imported.");
        if (!isPreview && !report.error().message.contains(nothing)) // the server says so itself
            m_console.problem(nothing);
        Q_EMIT finished(false);
        return;
    }
    if (isPreview || report->problems.count > 0) {
        this->report(*report);
        if (!isPreview)
            m_console.problem(tr("Nothing was imported: mend the lines that are named first."));
        Q_EMIT finished(report->problems.count == 0);
        return;
    }
    whenFinished(m_import.run(), this, [this](const Result<LeadImportReport> &done) {
        if (done)
            this->report(*done);
        else
            m_console.problem(done.error());
        Q_EMIT finished(done.has_value());
    });
}

void ImportCommand::report(const LeadImportReport &report)
{
    if (m_json) {
        m_console.json(toJson(report));
        return;
    }
    const auto row = [](const QString &words, qint64 count) { return QStringList{words, countText(count)}; };
    m_console.table({row(report.isPreview ? tr("to make") : tr("made"), report.created),
                     row(report.isPreview ? tr("to change") : tr("changed"), report.changed),
                     row(tr("there already"), report.alreadyThere), row(tr("twice in the file"), report.repeated),
                     row(tr("problems"), report.problems.count)});
    m_console.line(report.encoding == QStringLiteral("Windows-1252")
                       ? tr("read as Windows-1252, since it is not in UTF-8: see whether accents and umlauts are right")
                       : tr("read as %1").arg(report.encoding));
    for (const LeadImportReport::Remarks *remarks : {&report.problems, &report.notices}) {
        for (const LeadImportReport::Remark &remark : remarks->first)
            m_console.line(tr("line %1: %2").arg(remark.line).arg(remark.message));
        if (const qint64 more = remarks->count - remarks->first.size(); more > 0)
            m_console.line(tr("… and %1 more of these").arg(countText(more)));
    }
}

} // namespace Holdfast
