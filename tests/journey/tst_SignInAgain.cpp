// SPDX-License-Identifier: GPL-3.0-or-later
#include "attach/AttachSheet.h"
#include "desktop/MainWindow.h"
#include "desktop/SignedInView.h"
#include "leads/LeadsPage.h"
#include "server-stub/api/TestApi.h"
#include "settings/OwnPasswordSheet.h"
#include "settings/SettingsPage.h"
#include "signin/SignInPage.h"
#include "support/MemoryKeychain.h"
#include "support/TestServer.h"
#include "support/Tone.h"
#include "sync/Wire.h"
#include "ui/Pressing.h"

#include <QApplication>
#include <QDropEvent>
#include <QLineEdit>
#include <QListView>
#include <QMimeData>
#include <QPlainTextEdit>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>

using namespace Holdfast;
using Testing::buttonSaying;
using Testing::everybodysPassword;
using Testing::MemoryKeychain;
using Testing::press;
using Testing::TestApi;
using Testing::TestServer;
using Testing::toneWav;
using Testing::viewCalled;

/// A sign-in that ends while somebody is at work, in the window itself and with the real server.
class tst_SignInAgain : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_server = std::make_unique<TestServer>();
        m_server->start();
        m_keychain = std::make_unique<MemoryKeychain>();
        m_api = std::make_unique<ApiClient>();
        const QString profile = m_folder->filePath(QStringLiteral("profile"));
        m_signIn = std::make_unique<SignIn>(*m_api, *m_keychain, &QDateTime::currentDateTimeUtc, profile);
        m_appearance = std::make_unique<Appearance>(*qApp);
        const DesktopOptions options{m_server->url(), QStringLiteral("alice"), QString(), profile};
        m_window = std::make_unique<MainWindow>(options, *m_signIn, *m_api, *m_appearance, m_language,
                                                Clock(&QDateTime::currentDateTimeUtc));
        m_window->show();
        m_window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
        signInAs(QStringLiteral("alice"));
        QTRY_VERIFY(view());
        QTRY_COMPARE(leads()->model()->rowCount(), 1);
    }
    void cleanup()
    {
        m_window.reset();
        m_appearance.reset();
        m_signIn.reset();
        m_api.reset();
        m_server.reset();
    }

    void theOpenSheetStaysAndTheNextKeyGoesWhereTheLastOneWent()
    {
        QVERIFY(openSheet());
        QTest::keyClicks(note(), QStringLiteral("wants "));
        endSignIn();
        QVERIFY(m_window->currentWidget() == view());
        QCOMPARE(qApp->focusWidget(), note());
        QTest::keyClicks(qApp->focusWidget(), QStringLiteral("a quote"));
        QCOMPARE(note()->text(), QStringLiteral("wants a quote"));
        QCOMPARE(field("Password")->text(), QString());

        QVERIFY(press(*view(), QStringLiteral("Sign in again")));
        QCOMPARE(m_window->currentWidget(), page());
        QCOMPARE(qApp->focusWidget(), field("Password")); // somebody asked for it
        signInAs(QStringLiteral("alice"));
        QTRY_COMPARE(m_window->currentWidget(), view());
        QVERIFY(!says(QStringLiteral("Your sign-in has ended")));
        QCOMPARE(filesOf(*sheet())->rowCount(), 1);
        QCOMPARE(note()->text(), QStringLiteral("wants a quote"));
        QCOMPARE(qApp->focusWidget(), note());
        QTest::keyClick(note(), Qt::Key_Return);
        QTRY_COMPARE(onServer(), QStringLiteral("wants a quote"));
    }

    void whatIsAttachedMeanwhileIsKeptAndGoesAfterwards()
    {
        QVERIFY(openSheet());
        endSignIn();
        QTest::keyClick(sheet()->findChild<QTableView *>(), Qt::Key_Return);
        QTRY_VERIFY(!sheet());
        QTRY_COMPARE(recordings()->model()->rowCount(), 1);
        QCOMPARE(onServer(), QStringLiteral("nothing"));
        QVERIFY(press(*view(), QStringLiteral("Sign in again")));
        signInAs(QStringLiteral("alice"));
        QTRY_COMPARE(onServer(), QString());
    }

    void notesThatAreHalfWrittenGoOnWhereTheyWere()
    {
        QVERIFY(openSheet());
        QTest::keyClick(sheet()->findChild<QTableView *>(), Qt::Key_Return);
        QTRY_COMPARE(onServer(), QString());
        auto *table = recordings();
        table->setCurrentIndex(table->model()->index(0, 0));
        QTest::keyClick(table, Qt::Key_Space);
        QTest::keyClick(table, Qt::Key_M, Qt::ShiftModifier);
        auto *notes = qobject_cast<QPlainTextEdit *>(qApp->focusWidget());
        QVERIFY(notes);
        QTest::keyClicks(notes, QStringLiteral("calls "));
        endSignIn();
        QCOMPARE(qApp->focusWidget(), notes);
        QTest::keyClicks(qApp->focusWidget(), QStringLiteral("back"));
        QVERIFY(press(*view(), QStringLiteral("Sign in again")));
        signInAs(QStringLiteral("alice"));
        QTRY_COMPARE(m_window->currentWidget(), view());
        QCOMPARE(notes->toPlainText(), QStringLiteral("calls back"));
        QCOMPARE(qApp->focusWidget(), notes);
        QTRY_COMPARE(onServer(), QStringLiteral("calls back"));
    }

    void aSheetThatIsInTheWayOfTheBannerOffersItItself()
    {
        m_window->findChild<SettingsPage *>()->passwordChangeRequested();
        QPointer<OwnPasswordSheet> own = m_window->findChild<OwnPasswordSheet *>();
        QVERIFY(own && QTest::qWaitForWindowActive(own));
        auto *now = own->findChild<QLineEdit *>();
        QTest::keyClicks(now, QStringLiteral("secret"));
        endSignIn();
        QVERIFY(Testing::says(*own, QStringLiteral("Your sign-in has ended")));
        QVERIFY(now->hasFocus());
        QTest::keyClick(now, Qt::Key_Return);
        QCOMPARE(m_window->currentWidget(), view()); // Enter in a field does not lead away from it
        QAbstractButton *again = buttonSaying(*own, QStringLiteral("Sign in again"));
        again->setFocus();
        QTest::keyClick(again, Qt::Key_Return);
        QCOMPARE(m_window->currentWidget(), page());
        QVERIFY(own && !own->isVisible());
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
        signInAs(QStringLiteral("alice"));
        QTRY_COMPARE(m_window->currentWidget(), view());
        QTRY_VERIFY(own->isVisible());
        QCOMPARE(now->text(), QStringLiteral("secret"));
        QVERIFY(!Testing::says(*own, QStringLiteral("Your sign-in has ended")));
        QVERIFY(QTest::qWaitForWindowActive(own));
        own->close();
        QTRY_VERIFY(!own);
    }

    void aSheetThatOpensAfterwardsOffersItToo()
    {
        endSignIn();
        m_window->findChild<SettingsPage *>()->passwordChangeRequested();
        auto *own = m_window->findChild<OwnPasswordSheet *>();
        QVERIFY(own);
        QTRY_VERIFY(Testing::says(*own, QStringLiteral("Your sign-in has ended")));
        QVERIFY(press(*own, QStringLiteral("Sign in again")));
        QTest::keyClick(field("Password"), Qt::Key_Escape);
        QCOMPARE(m_window->currentWidget(), view());
        QVERIFY(own->isVisible());
        QVERIFY(Testing::says(*own, QStringLiteral("Your sign-in has ended")));
    }

    void theBannerIsReachedByAKeyFromTheSheetOfFiles()
    {
        QVERIFY(openSheet());
        endSignIn();
        QTest::keyClick(note(), Qt::Key_I, Qt::AltModifier);
        QTRY_COMPARE(m_window->currentWidget(), page());
    }

    void anotherLanguageShowsAtOnceAndNobodySignsInAnew()
    {
        const QByteArray token = m_api->wire().token();
        const QPointer<SignedInView> before = view();
        Q_EMIT settings()->languageChosen({ShownLanguage::Choice::German, languageFile()});
        QTRY_VERIFY(!before);
        QTRY_VERIFY(view() && settings()->isVisible());
        QVERIFY(says(QStringLiteral("Einstellungen")));
        QCOMPARE(m_api->wire().token(), token);
        Q_EMIT settings()->languageChosen({ShownLanguage::Choice::English, languageFile()});
        QTRY_VERIFY(view() && settings()->isVisible() && says(QStringLiteral("Appearance")));
        QVERIFY(openSheet()); // all goes on as before
        QTest::keyClick(sheet()->findChild<QTableView *>(), Qt::Key_Return);
        QTRY_COMPARE(onServer(), QString());
    }

    void anotherLanguageWaitsForTheNextStartWhereSomethingIsHalfWritten()
    {
        QVERIFY(openSheet());
        QTest::keyClicks(note(), QStringLiteral("wants"));
        const QPointer<SignedInView> before = view();
        Q_EMIT settings()->languageChosen({ShownLanguage::Choice::German, languageFile()});
        QTRY_VERIFY(says(QStringLiteral("is started the next time")));
        QVERIFY(before && before == view());
        QCOMPARE(note()->text(), QStringLiteral("wants"));
    }

    void aWrongPasswordLosesNothingAndOneCanPutItOff()
    {
        QVERIFY(openSheet());
        endSignIn();
        QVERIFY(press(*view(), QStringLiteral("Sign in again")));
        QTest::keyClicks(field("Password"), QStringLiteral("wrong"));
        QTest::keyClick(field("Password"), Qt::Key_Return);
        QTRY_VERIFY(says(QStringLiteral("password is not right")));
        QTest::keyClick(field("Password"), Qt::Key_Escape);
        QCOMPARE(m_window->currentWidget(), view());
        QVERIFY(sheet()->isVisible());
        QVERIFY(says(QStringLiteral("Your sign-in has ended")));
    }

    void anotherPersonSeesNothingOfIt()
    {
        QVERIFY(openSheet());
        QTest::keyClicks(note(), QStringLiteral("secret"));
        endSignIn();
        const QPointer<AttachSheet> before = sheet();
        QVERIFY(press(*view(), QStringLiteral("Sign in again")));
        signInAs(QStringLiteral("bob"));
        QTRY_VERIFY(view() && m_window->currentWidget() == view());
        QVERIFY(!before);
        QVERIFY(!sheet());
        QTRY_COMPARE(leads()->model()->rowCount(), 1);
        QCOMPARE(leads()->model()->index(0, 0).data().toString(), QStringLiteral("Peter Jones"));
        QVERIFY(!says(QStringLiteral("Your sign-in has ended")));
    }

