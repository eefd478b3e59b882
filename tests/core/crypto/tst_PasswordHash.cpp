// SPDX-License-Identifier: GPL-3.0-or-later
#include "crypto/PasswordHash.h"

#include <QTest>

using namespace Holdfast;

class tst_PasswordHash : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void knowsTheRightPasswordAlone_data()
    {
        QTest::addColumn<QByteArray>("password");
        QTest::newRow("plain") << QByteArray("correct horse");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("with a zero byte") << QByteArray("a\0b", 3);
        QTest::newRow("long") << QByteArray(100'000, 'p');
    }
    void knowsTheRightPasswordAlone()
    {
        QFETCH(QByteArray, password);
        const QByteArray hash = hashPassword(password, PasswordCost::Minimal);
        QVERIFY(verifyPassword(hash, password));
        QVERIFY(!verifyPassword(hash, password + 'x'));
        QVERIFY(!verifyPassword(hash, "wrong"));
    }
    void isArgon2idWithASaltOfItsOwn()
    {
        const QByteArray hash = hashPassword("p", PasswordCost::Minimal);
        QVERIFY(hash.startsWith("$argon2id$v=19$m=8,t=1,p=1$"));
        QVERIFY(hash != hashPassword("p", PasswordCost::Minimal));
    }
    void costsWhatTheServerPays()
    {
        const QByteArray hash = hashPassword("p", PasswordCost::Interactive);
        QVERIFY(hash.startsWith("$argon2id$v=19$m=43008,t=3,p=1$"));
        QVERIFY(verifyPassword(hash, "p"));
    }
    void takesNothingElseForAHash_data()
    {
        QTest::addColumn<QByteArray>("hash");
        const QByteArray hash = hashPassword("p", PasswordCost::Minimal);
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("plain text") << QByteArray("p");
        QTest::newRow("cut off") << hash.chopped(1);
        QTest::newRow("too long") << hash + QByteArray(200, 'x');
        QTest::newRow("another algorithm") << QByteArray(hash).replace("argon2id", "argon2d");
    }
    void takesNothingElseForAHash()
    {
        QFETCH(QByteArray, hash);
        QVERIFY(!verifyPassword(hash, "p"));
    }
};

QTEST_APPLESS_MAIN(tst_PasswordHash)
#include "tst_PasswordHash.moc"
