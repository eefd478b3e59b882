// SPDX-License-Identifier: GPL-3.0-or-later
#include "holds/PlaceHoldSheet.h"

#include "ui/AccessibleNames.h"
#include "ui/Pressing.h"
#include "ui/holds/HeldServer.h"

#include <QCheckBox>
#include <QLineEdit>
#include <QTest>

using namespace Holdfast;
using namespace Holdfast::Testing;

class tst_PlaceHoldSheet : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        QLocale::setDefault(QLocale::c());
        m_server = std::make_unique<HeldServer>();
        m_server->routes.tell("POST /api/holds", holdOverLead, 201);
        m_known = std::make_unique<AgentsAndCampaigns>(RecordingSearchCalls(m_server->api));
    }
    void cleanup()
    {
        m_sheet.reset();
        m_known.reset();
        m_server.reset();
    }

    void allOfALeadWithWhatComesLater()
    {
        open({});
        QTRY_COMPARE(viewCalled(*m_sheet, QStringLiteral("Leads that were found"))->model()->rowCount(), 1);
        QTest::keyClicks(line("Why it is to be kept"), QStringLiteral("x"));
        QVERIFY(!run()->isEnabled()); // whom nobody chose
        line("Why it is to be kept")->clear();
        findDora();
        QVERIFY(!run()->isEnabled()); // without a reason
        QTest::keyClicks(line("Why it is to be kept"), QStringLiteral("complaint"));
        QTest::mouseClick(m_sheet->findChild<QCheckBox *>(), Qt::LeftButton, {}, QPoint(8, 8));
        QVERIFY(m_sheet->findChild<QCheckBox *>()->isChecked());
        QVERIFY(press(*m_sheet, QStringLiteral("Hold")));
        QTRY_VERIFY(!m_sheet->isVisible());
        const QJsonObject expected{{QStringLiteral("matterId"), 1},
                                   {QStringLiteral("scope"), QStringLiteral("lead")},
                                   {QStringLiteral("includesLater"), true},
                                   {QStringLiteral("reason"), QStringLiteral("complaint")},
                                   {QStringLiteral("leadId"), 6}};
        QCOMPARE(m_server->routes.lastBody("POST /api/holds"), expected);
    }
    void aMatterIsReasonEnough()
    {
        open({4});
        findDora();
        QTRY_VERIFY(run()->isEnabled());
    }
    void findsLeadsAsOneTypes()
    {
        open({4});
        findDora();
        QTRY_COMPARE(m_server->routes.lastQuery("GET /api/leads").queryItemValue(QStringLiteral("q")),
                     QStringLiteral("do"));
    }
    void enterInALineHoldsNothing()
    {
        open({4});
        findDora();
        QTRY_VERIFY(run()->isEnabled());
        QTest::keyClick(line("Name or number of the lead"), Qt::Key_Return);
        QVERIFY(m_sheet->isVisible());
        QCOMPARE(m_server->routes.count("POST /api/holds"), 0);
    }
    void aSearchSaysHowManyItFindsAndAsksForSomething()
    {
        open({4});
        QVERIFY(press(*m_sheet, QStringLiteral("All that a search finds")));
        QVERIFY(says(*m_sheet, QStringLiteral("a hold over everything is refused")));
        QVERIFY(!run()->isEnabled());
        QTest::keyClicks(line("Words in notes, lead's name or number"), QStringLiteral("refund"));
        QTRY_VERIFY(says(*m_sheet, QStringLiteral("70 recording(s) are found now")));
        QVERIFY(press(*m_sheet, QStringLiteral("Hold")));
        QTRY_VERIFY(!m_sheet->isVisible());
        const QJsonObject body = m_server->routes.lastBody("POST /api/holds");
        QCOMPARE(body.value(QLatin1String("scope")).toString(), QStringLiteral("search"));
        QCOMPARE(body.value(QLatin1String("search")).toObject(),
                 (QJsonObject{{QStringLiteral("q"), QStringLiteral("refund")}}));
    }
    void oneRecordingOfALead()
    {
        open({4});
        QVERIFY(press(*m_sheet, QStringLiteral("One recording")));
        findDora();
        QAbstractItemView *recordings = viewCalled(*m_sheet, QStringLiteral("Recordings of the lead"));
        QTRY_COMPARE(recordings->model()->rowCount(), 1);
        QVERIFY(!run()->isEnabled());
        QTest::keyClick(recordings, Qt::Key_Down);
        QVERIFY(!m_sheet->findChild<QCheckBox *>()->isVisible());
        QVERIFY(press(*m_sheet, QStringLiteral("Hold")));
        QTRY_COMPARE(m_server->routes.lastBody("POST /api/holds").value(QLatin1String("recordingId")).toInt(), 5);
    }
    void whatTheServerRefusesIsSaid()
    {
        m_server->routes.tell("POST /api/holds", R"({"message":"The matter is closed. Nothing was held."})", 409);
        open({4});
        findDora();
        QTRY_VERIFY(run()->isEnabled());
        QVERIFY(press(*m_sheet, QStringLiteral("Hold")));
        QTRY_VERIFY(says(*m_sheet, QStringLiteral("Nothing was held")));
        QVERIFY(run()->isEnabled());
    }
    void everyControlHasAName()
    {
        open({});
        QCOMPARE(withoutName(*m_sheet), QStringList());
        QVERIFY(press(*m_sheet, QStringLiteral("All that a search finds")));
        QCOMPARE(withoutName(*m_sheet), QStringList());
    }

    void enterInTheReasonSaysWhatIsStillToBeChosen()
    {
        open(defaultMatter);
        QLineEdit *reason = line("Why it is to be kept");
        QTest::keyClick(reason, Qt::Key_Return);
        QVERIFY(says(*m_sheet, QStringLiteral("Say why it is to be kept")));
        QTest::keyClicks(reason, QStringLiteral("Suit"));
        QVERIFY(!says(*m_sheet, QStringLiteral("Say why it is to be kept")));
        QVERIFY(says(*m_sheet, QStringLiteral("Choose the lead.")));
    }

private:
    void open(MatterId chosen)
    {
        Matter usual;
        usual.id = defaultMatter;
        usual.name = QStringLiteral("Compliance hold");
        Matter smith;
        smith.id = {4};
        smith.name = QStringLiteral("Smith v. Jones");
        ApiClient &api = m_server->api;
        m_sheet = std::make_unique<PlaceHoldSheet>(
            QList{usual, smith}, chosen, *m_known,
            PlaceHoldSheet::Calls{HoldCalls(api), LeadSearchCalls(api), RecordingSearchCalls(api)}, &HeldServer::now);
        m_sheet->show();
    }
    void findDora()
    {
        QTest::keyClicks(line("Name or number of the lead"), QStringLiteral("do"));
        QTRY_COMPARE(m_server->routes.lastQuery("GET /api/leads").queryItemValue(QStringLiteral("q")),
                     QStringLiteral("do"));
    }
    QAbstractButton *run() const { return buttonSaying(*m_sheet, QStringLiteral("Hold")); }
    QLineEdit *line(const char *hint) const
    {
        for (QLineEdit *one : m_sheet->findChildren<QLineEdit *>())
            if (one->placeholderText() == QLatin1String(hint))
                return one;
        qFatal("there is no such line: %s", hint);
    }

    std::unique_ptr<HeldServer> m_server;
    std::unique_ptr<AgentsAndCampaigns> m_known;
    std::unique_ptr<PlaceHoldSheet> m_sheet;
};

QTEST_MAIN(tst_PlaceHoldSheet)
#include "tst_PlaceHoldSheet.moc"
