// SPDX-License-Identifier: GPL-3.0-or-later
#include "upkeep/WebhookSignature.h"

#include <QTest>

using namespace Holdfast;

class tst_WebhookSignature : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isWhatOthersCompute();
    void isOfTheTimeToo();
};

/// By Python's hmac and hashlib.
void tst_WebhookSignature::isWhatOthersCompute()
{
    QCOMPARE(webhookSignature("a secret of the tests", "1768487400", R"({"event":"recording.completed"})"),
             QByteArray("v1=8d7d9142e5021d043cbf1b7c7b0a67a92e3e08d34ecf02cd1f13c829b66420de"));
}

void tst_WebhookSignature::isOfTheTimeToo()
{
    QVERIFY(webhookSignature("secret", "1", "body") != webhookSignature("secret", "2", "body"));
    QVERIFY(webhookSignature("secret", "1", "body") != webhookSignature("other", "1", "body"));
}

QTEST_APPLESS_MAIN(tst_WebhookSignature)
#include "tst_WebhookSignature.moc"
