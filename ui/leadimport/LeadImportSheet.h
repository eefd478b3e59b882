// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "actions/ImportLeads.h"
#include "leadimport/LeadImportModel.h"

#include <QDialog>

QT_FORWARD_DECLARE_CLASS(QLabel)
QT_FORWARD_DECLARE_CLASS(QProgressBar)
QT_FORWARD_DECLARE_CLASS(QPushButton)
QT_FORWARD_DECLARE_CLASS(QStringListModel)
QT_FORWARD_DECLARE_CLASS(QListView)
QT_FORWARD_DECLARE_CLASS(QTableView)

namespace Holdfast {

/// Importing leads: a file that is chosen or dropped, what would become of it, and then what became of it. Closing it
/// stops what is under way.
class LeadImportSheet : public QDialog
{
    Q_OBJECT
public:
    explicit LeadImportSheet(ImportLeads &import, QWidget *parent = nullptr);
    ~LeadImportSheet() override;

    void look(const QString &path); ///< the preview of a file
    void reject() override;         ///< stops what is under way, else closes

protected:
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    enum class Step { Choosing, Looking, Looked, Importing, Imported };

    void build();
    void buildTable();
    void choose();
    void importFile();
    void answered(const Result<LeadImportReport> &answer);
    void setStep(Step step);
    void showProgress(int permille);
    QString summary() const;
    QStringList remarks() const;

    ImportLeads &m_import;
    LeadImportModel m_model;
    LeadImportReport m_report;
    Step m_step = Step::Choosing;
    QString m_path;
    QString m_problem; ///< why there is no report
    int m_turn = 0;    ///< answers to earlier questions count no more

    QLabel *m_file;
    QLabel *m_summary;
    QListView *m_remarks;
    QStringListModel *m_remarkTexts;
    QTableView *m_table;
    QProgressBar *m_progress;
    QPushButton *m_choose;
    QPushButton *m_again;
    QPushButton *m_run;
    QPushButton *m_leave;
};

} // namespace Holdfast
