// SPDX-License-Identifier: GPL-3.0-or-later
#include "contract/Json.h"
#include "signin/SignInPage.h"
#include "support/MemoryKeychain.h"
#include "support/ScriptedServer.h"
#include "ui/AccessibleNames.h"
#include "ui/FocusWalk.h"

#include <QJsonDocument>
#include <QLabel>
#include <QLineEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Holdfast;
using Testing::MemoryKeychain;
using Testing::ScriptedServer;

class tst_SignInPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_accepts = true;
        m_silent = false;
        m_folder = std::make_unique<QTemporaryDir>();
        m_keychain = std::make_unique<MemoryKeychain>();
        m_server = std::make_unique<ScriptedServer>([this](const auto &request) { return answer(request); });
        m_api = std::make_unique<ApiClient>();
        m_signIn = std::make_unique<SignIn>(*m_api, *m_keychain, &QDateTime::currentDateTimeUtc, m_folder->path());
        m_page = std::make_unique<SignInPage>(*m_signIn);
        m_sessions.clear();
        connect(m_page.get(), &SignInPage::signedIn, this, [this](const auto &session) { m_sessions.append(session); });
        m_page->show();
    }
    void cleanup()
    {
        m_page.reset();
        m_sessions.clear();
        m_signIn.reset();
        m_api.reset();
        m_server.reset();
    }

    void enterSignsInWithWhatIsFilledInBefore()
    {
        m_page->prefill(m_server->url(), QStringLiteral("alice"), QStringLiteral("secret"));
        QTest::keyClick(field("Password"), Qt::Key_Return);
        QTRY_COMPARE(m_sessions.size(), 1);
        QCOMPARE(m_sessions.first()->user.username, QStringLiteral("alice"));
        QVERIFY(field("Password")->text().isEmpty());
        QVERIFY(sentence().isEmpty());
    }

    void theButtonSignsIn()
    {
        type(m_server->url().toString(), QStringLiteral("alice"), QStringLiteral("secret"));
        QTest::mouseClick(m_page->findChild<QPushButton *>(), Qt::LeftButton);
        QTRY_COMPARE(m_sessions.size(), 1);
        QVERIFY(m_server->requests().first().body.contains("secret"));
    }

    void aWrongPasswordIsSaidInPlaceAndCanBeTypedAgain()
    {
        m_accepts = false;
        type(m_server->url().toString(), QStringLiteral("alice"), QStringLiteral("wrong"));
        QTest::keyClick(field("Password"), Qt::Key_Return);
        QTRY_VERIFY2(sentence().contains(QStringLiteral("password is not right")), qPrintable(sentence()));
        QVERIFY(m_sessions.isEmpty());
        QVERIFY(field("Password")->isEnabled());
        QCOMPARE(field("Password")->selectedText().size(), 5);
    }

    void aServerThatIsAwayIsSaidInPlace()
    {
        m_server->goAway();
        type(m_server->url().toString(), QStringLiteral("alice"), QStringLiteral("secret"));
        QTest::keyClick(field("Password"), Qt::Key_Return);
        QTRY_VERIFY(sentence().contains(QStringLiteral("can't be reached")));
        QVERIFY(field("Server")->isEnabled());
    }

    void whatIsMissingIsAskedFor_data()
    {
        QTest::addColumn<QString>("server");
        QTest::addColumn<QString>("user");
        QTest::addColumn<QString>("password");
        QTest::addColumn<QString>("said");
        const QString good = QStringLiteral("https://recordings.example.com");
        const QString noAddress = QStringLiteral("This is not the address of a server");
        const QString noName = QStringLiteral("Enter your user name and your password.");
        QTest::newRow("nothing") << QString() << QString() << QString() << noAddress;
        QTest::newRow("blanks") << QStringLiteral("  ") << QStringLiteral("alice") << QStringLiteral("x") << noAddress;
        QTest::newRow("not the web") << QStringLiteral("ftp://a.example") << QStringLiteral("alice")
                                     << QStringLiteral("x") << noAddress;
        QTest::newRow("spaces in it") << QStringLiteral("my server") << QStringLiteral("alice") << QStringLiteral("x")
                                      << noAddress;
        QTest::newRow("no user") << good << QStringLiteral("  ") << QStringLiteral("x") << noName;
        QTest::newRow("no password") << good << QStringLiteral("alice") << QString() << noName;
    }

    void whatIsMissingIsAskedFor()
    {
        QFETCH(QString, server);
        QFETCH(QString, user);
        QFETCH(QString, password);
        QFETCH(QString, said);
        type(server, user, password);
        QTest::keyClick(field("User"), Qt::Key_Return);
        QVERIFY2(sentence().startsWith(said), qPrintable(sentence()));
        QCOMPARE(m_server->heads(), 0);
    }

    void whileItAsksNothingCanBeChangedAndItShows()
    {
        m_silent = true;
        type(m_server->url().toString(), QStringLiteral("alice"), QStringLiteral("secret"));
        QTest::keyClick(field("Password"), Qt::Key_Return);
        QTRY_COMPARE(m_server->heads(), 1);
        QVERIFY(m_page->findChild<QProgressBar *>()->isVisible());
        for (const char *name : {"Server", "User", "Password"})
            QVERIFY(!field(name)->isEnabled());
        QVERIFY(!m_page->findChild<QPushButton *>()->isEnabled());
    }

    void aKeptSignInNeedsNoPassword()
    {
        type(m_server->url().toString(), QStringLiteral("alice"), QStringLiteral("secret"));
        QTest::keyClick(field("Password"), Qt::Key_Return);
        QTRY_COMPARE(m_sessions.size(), 1);
        m_sessions.clear();
        m_page->resume();
        QTRY_COMPARE(m_sessions.size(), 1);
    }

    void nothingKeptIsNoNews()
    {
        m_page->resume();
        QTRY_VERIFY(field("Password")->isEnabled());
        QVERIFY(sentence().isEmpty());
        QVERIFY(m_sessions.isEmpty());
    }

    void everyControlHasAName() { QCOMPARE(withoutName(*m_page), QStringList()); }
    void theTabKeyLeadsFromFieldToFieldAndToTheButton()
    {
        m_page->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
        QCOMPARE(Testing::walk(field("Server")), QStringList({QStringLiteral("Server"), QStringLiteral("User"),
                                                              QStringLiteral("Password"), QStringLiteral("Sign in")}));
    }

