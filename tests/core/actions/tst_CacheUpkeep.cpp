// SPDX-License-Identifier: GPL-3.0-or-later
#include "actions/CacheUpkeep.h"

#include "crypto/Random.h"
#include "support/SampleRecording.h"
#include "support/SignedIn.h"
#include "support/Wait.h"

#include <QBuffer>
#include <QSignalSpy>
#include <QTest>
#include <QThreadPool>

using namespace Holdfast;
using Testing::wait;

class tst_CacheUpkeep : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        m_now = QDateTime::currentDateTimeUtc();
        m_signedIn = std::make_unique<Testing::SignedIn>(QUrl(QStringLiteral("http://127.0.0.1:9")));
        session().upkeep.reset();
        session().cache = *SealedCache::open(m_signedIn->path(QStringLiteral("cache")), SecretKey::random(),
                                             [this] { return m_now; });
        QThreadPool::globalInstance()->waitForDone();
    }
    void cleanup() { m_signedIn.reset(); }

    void whatWasNotUsedForSoLongGoesAtTheStart()
    {
        put(QStringLiteral("old"), 10);
        m_now = m_now.addDays(20);
        put(QStringLiteral("new"), 10);
        m_now = m_now.addDays(11);
        start();
        QTRY_COMPARE(session().cache->names(), QStringList{QStringLiteral("new")});
        QTRY_COMPARE(session().upkeep->usage()->recordings, 1);
    }
    void aSmallerBoundCountsAtOnceAndIsKept()
    {
        CacheRules rules = CacheRules::load(m_signedIn->path({}));
        start(rules);
        put(QStringLiteral("r"), 1000);
        rules.unusedDays = 7;
        m_now = m_now.addDays(8);
        QVERIFY(session().upkeep->setRules(rules));
        QTRY_VERIFY(session().cache->names().isEmpty());
        QCOMPARE(CacheRules::load(m_signedIn->path({})), rules);
    }
    void whatTheServerHasStoredCountsAndWhatWaitsDoesNot()
    {
        start();
        const QUuid uploadId = QUuid::createUuid();
        const QString name = uploadId.toString(QUuid::WithoutBraces);
        QBuffer source;
        source.setData(randomBytes(5000));
        QVERIFY(source.open(QIODevice::ReadOnly));
        QVERIFY(session().cache->putWaiting(name, source));
        QTRY_VERIFY(session().upkeep->usage());
        QCOMPARE(session().upkeep->usage()->bytes, 0);
        Q_EMIT session().sync->stored(uploadId, Recording());
        QTRY_COMPARE(session().upkeep->usage()->recordings, 1);
        QVERIFY(session().cache->waitingNames().isEmpty());
    }
    void whatWasOpenGoesOnceItIsClosed()
    {
        put(QStringLiteral("r"), 100'000);
        auto open = session().cache->get(QStringLiteral("r"));
        start();
        QTRY_VERIFY(session().upkeep->usage());
        session().cache->copies().setLimits({1, std::chrono::days(30)});
        QVERIFY(session().cache->copies().trim());
        QVERIFY(session().cache->has(QStringLiteral("r")));
        open->reset();
        QTRY_VERIFY(!session().cache->has(QStringLiteral("r")));
        QTRY_COMPARE(session().upkeep->usage()->bytes, 0);
    }
    void whatNoRecordingIsKnownOfGoes()
    {
        const QUuid uploadId = QUuid::createUuid();
        QVERIFY(session().store->putRemote(Testing::recordingOf(5, {1})));
        LocalRecording attached;
        attached.uploadId = uploadId;
        attached.attachedAt = attached.callAt = m_now;
        QVERIFY(session().store->attach({attached}));
        const QString upload = uploadId.toString(QUuid::WithoutBraces);
        const QString stranger = QUuid::createUuid().toString(QUuid::WithoutBraces);
        QStringList known{QStringLiteral("other"), QStringLiteral("r5"), QStringLiteral("wr5"), upload,
                          QStringLiteral("wu") + upload};
        for (const QString &name : known + QStringList{QStringLiteral("r6"), QStringLiteral("wr6"), stranger,
                                                       QStringLiteral("wu") + stranger})
            put(name, 10);
        start();
        known.sort();
        QTRY_COMPARE(session().cache->names(), known);
    }
    void removingNowLeavesWhatWaits()
    {
        put(QStringLiteral("r1"), 1000);
        put(QStringLiteral("r2"), 1000);
        QBuffer source;
        source.setData("plain");
        QVERIFY(source.open(QIODevice::ReadOnly));
        QVERIFY(session().cache->putWaiting(QStringLiteral("waits"), source));
        QVERIFY(session().store->putRemote(Testing::recordingOf(1, {1})));
        QVERIFY(session().store->putRemote(Testing::recordingOf(2, {1})));
        start();
        const auto removed = wait(session().upkeep->removeNow());
        QVERIFY(removed);
        QCOMPARE(removed->recordings, 2);
        QCOMPARE(session().cache->names(), QStringList{QStringLiteral("waits")});
    }
    void aRecordingThatIsLargerThanTheBoundDoesNotKeepItBusy()
    {
        put(QStringLiteral("r"), 100'000);
        const auto open = session().cache->get(QStringLiteral("r"));
        start();
        QTRY_VERIFY(session().upkeep->usage());
        session().cache->copies().setLimits({1, std::chrono::days(30)});
        auto another = session().cache->get(QStringLiteral("r"));
        QSignalSpy changed(session().upkeep.get(), &CacheUpkeep::usageChanged);
        another->reset();
        QThreadPool::globalInstance()->waitForDone();
        QCoreApplication::processEvents();
        QThreadPool::globalInstance()->waitForDone();
        QCoreApplication::processEvents();
        QVERIFY(changed.size() <= 1);
        QVERIFY(session().cache->has(QStringLiteral("r")));
    }

private:
    Session &session() { return m_signedIn->session; }
    void start(const CacheRules &rules = {})
    {
        session().upkeep = std::make_unique<CacheUpkeep>(session().cache, *session().store, *session().sync, rules);
    }
    void put(const QString &name, qsizetype size)
    {
        QBuffer source;
        source.setData(randomBytes(size));
        if (!source.open(QIODevice::ReadOnly) || !session().cache->put(name, source))
            qFatal("nothing could be put into the cache");
    }

    QDateTime m_now;
    std::unique_ptr<Testing::SignedIn> m_signedIn;
};

QTEST_GUILESS_MAIN(tst_CacheUpkeep)
#include "tst_CacheUpkeep.moc"
