// SPDX-License-Identifier: GPL-3.0-or-later
#include "access/SignInThrottle.h"

#include <QTest>

using namespace Holdfast;
using namespace std::chrono_literals;

namespace {

const QDateTime start = QDateTime::fromSecsSinceEpoch(1'700'000'000, Qt::UTC);
const QHostAddress here(QStringLiteral("192.0.2.1"));
const QHostAddress there(QStringLiteral("192.0.2.2"));
const QString ada = QStringLiteral("ada");

void failOften(SignInThrottle &throttle, int times)
{
    for (int i = 0; i < times; ++i)
        QVERIFY(!throttle.begin(ada, here, start));
}

} // namespace

class tst_SignInThrottle : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void letsAFewFailuresPass();
    void waitsTwiceAsLongAfterEachFurtherFailure();
    void aRefusedAttemptDoesNotLengthenTheWait();
    void knowsAnAccountInAnyCase();
    void leavesOtherAddressesAndAccountsAlone();
    void aSuccessForgetsTheFailures();
    void anUndecidedAttemptDoesNotCount();
    void theLongestWaitForgetsTheFailures();
    void keepsABoundedNumberOfEntries();
};

void tst_SignInThrottle::letsAFewFailuresPass()
{
    SignInThrottle throttle;
    failOften(throttle, SignInThrottle::freeAttempts);
    QVERIFY(throttle.begin(ada, here, start) == 1s);
}

void tst_SignInThrottle::waitsTwiceAsLongAfterEachFurtherFailure()
{
    SignInThrottle throttle;
    failOften(throttle, SignInThrottle::freeAttempts);
    QDateTime now = start;
    for (const std::chrono::seconds wait : {1s, 2s, 4s, 8s}) {
        QVERIFY(throttle.begin(ada, here, now) == wait);
        now = now.addSecs(wait.count());
        QVERIFY(!throttle.begin(ada, here, now));
    }
}

void tst_SignInThrottle::aRefusedAttemptDoesNotLengthenTheWait()
{
    SignInThrottle throttle;
    failOften(throttle, SignInThrottle::freeAttempts);
    for (int i = 0; i < 100; ++i)
        QVERIFY(throttle.begin(ada, here, start) == 1s);
    QVERIFY(!throttle.begin(ada, here, start.addSecs(1)));
}

void tst_SignInThrottle::knowsAnAccountInAnyCase()
{
    SignInThrottle throttle;
    failOften(throttle, SignInThrottle::freeAttempts);
    QVERIFY(throttle.begin(QStringLiteral("ADA"), here, start));
}

void tst_SignInThrottle::leavesOtherAddressesAndAccountsAlone()
{
    SignInThrottle throttle;
    failOften(throttle, SignInThrottle::freeAttempts);
    QVERIFY(!throttle.begin(ada, there, start));
    QVERIFY(!throttle.begin(QStringLiteral("bob"), here, start));
}

void tst_SignInThrottle::aSuccessForgetsTheFailures()
{
    SignInThrottle throttle;
    failOften(throttle, SignInThrottle::freeAttempts);
    throttle.succeeded(ada, here);
    failOften(throttle, SignInThrottle::freeAttempts);
}

void tst_SignInThrottle::anUndecidedAttemptDoesNotCount()
{
    SignInThrottle throttle;
    for (int i = 0; i < 100; ++i) {
        QVERIFY(!throttle.begin(ada, here, start));
        throttle.undecided(ada, here);
    }
}

void tst_SignInThrottle::theLongestWaitForgetsTheFailures()
{
    SignInThrottle throttle;
    failOften(throttle, SignInThrottle::freeAttempts);
    const QDateTime later = start.addSecs(SignInThrottle::longestWait.count());
    for (int i = 0; i < SignInThrottle::freeAttempts; ++i)
        QVERIFY(!throttle.begin(ada, here, later));
    QVERIFY(throttle.begin(ada, here, later) == 1s);
}

void tst_SignInThrottle::keepsABoundedNumberOfEntries()
{
    SignInThrottle throttle;
    failOften(throttle, SignInThrottle::freeAttempts);
    QVERIFY(throttle.begin(ada, here, start));
    for (int i = 0; i < SignInThrottle::mostEntries; ++i)
        QVERIFY(!throttle.begin(QString::number(i), here, start.addMSecs(1)));
    QVERIFY2(!throttle.begin(ada, here, start), "the oldest entry made room");
}

QTEST_APPLESS_MAIN(tst_SignInThrottle)
#include "tst_SignInThrottle.moc"
