// SPDX-License-Identifier: GPL-3.0-or-later
#include "signin/GiveUpSheet.h"

#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace Holdfast;

class tst_GiveUpSheet : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void saysWhatStaysAndRemovesNothingOnOneKeyPress()
    {
        int given = 0;
        GiveUpSheet sheet(QStringLiteral("Not stored yet: 2 recording(s)."), [&] {
            ++given;
            return QtFuture::makeReadyFuture(Result<WipeLocalData::Wiped>());
        });
        sheet.show();
        QVERIFY(QTest::qWaitForWindowExposed(&sheet));
        bool isSaid = false;
        for (const QLabel *label : sheet.findChildren<QLabel *>())
            isSaid = isSaid || label->text().contains(QStringLiteral("2 recording(s)"));
        QVERIFY(isSaid);
        QTest::keyClick(&sheet, Qt::Key_Return);
        QCOMPARE(given, 0);
        QVERIFY(!sheet.isVisible());
    }
    void removesItWhereThatIsPressedAndTellsWhatBecameOfIt()
    {
        WipeLocalData::Wiped wiped;
        wiped.left.hasGivenUp = true;
        GiveUpSheet sheet(QStringLiteral("Not stored yet: 2 recording(s)."),
                          [&] { return QtFuture::makeReadyFuture(Result<WipeLocalData::Wiped>(wiped)); });
        const QSignalSpy givenUp(&sheet, &GiveUpSheet::givenUp);
        sheet.show();
        for (QPushButton *button : sheet.findChildren<QPushButton *>())
            if (button->text() == QStringLiteral("Remove for good"))
                button->click();
        QTRY_COMPARE(givenUp.size(), 1);
        QCOMPARE(givenUp.first().first().toString(), wiped.sentence());
        QVERIFY(!sheet.isVisible());
    }
};

QTEST_MAIN(tst_GiveUpSheet)
#include "tst_GiveUpSheet.moc"
