// SPDX-License-Identifier: GPL-3.0-or-later
#include "AccessibleNames.h"
#include "FocusWalk.h"
#include "look/Appearance.h"
#include "screens/LeadStates.h"
#include "screens/Stage.h"
#include "screens/WindowStates.h"

#include <QListView>
#include <QTableView>

#include <algorithm>
#include <functional>

using namespace Holdfast;
using Holdfast::Testing::walk;

Q_DECLARE_METATYPE(std::function<void(Stage &)>)

/// The agent's places by Tab alone: from the rail through the place, the player and what is written to the status line.
class tst_TabOrder : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        m_stage = std::make_unique<Stage>(m_appearance);
        m_stage->window.resize(1024, 640);
        m_stage->window.show();
        m_stage->window.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&m_stage->window));
    }
    void cleanup() { m_stage.reset(); }

    void leadsToAllPartsInOrderAndBack_data()
    {
        QTest::addColumn<std::function<void(Stage &)>>("put");
        QTest::addColumn<QString>("parts");
        const auto row = [](const char *name, const std::function<void(Stage &)> &put, const char *parts) {
            QTest::newRow(name) << put << QString::fromUtf8(parts);
        };
        row("recordings", LeadStates::kept, "Leads, Filter the leads, Leads, Attach recordings, Recordings");
        row("one was not sent", LeadStates::parked,
            "Leads, Filter the leads, Leads, Attach recordings, Try again, Do not send, Recordings");
        row("inbox", LeadStates::inbox,
            "Leads, Inbox (4), Filter the leads, Leads, Files that wait, Another lead for what is chosen, Dismiss");
        row("inbox, the lead has it", LeadStates::inboxTwin,
            "Leads, Inbox (4), Filter the leads, Leads, Files that wait, Another lead for what is chosen, Dismiss, "
            "File again");
        row("messages", WindowStates::messages,
            "Close this message, Close this message, Leads, Filter the leads, Leads, Attach recordings, Recordings");
        row("two changes", LeadStates::twoChanges,
            "Leads, Filter the leads, Leads, Attach recordings, Recordings, Play, Waveform, Skip pauses, Loop, "
            "Channels, Speed, Annotations, Disposition, Notes, What somebody else wrote, Keep both, Keep mine, Take "
            "theirs, 2 change(s) need you");
        row("files to attach", LeadStates::drop,
            "Files, Note for these recordings, Disposition of these calls, Cancel, Attach 2 recording(s)");
        row("settings", WindowStates::settings,
            "Settings, As the desktop, As the system, Patterns of file names, Country of numbers that name none, A "
            "name to try, "
            "Add a folder…, Remove the recordings on this computer now, Room for recordings, in GB, "
            "Days after which unused recordings go, When I sign out, remove everything from this computer, "
            "Change password…, Sign out");
    }
    void leadsToAllPartsInOrderAndBack()
    {
        QFETCH(std::function<void(Stage &)>, put);
        QFETCH(QString, parts);
        put(*m_stage);
        QWidget *const first = Testing::firstCalled(m_stage->window, parts.section(QStringLiteral(", "), 0, 0));
        QVERIFY(first);
        const QStringList there = walk(first);
        QCOMPARE(there.join(QStringLiteral(", ")), parts);
        QStringList back = walk(first, Qt::ShiftModifier);
        std::reverse(back.begin() + 1, back.end());
        QCOMPARE(back, there);
        QCOMPARE(withoutName(m_stage->window), QStringList());
    }
    void theSheetIsLeftByEscapeAndTheFocusIsBehindItAgain()
    {
        LeadStates::drop(*m_stage);
        for (int i = 0; i < 3; ++i)
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
        QTRY_COMPARE(Testing::spokenName(QApplication::focusWidget()), QStringLiteral("Recordings"));
    }

private:
    Appearance m_appearance{*qApp};
    std::unique_ptr<Stage> m_stage;
};

QTEST_MAIN(tst_TabOrder)
#include "tst_TabOrder.moc"
