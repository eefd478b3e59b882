// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QToolButton>

#include <optional>

QT_FORWARD_DECLARE_CLASS(QActionGroup)

namespace Holdfast {

/// Which side of a call an annotation is about: the agent's, the customer's, or both. Takes no focus, so that whoever
/// types can go on.
class SideButton : public QToolButton
{
    Q_OBJECT
public:
    explicit SideButton(QWidget *parent = nullptr);

    void setChannel(std::optional<int> channel); ///< 0 is the agent's, 1 the customer's; none: both

Q_SIGNALS:
    void chosen(std::optional<int> channel); ///< by a person

private:
    void add(std::optional<int> channel, const QString &words);

    QActionGroup *m_sides = nullptr;
};

} // namespace Holdfast
