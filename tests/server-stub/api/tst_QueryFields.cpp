// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/QueryFields.h"

#include <QTest>

using namespace Holdfast;

namespace {

Http::Request requestWith(const QList<std::pair<QString, QString>> &query)
{
    Http::Request request;
    request.query = query;
    return request;
}

} // namespace

class tst_QueryFields : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsWhatIsThere();
    void whatIsNotThereIsNoFailure();
    void namesTheParameterThatIsMalformed_data();
    void namesTheParameterThatIsMalformed();
    void namesAParameterThatNobodyAskedFor();
    void aDateAloneMeansTheWholeDay();
};

void tst_QueryFields::readsWhatIsThere()
{
    QueryFields fields(requestWith({{QStringLiteral("leadId"), QStringLiteral("7")},
                                    {QStringLiteral("q"), QStringLiteral("Jane")},
                                    {QStringLiteral("complianceHold"), QStringLiteral("false")},
                                    {QStringLiteral("startDate"), QStringLiteral("2026-01-15T14:30:00Z")}}));
    QCOMPARE(fields.positive(QLatin1String("leadId")).value(), 7);
    QCOMPARE(fields.text(QLatin1String("q")).value(), QStringLiteral("Jane"));
    QCOMPARE(fields.truth(QLatin1String("complianceHold")).value(), false);
    QCOMPARE(fields.timeFrom(QLatin1String("startDate")).value(),
             QDateTime(QDate(2026, 1, 15), QTime(14, 30), Qt::UTC));
    QVERIFY(!fields.failure());
}

void tst_QueryFields::whatIsNotThereIsNoFailure()
{
    QueryFields fields(requestWith({}));
    QVERIFY(!fields.positive(QLatin1String("leadId")));
    QVERIFY(!fields.timeUntil(QLatin1String("endDate")));
    QVERIFY(!fields.failure());
}

void tst_QueryFields::namesTheParameterThatIsMalformed_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("value");
    QTest::newRow("id is a word") << QStringLiteral("leadId") << QStringLiteral("seven");
    QTest::newRow("id is empty") << QStringLiteral("leadId") << QString();
    QTest::newRow("id is zero") << QStringLiteral("leadId") << QStringLiteral("0");
    QTest::newRow("id is negative") << QStringLiteral("leadId") << QStringLiteral("-1");
    QTest::newRow("id has a sign") << QStringLiteral("leadId") << QStringLiteral("+1");
    QTest::newRow("id is beyond 64 bits") << QStringLiteral("leadId") << QStringLiteral("9223372036854775808");
    QTest::newRow("id in other digits") << QStringLiteral("leadId") << QStringLiteral("٧");
    QTest::newRow("limit is zero") << QStringLiteral("limit") << QStringLiteral("0");
    QTest::newRow("limit is too large") << QStringLiteral("limit") << QStringLiteral("10001");
    QTest::newRow("truth is a number") << QStringLiteral("complianceHold") << QStringLiteral("1");
    QTest::newRow("time is a word") << QStringLiteral("startDate") << QStringLiteral("today");
    QTest::newRow("day that is not") << QStringLiteral("startDate") << QStringLiteral("2026-02-30");
    QTest::newRow("NUL") << QStringLiteral("q") << QString(QChar(0));
    QTest::newRow("too long") << QStringLiteral("q") << QString(201, u'x');
}

void tst_QueryFields::namesTheParameterThatIsMalformed()
{
    QFETCH(QString, name);
    QFETCH(QString, value);
    for (const bool twice : {false, true}) {
        QueryFields fields(twice ? requestWith({{name, QStringLiteral("1")}, {name, QStringLiteral("1")}})
                                 : requestWith({{name, value}}));
        fields.positive(QLatin1String("leadId"));
        fields.number(QLatin1String("limit"), 1, 10'000);
        fields.truth(QLatin1String("complianceHold"));
        fields.timeFrom(QLatin1String("startDate"));
        fields.text(QLatin1String("q"));
        QVERIFY(fields.failure());
        QCOMPARE(fields.failure()->kind, FailureKind::Malformed);
        QVERIFY(fields.failure()->message.contains(name));
    }
}

void tst_QueryFields::namesAParameterThatNobodyAskedFor()
{
    QueryFields fields(requestWith({{QStringLiteral("leadid"), QStringLiteral("7")}}));
    fields.positive(QLatin1String("leadId"));
    QVERIFY(fields.failure());
    QVERIFY(fields.failure()->message.contains(QStringLiteral("leadid")));
}

void tst_QueryFields::aDateAloneMeansTheWholeDay()
{
    QueryFields fields(requestWith({{QStringLiteral("startDate"), QStringLiteral("2026-01-15")},
                                    {QStringLiteral("endDate"), QStringLiteral("2026-01-15")}}));
    QCOMPARE(fields.timeFrom(QLatin1String("startDate")).value(), QDateTime(QDate(2026, 1, 15), QTime(0, 0), Qt::UTC));
    QCOMPARE(fields.timeUntil(QLatin1String("endDate")).value(),
             QDateTime(QDate(2026, 1, 15), QTime(23, 59, 59, 999), Qt::UTC));
    QVERIFY(!fields.failure());
}

QTEST_APPLESS_MAIN(tst_QueryFields)
#include "tst_QueryFields.moc"
