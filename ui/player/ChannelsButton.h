// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "playback/Player.h"

#include <QToolButton>

QT_FORWARD_DECLARE_CLASS(QButtonGroup)
QT_FORWARD_DECLARE_CLASS(QGridLayout)
QT_FORWARD_DECLARE_CLASS(QSlider)

namespace Holdfast {

/// Who is heard of a call, and how loud: opens a small panel with a slider for each side.
class ChannelsButton : public QToolButton
{
    Q_OBJECT
public:
    enum class Solo { Both, Agent, Customer };

    explicit ChannelsButton(Player &player, QWidget *parent = nullptr);

    void setSolo(Solo solo);
    Solo solo() const { return m_solo; }

private:
    QWidget *buildPanel();
    QSlider *addSlider(const QString &name, int row, QGridLayout &grid);
    void apply();

    Player &m_player;
    Solo m_solo = Solo::Both;
    QButtonGroup *m_solos = nullptr;
    QSlider *m_agent = nullptr;
    QSlider *m_customer = nullptr;
};

} // namespace Holdfast
