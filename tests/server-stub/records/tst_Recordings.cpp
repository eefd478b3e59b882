// SPDX-License-Identifier: GPL-3.0-or-later
#include "ServerRows.h"

#include "sqlite/DatabaseState.h"

#include <QRandomGenerator>
#include <QTest>

using namespace Holdfast;
using namespace Holdfast::Testing;

namespace {

template <class T> using Choices = QList<std::optional<T>>;

/// Every combination of filters over these rows, once.
template <class Work> void forEachFilter(const ServerRows &rows, Work work)
{
    for (const auto &onlyAgent : Choices<UserId>{std::nullopt, rows.one})
        for (const auto &agent : Choices<UserId>{std::nullopt, rows.one, rows.two})
            for (const auto &campaign : Choices<CampaignId>{std::nullopt, rows.spring, rows.autumn})
                for (const auto &lead : Choices<LeadId>{std::nullopt, rows.zoe})
                    for (const auto &start : Choices<QDateTime>{std::nullopt, someTime(20)})
                        for (const auto &end : Choices<QDateTime>{std::nullopt, someTime(40)})
                            for (const QString &disposition : {QString(), QStringLiteral("SALE")})
                                for (const auto &hold : Choices<bool>{std::nullopt, true, false}) {
                                    RecordingFilter filter;
                                    filter.onlyAgent = onlyAgent;
                                    filter.agentId = agent;
                                    filter.campaignId = campaign;
                                    filter.leadId = lead;
                                    filter.startDate = start;
                                    filter.endDate = end;
                                    filter.disposition = disposition;
                                    filter.complianceHold = hold;
                                    work(filter);
                                }
}

/// The same question, asked of one row in plain words.
bool matches(const RecordingFilter &filter, const Recording &row)
{
    return (!filter.onlyAgent || row.agentId == *filter.onlyAgent) &&
           (!filter.agentId || row.agentId == *filter.agentId) &&
           (!filter.campaignId || row.campaignId == filter.campaignId) &&
           (!filter.leadId || row.leadId == *filter.leadId) &&
           (!filter.startDate || row.uploadedAt >= *filter.startDate) &&
           (!filter.endDate || row.uploadedAt <= *filter.endDate) &&
           (filter.disposition.isEmpty() || row.disposition == filter.disposition) &&
           (!filter.complianceHold || row.complianceHold == *filter.complianceHold);
}

} // namespace

