// SPDX-License-Identifier: GPL-3.0-or-later
#include "actions/ChangePassword.h"

#include "support/MemoryKeychain.h"
#include "support/ScriptedRoutes.h"
#include "support/SignedIn.h"
#include "support/Wait.h"

#include <QSignalSpy>
#include <QTest>

using namespace Holdfast;
using namespace Holdfast::Testing;

class tst_ChangePassword : public QObject
{
    Q_OBJECT
    using ChangedResult = Result<ChangePassword::Changed>;
private Q_SLOTS:
    void init()
    {
        m_server = std::make_unique<ScriptedRoutes>();
        m_server->tell(route, R"({"token":"NEW","tokenType":"Bearer","expiresAt":"2026-01-15T14:30:00Z",
            "user":{"id":2,"username":"alice","fullName":"Alice A.","role":"agent"}})");
        m_signedIn = std::make_unique<Testing::SignedIn>(m_server->url());
        m_signedIn->session.account = QStringLiteral("alice");
        m_signedIn->session.tokenName = QStringLiteral("token:alice#1");
        m_signedIn->session.tokenKept = true;
        m_keychain = std::make_unique<MemoryKeychain>();
        m_change = std::make_unique<ChangePassword>(m_signedIn->api, *m_keychain);
    }
    void cleanup()
    {
        m_change.reset();
        m_keychain.reset();
        m_signedIn.reset();
        m_server.reset();
    }

    void goesOnWithTheNewTokenAndKeepsIt()
    {
        const ChangedResult changed = run("old password", "new password");
        QVERIFY(changed);
        QVERIFY(changed->sentence.isEmpty());
        QCOMPARE(m_server->lastBody(route).value(QLatin1String("currentPassword")).toString(),
                 QStringLiteral("old password"));
        QCOMPARE(m_server->lastBody(route).value(QLatin1String("newPassword")).toString(),
                 QStringLiteral("new password"));
        QCOMPARE(m_keychain->secrets.value(QStringLiteral("token:alice#1")), QByteArray("NEW"));
        m_server->tell("GET /api/auth/me", "{}");
        wait(m_signedIn->api.me());
        QVERIFY(m_signedIn->api.hasToken());
    }
    void aSignInThatWasNotKeptIsNotKeptNow()
    {
        m_signedIn->session.tokenKept = false;
        QVERIFY(run("old password", "new password"));
        QVERIFY(m_keychain->secrets.isEmpty());
    }
    void saysWhereTheKeyringDoesNotTakeIt()
    {
        m_keychain->mood = MemoryKeychain::Mood::Refuses;
        const ChangedResult changed = run("old password", "new password");
        QVERIFY(changed);
        QVERIFY(changed->sentence.contains(QStringLiteral("The password is changed")));
        QVERIFY(!m_signedIn->session.tokenKept);
    }
    void theWrongPasswordChangesNothing()
    {
        m_server->tell(route, R"({"message":"The current password is not that. The password was not changed."})", 403);
        QSignalSpy needed(&m_signedIn->api, &ApiClient::signInNeeded);
        const ChangedResult changed = run("guess", "new password");
        QVERIFY(!changed);
        QCOMPARE(changed.error().kind, FailureKind::Forbidden);
        QVERIFY(changed.error().message.contains(QStringLiteral("The password was not changed.")));
        QCOMPARE(needed.count(), 0);
    }
    void oneThatIsTooShortIsNotSent()
    {
        QVERIFY(!run("old password", "short"));
        QCOMPARE(m_server->count(route), 0);
    }
    void nobodySignsInAnewForACallThatFindsTheOldTokenEnded()
    {
        m_server->staySilent(route); // it has changed it, and its answer is on its way
        m_server->tell("GET /api/auth/me", R"({"message":"Sign in"})", 401);
        QSignalSpy needed(&m_signedIn->api, &ApiClient::signInNeeded);
        const auto pending = start("old password", "new password");
        QTRY_COMPARE(m_server->count(route), 1);
        const auto me = wait(m_signedIn->api.me());
        QVERIFY(!me);
        QVERIFY(mayRetry(me.error().kind));
        QVERIFY(m_signedIn->api.hasToken());
        m_server->goAway();
        const ChangedResult changed = wait(pending);
        QVERIFY(!changed);
        QVERIFY(changed.error().message.contains(QStringLiteral("nobody knows")));
        QCOMPARE(needed.count(), 0);
        m_server->comeBack();
        wait(m_signedIn->api.me()); // now it tells that the sign-in is over
        QCOMPARE(needed.count(), 1);
    }

private:
    QFuture<ChangedResult> start(const QByteArray &current, const QByteArray &wanted)
    {
        return m_change->run(std::shared_ptr<Session>(std::shared_ptr<void>(), &m_signedIn->session), current, wanted);
    }
    ChangedResult run(const QByteArray &current, const QByteArray &wanted) { return wait(start(current, wanted)); }

    const QByteArray route = "POST /api/auth/password";
    std::unique_ptr<ScriptedRoutes> m_server;
    std::unique_ptr<Testing::SignedIn> m_signedIn;
    std::unique_ptr<MemoryKeychain> m_keychain;
    std::unique_ptr<ChangePassword> m_change;
};

QTEST_GUILESS_MAIN(tst_ChangePassword)
#include "tst_ChangePassword.moc"
