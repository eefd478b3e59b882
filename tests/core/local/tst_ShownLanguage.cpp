// SPDX-License-Identifier: GPL-3.0-or-later
#include "local/ShownLanguage.h"

#include <QTemporaryDir>
#include <QTest>

using namespace Holdfast;
using Choice = ShownLanguage::Choice;

class tst_ShownLanguage : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void isThatOfTheSystemUntilAPersonChooses()
    {
        const QTemporaryDir profile;
        QCOMPARE(ShownLanguage::load(profile.path()).choice, Choice::AsSystem);
        for (const Choice choice : {Choice::German, Choice::English, Choice::AsSystem}) {
            ShownLanguage language = ShownLanguage::load(profile.path());
            language.choice = choice;
            QVERIFY(language.save());
            QCOMPARE(ShownLanguage::load(profile.path()).choice, choice);
        }
    }
    void saysWhereItCanNotBeKept()
    {
        ShownLanguage language = ShownLanguage::load(QStringLiteral("/dev/null/none"));
        language.choice = Choice::German;
        QVERIFY(!language.save());
    }
    void keepsTheCountryOfTheSystemWhereItsLanguageIsAnother()
    {
        const QLocale german(QLocale::German, QLocale::Austria);
        ShownLanguage language;
        QCOMPARE(language.locale(german), german);
        language.choice = Choice::German;
        QCOMPARE(language.locale(german), german);
        language.choice = Choice::English;
        QCOMPARE(language.locale(german), QLocale(QLocale::English, QLocale::Austria));
        language.choice = Choice::German; // nobody has its dates for German
        QCOMPARE(language.locale(QLocale(QLocale::English, QLocale::UnitedStates)).language(), QLocale::German);
        QCOMPARE(language.locale(QLocale::c()).language(), QLocale::German);
    }
};

QTEST_GUILESS_MAIN(tst_ShownLanguage)
#include "tst_ShownLanguage.moc"
