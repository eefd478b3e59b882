// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/KeySheet.h"

#include <QLabel>
#include <QPushButton>
#include <QTest>

#include <algorithm>

using namespace Holdfast;

class tst_KeySheet : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void showsKeysByTheirNamesAndThoseThatAreTooManyByWhatTheyAreCalled()
    {
        const KeySheet sheet(
            {{QStringLiteral("In the inbox"), {Qt::Key_Delete}, QStringLiteral("Dismiss")},
             {QStringLiteral("In the inbox"), {}, QStringLiteral("Look for another lead"), QStringLiteral("A letter")}},
            nullptr);
        QStringList spoken;
        for (const QLabel *label : sheet.findChildren<QLabel *>())
            spoken.append(label->accessibleName());
        QVERIFY(spoken.contains(QKeySequence(Qt::Key_Delete).toString(QKeySequence::NativeText) +
                                QStringLiteral(": Dismiss")));
        QVERIFY(spoken.contains(QStringLiteral("A letter: Look for another lead")));
    }
    void closesByAButtonWithoutAPlatformsSign()
    {
        KeySheet sheet({{QStringLiteral("Everywhere"), {Qt::Key_F1}, QStringLiteral("Show these keys")}}, nullptr);
        sheet.show();
        auto *close = sheet.findChild<QPushButton *>();
        QVERIFY(close->icon().isNull());
        close->click();
        QVERIFY(!sheet.isVisible());
    }
};

QTEST_MAIN(tst_KeySheet)
#include "tst_KeySheet.moc"
