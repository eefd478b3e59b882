// SPDX-License-Identifier: GPL-3.0-or-later
#include "look/CurrentInSight.h"

#include <QAbstractItemView>
#include <QResizeEvent>

namespace Holdfast {

namespace {

class Keeper : public QObject
{
public:
    explicit Keeper(QAbstractItemView *view)
        : QObject(view)
        , m_view(view)
    {
        view->viewport()->installEventFilter(this);
    }

protected:
    bool eventFilter(QObject *watched, QEvent *event) override
    {
        if (event->type() == QEvent::Resize) {
            const QRect before(QPoint(), static_cast<QResizeEvent *>(event)->oldSize());
            if (before.intersects(m_view->visualRect(m_view->currentIndex())))
                QMetaObject::invokeMethod(
                    m_view, [view = m_view] { view->scrollTo(view->currentIndex()); },
                    Qt::QueuedConnection); // once it is laid out anew
        }
        return QObject::eventFilter(watched, event);
    }

private:
    QAbstractItemView *m_view; ///< owns this
};

} // namespace

void keepCurrentInSight(QAbstractItemView *view)
{
    new Keeper(view); // the view owns it
}

} // namespace Holdfast
