// SPDX-License-Identifier: GPL-3.0-or-later
#include "contract/AuditJson.h"

#include <QJsonDocument>
#include <QTest>

using namespace Holdfast;

class tst_AuditJson : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void anEntryComesBackAsItWent_data()
    {
        QTest::addColumn<bool>("isSomebodys");
        QTest::newRow("somebody's, of a recording") << true;
        QTest::newRow("nobody's, of nothing") << false;
    }
    void anEntryComesBackAsItWent()
    {
        QFETCH(bool, isSomebodys);
        AuditEntry entry;
        entry.id = 17;
        entry.at = QDateTime(QDate(2026, 1, 15), QTime(14, 30, 0, 5), Qt::UTC);
        entry.username = QStringLiteral("mallory");
        entry.action = QStringLiteral("login");
        entry.outcome = AuditOutcome::Refused;
        entry.address = QStringLiteral("192.0.2.1");
        entry.detail = {{QStringLiteral("why"), 1}};
        if (isSomebodys) {
            entry.userId = {3};
            entry.role = Role::Agent;
            entry.recordingId = {7};
            entry.leadId = {2};
        }
        QCOMPARE(auditEntryFromJson(toJson(entry)), Result<AuditEntry>(entry));
    }
    void whatIsNoEntryIsRefused_data()
    {
        QTest::addColumn<QString>("field");
        QTest::addColumn<QJsonValue>("value");
        QTest::newRow("no number") << "id" << QJsonValue(0);
        QTest::newRow("no time") << "at" << QJsonValue(QStringLiteral("yesterday"));
        QTest::newRow("another outcome") << "outcome" << QJsonValue(QStringLiteral("maybe"));
        QTest::newRow("no detail") << "detail" << QJsonValue(QStringLiteral("x"));
    }
    void whatIsNoEntryIsRefused()
    {
        QFETCH(QString, field);
        QFETCH(QJsonValue, value);
        AuditEntry entry;
        entry.id = 1;
        entry.at = QDateTime(QDate(2026, 1, 15), QTime(14, 30), Qt::UTC);
        QJsonObject json = toJson(entry);
        QVERIFY(auditEntryFromJson(json));
        json[field] = value;
        QCOMPARE(auditEntryFromJson(json).error().kind, FailureKind::Malformed);
    }
    void eachFindingComesBackAsItWent()
    {
        using Kind = AuditFinding::Kind;
        for (const Kind kind : {Kind::Changed, Kind::Removed, Kind::Added, Kind::HashReplaced, Kind::NotSigned,
                                Kind::CutOff, Kind::NotTheSame, Kind::Unguarded, Kind::KeyMissing}) {
            const AuditReport report{9, AuditFinding{kind, 5, 6}};
            QCOMPARE(auditReportFromJson(toJson(report)), Result<AuditReport>(report));
        }
        const AuditReport intact{48'211, std::nullopt};
        QCOMPARE(auditReportFromJson(toJson(intact)), Result<AuditReport>(intact));
        const AuditReport gaps{48'211, std::nullopt, {{17, 20, true}, {40, 39, false}}};
        QCOMPARE(auditReportFromJson(toJson(gaps)), Result<AuditReport>(gaps));
        QJsonObject older = toJson(intact); // of a server that knows of no gaps
        older.remove(QStringLiteral("gaps"));
        QCOMPARE(auditReportFromJson(older), Result<AuditReport>(intact));
    }
    void aReportThatContradictsItselfIsNoReport_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::newRow("intact with a finding")
            << QByteArray(R"({"intact":true,"entries":9,"finding":{"kind":"changed","firstEntry":5,"lastEntry":5}})");
        QTest::newRow("not intact without one") << QByteArray(R"({"intact":false,"entries":9,"finding":null})");
        QTest::newRow("an unknown finding")
            << QByteArray(R"({"intact":false,"entries":9,"finding":{"kind":"odd","firstEntry":5,"lastEntry":5}})");
        QTest::newRow("no number") << QByteArray(R"({"intact":true,"finding":null})");
    }
    void aReportThatContradictsItselfIsNoReport()
    {
        QFETCH(QByteArray, json);
        QCOMPARE(auditReportFromJson(QJsonDocument::fromJson(json).object()).error().kind, FailureKind::Malformed);
    }
};

QTEST_GUILESS_MAIN(tst_AuditJson)
#include "tst_AuditJson.moc"
