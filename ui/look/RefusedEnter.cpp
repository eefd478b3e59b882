// SPDX-License-Identifier: GPL-3.0-or-later
#include "look/RefusedEnter.h"

#include <QDialog>
#include <QKeyEvent>
#include <QPushButton>

namespace Holdfast {

RefusedEnter::RefusedEnter(QDialog &dialog, QPushButton &pressed, Missing missing, Say say)
    : QObject(&dialog)
    , m_pressed(&pressed)
    , m_missing(std::move(missing))
    , m_say(std::move(say))
{
    dialog.installEventFilter(this);
}

/// The dialog gets the key where no field has taken it for itself.
bool RefusedEnter::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyPress && m_pressed && m_pressed->isVisible() && !m_pressed->isEnabled()) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_Return || key == Qt::Key_Enter)
            if (const QString missing = m_missing(); !missing.isEmpty())
                m_say(missing);
    }
    return QObject::eventFilter(watched, event);
}

} // namespace Holdfast
