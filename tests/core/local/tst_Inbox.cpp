// SPDX-License-Identifier: GPL-3.0-or-later
#include "local/Inbox.h"

#include "local/LocalStore.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Holdfast;

class tst_Inbox : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        open();
        QVERIFY(inbox().watch(QStringLiteral("/calls"), m_time));
    }
    void cleanup() { m_store.reset(); }

    void showsWhatIsNewAndNothingTwice()
    {
        QVERIFY(inbox().take({file("a"), file("b")}));
        QVERIFY(inbox().take({file("a"), file("b")}));
        open();
        QVERIFY(inbox().take({file("a")}));
        QCOMPARE(names(), (QStringList{QStringLiteral("b"), QStringLiteral("a")}));
        QCOMPARE(*inbox().count(), 2);
    }
    void whatIsDismissedDoesNotComeAgainUnlessItIsBroughtBack()
    {
        QVERIFY(inbox().take({file("a"), file("b")}));
        const qint64 number = inbox().entries()->first().number;
        QVERIFY(inbox().dismiss({number}));
        open();
        QVERIFY(inbox().take({file("a"), file("b")}));
        QCOMPARE(names(), QStringList{QStringLiteral("a")});
        QVERIFY(inbox().bringBack({number}));
        QCOMPARE(*inbox().count(), 2);
    }
    void aFileThatWasWrittenToSinceIsNew()
    {
        QVERIFY(inbox().take({file("a")}));
        QVERIFY(inbox().dismiss({inbox().entries()->first().number}));
        FoundFile longer = file("a");
        longer.size = 11;
        QVERIFY(inbox().take({longer}));
        QCOMPARE(inbox().entries()->first().file, longer);
        FoundFile later = longer;
        later.modifiedAt = later.modifiedAt.addMSecs(1);
        QVERIFY(inbox().take({later}));
        QCOMPARE(inbox().entries()->size(), 1);
        QCOMPARE(inbox().entries()->first().file, later);
    }
    void whatWasThereBeforeIsKnownAndTakenOnlyWhereItIsAsked()
    {
        QVERIFY(inbox().passOver({file("a"), file("b")}));
        QVERIFY(inbox().endFirstLook(QStringLiteral("/calls")));
        QVERIFY(inbox().take({file("a")}));
        QVERIFY(names().isEmpty());
        QCOMPARE(inbox().knownAfter(QStringLiteral("/calls"), 0, 10)->size(), 2);
        QVERIFY(inbox().takeEarlier(QStringLiteral("/calls")));
        QCOMPARE(names().size(), 2);
    }
    void knowsFromWhenOnAFolderIsWatchedUntilItsFirstLookIsOver()
    {
        QVERIFY(inbox().watch(QStringLiteral("/calls"), m_time.addDays(1)));
        QCOMPARE(inbox().firstLook(QStringLiteral("/calls"))->value(), m_time);
        QVERIFY(inbox().endFirstLook(QStringLiteral("/calls")));
        QVERIFY(!*inbox().firstLook(QStringLiteral("/calls")));
    }
    void leavingAFolderForgetsWhatIsNewAndRemembersWhatWasDecided()
    {
        const FoundFile elsewhere{QStringLiteral("/calls-2/a"), 10, m_time};
        QVERIFY(inbox().take({file("a"), file("b"), elsewhere}));
        QVERIFY(inbox().dismiss({inbox().entries()->last().number})); // a
        QVERIFY(inbox().leaveFolder(QStringLiteral("/calls")));
        QCOMPARE(inbox().entries()->size(), 1);
        QCOMPARE(inbox().entries()->first().file, elsewhere);
        QVERIFY(inbox().take({file("a")}));
        QCOMPARE(*inbox().count(), 1);
    }
    void attachingAFileTakesItOutOfTheInboxInTheSameStep()
    {
        QVERIFY(inbox().take({file("a")}));
        QVERIFY(m_store->attach(recordingOf(file("a")), m_time));
        QVERIFY(names().isEmpty());
        open();
        QVERIFY(inbox().take({file("a")}));
        QVERIFY(names().isEmpty());
        QCOMPARE(m_store->outbox()->size(), 1);
    }
    void whatWasAttachedBeforeItWasNoticedDoesNotCome()
    {
        QVERIFY(m_store->attach(recordingOf(file("a")), m_time));
        QVERIFY(inbox().take({file("a")}));
        QVERIFY(names().isEmpty());
    }
    void doesNotRememberFilesThatLieElsewhere()
    {
        const FoundFile elsewhere{QStringLiteral("/home/a"), 10, m_time};
        QVERIFY(m_store->attach(recordingOf(elsewhere), m_time));
        QVERIFY(inbox().knownAfter(QStringLiteral("/home"), 0, 10)->isEmpty());
    }
    void whatCouldNotBeAttachedStays()
    {
        QVERIFY(inbox().take({file("a")}));
        const LocalRecording recording = recordingOf(file("a"));
        QVERIFY(m_store->attach({recording}));
        QVERIFY(!m_store->attach(recording, m_time)); // the same once more
        QCOMPARE(names().size(), 1);
    }
    void keepsWhatWasFoundOutOfAFileAsLongAsItIsTheSame()
    {
        QVERIFY(inbox().take({file("a")}));
        InboxEntry entry = **inbox().nextToInspect();
        entry.isInspected = true;
        entry.sha256 = QByteArray(32, 's');
        entry.duration = std::chrono::seconds(5);
        entry.remark = QStringLiteral("It seems to be cut short.");
        QVERIFY(inbox().keepInspection(entry));
        QCOMPARE(inbox().entries()->first(), entry);
        QVERIFY(!*inbox().nextToInspect());
        FoundFile longer = file("a");
        longer.size = 11;
        QVERIFY(inbox().take({longer}));
        QVERIFY(inbox().keepInspection(entry)); // of what it was
        QVERIFY(!inbox().entries()->first().isInspected);
    }
    void forgetsWhatIsGoneButNotWhatWasDecided()
    {
        QVERIFY(inbox().take({file("a"), file("b")}));
        const qint64 b = inbox().entries()->first().number;
        QVERIFY(inbox().dismiss({b}));
        QVERIFY(inbox().forget({b, inbox().entries()->first().number}));
        QVERIFY(names().isEmpty());
        QVERIFY(inbox().take({file("a"), file("b")}));
        QCOMPARE(names(), QStringList{QStringLiteral("a")});
    }
    void tellsOfEachChange()
    {
        QSignalSpy changed(&inbox(), &Inbox::changed);
        QVERIFY(inbox().take({file("a")}));
        QVERIFY(inbox().dismiss({1}));
        QVERIFY(m_store->attach(recordingOf(file("c")), m_time));
        QCOMPARE(changed.size(), 3);
    }
    void showsAtMostSoManyOfALongList()
    {
        QList<FoundFile> many;
        for (int i = 0; i < Inbox::mostShown + 1; ++i)
            many.append(file(QByteArray::number(i)));
        QVERIFY(inbox().take(many));
        QCOMPARE(inbox().entries()->size(), Inbox::mostShown);
        QCOMPARE(*inbox().count(), Inbox::mostShown + 1);
        QCOMPARE(inbox().newAfter(QStringLiteral("/calls"), 0, 10)->size(), 10);
    }

