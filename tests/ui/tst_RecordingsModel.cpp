// SPDX-License-Identifier: GPL-3.0-or-later
#include "SampleSession.h"
#include "ToolTip.h"
#include "recordings/RecordingsModel.h"
#include "support/ScriptedServer.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace Holdfast;
using Holdfast::Testing::toolTipOf;

class tst_RecordingsModel : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        m_sample = std::make_unique<SampleSession>();
        m_model = std::make_unique<RecordingsModel>(m_sample->store(), m_sample->sync(), QStringLiteral("Anna Agent"));
        m_tester = std::make_unique<QAbstractItemModelTester>(m_model.get(),
                                                              QAbstractItemModelTester::FailureReportingMode::QtTest);
        m_model->setLead(m_lead);
    }
    void cleanup()
    {
        m_tester.reset();
        m_model.reset();
        m_sample.reset();
    }

    void followsTheStore()
    {
        const LocalRecording one = waitingRecording(m_lead, QStringLiteral("asked for a quote"));
        QVERIFY(m_sample->store().attach({one}));
        QCOMPARE(m_model->rowCount(), 1);
        QCOMPARE(text(RecordingColumn::Length), QStringLiteral("\u20663:07\u2069"));
        QCOMPARE(text(RecordingColumn::Who), QStringLiteral("Anna Agent"));
        QCOMPARE(text(RecordingColumn::Note), QStringLiteral("asked for a quote"));
        QCOMPARE(text(RecordingColumn::State), QStringLiteral("Waiting"));
        QVERIFY(m_sample->store().removeWaiting(one.uploadId));
        QCOMPARE(m_model->rowCount(), 0);
    }
    void saysInTheRowWhyOneWaitsAndWhenItIsTriedAgain()
    {
        Testing::ScriptedServer server([](const auto &) {
            return Testing::ScriptedServer::Answer{507, R"({"message":"There is no room."})", {}};
        });
        m_sample->api().setServer(server.url());
        m_sample->api().setToken("T0KEN");
        const LocalRecording one = m_sample->sealed(waitingRecording(m_lead));
        QVERIFY(m_sample->store().attach({one}));
        QCOMPARE(cell(RecordingsModel::WhyRole), QString());
        m_sample->sync().start();
        QTRY_COMPARE(cell(RecordingsModel::WhyRole), QStringLiteral("Waiting: the server is full"));
        QVERIFY(cell(RecordingsModel::WhenRole).startsWith(QStringLiteral("Next try at ")));
        QVERIFY(toolTipOf(state()).contains(QStringLiteral("There is no room. Next try at ")));
        m_sample->sync().stop();
    }
    void tellsRecordingsOfTheSameMinuteApart()
    {
        const QDateTime at(QDate(2026, 11, 20), QTime(14, 32, 5));
        LocalRecording one = keptRecording({1}, m_lead, at);
        LocalRecording two = keptRecording({2}, m_lead, at.addSecs(20));
        LocalRecording other = keptRecording({3}, m_lead, at.addSecs(-600));
        const auto take = [&] {
            QList<Recording> stored;
            for (LocalRecording *kept : {&two, &one, &other}) {
                stored.append(storedFrom(*kept, kept->remote->id));
                stored.last().callDate = kept->callAt;
                stored.last().originalName = QStringLiteral("%1.wav").arg(kept->remote->id.value);
            }
            QVERIFY(m_sample->store().replaceRemoteRecordings(m_lead, stored));
        };
        const auto date = [this](int row) { return m_model->index(row, 0).data().toString(); };
        const auto note = [this](int row) {
            return m_model->index(row, static_cast<int>(RecordingColumn::Note)).data().toString();
        };
        take();
        QVERIFY2(date(0).contains(QStringLiteral("14:32:25")), qPrintable(date(0)));
        QVERIFY(date(1).contains(QStringLiteral("14:32:05")));
        QVERIFY(date(2).contains(QStringLiteral("14:22\u2069")));
        QVERIFY(!note(0).contains(QStringLiteral(".wav")));
        two.callAt = one.callAt;
        take();
        QVERIFY(date(0).contains(QStringLiteral(".wav")) && date(1).contains(QStringLiteral(".wav")));
        QVERIFY(date(0) != date(1));
        QVERIFY(!date(2).contains(QStringLiteral(".wav")));
        QVERIFY(note(0).isEmpty());
    }
    void readsOlderOnesWhenTheViewComesToThem()
    {
        const QDateTime now = QDateTime::currentDateTimeUtc();
        QList<Recording> stored;
        for (int id = 1; id <= 700; ++id)
            stored.append(storedFrom(keptRecording({id}, m_lead, now.addSecs(-id)), {id}));
        QVERIFY(m_sample->store().replaceRemoteRecordings(m_lead, stored));
        QVERIFY(m_sample->store().attach({waitingRecording(m_lead)}));
        m_model->setLead({});
        m_model->setLead(m_lead);
        QCOMPARE(m_model->rowCount(), 301);
        QCOMPARE(m_model->at(0).state, TransferState::Waiting);
        QSignalSpy reset(m_model.get(), &QAbstractItemModel::modelReset);
        while (m_model->canFetchMore({}))
            m_model->fetchMore({});
        QCOMPARE(m_model->rowCount(), 701);
        for (int row = 1; row <= 700; ++row)
            QCOMPARE(m_model->at(row).remote->id.value, row);
        stored.removeLast();
        QVERIFY(m_sample->store().replaceRemoteRecordings(m_lead, stored));
        QCOMPARE(m_model->rowCount(), 700);
        QCOMPARE(reset.count(), 0);
    }
    void whatComesGoesOrMovesLeavesTheOtherRowsWhereTheyAre()
    {
        const QDateTime now = QDateTime::currentDateTimeUtc();
        QList<Recording> stored;
        for (int id = 1; id <= 4; ++id)
            stored.append(storedFrom(keptRecording({id}, m_lead, now.addDays(-id)), {id}));
        QVERIFY(m_sample->store().replaceRemoteRecordings(m_lead, stored));
        QSignalSpy reset(m_model.get(), &QAbstractItemModel::modelReset);
        const QPersistentModelIndex chosen = m_model->index(2, 0);
        stored.removeAt(1);
        stored.append(storedFrom(keptRecording({9}, m_lead, now), {9}));
        stored[2].callDate = now.addDays(1); // the last one
        QVERIFY(m_sample->store().replaceRemoteRecordings(m_lead, stored));
        QList<qint64> ids;
        for (int row = 0; row < m_model->rowCount(); ++row)
            ids.append(m_model->at(row).remote->id.value);
        QCOMPARE(ids, (QList<qint64>{4, 9, 1, 3}));
        QCOMPARE(m_model->at(chosen.row()).remote->id, RecordingId{3});
        QCOMPARE(reset.count(), 0);
    }
    void leavesOtherLeadsAlone()
    {
        QSignalSpy reset(m_model.get(), &QAbstractItemModel::modelReset);
        QVERIFY(m_sample->store().attach({waitingRecording({2})}));
        QCOMPARE(m_model->rowCount(), 0);
        QCOMPARE(reset.count(), 0);
    }
    void tellsHowFarARecordingHasComeUntilItIsStored()
    {
        const LocalRecording one = waitingRecording(m_lead);
        QVERIFY(m_sample->store().attach({one}));
        QVERIFY(m_sample->store().markSending(one.uploadId));
        QSignalSpy changed(m_model.get(), &QAbstractItemModel::dataChanged);
        Q_EMIT m_sample->sync().progress(one.uploadId, 430, 1000);
        QCOMPARE(changed.count(), 1);
        QCOMPARE(text(RecordingColumn::State), QStringLiteral("Sending 43 %"));
        QCOMPARE(at(RecordingColumn::State).data(RecordingsModel::PercentRole).toInt(), 43);

        QVERIFY(m_sample->store().markStored(one.uploadId, storedFrom(one, {7})));
        QCOMPARE(text(RecordingColumn::State), QStringLiteral("Stored"));
        QVERIFY(!at(RecordingColumn::State).data(RecordingsModel::PercentRole).isValid());
        QVERIFY(toolTipOf(at(RecordingColumn::State)).startsWith(QStringLiteral("Safe to delete the original")));
    }
    void saysWhyARecordingWasNotSent()
    {
        const LocalRecording one = waitingRecording(m_lead);
        QVERIFY(m_sample->store().attach({one}));
        QVERIFY(
            m_sample->store().markProblem(one.uploadId, QStringLiteral("The lead is gone."), TransferState::Parked));
        QCOMPARE(text(RecordingColumn::State), QStringLiteral("Not sent: The lead is gone."));
        QCOMPARE(at(RecordingColumn::State).data(RecordingsModel::ShortStateRole).toString(),
                 QStringLiteral("Not sent")); // for a column that is too narrow for the reason
        QCOMPARE(m_model->firstParked()->uploadId, one.uploadId);
        QVERIFY(m_sample->store().markWaiting(one.uploadId));
        QCOMPARE(text(RecordingColumn::State), QStringLiteral("Waiting"));
        QVERIFY(!m_model->firstParked());
    }
    void marksWhatIsOnHoldInWordsToo()
    {
        Recording held = storedFrom(waitingRecording(m_lead), {5});
        held.complianceHold = true;
        QVERIFY(m_sample->store().replaceRemoteRecordings(m_lead, {held}));
        QCOMPARE(m_model->rowCount(), 1);
        QVERIFY(!at(RecordingColumn::Hold).data(Qt::DecorationRole).isNull());
        QVERIFY(!at(RecordingColumn::Hold).data(Qt::AccessibleTextRole).toString().isEmpty());
        QCOMPARE(toolTipOf(at(RecordingColumn::State)), QStringLiteral("The server keeps it."));
    }
    void oneThatTheServerHasNoFileOfIsNotCalledStored()
    {
        Recording takenOver = storedFrom(waitingRecording(m_lead), {5});
        takenOver.fileSize = 0;
        takenOver.encryptionKeyId.clear();
        QVERIFY(m_sample->store().replaceRemoteRecordings(m_lead, {takenOver}));
        QCOMPARE(text(RecordingColumn::State), QStringLiteral("No file"));
        QCOMPARE(at(RecordingColumn::State).data(RecordingsModel::ShortStateRole).toString(),
                 QStringLiteral("No file"));
        QVERIFY(toolTipOf(at(RecordingColumn::State)).contains(QStringLiteral("nothing to hear")));
    }
    void showsWhatWasJustWrittenThoughTheServerDoesNotHaveIt()
    {
        LocalRecording kept = keptRecording({5}, m_lead, QDateTime::currentDateTimeUtc());
        Recording stored = storedFrom(kept, {5});
        stored.notes = QStringLiteral("as the server has it");
        QVERIFY(m_sample->store().replaceRemoteRecordings(m_lead, {stored}));
        const DraftOf notes{QStringLiteral("r5"), RecordingField::Notes};
        const DraftOf disposition{QStringLiteral("r5"), RecordingField::Disposition};
        QSignalSpy changed(m_model.get(), &QAbstractItemModel::dataChanged);
        QVERIFY(drafts().write(notes, QStringLiteral("mine"), stored.notes));
        QVERIFY(drafts().keepUnfinished(disposition, QStringLiteral("Call back"), {}));
        QCOMPARE(changed.count(), 2);
        QCOMPARE(changed.first().first().toModelIndex(), at(RecordingColumn::Note));
        QCOMPARE(text(RecordingColumn::Note), QStringLiteral("Call back · mine"));
        m_model->setLead({});
        m_model->setLead(m_lead); // as after a restart
        QCOMPARE(text(RecordingColumn::Note), QStringLiteral("Call back · mine"));
        QVERIFY(drafts().write(disposition, {}, {}));
        QVERIFY(drafts().markTold(notes, QStringLiteral("mine")));
        QCOMPARE(text(RecordingColumn::Note), stored.notes); // before the server's answer is here
    }
    void showsWhatWasWrittenOnOlderOnesToo()
    {
        const QDateTime now = QDateTime::currentDateTimeUtc();
        QList<Recording> stored;
        for (int id = 1; id <= 400; ++id)
            stored.append(storedFrom(keptRecording({id}, m_lead, now.addSecs(-id)), {id}));
        QVERIFY(m_sample->store().replaceRemoteRecordings(m_lead, stored));
        QVERIFY(drafts().write({QStringLiteral("r400"), RecordingField::Notes}, QStringLiteral("mine"), {}));
        m_model->fetchMore({});
        const QModelIndex last = m_model->index(399, static_cast<int>(RecordingColumn::Note));
        QCOMPARE(last.data().toString(), QStringLiteral("mine"));
    }
    void marksWhatTwoHaveChangedInWordsToo()
    {
        QVERIFY(m_sample->store().replaceRemoteRecordings(m_lead, {storedFrom(waitingRecording(m_lead), {5})}));
        const DraftOf notes{QStringLiteral("r5"), RecordingField::Notes};
        QVERIFY(drafts().write(notes, QStringLiteral("mine"), {}));
        QVERIFY(at(RecordingColumn::Note).data(Qt::DecorationRole).isNull());
        QVERIFY(drafts().markConflict(notes, QStringLiteral("theirs")));
        QVERIFY(!at(RecordingColumn::Note).data(Qt::DecorationRole).isNull());
        QCOMPARE(text(RecordingColumn::Note), QStringLiteral("Two versions · mine"));
        for (const QString &said :
             {toolTipOf(at(RecordingColumn::Note)), at(RecordingColumn::Note).data(Qt::AccessibleTextRole).toString()})
            QVERIFY(said.contains(QStringLiteral("choose what shall stay")));
        QVERIFY(drafts().decide(notes, QStringLiteral("both")));
        QCOMPARE(text(RecordingColumn::Note), QStringLiteral("both"));
        QVERIFY(at(RecordingColumn::Note).data(Qt::DecorationRole).isNull());
    }
    void ofALongNoteTheFirstLineIsShownAndTheWholeInTheToolTip()
    {
        QVERIFY(m_sample->store().attach({waitingRecording(m_lead, QStringLiteral("Call back\n<b>by Friday</b>"))}));
        QCOMPARE(text(RecordingColumn::Note), QStringLiteral("Call back …"));
        QCOMPARE(toolTipOf(at(RecordingColumn::Note)), QStringLiteral("Call back\n<b>by Friday</b>"));
        QCOMPARE(at(RecordingColumn::Note).data(Qt::AccessibleTextRole).toString(),
                 QStringLiteral("Call back\n<b>by Friday</b>"));
    }
    void nothingThatSomebodyWroteTurnsWhatStandsBesideIt()
    {
        Recording stored = storedFrom(waitingRecording(m_lead, QStringLiteral("refund \u202Egnp")), {5});
        stored.agentName = QStringLiteral("Anna\u2067");
        QVERIFY(m_sample->store().replaceRemoteRecordings(m_lead, {stored}));
        QCOMPARE(text(RecordingColumn::Note), QStringLiteral("refund \uFFFDgnp"));
        QCOMPARE(toolTipOf(at(RecordingColumn::Note)), QStringLiteral("refund \uFFFDgnp"));
        QCOMPARE(text(RecordingColumn::Who), QStringLiteral("Anna\uFFFD"));
    }
    void marksTheOneThatPlaysAcrossAReload()
    {
        const LocalRecording one = waitingRecording(m_lead);
        QVERIFY(m_sample->store().attach({waitingRecording(m_lead), one}));
        m_model->setPlaying(&one);
        QVERIFY(m_sample->store().markSending(one.uploadId));
        for (int row = 0; row < m_model->rowCount(); ++row)
            QCOMPARE(m_model->index(row, 0).data(RecordingsModel::PlayingRole).toBool(), row == m_model->rowOf(one));
        m_model->setPlaying(nullptr);
        QVERIFY(!m_model->index(m_model->rowOf(one), 0).data(RecordingsModel::PlayingRole).toBool());
    }

private:
    QModelIndex state() const { return m_model->index(0, static_cast<int>(RecordingColumn::State)); }
    QString cell(int role) const { return state().data(role).toString(); }
    RecordingDrafts &drafts() { return m_sample->store().drafts(); }
    QModelIndex at(RecordingColumn column) const { return m_model->index(0, static_cast<int>(column)); }
    QString text(RecordingColumn column) const { return at(column).data().toString(); }

    const LeadId m_lead{1};
    std::unique_ptr<SampleSession> m_sample;
    std::unique_ptr<RecordingsModel> m_model;
    std::unique_ptr<QAbstractItemModelTester> m_tester;
};

QTEST_MAIN(tst_RecordingsModel)
#include "tst_RecordingsModel.moc"
