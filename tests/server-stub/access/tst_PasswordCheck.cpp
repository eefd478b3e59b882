// SPDX-License-Identifier: GPL-3.0-or-later
#include "access/PasswordCheck.h"

#include <QList>
#include <QTest>

using namespace Holdfast;

class tst_PasswordCheck : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void knowsTheRightPassword();
    void nobodyHasNoPassword();
    void tellsToComeBackWhenTooManyWait();
};

void tst_PasswordCheck::knowsTheRightPassword()
{
    PasswordCheck check(PasswordCost::Minimal);
    const Result<QByteArray> hash = check.hash("open sesame").result();
    QVERIFY(hash);
    QVERIFY(check.matches(*hash, "open sesame").result().value());
    QVERIFY(!check.matches(*hash, "open sesam").result().value());
    QVERIFY(!check.matches(*hash, "").result().value());
}

void tst_PasswordCheck::nobodyHasNoPassword()
{
    PasswordCheck check(PasswordCost::Minimal);
    QVERIFY(!check.matches(std::nullopt, "").result().value());
    QVERIFY(!check.matches(std::nullopt, "anything").result().value());
}

void tst_PasswordCheck::tellsToComeBackWhenTooManyWait()
{
    PasswordCheck check(PasswordCost::Interactive);
    QList<Eventual<Result<QByteArray>>> asked;
    for (int i = 0; i < PasswordCheck::atOnce + PasswordCheck::mostWaiting + 4; ++i)
        asked.append(check.hash("slow"));
    const Result<QByteArray> last = asked.last().result();
    QVERIFY(!last);
    QCOMPARE(last.error().kind, FailureKind::Throttled);
    QVERIFY(last.error().retryAfter);
    QVERIFY(asked.first().result());
}

QTEST_GUILESS_MAIN(tst_PasswordCheck)
#include "tst_PasswordCheck.moc"
