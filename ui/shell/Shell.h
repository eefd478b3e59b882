// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "look/Icons.h"

#include <QWidget>

QT_FORWARD_DECLARE_CLASS(QButtonGroup)
QT_FORWARD_DECLARE_CLASS(QStackedWidget)
QT_FORWARD_DECLARE_CLASS(QVBoxLayout)

namespace Holdfast {

class Banner;
class Rail;
class StatusLine;
class SyncLoop;

/// The frame of the window while somebody is signed in: a rail with the places, the place, the player, the status line.
/// Knows nothing of what the places do.
class Shell : public QWidget
{
    Q_OBJECT
public:
    explicit Shell(SyncLoop &sync, QWidget *parent = nullptr);

    /// The first one is shown. Takes the page.
    void addPlace(Icon sign, const QString &title, QWidget *page);
    /// In the rail or not; the first place comes instead of one that is shown and goes.
    void setPlaceOffered(QWidget *page, bool isOffered);
    void setPlayer(QWidget *player); ///< takes it; stays when the place changes
    Banner &banner() { return *m_banner; }
    StatusLine &statusLine() { return *m_status; }
    QWidget *place() const;
    void showPlace(QWidget *page); ///< one that was added

private:
    QButtonGroup *m_buttons;
    Rail *m_rail;
    QStackedWidget *m_places;
    Banner *m_banner;
    StatusLine *m_status;
    QVBoxLayout *m_foot;
};

} // namespace Holdfast
