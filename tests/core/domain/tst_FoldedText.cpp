// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/FoldedText.h"

#include <QTest>

using namespace Holdfast;

class tst_FoldedText : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void comparesWithoutCaseAndAccents_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("folded");
        QTest::newRow("plain") << QStringLiteral("Dora Weber") << QStringLiteral("dora weber");
        QTest::newRow("one letter") << QStringLiteral("Am\u00E1ra") << QStringLiteral("amara");
        QTest::newRow("letter and mark") << QStringLiteral("Ama\u0301ra") << QStringLiteral("amara");
        QTest::newRow("umlaut") << QStringLiteral("J\u00DCRGEN") << QStringLiteral("jurgen");
        QTest::newRow("sharp s") << QStringLiteral("Stra\u00DFe") << QStringLiteral("strasse");
        QTest::newRow("vowel signs are letters") << QStringLiteral("\u0939\u093F") << QStringLiteral("\u0939\u093F");
        QTest::newRow("nothing") << QString() << QString();
    }
    void comparesWithoutCaseAndAccents()
    {
        QFETCH(QString, text);
        QTEST(foldedText(text), "folded");
    }
};

QTEST_APPLESS_MAIN(tst_FoldedText)
#include "tst_FoldedText.moc"
