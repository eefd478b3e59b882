// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include <memory>

QT_FORWARD_DECLARE_CLASS(QApplication)

namespace Holdfast {

class DesktopAppearance;

enum class AppearanceChoice { Light, Dark, AsDesktop };

/// Gives the whole program its look, and changes it while it runs. Made once, before the first window; UI thread.
class Appearance : public QObject
{
    Q_OBJECT
public:
    explicit Appearance(QApplication &application);
    ~Appearance() override;

    AppearanceChoice choice() const { return m_choice; }
    void choose(AppearanceChoice choice);

private:
    void apply();

    QApplication &m_application;
    std::unique_ptr<DesktopAppearance> m_desktop;
    AppearanceChoice m_choice = AppearanceChoice::AsDesktop;
};

} // namespace Holdfast
