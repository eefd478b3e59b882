// SPDX-License-Identifier: GPL-3.0-or-later
#include "TestApi.h"

#include "records/Recordings.h"
#include "sqlite/Query.h"
#include "support/Tone.h"

using namespace Holdfast;
using namespace Holdfast::Testing;

class tst_SchoolRoutes : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void listsALeadsRecordingsAsThePagesWantThem();
    void givesTheDurationAsAClockDoes_data();
    void givesTheDurationAsAClockDoes();
    void theFileUrlPlaysInABrowser();
    void deletesWithTheCsrfToken();
    void refusesWithoutTheCsrfToken();
    void aCsrfTokenIsBoundToItsSignIn();
    void isNotForWhoMayNot();
    void endsWithTheSignIn();

private:
    struct Browser
    {
        QByteArray cookies;
        QByteArray csrf;
        QByteArray token;

        Fields fields() const { return {{"Cookie", cookies}}; }
        Fields withCsrf() const { return fields() + Fields{{"X-CSRFToken", csrf}}; }
    };
    Browser signIn(const QByteArray &username)
    {
        const Answer answer = m_api->logIn(username, everybodysPassword);
        Browser browser{{}, {}, answer.object().value(QLatin1String("token")).toString().toLatin1()};
        for (const auto &[name, value] : answer.fields) {
            if (name.compare("Set-Cookie", Qt::CaseInsensitive) != 0)
                continue;
            for (const QByteArray &line : value.split('\n')) {
                const QByteArray cookie = line.split(';').value(0);
                browser.cookies += (browser.cookies.isEmpty() ? "" : "; ") + cookie;
                if (cookie.startsWith("csrftoken="))
                    browser.csrf = cookie.mid(10);
            }
        }
        return browser;
    }
    Answer list(const Browser &browser, LeadId lead)
    {
        return m_api->call("GET", "/inquiries/api/lead/" + QByteArray::number(lead.value) + "/recordings/",
                           browser.fields());
    }
    Answer remove(const Fields &fields, const QByteArray &id = "1")
    {
        return m_api->call("POST", "/inquiries/api/recording/" + id + "/delete/", fields);
    }

    std::unique_ptr<TestServer> m_server;
    std::unique_ptr<TestApi> m_api;
    QByteArray m_file;
};

void tst_SchoolRoutes::init()
{
    m_api.reset();
    m_server = std::make_unique<TestServer>();
    m_server->start();
    m_api = std::make_unique<TestApi>(*m_server);
    m_file = toneWav(2, 440, 880);
    QCOMPARE(m_api->upload(m_api->tokenOf("alice"), m_server->aliceLead, m_file).id(), 1);
}

void tst_SchoolRoutes::listsALeadsRecordingsAsThePagesWantThem()
{
    const Answer answer = list(signIn("alice"), m_server->aliceLead);
    QCOMPARE(answer.status, 200);
    QCOMPARE(answer.object().keys(), QStringList{QStringLiteral("recordings")});
    const QJsonArray recordings = answer.object().value(QLatin1String("recordings")).toArray();
    QCOMPARE(recordings.size(), 1);
    const QJsonObject recording = recordings[0].toObject();
    QCOMPARE(recording.keys(),
             (QStringList{QStringLiteral("call_date"), QStringLiteral("can_delete"), QStringLiteral("duration"),
                          QStringLiteral("file_url"), QStringLiteral("id"), QStringLiteral("notes"),
                          QStringLiteral("uploaded_by")}));
    QCOMPARE(recording[QLatin1String("duration")].toString(), QStringLiteral("00:02"));
    QCOMPARE(recording[QLatin1String("uploaded_by")].toString(), QStringLiteral("Alice Agent"));
    QCOMPARE(recording[QLatin1String("can_delete")].toBool(true), false);
    const Browser sam = signIn("sam");
    const auto mayDelete = [&] {
        return list(sam, m_server->aliceLead)
            .object()[QLatin1String("recordings")][0][QLatin1String("can_delete")]
            .toBool();
    };
    QVERIFY(mayDelete());
    QCOMPARE(
        m_api
            ->call("PUT", "/api/recordings/1/compliance-hold", TestApi::bearer(sam.token), R"({"complianceHold":true})")
            .status,
        200);
    QVERIFY(!mayDelete());
}

