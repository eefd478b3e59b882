// SPDX-License-Identifier: GPL-3.0-or-later
#include "upkeep/WebhookTargets.h"

#include <QTest>

using namespace Holdfast;

class tst_WebhookTargets : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void allowsWhatIsListedAndNothingElse_data();
    void allowsWhatIsListedAndNothingElse();
    void refusesAddressesThatAreNotOfThePublicInternet_data();
    void refusesAddressesThatAreNotOfThePublicInternet();
    void allowsPublicAddresses();
    void namesWhatItDoesNotUnderstand_data();
    void namesWhatItDoesNotUnderstand();
};

void tst_WebhookTargets::allowsWhatIsListedAndNothingElse_data()
{
    QTest::addColumn<QString>("list");
    QTest::addColumn<QString>("url");
    QTest::addColumn<bool>("allowed");
    const auto row = [](const char *list, const char *url, bool allowed) {
        QTest::addRow("%s: %s", list, url) << QString::fromLatin1(list) << QString::fromLatin1(url) << allowed;
    };
    row("", "https://crm.example.com/", false);
    row("crm.example.com", "https://crm.example.com/hook", true);
    row("crm.example.com", "https://CRM.example.COM:8443/", true);
    row("crm.example.com", "http://crm.example.com/", false);
    row("crm.example.com", "https://a.crm.example.com/", false);
    row("crm.example.com", "https://crm.example.com.evil.example/", false);
    row("crm.example.com", "https://notcrm.example.com/", false);
    row(".example.com", "https://a.b.example.com/", true);
    row("*.example.com", "https://a.example.com/", true);
    row(".example.com", "https://example.com/", false);
    row(".example.com", "https://badexample.com/", false);
    row("http://crm.example.com", "http://crm.example.com/", true);
    row("http://crm.example.com", "https://crm.example.com/", true);
    row("other.example, http://crm.example.com", "http://other.example/", false);
    row("10.0.0.0/8", "https://10.1.2.3/", true);
    row("10.0.0.0/8", "https://11.1.2.3/", false);
    row("10.0.0.0/8", "http://10.1.2.3/", false);
    row("http://127.0.0.1", "http://127.0.0.1:8080/", true);
    row("http://127.0.0.1", "http://2130706433/", true); // the same in one number
    row("http://[::1]", "http://[::1]:8080/", true);
    row("::1", "https://[::1]/", true);
    row("crm.example.com", "https://8.8.8.8/", false);
    QTest::newRow("a name in letters of its own")
        << QStringLiteral("b\u00fccher.example") << QStringLiteral("https://b\u00fccher.example/") << true;
}

void tst_WebhookTargets::allowsWhatIsListedAndNothingElse()
{
    QFETCH(QString, list);
    QFETCH(QString, url);
    QFETCH(bool, allowed);
    const auto targets = WebhookTargets::parse(list);
    QVERIFY(targets);
    const Done checked = targets->check(QUrl(url));
    QCOMPARE(checked.has_value(), allowed);
    if (!allowed)
        QVERIFY(!checked.error().message.isEmpty());
}

void tst_WebhookTargets::refusesAddressesThatAreNotOfThePublicInternet_data()
{
    QTest::addColumn<QString>("address");
    for (const char *address : {"127.0.0.1",
                                "127.255.1.1",
                                "0.0.0.0",
                                "10.0.0.1",
                                "172.16.0.1",
                                "172.31.255.255",
                                "192.168.1.1",
                                "169.254.169.254",
                                "100.64.0.1",
                                "100.100.100.200",
                                "192.0.0.192",
                                "198.18.0.1",
                                "224.0.0.1",
                                "255.255.255.255",
                                "::",
                                "::1",
                                "fe80::1",
                                "fe80::1%lo",
                                "fc00::1",
                                "fd00:ec2::254",
                                "ff02::1",
                                "::ffff:127.0.0.1",
                                "::ffff:169.254.169.254",
                                "::ffff:a00:1",
                                "64:ff9b::7f00:1",
                                "2002:7f00:1::1",
                                "2001:db8::1",
                                "2001::1"})
        QTest::addRow("%s", address) << QString::fromLatin1(address);
}

void tst_WebhookTargets::refusesAddressesThatAreNotOfThePublicInternet()
{
    QFETCH(QString, address);
    const QHostAddress there(address);
    QVERIFY(!there.isNull());
    QVERIFY(!WebhookTargets::parse(QStringLiteral("crm.example.com"))->allowsAddress(there));
    if (!address.contains(u'%')) // unless the list names it
        QVERIFY(WebhookTargets::parse(address)->allowsAddress(there));
}

void tst_WebhookTargets::allowsPublicAddresses()
{
    const auto targets = WebhookTargets::parse(QStringLiteral("crm.example.com,10.1.0.0/16"));
    QVERIFY(targets->allowsAddress(QHostAddress(QStringLiteral("8.8.8.8"))));
    QVERIFY(targets->allowsAddress(QHostAddress(QStringLiteral("2606:4700::1111"))));
    QVERIFY(targets->allowsAddress(QHostAddress(QStringLiteral("10.1.9.9"))));
    QVERIFY(targets->allowsAddress(QHostAddress(QStringLiteral("::ffff:10.1.9.9"))));
    QVERIFY(!targets->allowsAddress(QHostAddress(QStringLiteral("10.2.9.9"))));
}

void tst_WebhookTargets::namesWhatItDoesNotUnderstand_data()
{
    QTest::addColumn<QString>("entry");
    for (const char *entry : {"10.0.0.0/99", "crm example", "https://", "crm.example/path", "ftp://x", "."})
        QTest::addRow("%s", entry) << QString::fromLatin1(entry);
}

void tst_WebhookTargets::namesWhatItDoesNotUnderstand()
{
    QFETCH(QString, entry);
    const auto targets = WebhookTargets::parse(QStringLiteral("crm.example.com, ") + entry);
    QVERIFY(!targets);
    QVERIFY(targets.error().message.contains(entry));
}

QTEST_APPLESS_MAIN(tst_WebhookTargets)
#include "tst_WebhookTargets.moc"
