// SPDX-License-Identifier: GPL-3.0-or-later
#include "records/RecordingSearch.h"

#include "ServerRows.h"
#include "records/CallAnalyses.h"
#include "records/SearchWords.h"
#include "sqlite/DatabaseState.h"
#include "sqlite/Transaction.h"

#include <QFile>
#include <QRandomGenerator>
#include <QSet>
#include <QTest>

#include <thread>

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
                        for (const auto &end : Choices<QDateTime>{std::nullopt, someTime(1200)})
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

/// The filter with every mix of durations, words and sorts.
template <class Work> void forEachKind(RecordingFilter filter, Work work)
{
    for (const auto &[least, most] : QList<std::pair<std::optional<qint64>, std::optional<qint64>>>{
             {std::nullopt, std::nullopt}, {60, std::nullopt}, {std::nullopt, 120}, {60, 120}})
        for (const char *words : {"", "refund", "smi", "blue refund"})
            for (const auto by :
                 {RecordingSort::By::UploadedAt, RecordingSort::By::Duration, RecordingSort::By::CallDate})
                for (const bool ascending : {false, true}) {
                    filter.minDuration = least;
                    filter.maxDuration = most;
                    filter.words = QString::fromLatin1(words);
                    filter.sort = {by, ascending};
                    work(filter);
                }
}

HeardFilter heardOf(std::function<void(HeardFilter &)> ask)
{
    HeardFilter heard;
    ask(heard);
    return heard;
}

