// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/MediaFormat.h"

#include <QTest>

using namespace Holdfast;

class tst_MediaFormat : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void everyFormatIsFoundByItsExtensionInAnyCase()
    {
        for (MediaFormat format : allMediaFormats) {
            const QString extension = formatName(format);
            QCOMPARE(formatFromFileName(QStringLiteral("call.") + extension), format);
            QCOMPARE(formatFromFileName(QStringLiteral("a.b.") + extension.toUpper()), format);
        }
    }
    void otherNamesPromiseNothing()
    {
        for (const auto &name : {QStringLiteral("call"), QStringLiteral("call.txt"), QStringLiteral("mp3"), QString()})
            QCOMPARE(formatFromFileName(name), std::nullopt);
    }
};

QTEST_APPLESS_MAIN(tst_MediaFormat)
#include "tst_MediaFormat.moc"
