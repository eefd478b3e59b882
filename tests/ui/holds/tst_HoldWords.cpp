// SPDX-License-Identifier: GPL-3.0-or-later
#include "holds/HoldWords.h"

#include "ui/holds/HeldServer.h"

#include <QTest>

using namespace Holdfast;
using namespace Holdfast::Testing;

class tst_HoldWords : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        QLocale::setDefault(QLocale::c());
        m_known = std::make_unique<AgentsAndCampaigns>(RecordingSearchCalls(m_server.api));
        m_known->read();
        QTRY_COMPARE(m_known->agents().size() + m_known->campaigns().size(), 2);
    }

    void oneOverALeadSaysWhoseAndWhetherWhatComesLater()
    {
        Hold hold;
        hold.scope = HoldScope::Lead;
        hold.leadId = LeadId{6};
        QCOMPARE(scope(hold), QStringLiteral("All of Dora Day"));
        hold.includesLater = true;
        QCOMPARE(scope(hold), QStringLiteral("All of Dora Day, also what comes later"));
        hold.leadId = LeadId{8}; // which this computer does not know
        QVERIFY(scope(hold).startsWith(QStringLiteral("All of lead 8")));
    }
    void oneOverASearchSaysWhatItLooksFor()
    {
        Hold hold;
        hold.scope = HoldScope::Search;
        hold.search = {{QStringLiteral("q"), QStringLiteral("refund")},
                       {QStringLiteral("agentId"), 3},
                       {QStringLiteral("campaignId"), QStringLiteral("7")},
                       {QStringLiteral("minDuration"), QStringLiteral("187")},
                       {QStringLiteral("deadChannel"), true}};
        for (const char *part : {"the words “refund”", "Alice Penrose", "Q1 Sales", "3:07", "deadChannel"})
            QVERIFY2(scope(hold).contains(QString::fromUtf8(part)), qPrintable(scope(hold)));
    }
    void oneOverARecordingSaysWhich()
    {
        Hold hold;
        hold.recordingId = RecordingId{5};
        QCOMPARE(scope(hold), QStringLiteral("Recording 5"));
    }
    void aMatterThatWasToBeReviewedSaysSo()
    {
        Matter matter;
        matter.reviewDate = QDate(2026, 3, 1);
        QVERIFY(matterWords(matter, QDate(2026, 3, 1)).contains(QStringLiteral("To be reviewed")));
        QVERIFY(matterWords(matter, QDate(2026, 3, 2)).contains(QStringLiteral("was to be reviewed")));
        matter.closedAt = HeldServer::now();
        QVERIFY(!matterWords(matter, QDate(2026, 3, 2)).contains(QStringLiteral("reviewed")));
    }
    void aReleaseThatRunsIntoASweepSaysSo()
    {
        ReleaseEffects::Totals totals;
        totals.goFree = 4;
        totals.stayHeld = 1;
        QVERIFY(releaseWords(totals).contains(QStringLiteral("takes none of them")));
        totals.takenByNextSweep = 2;
        QVERIFY(releaseWords(totals).contains(QStringLiteral("delete 2 of them for good")));
        QVERIFY(releaseWords({}).contains(QStringLiteral("No recording would go free")));
    }

private:
    QString scope(const Hold &hold) const { return holdScopeWords(hold, HeldServer::names(), *m_known); }

    HeldServer m_server;
    std::unique_ptr<AgentsAndCampaigns> m_known;
};

QTEST_MAIN(tst_HoldWords)
#include "tst_HoldWords.moc"
