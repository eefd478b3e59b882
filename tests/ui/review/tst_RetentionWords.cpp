// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/RetentionWords.h"

#include "ui/review/ScriptedLibrary.h"

#include <QTest>

using namespace Holdfast;
using Testing::noonOf;

class tst_RetentionWords : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        QLocale::setDefault(QLocale::c());
        m_recording = Testing::recordingOf(1, {1});
        m_recording.retentionUntil = noonOf(4, 15);
        m_recording.retentionReason = {{5}, QStringLiteral("Q1 Sales"), QStringLiteral("CAMPAIGN"), 90, {}};
    }

    void namesThePolicyThatDecidesAndWhatItComesBefore_data()
    {
        QTest::addColumn<QString>("appliesTo");
        QTest::addColumn<QString>("because");
        QTest::newRow("campaign") << QStringLiteral("CAMPAIGN") << QStringLiteral("policy of its campaign");
        QTest::newRow("agent") << QStringLiteral("AGENT") << QStringLiteral("policy of its agent");
        QTest::newRow("default") << QStringLiteral("ALL") << QStringLiteral("is the default");
    }
    void namesThePolicyThatDecidesAndWhatItComesBefore()
    {
        QFETCH(QString, appliesTo);
        QFETCH(QString, because);
        m_recording.retentionReason.appliesTo = appliesTo;
        says(QStringLiteral("Expires"));
        says(QStringLiteral("15 Apr 2026"));
        says(QStringLiteral("“Q1 Sales”"));
        says(QStringLiteral("90 day"));
        says(because);
    }
    void whereNoPolicyIsForItTheServersDaysDecide()
    {
        m_recording.retentionReason = {{}, {}, QStringLiteral("ALL"), 30, {}};
        says(QStringLiteral("No policy is for it"));
        says(QStringLiteral("30 day"));
    }
    void whatIsHeldDoesNotExpireAndSaysWhenItWould()
    {
        m_recording.complianceHold = true;
        says(QStringLiteral("On hold"));
        says(QStringLiteral("it would end"));
        says(QStringLiteral("15 Apr 2026"));
        QVERIFY(!retentionWords(m_recording, noonOf(1, 1)).contains(QStringLiteral("Expires")));
    }
    void whatRestsAfterAHoldSaysUntilWhenAndWhy()
    {
        m_recording.retentionReason.coolingOffUntil = m_recording.retentionUntil;
        says(QStringLiteral("Rests until"));
        says(QStringLiteral("a hold was released"));
    }
    void whatIsPastItsDayIsDue()
    {
        const QString words = retentionWords(m_recording, noonOf(4, 15));
        QVERIFY2(words.contains(QStringLiteral("Due since")), qPrintable(words));
        QVERIFY(retentionWords(m_recording, noonOf(4, 15).addMSecs(-1)).contains(QStringLiteral("Expires")));
    }

private:
    void says(const QString &part) const
    {
        const QString words = retentionWords(m_recording, noonOf(1, 1));
        QVERIFY2(words.contains(part), qPrintable(words));
    }

    Recording m_recording;
};

QTEST_MAIN(tst_RetentionWords)
#include "tst_RetentionWords.moc"
