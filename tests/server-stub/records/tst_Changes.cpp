// SPDX-License-Identifier: GPL-3.0-or-later
#include "records/Changes.h"

#include "ServerRows.h"

#include <QTest>

using namespace Holdfast;
using namespace Holdfast::Testing;

class tst_Changes : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { m_rows = std::make_unique<ServerRows>(); }

    void tellsWhatCameAfterTheOneNamedOldestFirst()
    {
        for (qint64 subject = 10; subject < 15; ++subject)
            QVERIFY(Changes(m_rows->database()).append(QStringLiteral("recording"), subject, someTime(subject)));
        const Result<QList<Change>> all = Changes(m_rows->database()).since(0, 100);
        QCOMPARE(all->size(), 5);
        QCOMPARE(all->first().kind, QStringLiteral("recording"));
        QCOMPARE(all->first().subjectId, 10);
        QCOMPARE(all->first().at, someTime(10));

        const Result<QList<Change>> page = Changes(m_rows->database()).since(all->at(1).sequence, 2);
        QCOMPARE(page->size(), 2);
        QCOMPARE(page->at(0).subjectId, 12);
        QCOMPARE(page->at(1).subjectId, 13);
        QVERIFY(Changes(m_rows->database()).since(all->last().sequence, 100)->isEmpty());
    }
    void neverGivesANumberTwice()
    {
        QVERIFY(Changes(m_rows->database()).append(QStringLiteral("recording"), 1, someTime()));
        const qint64 first = Changes(m_rows->database()).since(0, 1)->first().sequence;
        QVERIFY(run(m_rows->database(), "DELETE FROM changes"));
        QVERIFY(Changes(m_rows->database()).append(QStringLiteral("recording"), 2, someTime()));
        QVERIFY(Changes(m_rows->database()).since(0, 1)->first().sequence > first);
    }

private:
    std::unique_ptr<ServerRows> m_rows;
};

QTEST_GUILESS_MAIN(tst_Changes)
#include "tst_Changes.moc"
