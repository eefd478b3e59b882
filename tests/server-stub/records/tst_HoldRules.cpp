// SPDX-License-Identifier: GPL-3.0-or-later
#include "ServerRows.h"

#include "domain/Matter.h"
#include "records/CallAnalyses.h"
#include "records/HoldProgress.h"
#include "records/Holds.h"
#include "records/RecordingEdit.h"
#include "records/RecordingSearch.h"

#include <QRandomGenerator>
#include <QTest>

using namespace Holdfast;
using namespace Holdfast::Testing;

/// What holds over leads and searches catch.
class tst_HoldRules : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { m_rows = std::make_unique<ServerRows>(); }
    void aRuleIsForWhatTheSearchFinds();
    void whatIsStoredLaterIsHeldFromItsFirstMoment();
    void whatIsMovedToTheLeadIsHeldAndStaysSo();
    void whatIsChangedSoThatTheSearchFindsItIsHeld();
    void whatComesLaterIsLeftAloneUnlessAskedFor();
    void whatIsNotReachedYetCanNotBeDeletedNorChangedAway();

private:
    Database &database() { return m_rows->database(); }
    void add(Recording recording)
    {
        recording.callId = m_rows->addCall(recording.leadId, recording.agentId);
        if (const Done done = Recordings(database()).add(recording, "k"); !done)
            throw std::runtime_error(done.error().detail.toStdString());
    }
    HoldId place(HoldScope scope, const RecordingFilter &filter, bool includesLater)
    {
        Hold hold;
        hold.matterId = defaultMatter;
        hold.scope = scope;
        if (scope == HoldScope::Lead)
            hold.leadId = filter.leadId;
        else
            hold.search = {{QStringLiteral("q"), filter.words}};
        hold.includesLater = includesLater;
        hold.placedBy = m_rows->one;
        hold.placedAt = someTime();
        return Holds(database()).placeRule(hold, filter).value();
    }
    void reachAll(HoldId hold, const RecordingFilter &filter)
    {
        RecordingFilter walk = filter;
        walk.limit = 7;
        for (;;) {
            const QList<RecordingPlace> found = RecordingSearch::walk(database(), walk).value();
            if (!HoldProgress(database()).mark(hold, found))
                throw std::runtime_error("not marked");
            if (found.isEmpty())
                return;
            walk.after = found.last();
        }
    }
    bool isHeld(qint64 id) { return (*Recordings(database()).byId({id}))->complianceHold; }
    RecordingFilter words(const char *text)
    {
        RecordingFilter filter;
        filter.words = QString::fromLatin1(text);
        return filter;
    }
    RecordingFilter drawFilter();
    void addDrawn(int count);

    std::unique_ptr<ServerRows> m_rows;
    QRandomGenerator m_random{20261122};
};

