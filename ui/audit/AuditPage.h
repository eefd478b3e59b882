// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "actions/ExportAudit.h"
#include "actions/KeptCheckpoint.h"
#include "audit/AuditFilters.h"
#include "audit/AuditModel.h"

#include <QWidget>

#include <functional>

QT_FORWARD_DECLARE_CLASS(QLabel)
QT_FORWARD_DECLARE_CLASS(QProgressBar)
QT_FORWARD_DECLARE_CLASS(QPushButton)

namespace Holdfast {

class AuditTable;
class EntryPanel;

/// The audit log, for supervisors and admins: filtered, one entry read whole, exported to a file, verified, its
/// checkpoints saved and compared. Asks when it is shown first, and then only when told to, for each reading is an
/// entry; again where that failed and the server is back. UI thread; goes before the ApiClient.
class AuditPage : public QWidget
{
    Q_OBJECT
public:
    AuditPage(ApiClient &api, const Clock &clock, QWidget *parent = nullptr);

    void refresh(); ///< what is shown, with what came since; nothing before it was shown first
    void goOn();    ///< the server is back
    void focusFilter();
    void showOnly(RecordingId recording, AuditFilters::About about); ///< nothing else counts any more

    void verify();
    void exportTo(const QString &path, AuditForm form); ///< what the filters say
    void saveCheckpoint(const QString &path);
    void compareWith(const QString &path); ///< a checkpoint that was saved before

protected:
    void showEvent(QShowEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    QWidget *buildHead();
    QWidget *buildWorkLine();
    void connectParts();
    void searchFor();
    void readPeople();
    void say(const QString &sentence);
    void showFound();
    void showCount();
    void showFailure(const Failure &failure);
    enum class Tone { Good, Bad, Plain };
    void tell(const QString &sentence, Tone tone); ///< what became of what was asked for
    void beginWork(const QString &sentence, const std::function<void()> &cancel);
    void endWork();
    void chooseExport(AuditForm form);
    void chooseCheckpoint();
    void chooseKept();
    void tellReport(const Result<AuditReport> &report, const QString &keptIn);
    QString sentenceOf(const Failure &failure) const;
    static QString timeText(const QDateTime &time); ///< as the clock on the wall here has it

    AuditCalls m_calls;
    Clock m_clock;
    ExportAudit m_export;
    KeptCheckpoint m_checkpoint;
    AuditModel m_model;
    bool m_wasShown = false;
    bool m_hasPeople = false;       ///< or they are asked for
    std::function<void()> m_cancel; ///< of the work that is under way

    AuditFilters *m_filters;
    AuditTable *m_table;
    EntryPanel *m_panel;
    QLabel *m_count;
    QLabel *m_state; ///< what is wrong with what is shown
    QLabel *m_told;
    QWidget *m_workLine;
    QLabel *m_work;
    QProgressBar *m_progress;
    QPushButton *m_stop;
    QPushButton *m_refresh;
    QPushButton *m_verify;
    QPushButton *m_checkpoints;
    QPushButton *m_exports;
};

} // namespace Holdfast
