// SPDX-License-Identifier: GPL-3.0-or-later
#include "TestApi.h"

#include "support/Tone.h"

using namespace Holdfast;
using namespace Holdfast::Testing;

class tst_MetricsRoutes : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void countsWhatIsStoredAndWhatWasAnswered()
    {
        TestServer server;
        server.options.quotaBytes = 1'000'000;
        server.start();
        TestApi api(server);
        const QByteArray file = toneWav(0.2, 440, 880);
        QCOMPARE(api.upload(api.tokenOf("alice"), server.aliceLead, file).id(), 1);
        QCOMPARE(api.call("GET", "/nowhere").status, 404);
        QCOMPARE(api.call("GET", "/api/recordings").status, 401);
        QCOMPARE(api.call("GET", "/api/recordings").status, 401);
        const Answer answer = api.call("GET", "/metrics");
        QCOMPARE(answer.status, 200);
        QVERIFY(answer.field("Content-Type").startsWith("text/plain; version=0.0.4"));
        const QByteArrayList lines = answer.body.split('\n');
        QVERIFY(lines.contains("holdfast_recordings 1"));
        QVERIFY(lines.contains("holdfast_recording_bytes " + QByteArray::number(file.size())));
        QVERIFY(lines.contains("holdfast_quota_bytes 1000000"));
        QVERIFY(lines.contains("holdfast_http_replies_total{code=\"201\"} 1"));
        QVERIFY(lines.contains("holdfast_http_replies_total{code=\"401\"} 2"));
        QVERIFY(lines.contains("holdfast_http_replies_total{code=\"404\"} 1"));
        QVERIFY(lines.contains("# TYPE holdfast_http_connections gauge"));
        QVERIFY(lines.contains("holdfast_webhook_deliveries_waiting 0"));
        QVERIFY(lines.contains("holdfast_webhook_deliveries_parked 0"));
        QVERIFY(lines.contains("holdfast_webhook_taken_total 0"));
        QVERIFY(lines.contains("holdfast_webhook_failed_total 0"));
        QVERIFY(!answer.body.contains("alice"));
        for (const QByteArray &line : lines) // each figure is a name, perhaps labels, and a number
            QVERIFY2(line.isEmpty() || line.startsWith('#') || line.split(' ').size() == 2, line.constData());
    }
};

QTEST_GUILESS_MAIN(tst_MetricsRoutes)
#include "tst_MetricsRoutes.moc"
