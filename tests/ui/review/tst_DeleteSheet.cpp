// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/DeleteSheet.h"

#include "support/SampleRecording.h"
#include "support/ScriptedRoutes.h"
#include "ui/AccessibleNames.h"
#include "ui/Pressing.h"

#include <QSignalSpy>
#include <QTest>

using namespace Holdfast;
using namespace Holdfast::Testing;

class tst_DeleteSheet : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        QLocale::setDefault(QLocale::c());
        m_routes = std::make_unique<ScriptedRoutes>();
        m_routes->tell("DELETE /api/recordings/5", {}, 204);
        m_routes->tell("DELETE /api/recordings/6", {}, 204);
        m_api = std::make_unique<ApiClient>();
        m_api->setServer(m_routes->url());
        m_api->setToken("T0KEN");
        m_recordings = {recordingOf(5, {1}), recordingOf(6, {1}), recordingOf(7, {1})};
        m_recordings[0].leadName = QStringLiteral("Dora Day");
        m_recordings[1].leadName = QStringLiteral("Ben Bold");
        m_recordings[2].leadName = QStringLiteral("Cy Cole");
        m_recordings[2].complianceHold = true;
    }
    void cleanup()
    {
        m_sheet.reset();
        m_api.reset();
        m_routes.reset();
    }

    void saysWhatGoesAndWhatStaysBeforeAnythingHappens()
    {
        open();
        QVERIFY(says(*m_sheet, QStringLiteral("Delete 3 recording(s)")));
        QVERIFY(says(*m_sheet, QStringLiteral("nobody can bring them back")));
        QVERIFY(says(*m_sheet, QStringLiteral("on hold will not be deleted")));
        QVERIFY(line(0).contains(QStringLiteral("Cy Cole · call.wav: on hold, stays")));
        QVERIFY(line(1).contains(QStringLiteral("Dora Day · call.wav: will be deleted")));
        QCOMPARE(m_routes->count("DELETE /api/recordings/5"), 0);
        QCOMPARE(withoutName(*m_sheet), QStringList());
    }
    void twoOfOneMinuteAreToldApart()
    {
        m_recordings = {m_recordings.first(), m_recordings.first()};
        m_recordings.last().id.value += 1;
        m_recordings.last().callDate = m_recordings.last().callDate.addSecs(1);
        open();
        QVERIFY(line(0) != line(1));
        m_recordings.last().callDate = m_recordings.first().callDate;
        m_recordings.last().originalName = QStringLiteral("second.wav");
        open();
        QVERIFY(line(0) != line(1));
    }
    void enterAndEscapeDeleteNothing_data()
    {
        QTest::addColumn<Qt::Key>("key");
        QTest::newRow("Enter") << Qt::Key_Return;
        QTest::newRow("Escape") << Qt::Key_Escape;
        QTest::newRow("Space") << Qt::Key_Space;
    }
    void enterAndEscapeDeleteNothing()
    {
        QFETCH(Qt::Key, key);
        open();
        QTest::keyClick(m_sheet->focusWidget(), key);
        QTRY_VERIFY(!m_sheet->isVisible());
        QCOMPARE(m_routes->count("DELETE /api/recordings/5"), 0);
    }
    void deletesWhatIsNotHeldAndTellsOfEach()
    {
        m_routes->tell("DELETE /api/recordings/6", R"({"message":"Cannot delete recording under compliance hold"})",
                       403);
        open();
        QSignalSpy carriedOut(m_sheet.get(), &DeleteSheet::carriedOut);
        QVERIFY(press(*m_sheet, QStringLiteral("Delete 2 for good")));
        QTRY_COMPARE(carriedOut.count(), 1);
        QVERIFY(says(*m_sheet, QStringLiteral("1 recording(s) deleted. 2 other(s)")));
        QVERIFY(line(0).contains(QStringLiteral("Ben Bold · call.wav: not deleted. Cannot delete")));
        QVERIFY(line(1).contains(QStringLiteral("Cy Cole · call.wav: on hold, stays")));
        QVERIFY(line(2).contains(QStringLiteral("Dora Day · call.wav: deleted")));
        QCOMPARE(m_routes->count("DELETE /api/recordings/7"), 0);
        QVERIFY(!buttonSaying(*m_sheet, QStringLiteral("Delete")));
    }
    void whereAllAreHeldThereIsNothingToPress()
    {
        m_recordings = {m_recordings.last()};
        open();
        QVERIFY(!buttonSaying(*m_sheet, QStringLiteral("Delete"))->isEnabled());
        QVERIFY(says(*m_sheet, QStringLiteral("have to be released first")));
    }
    void stoppedItSaysWhichWereNotAskedFor()
    {
        m_routes->staySilent("DELETE /api/recordings/5");
        open();
        QVERIFY(press(*m_sheet, QStringLiteral("Delete 2 for good")));
        QTRY_COMPARE(m_routes->count("DELETE /api/recordings/5"), 1);
        QTest::keyClick(m_sheet->focusWidget(), Qt::Key_Escape);
        QVERIFY(m_sheet->isVisible());
        QVERIFY(says(*m_sheet, QStringLiteral("stops after the one that is under way")));
        m_routes->goAway();
        QTRY_VERIFY(says(*m_sheet, QStringLiteral("0 recording(s) deleted.")));
        QVERIFY(line(0).contains(QStringLiteral("nobody knows whether it was deleted")));
        QVERIFY(line(1).contains(QStringLiteral("not deleted: it was stopped before")));
        QCOMPARE(m_routes->count("DELETE /api/recordings/6"), 0);
    }

private:
    void open()
    {
        m_sheet = std::make_unique<DeleteSheet>(m_recordings, *m_api);
        m_sheet->show();
    }
    QString line(int row) const
    {
        QString line = viewCalled(*m_sheet, QStringLiteral("The recordings"))->model()->index(row, 0).data().toString();
        return line.remove(QChar(0x2066)).remove(QChar(0x2069)); // what keeps names in their own direction
    }

    QList<Recording> m_recordings;
    std::unique_ptr<ScriptedRoutes> m_routes;
    std::unique_ptr<ApiClient> m_api;
    std::unique_ptr<DeleteSheet> m_sheet;
};

QTEST_MAIN(tst_DeleteSheet)
#include "tst_DeleteSheet.moc"
