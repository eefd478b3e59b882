// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "leads/InboxModel.h"

#include <QWidget>

QT_FORWARD_DECLARE_CLASS(QLabel)
QT_FORWARD_DECLARE_CLASS(QPushButton)
QT_FORWARD_DECLARE_CLASS(QTableView)

namespace Holdfast {

class LeadFinder;
class LeadsModel;
class UndoLine;

/// What the watched folders have brought, to be filed or dismissed: Enter files what is chosen to the suggested lead,
/// Delete dismisses it, typing chooses another lead. Undo brings back for a while what was dismissed. What a lead has
/// already is filed again by a button of its own alone. UI thread.
class InboxView : public QWidget
{
    Q_OBJECT
public:
    InboxView(LocalStore &store, const LeadsModel &leads, FileFromInbox &file, QWidget *parent = nullptr);

    qint64 count() const { return m_model.all(); }
    void setLeftOut(const QStringList &sentences); ///< what the folders hold besides, and why it does not come here

Q_SIGNALS:
    void countChanged();
    void problem(const QString &sentence);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void buildTable();
    QWidget *buildButtons();
    bool handleTableKey(QKeyEvent *event);
    void showState();
    void keepSelection();
    void leaveOtherLead();
    void fileToSuggested();
    void fileTo(LeadId lead);
    void fileThere();
    void fileAgain();
    void showTarget();
    QList<InboxEntry> entriesToFile(bool onlySuggested) const;
    bool has(LeadId lead, const InboxEntry &entry) const;
    QList<InboxEntry> entriesThereAlready() const; ///< of those, what the lead that they would go to has
    void file(const QList<InboxEntry> &entries, std::optional<LeadId> lead,
              FileFromInbox::Twins twins = FileFromInbox::Twins::Stay);
    void dismiss();
    void bringBack();
    QList<int> selectedRows() const;

    LocalStore &m_store;
    FileFromInbox &m_file;
    InboxModel m_model;
    QTableView *m_table;
    QLabel *m_empty;
    QLabel *m_leftOut;
    QLabel *m_why;  ///< of the one that is chosen, in full
    QLabel *m_note; ///< what can't be seen, or could not be done
    LeadFinder *m_otherLead;
    QPushButton *m_fileButton = nullptr;
    QPushButton *m_againButton = nullptr;
    QPushButton *m_dismissButton = nullptr;
    UndoLine *m_undo = nullptr;
    QList<qint64> m_dismissed; ///< those that Undo brings back
    QList<qint64> m_selected;  ///< by their numbers: over the resets of the model
    int m_currentRow = 0;
    int m_filing = 0; ///< how often it is under way
    QString m_refused;
};

} // namespace Holdfast
