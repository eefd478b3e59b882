// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/FilterText.h"

#include <QTest>

using namespace Holdfast;
using std::chrono::seconds;

class tst_FilterText : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void readsADayAsPeopleWriteIt_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("language");
        QTest::addColumn<QDate>("day");
        const QDate day(2026, 11, 20);
        QTest::newRow("iso") << QStringLiteral("2026-11-20") << QStringLiteral("en_GB") << day;
        QTest::newRow("space around it") << QStringLiteral(" 2026-11-20 ") << QStringLiteral("de_DE") << day;
        QTest::newRow("German, short") << QStringLiteral("20.11.26") << QStringLiteral("de_DE") << day;
        QTest::newRow("German, whole year") << QStringLiteral("20.11.2026") << QStringLiteral("de_DE") << day;
        QTest::newRow("English") << QStringLiteral("20/11/2026") << QStringLiteral("en_GB") << day;
        QTest::newRow("American") << QStringLiteral("11/20/26") << QStringLiteral("en_US") << day;
    }
    void readsADayAsPeopleWriteIt()
    {
        QFETCH(QString, text);
        QFETCH(QString, language);
        QFETCH(QDate, day);
        const auto read = dayFromText(text, QLocale(language));
        QVERIFY2(read, qPrintable(read ? QString() : read.error().message));
        QCOMPARE(*read, std::optional(day));
    }
    void nothingTypedAsksForNothing()
    {
        QCOMPARE(*dayFromText(QStringLiteral("  "), QLocale::c()), std::optional<QDate>());
        QCOMPARE(*lengthFromText(QString()), std::optional<seconds>());
    }
    void whatIsNoDayIsSaidWithHowToWriteOne()
    {
        const auto read = dayFromText(QStringLiteral("31.02.2026"), QLocale(QStringLiteral("de_DE")));
        QVERIFY(!read);
        QCOMPARE(read.error().kind, FailureKind::Malformed);
        QVERIFY(read.error().message.contains(QStringLiteral("31.02.2026")));
        QVERIFY(read.error().message.contains(QStringLiteral("2026-11-20")));
    }
    void readsALengthAsTheTableShowsIt()
    {
        QCOMPARE(*lengthFromText(QStringLiteral("3:07")), std::optional(seconds(187)));
        QCOMPARE(*lengthFromText(QStringLiteral("1:02:09")), std::optional(seconds(3729)));
        QCOMPARE(*lengthFromText(QStringLiteral("0:30")), std::optional(seconds(30)));
        QCOMPARE(*lengthFromText(QStringLiteral("90")), std::optional(seconds(5400)));
    }
    void whatIsNoLengthIsSaid()
    {
        for (const char *text : {"3:7", "3:60", "-3", "three", "3:07:", "999999999999"}) {
            const auto read = lengthFromText(QString::fromLatin1(text));
            QVERIFY2(!read, text);
            QVERIFY(read.error().message.contains(QLatin1String(text)));
        }
    }
};

QTEST_MAIN(tst_FilterText)
#include "tst_FilterText.moc"
