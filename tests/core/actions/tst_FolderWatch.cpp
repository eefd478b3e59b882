// SPDX-License-Identifier: GPL-3.0-or-later
#include "actions/FolderWatch.h"

#include <QDir>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <unistd.h>

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