private:
    SignedInView *view() const { return m_window->findChild<SignedInView *>(); }
    SettingsPage *settings() const { return m_window->findChild<SettingsPage *>(); }
    QString languageFile() const { return m_folder->filePath(QStringLiteral("profile/language.ini")); }
    SignInPage *page() const { return m_window->findChild<SignInPage *>(); }
    AttachSheet *sheet() const { return m_window->findChild<AttachSheet *>(); }
    QAbstractItemView *leads() const { return viewCalled(*view()->findChild<LeadsPage *>(), QStringLiteral("Leads")); }
    QAbstractItemView *recordings() const
    {
        return viewCalled(*view()->findChild<LeadsPage *>(), QStringLiteral("Recordings"));
    }
    bool says(const QString &words) const { return Testing::says(*m_window, words); }
    QLineEdit *note() const { return lineIn(*sheet(), QStringLiteral("Note for these recordings")); }
    QLineEdit *field(const char *name) const { return lineIn(*page(), QString::fromLatin1(name)); }
    static QLineEdit *lineIn(const QWidget &parent, const QString &name)
    {
        for (QLineEdit *line : parent.findChildren<QLineEdit *>())
            if (line->accessibleName() == name)
                return line;
        qFatal("there is no line %s", qPrintable(name));
    }
    void signInAs(const QString &name)
    {
        field("User")->setText(name);
        field("Password")->setText(QString::fromLatin1(everybodysPassword));
        QTest::keyClick(field("Password"), Qt::Key_Return);
    }
    bool openSheet()
    {
        leads()->setCurrentIndex(leads()->model()->index(0, 0));
        QFile file(m_folder->filePath(QStringLiteral("call.wav")));
        if (!file.open(QIODevice::WriteOnly) || file.write(toneWav(2, 440, 1000)) < 0)
            return false;
        file.close();
        QMimeData dragged;
        dragged.setUrls({QUrl::fromLocalFile(file.fileName())});
        const QPoint place = leads()->visualRect(leads()->currentIndex()).center();
        QDragEnterEvent enter(place, Qt::CopyAction, &dragged, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(leads()->viewport(), &enter);
        QDropEvent drop(place, Qt::CopyAction, &dragged, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(leads()->viewport(), &drop);
        if (!QTest::qWaitFor([this] { return sheet() && filesOf(*sheet())->rowCount() == 1; }))
            return false;
        note()->setFocus();
        return true;
    }
    static QAbstractItemModel *filesOf(const AttachSheet &sheet) { return sheet.findChild<QTableView *>()->model(); }
    /// As somebody at another place does it; the window hears of it by its next call.
    void endSignIn()
    {
        TestApi elsewhere(*m_server);
        const auto token = TestApi::bearer(m_api->wire().token());
        QCOMPARE(elsewhere.call("POST", "/api/auth/logout", token).status, 204);
        m_api->me();
        QTRY_VERIFY(says(QStringLiteral("Your sign-in has ended")));
    }
    /// The notes of the one recording that the server has.
    QString onServer()
    {
        TestApi api(*m_server);
        const auto token = TestApi::bearer(api.tokenOf("sam"));
        const QJsonArray all = api.call("GET", "/api/recordings", token).array();
        return all.isEmpty() ? QStringLiteral("nothing") : all.first()[QLatin1String("notes")].toString();
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<TestServer> m_server;
    std::unique_ptr<MemoryKeychain> m_keychain;
    std::unique_ptr<ApiClient> m_api;
    std::unique_ptr<SignIn> m_signIn;
    std::unique_ptr<Appearance> m_appearance;
    SpokenLanguage m_language;
    std::unique_ptr<MainWindow> m_window;
};

QTEST_MAIN(tst_SignInAgain)
#include "tst_SignInAgain.moc"
