// SPDX-License-Identifier: GPL-3.0-or-later
#include "holds/MatterSheet.h"

#include "contract/MatterJson.h"
#include "ui/AccessibleNames.h"
#include "ui/Pressing.h"
#include "ui/holds/HeldServer.h"

#include <QLineEdit>
#include <QSignalSpy>
#include <QTest>

using namespace Holdfast;
using namespace Holdfast::Testing;

class tst_MatterSheet : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        QLocale::setDefault(QLocale::c());
        m_server = std::make_unique<HeldServer>();
        m_smith = *matterFromJson(QJsonDocument::fromJson(twoMatters).array().last().toObject());
        m_smith.revision = 1;
        const QByteArray answer = QJsonDocument(toJson(m_smith)).toJson();
        m_server->routes.tell("POST /api/matters", answer, 201);
        m_server->routes.tell("PUT /api/matters/4", answer);
    }
    void cleanup()
    {
        m_sheet.reset();
        m_server.reset();
    }

    void aNewOneBelongsToWhoMakesIt()
    {
        open({});
        QVERIFY(!buttonSaying(*m_sheet, QStringLiteral("Save"))->isEnabled());
        QVERIFY(!buttonSaying(*m_sheet, QStringLiteral("Delete")));
        QTest::keyClicks(line(0), QStringLiteral("Smith v. Jones"));
        QTest::keyClicks(line(3), QStringLiteral("2027-03-01"));
        QTest::keyClick(line(3), Qt::Key_Return);
        QTRY_VERIFY(!m_sheet->isVisible());
        const QJsonObject body = m_server->routes.lastBody("POST /api/matters");
        QCOMPARE(body.value(QLatin1String("name")).toString(), QStringLiteral("Smith v. Jones"));
        QCOMPARE(body.value(QLatin1String("ownerId")).toInt(), 9);
        QCOMPARE(body.value(QLatin1String("reviewDate")).toString(), QStringLiteral("2027-03-01"));
    }
    void whatIsChangedKeepsTheRest()
    {
        open(m_smith);
        QTest::keyClicks(line(1), QStringLiteral(" b"));
        QVERIFY(press(*m_sheet, QStringLiteral("Save")));
        QTRY_VERIFY(!m_sheet->isVisible());
        const QJsonObject body = m_server->routes.lastBody("PUT /api/matters/4");
        QCOMPARE(body.value(QLatin1String("reference")).toString(), QStringLiteral("AZ 12/26 b"));
        QCOMPARE(body.value(QLatin1String("ownerId")).toInt(), 2);
        QCOMPARE(body.value(QLatin1String("reviewDate")).toString(), QStringLiteral("2026-03-01"));
        QVERIFY(!body.value(QLatin1String("closed")).toBool());
    }
    void whereSomebodyElseChangedItWhatWasWrittenStaysAndTheirsIsShown()
    {
        open(m_smith);
        line(0)->setText(QStringLiteral("Mine"));
        Matter theirs = m_smith;
        theirs.name = QStringLiteral("Theirs");
        theirs.revision = 2;
        m_server->routes.tell("GET /api/matters", QJsonDocument(QJsonArray{toJson(theirs)}).toJson());
        m_server->routes.tell("PUT /api/matters/4", R"({"message":"Ada changed this."})", 412);
        QVERIFY(press(*m_sheet, QStringLiteral("Save")));
        QTRY_VERIFY(says(*m_sheet, QStringLiteral("Ada changed this. It says now: “Theirs”")));
        QCOMPARE(line(0)->text(), QStringLiteral("Mine"));
        QVERIFY(press(*m_sheet, QStringLiteral("Show theirs")));
        QCOMPARE(line(0)->text(), QStringLiteral("Theirs"));
        QVERIFY(press(*m_sheet, QStringLiteral("Back to mine")));
        QCOMPARE(line(0)->text(), QStringLiteral("Mine"));
        m_server->routes.tell("PUT /api/matters/4", QJsonDocument(toJson(theirs)).toJson());
        QVERIFY(press(*m_sheet, QStringLiteral("Save")));
        QTRY_VERIFY(!m_sheet->isVisible());
        QCOMPARE(m_server->routes.lastField("PUT /api/matters/4", "if-match"), QByteArray("\"2\""));
        QCOMPARE(m_server->routes.lastBody("PUT /api/matters/4").value(QLatin1String("name")).toString(),
                 QStringLiteral("Mine"));
    }
    void whatIsNoDayIsSaid()
    {
        open(m_smith);
        line(3)->setText(QStringLiteral("soon"));
        QVERIFY(press(*m_sheet, QStringLiteral("Save")));
        QVERIFY(says(*m_sheet, QStringLiteral("“soon” is no day")));
        QCOMPARE(m_server->routes.count("PUT /api/matters/4"), 0);
    }
    void isDeletedAtTheSecondPressAlone()
    {
        m_server->routes.tell("DELETE /api/matters/4", R"({"message":"A matter is closed, not deleted."})", 409);
        open(m_smith);
        QVERIFY(press(*m_sheet, QStringLiteral("Delete")));
        QCOMPARE(m_server->routes.count("DELETE /api/matters/4"), 0);
        QVERIFY(press(*m_sheet, QStringLiteral("Delete it for good")));
        QTRY_VERIFY(says(*m_sheet, QStringLiteral("closed, not deleted")));
        QVERIFY(m_sheet->isVisible());
    }
    void everyControlHasAName()
    {
        open(m_smith);
        QCOMPARE(withoutName(*m_sheet), QStringList());
    }

    void enterWithoutANameSaysThatItIsMissing()
    {
        open(Matter());
        QTest::keyClick(line(0), Qt::Key_Return);
        QVERIFY(says(*m_sheet, QStringLiteral("Give the matter a name.")));
        QTest::keyClicks(line(0), QStringLiteral("S"));
        QVERIFY(!says(*m_sheet, QStringLiteral("Give the matter a name.")));
    }

private:
    void open(const Matter &matter)
    {
        m_sheet = std::make_unique<MatterSheet>(
            matter, User{{9}, QStringLiteral("ada"), QStringLiteral("Ada Admin"), Role::Admin},
            MatterCalls(m_server->api));
        m_sheet->show();
    }
    QLineEdit *line(int which) const { return m_sheet->findChildren<QLineEdit *>().at(which); }

    Matter m_smith;
    std::unique_ptr<HeldServer> m_server;
    std::unique_ptr<MatterSheet> m_sheet;
};

QTEST_MAIN(tst_MatterSheet)
#include "tst_MatterSheet.moc"
