// SPDX-License-Identifier: GPL-3.0-or-later
#include "actions/FolderWatch.h"

#include "support/Tone.h"

#include <QDir>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <unistd.h>

#include <cstdio>
#include <fstream>

using namespace Holdfast;

class tst_FolderWatch : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        QVERIFY(QDir(m_folder->path()).mkdir(QStringLiteral("calls")));
        m_now = QDateTime(QDate(2026, 11, 20), QTime(14, 0), Qt::UTC);
        watch(false);
    }
    void cleanup() { m_watch.reset(); }

    void tellsOfAFileOnceItHasStayedTheSameForAWhile()
    {
        write("a.wav", "begun");
        QVERIFY(look().isEmpty());
        m_now = m_now.addSecs(4);
        QVERIFY(look().isEmpty());
        m_now = m_now.addSecs(1);
        const QList<FoundFile> told = look();
        QCOMPARE(told.size(), 1);
        QCOMPARE(told.first().path, path("a.wav"));
        QCOMPARE(told.first().size, 5);
    }
    void doesNotTellOfAFileThatGrowsOnAndOn()
    {
        for (int minute = 0; minute < 30; ++minute) {
            write("call.wav", QByteArray(minute + 1, 'x'));
            QVERIFY(look().isEmpty());
            m_now = m_now.addSecs(60);
        }
        QCOMPARE(look().size(), 1);
    }
    void tellsAgainUntilItIsKnownAndThenNoMore()
    {
        write("a.wav", "x");
        const QList<FoundFile> told = lookUntilSettled();
        QCOMPARE(told.size(), 1);
        QVERIFY(!m_watch->isStill());
        QCOMPARE(look(), told);
        m_watch->know(told.first());
        QVERIFY(m_watch->isStill());
        QVERIFY(look().isEmpty());
    }
    void aFileThatWasWrittenToSinceItWasKnownIsAnother()
    {
        write("a.wav", "x");
        m_watch->know(lookUntilSettled().first());
        write("a.wav", "longer");
        const QList<FoundFile> told = lookUntilSettled();
        QCOMPARE(told.size(), 1);
        QCOMPARE(told.first().size, 6);
    }
    void passesOverWhatIsNoRecordingYet_data()
    {
        QTest::addColumn<QByteArray>("name");
        for (const char *name :
             {".hidden.wav", "a.wav.part", "a.wav.tmp", "a.wav~", "~a.wav", "#a.wav", "notes.txt", "wav"})
            QTest::newRow(name) << QByteArray(name);
    }
    void passesOverWhatIsNoRecordingYet()
    {
        QFETCH(QByteArray, name);
        write(name, "x");
        QVERIFY(lookUntilSettled().isEmpty());
        QVERIFY(QFile::rename(path(name), path("good.wav")));
        QCOMPARE(lookUntilSettled().size(), 1);
    }
    void passesOverAnEmptyFileUntilThereIsSomethingInIt()
    {
        write("a.wav", {});
        QVERIFY(lookUntilSettled().isEmpty());
        write("a.wav", "x");
        QCOMPARE(lookUntilSettled().size(), 1);
    }
    void tellsOfAnEmptyFileOnceAndOnlyAfterAGoodWhile()
    {
        write("a.wav", {});
        QVERIFY(leftOutByOneLook().isEmpty());
        m_now = m_now.addSecs(59);
        QVERIFY(leftOutByOneLook().isEmpty());
        QVERIFY(m_watch->isStill()); // it is not waited for
        m_now = m_now.addSecs(1);
        QCOMPARE(leftOutByOneLook(), (QList<LeftOutFile>{{path("a.wav"), LeftOut::Empty}}));
        QVERIFY(leftOutByOneLook().isEmpty());
        QCOMPARE(m_watch->leftOut().size(), 1);
        write("a.wav", "x");
        QCOMPARE(lookUntilSettled().size(), 1);
        QVERIFY(m_watch->leftOut().isEmpty());
    }
    void tellsAtOnceOfAnEmptyFileThatHasLainThereForDays()
    {
        write("a.wav", {});
        m_now = QDateTime::currentDateTimeUtc().addDays(3);
        QCOMPARE(leftOutByOneLook().size(), 1);
    }
    void tellsOnceOfAFileWhoseNameNobodyCanWrite()
    {
        const QByteArray name = QFile::encodeName(path("")) + "b\xfcro.wav";
        std::ofstream(name.constData()) << "x";
        const QList<LeftOutFile> told = leftOutByOneLook();
        QCOMPARE(told.size(), 1);
        QCOMPARE(told.first().why, LeftOut::NameUnreadable);
        QCOMPARE(told.first().path, path("") + QStringLiteral("b\uFFFDro.wav"));
        QVERIFY(lookUntilSettled().isEmpty());
        QVERIFY(leftOutByOneLook().isEmpty());
        QVERIFY(m_watch->isStill());
        QCOMPARE(std::rename(name.constData(), QFile::encodeName(path("buero.wav")).constData()), 0);
        QCOMPARE(lookUntilSettled().size(), 1);
        QVERIFY(m_watch->leftOut().isEmpty());
    }
    void tellsOnceOfAFileAndOfAFolderThatCantBeRead()
    {
        if (geteuid() == 0)
            QSKIP("whoever may read everything can't see this");
        watch(true);
        QVERIFY(QDir(m_folder->path()).mkdir(QStringLiteral("calls/closed")));
        write("a.wav", "x");
        QVERIFY(QFile::setPermissions(path("a.wav"), QFile::WriteOwner));
        QVERIFY(QFile::setPermissions(path("closed"), QFile::WriteOwner));
        QCOMPARE(leftOutByOneLook(), (QList<LeftOutFile>{{path("closed"), LeftOut::FolderUnreadable}}));
        m_now = m_now.addSecs(5);
        QVERIFY(leftOutByOneLook().isEmpty()); // who writes it may keep others from it
        QVERIFY(!m_watch->isStill());
        m_now = m_now.addSecs(60);
        QCOMPARE(leftOutByOneLook(), (QList<LeftOutFile>{{path("a.wav"), LeftOut::FileUnreadable}}));
        QVERIFY(m_watch->isStill());
        QVERIFY(QFile::setPermissions(path("closed"), QFile::ReadOwner | QFile::ExeOwner | QFile::WriteOwner));
    }
    void tellsOnceOfOtherExtensions()
    {
        QSignalSpy others(m_watch.get(), &FolderWatch::hasOthers);
        for (const char *name : {"a.txt", "b.TXT", "c.log", "none", ".hidden", "d.txt~"})
            write(name, "x");
        look();
        look();
        QCOMPARE(others.size(), 1);
        QCOMPARE(m_watch->others(),
                 (OtherExtensions{{QString(), 1}, {QStringLiteral("log"), 1}, {QStringLiteral("txt"), 2}}));
        QVERIFY(sentenceOn(m_watch->others()).contains(QStringLiteral("1 .log, 2 .txt")));
    }
    void waitsLongerForAFileThatTellsOfMoreThanItHas()
    {
        const QByteArray wav = Testing::toneWav(1, 440, 440);
        write("a.wav", wav.first(wav.size() / 2));
        QVERIFY(look().isEmpty());
        m_now = m_now.addSecs(5);
        QCOMPARE(leftOutByOneLook(), (QList<LeftOutFile>{{path("a.wav"), LeftOut::Unfinished}}));
        QVERIFY(!m_watch->isStill());
        m_now = m_now.addSecs(114);
        QVERIFY(look().isEmpty());
        write("a.wav", wav.first(wav.size() * 2 / 3)); // it was but a pause
        QVERIFY(leftOutByOneLook().isEmpty());
        m_now = m_now.addSecs(30);
        QVERIFY(leftOutByOneLook().isEmpty()); // and not told at each
        write("a.wav", wav);
        const QList<FoundFile> told = lookUntilSettled();
        QCOMPARE(told.size(), 1);
        QCOMPARE(told.first().size, wav.size());
    }
    void takesAFileThatWasNeverFinishedAfterAll()
    {
        const QByteArray wav = Testing::toneWav(1, 440, 440);
        write("a.wav", wav.first(wav.size() / 2));
        QVERIFY(lookUntilSettled().isEmpty());
        m_now = m_now.addSecs(114);
        QVERIFY(look().isEmpty());
        m_now = m_now.addSecs(1); // two minutes in all
        QCOMPARE(look().size(), 1);
    }
    void takesAtOnceWhatWasLeftUnfinishedDaysAgo()
    {
        const QByteArray wav = Testing::toneWav(1, 440, 440);
        write("a.wav", wav.first(wav.size() / 2));
        m_now = QDateTime::currentDateTimeUtc().addDays(3);
        QCOMPARE(lookUntilSettled().size(), 1);
    }
    void waitsUntilItMayBeRead()
    {
        if (geteuid() == 0)
            QSKIP("whoever may read everything can't see this");
        write("a.wav", "x");
        QVERIFY(QFile::setPermissions(path("a.wav"), QFile::WriteOwner));
        QVERIFY(lookUntilSettled().isEmpty());
        QVERIFY(QFile::setPermissions(path("a.wav"), QFile::ReadOwner));
        QCOMPARE(lookUntilSettled().size(), 1);
    }
    void looksIntoSubfoldersWhereItShall()
    {
        QVERIFY(QDir(m_folder->path()).mkpath(QStringLiteral("calls/2026/11")));
        write("2026/11/a.wav", "x");
        QVERIFY(lookUntilSettled().isEmpty());
        watch(true);
        QCOMPARE(lookUntilSettled().size(), 1);
    }
    void saysOnceThatTheFolderIsAwayAndWatchesItAgainWhenItIsBack()
    {
        QSignalSpy away(m_watch.get(), &FolderWatch::away);
        QSignalSpy back(m_watch.get(), &FolderWatch::back);
        look();
        QVERIFY(QDir(m_folder->path()).rename(QStringLiteral("calls"), QStringLiteral("unplugged")));
        for (int i = 0; i < 3; ++i)
            look();
        QCOMPARE(away.size(), 1);
        QVERIFY(!m_watch->isThere());
        QVERIFY(QDir(m_folder->path()).rename(QStringLiteral("unplugged"), QStringLiteral("calls")));
        write("a.wav", "x");
        QCOMPARE(lookUntilSettled().size(), 1);
        QCOMPARE(back.size(), 1);
        QCOMPARE(away.size(), 1);
    }
    void looksByItselfWhenTheSystemTellsOfAChange()
    {
        look();
        QSignalSpy looked(m_watch.get(), &FolderWatch::looked);
        write("a.wav", "x");
        QVERIFY(looked.wait());
        QVERIFY(!m_watch->isStill());
    }

