// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/User.h"
#include "look/Appearance.h"

#include <QUrl>
#include <QWidget>

namespace Holdfast {

/// How the program looks, and who is signed in.
class SettingsPage : public QWidget
{
    Q_OBJECT
public:
    SettingsPage(Appearance &appearance, const User &user, const QUrl &server, QWidget *parent = nullptr);

Q_SIGNALS:
    void appearanceChosen(Holdfast::AppearanceChoice choice); ///< done already; for keeping
    void signOutRequested();

private:
    QWidget *appearanceCard();
    QWidget *accountCard(const User &user, const QUrl &server);

    Appearance &m_appearance;
};

} // namespace Holdfast
