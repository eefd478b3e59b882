// SPDX-License-Identifier: GPL-3.0-or-later
#include "look/Appearance.h"
#include "look/Text.h"
#include "shell/StatusLine.h"
#include "support/ScriptedServer.h"
#include "ui/SampleSession.h"

#include <QApplication>
#include <QLabel>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

using namespace Holdfast;
using Testing::ScriptedServer;

class tst_StatusLine : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_server = std::make_unique<ScriptedServer>([](const auto &) {
            ScriptedServer::Answer silence;
            silence.silent = true;
            return silence;
        });
        m_session = std::make_unique<SampleSession>();
        m_session->api().setServer(m_server->url());
        m_session->api().setToken("token");
        m_line = std::make_unique<StatusLine>(m_session->sync());
        m_line->show();
    }
    void cleanup()
    {
        m_line.reset();
        m_session.reset();
        m_server.reset();
    }

    void saysThatAllIsStored()
    {
        QCOMPARE(said("Connection"), QStringLiteral("Online"));
        QCOMPARE(said("Outbox"), QStringLiteral("Everything is stored"));
    }

    void doesNotSayThatAllIsStoredWhileSomethingIsNot()
    {
        m_line->setUnsentRemarks(2);
        QVERIFY(!said("Outbox").contains(QStringLiteral("Everything")));
        QVERIFY(said("Outbox").startsWith(QStringLiteral("2 change")));
        m_line->setUnsentRemarks(0);
        LocalRecording recording = waitingRecording({1});
        QVERIFY(m_session->store().attach({recording}));
        QVERIFY(m_session->store().markProblem(recording.uploadId, QStringLiteral("too large"), TransferState::Parked));
        QTRY_COMPARE(said("Outbox"), QStringLiteral("1 can't be sent"));
    }

    void beginsAsASentenceWhateverComesFirst()
    {
        m_line->setSealedAway(true);
        QCOMPARE(said("Outbox"), QStringLiteral("Something sealed waits for its key"));
    }
    void doesNotSayThatAllIsStoredWhereSomethingWasDropped()
    {
        const LocalRecording recording = waitingRecording({1});
        QVERIFY(m_session->store().attach({recording}));
        QTRY_VERIFY(said("Outbox").startsWith(QStringLiteral("1 waiting")));
        QVERIFY(m_session->sync().cancel(recording.uploadId));
        QTRY_COMPARE(said("Outbox"), QStringLiteral("Nothing waits"));
    }

    void warnsOfTheStorageFromEightyPercent()
    {
        const Appearance appearance(*qApp);
        m_line->setStorage(79.9);
        QVERIFY(!label("Storage")->isVisible());
        m_line->setStorage(80);
        QVERIFY(label("Storage")->isVisible());
        QVERIFY(said("Storage").contains(QStringLiteral("80 %")));
        QCOMPARE(label("Storage")->palette().windowText().color(), warnColor(m_line->palette()));
        m_line->setStorage(90);
        QCOMPARE(label("Storage")->palette().windowText().color(), badColor(m_line->palette()));
        m_line->setStorage(100);
        QVERIFY(said("Storage").contains(QStringLiteral("is full")));
    }

    void itsWarningCanBeReadAfterTheLookHasChanged()
    {
        Appearance appearance(*qApp);
        appearance.choose(AppearanceChoice::Light);
        for (const double percent : {80.0, 100.0}) {
            m_line->setStorage(percent);
            for (const AppearanceChoice choice : {AppearanceChoice::Dark, AppearanceChoice::Light}) {
                appearance.choose(choice);
                QCoreApplication::sendPostedEvents();
                const QPalette &now = m_line->palette();
                QCOMPARE(label("Storage")->palette().windowText().color(),
                         percent < 90 ? warnColor(now) : badColor(now));
            }
        }
    }

    void countsWhatNeedsAPersonAndLeadsThere()
    {
        auto *needing = m_line->findChild<QToolButton *>();
        QVERIFY(!needing->isVisible());
        m_line->setNeedingPerson(1);
        QVERIFY(needing->isVisible());
        QCOMPARE(needing->text(), QStringLiteral("1 change(s) need you"));
        QCOMPARE(needing->accessibleName(), needing->text());
        QSignalSpy asked(m_line.get(), &StatusLine::needingPersonAsked);
        needing->click();
        QCOMPARE(asked.count(), 1);
        m_line->setNeedingPerson(0);
        QVERIFY(!needing->isVisible());
    }

    void saysWhenTheServerIsAway()
    {
        m_server->goAway();
        m_session->api().me();
        QTRY_COMPARE(said("Connection"),
                     QStringLiteral("Offline – what you attach and write is kept here and sent later"));
    }

    void promisesNothingThatTakesAKeyring()
    {
        m_line->setHasKeyring(false);
        m_server->goAway();
        m_session->api().me();
        QTRY_COMPARE(said("Connection"),
                     QStringLiteral("Offline – sent later; without a keyring, keep the original files until then"));
    }

    void saysWhenOneMustSignInAgain()
    {
        m_session->api().setToken({});
        QTRY_COMPARE(said("Connection"), QStringLiteral("Sign in again – recordings wait here until then"));
    }

    void countsWhatWaits()
    {
        QVERIFY(m_session->store().attach({waitingRecording({1}), waitingRecording({1})}));
        QTRY_COMPARE(said("Outbox"), QStringLiteral("2 waiting · 0 %"));
    }

    void itsSignFollowsThePalette()
    {
        Appearance appearance(*qApp);
        appearance.choose(AppearanceChoice::Light);
        QTRY_VERIFY(signIsIn(goodColor(m_line->palette())));
        const QColor before = goodColor(m_line->palette());
        appearance.choose(AppearanceChoice::Dark);
        QTRY_VERIFY(goodColor(m_line->palette()) != before);
        QTRY_VERIFY(signIsIn(goodColor(m_line->palette())));
    }

private:
    QLabel *label(const char *name) const
    {
        for (QLabel *label : m_line->findChildren<QLabel *>())
            if (label->accessibleName() == QLatin1String(name))
                return label;
        qFatal("there is no such label");
    }
    QString said(const char *name) const { return label(name)->text(); }
    bool signIsIn(const QColor &color) const
    {
        for (const QLabel *label : m_line->findChildren<QLabel *>()) {
            const QImage image = label->pixmap(Qt::ReturnByValue).toImage();
            for (int y = 0; y < image.height(); ++y)
                for (int x = 0; x < image.width(); ++x)
                    if (image.pixelColor(x, y).rgba() == color.rgba())
                        return true;
        }
        return false;
    }

    std::unique_ptr<ScriptedServer> m_server;
    std::unique_ptr<SampleSession> m_session;
    std::unique_ptr<StatusLine> m_line;
};

QTEST_MAIN(tst_StatusLine)
#include "tst_StatusLine.moc"
