// SPDX-License-Identifier: GPL-3.0-or-later
#include "retention/PolicyWords.h"

#include <QLocale>
#include <QTest>

using namespace Holdfast;

class tst_PolicyWords : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { QLocale::setDefault(QLocale::c()); }

    void campaignsWinOverAgentsAndTheseOverTheDefault()
    {
        QStringList names;
        for (const RetentionPolicy &policy : inOrderOfWinning(
                 {policyOf("nothing", PolicyScope::All, false), policyOf("z", PolicyScope::Campaign, false),
                  policyOf("default", PolicyScope::All, true), policyOf("agent", PolicyScope::Agent, false),
                  policyOf("a", PolicyScope::Campaign, false)}))
            names.append(policy.name);
        QCOMPARE(names.join(QLatin1Char(' ')), QStringLiteral("a z agent default nothing"));
    }
    void onePolicyForAllThatIsNotTheDefaultDecidesNothing()
    {
        QVERIFY(policyRankWords(policyOf("x", PolicyScope::All, false)).contains(QStringLiteral("decides nothing")));
        QVERIFY(policyRankWords(policyOf("x", PolicyScope::All, true)).contains(QStringLiteral("neither")));
    }
    void effectsThatAreNoneAreSaidToBeNone()
    {
        QCOMPARE(effectsWords({}), QStringLiteral("No recording would end on another day."));
    }
    void effectsNameWhatWouldBeGoneAndWhatAHoldKeeps()
    {
        PolicyEffects effects;
        effects.changed = 3;
        effects.bytes = 3 << 20;
        effects.sooner = 2;
        effects.later = 1;
        effects.expireAtOnce = 1;
        effects.expireAtOnceBytes = 1 << 20;
        effects.keptByHold = 1;
        effects.noLongerExpired = 4;
        const QString words = effectsWords(effects);
        for (const char *part : {"3 recording(s) (3.0 MB)", "2 sooner, 1 later",
                                 "delete 1 of them for good that it would keep as things are now (1.0 MB)",
                                 "a hold keeps it", "4 that the next sweep takes now would stay"})
            QVERIFY2(words.contains(QLatin1String(part)), qPrintable(words));
    }

private:
    static RetentionPolicy policyOf(const char *name, PolicyScope scope, bool isDefault)
    {
        RetentionPolicy policy;
        policy.name = QLatin1String(name);
        policy.appliesTo = scope;
        policy.isDefault = isDefault;
        return policy;
    }
};

QTEST_MAIN(tst_PolicyWords)
#include "tst_PolicyWords.moc"
