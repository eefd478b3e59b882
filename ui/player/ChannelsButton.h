// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/AgentChannel.h"
#include "playback/Player.h"

#include <QToolButton>

QT_FORWARD_DECLARE_CLASS(QAbstractButton)
QT_FORWARD_DECLARE_CLASS(QButtonGroup)
QT_FORWARD_DECLARE_CLASS(QGridLayout)
QT_FORWARD_DECLARE_CLASS(QSlider)

namespace Holdfast {

/// Who is heard of a call, and how loud: opens a small panel with a slider for each side.
class ChannelsButton : public QToolButton
{
    Q_OBJECT
public:
    explicit ChannelsButton(Player &player, QWidget *parent = nullptr);

    void setSolo(CallSide solo); ///< who alone is heard, or both
    CallSide solo() const { return m_solo; }
    void setAgentChannel(AgentChannel channel); ///< of what is played

private:
    QWidget *buildPanel();
    QSlider *addSlider(QGridLayout &grid);
    QAbstractButton *choice(CallSide solo) const;
    void showChannels();
    void apply();

    Player &m_player;
    CallSide m_solo = CallSide::Both;
    AgentChannel m_agentChannel = AgentChannel::Unknown;
    QButtonGroup *m_solos = nullptr;
    QSlider *m_agent = nullptr;
    QSlider *m_customer = nullptr;
};

} // namespace Holdfast
