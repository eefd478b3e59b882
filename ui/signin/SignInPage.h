// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "actions/SignIn.h"

#include <QWidget>

QT_FORWARD_DECLARE_CLASS(QLabel)
QT_FORWARD_DECLARE_CLASS(QLineEdit)
QT_FORWARD_DECLARE_CLASS(QProgressBar)
QT_FORWARD_DECLARE_CLASS(QPushButton)

namespace Holdfast {

/// Where one signs in: server, user, password. What goes wrong stands below the fields as a sentence.
class SignInPage : public QWidget
{
    Q_OBJECT
public:
    explicit SignInPage(SignIn &signIn, QWidget *parent = nullptr);

    void prefill(const QUrl &server, const QString &username, const QString &password);
    void say(const QString &sentence); ///< why one is here again; empty: nothing
    /// Tries the kept sign-in first and shows the fields only where there is none.
    void resume();

Q_SIGNALS:
    void signedIn(std::shared_ptr<Holdfast::Session> session);

private:
    void buildLayout();
    void submit();
    void setBusy(bool busy);
    void answered(const Result<std::shared_ptr<Session>> &result);

    SignIn &m_signIn;
    QLineEdit *m_server = nullptr;
    QLineEdit *m_username = nullptr;
    QLineEdit *m_password = nullptr;
    QPushButton *m_submit = nullptr;
    QProgressBar *m_progress = nullptr;
    QLabel *m_sentence = nullptr;
};

} // namespace Holdfast
