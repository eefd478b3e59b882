// SPDX-License-Identifier: GPL-3.0-or-later
#include "records/CallAnalyses.h"

#include "ServerRows.h"
#include "records/Changes.h"

#include <QTest>

using namespace Holdfast;
using namespace Holdfast::Testing;
using std::chrono::milliseconds;

namespace {

CallAnalysis someAnalysis()
{
    return {{milliseconds(4000), milliseconds(3000)},
            milliseconds(5000),
            milliseconds(1000),
            milliseconds(2000),
            milliseconds(700),
            {-23.25, std::nullopt},
            milliseconds(12),
            {1}};
}

} // namespace

class tst_CallAnalyses : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        m_rows = std::make_unique<ServerRows>();
        for (const qint64 id : {1, 2, 3})
            add(id);
    }

    void givesBackWhatItWasGiven()
    {
        QVERIFY(!(*Recordings(m_rows->database()).byId({2}))->analysis);
        QVERIFY(analyses().keep({2}, someAnalysis(), someTime(5)));
        QCOMPARE((*Recordings(m_rows->database()).byId({2}))->analysis, std::optional(someAnalysis()));
    }
    void givesBackOneChannel()
    {
        CallAnalysis mono = someAnalysis();
        mono.talk.resize(1);
        mono.loudness.resize(1);
        mono.overlap = milliseconds(0);
        mono.deadChannels.clear();
        QVERIFY(analyses().keep({2}, mono, someTime(5)));
        QCOMPARE((*Recordings(m_rows->database()).byId({2}))->analysis, std::optional(mono));
    }
    void isPendingUntilItIsKeptOrGivenUp()
    {
        QCOMPARE(*analyses().pending(10), (QList<RecordingId>{{3}, {2}, {1}}));
        QCOMPARE(*analyses().pending(1), (QList<RecordingId>{{3}}));
        QVERIFY(analyses().keep({2}, someAnalysis(), someTime(5)));
        QVERIFY(analyses().giveUp({3}));
        QCOMPARE(*analyses().pending(10), (QList<RecordingId>{{1}}));
        QVERIFY(*analyses().isPending({1}));
        QVERIFY(!*analyses().isPending({2}));
        QVERIFY(!*analyses().isPending({404}));
        QVERIFY(!(*Recordings(m_rows->database()).byId({3}))->analysis);
    }
    void aRecordingWithoutFileIsNotPending()
    {
        Recording recording = m_rows->recording(4);
        recording.callId = m_rows->addCall(recording.leadId, recording.agentId);
        QVERIFY(Recordings(m_rows->database()).addWithoutFile(recording));
        QVERIFY(!*analyses().isPending({4}));
    }
    void isAChangeOfTheRecordingForItsAgentAndLeavesItsRevision()
    {
        const qint64 before = *Changes(m_rows->database()).newest();
        const Recording was = **Recordings(m_rows->database()).byId({2});
        QVERIFY(analyses().keep({2}, someAnalysis(), someTime(5)));
        const auto changes = Changes(m_rows->database()).since(before, 10, was.agentId);
        QCOMPARE(changes->size(), 1);
        QCOMPARE(changes->first().kind, QStringLiteral("recording"));
        QCOMPARE(changes->first().subjectId, 2);
        QCOMPARE(changes->first().at, someTime(5));
        const auto others = Changes(m_rows->database()).since(before, 10, UserId{was.agentId.value + 1});
        QCOMPARE(others->size(), 0);
        QCOMPARE((*Recordings(m_rows->database()).byId({2}))->revision, was.revision);
    }
    void keepsNothingOfWhatIsGoneOrKnown()
    {
        QVERIFY(analyses().keep({2}, someAnalysis(), someTime(5)));
        const qint64 before = *Changes(m_rows->database()).newest();
        CallAnalysis other = someAnalysis();
        other.clipped = milliseconds(99);
        QVERIFY(analyses().keep({2}, other, someTime(6)));
        QVERIFY(analyses().keep({404}, other, someTime(6)));
        QVERIFY(analyses().giveUp({2}));
        QCOMPARE(*Changes(m_rows->database()).newest(), before);
        QCOMPARE((*Recordings(m_rows->database()).byId({2}))->analysis, std::optional(someAnalysis()));
    }

private:
    CallAnalyses analyses() { return CallAnalyses(m_rows->database()); }
    void add(qint64 id)
    {
        Recording recording = m_rows->recording(id);
        recording.callId = m_rows->addCall(recording.leadId, recording.agentId);
        QVERIFY(Recordings(m_rows->database()).add(recording, "k"));
    }

    std::unique_ptr<ServerRows> m_rows;
};

QTEST_GUILESS_MAIN(tst_CallAnalyses)
#include "tst_CallAnalyses.moc"