class tst_Recordings : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { m_rows = std::make_unique<ServerRows>(); }

    void givesBackEachFieldThatItWasGiven()
    {
        Recording recording = m_rows->recording(7);
        add(recording);
        QCOMPARE(**recordings().byId({7}), recording);
        QCOMPARE(*recordings().wrappedKey({7}), QByteArray("wrapped 7"));
    }
    void givesBackWhatIsNotKnownAsNotKnown()
    {
        Recording recording = m_rows->recording(7);
        recording.duration = std::nullopt;
        recording.campaignId = std::nullopt;
        recording.campaignName.clear();
        add(recording);
        QCOMPARE(**recordings().byId({7}), recording);
    }
    void saysWhereThereIsNone()
    {
        QVERIFY(!*recordings().byId({404}));
        QCOMPARE(recordings().wrappedKey({404}).error().kind, FailureKind::NotFound);
    }
    void answersEveryCombinationOfFiltersAsALoopWould()
    {
        const QList<Recording> rows = manyRows(400);
        int asked = 0;
        qsizetype found = 0;
        forEachFilter(*m_rows, [&](RecordingFilter filter) {
            QList<RecordingId> expected;
            for (const Recording &row : rows)
                if (matches(filter, row))
                    expected << row.id;
            for (const auto &[limit, offset] : {std::pair(50, 0), std::pair(7, 5)}) {
                filter.limit = limit;
                filter.offset = offset;
                const Result<Recordings::Found> answer = recordings().search(filter);
                QVERIFY(answer);
                QCOMPARE(answer->total, expected.size());
                QList<RecordingId> ids;
                for (const Recording &row : answer->recordings)
                    ids << row.id;
                QCOMPARE(ids, expected.mid(offset, limit));
                found += ids.size();
            }
            ++asked;
        });
        QCOMPARE(asked, 2 * 3 * 3 * 2 * 2 * 2 * 2 * 3);
        QVERIFY(found > asked); // the rows give the filters something to find
    }
    void searchesWithoutSortingOrReadingTheWholeTable()
    {
        manyRows(50);
        forEachFilter(*m_rows, [this](const RecordingFilter &filter) {
            // The statement that search prepares is kept under its text; of that, SQLite tells its plan.
            m_rows->database().state().idle.clear();
            QVERIFY(recordings().search(filter));
            int plans = 0;
            const QList<QByteArray> statements = m_rows->database().state().idle.keys();
            for (const QByteArray &statement : statements) {
                if (!statement.contains("ORDER BY"))
                    continue;
                ++plans;
                Query plan(m_rows->database(), "EXPLAIN QUERY PLAN " + statement);
                for (qsizetype placeholder = statement.count('?'); placeholder > 0; --placeholder)
                    plan.bind(0);
                QVERIFY(plan.each([&] {
                    const QString step = plan.text(3);
                    QVERIFY2(!step.contains(QStringLiteral("TEMP B-TREE")), statement + qPrintable(step));
                    QVERIFY2(!step.startsWith(QStringLiteral("SCAN")) || step.contains(QStringLiteral("USING")),
                             statement + qPrintable(step));
                }));
            }
            QCOMPARE(plans, 1);
        });
    }
    void knowsTheHighestNumberEverGiven()
    {
        QCOMPARE(*recordings().highestId(), RecordingId{0});
        add(m_rows->recording(3));
        add(m_rows->recording(9));
        QVERIFY(run(m_rows->database(), "DELETE FROM recordings WHERE id = 9"));
        QCOMPARE(*recordings().highestId(), RecordingId{9}); // a number is never given twice
        QVERIFY(run(m_rows->database(), "INSERT INTO uploads VALUES (12, 'x', 0)"));
        QCOMPARE(*recordings().highestId(), RecordingId{12});
    }
    void keepsItsSumsRight()
    {
        add(m_rows->recording(1));
        Recording other = m_rows->recording(2);
        other.leadId = m_rows->adam;
        add(other);
        QCOMPARE(*recordings().totalBytes(), 1001 + 1002);
        QCOMPARE(countOf(m_rows->zoe), 1);
        QVERIFY(run(m_rows->database(), "UPDATE recordings SET lead_id = " + QByteArray::number(m_rows->zoe.value)));
        QCOMPARE(countOf(m_rows->zoe), 2);
        QCOMPARE(countOf(m_rows->adam), 0);
        QVERIFY(run(m_rows->database(), "DELETE FROM recordings WHERE id = 1"));
        QCOMPARE(*recordings().totalBytes(), 1002);
        QCOMPARE(countOf(m_rows->zoe), 1);
    }
    void aHeldRecordingIsNotDeletedEvenByPlainSql()
    {
        Recording held = m_rows->recording(1);
        held.complianceHold = true;
        add(held);
        add(m_rows->recording(2));
        const Done done = run(m_rows->database(), "DELETE FROM recordings");
        QVERIFY(!done);
        QCOMPARE(done.error().kind, FailureKind::Conflict);
        QVERIFY(recordings().byId({1})->has_value());
        QVERIFY(recordings().byId({2})->has_value());
        QVERIFY(!run(m_rows->database(), "UPDATE OR REPLACE recordings SET id = 1 WHERE id = 2"));
        QVERIFY((*recordings().byId({1}))->complianceHold);
        QVERIFY(run(m_rows->database(), "DELETE FROM recordings WHERE id = 2"));
    }
    void aKeyGoesWithItsRecording()
    {
        add(m_rows->recording(1));
        QVERIFY(run(m_rows->database(), "DELETE FROM recordings"));
        QCOMPARE(numberOf(m_rows->database(), "SELECT count(*) FROM recording_keys"), 0);
    }
    void walksAllFromTheFirstToTheLastUntilToldToStop()
    {
        for (const qint64 id : {5, 2, 9})
            add(m_rows->recording(id));
        QVERIFY(run(m_rows->database(), "DELETE FROM recording_keys WHERE recording_id = 5"));
        QList<QPair<qint64, QByteArray>> seen;
        const auto look = [&](qsizetype limit) {
            seen.clear();
            return recordings().forEach([&](const Recording &recording, const QByteArray &key) {
                seen.append({recording.id.value, key});
                return seen.size() < limit;
            });
        };
        QVERIFY(look(99));
        QCOMPARE(seen, (QList<QPair<qint64, QByteArray>>{{2, "wrapped 2"}, {5, ""}, {9, "wrapped 9"}}));
        QVERIFY(look(2));
        QCOMPARE(seen.size(), 2);
    }
    void takesNoSecondRowForTheSameFile()
    {
        add(m_rows->recording(1));
        Recording second = m_rows->recording(2);
        second.callId = m_rows->addCall(m_rows->zoe, m_rows->one);
        second.filePath = m_rows->recording(1).filePath;
        QCOMPARE(recordings().add(second, "k").error().kind, FailureKind::Conflict);
    }
    void derivesWhenRetentionEnds()
    {
        RetentionPolicy policy;
        policy.id = {4};
        policy.name = QStringLiteral("Spring sales");
        policy.retentionDays = 30;
        policy.appliesTo = PolicyScope::Campaign;
        policy.campaignId = m_rows->spring;
        const Recording kept = withRetention(m_rows->recording(1), {policy}, 365);
        QCOMPARE(kept.retentionUntil, someTime(30 * 24));
        QCOMPARE(kept.retentionReason.policyId, PolicyId{4});
        QCOMPARE(withRetention(m_rows->recording(1), {}, 365).retentionUntil, someTime(365 * 24));
    }

