// SPDX-License-Identifier: GPL-3.0-or-later
#include "evidence/PackManifest.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace Holdfast;

namespace {

PackManifest sample()
{
    PackManifest manifest;
    manifest.pack = QStringLiteral("p-1");
    manifest.madeAt = QDateTime(QDate(2026, 11, 22), QTime(4, 0, 1, 5), Qt::UTC);
    manifest.madeBy = QStringLiteral("sam");
    manifest.origin = "o";
    manifest.logSize = 12;
    manifest.logRoot = QByteArray(32, 'r');
    manifest.about = {{QStringLiteral("kind"), QStringLiteral("matter")}};
    manifest.recordings = {
        {{7}, PackedState::Included, "recordings/7/original.wav", QByteArray(32, 'a'), QString()},
        {{8}, PackedState::Deleted, QByteArray(), QByteArray(), QStringLiteral("It was deleted meanwhile.")}};
    manifest.problems = {QStringLiteral("Something else.")};
    manifest.members = {{"recordings/7/original.wav", 5, QByteArray(32, 'a')}};
    return manifest;
}

} // namespace

class tst_PackManifest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatWasWrittenReadsTheSame()
    {
        const Result<PackManifest> read = manifestFromText(manifestText(sample()));
        QVERIFY(read);
        QVERIFY(*read == sample());
        QCOMPARE(manifestText(*read), manifestText(sample()));
    }

    void itIsWholeOnlyWhereNothingIsMissing()
    {
        PackManifest manifest = sample();
        QVERIFY(!manifest.isWhole());
        manifest.problems.clear();
        QVERIFY(!manifest.isWhole());
        manifest.recordings.removeLast();
        QVERIFY(manifest.isWhole());
    }

    void whatIsMissingOrWrongIsNamed_data()
    {
        QTest::addColumn<QString>("field");
        QTest::addColumn<QJsonValue>("value");
        const auto row = [](const char *field, const QJsonValue &value) {
            QTest::addRow("%s %s", field, value.isUndefined() ? "gone" : "wrong")
                << QString::fromLatin1(field) << value;
        };
        for (const char *field : {"format", "pack", "madeAt", "madeBy", "origin", "logSize", "logRoot", "recordings",
                                  "problems", "members", "whole"}) {
            row(field, QJsonValue(QJsonValue::Undefined));
            row(field, QJsonValue(-1.5));
        }
        row("whole", true); // though a recording is not included
        row("members", QJsonArray{QJsonObject{{QStringLiteral("name"), QStringLiteral("../x")}}});
        row("recordings", QJsonArray{QJsonObject{{QStringLiteral("id"), 1}}});
    }
    void whatIsMissingOrWrongIsNamed()
    {
        QFETCH(QString, field);
        QFETCH(QJsonValue, value);
        QJsonObject json = QJsonDocument::fromJson(manifestText(sample())).object();
        if (value.isUndefined())
            json.remove(field);
        else
            json.insert(field, value);
        const Result<PackManifest> read = manifestFromText(QJsonDocument(json).toJson());
        QVERIFY(!read);
        QVERIFY2(read.error().message.contains(u'“' + field + u'”'), qPrintable(read.error().message));
    }

    void whatIsNoJsonIsRefused()
    {
        QVERIFY(!manifestFromText("PK"));
        QVERIFY(!manifestFromText("[]"));
        QVERIFY(!manifestFromText(QByteArray()));
    }
};

QTEST_APPLESS_MAIN(tst_PackManifest)
#include "tst_PackManifest.moc"
