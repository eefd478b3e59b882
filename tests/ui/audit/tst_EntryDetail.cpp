// SPDX-License-Identifier: GPL-3.0-or-later
#include "audit/EntryDetail.h"

#include "audit/AuditWords.h"
#include "look/Text.h"

#include <QJsonDocument>
#include <QTest>

using namespace Holdfast;

namespace {

QList<DetailLine> linesOf(const char *json)
{
    return detailLines(QJsonDocument::fromJson(json).object());
}

DetailLine change(const char *field, const char *before, const char *after)
{
    return {QString::fromLatin1(field), QString::fromLatin1(before), QString::fromLatin1(after), true};
}

DetailLine told(const char *field, const char *text)
{
    return {QString::fromLatin1(field), {}, QString::fromLatin1(text), false};
}

} // namespace

class tst_EntryDetail : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void whatChangedStandsWithBothItsValuesAndWhatStayedIsLeftOut()
    {
        QCOMPARE(linesOf(R"({"before":{"role":"agent","disabled":false,"id":3},
                             "after":{"role":"admin","disabled":true,"id":3}})"),
                 (QList{change("disabled", "no", "yes"), change("role", "agent", "admin")}));
    }
    void whatWasMadeHasNoBeforeAndWhatWasTakenNoAfter()
    {
        QCOMPARE(linesOf(R"({"before":null,"after":{"name":"Q1"}})"), QList{change("name", "", "Q1")});
        QCOMPARE(linesOf(R"({"before":{"name":"Q1"},"after":null})"), QList{change("name", "Q1", "")});
    }
    void aBooleanAloneIsAChangeToo()
    {
        QCOMPARE(linesOf(R"({"before":false,"after":true,"reason":"complaint"})"),
                 (QList{change("", "no", "yes"), told("reason", "complaint")}));
    }
    void whatIsWithinAnotherHasBothNames()
    {
        QCOMPARE(linesOf(R"({"retention":{"days":90,"policy":{"name":"Default"}}})"),
                 (QList{told("retention.days", "90"), told("retention.policy.name", "Default")}));
    }
    void listsAndNumbersAreReadable()
    {
        QCOMPARE(linesOf(R"({"after":{"agents":[3,4]},"before":{"agents":[3]}})"),
                 QList{change("agents", "3", "3, 4")});
        QCOMPARE(linesOf(R"({"bytes":9007199254740993})"), QList{told("bytes", "9007199254740993")});
        QCOMPARE(linesOf(R"({"n":-1})"), QList{told("n", "-1")});
    }
    void aMomentIsWrittenAsTimesAreWrittenHere()
    {
        const QList<DetailLine> lines = linesOf(R"({"before":{"updatedAt":"2026-01-02T03:04:05.678Z"},
                                                    "after":{"updatedAt":"2026-01-03T03:04:05.678Z"}})");
        QCOMPARE(lines.size(), 1);
        QCOMPARE(lines.first().before, exactTimeText({QDate(2026, 1, 2), QTime(3, 4, 5, 678), Qt::UTC}));
        QCOMPARE(lines.first().after, exactTimeText({QDate(2026, 1, 3), QTime(3, 4, 5, 678), Qt::UTC}));
        QCOMPARE(linesOf(R"({"reason":"2026-01-02T03:04:05Z"})"), QList{told("reason", "2026-01-02T03:04:05Z")});
    }
    void fieldsHaveWordsAlsoThoseWithinOthers()
    {
        for (const char *field : {"createdAt", "updatedAt", "revision"})
            QVERIFY2(fieldWords(QString::fromLatin1(field)) != QString::fromLatin1(field), field);
        QCOMPARE(fieldWords(QStringLiteral("request.reason")), QStringLiteral("Request · Reason"));
    }
    void whatIsNeitherRecordingNorLeadIsCalledByItsName_data()
    {
        QTest::addColumn<QByteArray>("detail");
        QTest::addColumn<QString>("about");
        QTest::newRow("a user") << QByteArray(
                                       R"({"before":{"id":3,"username":"alice","fullName":"Alice P","role":"agent"},
            "after":{"id":3,"username":"alice","fullName":"Alice Penrose","role":"admin"}})")
                                << QStringLiteral("Alice Penrose (alice)");
        QTest::newRow("a hold over a search")
            << QByteArray(
                   R"({"holdId":11,"matter":"Smith v. Jones","before":{"state":"open"},"after":{"state":"lapsed"}})")
            << QStringLiteral("hold 11, Smith v. Jones");
        QTest::newRow("one that was deleted")
            << QByteArray(R"({"before":{"name":"Q1 Sales"},"after":null})") << QStringLiteral("Q1 Sales");
        QTest::newRow("nothing") << QByteArray("{}") << QString();
    }
    void whatIsNeitherRecordingNorLeadIsCalledByItsName()
    {
        QFETCH(QByteArray, detail);
        AuditEntry entry;
        entry.detail = QJsonDocument::fromJson(detail).object();
        QTEST(aboutWords(entry), "about");
    }
    void anEmptyDetailHasNoLine() { QCOMPARE(linesOf("{}"), QList<DetailLine>()); }
    void eachKnownActionHasWordsOfItsOwn()
    {
        QSet<QString> words;
        for (const QString &action : knownActions())
            words.insert(actionWords(action));
        QCOMPARE(words.size(), knownActions().size());
        QVERIFY(knownActions().contains(QStringLiteral("stream")));
        QCOMPARE(actionWords(QStringLiteral("of-tomorrow")), QStringLiteral("of-tomorrow"));
    }
};

QTEST_GUILESS_MAIN(tst_EntryDetail)
#include "tst_EntryDetail.moc"
