// SPDX-License-Identifier: GPL-3.0-or-later
#include "actions/SuggestFiling.h"

#include "support/SignedIn.h"

#include <QTest>

using namespace Holdfast;

class tst_SuggestFiling : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        m_signedIn = std::make_unique<Testing::SignedIn>(QUrl(QStringLiteral("http://127.0.0.1:9")));
        m_rules = {};
        m_rules.region = QStringLiteral("DE");
        m_rules.zone = QTimeZone::utc();
        m_rules.patterns += {QStringLiteral("lead{lead}"), QStringLiteral("{name}, {yyyy}{MM}{dd}")};
        QVERIFY(store().replaceLeads({lead(1, "Jane Smith", "+49 (30) 123 456"), lead(2, "Tom Hardy", "030/555 01"),
                                      lead(3, "Tom Hardys firm", "+49 30 55501"), lead(4, "No Number", "")}));
    }

    void aNumberPicksTheLeadInWhateverNotation_data()
    {
        QTest::addColumn<QString>("name");
        QTest::newRow("international") << QStringLiteral("2026-01-15_1430_+4930123456.wav");
        QTest::newRow("national") << QStringLiteral("2026-01-15_1430_030123456.wav");
        QTest::newRow("with 00") << QStringLiteral("2026-01-15_1430_004930123456.wav");
        QTest::newRow("of a PBX") << QStringLiteral("out-030123456-201-20260115-143000-1768487400.12.wav");
    }
    void aNumberPicksTheLeadInWhateverNotation()
    {
        QFETCH(QString, name);
        const Filing filing = of(name);
        QVERIFY(filing.lead);
        QCOMPARE(filing.lead->id, LeadId{1});
        QCOMPARE(filing.callDate->toString(Qt::ISODate), QStringLiteral("2026-01-15T14:30:00Z"));
        QVERIFY(filing.sentence.endsWith(QStringLiteral(" in its name is Jane Smith.")));
    }
    void aNumberOfSeveralPicksNoneAndSaysWhose()
    {
        const Filing filing = of(QStringLiteral("2026-01-15_1430_+493055501.wav"));
        QVERIFY(!filing.lead);
        QVERIFY(filing.callDate);
        QCOMPARE(filing.sentence, QStringLiteral("+493055501 is more than one lead: Tom Hardy, Tom Hardys firm."));
        QVERIFY(filing.whyNone().contains(QStringLiteral("more than one lead (Tom Hardy, Tom Hardys firm): ")));
    }
    void aNumberOfNobodyIsSaid()
    {
        const Filing filing = of(QStringLiteral("2026-01-15_1430_+4940999999.wav"));
        QVERIFY(!filing.lead);
        QCOMPARE(filing.sentence, QStringLiteral("No lead of yours has +4940999999."));
        QCOMPARE(filing.whyNone(), QStringLiteral("Its name tells the number +4940999999, but no lead of yours has it: "
                                                  "attach it by hand to the lead that it belongs to."));
    }
    void theSameDigitsOfAnotherCountryAreAnotherNumber()
    {
        QVERIFY(!of(QStringLiteral("2026-01-15_1430_+4330123456.wav")).lead);
    }
    void aLeadsNumberOrNamePicksIt()
    {
        QCOMPARE(of(QStringLiteral("lead2.wav")).lead->name, QStringLiteral("Tom Hardy"));
        QVERIFY(!of(QStringLiteral("lead77.wav")).lead);
        QVERIFY(of(QStringLiteral("lead77.wav")).sentence.contains(QStringLiteral("77")));
        QVERIFY(
            of(QStringLiteral("lead77.wav")).whyNone().contains(QStringLiteral("lead 77, which is none of yours: ")));
        QCOMPARE(of(QStringLiteral("jane smith, 20260115.wav")).lead->id, LeadId{1});
    }
    void aDayThatIsStillToComeIsNotTaken()
    {
        const Filing filing = of(QStringLiteral("2062-01-15_1430_+4930123456.wav"));
        QVERIFY(filing.lead);
        QVERIFY(!filing.callDate);
        QVERIFY(!filing.dateSentence.isEmpty());
    }
    void aNameThatFitsNoPatternTellsNothing()
    {
        const Filing filing = of(QStringLiteral("memo.wav"));
        QVERIFY(!filing.lead && !filing.callDate && filing.sentence.isEmpty());
        QCOMPARE(filing.whyNone(),
                 QStringLiteral("Its name tells no lead: attach it by hand to the lead that it belongs to."));
    }
    void rulesComeBackFromTheDisk()
    {
        FilingRules rules = FilingRules::load(m_signedIn->path({}));
        QCOMPARE(rules.patterns, commonNamePatterns());
        rules.patterns = {QStringLiteral("{phone}, {yyyy}{MM}{dd}")};
        rules.region = QStringLiteral("AT");
        QVERIFY(rules.save());
        const FilingRules again = FilingRules::load(m_signedIn->path({}));
        QCOMPARE(again.patterns, rules.patterns);
        QCOMPARE(again.region, QStringLiteral("AT"));
        rules.file = QStringLiteral("/proc/none/filing.ini");
        QVERIFY(!rules.save());
    }

private:
    LocalStore &store() { return *m_signedIn->session.store; }
    Filing of(const QString &name)
    {
        return SuggestFiling(store(), m_rules).of(name, QDateTime(QDate(2026, 6, 1), QTime(0, 0), Qt::UTC)).value();
    }
    static Lead lead(qint64 id, const char *name, const char *phone)
    {
        Lead lead;
        lead.id = {id};
        lead.name = QString::fromLatin1(name);
        lead.phone = QString::fromLatin1(phone);
        return lead;
    }

    std::unique_ptr<Testing::SignedIn> m_signedIn;
    FilingRules m_rules;
};

QTEST_GUILESS_MAIN(tst_SuggestFiling)
#include "tst_SuggestFiling.moc"