private:
    Inbox &inbox() { return m_store->inbox(); }
    void open()
    {
        m_store.reset();
        m_store = LocalStore::open(m_folder->filePath(QStringLiteral("local.sqlite"))).value();
    }
    FoundFile file(const QByteArray &name) const
    {
        return {QStringLiteral("/calls/") + QString::fromLatin1(name), 10, m_time};
    }
    QStringList names()
    {
        QStringList names;
        const QList<InboxEntry> entries = inbox().entries().value();
        for (const InboxEntry &entry : entries)
            names.append(entry.file.path.section(u'/', -1));
        return names;
    }
    static LocalRecording recordingOf(const FoundFile &file)
    {
        LocalRecording recording;
        recording.uploadId = QUuid::createUuid();
        recording.leadId = {7};
        recording.name = file.path.section(u'/', -1);
        recording.originalPath = file.path;
        recording.fileSize = file.size;
        recording.sha256 = QByteArray(32, 's');
        recording.attachedAt = recording.callAt = file.modifiedAt;
        return recording;
    }

    const QDateTime m_time{QDate(2026, 11, 20), QTime(14, 0), Qt::UTC};
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<LocalStore> m_store;
};

QTEST_GUILESS_MAIN(tst_Inbox)
#include "tst_Inbox.moc"
