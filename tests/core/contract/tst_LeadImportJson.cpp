// SPDX-License-Identifier: GPL-3.0-or-later
#include "contract/LeadImportJson.h"

#include <QJsonArray>
#include <QTest>

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
            remarks.add(i, QStringLiteral("x"));
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
        report.problems.add(4, QStringLiteral("There is no user carol."));
        report.notices.add(1, QStringLiteral("The column x is not read."));
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
