// SPDX-License-Identifier: GPL-3.0-or-later
#include "ServerRows.h"

#include <QTest>

using namespace Holdfast;
using namespace Holdfast::Testing;

class tst_Leads : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { m_rows = std::make_unique<ServerRows>(); }

    void listsAnAgentsOwnByName()
    {
        QCOMPARE(names(m_rows->one), (QStringList{QStringLiteral("Adam 50%"), QStringLiteral("Zoe Ant")}));
        QCOMPARE(names(m_rows->two), (QStringList{QStringLiteral("Adam 50%")}));
        QCOMPARE(names(std::nullopt).size(), 2);
        QCOMPARE(names(UserId{404}), QStringList());
    }
    void givesBackWhatItWasGiven()
    {
        const Result<std::optional<Lead>> found = Leads(m_rows->database()).byId(m_rows->adam);
        QVERIFY(found && *found);
        const Lead &lead = **found;
        QCOMPARE(lead.name, QStringLiteral("Adam 50%"));
        QCOMPARE(lead.phone, QStringLiteral("+49 30 900"));
        QVERIFY(!lead.campaignId);
        QCOMPARE(lead.agents, (QList<UserId>{m_rows->one, m_rows->two}));
        QCOMPARE(lead.createdAt, someTime());
        QCOMPARE((*Leads(m_rows->database()).byId(m_rows->zoe))->campaignName, QStringLiteral("Spring"));
        QVERIFY(!*Leads(m_rows->database()).byId({404}));
    }
    void findsEachOfTheWordsInNameOrNumber_data()
    {
        QTest::addColumn<QString>("words");
        QTest::addColumn<QStringList>("found");
        const QString adam = QStringLiteral("Adam 50%");
        const QString zoe = QStringLiteral("Zoe Ant");
        QTest::newRow("a part, in another case") << QStringLiteral("ANT") << QStringList{zoe};
        QTest::newRow("two words in any order") << QStringLiteral(" ant  zoe ") << QStringList{zoe};
        QTest::newRow("name and number") << QStringLiteral("zoe 0100") << QStringList{zoe};
        QTest::newRow("one word missing") << QStringLiteral("zoe adam") << QStringList{};
        QTest::newRow("a percent sign is itself") << QStringLiteral("0%") << QStringList{adam};
        QTest::newRow("an underscore is itself") << QStringLiteral("_") << QStringList{};
        QTest::newRow("a backslash is itself") << QStringLiteral("\\") << QStringList{};
        QTest::newRow("quotes are letters") << QStringLiteral("' OR 1=1 --") << QStringList{};
    }
    void findsEachOfTheWordsInNameOrNumber()
    {
        QFETCH(QString, words);
        QFETCH(QStringList, found);
        QCOMPARE(names(m_rows->one, words), found);
    }
    void countsTheRecordingsOfEach()
    {
        Recording recording = m_rows->recording(1);
        recording.callId = m_rows->addCall(m_rows->zoe, m_rows->one);
        QVERIFY(Recordings(m_rows->database()).add(recording, "k"));
        QCOMPARE((*Leads(m_rows->database()).byId(m_rows->zoe))->recordingCount, 1);
        QCOMPARE((*Leads(m_rows->database()).byId(m_rows->adam))->recordingCount, 0);
    }
    void takesNoAgentWhoIsNotThere()
    {
        Lead lead;
        lead.name = QStringLiteral("Nobody's");
        lead.agents = {UserId{404}};
        QCOMPARE(Leads(m_rows->database()).add(lead).error().kind, FailureKind::Conflict);
    }

private:
    QStringList names(std::optional<UserId> agent, const QString &words = {})
    {
        QStringList names;
        const Result<QList<Lead>> leads =
            Leads(m_rows->database()).list({agent ? QList<UserId>{*agent} : QList<UserId>(), words});
        if (!leads)
            return {leads.error().message};
        for (const Lead &lead : *leads)
            names << lead.name;
        return names;
    }

    std::unique_ptr<ServerRows> m_rows;
};

QTEST_GUILESS_MAIN(tst_Leads)
#include "tst_Leads.moc"
