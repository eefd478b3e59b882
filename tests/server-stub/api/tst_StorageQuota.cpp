// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/StorageQuota.h"

#include <QTest>

using namespace Holdfast;

class tst_StorageQuota : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void letsInWhatFits();
    void countsWhatIsArriving();
    void countsWhatWasKept();
};

void tst_StorageQuota::letsInWhatFits()
{
    StorageQuota quota(100, 60);
    QVERIFY(quota.reserve(40));
    QVERIFY(!quota.reserve(41));
    QVERIFY(quota.reserve(40));
}

void tst_StorageQuota::countsWhatIsArriving()
{
    StorageQuota quota(100, 0);
    auto first = quota.reserve(80);
    QVERIFY(!quota.reserve(30));
    first.reset();
    QVERIFY(quota.reserve(30));
}

void tst_StorageQuota::countsWhatWasKept()
{
    StorageQuota quota(100, 0);
    auto first = quota.reserve(80);
    first->keep(70);
    first.reset();
    QVERIFY(!quota.reserve(31));
    QVERIFY(quota.reserve(30));
}

QTEST_APPLESS_MAIN(tst_StorageQuota)
#include "tst_StorageQuota.moc"