RecordingFilter tst_HoldRules::drawFilter()
{
    const auto often = [this](int of) { return m_random.bounded(of) == 0; };
    RecordingFilter filter;
    if (often(3))
        filter.agentId = often(2) ? m_rows->one : m_rows->two;
    if (often(3))
        filter.campaignId = often(2) ? m_rows->spring : m_rows->autumn;
    if (often(4))
        filter.leadId = often(2) ? m_rows->zoe : m_rows->adam;
    if (often(4))
        filter.startDate = someTime(m_random.bounded(200));
    if (often(4))
        filter.endDate = someTime(200 + m_random.bounded(300));
    if (often(4))
        filter.disposition = QStringLiteral("SALE");
    if (often(5))
        filter.minDuration = m_random.bounded(100);
    if (often(5))
        filter.maxDuration = m_random.bounded(300);
    if (often(6))
        filter.heard.minSilence = m_random.bounded(500'000);
    if (often(6))
        filter.heard.maxTalk = m_random.bounded(1'000'000);
    if (often(6))
        filter.heard.minLongestSilence = m_random.bounded(20);
    if (often(8))
        filter.heard.deadChannel = often(2);
    if (often(8))
        filter.heard.clipped = often(2);
    const QStringList texts{QStringLiteral("refund"),   QStringLiteral("zoe"), QStringLiteral("+49 30"),
                            QStringLiteral("ref call"), QStringLiteral("50%"), QStringLiteral("\"")};
    if (often(2))
        filter.words = texts[m_random.bounded(static_cast<int>(texts.size()))];
    return filter;
}

void tst_HoldRules::addDrawn(int count)
{
    for (int id = 1; id <= count; ++id) {
        Recording recording = m_rows->recording(id);
        recording.agentId = m_random.bounded(2) == 0 ? m_rows->one : m_rows->two;
        recording.leadId = m_random.bounded(2) == 0 ? m_rows->zoe : m_rows->adam;
        if (m_random.bounded(3) == 0)
            recording.campaignId.reset();
        else if (m_random.bounded(2) == 0)
            recording.campaignId = m_rows->autumn;
        recording.disposition = m_random.bounded(2) == 0 ? QStringLiteral("SALE") : QString();
        recording.notes = m_random.bounded(2) == 0 ? QStringLiteral("wants a refund") : QStringLiteral("call again");
        recording.uploadedAt = someTime(m_random.bounded(500));
        if (m_random.bounded(4) == 0)
            recording.duration.reset();
        else
            recording.duration = std::chrono::milliseconds(m_random.bounded(300'000));
        add(recording);
        if (m_random.bounded(3) == 0)
            continue;
        CallAnalysis heard;
        heard.silence = std::chrono::milliseconds(m_random.bounded(100'000));
        heard.talk = {std::chrono::milliseconds(100'000) - heard.silence};
        heard.loudness = {std::nullopt};
        heard.longestSilence = heard.silence / 4;
        heard.clipped = std::chrono::milliseconds(m_random.bounded(2));
        if (m_random.bounded(4) == 0)
            heard.deadChannels = {0};
        if (!CallAnalyses(database()).keep(recording.id, heard, someTime()))
            throw std::runtime_error("not heard");
    }
}

void tst_HoldRules::aRuleIsForWhatTheSearchFinds()
{
    addDrawn(120);
    RecordingTotals totals;
    int notEmpty = 0;
    for (int round = 0; round < 300; ++round) {
        RecordingFilter filter = drawFilter();
        filter.limit = 10'000;
        const HoldId hold = place(HoldScope::Search, filter, true);
        QSet<qint64> expected;
        const RecordingSearch::Found matching = RecordingSearch(database(), totals).run(filter).value();
        for (const Recording &recording : matching.recordings)
            expected.insert(recording.id.value);
        QSet<qint64> found;
        Query query(database(), "SELECT recording_id FROM hold_matches WHERE hold_id = ?");
        query.bind(hold);
        QVERIFY(query.each([&] { found.insert(query.number(0)); }));
        if (!filter.contradictsItself()) // such a rule is for nothing, however it comes to say so
            QCOMPARE(found, expected);
        notEmpty += !expected.isEmpty();
        QVERIFY(releaseHold(database(), hold, m_rows->one, someTime()));
    }
    QVERIFY(notEmpty > 50);
}

void tst_HoldRules::whatIsStoredLaterIsHeldFromItsFirstMoment()
{
    RecordingFilter lead;
    lead.leadId = m_rows->adam;
    place(HoldScope::Lead, lead, true);
    place(HoldScope::Search, words("refund"), true);
    Recording recording = m_rows->recording(1);
    recording.leadId = m_rows->adam;
    add(recording);
    add(m_rows->recording(2));
    recording = m_rows->recording(3);
    recording.notes = QStringLiteral("a refund, please");
    add(recording);
    QVERIFY(isHeld(1));
    QVERIFY(!isHeld(2));
    QVERIFY(isHeld(3));
    QCOMPARE(numberOf(database(), "SELECT group_concat(recording_count) = '1,1' FROM holds"), 1);
}

void tst_HoldRules::whatIsMovedToTheLeadIsHeldAndStaysSo()
{
    RecordingFilter lead;
    lead.leadId = m_rows->adam;
    place(HoldScope::Lead, lead, true);
    add(m_rows->recording(1));
    QVERIFY(!isHeld(1));
    RecordingChange change;
    change.leadId = m_rows->adam;
    QVERIFY(*editRecording(database(), **Recordings(database()).byId({1}), change));
    QVERIFY(isHeld(1));
    change.leadId = m_rows->zoe;
    QVERIFY(*editRecording(database(), **Recordings(database()).byId({1}), change));
    QVERIFY(isHeld(1)); // nobody gets it out by moving it away
    QVERIFY(!run(database(), "DELETE FROM recordings"));
}

void tst_HoldRules::whatIsChangedSoThatTheSearchFindsItIsHeld()
{
    place(HoldScope::Search, words("refund"), true);
    for (const qint64 id : {1, 2, 3, 4})
        add(m_rows->recording(id));
    RecordingChange change;
    change.notes = QStringLiteral("wants a refund");
    QVERIFY(*editRecording(database(), **Recordings(database()).byId({1}), change));
    QVERIFY(run(database(), "INSERT INTO annotations (recording_id, start_ms, text, author_id, created_at, updated_at)"
                            " VALUES (2, 1, 'refund', 1, 0, 0)"));
    QVERIFY(run(database(), "INSERT INTO annotations (recording_id, start_ms, text, author_id, created_at, updated_at)"
                            " VALUES (3, 1, 'nothing', 1, 0, 0)"));
    QVERIFY(isHeld(1));
    QVERIFY(isHeld(2));
    QVERIFY(!isHeld(3));
    QVERIFY(run(database(), "UPDATE annotations SET text = 'a refund' WHERE recording_id = 3"));
    QVERIFY(isHeld(3));
    QVERIFY(!isHeld(4));
    QVERIFY(run(database(), "UPDATE leads SET name = 'Zoe Refund'"));
    QVERIFY(isHeld(4));
}

void tst_HoldRules::whatComesLaterIsLeftAloneUnlessAskedFor()
{
    add(m_rows->recording(1));
    RecordingFilter lead;
    lead.leadId = m_rows->zoe;
    const HoldId hold = place(HoldScope::Lead, lead, false);
    reachAll(hold, lead);
    add(m_rows->recording(2));
    QVERIFY(isHeld(1));
    QVERIFY(!isHeld(2));
    QCOMPARE(numberOf(database(), "SELECT count(*) FROM hold_rules"), 0);
}

/// Between the placing of a hold and the portion that marks a recording.
void tst_HoldRules::whatIsNotReachedYetCanNotBeDeletedNorChangedAway()
{
    Recording recording = m_rows->recording(1);
    recording.notes = QStringLiteral("refund");
    add(recording);
    recording = m_rows->recording(2);
    recording.notes = QStringLiteral("refund");
    add(recording);
    add(m_rows->recording(3));
    const HoldId hold = place(HoldScope::Search, words("refund"), false);
    QVERIFY(!isHeld(1));
    QVERIFY(!run(database(), "DELETE FROM recordings WHERE id = 1"));
    QVERIFY(run(database(), "DELETE FROM recordings WHERE id = 3"));
    RecordingChange change;
    change.notes = QStringLiteral("nothing");
    QVERIFY(*editRecording(database(), **Recordings(database()).byId({1}), change));
    QVERIFY(isHeld(1)); // as it was when the hold was placed
    QVERIFY(run(database(), "UPDATE leads SET name = 'Another'"));
    QVERIFY(isHeld(2));
    reachAll(hold, words("refund"));
    QCOMPARE(numberOf(database(), "SELECT count(*) FROM hold_findings"), 0);
    QCOMPARE(numberOf(database(), "SELECT recording_count FROM holds"), 2);
}

QTEST_GUILESS_MAIN(tst_HoldRules)
#include "tst_HoldRules.moc"
