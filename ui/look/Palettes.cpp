// SPDX-License-Identifier: GPL-3.0-or-later
#include "look/Palettes.h"

namespace Holdfast {

namespace {

struct Ground
{
    QColor window, base, alternate, text, button, highlight, highlightText, disabled, placeholder, tip, tipText;
};

const Tones lightTones{QColor(0x56, 0x64, 0x6f), QColor(0xd6, 0xdd, 0xe3), QColor(0x0f, 0x6e, 0x84),
                       QColor(0xff, 0xff, 0xff), QColor(0x1b, 0x70, 0x42), QColor(0x8f, 0x5a, 0x00),
                       QColor(0xb3, 0x2d, 0x24), QColor(0xe9, 0xee, 0xf2), QColor(0xff, 0xff, 0xff),
                       QColor(0xff, 0xf4, 0xd9), QColor(0xfd, 0xeb, 0xe9)};
const Tones darkTones{QColor(0x9a, 0xa8, 0xb4), QColor(0x32, 0x3d, 0x47), QColor(0x4c, 0xb9, 0xd2),
                      QColor(0x08, 0x1c, 0x22), QColor(0x5f, 0xc7, 0x8d), QColor(0xe6, 0xb4, 0x50),
                      QColor(0xf2, 0x8b, 0x82), QColor(0x26, 0x30, 0x38), QColor(0x1f, 0x27, 0x2e),
                      QColor(0x33, 0x2b, 0x17), QColor(0x3a, 0x22, 0x23)};

QPalette paletteOf(const Ground &ground, const Tones &tones)
{
    QPalette palette;
    palette.setColor(QPalette::Window, ground.window);
    palette.setColor(QPalette::WindowText, ground.text);
    palette.setColor(QPalette::Base, ground.base);
    palette.setColor(QPalette::AlternateBase, ground.alternate);
    palette.setColor(QPalette::Text, ground.text);
    palette.setColor(QPalette::Button, ground.button);
    palette.setColor(QPalette::ButtonText, ground.text);
    palette.setColor(QPalette::BrightText, tones.bad);
    palette.setColor(QPalette::Highlight, ground.highlight);
    palette.setColor(QPalette::HighlightedText, ground.highlightText);
    palette.setColor(QPalette::Link, tones.accent);
    palette.setColor(QPalette::LinkVisited, tones.accent);
    palette.setColor(QPalette::ToolTipBase, ground.tip);
    palette.setColor(QPalette::ToolTipText, ground.tipText);
    palette.setColor(QPalette::PlaceholderText, ground.placeholder);
    palette.setColor(QPalette::Light, ground.base);
    palette.setColor(QPalette::Midlight, tones.hover);
    palette.setColor(QPalette::Mid, tones.line);
    palette.setColor(QPalette::Dark, tones.muted);
    palette.setColor(QPalette::Shadow, Qt::black);
    for (const QPalette::ColorRole role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        palette.setColor(QPalette::Disabled, role, ground.disabled);
    palette.setColor(QPalette::Disabled, QPalette::Highlight, tones.line);
    return palette;
}

} // namespace

QPalette lightPalette()
{
    return paletteOf({QColor(0xf3, 0xf6, 0xf8), QColor(0xff, 0xff, 0xff), QColor(0xf8, 0xfa, 0xfb),
                      QColor(0x17, 0x22, 0x2b), QColor(0xff, 0xff, 0xff), QColor(0xd3, 0xe8, 0xee),
                      QColor(0x0b, 0x2b, 0x34), QColor(0x9a, 0xa5, 0xae), QColor(0x6b, 0x78, 0x82),
                      QColor(0x17, 0x22, 0x2b), QColor(0xff, 0xff, 0xff)},
                     lightTones);
}

QPalette darkPalette()
{
    return paletteOf({QColor(0x14, 0x1a, 0x1f), QColor(0x1a, 0x21, 0x27), QColor(0x1d, 0x25, 0x2c),
                      QColor(0xe4, 0xea, 0xef), QColor(0x24, 0x2d, 0x35), QColor(0x1a, 0x3c, 0x47),
                      QColor(0xf0, 0xf7, 0xf9), QColor(0x61, 0x6d, 0x78), QColor(0x8d, 0x9b, 0xa7),
                      QColor(0x2b, 0x35, 0x3e), QColor(0xe4, 0xea, 0xef)},
                     darkTones);
}

const Tones &tonesOf(const QPalette &palette)
{
    return palette.color(QPalette::Window).lightness() < 128 ? darkTones : lightTones;
}

QColor mixed(const QColor &a, const QColor &b, double share)
{
    const auto channel = [share](float x, float y) {
        return static_cast<float>(static_cast<double>(x) * (1 - share) + static_cast<double>(y) * share);
    };
    return QColor::fromRgbF(channel(a.redF(), b.redF()), channel(a.greenF(), b.greenF()),
                            channel(a.blueF(), b.blueF()));
}

} // namespace Holdfast