private:
    void watch(bool subfolders)
    {
        const WatchPace pace{std::chrono::seconds(5), std::chrono::hours(1)};
        m_watch = std::make_unique<FolderWatch>(
            path("").chopped(1), subfolders, [this] { return m_now; }, pace);
    }
    QString path(const QByteArray &name) const
    {
        return m_folder->filePath(QStringLiteral("calls/") + QString::fromLatin1(name));
    }
    void write(const QByteArray &name, const QByteArray &bytes) const
    {
        QFile file(path(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            qFatal("%s can't be written", name.constData());
    }
    /// What one look tells.
    QList<FoundFile> look()
    {
        QSignalSpy complete(m_watch.get(), &FolderWatch::complete);
        QSignalSpy looked(m_watch.get(), &FolderWatch::looked);
        m_watch->look();
        while (looked.isEmpty())
            if (!looked.wait())
                qFatal("it did not look");
        return complete.isEmpty() ? QList<FoundFile>() : complete.constLast().first().value<QList<FoundFile>>();
    }
    /// What one look tells not to be taken.
    QList<LeftOutFile> leftOutByOneLook()
    {
        QSignalSpy leavesOut(m_watch.get(), &FolderWatch::leavesOut);
        look();
        QList<LeftOutFile> told;
        for (const QList<QVariant> &one : leavesOut)
            told.append(one.first().value<LeftOutFile>());
        return told;
    }
    QList<FoundFile> lookUntilSettled()
    {
        look();
        m_now = m_now.addSecs(5);
        return look();
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    QDateTime m_now;
    std::unique_ptr<FolderWatch> m_watch;
};

QTEST_GUILESS_MAIN(tst_FolderWatch)
#include "tst_FolderWatch.moc"