/// Each question about what was heard, and some together.
QList<HeardFilter> heardFilters()
{
    return {heardOf([](HeardFilter &heard) { heard.minTalk = 600'000; }),
            heardOf([](HeardFilter &heard) { heard.maxTalk = 400'000; }),
            heardOf([](HeardFilter &heard) { heard.minSilence = 500'000; }),
            heardOf([](HeardFilter &heard) { heard.maxSilence = 500'000; }),
            heardOf([](HeardFilter &heard) { heard.minOverlap = 100'000; }),
            heardOf([](HeardFilter &heard) { heard.minLongestSilence = 5; }),
            heardOf([](HeardFilter &heard) { heard.deadChannel = true; }),
            heardOf([](HeardFilter &heard) { heard.deadChannel = false; }),
            heardOf([](HeardFilter &heard) { heard.clipped = true; }),
            heardOf([](HeardFilter &heard) { heard.clipped = false; }),
            heardOf([](HeardFilter &heard) {
                heard.minTalk = 200'000;
                heard.maxTalk = 900'000;
                heard.minSilence = 150'000;
                heard.maxSilence = 700'000;
            }),
            heardOf([](HeardFilter &heard) {
                heard.minOverlap = 0;
                heard.minLongestSilence = 2;
                heard.deadChannel = false;
                heard.clipped = true;
            })};
}

/// The filter with each question about what was heard, and some mixes of durations, words and sorts.
template <class Work> void forEachHeard(RecordingFilter filter, Work work)
{
    for (const HeardFilter &heard : heardFilters())
        for (const auto &least : Choices<qint64>{std::nullopt, 60})
            for (const char *words : {"", "refund"})
                for (const auto by :
                     {RecordingSort::By::UploadedAt, RecordingSort::By::Duration, RecordingSort::By::CallDate}) {
                    filter.heard = heard;
                    filter.minDuration = least;
                    filter.words = QString::fromLatin1(words);
                    filter.sort = {by, least.has_value()};
                    work(filter);
                }
}

bool isHeardAs(const HeardFilter &filter, const std::optional<CallAnalysis> &analysis)
{
    if (filter.isEmpty() || !analysis)
        return filter.isEmpty();
    const auto part = [&](std::chrono::milliseconds time) {
        return time.count() * HeardFilter::whole / analysis->length().count();
    };
    const qint64 silence = part(analysis->silence);
    const qint64 talk = HeardFilter::whole - silence;
    return (!filter.minTalk || talk >= *filter.minTalk) && (!filter.maxTalk || talk <= *filter.maxTalk) &&
           (!filter.minSilence || silence >= *filter.minSilence) &&
           (!filter.maxSilence || silence <= *filter.maxSilence) &&
           (!filter.minOverlap || part(analysis->overlap) >= *filter.minOverlap) &&
           (!filter.minLongestSilence || analysis->longestSilence.count() >= *filter.minLongestSilence * 1000) &&
           (!filter.deadChannel || *filter.deadChannel == !analysis->deadChannels.isEmpty()) &&
           (!filter.clipped || *filter.clipped == (analysis->clipped.count() > 0));
}

/// The same question, asked of one row in plain words.
bool matches(const RecordingFilter &filter, const Recording &row)
{
    const auto seconds = durationSeconds(row.duration);
    const QString text = (row.notes + u' ' + row.leadName).toLower();
    const QStringList words = filter.words.split(u' ', Qt::SkipEmptyParts);
    return (!filter.onlyAgent || row.agentId == *filter.onlyAgent) &&
           (!filter.agentId || row.agentId == *filter.agentId) &&
           (!filter.campaignId || row.campaignId == filter.campaignId) &&
           (!filter.leadId || row.leadId == *filter.leadId) &&
           (!filter.startDate || row.uploadedAt >= *filter.startDate) &&
           (!filter.endDate || row.uploadedAt <= *filter.endDate) &&
           (filter.disposition.isEmpty() || row.disposition == filter.disposition) &&
           (!filter.complianceHold || row.complianceHold == *filter.complianceHold) &&
           (!filter.minDuration || (seconds && *seconds >= *filter.minDuration)) &&
           (!filter.maxDuration || (seconds && *seconds <= *filter.maxDuration)) &&
           isHeardAs(filter.heard, row.analysis) &&
           std::all_of(words.begin(), words.end(), [&](const QString &word) { return text.contains(word); });
}

QList<RecordingId> idsOf(const QList<Recording> &recordings)
{
    QList<RecordingId> ids;
    for (const Recording &recording : recordings)
        ids << recording.id;
    return ids;
}

/// What a loop over all the rows would answer.
QList<Recording> expectedOf(const QList<Recording> &rows, const RecordingFilter &filter)
{
    QList<Recording> expected;
    std::copy_if(rows.begin(), rows.end(), std::back_inserter(expected),
                 [&](const Recording &row) { return matches(filter, row); });
    std::sort(expected.begin(), expected.end(), [&](const Recording &a, const Recording &b) {
        const RecordingPlace one = placeOf(a, filter.sort.by);
        const RecordingPlace other = placeOf(b, filter.sort.by);
        return filter.sort.ascending ? std::tie(one.key, one.id) < std::tie(other.key, other.id)
                                     : std::tie(one.key, one.id) > std::tie(other.key, other.id);
    });
    return expected;
}

} // namespace

class tst_RecordingSearch : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        m_rows = std::make_unique<ServerRows>();
        m_totals = std::make_unique<RecordingTotals>();
    }

    void answersEveryCombinationOfFiltersAsALoopWould();
    void answersEverySortOfEveryCombinationAsALoopWould_data();
    void answersEverySortOfEveryCombinationAsALoopWould();
    void findsWhatWasHeardAsALoopWould_data();
    void findsWhatWasHeardAsALoopWould();
    void countsWhatWasHeardWithoutReadingTheRows();
    void searchesWithoutSortingOrReadingTheWholeTable();
    void walksThroughAllPagesWhateverArrivesMeanwhile_data();
    void walksThroughAllPagesWhateverArrivesMeanwhile();
    void beginsAPageOnlyByItsPlace_data();
    void beginsAPageOnlyByItsPlace();
    void comparesDurationsAsTheyAreRounded();
    void findsWords_data();
    void findsWords();
    void takesNothingOfWhatAClientWritesForAnOperator_data();
    void takesNothingOfWhatAClientWritesForAnOperator();
    void findsPhonesByTheirDigitsInAnyNotation_data();
    void findsPhonesByTheirDigitsInAnyNotation();
    void findsWhatWasChangedByItsNewWordsAlone();
    void findsWhatWasKeptBeforeThereWasASearch();
    void findsAnnotationsByWhatIsKeptOfTheirWords();
    void countsWhatWasChangedAnew();
    void countsAcrossDaysAndMonths();
    void givesThePageAndTheTotalOfOneMoment();

private:
    Result<RecordingSearch::Found> search(const RecordingFilter &filter)
    {
        return RecordingSearch(m_rows->database(), *m_totals).run(filter);
    }
    QList<RecordingId> found(const QString &words)
    {
        RecordingFilter filter;
        filter.words = words;
        return idsOf(search(filter)->recordings);
    }
    void add(Recording &recording)
    {
        recording.callId = m_rows->addCall(recording.leadId, recording.agentId);
        QVERIFY(Recordings(m_rows->database()).add(recording, "k"));
    }
    Recording withNotes(qint64 id, const QString &notes)
    {
        Recording recording = m_rows->recording(id);
        recording.notes = notes;
        add(recording);
        return recording;
    }

    static CallAnalysis someAnalysis(QRandomGenerator &random)
    {
        using std::chrono::milliseconds;
        const int overlap = random.bounded(3) * 1000;
        CallAnalysis analysis;
        analysis.talk = {milliseconds(overlap + random.bounded(1, 10) * 1000)};
        if (overlap > 0 || random.bounded(3) > 0)
            analysis.talk << milliseconds(overlap + random.bounded(10) * 1000);
        analysis.silence = milliseconds(random.bounded(30) * 500);
        analysis.overlap = milliseconds(overlap);
        analysis.longestSilence = analysis.silence / (1 + random.bounded(2));
        analysis.longestSilenceStart = milliseconds(random.bounded(1000));
        for (qsizetype i = 0; i < analysis.talk.size(); ++i)
            analysis.loudness << (random.bounded(4) == 0 ? std::nullopt : std::optional(-random.bounded(4000) / 100.0));
        analysis.clipped = milliseconds(random.bounded(3));
        if (analysis.talk.size() == 2 && random.bounded(4) == 0)
            analysis.deadChannels = {random.bounded(2)};
        return analysis;
    }

    /// Rows of every kind, some of the same moment.
    QList<Recording> manyRows(int count)
    {
        QRandomGenerator random(20'250'615); // the same rows each time
        m_rows->adam = m_rows->addLead(QStringLiteral("John Smith"), QStringLiteral("1"), std::nullopt, {m_rows->one});
        QList<Recording> rows;
        Result<Transaction> transaction = Transaction::begin(m_rows->database());
        for (int id = 1; id <= count; ++id) {
            Recording row = m_rows->recording(id);
            row.agentId = random.bounded(2) == 0 ? m_rows->one : m_rows->two;
            row.leadId = random.bounded(2) == 0 ? m_rows->zoe : m_rows->adam;
            row.leadName = row.leadId == m_rows->zoe ? QStringLiteral("Zoe Ant") : QStringLiteral("John Smith");
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
            row.disposition = random.bounded(3) == 0 ? QStringLiteral("SALE") : QString();
            row.uploadedAt = someTime(random.bounded(60) * 24);
            row.callDate = someTime(-random.bounded(100));
            row.complianceHold = random.bounded(4) == 0;
            const QStringList notes{QString(), QStringLiteral("Refund, please"), QStringLiteral("a blue refund"),
                                    QStringLiteral("blue")};
            row.notes = notes[random.bounded(4)];
            if (random.bounded(5) == 0)
                row.duration.reset();
            else
                row.duration = std::chrono::milliseconds(random.bounded(12) * 15'000);
            add(row);
            if (random.bounded(6) > 0) {
                row.analysis = someAnalysis(random);
                if (!CallAnalyses(m_rows->database()).keep(row.id, *row.analysis, row.uploadedAt))
                    qFatal("the analysis could not be kept");
            }
            rows << row;
        }
        if (!transaction || !transaction->commit())
            qFatal("the rows could not be made");
        return rows;
    }

    std::unique_ptr<ServerRows> m_rows;
    std::unique_ptr<RecordingTotals> m_totals;
};

void tst_RecordingSearch::answersEveryCombinationOfFiltersAsALoopWould()
{
    const QList<Recording> rows = manyRows(400);
    int asked = 0;
    qsizetype found = 0;
    forEachFilter(*m_rows, [&](RecordingFilter filter) {
        const QList<RecordingId> expected = idsOf(expectedOf(rows, filter));
        for (const auto &[limit, offset] : {std::pair(50, 0), std::pair(7, 5)}) {
            filter.limit = limit;
            filter.offset = offset;
            const auto answer = search(filter);
            QVERIFY(answer);
            QCOMPARE(answer->total, expected.size());
            QCOMPARE(idsOf(answer->recordings), expected.mid(offset, limit));
            QCOMPARE(answer->hasMore, expected.size() > offset + limit);
            found += answer->recordings.size();
        }
        ++asked;
    });
    QCOMPARE(asked, 2 * 3 * 3 * 2 * 2 * 2 * 2 * 3);
    QVERIFY(found > asked); // the rows give the filters something to find
}

void tst_RecordingSearch::answersEverySortOfEveryCombinationAsALoopWould_data()
{
    QTest::addColumn<qint64>("few");
    QTest::newRow("what matches is taken together") << RecordingTotals().few();
    QTest::newRow("an index is walked") << qint64{0};
}

void tst_RecordingSearch::answersEverySortOfEveryCombinationAsALoopWould()
{
    QFETCH(qint64, few);
    m_totals = std::make_unique<RecordingTotals>(few);
    const QList<Recording> rows = manyRows(200);
    int asked = 0;
    qsizetype found = 0;
    forEachFilter(*m_rows, [&](const RecordingFilter &mix) {
        if (++asked % 23 != 0) // each mix is there, not each with each
            return;
        forEachKind(mix, [&](RecordingFilter filter) {
            const QList<Recording> expected = expectedOf(rows, filter);
            filter.limit = 5;
            const auto first = search(filter);
            QVERIFY(first);
            QCOMPARE(first->total, expected.size());
            QCOMPARE(idsOf(first->recordings), idsOf(expected).mid(0, 5));
            found += first->recordings.size();
            if (!first->hasMore)
                return;
            filter.after = placeOf(first->recordings.last(), filter.sort.by);
            const auto second = search(filter);
            QVERIFY(second);
            QCOMPARE(second->total, expected.size());
            QCOMPARE(idsOf(second->recordings), idsOf(expected).mid(5, 5));
        });
    });
    QVERIFY(found > asked);
}

void tst_RecordingSearch::findsWhatWasHeardAsALoopWould_data()
{
    answersEverySortOfEveryCombinationAsALoopWould_data();
}

void tst_RecordingSearch::findsWhatWasHeardAsALoopWould()
{
    QFETCH(qint64, few);
    m_totals = std::make_unique<RecordingTotals>(few);
    const QList<Recording> rows = manyRows(300);
    int mixes = 0;
    QSet<QByteArray> questions;
    QSet<QByteArray> answered;
    forEachFilter(*m_rows, [&](const RecordingFilter &mix) {
        if (mixes++ % 37 != 0)
            return;
        forEachHeard(mix, [&](RecordingFilter filter) {
            const QList<Recording> expected = expectedOf(rows, filter);
            filter.limit = 5;
            const auto first = search(filter);
            QVERIFY(first);
            QCOMPARE(first->total, expected.size());
            QCOMPARE(idsOf(first->recordings), idsOf(expected).mid(0, 5));
            questions << filter.fingerprint();
            if (!expected.isEmpty())
                answered << filter.fingerprint();
            for (qsizetype i = 0; i < first->recordings.size(); ++i)
                QVERIFY(first->recordings[i].analysis == expected[i].analysis);
            if (!first->hasMore)
                return;
            filter.after = placeOf(first->recordings.last(), filter.sort.by);
            const auto second = search(filter);
            QVERIFY(second);
            QCOMPARE(second->total, expected.size());
            QCOMPARE(idsOf(second->recordings), idsOf(expected).mid(5, 5));
        });
    });
    QVERIFY(questions.size() > 1000); // no two of them are taken for the same
    QVERIFY(answered.size() > 300);
}

void tst_RecordingSearch::countsWhatWasHeardWithoutReadingTheRows()
{
    manyRows(50);
    m_totals = std::make_unique<RecordingTotals>(0); // as where everything is much
    int counts = 0;
    forEachFilter(*m_rows, [&](const RecordingFilter &mix) {
        if (mix.onlyAgent || mix.leadId)
            return;
        forEachHeard(mix, [&](const RecordingFilter &filter) {
            if (!filter.words.isEmpty() || filter.hasDuration())
                return;
            m_rows->database().state().idle.clear();
            QVERIFY(search(filter));
            for (const QByteArray &statement : m_rows->database().state().idle.keys()) {
                if (!statement.contains("count(*)") || !statement.contains("INDEXED BY heard_"))
                    continue; // of what there is none but for what was heard, the rows are looked through
                Query plan(m_rows->database(), "EXPLAIN QUERY PLAN " + statement);
                for (qsizetype placeholder = statement.count('?'); placeholder > 0; --placeholder)
                    plan.bind(0);
                QVERIFY(*plan.step());
                QVERIFY2(plan.text(3).contains(QStringLiteral("COVERING INDEX heard_")),
                         (statement + " does " + plan.text(3).toUtf8()).constData());
                ++counts;
            }
        });
    });
    QVERIFY(counts > 100);
}

void tst_RecordingSearch::searchesWithoutSortingOrReadingTheWholeTable()
{
    manyRows(50);
    QSet<QByteArray> statements;
    forEachFilter(*m_rows, [&](const RecordingFilter &mix) {
        if (mix.onlyAgent || mix.agentId == m_rows->two || mix.campaignId == m_rows->autumn)
            return; // the same statements
        const auto ask = [&](RecordingFilter filter) {
            if (filter.words.size() == 3 || filter.words.contains(u' '))
                return;
            filter.after = RecordingPlace{someTime(900).toMSecsSinceEpoch(), {17}};
            // The statements that a search prepares are kept under their texts.
            m_rows->database().state().idle.clear();
            m_totals = std::make_unique<RecordingTotals>(0); // as where everything is much
            QVERIFY(search(filter));
            for (const QByteArray &statement : m_rows->database().state().idle.keys())
                if (statement.startsWith("SELECT"))
                    statements << statement;
        };
        forEachKind(mix, ask);
        forEachHeard(mix, ask);
    });
    QVERIFY(statements.size() > 1000);
    QStringList faults;
    for (const QByteArray &statement : statements) {
        Query plan(m_rows->database(), "EXPLAIN QUERY PLAN " + statement);
        for (qsizetype placeholder = statement.count('?'); placeholder > 0; --placeholder)
            plan.bind(0);
        int steps = 0;
        QVERIFY(plan.each([&] {
            const QString step = plan.text(3);
            const bool scans = step.startsWith(QStringLiteral("SCAN")) && !step.contains(QStringLiteral("USING")) &&
                               !step.contains(QStringLiteral("VIRTUAL TABLE")) && step != QStringLiteral("SCAN p");
            if (scans || step.contains(QStringLiteral("TEMP B-TREE")))
                faults << QString::fromUtf8(statement) + QStringLiteral(" does ") + step;
            ++steps;
        }));
        QVERIFY(steps > 0);
    }
    QVERIFY2(faults.isEmpty(), qPrintable(QString::number(faults.size()) + u' ' + faults.value(0)));
}

void tst_RecordingSearch::walksThroughAllPagesWhateverArrivesMeanwhile_data()
{
    QTest::addColumn<int>("by");
    QTest::addColumn<bool>("ascending");
    QTest::addColumn<QString>("words");
    for (const char *words : {"", "refund"})
        for (const auto &[name, by] :
             {std::pair("uploaded", RecordingSort::By::UploadedAt), std::pair("duration", RecordingSort::By::Duration),
              std::pair("call date", RecordingSort::By::CallDate)})
            for (const bool ascending : {false, true})
                QTest::addRow("%s %s %s", name, ascending ? "up" : "down", words)
                    << static_cast<int>(by) << ascending << QString::fromLatin1(words);
}

void tst_RecordingSearch::walksThroughAllPagesWhateverArrivesMeanwhile()
{
    QFETCH(int, by);
    QFETCH(bool, ascending);
    QFETCH(QString, words);
    const QList<Recording> rows = manyRows(60);
    RecordingFilter filter;
    filter.sort = {static_cast<RecordingSort::By>(by), ascending};
    filter.words = words;
    filter.limit = 7;
    const QList<RecordingId> expected = idsOf(expectedOf(rows, filter));
    QList<RecordingId> seen;
    for (qint64 newId = 1000;; newId += 2) {
        const auto page = search(filter);
        QVERIFY(page);
        for (const Recording &recording : page->recordings)
            if (recording.id.value < 1000)
                seen << recording.id;
        if (!page->hasMore || newId > 1200)
            break;
        filter.after = placeOf(page->recordings.last(), filter.sort.by);
        Recording front = m_rows->recording(newId); // one before what was seen, one at the other end
        front.uploadedAt = someTime(5000);
        front.callDate = someTime(5000);
        front.duration = std::chrono::hours(9);
        front.notes = QStringLiteral("refund");
        add(front);
        Recording back = m_rows->recording(newId + 1);
        back.uploadedAt = someTime(-5000);
        back.callDate = someTime(-5000);
        back.duration.reset();
        back.notes = QStringLiteral("refund");
        if (newId < 1010)
            add(back);
        if (ascending && newId > 1010)
            QVERIFY(run(m_rows->database(), "DELETE FROM recordings WHERE id = " + QByteArray::number(newId)));
    }
    QCOMPARE(seen, expected);
}

void tst_RecordingSearch::beginsAPageOnlyByItsPlace_data()
{
    QTest::addColumn<int>("by");
    QTest::addColumn<bool>("ascending");
    QTest::newRow("newest first") << static_cast<int>(RecordingSort::By::UploadedAt) << false;
    QTest::newRow("oldest first") << static_cast<int>(RecordingSort::By::UploadedAt) << true;
    QTest::newRow("longest first") << static_cast<int>(RecordingSort::By::Duration) << false;
    QTest::newRow("shortest first") << static_cast<int>(RecordingSort::By::Duration) << true;
}

void tst_RecordingSearch::beginsAPageOnlyByItsPlace()
{
    // An index is entered by one condition alone: it must be the page's, not the end of the span that all pages have.
    QFETCH(int, by);
    QFETCH(bool, ascending);
    const QList<Recording> rows = manyRows(100);
    m_totals = std::make_unique<RecordingTotals>(0);
    RecordingFilter filter;
    filter.sort = {static_cast<RecordingSort::By>(by), ascending};
    filter.startDate = someTime(0);
    filter.endDate = someTime(1440);
    filter.minDuration = 0;
    filter.maxDuration = 180;
    const bool byTime = filter.sort.by == RecordingSort::By::UploadedAt;
    const QByteArray column = byTime ? "r.uploaded_at " : "r.duration_order ";
    for (const QString &words : {QString(), QStringLiteral("refund")}) {
        filter.words = words;
        filter.after.reset();
        const QList<RecordingId> expected = idsOf(expectedOf(rows, filter));
        filter.limit = 10;
        filter.after = placeOf(search(filter)->recordings.last(), filter.sort.by);
        m_rows->database().state().idle.clear();
        QCOMPARE(idsOf(search(filter)->recordings), expected.mid(10, 10));
        QByteArray page;
        for (const QByteArray &statement : m_rows->database().state().idle.keys())
            if (statement.contains("ORDER BY"))
                page = statement;
        QVERIFY(!page.isEmpty());
        const QByteArray end = byTime && !words.isEmpty() ? "f.rowid " : column;
        QVERIFY2(!page.contains(end + (ascending ? ">=" : "<=")), page);
        QVERIFY2(page.contains(end + (ascending ? "<=" : ">=")), page);
    }
}

void tst_RecordingSearch::comparesDurationsAsTheyAreRounded()
{
    const QList<qint64> durations{0, 499, 500, 501, 1499, 1500, 1501, 2499, 2500, 2501, 3500};
    QList<Recording> rows;
    for (const qint64 duration : durations) {
        Recording recording = m_rows->recording(rows.size() + 1);
        recording.duration = std::chrono::milliseconds(duration);
        add(recording);
        rows << recording;
    }
    Recording unknown = m_rows->recording(100);
    unknown.duration.reset();
    add(unknown);
    rows << unknown;
    for (qint64 seconds = 0; seconds < 6; ++seconds) {
        RecordingFilter least;
        least.minDuration = seconds;
        QCOMPARE(idsOf(search(least)->recordings), idsOf(expectedOf(rows, least)));
        RecordingFilter most;
        most.maxDuration = seconds;
        QCOMPARE(idsOf(search(most)->recordings), idsOf(expectedOf(rows, most)));
    }
}

void tst_RecordingSearch::findsWords_data()
{
    QTest::addColumn<QString>("notes");
    QTest::addColumn<QString>("words");
    QTest::addColumn<bool>("isFound");
    const auto row = [](const char *name, const char *notes, const char *words, bool isFound) {
        QTest::newRow(name) << QString::fromUtf8(notes) << QString::fromUtf8(words) << isFound;
    };
    row("a word", "wants a refund", "refund", true);
    row("another", "wants a refund", "return", false);
    row("each of several, in any order", "wants a refund", "refund wants", true);
    row("not one of several", "wants a refund", "refund needs", false);
    row("the beginning of the last", "wants a refund", "wants ref", true);
    row("not the beginning of one before", "wants a refund", "wan refund", false);
    row("a letter", "wants a refund", "r", true);
    row("not the middle", "wants a refund", "fund", false);
    row("in any case", "Wants A Refund", "REFUND", true);
    row("without its accents", "Zoë möchte zurück", "zoe zuruck", true);
    row("with accents that are not there", "moechte zuruck", "zurück", true);
    row("with a hyphen", "sent an e-mail today", "e-mail", true);
    row("parts with a hyphen are together", "e for mail", "e-mail", false);
    row("in another script", "хочет возврат", "ВОЗВРАТ", true);
    row("of a note and of a lead's name", "wants a refund", "ant refund", true);
    row("signs alone, which nothing holds", "wants - a refund & more", "&& -", false);
    row("signs between words", "wants a refund", "refund - wants", true);
    row("a word of the index's own", "wants a refund", "qqqa1", false);
    row("with many spaces", "wants a refund", "  wants \t refund\n", true);
}

void tst_RecordingSearch::findsWords()
{
    QFETCH(QString, notes);
    QFETCH(QString, words);
    QFETCH(bool, isFound);
    withNotes(1, notes);
    withNotes(2, QString());
    QCOMPARE(found(words), isFound ? QList<RecordingId>{{1}} : QList<RecordingId>{});
}

void tst_RecordingSearch::takesNothingOfWhatAClientWritesForAnOperator_data()
{
    QTest::addColumn<QString>("words");
    for (const char *words : {"a OR b",
                              "NOT a",
                              "a AND",
                              "NEAR(a b)",
                              "\"a",
                              "a\"\"b",
                              "a*",
                              "*",
                              "^a",
                              "notes:a",
                              "facets : qqqa1",
                              "{a}",
                              "(a",
                              "a)",
                              "a + b",
                              "-a",
                              "'",
                              "a;DROP TABLE x",
                              "%",
                              "\\",
                              "a\" OR notes:\"b",
                              "+",
                              "()",
                              "0",
                              "(0)",
                              "00"})
        QTest::newRow(words) << QString::fromLatin1(words);
    QTest::newRow("a lone surrogate") << QString(QChar(0xd800));
    QTest::newRow("a NUL") << QString(QChar(0)) + QStringLiteral("a");
    QTest::newRow("emoji") << QString::fromUtf8("\xf0\x9f\x98\x80 a");
    QTest::newRow("200 words") << QStringLiteral("a ").repeated(200);
    QTest::newRow("200 numbers") << QStringLiteral("1 ").repeated(200);
}

void tst_RecordingSearch::takesNothingOfWhatAClientWritesForAnOperator()
{
    QFETCH(QString, words);
    withNotes(1, QStringLiteral("wants nothing of it"));
    RecordingFilter filter;
    filter.words = words;
    const auto answer = search(filter);
    QVERIFY2(answer, answer ? "" : qPrintable(answer.error().detail));
    RecordingTotals none(0);
    for (const auto by : {RecordingSort::By::Duration, RecordingSort::By::CallDate}) {
        filter.sort.by = by;
        QVERIFY(RecordingSearch(m_rows->database(), none).run(filter));
    }
    // With the words written down as a note, all of them are there to be found.
    withNotes(2, words);
    const bool holdsLetters = std::any_of(words.begin(), words.end(), [](QChar c) { return c.isLetterOrNumber(); });
    QCOMPARE(found(words).contains(RecordingId{2}), holdsLetters);
}

void tst_RecordingSearch::findsPhonesByTheirDigitsInAnyNotation_data()
{
    QTest::addColumn<QString>("words");
    QTest::addColumn<bool>("isFound");
    for (const char *words : {"+44 7700 900123", "+447700900123", "447700900123", "07700 900123", "07700900123",
                              "0044 7700 900-123", "+44 (0)7700 900123", "(07700) 900 123", "07700/900123",
                              "7700.900.123", "07700 90", "900123", "7700 caller", "caller 07700 900123"})
        QTest::newRow(words) << QString::fromLatin1(words) << true;
    for (const char *words : {"07700 900124", "+49 7700 900123", "8700 900123", "07700 900123 stranger"})
        QTest::newRow(words) << QString::fromLatin1(words) << false;
}

void tst_RecordingSearch::findsPhonesByTheirDigitsInAnyNotation()
{
    QFETCH(QString, words);
    QFETCH(bool, isFound);
    for (const char *phone : {"+44 7700 900123", "+44 (0)7700 900-123", "+447700900123"}) {
        m_rows = std::make_unique<ServerRows>();
        m_totals = std::make_unique<RecordingTotals>();
        Recording recording = m_rows->recording(1);
        recording.notes.clear();
        recording.leadId =
            m_rows->addLead(QStringLiteral("Caller"), QString::fromLatin1(phone), std::nullopt, {m_rows->one});
        add(recording);
        withNotes(2, QString());
        if (words == QLatin1String("900123") && recording.leadId.isValid() && QByteArray(phone) != "+44 7700 900123")
            continue; // the end of a number is found where the number is written in parts
        if (words == QLatin1String("7700 caller") && QByteArray(phone) == "+447700900123")
            continue;
        QCOMPARE(found(words), isFound ? QList<RecordingId>{{1}} : QList<RecordingId>{});
    }
}

void tst_RecordingSearch::findsWhatWasChangedByItsNewWordsAlone()
{
    withNotes(1, QStringLiteral("wants a refund"));
    withNotes(2, QStringLiteral("wants more"));
    QVERIFY(run(m_rows->database(), "UPDATE recordings SET notes = 'is happy' WHERE id = 1"));
    QCOMPARE(found(QStringLiteral("refund")), QList<RecordingId>{});
    QCOMPARE(found(QStringLiteral("happy")), QList<RecordingId>{{1}});

    QVERIFY(run(m_rows->database(), "UPDATE leads SET name = 'Zora Bee', phone = '+1 555 0177' WHERE id = " +
                                        QByteArray::number(m_rows->zoe.value)));
    QCOMPARE(found(QStringLiteral("ant")), QList<RecordingId>{});
    QCOMPARE(found(QStringLiteral("5550100")), QList<RecordingId>{});
    QCOMPARE(found(QStringLiteral("zora 5550177")).size(), 2);

    QVERIFY(run(m_rows->database(),
                "UPDATE recordings SET lead_id = " + QByteArray::number(m_rows->adam.value) + " WHERE id = 2"));
    QCOMPARE(found(QStringLiteral("zora")), QList<RecordingId>{{1}});
    QCOMPARE(found(QStringLiteral("adam")), QList<RecordingId>{{2}});

    QVERIFY(run(m_rows->database(), "DELETE FROM recordings WHERE id = 2"));
    QCOMPARE(found(QStringLiteral("adam")), QList<RecordingId>{});
    QVERIFY(run(m_rows->database(), "INSERT INTO recording_words (recording_words) VALUES ('integrity-check')"));
}

/// As the program did that knew no other.
static Done addToTheFirstSchema(Database &database, const Recording &row)
{
    Query query(database, "INSERT INTO recordings (id, call_id, lead_id, agent_id, campaign_id, disposition, file_path,"
                          " file_size, duration_ms, format, channels, sample_rate, sha256, original_name,"
                          " encryption_key_id, notes, call_date, uploaded_at, compliance_hold, revision, created_at)"
                          " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
    return query
        .bind(row.id, row.callId, row.leadId, row.agentId, row.campaignId, row.disposition, row.filePath, row.fileSize,
              row.duration, formatName(row.format), row.channels, row.sampleRate, row.sha256, row.originalName,
              row.encryptionKeyId, row.notes, row.callDate, row.uploadedAt, row.complianceHold, row.revision,
              row.createdAt)
        .run();
}

void tst_RecordingSearch::findsWhatWasKeptBeforeThereWasASearch()
{
    const QTemporaryDir folder;
    QVERIFY(QFile::copy(QStringLiteral(":/schema/server/001-initial.sql"),
                        folder.filePath(QStringLiteral("001-initial.sql"))));
    const std::unique_ptr<Database> database = openDatabase(folder.filePath(QStringLiteral("a.db")));
    QVERIFY(migrate(*database, folder.path()));
    for (const char *statement :
         {"INSERT INTO users VALUES (1, 'alice', 'Alice A', 'agent', '', 0, 0), (2, 'bob', 'Bob B', 'agent', '', 0, 0)",
          "INSERT INTO campaigns VALUES (1, 'Spring'), (2, 'Autumn')",
          "INSERT INTO leads VALUES (1, 'Zoe Ant', '+1 555 0100', 1, 0, 0)",
          "INSERT INTO calls VALUES (1, 1, 1, 1, '', 0)"})
        QVERIFY(run(*database, statement));
    QList<Recording> rows;
    for (qint64 id = 1; id <= 20; ++id) {
        Recording row = m_rows->recording(id);
        row.callId = {1};
        row.leadId = {1};
        row.complianceHold = id % 3 == 0;
        row.disposition = id % 2 == 0 ? QStringLiteral("SALE") : QString();
        QVERIFY(addToTheFirstSchema(*database, row));
        rows << row;
    }
    QVERIFY(migrate(*database, QStringLiteral(":/schema/server")));
    RecordingFilter filter;
    for (const auto &hold : Choices<bool>{std::nullopt, true, false})
        for (const char *words : {"", "ant call"})
            for (const QString &disposition : {QString(), QStringLiteral("SALE")}) {
                filter.complianceHold = hold;
                filter.words = QString::fromLatin1(words);
                filter.disposition = disposition;
                const auto answer = RecordingSearch(*database, *m_totals).run(filter);
                QVERIFY(answer);
                filter.words.clear();
                QCOMPARE(idsOf(answer->recordings), idsOf(expectedOf(rows, filter)));
                QCOMPARE(answer->total, answer->recordings.size());
            }
}

void tst_RecordingSearch::findsAnnotationsByWhatIsKeptOfTheirWords()
{
    withNotes(1, QStringLiteral("wants a refund"));
    const QByteArray upsert = "INSERT INTO annotation_words (recording_id, words) VALUES (1, 'WORDS')"
                              " ON CONFLICT (recording_id) DO UPDATE SET words = excluded.words";
    QVERIFY(run(m_rows->database(), QByteArray(upsert).replace("WORDS", "shouts loudly")));
    QCOMPARE(found(QStringLiteral("refund shouts")), QList<RecordingId>{{1}});
    QVERIFY(run(m_rows->database(), QByteArray(upsert).replace("WORDS", "whispers")));
    QCOMPARE(found(QStringLiteral("shouts")), QList<RecordingId>{});
    QCOMPARE(found(QStringLiteral("whispers")), QList<RecordingId>{{1}});
    QVERIFY(run(m_rows->database(), "DELETE FROM annotation_words"));
    QCOMPARE(found(QStringLiteral("whispers")), QList<RecordingId>{});
    QCOMPARE(found(QStringLiteral("refund")), QList<RecordingId>{{1}});
    QVERIFY(run(m_rows->database(), QByteArray(upsert).replace("WORDS", "again")));
    QVERIFY(run(m_rows->database(), "DELETE FROM recordings"));
    QCOMPARE(found(QStringLiteral("again")), QList<RecordingId>{});
    QCOMPARE(numberOf(m_rows->database(), "SELECT count(*) FROM annotation_words"), 0);
}

void tst_RecordingSearch::countsWhatWasChangedAnew()
{
    const QList<Recording> rows = manyRows(100);
    QList<RecordingFilter> filters;
    int mixes = 0;
    forEachFilter(*m_rows, [&](RecordingFilter filter) {
        if (++mixes % 11 != 0)
            return;
        filters << filter;
        filter.minDuration = 60;
        filters << filter;
        filter.words = QStringLiteral("refund");
        filters << filter;
    });
    const auto countsAreRight = [&] {
        QList<Recording> now;
        for (const Recording &row : rows)
            if (const auto recording = *Recordings(m_rows->database()).byId(row.id))
                now << *recording;
        return std::all_of(filters.begin(), filters.end(), [&](const RecordingFilter &filter) {
            return search(filter)->total == expectedOf(now, filter).size();
        });
    };
    QVERIFY(countsAreRight());
    for (const char *change : {"UPDATE recordings SET campaign_id = NULL WHERE id % 5 = 1",
                               "UPDATE recordings SET agent_id = 3 - agent_id WHERE id % 3 = 1",
                               "UPDATE recordings SET disposition = 'SALE' WHERE id % 4 = 1",
                               "UPDATE recordings SET duration_ms = 61000 WHERE id % 6 = 1",
                               "UPDATE recordings SET notes = 'refund' WHERE id % 7 = 1",
                               "UPDATE recordings SET uploaded_at = uploaded_at + 86400000000"
                               " WHERE id % 8 = 1 AND compliance_hold = 0",
                               "INSERT INTO audit (id, at, user_id, username, role, action, recording_id, lead_id,"
                               " outcome, address, detail) SELECT (SELECT ifnull(max(id), 0) FROM audit)"
                               " + row_number() OVER (ORDER BY id), 1, 1, '', '', 'hold-release', recording_id, 0,"
                               " 'allowed', '', json_object('holdId', id) FROM holds WHERE recording_id % 3 = 0",
                               "UPDATE holds SET state = 'released', released_at = 1, released_by = 1"
                               " WHERE recording_id % 3 = 0",
                               "UPDATE recordings SET compliance_hold = 0 WHERE id % 3 = 0 AND compliance_hold = 1",
                               "INSERT INTO holds (matter_id, scope, recording_id, includes_later, reason, placed_at,"
                               " state) SELECT 1, 'recording', id, 0, '', 0, 'active' FROM recordings WHERE id % 5 = 0"
                               " AND compliance_hold = 0",
                               "INSERT INTO held_recordings (recording_id, hold_id) SELECT h.recording_id, h.id FROM"
                               " holds h JOIN recordings r ON r.id = h.recording_id"
                               " WHERE h.placed_at = 0 AND r.compliance_hold = 0",
                               "UPDATE recordings SET lead_id = 1 WHERE id % 9 = 0",
                               "DELETE FROM recordings WHERE id % 2 = 0 AND compliance_hold = 0"}) {
        QVERIFY(run(m_rows->database(), change));
        QVERIFY2(countsAreRight(), change);
    }
}

void tst_RecordingSearch::countsAcrossDaysAndMonths()
{
    QRandomGenerator random(7);
    QList<Recording> rows;
    for (int id = 1; id <= 300; ++id) {
        Recording row = m_rows->recording(id);
        row.uploadedAt = someTime(random.bounded(24 * 200));
        if (id % 10 == 0) // at the very edge of a day
            row.uploadedAt =
                QDateTime(row.uploadedAt.date(), QTime(id % 20 == 0 ? 23 : 0, id % 20 == 0 ? 59 : 0), Qt::UTC);
        add(row);
        rows << row;
    }
    for (const auto &agent : Choices<UserId>{std::nullopt, m_rows->one})
        for (int round = 0; round < 200; ++round) {
            RecordingFilter filter;
            filter.agentId = agent;
            filter.startDate = someTime(random.bounded(24 * 220) - 240);
            filter.endDate = filter.startDate->addSecs(random.bounded(24 * 150) * 3600);
            if (round % 3 == 0) {
                filter.startDate = QDateTime(filter.startDate->date(), QTime(0, 0), Qt::UTC);
                filter.endDate = QDateTime(filter.endDate->date(), QTime(23, 59, 59, 999), Qt::UTC);
            }
            if (round % 5 == 0)
                filter.startDate.reset();
            if (round % 7 == 0)
                filter.endDate.reset();
            QCOMPARE(search(filter)->total, expectedOf(rows, filter).size());
        }
    RecordingFilter everything;
    everything.startDate = QDateTime(QDate(1, 1, 1), QTime(0, 0), Qt::UTC);
    everything.endDate = QDateTime(QDate(9999, 12, 31), QTime(23, 59), Qt::UTC);
    QCOMPARE(search(everything)->total, rows.size());
    everything.words = QStringLiteral("call back");
    QCOMPARE(search(everything)->total, rows.size());
}

void tst_RecordingSearch::givesThePageAndTheTotalOfOneMoment()
{
    // Somebody adds without a pause; page and total of one search must still belong together.
    const CallId call = m_rows->addCall(m_rows->zoe, m_rows->one);
    std::atomic_bool stop = false;
    std::thread writer([&, path = m_rows->path()] {
        const std::unique_ptr<Database> database = openDatabase(path);
        for (qint64 id = 1; !stop; ++id) {
            Recording recording = m_rows->recording(id);
            recording.callId = call;
            if (!Recordings(*database).add(recording, "k"))
                break;
        }
    });
    RecordingFilter filter;
    filter.limit = 10'000;
    bool allBelong = true;
    qint64 last = 0;
    for (int round = 0; round < 300 || (last < 20 && round < 100'000); ++round) {
        const auto answer = search(filter);
        allBelong = allBelong && answer && (answer->total > filter.limit || answer->total == answer->recordings.size());
        last = answer ? answer->total : 0;
    }
    stop = true;
    writer.join();
    QVERIFY(allBelong);
    QVERIFY(last > 0);
}

QTEST_GUILESS_MAIN(tst_RecordingSearch)
#include "tst_RecordingSearch.moc"
