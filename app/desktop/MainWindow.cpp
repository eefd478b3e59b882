// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/MainWindow.h"

#include "desktop/SignedInView.h"
#include "domain/WhenFinished.h"
#include "look/Icons.h"
#include "server/ConfirmSheet.h"
#include "settings/OwnPasswordSheet.h"
#include "signin/GiveUpSheet.h"
#include "signin/SignInPage.h"

#include <QCloseEvent>

namespace Holdfast {

namespace {

constexpr QSize smallest(1024, 640);
constexpr QSize usual(1280, 800);

const QString geometryKey = QStringLiteral("window/geometry");
const QString closeSheet = QStringLiteral("close");
const QString appearanceKey = QStringLiteral("look/appearance");

const std::pair<AppearanceChoice, QLatin1String> appearanceWords[] = {
    {AppearanceChoice::AsDesktop, QLatin1String("desktop")},
    {AppearanceChoice::Light, QLatin1String("light")},
    {AppearanceChoice::Dark, QLatin1String("dark")},
};

} // namespace

MainWindow::MainWindow(const DesktopOptions &options, SignIn &signIn, ApiClient &api, Appearance &appearance,
                       SpokenLanguage &language, Clock clock)
    : m_signIn(signIn)
    , m_api(api)
    , m_appearance(appearance)
    , m_language(language)
    , m_clock(std::move(clock))
    , m_settings(options.profile + QStringLiteral("/window.ini"), QSettings::IniFormat)
{
    setWindowTitle(QStringLiteral("Holdfast"));
    setWindowIcon(appIcon());
    setMinimumSize(smallest);
    resize(usual);
    restoreGeometry(m_settings.value(geometryKey).toByteArray());
    for (const auto &[choice, word] : appearanceWords)
        if (m_settings.value(appearanceKey).toString() == word)
            m_appearance.choose(choice);

    makePage();
    connect(&m_signIn, &SignIn::anotherSignsIn, this, &MainWindow::letGo);
    if (options.server.isEmpty() && options.username.isEmpty()) {
        m_page->resume();
    } else {
        m_page->prefill(options.server, options.username, options.password);
    }
}

void MainWindow::makePage()
{
    delete std::exchange(m_page, new SignInPage(m_signIn, this));
    addWidget(m_page);
    connect(m_page, &SignInPage::signedIn, this, &MainWindow::showSignedIn);
    connect(m_page, &SignInPage::putOff, this, &MainWindow::goBack);
}

MainWindow::~MainWindow()
{
    delete m_view; // before the session that it shows
}

void MainWindow::showSignedIn(const std::shared_ptr<Session> &session)
{
    if (m_view && session == m_session) {
        goBack();
        m_view->goOn();
        return;
    }
    m_session = session;
    makeView();
}

void MainWindow::makeView()
{
    m_view = new SignedInView(m_session, m_api, m_appearance, m_clock, this);
    addWidget(m_view);
    setCurrentWidget(m_view);
    connect(m_view, &SignedInView::appearanceChosen, this, [this](AppearanceChoice chosen) {
        for (const auto &[choice, word] : appearanceWords)
            if (choice == chosen)
                m_settings.setValue(appearanceKey, QString(word));
    });
    connect(m_view, &SignedInView::passwordChangeRequested, this, &MainWindow::openPasswordSheet);
    connect(m_view, &SignedInView::signOutRequested, this, &MainWindow::signOut, Qt::QueuedConnection);
    connect(m_view, &SignedInView::signInRequested, this, &MainWindow::askToSignInAgain);
    // Queued: the view in which somebody chose it may go.
    connect(m_view, &SignedInView::languageChosen, this, &MainWindow::speak, Qt::QueuedConnection);
}

/// The words of a window are written when it is made, so it is made anew.
void MainWindow::speak(const ShownLanguage &language)
{
    if (!m_view)
        return;
    if (m_view->isAtWork())
        return m_view->say(tr("The other language shows when Holdfast is started the next time: something is still "
                              "under way here."));
    m_language.speak(language);
    delete std::exchange(m_view, nullptr);
    makePage();
    makeView();
    m_view->showSettings();
}

/// All that is begun stays as it is behind the page, for the same person.
void MainWindow::askToSignInAgain()
{
    m_focusBefore = m_view->focusWidget();
    m_sheetsBefore.clear();
    for (QDialog *sheet : m_view->findChildren<QDialog *>())
        if (sheet->isVisible())
            m_sheetsBefore.append(sheet);
    for (QDialog *sheet : std::as_const(m_sheetsBefore))
        sheet->hide(); // they would keep the keys from the page
    setCurrentWidget(m_page);
    m_page->say({});
    m_page->goOnWith(m_session);
}

void MainWindow::goBack()
{
    setCurrentWidget(m_view);
    if (m_focusBefore)
        m_focusBefore->setFocus();
    for (const QPointer<QDialog> &sheet : std::exchange(m_sheetsBefore, {}))
        if (sheet)
            sheet->show();
}

void MainWindow::letGo()
{
    setCurrentWidget(m_page);
    delete m_view;
    m_view = nullptr;
    m_session.reset();
}

void MainWindow::openPasswordSheet()
{
    const auto change = [this](const QByteArray &current, const QByteArray &wanted) {
        return m_signIn.changePassword(m_session, current, wanted)
            .then([](const Result<ChangePassword::Changed> &changed) {
                return changed.map([](const ChangePassword::Changed &done) { return done.sentence; });
            });
    };
    auto *sheet = new OwnPasswordSheet(change, m_view);
    sheet->setAttribute(Qt::WA_DeleteOnClose);
    connect(sheet, &OwnPasswordSheet::changed, m_view, &SignedInView::say);
    sheet->open();
}

void MainWindow::showSignIn(const QString &why)
{
    letGo();
    const SignIn::Known known = m_signIn.lastUsed();
    m_page->prefill(known.server, known.username, {});
    m_page->say(why);
}

void MainWindow::signOut()
{
    if (!m_session)
        return;
    const std::shared_ptr<Session> session = m_session;
    const SignIn::Known who{session->server, session->account};
    showSignIn({});
    const auto localData = session->upkeep->rules().wipeAtSignOut ? SignIn::LocalData::Goes : SignIn::LocalData::Stays;
    whenFinished(m_signIn.signOut(session, localData), this, [this, who](const Result<SignIn::SignedOut> &out) {
        const QString sentence = out ? out->sentence : out.error().message;
        if (!sentence.isEmpty())
            m_page->say(sentence);
        if (out && out->isLocked)
            askToGiveUp(who, sentence);
    });
}

void MainWindow::askToGiveUp(const SignIn::Known &who, const QString &whatStays)
{
    const auto giveUp = [this, who] { return m_signIn.wipe(who, PersonalWipe::Locked::GivenUp); };
    auto *sheet = new GiveUpSheet(whatStays, giveUp, m_page);
    sheet->setAttribute(Qt::WA_DeleteOnClose);
    connect(sheet, &GiveUpSheet::givenUp, m_page, &SignInPage::say);
    sheet->open();
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    m_settings.setValue(geometryKey, saveGeometry());
    const bool keepsNothing = m_session && !m_session->tokenKept;
    const int waiting = keepsNothing ? m_session->sync->waiting() + m_session->sync->unsendable() : 0;
    if (m_mayClose || waiting == 0)
        return event->accept();
    event->ignore();
    askToClose(waiting);
}

void MainWindow::askToClose(int waiting)
{
    if (findChild<ConfirmSheet *>(closeSheet))
        return;
    auto *sheet = new ConfirmSheet(
        tr("Close Holdfast?"),
        tr("%n recording(s) wait and are not on the server. This computer has no keyring, so what is kept of them here "
           "is lost when Holdfast closes. Keep the original files: only from them can they be sent afterwards.",
           nullptr, waiting),
        tr("Close all the same"), [](bool) { return QtFuture::makeReadyFuture(Done()); }, this);
    sheet->setObjectName(closeSheet);
    sheet->setAttribute(Qt::WA_DeleteOnClose);
    connect(
        sheet, &ConfirmSheet::done, this,
        [this] {
            m_mayClose = true;
            close();
        },
        Qt::QueuedConnection);
    sheet->open();
}

} // namespace Holdfast
