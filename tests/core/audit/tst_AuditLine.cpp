// SPDX-License-Identifier: GPL-3.0-or-later
#include "audit/AuditLine.h"

#include <QJsonDocument>
#include <QTest>

using namespace Holdfast;

namespace {

AuditEntry download()
{
    AuditEntry entry;
    entry.id = 17;
    entry.at = QDateTime::fromMSecsSinceEpoch(1'768'487'400'000, Qt::UTC);
    entry.userId = {3};
    entry.username = QStringLiteral("alice");
    entry.role = Role::Agent;
    entry.action = QStringLiteral("download");
    entry.recordingId = {7};
    entry.leadId = {2};
    entry.address = QStringLiteral("192.0.2.1");
    entry.detail = {{QStringLiteral("before"), false}, {QStringLiteral("after"), QJsonObject{}}};
    return entry;
}

} // namespace

class tst_AuditLine : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void isWrittenAsItsHeaderSays()
    {
        QCOMPARE(auditLine(AuditRow::of(download())),
                 QByteArray(R"({"id":17,"at":"2026-01-15T14:30:00.000Z","userId":3,"username":"alice","role":"agent",)"
                            R"("action":"download","recordingId":7,"leadId":2,"outcome":"allowed",)"
                            R"("address":"192.0.2.1","detail":{"after":{},"before":false}})"));
    }
    void saysNullForNobodyAndNothing()
    {
        AuditEntry nobody;
        nobody.id = 1;
        nobody.at = QDateTime::fromMSecsSinceEpoch(1, Qt::UTC);
        nobody.outcome = AuditOutcome::Refused;
        QCOMPARE(auditLine(AuditRow::of(nobody)),
                 QByteArray(R"({"id":1,"at":"1970-01-01T00:00:00.001Z","userId":null,"username":"","role":null,)"
                            R"("action":"","recordingId":null,"leadId":null,"outcome":"refused","address":"",)"
                            R"("detail":{}})"));
    }
    void isOneLineOfJsonWhateverATextHolds()
    {
        AuditEntry entry = download();
        QString every;
        for (char16_t c = 0; c < 0x250; ++c)
            every += QChar(c);
        entry.username = every + QStringLiteral("\U0001F600");
        const QByteArray line = auditLine(AuditRow::of(entry));
        QVERIFY(!line.contains('\n') && !line.contains('\0'));
        const QJsonDocument read = QJsonDocument::fromJson(line);
        QCOMPARE(read[QLatin1String("username")].toString(), entry.username);
    }
    void writesEveryTimeAsQtDoes_data()
    {
        QTest::addColumn<qint64>("at");
        for (const qint64 at : {0LL, -1LL, 951'782'400'001LL, 253'402'300'799'999LL, 4'102'444'799'999LL,
                                -62'135'596'800'000LL, -62'135'596'800'001LL + 1})
            QTest::addRow("%lld", static_cast<long long>(at)) << qint64(at);
    }
    void writesEveryTimeAsQtDoes()
    {
        QFETCH(qint64, at);
        AuditRow row;
        row.at = at;
        const QString text = QDateTime::fromMSecsSinceEpoch(at, Qt::UTC).toString(Qt::ISODateWithMs);
        QVERIFY2(auditLine(row).contains("\"at\":\"" + text.toLatin1() + "\""), auditLine(row).constData());
    }
    void tellsApartTimesThatAreNone()
    {
        AuditRow row;
        row.at = std::numeric_limits<qint64>::max();
        QVERIFY(auditLine(row).contains("\"at\":9223372036854775807,"));
        row.at = -62'135'596'800'001; // in the year 0, which calendars leave out
        QVERIFY2(auditLine(row).contains("\"at\":\"0000-12-31T23:59:59.999Z\","), auditLine(row).constData());
    }
    void isALineOfCsv()
    {
        QCOMPARE(auditCsvLine(AuditRow::of(download())),
                 QByteArray("17,2026-01-15T14:30:00.000Z,3,\"alice\",\"agent\",\"download\",7,2,\"allowed\","
                            "\"192.0.2.1\",\"{\"\"after\"\":{},\"\"before\"\":false}\"\r\n"));
        QCOMPARE(auditCsvHeader().count(','), 10);
    }
    void noCellOfCsvIsAFormula_data()
    {
        QTest::addColumn<QString>("text");
        for (const char *text : {"=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "=cmd|' /C calc'!A0"})
            QTest::newRow(text) << QString::fromLatin1(text);
    }
    void noCellOfCsvIsAFormula()
    {
        QFETCH(QString, text);
        AuditRow row;
        row.username = text;
        QVERIFY(auditCsvLine(row).contains(",\"'" + text.toUtf8()));
    }
    void everyFieldIsPartOfIt()
    {
        const QByteArray line = auditLine(AuditRow::of(download()));
        const QList<std::function<void(AuditRow &)>> changes{
            [](AuditRow &row) { ++row.id; },
            [](AuditRow &row) { ++row.at; },
            [](AuditRow &row) { ++row.userId; },
            [](AuditRow &row) { row.username += u'x'; },
            [](AuditRow &row) { row.role = QStringLiteral("admin"); },
            [](AuditRow &row) { row.action += u'x'; },
            [](AuditRow &row) { row.recordingId = 0; },
            [](AuditRow &row) { row.leadId = -1; },
            [](AuditRow &row) { row.outcome = QStringLiteral("refused"); },
            [](AuditRow &row) { row.address += u'x'; },
            [](AuditRow &row) { row.detail = "{}"; },
        };
        for (const auto &change : changes) {
            AuditRow row = AuditRow::of(download());
            change(row);
            QVERIFY(auditLine(row) != line);
        }
    }
};

QTEST_GUILESS_MAIN(tst_AuditLine)
#include "tst_AuditLine.moc"
