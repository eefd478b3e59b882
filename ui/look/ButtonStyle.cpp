// SPDX-License-Identifier: GPL-3.0-or-later
#include "look/ButtonStyle.h"

#include <QDialog>
#include <QPushButton>

namespace Holdfast {

void ButtonStyle::polish(QWidget *widget)
{
    QProxyStyle::polish(widget);
    // A dialog has its own order of which button Enter presses.
    if (auto *button = qobject_cast<QPushButton *>(widget); button && !qobject_cast<QDialog *>(widget->window()))
        button->setAutoDefault(true);
}

} // namespace Holdfast
