// SPDX-License-Identifier: GPL-3.0-or-later
#include "actions/FillInbox.h"

#include "actions/FileFromInbox.h"
#include "support/SampleRecording.h"
#include "support/SignedIn.h"
#include "support/Tone.h"
#include "support/Wait.h"

#include <QDir>
#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTest>
#include <QTimer>

using namespace Holdfast;
using Testing::toneWav;
using Testing::wait;

class tst_FillInbox : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        m_signedIn = std::make_unique<Testing::SignedIn>(QUrl(QStringLiteral("http://127.0.0.1:9")));
        QVERIFY(QDir(m_signedIn->path({})).mkdir(QStringLiteral("calls")));
        m_now = QDateTime::currentDateTimeUtc();
        Lead jane;
        jane.id = {8};
        jane.name = QStringLiteral("Jane Smith");
        jane.phone = QStringLiteral("+49 30 123456");
        QVERIFY(m_signedIn->session.store->replaceLeads({jane}));
        m_signedIn->session.filing.zone = QTimeZone::utc();
        begin();
    }
    void cleanup()
    {
        m_file.reset();
        m_attach.reset();
        m_fill.reset();
        m_signedIn.reset();
    }

    void bringsACompleteFileWithItsLeadAndWhy()
    {
        watch();
        write("2026-01-15_1430_+4930123456.wav", toneWav(1.5, 440, 440));
        settle();
        const InboxEntry entry = only();
        QCOMPARE(entry.duration, std::chrono::milliseconds(1500));
        QVERIFY(entry.problem.isEmpty());
        const auto suggestion = m_file->suggest(entry);
        QCOMPARE(suggestion->filing.lead->id, LeadId{8});
        QVERIFY(suggestion->sentence().contains(QStringLiteral("Jane Smith")));
        QCOMPARE(suggestion->filing.callDate->toString(Qt::ISODate), QStringLiteral("2026-01-15T14:30:00Z"));
    }
    void readsNamesAsTheSourceHasThem()
    {
        RecordingSource source = calls();
        source.patterns = {QStringLiteral("{HH}.{mm} on {dd}.{MM}.{yyyy} {phone}")};
        source.timeZone = "Europe/Berlin";
        source.region = QStringLiteral("DE");
        watch(source);
        write("14.30 on 15.01.2026 030123456.wav", toneWav(1, 440, 440));
        settle();
        const auto suggestion = m_file->suggest(only());
        QCOMPARE(suggestion->filing.lead->id, LeadId{8});
        QCOMPARE(suggestion->filing.callDate->toString(Qt::ISODate), QStringLiteral("2026-01-15T13:30:00Z"));
    }
    void takesTheFilesOwnTimeForACallWhoseNameTellsNone()
    {
        watch();
        write("memo.wav", toneWav(2, 440, 440));
        settle();
        const InboxEntry entry = only();
        QCOMPARE(*m_file->suggest(entry)->filing.callDate, entry.file.modifiedAt.addSecs(-2));
    }
    void saysInWordsWhatCantBeAttached()
    {
        watch();
        write("notes.mp3", "no sound at all");
        settle();
        QVERIFY(sentenceOnKept(only().problem).startsWith(QStringLiteral("This is not a recording")));
    }
    void filesToTheSuggestedLeadOnceAndForAll()
    {
        RecordingSource source = calls();
        source.agentChannel = AgentChannel::Right;
        watch(source);
        const QByteArray wav = toneWav(1, 440, 440);
        write("2026-01-15_1430_+4930123456.wav", wav);
        settle();
        const auto attached = wait(m_file->file({only()}, std::nullopt));
        QCOMPARE(attached.uploadIds.size(), 1);
        QCOMPARE(*inbox().count(), 0);
        const auto outbox = m_signedIn->session.store->outbox();
        QCOMPARE(outbox->first().leadId, LeadId{8});
        QCOMPARE(outbox->first().callAt.toString(Qt::ISODate), QStringLiteral("2026-01-15T14:30:00Z"));
        QCOMPARE(outbox->first().agentChannel, AgentChannel::Right);
        settle();
        begin(); // as after a restart
        watch();
        settle();
        QCOMPARE(*inbox().count(), 0);
        QCOMPARE(m_signedIn->session.store->outbox()->size(), 1);
    }
    void filesToAnotherLeadAndLeavesInTheInboxWhatCantBeFiled()
    {
        watch();
        write("memo.wav", toneWav(1, 440, 440));
        write("text.wav", "no sound");
        settle();
        QCOMPARE(wait(m_file->file(*inbox().entries(), std::nullopt)).refused.size(), 2);
        QCOMPARE(*inbox().count(), 2);
        const auto attached = wait(m_file->file(*inbox().entries(), LeadId{8}));
        QCOMPARE(attached.uploadIds.size(), 1);
        QCOMPARE(attached.refused.size(), 1);
        QCOMPARE(only().file.path.section(u'/', -1), QStringLiteral("text.wav"));
    }
    void filesNothingTwiceToAnotherLead()
    {
        watch();
        const QByteArray wav = toneWav(1, 440, 440);
        write("memo.wav", wav);
        settle();
        QCOMPARE(wait(m_file->file({only()}, LeadId{8})).uploadIds.size(), 1);
        write("copy.wav", wav);
        settle();
        const auto again = wait(m_file->file({only()}, LeadId{8}));
        QVERIFY(again.uploadIds.isEmpty());
        QVERIFY(again.refused.first().problem.contains(QStringLiteral("waits to be sent to this lead")));
        QVERIFY(again.refused.first().problem.contains(QStringLiteral("not filed again")));
        QCOMPARE(*inbox().count(), 1);
    }
    void filesNothingTwiceToTheLeadThatTheNameTells()
    {
        watch();
        const QByteArray wav = toneWav(1, 440, 440);
        write("2026-01-15_1430_+4930123456.wav", wav);
        write("2026-01-15_1431_+4930123456.wav", wav);
        settle();
        const auto both = wait(m_file->file(*inbox().entries(), std::nullopt));
        QCOMPARE(both.uploadIds.size(), 1);
        QCOMPARE(both.refused.size(), 1);
        QVERIFY(both.refused.first().problem.startsWith(QStringLiteral("It is the same recording as 2026-01-15_143")));
        const auto again = wait(m_file->file({only()}, std::nullopt));
        QVERIFY(again.uploadIds.isEmpty());
        QVERIFY(again.refused.first().problem.startsWith(QStringLiteral("The same recording waits to be sent")));
        QCOMPARE(m_signedIn->session.store->outbox()->size(), 1);
    }
    void saysThatTheLeadHasThatRecordingAlready()
    {
        watch();
        const QByteArray wav = toneWav(1, 440, 440);
        write("2026-01-15_1430_+4930123456.wav", wav);
        settle();
        wait(m_file->file({only()}, std::nullopt));
        write("2026-01-15_1430_+4930123456 copy.wav", wav);
        RecordingSource source = calls();
        source.patterns = {QStringLiteral("*{phone} copy"), QStringLiteral("*_{phone}")};
        watch(source);
        settle();
        QVERIFY(m_file->suggest(only())->isThereAlready());
        QVERIFY(m_file->suggest(only())->sentence().startsWith(
            QStringLiteral("The same recording waits to be sent to this lead")));
    }
    void passesOverWhatLayThereBefore()
    {
        write("old.wav", toneWav(1, 440, 440));
        m_now = QDateTime::currentDateTimeUtc().addSecs(10); // the source comes later than the file
        watch();
        write("new.wav", toneWav(1, 441, 440));
        settle();
        QCOMPARE(only().file.path.section(u'/', -1), QStringLiteral("new.wav"));
        begin();
        watch();
        settle();
        QCOMPARE(*inbox().count(), 1);
    }
    void takesWhatLayThereBeforeWhereThatIsWanted()
    {
        write("old.wav", toneWav(1, 440, 440));
        m_now = QDateTime::currentDateTimeUtc().addSecs(10);
        watch();
        settle();
        QCOMPARE(*inbox().count(), 0);
        RecordingSource source = calls();
        source.existing = true;
        watch(source);
        settle();
        QCOMPARE(*inbox().count(), 1);
    }
    void waitsForAFolderThatIsNotThereYet()
    {
        QSignalSpy problem(m_fill.get(), &FillInbox::problem);
        QSignalSpy told(m_fill.get(), &FillInbox::told);
        QVERIFY(QDir(m_signedIn->path({})).rmdir(QStringLiteral("calls")));
        m_fill->setSources({calls()});
        QTRY_COMPARE(problem.size(), 1);
        QVERIFY(problem.first().first().toString().contains(QStringLiteral("is not there yet")));
        m_fill->look();
        rest();
        QCOMPARE(problem.size(), 1);
        QVERIFY(QDir(m_signedIn->path({})).mkdir(QStringLiteral("calls")));
        write("new.wav", toneWav(1, 440, 440));
        m_fill->look();
        QTRY_COMPARE(told.size(), 1);
        QVERIFY(told.first().first().toString().contains(QStringLiteral("is there now, and is watched")));
        settle();
        QCOMPARE(only().file.path.section(u'/', -1), QStringLiteral("new.wav"));
    }
    void whatVanishesLeavesTheInboxUnlessTheWholeFolderIsAway()
    {
        watch();
        write("a.wav", toneWav(1, 440, 440));
        write("b.wav", toneWav(1, 441, 440));
        settle();
        QCOMPARE(*inbox().count(), 2);
        QVERIFY(QFile::remove(path("a.wav")));
        m_fill->look();
        QTRY_COMPARE(*inbox().count(), 1);
        QSignalSpy problem(m_fill.get(), &FillInbox::problem);
        QVERIFY(QDir(m_signedIn->path({})).rename(QStringLiteral("calls"), QStringLiteral("unplugged")));
        m_fill->look();
        QVERIFY(problem.wait());
        rest();
        QCOMPARE(*inbox().count(), 1);
        QCOMPARE(problem.size(), 1);
        QVERIFY(QDir(m_signedIn->path({})).rename(QStringLiteral("unplugged"), QStringLiteral("calls")));
        settle();
        QCOMPARE(*inbox().count(), 1);
    }
    void whatComesBackAfterItVanishedIsThereAgain()
    {
        watch();
        const QByteArray wav = toneWav(1, 440, 440);
        write("a.wav", wav);
        settle();
        QVERIFY(QFile::rename(path("a.wav"), m_signedIn->path(QStringLiteral("a.wav"))));
        m_fill->look();
        QTRY_COMPARE(*inbox().count(), 0);
        QVERIFY(QFile::rename(m_signedIn->path(QStringLiteral("a.wav")), path("a.wav")));
        settle();
        QCOMPARE(*inbox().count(), 1);
    }
    void saysOfAFileThatGrewAfterItWasFiledThatItIsARecordingOfItsOwn()
    {
        watch();
        const QByteArray wav = toneWav(2, 440, 440);
        QByteArray first = toneWav(1, 440, 440);
        write("2026-01-15_1430_+4930123456.wav", first);
        settle();
        QVERIFY(only().remark.isEmpty());
        QCOMPARE(wait(m_file->file({only()}, std::nullopt)).uploadIds.size(), 1);
        write("2026-01-15_1430_+4930123456.wav", wav);
        settle();
        QVERIFY(only().hasChanged);
        QVERIFY(sentenceOnKept(only().remark).contains(QStringLiteral("filed before")));
        QCOMPARE(wait(m_file->file({only()}, std::nullopt)).uploadIds.size(), 1);
        QCOMPARE(m_signedIn->session.store->outbox()->size(), 2);
    }
    void saysHowManyFilesAFolderHoldsThatAreNotTakenAndWhy()
    {
        watch();
        QSignalSpy leavesOut(m_fill.get(), &FillInbox::leavesOut);
        const QByteArray whole = toneWav(1, 440, 440);
        write("half.wav", whole.first(whole.size() / 2));
        write("empty.wav", {});
        look();
        look();
        QVERIFY(m_fill->leftOut().isEmpty());
        m_now = m_now.addSecs(60);
        look();
        QCOMPARE(leavesOut.size(), 2);
        QCOMPARE(m_fill->leftOut().size(), 1);
        const QString sentence = m_fill->leftOut().constFirst();
        QVERIFY2(sentence.contains(QStringLiteral("Desk")) && sentence.contains(QStringLiteral("(empty.wav)")) &&
                     sentence.contains(QStringLiteral("(half.wav)")),
                 qPrintable(sentence));
        QVERIFY(!m_fill->isAtRest());
        m_now = m_now.addSecs(60);
        look();
        rest();
        QVERIFY(sentenceOnKept(only().remark).contains(QStringLiteral("cut short")));
    }
    void twoWatchersNameTheSameFilingTheSame()
    {
        watch();
        const QByteArray wav = toneWav(1, 440, 440);
        write("2026-01-15_1430_+4930123456.wav", wav);
        settle();
        const InboxEntry entry = only();
        const QUuid here = wait(m_file->file({entry}, std::nullopt)).uploadIds.constFirst();
        Testing::SignedIn other(QUrl(QStringLiteral("http://127.0.0.1:9")));
        QVERIFY(other.session.store->replaceLeads({*m_signedIn->session.store->lead({8}).value()}));
        other.session.filing.zone = QTimeZone::utc();
        const Clock clock = [this] { return m_now; };
        AttachRecordings attach(other.session, clock);
        FileFromInbox file(other.session, attach, clock);
        QCOMPARE(wait(file.file({entry}, std::nullopt)).uploadIds, QList<QUuid>{here});
    }
    void filesNothingUnderTheNameThatItWasFiledUnderBeforeItWentToAnotherLead()
    {
        watch();
        write("2026-01-15_1430_+4930123456.wav", toneWav(1, 440, 440));
        settle();
        const InboxEntry entry = only();
        LocalStore &store = *m_signedIn->session.store;
        const QUuid filed = wait(m_file->file({entry}, std::nullopt)).uploadIds.constFirst();
        Recording stored = Testing::recordingOf(5, {8});
        stored.sha256 = store.find(filed)->sha256;
        QVERIFY(store.markStored(filed, stored));
        stored.leadId = {9};
        QVERIFY(store.putRemote(stored));
        const auto again = wait(m_file->file({entry}, std::nullopt));
        QVERIFY(again.uploadIds.isEmpty());
        QVERIFY(again.refused.first().problem.contains(QStringLiteral("filed before")));
    }
    void aSourceThatIsGivenUpTakesItsNewFilesAlong()
    {
        watch();
        write("a.wav", toneWav(1, 440, 440));
        settle();
        m_fill->setSources({});
        QCOMPARE(*inbox().count(), 0);
    }
    void leavesTheEventLoopFreeAtTheFirstLookAtFiftyThousandFiles()
    {
        for (int i = 0; i < 50'000; ++i)
            write(QByteArray::number(i) + ".wav", "x");
        m_now = QDateTime::currentDateTimeUtc().addSecs(10);
        QTimer tick;
        QElapsedTimer sinceTick;
        qint64 longest = 0;
        connect(&tick, &QTimer::timeout, this, [&] { longest = std::max(longest, sinceTick.restart()); });
        sinceTick.start();
        tick.start(1);
        watch();
        QTRY_VERIFY_WITH_TIMEOUT(m_fill->isAtRest(), 60'000);
        tick.stop();
        QCOMPARE(*inbox().count(), 0);
        QCOMPARE(inbox().knownAfter(calls().folder, 0, 60'000)->size(), 50'000);
        qInfo("the event loop stood still for %lld ms at the most", longest);
        QVERIFY2(longest < 250, qPrintable(QStringLiteral("the event loop stood still for %1 ms").arg(longest)));
    }

private:
    void begin()
    {
        const Clock clock = [this] { return m_now; };
        const WatchPace pace{std::chrono::seconds(5), std::chrono::hours(1)};
        m_file.reset();
        m_fill = std::make_unique<FillInbox>(m_signedIn->session, clock, pace);
        m_attach = std::make_unique<AttachRecordings>(m_signedIn->session, clock);
        m_file = std::make_unique<FileFromInbox>(m_signedIn->session, *m_attach, clock);
    }
    RecordingSource calls() const
    {
        RecordingSource source;
        source.name = QStringLiteral("Desk");
        source.folder = m_signedIn->path(QStringLiteral("calls"));
        return source;
    }
    void watch() { watch(calls()); }
    void watch(const RecordingSource &source)
    {
        RecordingSources &sources = m_signedIn->session.sources;
        QVERIFY(sources.put(source.name, source));
        m_fill->setSources(sources.all());
        QTRY_VERIFY_WITH_TIMEOUT(!inbox().firstLook(source.folder)->has_value(), 60'000);
    }
    /// Until all that is complete there has come, and was looked at.
    void settle()
    {
        look(); // it may have begun before
        look();
        m_now = m_now.addSecs(5);
        look();
        rest();
    }
    void look()
    {
        QSignalSpy looked(m_fill.get(), &FillInbox::looked);
        m_fill->look();
        QTRY_VERIFY(!looked.isEmpty());
    }
    void rest() { QTRY_VERIFY_WITH_TIMEOUT(m_fill->isAtRest() && !*inbox().nextToInspect(), 20'000); }
    InboxEntry only() { return inbox().entries()->size() == 1 ? inbox().entries()->first() : InboxEntry(); }
    Inbox &inbox() { return m_signedIn->session.store->inbox(); }
    QString path(const QByteArray &name) const
    {
        return m_signedIn->path(QStringLiteral("calls/") + QString::fromLatin1(name));
    }
    void write(const QByteArray &name, const QByteArray &bytes) const
    {
        m_signedIn->write(QStringLiteral("calls/") + QString::fromLatin1(name), bytes);
    }

    std::unique_ptr<Testing::SignedIn> m_signedIn;
    QDateTime m_now;
    std::unique_ptr<FillInbox> m_fill;
    std::unique_ptr<AttachRecordings> m_attach;
    std::unique_ptr<FileFromInbox> m_file;
};

QTEST_GUILESS_MAIN(tst_FillInbox)
#include "tst_FillInbox.moc"