void tst_SchoolRoutes::givesTheDurationAsAClockDoes_data()
{
    QTest::addColumn<QVariant>("ms");
    QTest::addColumn<QJsonValue>("text");
    QTest::newRow("nothing") << QVariant(0) << QJsonValue(QStringLiteral("00:00"));
    QTest::newRow("minutes") << QVariant(187'500) << QJsonValue(QStringLiteral("03:08"));
    QTest::newRow("nearly an hour") << QVariant(3'599'499) << QJsonValue(QStringLiteral("59:59"));
    QTest::newRow("an hour") << QVariant(3'599'500) << QJsonValue(QStringLiteral("01:00:00"));
    QTest::newRow("a hundred hours") << QVariant(360'001'000) << QJsonValue(QStringLiteral("100:00:01"));
    QTest::newRow("not known") << QVariant() << QJsonValue(QJsonValue::Null);
}

void tst_SchoolRoutes::givesTheDurationAsAClockDoes()
{
    QFETCH(QVariant, ms);
    QFETCH(QJsonValue, text);
    m_server->write([ms](Database &database) {
        Query query(database, "UPDATE recordings SET duration_ms = ?");
        return query.bind(ms.isNull() ? std::optional<qint64>() : std::optional(ms.toLongLong())).run();
    });
    const QJsonObject body = list(signIn("alice"), m_server->aliceLead).object();
    QCOMPARE(QJsonValue(body[QLatin1String("recordings")][0][QLatin1String("duration")]), text);
}

void tst_SchoolRoutes::theFileUrlPlaysInABrowser()
{
    const QJsonObject body = list(signIn("alice"), m_server->aliceLead).object();
    const QByteArray url = body[QLatin1String("recordings")][0][QLatin1String("file_url")].toString().toLatin1();
    const Answer played = m_api->call("GET", url, {{"Range", "bytes=0-99"}});
    QCOMPARE(played.status, 206);
    QCOMPARE(played.body, m_file.first(100));
}

void tst_SchoolRoutes::deletesWithTheCsrfToken()
{
    const Browser sam = signIn("sam");
    const Answer removed = remove(sam.withCsrf());
    QCOMPARE(removed.status, 200);
    QCOMPARE(removed.object(), (QJsonObject{{QStringLiteral("success"), true}}));
    QCOMPARE(m_api->get("/api/recordings/1", sam.token).status, 404);
    QCOMPARE(remove(sam.withCsrf()).status, 404);
}

void tst_SchoolRoutes::refusesWithoutTheCsrfToken()
{
    const Browser sam = signIn("sam");
    QCOMPARE(remove(sam.fields()).status, 403);
    QCOMPARE(remove(sam.fields() + Fields{{"X-CSRFToken", ""}}).status, 403);
    QCOMPARE(remove(sam.fields() + Fields{{"X-CSRFToken", QByteArray(sam.csrf).replace(0, 1, "x")}}).status, 403);
    QCOMPARE(remove(TestApi::bearer(sam.token)).status, 403);
    QCOMPARE(remove(TestApi::bearer(sam.token) + Fields{{"X-CSRFToken", sam.csrf}}).status, 200);
}

void tst_SchoolRoutes::aCsrfTokenIsBoundToItsSignIn()
{
    const Browser sam = signIn("sam");
    const Browser again = signIn("sam");
    QVERIFY(sam.csrf != again.csrf);
    QCOMPARE(remove(sam.fields() + Fields{{"X-CSRFToken", again.csrf}}).status, 403);
    QCOMPARE(m_api->get("/api/recordings/1", sam.token).status, 200);
}

void tst_SchoolRoutes::isNotForWhoMayNot()
{
    QCOMPARE(list(Browser{}, m_server->aliceLead).status, 401);
    QCOMPARE(remove({{"X-CSRFToken", signIn("sam").csrf}}).status, 401);
    const Browser alice = signIn("alice");
    QCOMPARE(remove(alice.withCsrf()).status, 403);
    QCOMPARE(list(signIn("bob"), m_server->aliceLead).status, 403);
    QCOMPARE(list(alice, LeadId{404}).status, 404);
    QCOMPARE(m_api->get("/api/recordings/1", alice.token).status, 200);
}

void tst_SchoolRoutes::endsWithTheSignIn()
{
    const Browser sam = signIn("sam");
    const Answer out = m_api->call("POST", "/api/auth/logout", TestApi::bearer(sam.token));
    QCOMPARE(out.status, 204);
    QVERIFY(out.field("Set-Cookie").contains("Max-Age=0"));
    QCOMPARE(list(sam, m_server->aliceLead).status, 401);
    QCOMPARE(remove(sam.withCsrf()).status, 401);
}

QTEST_GUILESS_MAIN(tst_SchoolRoutes)
#include "tst_SchoolRoutes.moc"
