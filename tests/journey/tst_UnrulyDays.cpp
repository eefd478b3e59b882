// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/UnrulyDays.h"

#include <QTest>

using namespace Holdfast::Testing;

/// Agents' days over lines that lose, delay, repeat and reorder, with the client and the server killed now and then, by
/// the client's own parts, to the server's program.
class tst_UnrulyDays : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void whatTheServerKeepsIsWhatWasAttachedAndTypedOnceEach()
    {
        const auto runs = static_cast<quint32>(qEnvironmentVariableIntValue("HOLDFAST_RUNS"));
        const quint32 days = runs > 0 ? runs : 240;
        UnrulyDays all(QStringLiteral(HOLDFAST_SERVER_PROGRAM));
        const UnrulyDays::Outcome outcome = all.run(1, days, 6);
        QVERIFY2(outcome.problems.isEmpty(), qPrintable(outcome.problems.mid(0, 20).join(u'\n')));
        QVERIFY(outcome.recordings >= static_cast<int>(days));
        QVERIFY(outcome.annotations > 0);
        QVERIFY(outcome.clientKills > 0);
        for (size_t trick = 1; trick < outcome.played.size(); ++trick)
            QVERIFY2(outcome.played[trick] > 0, qPrintable(QString::number(trick)));
    }
};

QTEST_GUILESS_MAIN(tst_UnrulyDays)
#include "tst_UnrulyDays.moc"
