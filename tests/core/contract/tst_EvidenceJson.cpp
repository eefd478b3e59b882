// SPDX-License-Identifier: GPL-3.0-or-later
#include "contract/EvidenceJson.h"

#include <QJsonDocument>
#include <QTest>

using namespace Holdfast;

class tst_EvidenceJson : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsAskedReadsTheSame()
    {
        using Kind = EvidenceSubject::Kind;
        for (const EvidenceRequest &request :
             {EvidenceRequest{{Kind::Recording, 7}, std::nullopt}, EvidenceRequest{{Kind::Lead, 2}, 12},
              EvidenceRequest{{Kind::Matter, 1}, std::nullopt}}) {
            const Result<EvidenceRequest> read = evidenceRequestFromJson(toJson(request));
            QVERIFY(read);
            QVERIFY(*read == request);
        }
    }

    void whatIsWrongIsNamed_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QString>("field");
        const auto row = [](const char *json, const char *field) {
            QTest::newRow(json) << QByteArray(json) << QString::fromLatin1(field);
        };
        row("{}", "recordingId");
        row(R"({"leadId":1,"matterId":2})", "recordingId");
        row(R"({"leadId":0})", "leadId");
        row(R"({"leadId":"1"})", "leadId");
        row(R"({"leadId":null})", "leadId");
        row(R"({"matterId":1,"checkpointSize":0})", "checkpointSize");
        row(R"({"matterId":1,"chekpointSize":1})", "chekpointSize");
    }
    void whatIsWrongIsNamed()
    {
        QFETCH(QByteArray, json);
        QFETCH(QString, field);
        const Result<EvidenceRequest> read = evidenceRequestFromJson(QJsonDocument::fromJson(json).object());
        QVERIFY(!read);
        QCOMPARE(read.error().kind, FailureKind::Malformed);
        QVERIFY2(read.error().message.contains(field), qPrintable(read.error().message));
    }
};

QTEST_APPLESS_MAIN(tst_EvidenceJson)
#include "tst_EvidenceJson.moc"
