// SPDX-License-Identifier: GPL-3.0-or-later
#include "contract/LeadImportJson.h"

#include <QJsonArray>
#include <QTest>
#include <QTranslator>

using namespace Holdfast;

class tst_LeadImportJson : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void comesBackAsItWas()
    {
        const LeadImportReport report = sample();
        const Result<LeadImportReport> back = leadImportReportFromJson(toJson(report));
        QVERIFY2(back, back ? "" : qPrintable(back.error().message));
        QVERIFY(*back == report);
    }
    void keepsSomeRemarksAndCountsAll()
    {
        LeadImportReport::Remarks remarks;
        for (int i = 1; i <= 250; ++i)
            remarks.add(i, LeadRemark::NoName);
        QCOMPARE(remarks.count, 250);
        QCOMPARE(remarks.first.size(), LeadImportReport::Remarks::most);
    }
    void namesWhatIsWrong_data()
    {
        QTest::addColumn<QString>("field");
        for (const char *field : {"preview", "created", "changed", "alreadyThere", "repeated", "problemCount",
                                  "problems", "noticeCount", "notices", "rows", "encoding", "separator"})
            QTest::newRow(field) << QString::fromLatin1(field);
    }
    void namesWhatIsWrong()
    {
        QFETCH(QString, field);
        QJsonObject json = toJson(sample());
        json.remove(field);
        const Result<LeadImportReport> back = leadImportReportFromJson(json);
        QVERIFY(!back);
        QVERIFY2(back.error().message.contains(field), qPrintable(back.error().message));
    }
    void readsARemarkWithoutACodeAndOneOfALaterServerByItsMessage()
    {
        QJsonObject json = toJson(sample());
        json.insert(
            QStringLiteral("problems"),
            QJsonArray{QJsonObject{{QStringLiteral("line"), 4}, {QStringLiteral("message"), QStringLiteral("Old.")}},
                       QJsonObject{{QStringLiteral("line"), 5},
                                   {QStringLiteral("message"), QStringLiteral("New.")},
                                   {QStringLiteral("code"), QStringLiteral("unheardOf")}}});
        const Result<LeadImportReport> back = leadImportReportFromJson(json);
        QVERIFY(back);
        QCOMPARE(back->problems.first.at(0).message, QStringLiteral("Old."));
        QCOMPARE(back->problems.first.at(1).message, QStringLiteral("New."));
        QVERIFY(!back->problems.first.at(1).what);
    }
    void saysARemarkInTheLanguageOfWhoReadsIt()
    {
        class InOtherWords : public QTranslator
        {
        public:
            bool isEmpty() const override { return false; }
            QString translate(const char *, const char *source, const char *, int) const override
            {
                return QByteArray(source) == "There is no user %1." ? QStringLiteral("Wer ist %1?") : QString();
            }
        };
        const QJsonObject json = toJson(sample());
        InOtherWords words;
        QVERIFY(QCoreApplication::installTranslator(&words));
        const Result<LeadImportReport> back = leadImportReportFromJson(json);
        QCOMPARE(back->problems.first.constFirst().message, QStringLiteral("Wer ist carol?"));
    }
    void refusesAFateThatIsNone()
    {
        QJsonObject json = toJson(sample());
        QJsonArray rows = json[QLatin1String("rows")].toArray();
        QJsonObject row = rows.first().toObject();
        row.insert(QStringLiteral("fate"), QStringLiteral("lost"));
        rows.replace(0, row);
        json.insert(QStringLiteral("rows"), rows);
        QVERIFY(!leadImportReportFromJson(json));
    }

private:
    static LeadImportReport sample()
    {
        LeadImportReport report;
        report.isPreview = true;
        report.created = 3;
        report.changed = 2;
        report.alreadyThere = 5;
        report.repeated = 1;
        report.problems.add(4, LeadRemark::UnknownUser, {QStringLiteral("carol")});
        report.notices.add(1, LeadRemark::UnreadColumn, {QStringLiteral("x")});
        report.rows = {{2,
                        QStringLiteral("Zoë"),
                        QStringLiteral("+49 30 1"),
                        QStringLiteral("Spring"),
                        {QStringLiteral("alice")},
                        LeadFate::Changed,
                        QStringLiteral("Autumn"),
                        QStringList()},
                       {4, QStringLiteral("B"), {}, {}, {QStringLiteral("carol")}, LeadFate::Refused, {}, {}}};
        report.encoding = QStringLiteral("Windows-1252");
        report.separator = QStringLiteral(";");
        return report;
    }
};

QTEST_GUILESS_MAIN(tst_LeadImportJson)
#include "tst_LeadImportJson.moc"
