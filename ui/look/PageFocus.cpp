// SPDX-License-Identifier: GPL-3.0-or-later
#include "look/PageFocus.h"

#include <QFocusEvent>
#include <QPointer>
#include <QWidget>

namespace Holdfast {

namespace {

class Guide : public QObject
{
public:
    Guide(QWidget *page, QWidget *part)
        : QObject(page)
        , m_part(part)
    {
        page->installEventFilter(this);
    }

protected:
    bool eventFilter(QObject *watched, QEvent *event) override
    {
        if (event->type() == QEvent::FocusIn && m_part)
            m_part->setFocus(static_cast<QFocusEvent *>(event)->reason());
        return QObject::eventFilter(watched, event);
    }

private:
    QPointer<QWidget> m_part;
};

} // namespace

void giveFocusTo(QWidget *page, QWidget *part)
{
    new Guide(page, part); // the page owns it
}

} // namespace Holdfast
