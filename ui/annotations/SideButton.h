// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/AgentChannel.h"

#include <QToolButton>

QT_FORWARD_DECLARE_CLASS(QActionGroup)

namespace Holdfast {

/// Which side of a call an annotation is about: the agent's, the customer's, or both. Takes no focus, so that whoever
/// types can go on.
class SideButton : public QToolButton
{
    Q_OBJECT
public:
    explicit SideButton(QWidget *parent = nullptr);

    void setSide(CallSide side);

Q_SIGNALS:
    void chosen(Holdfast::CallSide side); ///< by a person

private:
    void add(CallSide side, const QString &words);

    QActionGroup *m_sides = nullptr;
};

} // namespace Holdfast
