// SPDX-License-Identifier: GPL-3.0-or-later
#include "media/MediaProbe.h"
#include "media/Peaks.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include <algorithm>

using namespace Holdfast;
using std::chrono::milliseconds;

namespace {

QJsonArray calls()
{
    QFile file(QStringLiteral(":/demo/calls.json"));
    return file.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(file.readAll()).array() : QJsonArray();
}

bool isSpokenOn(const QList<Peak> &channel)
{
    return std::any_of(channel.begin(), channel.end(), [](Peak peak) { return peak.high > 40; });
}

bool isQuietSomewhere(const QList<Peak> &channel)
{
    return std::any_of(channel.begin(), channel.end(), [](Peak peak) { return peak.high - peak.low < 8; });
}

} // namespace

class tst_DemoCalls : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void everyCallIsARecordingOfTwoSpeakers_data()
    {
        QTest::addColumn<QJsonObject>("call");
        for (const QJsonValue &call : calls())
            QTest::newRow(qPrintable(call[QStringLiteral("file")].toString())) << call.toObject();
    }
    void everyCallIsARecordingOfTwoSpeakers()
    {
        QFETCH(QJsonObject, call);
        const QString name = call[QStringLiteral("file")].toString();
        auto file = std::make_unique<QFile>(QStringLiteral(":/demo/") + name);
        QVERIFY(file->open(QIODevice::ReadOnly));
        const auto facts = probeMedia(*file);
        QVERIFY(facts);
        QCOMPARE(formatFromFileName(name), std::optional(facts->format));
        QVERIFY(facts->duration > milliseconds(10'000) && facts->duration < milliseconds(40'000));
        QVERIFY(!facts->truncated);
        const auto peaks = computePeaks(std::move(file));
        QVERIFY(peaks);
        QCOMPARE(peaks->channels.size(), 2);
        for (const QList<Peak> &side : peaks->channels)
            QVERIFY(isSpokenOn(side) && isQuietSomewhere(side));
    }

    void theListIsWholeAndSmall()
    {
        QVERIFY(calls().size() >= 4);
        qint64 bytes = 0;
        const QFileInfoList files = QDir(QStringLiteral(":/demo")).entryInfoList(QDir::Files);
        for (const QFileInfo &file : files)
            bytes += file.size();
        QCOMPARE(files.size(), calls().size() + 1);
        QVERIFY(bytes < 700'000);
        for (const QJsonValue &call : calls()) {
            QVERIFY(call[QStringLiteral("lead")].isDouble() && call[QStringLiteral("campaign")].isDouble());
            QVERIFY(call[QStringLiteral("minutesAgo")].toInt() > 0);
            QVERIFY(!call[QStringLiteral("disposition")].toString().isEmpty());
            QVERIFY(!call[QStringLiteral("notes")].toString().isEmpty());
        }
    }
};

QTEST_GUILESS_MAIN(tst_DemoCalls)
#include "tst_DemoCalls.moc"
