// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/UserCalls.h"

#include <QDialog>

QT_FORWARD_DECLARE_CLASS(QFormLayout)
QT_FORWARD_DECLARE_CLASS(QLabel)
QT_FORWARD_DECLARE_CLASS(QLineEdit)
QT_FORWARD_DECLARE_CLASS(QPushButton)

namespace Holdfast {

/// What is asked for one person's account: what it means, fields, and a button before which nothing happens. Closes
/// once the server has done it; else it says why not and stays. UI thread.
class AccountSheet : public QDialog
{
    Q_OBJECT
public:
    void reject() override; ///< not while the server is asked: one would not know what became of it

Q_SIGNALS:
    void done(const Holdfast::UserAccount &account); ///< as it is now
    void unknown();                                  ///< the server gave no answer: it may have been done

protected:
    AccountSheet(const QString &title, const QString &help, const QString &deed, QWidget *parent);

    QFormLayout &form() { return *m_form; }
    QLineEdit *addPasswordLine(const QString &name);
    void setHelp(const QString &sentence);
    void complain(const QString &sentence); ///< empty: nothing is wrong
    void showWhatCanBeDone();

    virtual bool isComplete() const = 0; ///< the button can be pressed
    /// Asks the server; nothing where something is wrong, which it has said with complain().
    virtual std::optional<QFuture<Result<UserAccount>>> ask() = 0;

private:
    void build(const QString &title);
    void carryOut();

    bool m_isAsking = false;
    QLabel *m_title;
    QLabel *m_help;
    QFormLayout *m_form;
    QWidget *m_fields;
    QLabel *m_state;
    QPushButton *m_leave;
    QPushButton *m_run;
};

} // namespace Holdfast
