// SPDX-License-Identifier: GPL-3.0-or-later
#include "ServerRows.h"

#include <QTest>

using namespace Holdfast;
using namespace Holdfast::Testing;

class tst_Users : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { m_rows = std::make_unique<ServerRows>(); }

    void findsOneByNameInAnyCaseOrByNumber()
    {
        const auto byName = users().byName(QStringLiteral("ALICE"));
        QVERIFY(byName && *byName);
        QCOMPARE((*byName)->user, (User{m_rows->one, QStringLiteral("alice"), QStringLiteral("Alice A"), Role::Agent}));
        QCOMPARE((*byName)->passwordHash, QByteArray("h1"));
        QVERIFY(!(*byName)->disabled);
        QCOMPARE((*users().byId(m_rows->two))->user.username, QStringLiteral("bob"));
        QVERIFY(!*users().byName(QStringLiteral("alice'--")));
        QVERIFY(!*users().byId({404}));
    }
    void takesNoNameTwiceWhateverItsCase()
    {
        const auto again = users().add({{}, QStringLiteral("Alice"), {}, Role::Admin}, "h", someTime());
        QVERIFY(!again);
        QCOMPARE(again.error().kind, FailureKind::Conflict);
        QCOMPARE(*users().count(), 2);
        QCOMPARE((*users().byName(QStringLiteral("alice")))->user.role, Role::Agent);
    }
    void saysWhoIsDisabled()
    {
        QVERIFY(run(m_rows->database(), "UPDATE users SET disabled = 1 WHERE username = 'bob'"));
        QVERIFY((*users().byId(m_rows->two))->disabled);
    }
    void remembersASignOutUntilTheTokenHasEndedAnyway()
    {
        QVERIFY(users().revoke("one", someTime(8), someTime(0)));
        QVERIFY(users().revoke("one", someTime(8), someTime(0))); // twice is no failure
        m_rows->reopen();
        QVERIFY(*users().isRevoked("one"));
        QVERIFY(!*users().isRevoked("two"));

        QVERIFY(users().revoke("two", someTime(16), someTime(8))); // it ends in this very moment: not yet forgotten
        QVERIFY(*users().isRevoked("one"));
        QVERIFY(users().revoke("three", someTime(20), someTime(9)));
        QVERIFY(!*users().isRevoked("one"));
        QVERIFY(*users().isRevoked("two"));
    }

private:
    Users users() { return Users(m_rows->database()); }
    std::unique_ptr<ServerRows> m_rows;
};

QTEST_GUILESS_MAIN(tst_Users)
#include "tst_Users.moc"
