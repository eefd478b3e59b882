// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/ServerPage.h"

#include "server/ConfirmSheet.h"
#include "server/SecretSheet.h"
#include "server/WebhookSheet.h"
#include "support/ScriptedRoutes.h"
#include "ui/AccessibleNames.h"
#include "ui/Pressing.h"
#include "ui/server/ServerAnswers.h"

#include <QApplication>
#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QLineEdit>
#include <QProgressBar>
#include <QTest>

using namespace Holdfast;
using namespace Holdfast::Testing;

class tst_ServerPage : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        QLocale::setDefault(QLocale::c());
        m_server = std::make_unique<ScriptedRoutes>();
        m_server->tell("GET /api/webhooks", twoWebhooks);
        m_server->tell("GET /api/webhooks/4/deliveries", twoDeliveries);
        m_server->tell("GET /api/webhooks/5/deliveries", "[]");
        m_server->tell("GET /api/keys", keysAnswer(0, false));
        m_api = std::make_unique<ApiClient>();
        m_api->setServer(m_server->url());
        m_api->setToken("T0KEN");
        m_page = std::make_unique<ServerPage>(*m_api, &QDateTime::currentDateTimeUtc);
        m_page->resize(936, 480);
    }
    void cleanup()
    {
        m_page.reset();
        m_api.reset();
        m_server.reset();
    }

    void asksNothingBeforeItIsShown()
    {
        m_page->refresh();
        m_page->goOn();
        QTest::qWait(0);
        QCOMPARE(m_server->count("GET /api/webhooks"), 0);
    }
    void listsTheWebhooksAndWhatWasAnsweredLast()
    {
        const QAbstractItemView *webhooks = shownWebhooks();
        QTRY_COMPARE(rowText(*webhooks, 0),
                     QStringLiteral("\u2066https://crm.example/hook\u2069|A recording was stored; A hold was set or "
                                    "lifted|On|Refused (503)"));
        QVERIFY(rowText(*webhooks, 1).endsWith(QStringLiteral("|Everything|Off|–")));
    }
    void theChosenOnesDeliveriesStandBelow()
    {
        QAbstractItemView *webhooks = shownWebhooks();
        const QAbstractItemView *deliveries = shownDeliveries();
        QVERIFY(
            rowText(*deliveries, 0).endsWith(QStringLiteral("|A hold was set or lifted|Given up|80|Refused (503)")));
        QVERIFY(rowText(*deliveries, 1).endsWith(QStringLiteral("|Delivered|1|Taken (204)")));
        QTRY_VERIFY(says(*m_page, QStringLiteral("It answered 503.")));
        webhooks->setFocus();
        QTest::keyClick(webhooks, Qt::Key_Down);
        QTRY_COMPARE(deliveries->model()->rowCount(), 0);
        QVERIFY(says(*m_page, QStringLiteral("what waits, waits")));
    }
    void deliveriesAreFilteredByTheirState()
    {
        shownWebhooks();
        shownDeliveries();
        auto *states = m_page->findChild<QComboBox *>();
        QTest::keyClick(states, Qt::Key_End);
        QTRY_COMPARE(m_server->lastQuery("GET /api/webhooks/4/deliveries").queryItemValue(QStringLiteral("state")),
                     QStringLiteral("parked"));
    }
    void oneIsSentAgain()
    {
        m_server->tell("POST /api/webhooks/4/deliveries/12/replay", parkedDelivery);
        shownWebhooks();
        shownDeliveries();
        QVERIFY(press(*m_page, QStringLiteral("Send again")));
        QTRY_COMPARE(m_server->count("POST /api/webhooks/4/deliveries/12/replay"), 1);
        QTRY_VERIFY(m_server->count("GET /api/webhooks/4/deliveries") > 2);
    }
    void aTestIsSentAndItsAnswerLookedFor()
    {
        m_server->tell("POST /api/webhooks/4/test", parkedDelivery, 202);
        shownWebhooks();
        shownDeliveries();
        const int before = m_server->count("GET /api/webhooks/4/deliveries");
        QVERIFY(press(*m_page, QStringLiteral("Send a test")));
        QTRY_COMPARE(m_server->count("POST /api/webhooks/4/test"), 1);
        QTRY_VERIFY(m_server->count("GET /api/webhooks/4/deliveries") > before);
    }
    void noTestIsSentToOneThatIsOff()
    {
        QAbstractItemView *webhooks = shownWebhooks();
        webhooks->setFocus();
        QTest::keyClick(webhooks, Qt::Key_Down);
        QTRY_VERIFY(!buttonSaying(*m_page, QStringLiteral("Send a test"))->isEnabled());
    }
    void aTestThatCannotBeSentIsSaid()
    {
        m_server->tell("POST /api/webhooks/4/test", R"({"message":"The webhook is switched off."})", 409);
        shownWebhooks();
        shownDeliveries();
        QVERIFY(press(*m_page, QStringLiteral("Send a test")));
        QTRY_VERIFY(says(*m_page, QStringLiteral("switched off.")));
    }
    void aNewOneShowsItsSecretOnce()
    {
        m_server->tell("POST /api/webhooks", newWebhook, 201);
        shownWebhooks();
        QVERIFY(press(*m_page, QStringLiteral("New webhook")));
        auto *sheet = m_page->findChild<WebhookSheet *>();
        QVERIFY(sheet && !buttonSaying(*sheet, QStringLiteral("Make"))->isEnabled());
        QCOMPARE(withoutName(*sheet), QStringList());
        auto *where = sheet->findChildren<QLineEdit *>().first();
        QTest::keyClicks(where, QStringLiteral("https://new.example/"));
        for (QCheckBox *tick : sheet->findChildren<QCheckBox *>())
            tick->setChecked(tick->text().contains(QStringLiteral("deleted")) || tick->text() == QStringLiteral("&On"));
        QTest::keyClick(where, Qt::Key_Return);
        SecretSheet *secret = nullptr;
        QTRY_VERIFY((secret = m_page->findChild<SecretSheet *>()));
        const QJsonObject sent = m_server->lastBody("POST /api/webhooks");
        QCOMPARE(sent.value(QLatin1String("events")).toArray(), QJsonArray{QStringLiteral("recording.deleted")});
        QVERIFY(sent.value(QLatin1String("on")).toBool());
        QVERIFY(!sent.contains(QLatin1String("secret")));
        QCOMPARE(secret->findChild<QLineEdit *>()->text(), QStringLiteral("DRAWN-SECRET-1234"));
        QTest::keyClick(secret, Qt::Key_Escape);
        QVERIFY(secret->isVisible()); // it would be gone
        QVERIFY(says(*secret, QStringLiteral("not shown again")));
        QVERIFY(press(*secret, QStringLiteral("Copy")));
        QCOMPARE(QApplication::clipboard()->text(), QStringLiteral("DRAWN-SECRET-1234"));
        QVERIFY(press(*secret, QStringLiteral("I have kept it")));
        QTRY_VERIFY(!m_page->findChild<SecretSheet *>());
    }
    void anAddressThatTheServerRefusesIsSaidAndTheSheetStays()
    {
        m_server->tell("PUT /api/webhooks/4", R"({"message":"url: webhooks may not go there"})", 400);
        QAbstractItemView *webhooks = shownWebhooks();
        QTest::keyClick(webhooks, Qt::Key_Return);
        auto *sheet = m_page->findChild<WebhookSheet *>();
        QVERIFY(sheet);
        QCOMPARE(sheet->findChildren<QLineEdit *>().first()->text(), QStringLiteral("https://crm.example/hook"));
        QVERIFY(press(*sheet, QStringLiteral("Change")));
        QTRY_VERIFY(says(*sheet, QStringLiteral("may not go there")));
        QVERIFY(sheet->isVisible());
    }
    void oneIsSwitchedOffAndKeepsTheRest()
    {
        m_server->tell("PUT /api/webhooks/4", QByteArray(newWebhook).replace(R"("id":6)", R"("id":4)"));
        shownWebhooks();
        QVERIFY(press(*m_page, QStringLiteral("Switch off")));
        QTRY_COMPARE(m_server->count("PUT /api/webhooks/4"), 1);
        const QJsonObject sent = m_server->lastBody("PUT /api/webhooks/4");
        QVERIFY(!sent.value(QLatin1String("on")).toBool(true));
        QCOMPARE(sent.value(QLatin1String("events")).toArray().size(), 2);
        QCOMPARE(sent.value(QLatin1String("url")).toString(), QStringLiteral("https://crm.example/hook"));
    }
    void oneIsDeletedOnlyOnceItWasReadWhatThatDoes()
    {
        m_server->tell("DELETE /api/webhooks/4", R"({"dropped":3})");
        shownWebhooks();
        QVERIFY(press(*m_page, QStringLiteral("Delete")));
        auto *sheet = m_page->findChild<QDialog *>();
        QVERIFY(sheet && says(*sheet, QStringLiteral("switch it off instead")));
        QCOMPARE(m_server->count("DELETE /api/webhooks/4"), 0);
        QVERIFY(press(*sheet, QStringLiteral("Delete")));
        QTRY_COMPARE(m_server->count("DELETE /api/webhooks/4"), 1);
        QTRY_VERIFY(!m_page->findChild<QDialog *>());
    }
    void listsTheKeysAndWhatEachIsNeededFor()
    {
        const QAbstractItemView *keys = shownKeys();
        QVERIFY2(rowText(*keys, 0).startsWith(QStringLiteral("\u2066kek-1\u2069|Old|")), qPrintable(rowText(*keys, 0)));
        QVERIFY(rowText(*keys, 0).endsWith(QStringLiteral("|Nothing")));
        QVERIFY2(rowText(*keys, 1).contains(QStringLiteral("|In use|")), qPrintable(rowText(*keys, 1)));
        QVERIFY(rowText(*keys, 1).contains(QStringLiteral("70 recording")));
        QVERIFY(says(*m_page, QStringLiteral("by ada")));
        QVERIFY(says(*m_page, QStringLiteral("Sign-ins are signed")));
    }
    void whatAKeyIsNeededForDecidesWhetherItCanBeRetired()
    {
        m_server->tell("POST /api/keys/kek-1/retire", R"({"message":"It is retired."})");
        QAbstractItemView *keys = shownKeys();
        QTRY_VERIFY(buttonSaying(*m_page, QStringLiteral("Retire"))->isEnabled());
        QTest::keyClick(keys, Qt::Key_Down);
        QTRY_VERIFY(!buttonSaying(*m_page, QStringLiteral("Retire"))->isEnabled()); // in use
        QTest::keyClick(keys, Qt::Key_Up);
        QVERIFY(press(*m_page, QStringLiteral("Retire")));
        auto *sheet = m_page->findChild<QDialog *>();
        QVERIFY(sheet && says(*sheet, QStringLiteral("for good")));
        QVERIFY(press(*sheet, QStringLiteral("Retire")));
        QTRY_COMPARE(m_server->count("POST /api/keys/kek-1/retire"), 1);
    }
    void aNewKeyIsAskedForFirstAndItsProgressIsShown()
    {
        m_server->tell("POST /api/keys/rotate", keysAnswer(30, true), 202);
        shownKeys();
        m_server->tell("GET /api/keys", keysAnswer(30, true));
        QVERIFY(press(*m_page, QStringLiteral("New key…")));
        auto *sheet = m_page->findChild<QDialog *>();
        QVERIFY(sheet && says(*sheet, QStringLiteral("Back up")));
        QCOMPARE(m_server->count("POST /api/keys/rotate"), 0);
        QVERIFY(press(*sheet, QStringLiteral("Begin")));
        QTRY_VERIFY(says(*m_page, QStringLiteral("70 done, 30 left")));
        QCOMPARE(m_page->findChild<QProgressBar *>()->value(), 700);
        QVERIFY(!buttonSaying(*m_page, QStringLiteral("New key…"))->isEnabled());
        m_server->tell("GET /api/keys", keysAnswer(0, false));
        QTRY_VERIFY(says(*m_page, QStringLiteral("took over 70"))); // it looks by itself
    }
    void aNewKeyForTheSignInsEndsThemOnlyWhereThatIsTicked()
    {
        m_server->tell("POST /api/keys/tokens/rotate", R"({"message":"Tokens are signed with a new key."})");
        shownKeys();
        for (const bool everybody : {false, true}) {
            QVERIFY(press(*m_page, QStringLiteral("New key for the sign-ins")));
            auto *sheet = m_page->findChild<ConfirmSheet *>();
            QVERIFY(sheet);
            sheet->findChild<QCheckBox *>()->setChecked(everybody);
            QVERIFY(press(*sheet, QStringLiteral("Make a new key")));
            QTRY_VERIFY(!m_page->findChild<ConfirmSheet *>());
            QCOMPARE(m_server->lastBody("POST /api/keys/tokens/rotate").value(QLatin1String("endSessions")).toBool(),
                     everybody);
        }
    }
    void theKeyOfTheAuditLogIsShownWhereTheServerTellsOfIt()
    {
        shownKeys();
        QVERIFY(!says(*m_page, QStringLiteral("Key of the audit log")));
        m_server->tell("GET /api/keys", QByteArray(keysAnswer(0, false)).replace(R"("tokenKeys")", checkpointKeys));
        m_server->tell("POST /api/keys/checkpoint/rotate", R"({"message":"Done."})");
        m_page->refresh();
        QTRY_VERIFY(says(*m_page, QStringLiteral("does not have the key that signs")));
        QVERIFY(press(*m_page, QStringLiteral("New key for the audit log")));
        auto *sheet = m_page->findChild<ConfirmSheet *>();
        QVERIFY(sheet);
        QTest::mouseClick(sheet->findChild<QCheckBox *>(), Qt::LeftButton, {}, QPoint(8, 8));
        QVERIFY(press(*sheet, QStringLiteral("Make a new key")));
        QTRY_COMPARE(m_server->count("POST /api/keys/checkpoint/rotate"), 1);
        QVERIFY(m_server->lastBody("POST /api/keys/checkpoint/rotate").value(QLatin1String("lost")).toBool());
    }
    void whereTheServerCantBeReachedThatIsSaidAndItGoesOnByItself()
    {
        shownWebhooks();
        m_server->goAway();
        m_page->refresh();
        QTRY_VERIFY(says(*m_page, QStringLiteral("can't be reached")));
        m_server->comeBack();
        // Of two questions the one may still be failing when the other has failed.
        QTRY_VERIFY((m_page->goOn(), !says(*m_page, QStringLiteral("can't be reached"))));
    }
    void everyControlHasAName()
    {
        shownWebhooks();
        QCOMPARE(withoutName(*m_page), QStringList());
        shownKeys();
        QCOMPARE(withoutName(*m_page), QStringList());
    }

