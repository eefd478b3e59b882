// SPDX-License-Identifier: GPL-3.0-or-later
#include "settings/OwnPasswordSheet.h"

#include "ui/AccessibleNames.h"
#include "ui/Pressing.h"

#include <QLineEdit>
#include <QPromise>
#include <QSignalSpy>
#include <QTest>

using namespace Holdfast;
using namespace Holdfast::Testing;

class tst_OwnPasswordSheet : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        m_asked.clear();
        m_answer = QString();
        m_sheet = std::make_unique<OwnPasswordSheet>([this](const QByteArray &current, const QByteArray &wanted) {
            m_asked.append({current, wanted});
            return finishedWith<Result<QString>>(m_answer);
        });
        m_sheet->open();
    }

    void asksForAllThreeFirst()
    {
        QVERIFY(!buttonSaying(*m_sheet, QStringLiteral("Change"))->isEnabled());
        type("old password", "new password", "new password");
        QVERIFY(buttonSaying(*m_sheet, QStringLiteral("Change"))->isEnabled());
        QVERIFY(says(*m_sheet, QStringLiteral("All your other sign-ins end")));
    }
    void enterSaysWhatIsMissingUntilItIsThere()
    {
        type("old password", "new password", "");
        QTest::keyClick(lines().last(), Qt::Key_Return);
        QVERIFY(says(*m_sheet, QStringLiteral("Type the new password twice.")));
        QVERIFY(m_asked.isEmpty());
        QTest::keyClicks(lines().last(), QStringLiteral("n"));
        QVERIFY(!says(*m_sheet, QStringLiteral("Type the new password twice.")));
    }
    void twoThatDifferAreNotSent()
    {
        type("old password", "new password", "new passwort");
        QVERIFY(press(*m_sheet, QStringLiteral("Change")));
        QTRY_VERIFY(says(*m_sheet, QStringLiteral("not the same")));
        QVERIFY(m_asked.isEmpty());
    }
    void oneThatIsTooShortIsNotSent()
    {
        type("old password", "short", "short");
        QVERIFY(press(*m_sheet, QStringLiteral("Change")));
        QVERIFY(m_asked.isEmpty());
        QVERIFY(m_sheet->isVisible());
    }
    void enterChangesItAndSaysSo()
    {
        QSignalSpy changed(m_sheet.get(), &OwnPasswordSheet::changed);
        type("old password", "new password", "new password");
        QTest::keyClick(lines().last(), Qt::Key_Return);
        QTRY_COMPARE(changed.count(), 1);
        QVERIFY(changed.first().first().toString().contains(QStringLiteral("is changed")));
        QCOMPARE(m_asked, (QList<std::pair<QByteArray, QByteArray>>{{"old password", "new password"}}));
        QVERIFY(!m_sheet->isVisible());
    }
    void whyNotIsSaidAndTheSheetStays()
    {
        m_answer = fail(FailureKind::Forbidden, QStringLiteral("That is not the password."));
        type("guess", "new password", "new password");
        QVERIFY(press(*m_sheet, QStringLiteral("Change")));
        QTRY_VERIFY(says(*m_sheet, QStringLiteral("That is not the password.")));
        QVERIFY(m_sheet->isVisible());
    }
    void anAnswerThatNeverCameLeavesItOpen()
    {
        m_answer = fail(FailureKind::Unreachable, QStringLiteral("gone"));
        type("old password", "new password", "new password");
        QVERIFY(press(*m_sheet, QStringLiteral("Change")));
        QTRY_VERIFY(says(*m_sheet, QStringLiteral("try the new one first")));
    }
    void nothingThatIsTypedIsSeenAndEveryLineHasAName()
    {
        for (const QLineEdit *line : lines())
            QCOMPARE(line->echoMode(), QLineEdit::Password);
        QCOMPARE(withoutName(*m_sheet), QStringList());
    }

private:
    QList<QLineEdit *> lines() const { return m_sheet->findChildren<QLineEdit *>(); }
    void type(const char *current, const char *wanted, const char *again)
    {
        const char *texts[] = {current, wanted, again};
        for (int i = 0; i < 3; ++i)
            QTest::keyClicks(lines().at(i), QString::fromLatin1(texts[i]));
    }

    QList<std::pair<QByteArray, QByteArray>> m_asked;
    Result<QString> m_answer;
    std::unique_ptr<OwnPasswordSheet> m_sheet;
};

QTEST_MAIN(tst_OwnPasswordSheet)
#include "tst_OwnPasswordSheet.moc"
