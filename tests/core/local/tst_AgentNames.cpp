// SPDX-License-Identifier: GPL-3.0-or-later
#include "local/LocalStore.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Holdfast;

class tst_AgentNames : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        reopen();
    }
    void cleanup() { m_store.reset(); }

    void areKeptAcrossARestart()
    {
        QVERIFY(names().replace({{{3}, QStringLiteral("Alice")}, {{4}, QStringLiteral("Bob")}}));
        reopen();
        QCOMPARE(names().all()->size(), 2);
        QCOMPARE(names().all()->value({4}), QStringLiteral("Bob"));
        QVERIFY(*names().knows({3}));
        QVERIFY(!*names().knows({5}));
    }
    void thoseThatTheServerNoLongerNamesGo()
    {
        QVERIFY(names().replace({{{3}, QStringLiteral("Alice")}, {{4}, QStringLiteral("Bob")}}));
        QVERIFY(names().replace({{{4}, QStringLiteral("Bob")}}));
        QVERIFY(!*names().knows({3}));
    }
    void tellsOnlyOfWhatIsDifferent()
    {
        QSignalSpy changed(&names(), &AgentNames::changed);
        QVERIFY(names().replace({{{3}, QStringLiteral("Alice")}}));
        QVERIFY(names().replace({{{3}, QStringLiteral("Alice")}}));
        QCOMPARE(changed.count(), 1);
        QVERIFY(names().replace({{{3}, QStringLiteral("Alice Penrose")}}));
        QCOMPARE(changed.count(), 2);
    }
    void areDueOnceInAStoreThatHasNone()
    {
        const auto due = m_store->following().nextDue();
        QVERIFY(due && *due);
        QCOMPARE((*due)->kind, Following::Due::Kind::Agents);
        QVERIFY(m_store->following().settle(**due));
        reopen();
        QVERIFY(!*m_store->following().nextDue());
    }

private:
    AgentNames &names() { return m_store->agentNames(); }
    void reopen()
    {
        m_store.reset();
        m_store = std::move(*LocalStore::open(m_folder->filePath(QStringLiteral("local.sqlite"))));
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<LocalStore> m_store;
};

QTEST_GUILESS_MAIN(tst_AgentNames)
#include "tst_AgentNames.moc"
