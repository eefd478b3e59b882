// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/OutboxPush.h"

#include <QTest>

using namespace Holdfast;
using namespace std::chrono_literals;

class tst_OutboxPush : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        m_now = QDateTime::fromMSecsSinceEpoch(1'000'000, Qt::UTC);
        m_random = 0;
        m_push = std::make_unique<OutboxPush>([this] { return m_now; }, [this] { return m_random; });
    }

    void sendsTheOldestFirstAndTwoSideBySide()
    {
        m_push->setWaiting({a, b, c});
        QCOMPARE(m_push->next(), a);
        m_push->started(a);
        QCOMPARE(m_push->next(), b);
        m_push->started(b);
        QVERIFY(!m_push->next());
        QVERIFY(!m_push->pause());
        m_push->finished(a);
        QCOMPARE(m_push->next(), c);
    }
    void feelsItsWayWithOneWhileOffline()
    {
        m_push->setWaiting({a, b});
        m_push->setOnline(false);
        m_push->started(*m_push->next());
        QVERIFY(!m_push->next());
        m_push->setOnline(true);
        QCOMPARE(m_push->next(), b);
    }
    void oneThatFailsNeverStopsTheOthers()
    {
        m_push->setWaiting({a, b});
        m_push->started(a);
        QCOMPARE(m_push->failed(a, failure(FailureKind::StorageFull)), AfterFailure::TryLater);
        QCOMPARE(m_push->next(), b);
        m_push->started(b);
        QVERIFY(!m_push->next());
        m_push->finished(b);
        m_now = m_now.addMSecs(1'000);
        QCOMPARE(m_push->next(), a);
    }
    void pausesNoLongerWhenTheClockIsPutBack()
    {
        m_push->setWaiting({a});
        m_push->started(a);
        m_push->failed(a, failure(FailureKind::Unreachable));
        m_now = m_now.addSecs(-3'600);
        QCOMPARE(m_push->pause(), 0ms);
        QCOMPARE(m_push->next(), a);
        m_push->started(a);
        m_push->failed(a, failure(FailureKind::Unreachable));
        QVERIFY(!m_push->next());
        QCOMPARE(m_push->pause(), 2s);
    }
    void growsItsPausesToFiveMinutes()
    {
        m_push->setWaiting({a});
        const QList<std::chrono::milliseconds> pauses{1s, 2s, 4s, 8s, 16s, 32s, 64s, 128s, 256s, 300s, 300s, 300s};
        for (const auto expected : pauses) {
            m_push->started(*m_push->next());
            m_push->failed(a, failure(FailureKind::Unreachable));
            QCOMPARE(m_push->pause(), expected);
            QVERIFY(!m_push->next());
            m_now = m_now.addMSecs(expected.count());
            QCOMPARE(m_push->pause(), 0ms);
        }
    }
    void shortensAPauseByUpToHalf()
    {
        m_random = 0.999;
        m_push->setWaiting({a});
        m_push->started(a);
        m_push->failed(a, failure(FailureKind::Unreachable));
        QVERIFY(*m_push->pause() >= 500ms && *m_push->pause() <= 501ms);
    }
    void waitsAsLongAsTheServerAsks()
    {
        m_push->setWaiting({a});
        m_push->started(a);
        Failure throttled = failure(FailureKind::Throttled);
        throttled.retryAfter = 30s;
        m_push->failed(a, throttled);
        QCOMPARE(m_push->pause(), 30'000ms);
    }
    void goesAtOnceWhenHurried()
    {
        m_push->setWaiting({a, b});
        for (const QUuid &id : {a, b}) {
            m_push->started(id);
            m_push->failed(id, failure(FailureKind::Unreachable));
        }
        QVERIFY(!m_push->next());
        m_push->hurry(b);
        QCOMPARE(m_push->next(), b);
        m_push->hurryAll();
        QCOMPARE(m_push->next(), a);
    }
    void parksWhatWillNeverWorkAndForgetsIt()
    {
        m_push->setWaiting({a, b});
        m_push->started(a);
        QCOMPARE(m_push->failed(a, failure(FailureKind::UnsupportedMedia)), AfterFailure::Park);
        QVERIFY(!m_push->isUnderWay(a));
        QCOMPARE(m_push->next(), b);
    }
    void keepsWhatAwaitsASignInWithoutAPause()
    {
        m_push->setWaiting({a});
        m_push->started(a);
        QCOMPARE(m_push->failed(a, failure(FailureKind::NotSignedIn)), AfterFailure::AwaitSignIn);
        QCOMPARE(m_push->next(), a);
    }
    void doesWithEachKindWhatItIs_data()
    {
        QTest::addColumn<FailureKind>("kind");
        QTest::addColumn<AfterFailure>("after");
        const auto row = [](FailureKind kind, AfterFailure after) {
            QTest::newRow(failureWord(kind).data()) << kind << after;
        };
        for (const auto kind : {FailureKind::Throttled, FailureKind::StorageFull, FailureKind::Unreachable,
                                FailureKind::Internal, FailureKind::Conflict, FailureKind::Cancelled})
            row(kind, AfterFailure::TryLater);
        row(FailureKind::NotSignedIn, AfterFailure::AwaitSignIn);
        for (const auto kind : {FailureKind::Malformed, FailureKind::Forbidden, FailureKind::NotFound,
                                FailureKind::Outdated, FailureKind::TooLarge, FailureKind::UnsupportedMedia,
                                FailureKind::RangeBeyondEnd, FailureKind::IdempotencyMismatch, FailureKind::Corrupt})
            row(kind, AfterFailure::Park);
    }
    void doesWithEachKindWhatItIs()
    {
        QFETCH(FailureKind, kind);
        QTEST(afterFailure(kind), "after");
    }

private:
    static Failure failure(FailureKind kind) { return {kind, QStringLiteral("why"), {}, {}}; }

    const QUuid a = QUuid::createUuid();
    const QUuid b = QUuid::createUuid();
    const QUuid c = QUuid::createUuid();
    QDateTime m_now;
    double m_random = 0;
    std::unique_ptr<OutboxPush> m_push;
};

QTEST_APPLESS_MAIN(tst_OutboxPush)
#include "tst_OutboxPush.moc"
