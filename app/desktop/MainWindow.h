// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "actions/SignIn.h"
#include "desktop/DesktopOptions.h"
#include "desktop/SpokenLanguage.h"
#include "look/Appearance.h"

#include <QDialog>
#include <QPointer>
#include <QSettings>
#include <QStackedWidget>

namespace Holdfast {

class SignedInView;
class SignInPage;

/// The one window: signing in, or what one sees while signed in.
class MainWindow : public QStackedWidget
{
    Q_OBJECT
public:
    MainWindow(const DesktopOptions &options, SignIn &signIn, ApiClient &api, Appearance &appearance,
               SpokenLanguage &language, Clock clock);
    ~MainWindow() override;

protected:
    void closeEvent(QCloseEvent *event) override;

private:
    void makePage();
    void makeView();
    void speak(const ShownLanguage &language); ///< at once, where nothing is under way that it would break off
    void showSignedIn(const std::shared_ptr<Session> &session);
    void showSignIn(const QString &why);
    void letGo(); ///< of what the person who was signed in sees
    void askToSignInAgain();
    void askToClose(int waiting);
    void goBack(); ///< to what is begun, to where one was in it
    void openPasswordSheet();
    void signOut();
    void askToGiveUp(const SignIn::Known &who, const QString &whatStays);

    SignIn &m_signIn;
    ApiClient &m_api;
    Appearance &m_appearance;
    SpokenLanguage &m_language;
    Clock m_clock;
    QSettings m_settings;
    SignInPage *m_page = nullptr;
    std::shared_ptr<Session> m_session;
    SignedInView *m_view = nullptr;
    bool m_mayClose = false;                 ///< somebody was asked
    QList<QPointer<QDialog>> m_sheetsBefore; ///< of the view, out of the way while one signs in again
    QPointer<QWidget> m_focusBefore;         ///< in the view, while one signs in again
};

} // namespace Holdfast
