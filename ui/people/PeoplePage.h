// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Clock.h"
#include "people/PeopleModel.h"
#include "sync/UserCalls.h"

#include <QWidget>

QT_FORWARD_DECLARE_CLASS(QLabel)
QT_FORWARD_DECLARE_CLASS(QLineEdit)
QT_FORWARD_DECLARE_CLASS(QPushButton)

namespace Holdfast {

class AccountSheet;
class PeopleTable;

/// The people who sign in, for admins: who there is, what each may, which leads are theirs; making, changing, disabling
/// and enabling them. Asks each time it is shown, and again where that failed and the server is back. UI thread.
class PeoplePage : public QWidget
{
    Q_OBJECT
public:
    PeoplePage(UserCalls calls, const Clock &clock, QWidget *parent = nullptr);

    void refresh(); ///< nothing before it was shown first
    void goOn();    ///< the server is back
    void follow();  ///< people have changed
    void focusFilter();

protected:
    void showEvent(QShowEvent *event) override;

private:
    QWidget *buildHead();
    QWidget *buildFoot();
    void connectParts();
    void read();
    void showPeople(const QList<UserAccount> &people);
    void showFailure(const Failure &failure);
    void showCount();
    void showChosen();
    const UserAccount *current() const;
    void choose(UserId id);
    void open(AccountSheet *sheet);
    void openLeads();

    UserCalls m_calls;
    Clock m_clock;
    PeopleModel m_model;
    QDateTime m_readAt;
    bool m_wasShown = false;
    bool m_isReading = false;
    bool m_readsAgain = false; ///< something changed meanwhile
    bool m_isStopped = false;  ///< reading failed

    QLabel *m_count;
    QLineEdit *m_words;
    PeopleTable *m_table;
    QLabel *m_state;
    QLabel *m_which;
    QLabel *m_may; ///< what the chosen one may
    QPushButton *m_new;
    QPushButton *m_change;
    QPushButton *m_password;
    QPushButton *m_leads;
    QPushButton *m_standing;
};

} // namespace Holdfast
