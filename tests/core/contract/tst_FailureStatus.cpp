// SPDX-License-Identifier: GPL-3.0-or-later
#include "contract/FailureStatus.h"

#include <QTest>

using namespace Holdfast;

class tst_FailureStatus : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void eachKindHasItsStatusAndComesBack_data();
    void eachKindHasItsStatusAndComesBack();
    void aFaultOfOursSaysNothingOfItsCause();
    void keepsTheSentenceAndTheWaitOfTheAnswer();
    void findsASentenceWhereTheAnswerHasNone_data();
    void findsASentenceWhereTheAnswerHasNone();
};

void tst_FailureStatus::eachKindHasItsStatusAndComesBack_data()
{
    QTest::addColumn<FailureKind>("kind");
    QTest::addColumn<int>("status");
    QTest::newRow("malformed") << FailureKind::Malformed << 400;
    QTest::newRow("not signed in") << FailureKind::NotSignedIn << 401;
    QTest::newRow("forbidden") << FailureKind::Forbidden << 403;
    QTest::newRow("not found") << FailureKind::NotFound << 404;
    QTest::newRow("conflict") << FailureKind::Conflict << 409;
    QTest::newRow("outdated") << FailureKind::Outdated << 412;
    QTest::newRow("too large") << FailureKind::TooLarge << 413;
    QTest::newRow("unsupported media") << FailureKind::UnsupportedMedia << 415;
    QTest::newRow("range beyond end") << FailureKind::RangeBeyondEnd << 416;
    QTest::newRow("idempotency mismatch") << FailureKind::IdempotencyMismatch << 422;
    QTest::newRow("throttled") << FailureKind::Throttled << 429;
    QTest::newRow("cancelled") << FailureKind::Cancelled << 499;
    QTest::newRow("internal") << FailureKind::Internal << 500;
    QTest::newRow("unreachable") << FailureKind::Unreachable << 503;
    QTest::newRow("storage full") << FailureKind::StorageFull << 507;
}

void tst_FailureStatus::eachKindHasItsStatusAndComesBack()
{
    QFETCH(FailureKind, kind);
    QFETCH(int, status);
    QCOMPARE(statusOf(kind), status);
    QCOMPARE(failureFromStatus(status, {}, std::nullopt).kind, kind);
}

void tst_FailureStatus::aFaultOfOursSaysNothingOfItsCause()
{
    QCOMPARE(statusOf(FailureKind::Corrupt), 500);
}

void tst_FailureStatus::keepsTheSentenceAndTheWaitOfTheAnswer()
{
    const Failure failure =
        failureFromStatus(429, R"({"message":"Too many attempts from here."})", std::chrono::seconds(30));
    QCOMPARE(failure.kind, FailureKind::Throttled);
    QCOMPARE(failure.message, QStringLiteral("Too many attempts from here."));
    QVERIFY(failure.retryAfter == std::chrono::seconds(30));
}

void tst_FailureStatus::findsASentenceWhereTheAnswerHasNone_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<FailureKind>("kind");
    QTest::newRow("page of a proxy") << 502 << QByteArray("<html>Bad Gateway</html>") << FailureKind::Unreachable;
    QTest::newRow("message is no text") << 404 << QByteArray(R"({"message":7})") << FailureKind::NotFound;
    QTest::newRow("a list") << 500 << QByteArray("[1]") << FailureKind::Internal;
    QTest::newRow("unknown refusal") << 451 << QByteArray() << FailureKind::Malformed;
    QTest::newRow("no status at all") << 0 << QByteArray() << FailureKind::Internal;
}

void tst_FailureStatus::findsASentenceWhereTheAnswerHasNone()
{
    QFETCH(int, status);
    QFETCH(QByteArray, body);
    QFETCH(FailureKind, kind);
    const Failure failure = failureFromStatus(status, body, std::nullopt);
    QCOMPARE(failure.kind, kind);
    QVERIFY(failure.message.endsWith(u'.'));
    QVERIFY(!failure.message.contains(u'<'));
}

QTEST_APPLESS_MAIN(tst_FailureStatus)
#include "tst_FailureStatus.moc"
