// SPDX-License-Identifier: GPL-3.0-or-later
#include "audit/EntryDetail.h"

#include "audit/AuditWords.h"

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
