// SPDX-License-Identifier: GPL-3.0-or-later
#include "leads/LeadsModel.h"

#include "SampleSession.h"
#include "ToolTip.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace Holdfast;
using namespace Qt::Literals::StringLiterals;

class tst_LeadsModel : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        m_sample = std::make_unique<SampleSession>();
        QVERIFY(m_sample->store().replaceLeads({lead(1, "Bela"), lead(2, "adam"), lead(3, "Zoe")}));
        m_model = std::make_unique<LeadsModel>(m_sample->store());
        m_tester = std::make_unique<QAbstractItemModelTester>(m_model.get(),
                                                              QAbstractItemModelTester::FailureReportingMode::QtTest);
        m_reset = std::make_unique<QSignalSpy>(m_model.get(), &QAbstractItemModel::modelReset);
    }
    void cleanup()
    {
        QCOMPARE(m_reset->count(), m_resets);
        m_resets = 0;
        m_tester.reset();
        m_model.reset();
        m_sample.reset();
    }

    void changesTheRowOfALeadThatChanged()
    {
        QSignalSpy changed(m_model.get(), &QAbstractItemModel::dataChanged);
        Lead more = lead(1, "Bela");
        more.recordingCount = 7;
        take({more});
        QCOMPARE(changed.count(), 1);
        QCOMPARE(m_model->at(1).recordingCount, 7);
        QCOMPARE(names(), (QStringList{u"adam"_s, u"Bela"_s, u"Zoe"_s}));
    }
    void countsTheRecordingsThatOneMaySee()
    {
        Lead busy = lead(1, "Bela");
        busy.recordingCount = 7; // the server's: those of others are among them
        take({busy});
        QCOMPARE(recordingsOf(1), 0);
        QVERIFY(m_sample->store().attach({waitingRecording({1})}));
        const Recording stored = storedFrom(keptRecording({5}, {1}, QDateTime::currentDateTimeUtc()), {5});
        QVERIFY(m_sample->store().replaceRemoteRecordings({1}, {stored}));
        QCOMPARE(recordingsOf(1), 2);
        QVERIFY(m_model->index(m_model->rowOf({1})).data(Qt::AccessibleTextRole).toString().contains(u"2 recording"_s));
        QVERIFY(m_sample->store().replaceRemoteRecordings({1}, {}));
        QCOMPARE(recordingsOf(1), 1);
        m_model->setSeesAll(true);
        ++m_resets;
        QCOMPARE(recordingsOf(1), 7);
        m_model->setSeesAll(false);
        ++m_resets;
        QCOMPARE(recordingsOf(1), 1);
    }
    void putsANewLeadWhereItsNameBelongs()
    {
        take({lead(4, "Carla"), lead(5, "Aaron")});
        QCOMPARE(names(), (QStringList{u"Aaron"_s, u"adam"_s, u"Bela"_s, u"Carla"_s, u"Zoe"_s}));
        QCOMPARE(m_model->rowOf({4}), 3);
    }
    void takesAwayALeadThatIsGone()
    {
        lose({2});
        QCOMPARE(names(), (QStringList{u"Bela"_s, u"Zoe"_s}));
        QCOMPARE(m_model->rowOf({2}), -1);
    }
    void movesALeadWithItsNewNameAndWhoeverHasItChosenKeepsIt_data()
    {
        QTest::addColumn<qint64>("id");
        QTest::addColumn<QString>("name");
        QTest::addColumn<QStringList>("names");
        QTest::newRow("down") << qint64(2) << u"Yan"_s << QStringList{u"Bela"_s, u"Yan"_s, u"Zoe"_s};
        QTest::newRow("up") << qint64(3) << u"Aaron"_s << QStringList{u"Aaron"_s, u"adam"_s, u"Bela"_s};
        QTest::newRow("stays") << qint64(1) << u"Berta"_s << QStringList{u"adam"_s, u"Berta"_s, u"Zoe"_s};
        QTest::newRow("to the end") << qint64(1) << u"Zz"_s << QStringList{u"adam"_s, u"Zoe"_s, u"Zz"_s};
    }
    void movesALeadWithItsNewNameAndWhoeverHasItChosenKeepsIt()
    {
        QFETCH(qint64, id);
        QFETCH(QString, name);
        QFETCH(QStringList, names);
        const QPersistentModelIndex chosen = m_model->index(m_model->rowOf({id}));
        take({lead(id, name)});
        QCOMPARE(this->names(), names);
        QCOMPARE(chosen.data().toString(), name);
    }
    void theFilterHoldsForWhatChanges()
    {
        filter(QStringLiteral("be"));
        QCOMPARE(names(), QStringList{u"Bela"_s});
        take({lead(4, "Abel"), lead(5, "Nora"), lead(3, "Zobel"), lead(1, "Anna")});
        QCOMPARE(names(), (QStringList{u"Abel"_s, u"Zobel"_s}));
        filter({});
        QCOMPARE(names(), (QStringList{u"Abel"_s, u"adam"_s, u"Anna"_s, u"Nora"_s, u"Zobel"_s}));
    }
    void findsANumberInBracketsAsItIsTyped()
    {
        take({sampleLead(9, QStringLiteral("Ünal Öz"), QStringLiteral("+49 40 99-12"))});
        for (const QString &number : {u"+49 (0)40 9912"_s, u"(040) 99 12"_s, u"(40) 9912"_s}) {
            filter({});
            for (qsizetype typed = 1; typed <= number.size(); ++typed)
                filter(number.first(typed));
            QVERIFY2(names() == QStringList{u"Ünal Öz"_s}, qPrintable(number));
        }
    }
    void findsByWordsNumbersAndCampaignAndNarrowsAsOneTypes()
    {
        Lead other = sampleLead(9, QStringLiteral("Ünal Öz"), QStringLiteral("+49 40 99-12"));
        other.campaignName = QStringLiteral("Winter");
        take({other});
        const QList<std::pair<QString, int>> cases{{u"ü"_s, 1},   {u"üN"_s, 1},   {u"ün öz"_s, 1}, {u"winter"_s, 1},
                                                   {u"040"_s, 1}, {u"9912"_s, 1}, {u"0409"_s, 1},  {u"zzz"_s, 0},
                                                   {u"q1"_s, 3},  {u"a"_s, 4},    {u"ad"_s, 1},    {u"a"_s, 4}};
        for (const auto &[words, hits] : cases) {
            filter(words);
            QVERIFY2(m_model->rowCount() == hits, qPrintable(words));
        }
    }
    void findsByTheNamesOfAgentsWhereItShall()
    {
        QVERIFY(m_sample->store().agentNames().replace({{{1}, QStringLiteral("Anna")}, {{2}, QStringLiteral("Ömer")}}));
        Lead other = lead(1, "Bela");
        other.agents = {{2}, {1}};
        take({other});
        const QModelIndex index = m_model->index(m_model->rowOf({1}));
        QVERIFY(Testing::toolTipOf(index).endsWith(QStringLiteral("Assigned: Ömer, Anna")));
        filter(QStringLiteral("öme"));
        QCOMPARE(m_model->rowCount(), 0);
        m_model->setSeesAll(true);
        ++m_resets;
        QCOMPARE(names(), QStringList{u"Bela"_s});
        QVERIFY(m_sample->store().agentNames().replace({{{1}, QStringLiteral("Anna")}, {{2}, QStringLiteral("Omar")}}));
        ++m_resets;
        QCOMPARE(m_model->rowCount(), 0);
        filter(QStringLiteral("omar"));
        QCOMPARE(names(), QStringList{u"Bela"_s});
    }
    void readsManyInTurnsAndMissesNothingMeanwhile()
    {
        QList<Lead> many;
        for (int i = 1; i <= 2'000; ++i)
            many.append(lead(i, QStringLiteral("Lead %1").arg(5'000 - i)));
        QVERIFY(m_sample->store().replaceLeads(many));
        QVERIFY(m_model->isReading());
        QCOMPARE(m_model->rowCount(), 3); // what was there before
        take({lead(1, "Aaron"), lead(1'999, "Zuse"), lead(3'000, "Moritz")});
        lose({1'000});
        QTRY_VERIFY(!m_model->isReading());
        ++m_resets;
        QCOMPARE(m_model->rowCount(), 2'000);
        QStringList sorted = names();
        QCOMPARE(sorted.first(), u"Aaron"_s);
        QCOMPARE(sorted.last(), u"Zuse"_s);
        QVERIFY(std::ranges::is_sorted(sorted));
        QVERIFY(m_model->rowOf({3'000}) > 0);
        QCOMPARE(m_model->rowOf({1'000}), -1);
    }
    void givesUpReadingWithTheStore()
    {
        QList<Lead> many;
        for (int i = 1; i <= 2'000; ++i)
            many.append(lead(i, QStringLiteral("Lead %1").arg(i)));
        QVERIFY(m_sample->store().replaceLeads(many));
        LeadsModel another(m_sample->store());
        QVERIFY(another.isReading());
        QVERIFY(m_sample->store().replaceLeads({lead(1, "Bela")})); // begins anew
        QVERIFY(!another.isReading());
        QCOMPARE(another.rowCount(), 1);
        ++m_resets;
    }
    void marksALeadThatSomebodyElseChangedUntilItIsOpened()
    {
        Recording recording = storedFrom(waitingRecording({1}), {5});
        recording.agentId = {9};
        FeedChange change{FeedChange::Kind::Recording, 5, false, std::nullopt, recording, 1};
        QVERIFY(m_sample->store().following().apply({QStringLiteral("1"), {change}, false}, Reach::Own, {1}));
        const QModelIndex index = m_model->index(m_model->rowOf({1}));
        QVERIFY(index.data(LeadsModel::UnreadRole).toBool());
        QVERIFY(index.data(Qt::AccessibleTextRole).toString().contains(QStringLiteral("changed")));
        QVERIFY(m_sample->store().leadMarks().opened({1}));
        QVERIFY(!index.data(LeadsModel::UnreadRole).toBool());
        LeadsModel another(m_sample->store());
        QVERIFY(!another.index(1).data(LeadsModel::UnreadRole).toBool());
    }

private:
    int recordingsOf(qint64 id) const
    {
        return m_model->index(m_model->rowOf({id})).data(LeadsModel::RecordingsRole).toInt();
    }
    static Lead lead(qint64 id, const QString &name) { return sampleLead(id, name); }
    static Lead lead(qint64 id, const char *name) { return sampleLead(id, QString::fromUtf8(name)); }
    void filter(const QString &words)
    {
        m_model->setFilter(words);
        ++m_resets;
    }
    void take(const QList<Lead> &leads)
    {
        FeedPage page{QStringLiteral("1"), {}, false};
        for (const Lead &lead : leads)
            page.changes.append({FeedChange::Kind::Lead, lead.id.value, false, lead, std::nullopt, std::nullopt});
        QVERIFY(m_sample->store().following().apply(page, Reach::All, {1}));
    }
    void lose(LeadId id)
    {
        const FeedChange gone{FeedChange::Kind::Lead, id.value, true, std::nullopt, std::nullopt, std::nullopt};
        QVERIFY(m_sample->store().following().apply({QStringLiteral("1"), {gone}, false}, Reach::All, {1}));
    }
    QStringList names() const
    {
        QStringList names;
        for (int row = 0; row < m_model->rowCount(); ++row)
            names.append(m_model->index(row).data().toString());
        return names;
    }

    std::unique_ptr<SampleSession> m_sample;
    std::unique_ptr<LeadsModel> m_model;
    std::unique_ptr<QAbstractItemModelTester> m_tester;
    std::unique_ptr<QSignalSpy> m_reset;
    int m_resets = 0;
};

QTEST_MAIN(tst_LeadsModel)
#include "tst_LeadsModel.moc"
