// SPDX-License-Identifier: GPL-3.0-or-later
#include "holds/ReleaseSheet.h"

#include "contract/HoldJson.h"
#include "ui/AccessibleNames.h"
#include "ui/Pressing.h"
#include "ui/holds/HeldServer.h"

#include <QLineEdit>
#include <QSignalSpy>
#include <QTest>

using namespace Holdfast;
using namespace Holdfast::Testing;

class tst_ReleaseSheet : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        QLocale::setDefault(QLocale::c());
        m_server = std::make_unique<HeldServer>();
    }
    void cleanup()
    {
        m_sheet.reset();
        m_server.reset();
    }

    void showsWhatWouldHappenBeforeItCanBeDone()
    {
        open();
        QVERIFY(!buttonSaying(*m_sheet, QStringLiteral("Release"))->isEnabled());
        QTRY_VERIFY(says(*m_sheet, QStringLiteral("1 recording(s) would go free (1.0 MB)")));
        QVERIFY(says(*m_sheet, QStringLiteral("2 stay on hold by other holds")));
        const QAbstractItemView *freed = viewCalled(*m_sheet, QStringLiteral("What would go free"));
        QVERIFY2(rowText(*freed, 0).contains(QStringLiteral("It rests until then")), qPrintable(rowText(*freed, 0)));
        QVERIFY(buttonSaying(*m_sheet, QStringLiteral("Release"))->isEnabled());
    }
    void readsLaterPagesBehindTheLastOne()
    {
        QByteArray withMore = oneGoesFree;
        m_server->routes.tell("POST /api/holds/release/preview", withMore.replace("\"next\":null", "\"next\":5"));
        open();
        QAbstractItemView *freed = viewCalled(*m_sheet, QStringLiteral("What would go free"));
        QTRY_COMPARE(m_server->routes.lastBody("POST /api/holds/release/preview").value(QLatin1String("after")).toInt(),
                     5);
        QTRY_VERIFY(freed->model()->rowCount() >= 2);
    }
    void releasesWithItsReason()
    {
        m_server->routes.tell("POST /api/holds/release", R"([{"holdId":12,"status":200}])");
        open();
        QTRY_VERIFY(buttonSaying(*m_sheet, QStringLiteral("Release"))->isEnabled());
        QTest::keyClicks(m_sheet->findChild<QLineEdit *>(), QStringLiteral("settled"));
        QSignalSpy done(m_sheet.get(), &ReleaseSheet::done);
        QVERIFY(press(*m_sheet, QStringLiteral("Release")));
        QTRY_COMPARE(done.count(), 1);
        QTRY_VERIFY(!m_sheet->isVisible());
        const QJsonObject order = m_server->routes.lastBody("POST /api/holds/release");
        QCOMPARE(order.value(QLatin1String("holdIds")).toArray(), (QJsonArray{12, 11}));
        QCOMPARE(order.value(QLatin1String("reason")).toString(), QStringLiteral("settled"));
    }
    void whatWaitsForASecondPersonAndWhatWasRefusedIsSaid()
    {
        m_server->routes.tell("POST /api/holds/release",
                              R"([{"holdId":12,"status":202,"requestId":4},
                                  {"holdId":11,"status":409,"message":"Hold 11 was released before"}])");
        open();
        QVERIFY(press(*m_sheet, QStringLiteral("Release")));
        QTRY_VERIFY(says(*m_sheet, QStringLiteral("1 hold(s) stay until a second person approves")));
        QVERIFY(says(*m_sheet, QStringLiteral("Hold 11 was released before")));
        QVERIFY(m_sheet->isVisible());
        QVERIFY(!buttonSaying(*m_sheet, QStringLiteral("Release"))->isEnabled());
        QVERIFY(press(*m_sheet, QStringLiteral("Close")));
    }
    void withoutAPreviewNothingCanBeReleased()
    {
        m_server->routes.tell("POST /api/holds/release/preview", R"({"message":"Hold 12 was released before"})", 409);
        open();
        QTRY_VERIFY(says(*m_sheet, QStringLiteral("was released before")));
        QVERIFY(!buttonSaying(*m_sheet, QStringLiteral("Release"))->isEnabled());
    }
    void isNotClosedWhileTheServerIsAsked()
    {
        m_server->routes.staySilent("POST /api/holds/release");
        open();
        QVERIFY(press(*m_sheet, QStringLiteral("Release")));
        QTest::keyClick(m_sheet.get(), Qt::Key_Escape);
        QVERIFY(m_sheet->isVisible());
        QTRY_COMPARE(m_server->routes.count("POST /api/holds/release"), 1);
        m_server->routes.goAway();
        QTRY_VERIFY(says(*m_sheet, QStringLiteral("nobody knows")));
        QTest::keyClick(m_sheet.get(), Qt::Key_Escape);
        QVERIFY(!m_sheet->isVisible());
    }
    void refusingARequestDoesNotHappenAtEnter()
    {
        m_server->routes.tell("POST /api/hold-release-requests/3/refuse", requestBy("1"));
        const auto request = releaseRequestFromJson(QJsonDocument::fromJson(requestBy("1")).object());
        m_sheet = std::make_unique<ReleaseSheet>(*request, QStringLiteral("All of Dora Day."), UserId{2},
                                                 HoldCalls(m_server->api), &HeldServer::now);
        m_sheet->show();
        QVERIFY(says(*m_sheet, QStringLiteral("Why it may go: “settled”.")));
        QVERIFY(press(*m_sheet, QStringLiteral("Refuse")));
        QTRY_COMPARE(m_server->routes.count("POST /api/hold-release-requests/3/refuse"), 1);
        QTRY_VERIFY(!m_sheet->isVisible());
        m_sheet->show();
        QTest::keyClick(m_sheet.get(), Qt::Key_Return);
        QCOMPARE(m_server->routes.count("POST /api/hold-release-requests/3/approve"), 0);
    }
    void whatAnotherDecidedCanNotBeDecidedAgain()
    {
        m_server->routes.tell("POST /api/hold-release-requests/3/refuse",
                              R"({"message":"That was decided before: it is withdrawn"})", 409);
        const auto request = releaseRequestFromJson(QJsonDocument::fromJson(requestBy("1")).object());
        m_sheet = std::make_unique<ReleaseSheet>(*request, QStringLiteral("All of Dora Day."), UserId{2},
                                                 HoldCalls(m_server->api), &HeldServer::now);
        m_sheet->show();
        QTRY_VERIFY(buttonSaying(*m_sheet, QStringLiteral("Approve"))->isEnabled());
        QVERIFY(press(*m_sheet, QStringLiteral("Refuse")));
        QTRY_VERIFY(says(*m_sheet, QStringLiteral("That was decided before")));
        QVERIFY(!buttonSaying(*m_sheet, QStringLiteral("Approve"))->isEnabled());
        QVERIFY(!buttonSaying(*m_sheet, QStringLiteral("Refuse"))->isEnabled());
        QVERIFY(press(*m_sheet, QStringLiteral("Close")));
        QVERIFY(!m_sheet->isVisible());
    }
    void saysBeforehandThatItMayTakeTwo()
    {
        open();
        QVERIFY(says(*m_sheet, QStringLiteral("Where the server wants two for a release")));
    }
    void everyControlHasAName()
    {
        open();
        QCOMPARE(withoutName(*m_sheet), QStringList());
    }

private:
    void open()
    {
        m_sheet = std::make_unique<ReleaseSheet>(QList<HoldId>{{12}, {11}}, QStringLiteral("Two."),
                                                 HoldCalls(m_server->api), &HeldServer::now);
        m_sheet->show();
    }

    std::unique_ptr<HeldServer> m_server;
    std::unique_ptr<ReleaseSheet> m_sheet;
};

QTEST_MAIN(tst_ReleaseSheet)
#include "tst_ReleaseSheet.moc"
