// SPDX-License-Identifier: GPL-3.0-or-later
#include "contract/KeyJson.h"

#include <QJsonArray>
#include <QTest>

using namespace Holdfast;

class tst_KeyJson : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void isReadAsItWasWritten()
    {
        const auto read = keyOverviewFromJson(toJson(overview()));
        QVERIFY2(read, qPrintable(read ? QString() : read.error().message));
        QVERIFY(*read == overview());
        QCOMPARE(read->keys.first().wrapped(), 42);
    }
    void withoutARotationThereIsNone()
    {
        KeyOverview none = overview();
        none.rotation.reset();
        QVERIFY(toJson(none).value(QLatin1String("rotation")).isNull());
        QVERIFY(keyOverviewFromJson(toJson(none)).value() == none);
    }
    void aServerThatTellsOfNoKeysOfCheckpointsHasNone()
    {
        QJsonObject json = toJson(overview());
        json.remove(QLatin1String("checkpointKeys"));
        const auto read = keyOverviewFromJson(json);
        QVERIFY(read && read->checkpointKeys.isEmpty());
    }
    void namesWhatIsWrong()
    {
        QJsonObject json = toJson(overview());
        json.insert(QLatin1String("keys"), QJsonArray{QJsonObject{{QLatin1String("id"), 7}}});
        const auto read = keyOverviewFromJson(json);
        QVERIFY(!read);
        QVERIFY(read.error().message.contains(QStringLiteral("keys.id")));
    }

private:
    static KeyOverview overview()
    {
        const QDateTime then(QDate(2026, 1, 15), QTime(14, 30), Qt::UTC);
        KeyOverview overview;
        overview.keys = {{QStringLiteral("kek-1"),
                          then,
                          false,
                          true,
                          std::nullopt,
                          {{QStringLiteral("recordings"), 40}, {QStringLiteral("webhooks"), 2}}},
                         {QStringLiteral("outside-2"), std::nullopt, true, false, then.addDays(1), {}}};
        overview.rotation = {{QStringLiteral("outside-2"), then, std::nullopt, QStringLiteral("ada"), 100, 42}};
        overview.tokenKeys = {{QStringLiteral("t1"), then, false, then.addSecs(3600)},
                              {QStringLiteral("t2"), then, true, std::nullopt}};
        overview.checkpointKeys = {{QStringLiteral("a+2+B"), true, true, 40, then, std::nullopt, false},
                                   {QStringLiteral("a+1+A"), false, false, 1, std::nullopt, then, true}};
        return overview;
    }
};

QTEST_GUILESS_MAIN(tst_KeyJson)
#include "tst_KeyJson.moc"
