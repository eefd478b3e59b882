// SPDX-License-Identifier: GPL-3.0-or-later
#include "local/CacheRules.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Holdfast;

class tst_CacheRules : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void theUsualOnesCountWhereNothingWasSet()
    {
        const QTemporaryDir folder;
        const CacheRules rules = CacheRules::load(folder.path());
        QCOMPARE(rules.limits(), (CacheLimits{qint64(5) << 30, std::chrono::days(30)}));
        QVERIFY(!rules.wipeAtSignOut);
    }
    void whatWasSetIsThereTheNextTime()
    {
        const QTemporaryDir folder;
        CacheRules rules = CacheRules::load(folder.path());
        rules.gigabytes = 12;
        rules.unusedDays = 3;
        rules.wipeAtSignOut = true;
        QVERIFY(rules.save());
        QCOMPARE(CacheRules::load(folder.path()), rules);
    }
    void whatCanNotBeMeantIsLeftOut()
    {
        const QTemporaryDir folder;
        QFile file(folder.filePath(QStringLiteral("cache.ini")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        QVERIFY(file.write("[General]\ngigabytes=-1\nunusedDays=many\nwipeAtSignOut=true\n") > 0);
        file.close();
        const CacheRules rules = CacheRules::load(folder.path());
        QCOMPARE(rules.gigabytes, CacheRules().gigabytes);
        QCOMPARE(rules.unusedDays, CacheRules().unusedDays);
        QVERIFY(rules.wipeAtSignOut);
    }
    void saysSoWhereTheyCanNotBeKept()
    {
        CacheRules rules = CacheRules::load(QStringLiteral("/proc/nowhere"));
        QVERIFY(rules.save().error().message.contains(QStringLiteral("until the program is closed")));
    }
};

QTEST_GUILESS_MAIN(tst_CacheRules)
#include "tst_CacheRules.moc"
