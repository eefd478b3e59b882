// SPDX-License-Identifier: GPL-3.0-or-later
#include "lists/ChosenFoot.h"

#include "look/Spacing.h"
#include "look/Text.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

namespace Holdfast {

QWidget *chosenFoot(QLabel *which, QLabel *about, const QList<QPushButton *> &buttons)
{
    which->setFont(subtitleFont());
    about->setProperty("muted", true);
    for (QLabel *label : {which, about}) {
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
        label->setMinimumWidth(1); // long names never hold the window open
    }
    auto *words = new QVBoxLayout;
    words->setSpacing(Space::hair);
    words->addWidget(which);
    words->addWidget(about);
    auto *foot = new QWidget;
    auto *line = new QHBoxLayout(foot);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(Space::small);
    line->addLayout(words, 1);
    for (QPushButton *button : buttons)
        line->addWidget(button, 0, Qt::AlignTop);
    return foot;
}

} // namespace Holdfast
