// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "actions/Session.h"
#include "look/Appearance.h"

#include <QUrl>
#include <QWidget>

namespace Holdfast {

/// How the program looks and speaks, how it reads the names of files, what it keeps here, and who is signed in.
class SettingsPage : public QWidget
{
    Q_OBJECT
public:
    SettingsPage(Appearance &appearance, const Session &session, QWidget *parent = nullptr);

Q_SIGNALS:
    void appearanceChosen(Holdfast::AppearanceChoice choice);       ///< done already; for keeping
    void languageChosen(const Holdfast::ShownLanguage &language);   ///< for keeping
    void filingChanged(const Holdfast::FilingRules &rules);         ///< for keeping
    void sourcesChanged(const Holdfast::RecordingSources &sources); ///< for keeping
    void passwordChangeRequested();
    void signOutRequested();
    void problem(const QString &sentence);

private:
    QWidget *appearanceCard();
    QWidget *languageCard(const Session &session);
    QWidget *filingCard(const Session &session);
    QWidget *cacheCard(const Session &session);
    QWidget *sourcesCard(const Session &session);
    QWidget *accountCard(const User &user, const QUrl &server);

    Appearance &m_appearance;
};

} // namespace Holdfast
