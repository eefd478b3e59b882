// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "actions/AttachRecordings.h"
#include "actions/RefreshLeads.h"
#include "leads/LeadsModel.h"

#include <QWidget>

QT_FORWARD_DECLARE_CLASS(QLabel)
QT_FORWARD_DECLARE_CLASS(QLineEdit)
QT_FORWARD_DECLARE_CLASS(QListView)
QT_FORWARD_DECLARE_CLASS(QPushButton)
QT_FORWARD_DECLARE_CLASS(QStackedWidget)

namespace Holdfast {

class AttachOverlay;
class FileFromInbox;
class InboxView;
class LeadDelegate;
class LeadHeader;
class ProblemStrip;
class RecordingsView;

/// The agent's place: my leads on the left, the chosen one's recordings on the right, and files dropped anywhere on
/// either.
class LeadsPage : public QWidget
{
    Q_OBJECT
public:
    LeadsPage(Session &session, RefreshLeads &refresh, AttachRecordings &attach, QWidget *parent = nullptr);

    void refresh();     ///< the shown lead's recordings from the server, without waiting
    void attachFiles(); ///< chooses files for the lead that is shown
    void focusFilter();
    /// What the watched folders bring is filed from here; once, before it is shown.
    void addInbox(FileFromInbox &file);
    void setInboxShown(bool shown);                ///< some folder is watched
    void setLeftOut(const QStringList &sentences); ///< of what the inbox does not take
    void openInbox();
    void showRole(); ///< what the session's person may do now
    std::optional<LocalRecording> currentRecording() const;
    void showRecording(const LocalRecording &recording); ///< and its lead, where they are here
    void playNext(int step);                             ///< of the lead that is shown
    void setPlaying(const LocalRecording *recording);

Q_SIGNALS:
    void playRequested(const Holdfast::LocalRecording &recording);
    void saveCopyRequested(const Holdfast::LocalRecording &recording);
    void importRequested();
    void problem(const QString &sentence);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QWidget *buildList();
    QWidget *buildLeadPage();
    void connectParts();
    void showLead(const QModelIndex &index);
    void keepLead();
    void showHeader();
    bool isMine(const Lead &lead) const;
    void followLead(const QList<LeadId> &touched);
    void leaveLead();
    void showEmptiness();
    void showInboxCount();
    bool handleDrag(QObject *watched, QEvent *event);
    std::optional<Lead> leadUnder(QObject *watched, const QPoint &place) const;

    Session &m_session;
    RefreshLeads &m_refresh;
    LeadsModel m_model;
    std::optional<Lead> m_lead;

    QPushButton *m_import = nullptr;
    QLineEdit *m_filter = nullptr;
    QPushButton *m_inboxButton = nullptr;
    InboxView *m_inbox = nullptr; ///< none without watched folders
    QListView *m_list = nullptr;
    LeadDelegate *m_delegate = nullptr;
    QLabel *m_emptyList = nullptr;
    QStackedWidget *m_right = nullptr;
    QLabel *m_choose = nullptr; ///< on the right before a lead is chosen
    QWidget *m_leadPage = nullptr;
    LeadHeader *m_header = nullptr;
    ProblemStrip *m_problem = nullptr;
    RecordingsView *m_recordings = nullptr;
    AttachOverlay *m_overlay = nullptr;
};

} // namespace Holdfast
