// SPDX-License-Identifier: GPL-3.0-or-later
#include "keychain/DesktopKeychain.h"

#include <QTest>
#include <QUuid>

using namespace Holdfast;

/// Against a real secret service: the private one of tests/support/with-keyring.sh, never the developer's own.
class tst_DesktopKeychain : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        if (!qEnvironmentVariableIsSet("HOLDFAST_TEST_KEYRING"))
            QSKIP("There is no keyring for tests; start the test with tests/support/with-keyring.sh.");
    }
    void givesBackWhatItWasGiven_data()
    {
        QTest::addColumn<QByteArray>("secret");
        QTest::newRow("token") << QByteArray("eyJhbGciOiJIUzI1NiJ9.e30.abc-_");
        QTest::newRow("any bytes") << QByteArray("\0\xff\n\x80 key", 8);
        QTest::newRow("long") << QByteArray(20'000, 'k');
    }
    void givesBackWhatItWasGiven()
    {
        QFETCH(QByteArray, secret);
        QVERIFY(taken(m_keychain.write(m_name, secret)));
        QCOMPARE(taken(m_keychain.read(m_name)).value(), secret);
    }
    void replacesWhatWasThere()
    {
        QVERIFY(taken(m_keychain.write(m_name, "old")));
        QVERIFY(taken(m_keychain.write(m_name, "new")));
        QCOMPARE(taken(m_keychain.read(m_name)).value(), "new");
    }
    void forgetsWhatWasRemoved()
    {
        QVERIFY(taken(m_keychain.write(m_name, "secret")));
        QVERIFY(taken(m_keychain.remove(m_name)));
        const Result<QByteArray> read = taken(m_keychain.read(m_name));
        QVERIFY(!read);
        QCOMPARE(read.error().kind, FailureKind::NotFound);
        QVERIFY(taken(m_keychain.remove(m_name)));
    }
    void keepsServicesApart()
    {
        DesktopKeychain other(QStringLiteral("holdfast-test-other"));
        QVERIFY(taken(m_keychain.write(m_name, "mine")));
        QVERIFY(!taken(other.read(m_name)));
        QVERIFY(taken(m_keychain.remove(m_name)));
    }

private:
    template <class T> static Result<T> taken(QFuture<Result<T>> future)
    {
        return QTest::qWaitFor([&] { return future.isFinished(); }, 10'000)
                   ? future.result()
                   : fail(FailureKind::Internal, QStringLiteral("There was no answer at all."));
    }

    DesktopKeychain m_keychain{QStringLiteral("holdfast-test")};
    const QString m_name = QUuid::createUuid().toString();
};

QTEST_GUILESS_MAIN(tst_DesktopKeychain)
#include "tst_DesktopKeychain.moc"
