// SPDX-License-Identifier: GPL-3.0-or-later
#include "phone/PhoneNumber.h"

#include <QTest>

using namespace Holdfast;

class tst_PhoneNumber : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void oneLineIsKnownInAnyNotation_data()
    {
        QTest::addColumn<QString>("a");
        QTest::addColumn<QString>("b");
        QTest::addColumn<QString>("region");
        QTest::addColumn<bool>("same");
        const auto row = [](const char *what, const char *a, const char *b, const char *region, bool same) {
            QTest::newRow(what) << QString::fromUtf8(a) << QString::fromUtf8(b) << QString::fromLatin1(region) << same;
        };
        row("international with signs", "+49 (30) 123 456", "+4930123456", "", true);
        row("national, its country known", "030 123456", "+49 30 123456", "DE", true);
        row("national, no country known", "030123456", "+49 30 123456", "", true);
        row("national of another country", "030 123456", "+49 30 123456", "GB", false);
        row("with 00", "004930123456", "+4930123456", "DE", true);
        row("with 011", "011 49 30 123456", "+4930123456", "US", true);
        row("brackets and dots", "(555) 010.4477", "+1 555 010 4477", "US", true);
        row("a zero of the trunk", "+44 (0)20 7946 0138", "020 7946 0138", "GB", true);
        row("small letters of a region", "030 123456", "+49 30 123456", "de", true);
        row("digits of another script", "\xd9\xa0\xd9\xa3\xd9\xa0 123456", "+4930123456", "DE", true);
        row("one digit else", "+4930123457", "+4930123456", "DE", false);
        row("another country", "+4930123456", "+4330123456", "DE", false);
        row("a shorter one", "123456", "+4930123456", "DE", false);
        row("another extension", "+4930123456 ext. 7", "+4930123456 ext. 8", "DE", false);
        row("nothing", "", "", "DE", false);
        row("no number", "anonymous", "anonymous", "DE", false);
        row("no region of this world", "030 123456", "+49 30 123456", "QQ", true);
    }
    void oneLineIsKnownInAnyNotation()
    {
        QFETCH(QString, a);
        QFETCH(QString, b);
        QFETCH(QString, region);
        QTEST(isSameNumber(a, b, region), "same");
        QTEST(isSameNumber(b, a, region), "same");
    }
    void theTailIsTheSameInEachNotation()
    {
        for (const char *text : {"+49 30 123456", "030 123456", "0049 (0)30-12.34.56", "+49 30 123456 ext. 99",
                                 "+49 30 123456;ext=99", "tel:+4930123456"})
            QCOMPARE(phoneTail(QString::fromLatin1(text)), QStringLiteral("0123456"));
        QCOMPARE(phoneTail(QStringLiteral("112")), QStringLiteral("112"));
        for (const char *text : {"", "12", "anonymous", "x"})
            QCOMPARE(phoneTail(QString::fromLatin1(text)), QString());
    }
};

QTEST_APPLESS_MAIN(tst_PhoneNumber)
#include "tst_PhoneNumber.moc"
