// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/Failure.h"

#include <QSet>
#include <QTest>

using namespace Holdfast;

class tst_Failure : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void onlyWhatMayHealByItselfIsTriedAgain()
    {
        for (FailureKind kind : {FailureKind::Unreachable, FailureKind::StorageFull, FailureKind::Throttled})
            QVERIFY(mayRetry(kind));
        for (FailureKind kind : {FailureKind::UnsupportedMedia, FailureKind::TooLarge, FailureKind::Forbidden,
                                 FailureKind::NotSignedIn, FailureKind::Cancelled, FailureKind::Corrupt})
            QVERIFY(!mayRetry(kind));
    }
    void everyKindHasAWordOfItsOwn()
    {
        QSet<QString> words;
        const int count = static_cast<int>(FailureKind::Internal) + 1;
        for (int kind = 0; kind < count; ++kind)
            words.insert(failureWord(static_cast<FailureKind>(kind)));
        QCOMPARE(words.size(), count);
    }
};

QTEST_APPLESS_MAIN(tst_Failure)
#include "tst_Failure.moc"