private:
    QAbstractItemView *shownWebhooks()
    {
        m_page->show();
        QAbstractItemView *webhooks = viewCalled(*m_page, QStringLiteral("Webhooks"));
        if (!QTest::qWaitFor([&] { return webhooks->model()->rowCount() == 2; }))
            qFatal("the webhooks did not come");
        return webhooks;
    }
    QAbstractItemView *shownDeliveries()
    {
        QAbstractItemView *deliveries = viewCalled(*m_page, QStringLiteral("Deliveries of the chosen webhook"));
        if (!QTest::qWaitFor([&] { return deliveries->model()->rowCount() == 2; }))
            qFatal("the deliveries did not come");
        return deliveries;
    }
    QAbstractItemView *shownKeys()
    {
        m_page->show();
        press(*m_page, QStringLiteral("Keys"));
        QAbstractItemView *keys = viewCalled(*m_page, QStringLiteral("Keys of the recordings"));
        if (!QTest::qWaitFor([&] { return keys->model()->rowCount() == 2; }))
            qFatal("the keys did not come");
        return keys;
    }

    std::unique_ptr<ScriptedRoutes> m_server;
    std::unique_ptr<ApiClient> m_api;
    std::unique_ptr<ServerPage> m_page;
};

QTEST_MAIN(tst_ServerPage)
#include "tst_ServerPage.moc"
