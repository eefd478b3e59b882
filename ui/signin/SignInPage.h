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
    /// Over a window that stays as it is for the person whose session that is, until somebody else signs in.
    void goOnWith(const std::shared_ptr<Session> &open);
    void say(const QString &sentence); ///< why one is here again; empty: nothing
    /// Tries the kept sign-in first and shows the fields only where there is none.
    void resume();

Q_SIGNALS:
    void signedIn(std::shared_ptr<Holdfast::Session> session);
    void putOff(); ///< the person goes on without having signed in

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void buildLayout();
    void submit();
    void setBusy(bool busy);
    void answered(const Result<std::shared_ptr<Session>> &result);

    SignIn &m_signIn;
    std::weak_ptr<Session> m_open;
    QLineEdit *m_server = nullptr;
    QLineEdit *m_username = nullptr;
    QLineEdit *m_password = nullptr;
    QPushButton *m_submit = nullptr;
    QPushButton *m_notNow = nullptr; ///< only with an open session
    QProgressBar *m_progress = nullptr;
    QLabel *m_sentence = nullptr;
};

} // namespace Holdfast