private:
    ScriptedServer::Answer answer(const ScriptedServer::Request &request) const
    {
        const User alice{{4}, QStringLiteral("alice"), QStringLiteral("Alice Agent"), Role::Agent};
        ScriptedServer::Answer answer;
        answer.silent = m_silent;
        if (!m_accepts) {
            answer.status = 401;
            answer.body = R"({"message":"The user name or the password is wrong."})";
        } else if (request.path == "/api/auth/login") {
            answer.body =
                QJsonDocument(toJson(SignedIn{"TOKEN", QDateTime::fromSecsSinceEpoch(9, Qt::UTC), alice})).toJson();
        } else {
            answer.body = QJsonDocument(toJson(alice)).toJson();
        }
        return answer;
    }
    QLineEdit *field(const char *name) const
    {
        for (QLineEdit *edit : m_page->findChildren<QLineEdit *>())
            if (edit->accessibleName() == QLatin1String(name))
                return edit;
        qFatal("there is no such field");
    }
    void type(const QString &server, const QString &user, const QString &password)
    {
        const std::pair<QLineEdit *, QString> texts[] = {
            {field("Server"), server}, {field("User"), user}, {field("Password"), password}};
        for (const auto &[edit, text] : texts) {
            edit->clear();
            QTest::keyClicks(edit, text);
        }
    }
    QString sentence() const
    {
        for (const QLabel *label : m_page->findChildren<QLabel *>())
            if (label->property("bad").toBool())
                return label->isVisible() ? label->text() : QString();
        qFatal("there is no place for a sentence");
    }

    bool m_accepts = true;
    bool m_silent = false;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<MemoryKeychain> m_keychain;
    std::unique_ptr<ScriptedServer> m_server;
    std::unique_ptr<ApiClient> m_api;
    std::unique_ptr<SignIn> m_signIn;
    std::unique_ptr<SignInPage> m_page;
    QList<std::shared_ptr<Session>> m_sessions;
};

QTEST_MAIN(tst_SignInPage)
#include "tst_SignInPage.moc"
