// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/Banner.h"
#include "shell/Shell.h"
#include "ui/AccessibleNames.h"
#include "ui/SampleSession.h"

#include <QLabel>
#include <QTest>
#include <QToolButton>

#include <algorithm>

using namespace Holdfast;

class tst_Shell : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_session = std::make_unique<SampleSession>();
        m_shell = std::make_unique<Shell>(m_session->sync());
        m_leads = new QLabel(QStringLiteral("leads"));
        m_settings = new QLabel(QStringLiteral("settings"));
        m_player = new QLabel(QStringLiteral("player"));
        m_shell->addPlace(Icon::Leads, QStringLiteral("Leads"), m_leads);
        m_shell->addPlace(Icon::Settings, QStringLiteral("Settings"), m_settings);
        m_shell->setPlayer(m_player);
        m_shell->resize(1024, 640);
        m_shell->show();
    }
    void cleanup()
    {
        m_shell.reset();
        m_session.reset();
    }

    void theFirstPlaceIsShown()
    {
        QCOMPARE(m_shell->place(), m_leads);
        QVERIFY(button(QStringLiteral("Leads"))->isChecked());
    }

    void theRailLeadsToAPlaceAndThePlayerStays()
    {
        const QPoint before = m_player->mapTo(m_shell.get(), QPoint());
        QTest::mouseClick(button(QStringLiteral("Settings")), Qt::LeftButton);
        QCOMPARE(m_shell->place(), m_settings);
        QVERIFY(m_settings->isVisible());
        QVERIFY(!m_leads->isVisible());
        QVERIFY(button(QStringLiteral("Settings"))->isChecked());
        QVERIFY(!button(QStringLiteral("Leads"))->isChecked());
        QVERIFY(m_player->isVisible());
        QCOMPARE(m_player->mapTo(m_shell.get(), QPoint()), before);
    }

    void aPlaceIsShownOnDemand()
    {
        m_shell->showPlace(m_settings);
        QCOMPARE(m_shell->place(), m_settings);
        QVERIFY(button(QStringLiteral("Settings"))->isChecked());
    }

    void theRailIsAsWideAsItsLongestTitle()
    {
        m_shell->addPlace(Icon::Settings, QStringLiteral("Einstellungen"), new QWidget);
        QTRY_VERIFY(button(QStringLiteral("Einstellungen"))->width() >=
                    button(QStringLiteral("Einstellungen"))->sizeHint().width());
    }

    void theKeyboardReachesThePlaces()
    {
        button(QStringLiteral("Settings"))->setFocus();
        QTest::keyClick(button(QStringLiteral("Settings")), Qt::Key_Space);
        QCOMPARE(m_shell->place(), m_settings);
    }

    void theArrowsLeadFromPlaceToPlace()
    {
        m_shell->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_shell.get()));
        button(QStringLiteral("Leads"))->setFocus();
        QTest::keyClick(button(QStringLiteral("Leads")), Qt::Key_Down);
        QVERIFY(button(QStringLiteral("Settings"))->hasFocus());
        QTRY_COMPARE(m_shell->place(), m_settings);
        QCOMPARE(button(QStringLiteral("Settings"))->focusPolicy(), Qt::TabFocus);
        QCOMPARE(button(QStringLiteral("Leads"))->focusPolicy(), Qt::NoFocus);
        QTest::keyClick(button(QStringLiteral("Settings")), Qt::Key_Up);
        QTRY_COMPARE(m_shell->place(), m_leads);
    }

    void aPlaceThatIsNoLongerOfferedGivesWayToTheFirst()
    {
        QTest::mouseClick(button(QStringLiteral("Settings")), Qt::LeftButton);
        m_shell->setPlaceOffered(m_settings, false);
        QCOMPARE(m_shell->place(), m_leads);
        QVERIFY(button(QStringLiteral("Leads"))->isChecked());
        QVERIFY(!button(QStringLiteral("Settings"))->isVisible());
        m_shell->setPlaceOffered(m_settings, true);
        QVERIFY(button(QStringLiteral("Settings"))->isVisible());
        QCOMPARE(m_shell->place(), m_leads);
    }

    void theRailShowsSignsAloneWhereItIsTooLowForNames()
    {
        for (int more = 0; more < 11; ++more)
            m_shell->addPlace(Icon::Audit, QStringLiteral("Place %1").arg(more), new QLabel);
        m_shell->resize(1024, 640);
        QTRY_COMPARE(button(QStringLiteral("Leads"))->toolButtonStyle(), Qt::ToolButtonIconOnly);
        QCOMPARE(m_shell->height(), 640);
        QCOMPARE(button(QStringLiteral("Leads"))->toolTip(), QStringLiteral("Leads"));
        const QToolButton *last = button(QStringLiteral("Place 10"));
        QVERIFY(last->mapTo(m_shell.get(), QPoint(0, last->height())).y() < m_shell->height());
        m_shell->resize(1024, 1000);
        QTRY_COMPARE(button(QStringLiteral("Leads"))->toolButtonStyle(), Qt::ToolButtonTextUnderIcon);
        QVERIFY(button(QStringLiteral("Leads"))->toolTip().isEmpty());
    }

    void aBannerStaysUntilItIsClosed()
    {
        QVERIFY(!m_shell->banner().isVisible());
        m_shell->banner().say(QStringLiteral("There is no keyring."));
        QVERIFY(m_shell->banner().isVisible());
        QCOMPARE(m_shell->banner().sentences(), QStringList{QStringLiteral("There is no keyring.")});
        QTest::mouseClick(closing(0), Qt::LeftButton);
        QVERIFY(!m_shell->banner().isVisible());
        m_shell->banner().say({});
        QVERIFY(!m_shell->banner().isVisible());
    }

    void whatHappensDoesNotTakeThePlaceOfWhatStands()
    {
        const QString keyring = QStringLiteral("There is no keyring.");
        const QString sweeps = QStringLiteral("A sweep waits.");
        Banner &banner = m_shell->banner();
        banner.stand(QStringLiteral("keyring"), keyring);
        banner.say(QStringLiteral("The file is gone."));
        banner.stand(QStringLiteral("sweeps"), sweeps);
        QCOMPARE(banner.sentences(), QStringList({keyring, sweeps, QStringLiteral("The file is gone.")}));
        banner.say(QStringLiteral("The disk is full."));
        QCOMPARE(banner.sentences(), QStringList({keyring, sweeps, QStringLiteral("The disk is full.")}));
        banner.stand(QStringLiteral("sweeps"), {}); // it no longer does
        QCOMPARE(banner.sentences(), QStringList({keyring, QStringLiteral("The disk is full.")}));
        QTest::mouseClick(closing(0), Qt::LeftButton);
        QCOMPARE(banner.sentences(), QStringList{QStringLiteral("The disk is full.")});
        QTest::keyClick(closing(0), Qt::Key_Space);
        QVERIFY(!banner.isVisible());
    }

    void everyControlHasAName()
    {
        m_shell->banner().say(QStringLiteral("There is no keyring."));
        QCOMPARE(withoutName(*m_shell), QStringList());
    }

private:
    /// Of those in sight, from the top.
    QToolButton *closing(int row) const
    {
        QList<QToolButton *> buttons = m_shell->banner().findChildren<QToolButton *>();
        buttons.removeIf([](const QToolButton *each) { return !each->isVisible(); });
        std::ranges::sort(buttons, {},
                          [this](const QToolButton *each) { return each->mapTo(m_shell.get(), QPoint()).y(); });
        return buttons.at(row);
    }
    QToolButton *button(const QString &text) const
    {
        for (QToolButton *button : m_shell->findChildren<QToolButton *>())
            if (button->text() == text)
                return button;
        qFatal("there is no such place");
    }

    std::unique_ptr<SampleSession> m_session;
    std::unique_ptr<Shell> m_shell;
    QWidget *m_leads = nullptr;
    QWidget *m_settings = nullptr;
    QWidget *m_player = nullptr;
};

QTEST_MAIN(tst_Shell)
#include "tst_Shell.moc"
