// SPDX-License-Identifier: GPL-3.0-or-later
#include "actions/SaveCopies.h"

#include "crypto/Random.h"
#include "support/SignedIn.h"

#include <QDir>
#include <QTest>

using namespace Holdfast;

class tst_SaveCopies : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        m_signedIn = std::make_unique<Testing::SignedIn>(QUrl(QStringLiteral("http://127.0.0.1:9")));
        m_save = std::make_unique<SaveCopies>(m_signedIn->session, m_signedIn->api);
        QVERIFY(QDir(m_signedIn->path({})).mkdir(QStringLiteral("out")));
    }
    void cleanup()
    {
        m_save.reset();
        m_signedIn.reset();
    }

    void theNameSaysWhenAndOfWhom()
    {
        LocalRecording recording = m_signedIn->kept("x");
        QCOMPARE(SaveCopies::nameOf(recording), name());
        recording.remote.emplace();
        recording.remote->leadName = QStringLiteral("../Dora/Day");
        const QString named = SaveCopies::nameOf(recording);
        QVERIFY2(named.endsWith(QStringLiteral("Day, call.wav")) && named.startsWith(QStringLiteral("2026-11-20")),
                 qPrintable(named));
        QVERIFY(!named.contains(QLatin1Char('/')));
    }
    void savesEachAndNeverOverAFileThatIsThere()
    {
        m_signedIn->write(QStringLiteral("out/") + name(), "mine");
        const auto outcomes = run({m_signedIn->kept("one"), m_signedIn->kept("two")});
        QCOMPARE(m_signedIn->read(QStringLiteral("out/") + name()), QByteArray("mine"));
        QCOMPARE(outcomes.at(0).path, out(name(2)));
        QCOMPARE(m_signedIn->read(QStringLiteral("out/") + name(2)), QByteArray("one"));
        QCOMPARE(m_signedIn->read(QStringLiteral("out/") + name(3)), QByteArray("two"));
        QCOMPARE(entries().size(), 3);
    }
    void oneThatCantBeSavedLeavesNothingAndTheNextIsSaved()
    {
        LocalRecording gone = m_signedIn->kept("gone");
        gone.uploadId = QUuid::createUuid();
        const auto outcomes = run({gone, m_signedIn->kept("two")});
        QVERIFY(outcomes.at(0).failure);
        QVERIFY(outcomes.at(0).path.isEmpty());
        QCOMPARE(m_signedIn->read(QStringLiteral("out/") + name()), QByteArray("two"));
        QCOMPARE(entries().size(), 1);
    }
    void aServerThatIsAwayEndsIt()
    {
        LocalRecording far = keptByServer([] {
            Recording recording;
            recording.id = {5};
            recording.originalName = QStringLiteral("call.wav");
            return recording;
        }());
        const auto outcomes = run({far, m_signedIn->kept("two")});
        QCOMPARE(outcomes.at(0).failure->kind, FailureKind::Unreachable);
        QCOMPARE(outcomes.at(1), SaveCopies::Outcome());
        QCOMPARE(entries(), QStringList());
    }
    void aFolderThatIsNotThereIsSaidOnce()
    {
        const auto saving =
            m_save->run({m_signedIn->kept("one"), m_signedIn->kept("two")}, m_signedIn->path(QStringLiteral("none")));
        QTRY_VERIFY(saving.isFinished());
        QVERIFY(saving.result().at(0).failure->message.startsWith(QStringLiteral("Nothing can be written")));
        QCOMPARE(saving.result().at(1), SaveCopies::Outcome());
    }
    void stoppedTheOneUnderWayLeavesNothing()
    {
        const auto saving =
            m_save->run({m_signedIn->kept("one"), m_signedIn->kept("two")}, m_signedIn->path(QStringLiteral("out")));
        m_save->cancel();
        QTRY_VERIFY(saving.isFinished());
        QCOMPARE(saving.result().at(0).failure->kind, FailureKind::Cancelled);
        QCOMPARE(saving.result().at(1), SaveCopies::Outcome());
        QCOMPARE(entries(), QStringList());
    }

private:
    static QString name(int number = 1)
    {
        return number == 1 ? QStringLiteral("2026-11-20 14.32 call.wav")
                           : QStringLiteral("2026-11-20 14.32 call (%1).wav").arg(number);
    }
    QString out(const QString &name) const { return m_signedIn->path(QStringLiteral("out/") + name); }
    QList<SaveCopies::Outcome> run(const QList<LocalRecording> &recordings)
    {
        const auto saving = m_save->run(recordings, m_signedIn->path(QStringLiteral("out")));
        if (!QTest::qWaitFor([&] { return saving.isFinished(); }, 20'000))
            qFatal("it does not end");
        return saving.result();
    }
    QStringList entries() const
    {
        return QDir(m_signedIn->path(QStringLiteral("out"))).entryList(QDir::Files | QDir::Hidden);
    }

    std::unique_ptr<Testing::SignedIn> m_signedIn;
    std::unique_ptr<SaveCopies> m_save;
};

QTEST_GUILESS_MAIN(tst_SaveCopies)
#include "tst_SaveCopies.moc"
