// SPDX-License-Identifier: GPL-3.0-or-later
#include "look/Appearance.h"

#include "look/ButtonStyle.h"
#include "look/DesktopAppearance.h"
#include "look/Palettes.h"
#include "look/StyleSheet.h"

#include <QApplication>
#include <QStyleFactory>

namespace Holdfast {

Appearance::Appearance(QApplication &application)
    : m_application(application)
    , m_desktop(std::make_unique<DesktopAppearance>())
{
    QApplication::setStyle(new ButtonStyle(QStyleFactory::create(QStringLiteral("Fusion"))));
    connect(m_desktop.get(), &DesktopAppearance::changed, this, &Appearance::apply);
    apply();
}

Appearance::~Appearance() = default;

void Appearance::choose(AppearanceChoice choice)
{
    m_choice = choice;
    apply();
}

void Appearance::apply()
{
    bool dark = false;
    switch (m_choice) {
    case AppearanceChoice::Light:
        break;
    case AppearanceChoice::Dark:
        dark = true;
        break;
    case AppearanceChoice::AsDesktop:
        dark = m_desktop->dark();
        break;
    }
    const QPalette palette = dark ? darkPalette() : lightPalette();
    QApplication::setPalette(palette);
    m_application.setStyleSheet(styleSheetFor(palette));
}

} // namespace Holdfast
