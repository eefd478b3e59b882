// SPDX-License-Identifier: GPL-3.0-or-later
#include "audit/AuditPage.h"
#include "audit/AuditTable.h"
#include "domain/WhenFinished.h"
#include "look/Text.h"

#include <QFileDialog>
#include <QFileInfo>
#include <QLabel>
#include <QLocale>
#include <QProgressBar>
#include <QPushButton>
#include <QStandardPaths>
#include <QStyle>

/// What the Audit place does with the whole log: verifying, exporting, its checkpoints.
namespace Holdfast {

QString AuditPage::sentenceOf(const Failure &failure) const
{
    return failure.kind == FailureKind::Unreachable ? tr("The server can't be reached. Try again when it is back.")
                                                    : failure.message;
}

void AuditPage::tell(const QString &sentence, Tone tone)
{
    m_told->setText(sentence);
    m_told->setProperty("good", tone == Tone::Good);
    m_told->setProperty("bad", tone == Tone::Bad);
    m_told->style()->unpolish(m_told); // a style sheet looks at properties only then
    m_told->style()->polish(m_told);
    m_told->setVisible(!sentence.isEmpty());
}

void AuditPage::beginWork(const QString &sentence, const std::function<void()> &cancel)
{
    m_cancel = cancel;
    tell({}, Tone::Plain);
    m_work->setText(sentence);
    m_progress->setRange(0, 0);
    m_workLine->show();
    m_stop->setFocus(); // else the key that began it would go on somewhere among the filters
    for (QPushButton *button : {m_verify, m_checkpoints, m_exports})
        button->setEnabled(false);
}

void AuditPage::endWork()
{
    m_cancel = {};
    if (m_stop->hasFocus())
        m_table->setFocus();
    m_workLine->hide();
    for (QPushButton *button : {m_verify, m_checkpoints, m_exports})
        button->setEnabled(true);
}

void AuditPage::verify()
{
    if (m_cancel)
        return;
    auto verifying = m_calls.verify();
    beginWork(tr("The server goes through the whole log…"), [verifying]() mutable { verifying.cancel(); });
    whenFinished(verifying, this, [this](const Result<AuditReport> &report) { tellReport(report, {}); });
}

void AuditPage::compareWith(const QString &path)
{
    if (m_cancel)
        return;
    auto comparing = m_checkpoint.compare(path);
    beginWork(tr("The server goes through the whole log, and compares it with the checkpoint…"),
              [comparing]() mutable { comparing.cancel(); });
    whenFinished(comparing, this,
                 [this, path](const Result<AuditReport> &report) { tellReport(report, QFileInfo(path).fileName()); });
}

/// keptIn: the name of the checkpoint's file; empty where there was none.
void AuditPage::tellReport(const Result<AuditReport> &report, const QString &keptIn)
{
    endWork();
    if (!report)
        return tell(report.error().kind == FailureKind::Cancelled ? tr("Stopped: nothing is known of the log.")
                                                                  : sentenceOf(report.error()),
                    report.error().kind == FailureKind::Cancelled ? Tone::Plain : Tone::Bad);
    //: A time of day, and what was so then
    const QString sentence = tr("%1: %2").arg(timeText(m_clock()), auditSentence(*report)) + u' ';
    if (report->finding)
        return tell(sentence + tr("Keep the log as it is, and call whoever looks after the server."), Tone::Bad);
    tell(sentence + (keptIn.isEmpty()
                         ? tr("Whether its end was cut off only a checkpoint tells that was kept elsewhere.")
                         : tr("It holds all that the checkpoint in %1 says.").arg(keptIn)),
         report->gaps.isEmpty() ? Tone::Good : Tone::Plain);
}

void AuditPage::exportTo(const QString &path, AuditForm form)
{
    const Result<AuditTerms> terms = m_filters->terms();
    if (m_cancel || !terms)
        return say(terms ? QString() : terms.error().message);
    beginWork(tr("The server measures what it exports…"), [this] { m_export.cancel(); });
    whenFinished(m_export.run(*terms, form, path), this, [this, path](const Result<qint64> &size) {
        endWork();
        if (size)
            tell(tr("Exported to %1 (%2).").arg(path, sizeText(*size)), Tone::Good);
        else
            tell(size.error().message, size.error().kind == FailureKind::Cancelled ? Tone::Plain : Tone::Bad);
    });
}

void AuditPage::saveCheckpoint(const QString &path)
{
    whenFinished(m_checkpoint.save(path), this, [this, path](const Result<qint64> &entries) {
        if (!entries)
            return tell(sentenceOf(entries.error()), Tone::Bad);
        tell(tr("The checkpoint of %1 entries is in %2. Keep it where nobody who looks after the server can change it.")
                 .arg(QLocale().toString(*entries), path),
             Tone::Good);
    });
}

void AuditPage::chooseExport(AuditForm form)
{
    const bool isCsv = form == AuditForm::Csv;
    auto *dialog = new QFileDialog(this, tr("Export the audit log"),
                                   QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(isCsv ? QStringLiteral("csv") : QStringLiteral("jsonl"));
    dialog->selectFile(QStringLiteral("audit-%1").arg(m_clock().toLocalTime().date().toString(Qt::ISODate)));
    connect(dialog, &QFileDialog::fileSelected, this, [this, form](const QString &path) { exportTo(path, form); });
    dialog->open();
}

void AuditPage::chooseCheckpoint()
{
    auto *dialog = new QFileDialog(this, tr("Save the checkpoint"),
                                   QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(QStringLiteral("txt"));
    dialog->selectFile(QStringLiteral("checkpoint-%1").arg(m_clock().toLocalTime().date().toString(Qt::ISODate)));
    connect(dialog, &QFileDialog::fileSelected, this, &AuditPage::saveCheckpoint);
    dialog->open();
}

void AuditPage::chooseKept()
{
    auto *dialog = new QFileDialog(this, tr("Compare with a checkpoint"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, &AuditPage::compareWith);
    dialog->open();
}

} // namespace Holdfast
