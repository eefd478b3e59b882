// SPDX-License-Identifier: GPL-3.0-or-later
#include "look/Appearance.h"
#include "look/Palettes.h"
#include "look/StyleSheet.h"

#include <QApplication>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QWidget>

using namespace Holdfast;

class tst_Appearance : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aChoiceChangesWindowsThatAreOpen()
    {
        Appearance appearance(*qApp);
        QWidget window;
        window.show();
        appearance.choose(AppearanceChoice::Dark);
        QCOMPARE(window.palette().color(QPalette::Window), darkPalette().color(QPalette::Window));
        appearance.choose(AppearanceChoice::Light);
        QCOMPARE(window.palette().color(QPalette::Window), lightPalette().color(QPalette::Window));
        QCOMPARE(appearance.choice(), AppearanceChoice::Light);
    }

    void enterPressesTheButtonThatHasTheFocus()
    {
        Appearance appearance(*qApp);
        QWidget window;
        QPushButton button(QStringLiteral("Import leads…"), &window);
        window.show();
        button.setFocus();
        QSignalSpy clicked(&button, &QPushButton::clicked);
        QTest::keyClick(&button, Qt::Key_Return);
        QCOMPARE(clicked.count(), 1);
    }

    void everyColourOfTheStyleSheetIsFilledIn()
    {
        for (const QPalette &palette : {lightPalette(), darkPalette()}) {
            const QString sheet = styleSheetFor(palette);
            QVERIFY2(!sheet.contains(QLatin1Char('@')), qPrintable(sheet.mid(sheet.indexOf(QLatin1Char('@')), 24)));
            QVERIFY(sheet.contains(tonesOf(palette).accent.name()));
        }
    }
};

QTEST_MAIN(tst_Appearance)
#include "tst_Appearance.moc"
