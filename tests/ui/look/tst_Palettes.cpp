// SPDX-License-Identifier: GPL-3.0-or-later
#include "look/Palettes.h"

#include <QTest>

#include <algorithm>
#include <cmath>

using namespace Holdfast;

namespace {

/// Relative luminance and contrast as WCAG 2 defines them.
double luminance(const QColor &color)
{
    const auto linear = [](float channel) {
        const auto value = static_cast<double>(channel);
        return value <= 0.04045 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF()) + 0.0722 * linear(color.blueF());
}

double contrast(const QColor &a, const QColor &b)
{
    const auto [darker, lighter] = std::minmax(luminance(a), luminance(b));
    return (lighter + 0.05) / (darker + 0.05);
}

struct Pair
{
    const char *name;
    QColor text;
    QColor ground;
};

QList<Pair> textPairs(const QPalette &palette)
{
    const Tones &tones = tonesOf(palette);
    const QColor window = palette.color(QPalette::Window);
    const QColor base = palette.color(QPalette::Base);
    QList<Pair> pairs{
        {"text in fields", palette.color(QPalette::Text), base},
        {"text in every other row", palette.color(QPalette::Text), palette.color(QPalette::AlternateBase)},
        {"text of the window", palette.color(QPalette::WindowText), window},
        {"text on raised parts", palette.color(QPalette::WindowText), tones.raised},
        {"text below the pointer", palette.color(QPalette::WindowText), tones.hover},
        {"buttons", palette.color(QPalette::ButtonText), palette.color(QPalette::Button)},
        {"selection", palette.color(QPalette::HighlightedText), palette.color(QPalette::Highlight)},
        {"tool tips", palette.color(QPalette::ToolTipText), palette.color(QPalette::ToolTipBase)},
        {"the button to press", tones.accentText, tones.accent},
        {"text on a warning", palette.color(QPalette::WindowText), tones.warnGround},
        {"text on what went wrong", palette.color(QPalette::WindowText), tones.badGround},
        {"hints in empty fields", palette.color(QPalette::PlaceholderText), base},
    };
    for (const QColor &ground :
         {window, base, palette.color(QPalette::AlternateBase), tones.raised, palette.color(QPalette::Highlight)}) {
        pairs.append({"muted text", tones.muted, ground});
        pairs.append({"what plays", tones.accent, ground});
        pairs.append({"what went well", tones.good, ground});
        pairs.append({"a warning", tones.warn, ground});
        pairs.append({"what went wrong", tones.bad, ground});
    }
    return pairs;
}

} // namespace

class tst_Palettes : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyTextCanBeRead_data()
    {
        QTest::addColumn<QPalette>("palette");
        QTest::newRow("light") << lightPalette();
        QTest::newRow("dark") << darkPalette();
    }

    void everyTextCanBeRead()
    {
        QFETCH(QPalette, palette);
        QStringList tooFaint;
        for (const Pair &pair : textPairs(palette))
            if (contrast(pair.text, pair.ground) < 4.5)
                tooFaint.append(QStringLiteral("%1: %2 on %3 is %4")
                                    .arg(QLatin1String(pair.name), pair.text.name(), pair.ground.name())
                                    .arg(contrast(pair.text, pair.ground), 0, 'f', 2));
        QVERIFY2(tooFaint.isEmpty(), qPrintable(tooFaint.join(QStringLiteral("; "))));
    }

    void blackOnWhiteIsTwentyOneToOne() { QCOMPARE(contrast(Qt::black, Qt::white), 21.0); }

    void tonesFollowTheirPalette()
    {
        QVERIFY(tonesOf(lightPalette()).raised.lightness() > 128);
        QVERIFY(tonesOf(darkPalette()).raised.lightness() < 128);
    }
};

QTEST_GUILESS_MAIN(tst_Palettes)
#include "tst_Palettes.moc"
