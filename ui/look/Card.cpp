// SPDX-License-Identifier: GPL-3.0-or-later
#include "look/Card.h"

#include "look/Spacing.h"
#include "look/Text.h"

#include <QFrame>
#include <QLabel>
#include <QVBoxLayout>

namespace Holdfast {

std::pair<QFrame *, QVBoxLayout *> makeCard(const QString &title, int width)
{
    auto *frame = new QFrame;
    frame->setProperty("card", true);
    frame->setMaximumWidth(width);
    auto *column = new QVBoxLayout(frame);
    column->setContentsMargins(Space::wide, Space::large, Space::wide, Space::large);
    column->setSpacing(Space::small);
    auto *head = new QLabel(title);
    head->setFont(subtitleFont());
    column->addWidget(head);
    return {frame, column};
}

QLabel *makeMutedLabel(const QString &text, QWidget *parent)
{
    auto *label = new QLabel(text, parent);
    label->setProperty("muted", true);
    label->setWordWrap(true);
    label->setTextFormat(Qt::PlainText); // names of files and what a server says stand in it, too
    return label;
}

} // namespace Holdfast
