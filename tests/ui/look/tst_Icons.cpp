// SPDX-License-Identifier: GPL-3.0-or-later
#include "look/Icons.h"

#include <QGuiApplication>
#include <QPalette>
#include <QTest>

using namespace Holdfast;

namespace {

constexpr QSize size(24, 24);

int inked(const QImage &image)
{
    int count = 0;
    for (int y = 0; y < image.height(); ++y)
        for (int x = 0; x < image.width(); ++x)
            count += image.pixelColor(x, y).alpha() > 128 ? 1 : 0;
    return count;
}

bool inkIs(const QImage &image, const QColor &color)
{
    for (int y = 0; y < image.height(); ++y)
        for (int x = 0; x < image.width(); ++x)
            if (image.pixelColor(x, y).alpha() == 255)
                return image.pixelColor(x, y).rgb() == color.rgb();
    return false;
}

} // namespace

class tst_Icons : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyIconIsDrawn()
    {
        for (int index = 0; index <= static_cast<int>(Icon::Holdfast); ++index) {
            const QImage image = icon(static_cast<Icon>(index)).pixmap(size).toImage();
            QVERIFY2(inked(image) > 20, qPrintable(QStringLiteral("icon %1 is empty").arg(index)));
            for (int edge = 0; edge < image.width(); ++edge) {
                QCOMPARE(image.pixelColor(edge, 0).alpha(), 0);
                QCOMPARE(image.pixelColor(0, edge).alpha(), 0);
            }
        }
        QVERIFY(inked(appIcon().pixmap(size).toImage()) > 200);
    }

    void theSameIconFollowsThePalette()
    {
        const QIcon stored = icon(Icon::Stored);
        for (const QColor &color : {QColor(10, 20, 30), QColor(230, 220, 210)}) {
            QPalette palette = QGuiApplication::palette();
            palette.setColor(QPalette::WindowText, color);
            QGuiApplication::setPalette(palette);
            QVERIFY(inkIs(stored.pixmap(size).toImage(), color));
        }
    }

    void aStateKeepsItsColour()
    {
        const QColor green(0, 128, 64);
        QVERIFY(inkIs(icon(Icon::Stored, green).pixmap(size).toImage(), green));
    }

    void itIsCrispAtTwiceTheScale()
    {
        const QPixmap pixmap = icon(Icon::Leads).pixmap(size, 2.0);
        QCOMPARE(pixmap.size(), size * 2);
        QCOMPARE(pixmap.devicePixelRatio(), 2.0);
    }
};

QTEST_MAIN(tst_Icons)
#include "tst_Icons.moc"
