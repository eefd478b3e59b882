// SPDX-License-Identifier: GPL-3.0-or-later
#include "ServerRows.h"

#include "records/EvidenceSelection.h"
#include "records/HoldProgress.h"
#include "records/Holds.h"
#include "records/Matters.h"
#include "records/RecordingSearch.h"
#include "sqlite/Transaction.h"

#include <QTest>

using namespace Holdfast;
using namespace Holdfast::Testing;

using Kind = EvidenceSubject::Kind;

class tst_EvidenceSelection : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_rows = std::make_unique<ServerRows>();
        for (const qint64 id : {3, 1, 2})
            add(m_rows->recording(id));
        Matter matter;
        matter.name = QStringLiteral("Smith v. Jones");
        matter.createdAt = matter.updatedAt = someTime();
        m_matter = Matters(database()).add(matter).value();
    }

    void aLeadsRecordingsComeInTheOrderOfTheirNumbers()
    {
        const Result<EvidenceSelection> selection = of(Kind::Lead, m_rows->zoe.value);
        QVERIFY(selection);
        QCOMPARE(selection->recordings, (QList<RecordingId>{{1}, {2}, {3}}));
    }

    void aMatterHasWhatItsStandingHoldsAreOverEachOnce()
    {
        const HoldId first = place(1);
        place(2);
        placeOverLead(true);
        QCOMPARE(of(Kind::Matter, m_matter.value)->recordings, (QList<RecordingId>{{1}, {2}, {3}}));
        QVERIFY(releaseHold(database(), first, m_rows->two, someTime(1)));
        QCOMPARE(of(Kind::Matter, m_matter.value)->recordings.size(), 3); // the lead's hold is over it too
    }

    void aHoldThatIsStillBeingPlacedLeavesNothingOut()
    {
        placeOverLead(false);
        const Result<EvidenceSelection> selection = of(Kind::Matter, m_matter.value);
        QCOMPARE(selection.error().kind, FailureKind::Conflict);
        QVERIFY(selection.error().message.contains(QStringLiteral("still being placed")));
    }

    void whereThereIsNothingToPackThatIsSaid()
    {
        QCOMPARE(of(Kind::Matter, m_matter.value).error().kind, FailureKind::Conflict);
        QCOMPARE(of(Kind::Matter, 404).error().kind, FailureKind::NotFound);
        QCOMPARE(of(Kind::Lead, 404).error().kind, FailureKind::NotFound);
        QCOMPARE(of(Kind::Recording, 404).error().kind, FailureKind::NotFound);
    }

    void moreThanAPackHoldsAreRefused()
    {
        Result<Transaction> all = Transaction::begin(database()); // one sync instead of thousands
        QVERIFY(all);
        for (qint64 id = 4; id <= EvidenceSubject::mostRecordings; ++id)
            add(m_rows->recording(id));
        QVERIFY(all->commit());
        QCOMPARE(of(Kind::Lead, m_rows->zoe.value)->recordings.size(), EvidenceSubject::mostRecordings);
        add(m_rows->recording(EvidenceSubject::mostRecordings + 1));
        QCOMPARE(of(Kind::Lead, m_rows->zoe.value).error().kind, FailureKind::Conflict);
    }

private:
    Database &database() { return m_rows->database(); }
    Result<EvidenceSelection> of(Kind kind, qint64 id) { return EvidenceSelection::of(database(), {kind, id}); }
    void add(Recording recording)
    {
        recording.leadId = m_rows->zoe;
        recording.callId = m_rows->addCall(recording.leadId, recording.agentId);
        if (const Done done = Recordings(database()).add(recording, "k"); !done)
            throw std::runtime_error(done.error().detail.toStdString());
    }
    HoldId place(qint64 id)
    {
        Hold hold;
        hold.matterId = m_matter;
        hold.recordingId = RecordingId{id};
        hold.placedBy = m_rows->one;
        hold.placedAt = someTime();
        return Holds(database()).placeOnRecording(hold).value();
    }
    void placeOverLead(bool isMarked)
    {
        Hold hold;
        hold.matterId = m_matter;
        hold.scope = HoldScope::Lead;
        hold.leadId = m_rows->zoe;
        hold.placedAt = someTime();
        RecordingFilter filter;
        filter.leadId = m_rows->zoe;
        const HoldId id = Holds(database()).placeRule(hold, filter).value();
        if (!isMarked)
            return;
        const QList<RecordingPlace> places = RecordingSearch::walk(database(), filter).value();
        HoldProgress progress(database());
        if (!progress.mark(id, places) || !progress.mark(id, {}))
            throw std::runtime_error("the hold can't be marked");
    }

    std::unique_ptr<ServerRows> m_rows;
    MatterId m_matter;
};

QTEST_APPLESS_MAIN(tst_EvidenceSelection)
#include "tst_EvidenceSelection.moc"
