// SPDX-License-Identifier: GPL-3.0-or-later
#include "holds/HoldsPage.h"

#include "ui/AccessibleNames.h"
#include "ui/Pressing.h"
#include "ui/holds/HeldServer.h"

#include <QDialog>
#include <QSignalSpy>
#include <QTest>

using namespace Holdfast;
using namespace Holdfast::Testing;

class tst_HoldsPage : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        QLocale::setDefault(QLocale::c());
        m_server = std::make_unique<HeldServer>();
        ApiClient &api = m_server->api;
        m_page = std::make_unique<HoldsPage>(
            HoldsPage::Calls{MatterCalls(api), {HoldCalls(api), LeadSearchCalls(api), RecordingSearchCalls(api)}},
            HeldServer::names(), &HeldServer::now);
        m_page->setUser({{2}, QStringLiteral("sam"), QStringLiteral("Sam"), Role::Supervisor});
        m_page->resize(936, 480);
    }
    void cleanup()
    {
        m_page.reset();
        m_server.reset();
    }

    void saysWhatIsHeldForWhichMatterAndWhy()
    {
        const QAbstractItemView *holds = shown();
        QVERIFY2(rowText(*holds, 0).startsWith(QStringLiteral("All of Dora Day, also what comes later|complaint|Sam|")),
                 qPrintable(rowText(*holds, 0)));
        QVERIFY(rowText(*holds, 1).contains(QStringLiteral("|Being placed")));
        QTRY_VERIFY(says(*m_page, QStringLiteral("for “Compliance hold”: 3 recording(s)")));
        QVERIFY(says(*m_page, QStringLiteral("Why: “complaint”.")));
        QCOMPARE(m_server->routes.lastQuery("GET /api/holds").queryItemValue(QStringLiteral("stands")),
                 QStringLiteral("true"));
    }
    void aMatterShowsItsHoldsAndWhenItWasToBeReviewed()
    {
        shown();
        QAbstractItemView *matters = viewCalled(*m_page, QStringLiteral("Matters"));
        QTRY_COMPARE(matters->model()->rowCount(), 3);
        QVERIFY(rowText(*matters, 0).startsWith(QStringLiteral("All matters")));
        matters->setFocus();
        QTest::keyClick(matters, Qt::Key_End);
        QTRY_COMPARE(m_server->routes.lastQuery("GET /api/holds").queryItemValue(QStringLiteral("matterId")),
                     QStringLiteral("4"));
        QVERIFY(says(*m_page, QStringLiteral("It was to be reviewed by")));
        QVERIFY(says(*m_page, QStringLiteral("AZ 12/26")));
    }
    void aMatterIsClosedAtAClick()
    {
        const QJsonObject matter = QJsonDocument::fromJson(twoMatters).array().last().toObject();
        m_server->routes.tell("PUT /api/matters/4", QJsonDocument(matter).toJson());
        shown();
        QAbstractItemView *matters = viewCalled(*m_page, QStringLiteral("Matters"));
        QTRY_COMPARE(matters->model()->rowCount(), 3);
        QTest::keyClick(matters, Qt::Key_End);
        QVERIFY(press(*m_page, QStringLiteral("Close")));
        QTRY_COMPARE(m_server->routes.count("PUT /api/matters/4"), 1);
        QVERIFY(m_server->routes.lastBody("PUT /api/matters/4").value(QLatin1String("closed")).toBool());
        QCOMPARE(m_server->routes.lastBody("PUT /api/matters/4").value(QLatin1String("reason")).toString(),
                 QStringLiteral("court order"));
    }
    void theEvidencePackOfAMatterIsAskedForAtAClick()
    {
        shown();
        QAbstractItemView *matters = viewCalled(*m_page, QStringLiteral("Matters"));
        QTRY_COMPARE(matters->model()->rowCount(), 3);
        QVERIFY(!buttonSaying(*m_page, QStringLiteral("Evidence pack…"))); // all matters
        matters->setCurrentIndex(matters->model()->index(1, 0));
        QSignalSpy asked(m_page.get(), &HoldsPage::packRequested);
        QVERIFY(press(*m_page, QStringLiteral("Evidence pack…")));
        QCOMPARE(asked.count(), 1);
        QCOMPARE(asked.first().first().value<EvidenceSubject>().kind, EvidenceSubject::Kind::Matter);
        QCOMPARE(asked.first().last().toString(), rowText(*matters, 1).section(QLatin1Char('|'), 0, 0));
    }
    void whatWasReleasedIsAnotherView()
    {
        shown();
        QVERIFY(press(*m_page, QStringLiteral("Released")));
        QTRY_COMPARE(m_server->routes.lastQuery("GET /api/holds").queryItemValue(QStringLiteral("stands")),
                     QStringLiteral("false"));
        QVERIFY(!buttonSaying(*m_page, QStringLiteral("Release…")));
    }
    void enterOpensTheReleaseOfTheChosenHold()
    {
        QAbstractItemView *holds = shown();
        holds->setFocus();
        QTest::keyClick(holds, Qt::Key_Return);
        auto *sheet = m_page->findChild<QDialog *>();
        QVERIFY(sheet);
        QTRY_VERIFY(says(*sheet, QStringLiteral("1 recording(s) would go free")));
        QCOMPARE(m_server->routes.lastBody("POST /api/holds/release/preview").value(QLatin1String("holdIds")).toArray(),
                 QJsonArray{12});
    }
    void whatWaitsForASecondPersonIsCountedAndDecidedByAnother()
    {
        m_server->routes.tell("GET /api/hold-release-requests", "[" + requestBy("1") + "]");
        m_server->routes.tell("POST /api/hold-release-requests/3/approve", requestBy("1"));
        shown();
        QTRY_VERIFY(buttonSaying(*m_page, QStringLiteral("Waiting for two (1)")));
        QVERIFY(press(*m_page, QStringLiteral("Waiting for two")));
        QVERIFY(press(*m_page, QStringLiteral("Decide")));
        QTRY_VERIFY(m_page->findChild<QDialog *>());
        auto *sheet = m_page->findChild<QDialog *>();
        QTRY_VERIFY(says(*sheet, QStringLiteral("All of Dora Day")));
        QVERIFY(press(*sheet, QStringLiteral("Approve the release")));
        QTRY_COMPARE(m_server->routes.count("POST /api/hold-release-requests/3/approve"), 1);
    }
    void aHoldWhoseReleaseWaitsForASecondPersonSaysSo()
    {
        m_server->routes.tell("GET /api/hold-release-requests", "[" + requestBy("1") + "]");
        const QAbstractItemView *holds = shown();
        QTRY_VERIFY2(rowText(*holds, 0).contains(QStringLiteral("Release asked for")), qPrintable(rowText(*holds, 0)));
        QVERIFY2(!rowText(*holds, 1).contains(QStringLiteral("Release asked for")), qPrintable(rowText(*holds, 1)));
        QVERIFY(says(*m_page, QStringLiteral("Its release was asked for and waits for a second person.")));
    }
    void theReleaseOfAHoldThatIsStillBeingPlacedSaysThatItsNumbersAreNotAll()
    {
        m_server->routes.tell("GET /api/holds", "[" + holdOverSearch + "," + holdOverLead + "]");
        QAbstractItemView *holds = shown();
        holds->setFocus();
        QTest::keyClick(holds, Qt::Key_Return);
        auto *sheet = m_page->findChild<QDialog *>();
        QVERIFY(sheet);
        QVERIFY(says(*sheet, QStringLiteral("What is said below counts only what is marked so far")));
    }
    void onesOwnRequestCanOnlyBeTakenBack()
    {
        m_server->routes.tell("GET /api/hold-release-requests", "[" + requestBy("2") + "]");
        m_server->routes.tell("POST /api/hold-release-requests/3/withdraw", requestBy("2"));
        shown();
        QVERIFY(press(*m_page, QStringLiteral("Waiting for two")));
        QTRY_VERIFY(says(*m_page, QStringLiteral("You asked for its release")));
        QVERIFY(press(*m_page, QStringLiteral("Take back")));
        QTRY_VERIFY(m_page->findChild<QDialog *>());
        auto *sheet = m_page->findChild<QDialog *>();
        QVERIFY(!buttonSaying(*sheet, QStringLiteral("Approve")));
        QVERIFY(press(*sheet, QStringLiteral("Take it back")));
        QTRY_COMPARE(m_server->routes.count("POST /api/hold-release-requests/3/withdraw"), 1);
    }
    void aRequestSaysWhatItIsOverAndForWhichMatter()
    {
        m_server->routes.tell("GET /api/hold-release-requests", "[" + requestBy("9") + "]");
        shown();
        QVERIFY(press(*m_page, QStringLiteral("Waiting for two")));
        const QAbstractItemView *requests =
            viewCalled(*m_page, QStringLiteral("Releases that wait for a second person"));
        QTRY_VERIFY2(rowText(*requests, 0)
                         .contains(QStringLiteral("|All of Dora Day, also what comes later|Compliance hold|settled")),
                     qPrintable(rowText(*requests, 0)));
        QVERIFY(says(*m_page, QStringLiteral("Why: “complaint”.")));
    }
    void aHeldRecordingIsCalledByItsLeadItsCallAndItsAgent()
    {
        m_server->routes.tell("GET /api/holds", "[" + holdOverRecording + "]");
        m_server->routes.tell("GET /api/recordings/5", toText(recordingOf(5, {6})));
        m_page->show();
        const QAbstractItemView *holds = viewCalled(*m_page, QStringLiteral("Holds"));
        QTRY_VERIFY(holds->model()->rowCount() == 1);
        QTRY_VERIFY2(rowText(*holds, 0).contains(QStringLiteral("Recording: Dora, ")), qPrintable(rowText(*holds, 0)));
        QVERIFY(rowText(*holds, 0).contains(QStringLiteral(", Alice|")));
        QCOMPARE(m_server->routes.count("GET /api/recordings/5"), 1);
    }
    void aHeldRecordingThatIsGoneIsSaidToBe()
    {
        m_server->routes.tell("GET /api/holds", "[" + holdOverRecording + "]");
        m_page->show();
        const QAbstractItemView *holds = viewCalled(*m_page, QStringLiteral("Holds"));
        QTRY_VERIFY(holds->model()->rowCount() == 1);
        QTRY_VERIFY2(rowText(*holds, 0).contains(QStringLiteral("number 5, which is deleted")),
                     qPrintable(rowText(*holds, 0)));
    }
    void whatOthersDoWithHoldsShowsByItself()
    {
        QAbstractItemView *holds = shown();
        m_server->routes.tell("GET /api/holds", "[" + holdOverSearch + "]");
        m_server->routes.tell("GET /api/hold-release-requests", "[" + requestBy("9") + "]");
        FeedChange change;
        change.kind = FeedChange::Kind::Hold;
        change.id = 12;
        m_page->follow({change});
        QTRY_COMPARE(holds->model()->rowCount(), 1);
        QTRY_VERIFY(buttonSaying(*m_page, QStringLiteral("Waiting for two (1)")));
    }
    void whereNothingIsHeldItSaysSo()
    {
        m_server->routes.tell("GET /api/holds", "[]");
        m_page->show();
        QTRY_COMPARE(m_server->routes.count("GET /api/holds"), 1);
        QAbstractItemView *holds = viewCalled(*m_page, QStringLiteral("Holds"));
        QCOMPARE(holds->model()->rowCount(), 0);
        QVERIFY(!buttonSaying(*m_page, QStringLiteral("Release…"))->isEnabled());
    }
    void aServerThatIsAwayIsSaidAndItGoesOnLater()
    {
        QAbstractItemView *holds = shown();
        m_server->routes.goAway();
        m_page->refresh();
        QTRY_VERIFY(says(*m_page, QStringLiteral("can't be reached. What is shown is as of")));
        QCOMPARE(holds->model()->rowCount(), 2);
        m_server->routes.comeBack();
        m_page->goOn();
        QTRY_VERIFY(!says(*m_page, QStringLiteral("can't be reached")));
    }
    void everyControlHasAName()
    {
        shown();
        QCOMPARE(withoutName(*m_page), QStringList());
        QVERIFY(press(*m_page, QStringLiteral("Waiting for two")));
        QCOMPARE(withoutName(*m_page), QStringList());
    }

private:
    QAbstractItemView *shown()
    {
        m_page->show();
        QAbstractItemView *holds = viewCalled(*m_page, QStringLiteral("Holds"));
        if (!QTest::qWaitFor([&] { return holds->model()->rowCount() == 2; }))
            qFatal("the holds do not come");
        return holds;
    }

    static QByteArray toText(const Recording &recording)
    {
        return QJsonDocument(toJson(recording)).toJson(QJsonDocument::Compact);
    }

    std::unique_ptr<HeldServer> m_server;
    std::unique_ptr<HoldsPage> m_page;
};

QTEST_MAIN(tst_HoldsPage)
#include "tst_HoldsPage.moc"