private:
    Recordings recordings() { return Recordings(m_rows->database()); }
    void add(Recording &&recording) { add(recording); }
    void add(Recording &recording)
    {
        recording.callId = m_rows->addCall(recording.leadId, recording.agentId);
        QVERIFY(recordings().add(recording, "wrapped " + QByteArray::number(recording.id.value)));
    }
    qint64 countOf(LeadId lead) { return (*Leads(m_rows->database()).byId(lead))->recordingCount; }

    /// Rows of every kind, some of the same moment; newest first.
    QList<Recording> manyRows(int count)
    {
        QRandomGenerator random(20'250'615); // the same rows each time
        QList<Recording> rows;
        for (int id = 1; id <= count; ++id) {
            Recording row = m_rows->recording(id);
            row.agentId = random.bounded(2) == 0 ? m_rows->one : m_rows->two;
            row.leadId = random.bounded(2) == 0 ? m_rows->zoe : m_rows->adam;
            switch (random.bounded(3)) {
            case 0:
                row.campaignId = m_rows->autumn;
                break;
            case 1:
                row.campaignId = std::nullopt;
                break;
            default:
                break;
            }
            row.disposition = random.bounded(3) == 0 ? QStringLiteral("SALE") : QStringLiteral("NO_ANSWER");
            row.uploadedAt = someTime(random.bounded(60));
            row.complianceHold = random.bounded(4) == 0;
            add(row);
            rows << row;
        }
        std::sort(rows.begin(), rows.end(), [](const Recording &a, const Recording &b) {
            return std::tie(a.uploadedAt, a.id) > std::tie(b.uploadedAt, b.id);
        });
        return rows;
    }

    std::unique_ptr<ServerRows> m_rows;
};

QTEST_GUILESS_MAIN(tst_Recordings)
#include "tst_Recordings.moc"
