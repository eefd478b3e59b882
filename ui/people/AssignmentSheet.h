// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/UserCalls.h"

#include <QDialog>
#include <QTimer>

QT_FORWARD_DECLARE_CLASS(QLabel)
QT_FORWARD_DECLARE_CLASS(QLineEdit)
QT_FORWARD_DECLARE_CLASS(QListView)
QT_FORWARD_DECLARE_CLASS(QPushButton)
QT_FORWARD_DECLARE_CLASS(QStandardItemModel)

namespace Holdfast {

/// Which leads are somebody's: those that are, to be taken away, and those that are not, to be assigned. One line
/// searches both. What is done counts at once. UI thread.
class AssignmentSheet : public QDialog
{
    Q_OBJECT
public:
    static constexpr int mostShown = 200; ///< of each; the words find the others

    AssignmentSheet(UserCalls calls, const User &person, QWidget *parent = nullptr);

private:
    /// The leads of one kind, below each other.
    struct Side
    {
        QLabel *head = nullptr;
        QListView *list = nullptr;
        QStandardItemModel *leads = nullptr;
        QPushButton *button = nullptr;
    };
    Side makeSide(const QString &button, UserCalls::Assignment becomes);
    void build();
    void search();
    void showAssigned(const UserCalls::LeadPage &page);
    void showOthers(const UserCalls::LeadPage &page);
    static void fill(const Side &side, const QList<Lead> &leads);
    void assign(const Side &side, UserCalls::Assignment becomes);
    void complain(const Failure &failure);
    void showWhatCanBeDone();

    UserCalls m_calls;
    User m_person;
    int m_turn = 0; ///< answers to earlier searches count no more
    bool m_isAsking = false;
    QTimer m_typed;
    QLineEdit *m_words;
    Side m_assigned;
    Side m_others;
    QLabel *m_state;
    QPushButton *m_close;
};

} // namespace Holdfast
