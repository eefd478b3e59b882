// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/NamePattern.h"

#include <QTest>

using namespace Holdfast;

class tst_NamePattern : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void readsWhatANameTells_data()
    {
        QTest::addColumn<QString>("pattern");
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("callDate");
        QTest::addColumn<QString>("phone");
        QTest::addColumn<QString>("leadName");
        QTest::addColumn<qint64>("lead");
        const auto row = [](const char *what, const char *pattern, const char *name, const char *date,
                            const char *phone, const char *leadName = "", qint64 lead = 0) {
            QTest::newRow(what) << QString::fromUtf8(pattern) << QString::fromUtf8(name) << QString::fromLatin1(date)
                                << QString::fromLatin1(phone) << QString::fromUtf8(leadName) << lead;
        };
        row("day, time and number", "{yyyy}-{MM}-{dd}_{HH}{mm}_{phone}", "2026-11-20_1432_+4930123456.wav",
            "2026-11-20T14:32:00Z", "+4930123456");
        row("a day alone is its first moment", "{dd}.{MM}.{yyyy} {phone}", "20.11.2026 030 123456.mp3",
            "2026-11-20T00:00:00Z", "030 123456");
        row("seconds since 1970", "{epoch}.{phone}", "1768487400.5550142.ogg", "2026-01-15T14:30:00Z", "5550142");
        row("a number with brackets", "{phone}_*", "+1 (555) 014.2222_x.wav", "", "+1 (555) 014.2222");
        row("a lead's number", "lead{lead}-*", "LEAD42-anything.wav", "", "", "", 42);
        row("a lead's name", "{name} - {yyyy}{MM}{dd}", "Jürgen  Weiß - 20260115.wav", "2026-01-15T00:00:00Z", "",
            "Jürgen Weiß");
        row("a star is nothing, too", "call*{phone}", "call5550142.wav", "", "5550142");
        row("no ending", "{phone}-{lead}", "5550142-7", "", "5550142", "", 7);
        row("signs stand for themselves", "a+b(c).{lead}", "a+b(c).9.wav", "", "", "", 9);
    }
    void readsWhatANameTells()
    {
        QFETCH(QString, pattern);
        QFETCH(QString, name);
        QFETCH(QString, callDate);
        QFETCH(QString, phone);
        QFETCH(QString, leadName);
        QFETCH(qint64, lead);
        const Result<NamePattern> parsed = NamePattern::parse(pattern);
        QVERIFY2(parsed, qPrintable(parsed ? QString() : parsed.error().message));
        const std::optional<NamedCall> call = parsed->match(name, QTimeZone::utc());
        QVERIFY(call);
        QCOMPARE(call->callDate ? call->callDate->toString(Qt::ISODate) : QString(), callDate);
        QCOMPARE(call->phone, phone);
        QCOMPARE(call->leadName, leadName);
        QCOMPARE(call->leadId.value_or(LeadId{0}).value, lead);
    }
    void aTimeIsInItsZone()
    {
        const auto pattern = NamePattern::parse(QStringLiteral("{yyyy}{MM}{dd}{HH}{mm}"));
        const auto call = pattern->match(QStringLiteral("202607010900.wav"), QTimeZone("Europe/Berlin"));
        QCOMPARE(call->callDate->toString(Qt::ISODate), QStringLiteral("2026-07-01T07:00:00Z"));
    }
    void aNameThatDoesNotFitTellsNothing_data()
    {
        QTest::addColumn<QString>("pattern");
        QTest::addColumn<QString>("name");
        const auto row = [](const char *what, const char *pattern, const char *name) {
            QTest::newRow(what) << QString::fromLatin1(pattern) << QString::fromLatin1(name);
        };
        row("another form", "{yyyy}-{MM}-{dd}_{phone}", "recording 17.wav");
        row("more behind", "{phone}", "5550142-b.wav");
        row("no such month", "{yyyy}{MM}{dd}", "20261301.wav");
        row("no such day", "{yyyy}{MM}{dd}", "20260230.wav");
        row("no such hour", "{yyyy}{MM}{dd}{HH}", "2026011525.wav");
        row("nothing", "{name}", "");
        row("digits of another script", "{lead}", "\xd9\xa1\xd9\xa2.wav");
    }
    void aNameThatDoesNotFitTellsNothing()
    {
        QFETCH(QString, pattern);
        QFETCH(QString, name);
        QVERIFY(!NamePattern::parse(pattern)->match(name, QTimeZone::utc()));
    }
    void saysWhatIsWrongWithAPattern_data()
    {
        QTest::addColumn<QString>("pattern");
        QTest::addColumn<QString>("says");
        const auto row = [](const char *what, const QString &pattern, const char *says) {
            QTest::newRow(what) << pattern << QString::fromLatin1(says);
        };
        row("empty", QStringLiteral("  "), "empty");
        row("long", QStringLiteral("{lead}") + QString(300, u'a'), "200");
        row("no field", QStringLiteral("call*"), "{phone}");
        row("a field that is none", QStringLiteral("{fone}"), "{fone}");
        row("a bracket that stays open", QStringLiteral("a{phone"), "{phone");
        row("a field twice", QStringLiteral("{lead}-{lead}"), "twice");
        row("two fields without an end", QStringLiteral("{phone}{lead}"), "{lead} begins");
        row("half a day", QStringLiteral("{yyyy}{MM}"), "{dd}");
        row("minutes alone", QStringLiteral("{yyyy}{MM}{dd}{mm}"), "hour");
        row("a time without a day", QStringLiteral("{HH}{mm}"), "day");
        row("two times", QStringLiteral("{epoch}-{yyyy}{MM}{dd}"), "{epoch}");
    }
    void saysWhatIsWrongWithAPattern()
    {
        QFETCH(QString, pattern);
        QFETCH(QString, says);
        const Result<NamePattern> parsed = NamePattern::parse(pattern);
        QVERIFY(!parsed);
        QCOMPARE(parsed.error().kind, FailureKind::Malformed);
        QVERIFY2(parsed.error().message.contains(says), qPrintable(parsed.error().message));
    }
    void theCommonOnesCanBeReadAndTellTheNumber_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("phone");
        const auto row = [](const char *name, const char *phone) {
            QTest::newRow(name) << QString::fromLatin1(name) << QString::fromLatin1(phone);
        };
        row("2026-11-20_1432_+4930123456.wav", "+4930123456");
        row("out-4930123456-201-20260115-143000-1768487400.12.wav", "4930123456");
        row("external-201-4930123456-20260115-143000-1768487400.12.wav", "4930123456");
        row("q-600-4930123456-20260115-143000-1768487400.12.wav", "4930123456");
        row("20260115-143000_5550142222_agent1-all.mp3", "5550142222");
        row("20260115-143000-+4930123456-outgoing.mp3", "+4930123456");
        row("[Alice Penrose]_201-4930123456_20260115143000(17).wav", "4930123456");
    }
    void theCommonOnesCanBeReadAndTellTheNumber()
    {
        QFETCH(QString, name);
        QFETCH(QString, phone);
        std::optional<NamedCall> call;
        for (const QString &text : commonNamePatterns()) {
            const auto pattern = NamePattern::parse(text);
            QVERIFY2(pattern, qPrintable(text));
            if (!call)
                call = pattern->match(name, QTimeZone::utc());
        }
        QVERIFY(call);
        QCOMPARE(call->phone, phone);
        QVERIFY(call->callDate);
    }
    void aPatternOfManyStarsEnds()
    {
        const auto pattern = NamePattern::parse(QString(QStringLiteral("*a")).repeated(60) + QStringLiteral("{lead}"));
        QVERIFY(pattern);
        QVERIFY(!pattern->match(QString(250, u'a'), QTimeZone::utc()));
    }
};

QTEST_APPLESS_MAIN(tst_NamePattern)
#include "tst_NamePattern.moc"
