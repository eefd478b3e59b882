// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAccessible>
#include <QApplication>
#include <QTest>

namespace Holdfast::Testing {

/// What a screen reader calls that widget.
inline QString spokenName(QWidget *widget)
{
    if (!widget->accessibleName().isEmpty())
        return widget->accessibleName();
    const QAccessibleInterface *accessible = QAccessible::queryAccessibleInterface(widget);
    return accessible ? accessible->text(QAccessible::Name) : QString();
}

/// The first in sight that the Tab key reaches and that is called so, in the order of that key; null where none is.
inline QWidget *firstCalled(QWidget &window, const QString &name)
{
    for (QWidget *part = window.nextInFocusChain(); part != &window; part = part->nextInFocusChain())
        if ((part->focusPolicy() & Qt::TabFocus) && part->isVisibleTo(&window) && spokenName(part) == name)
            return part;
    return nullptr;
}

/// The names of what the Tab key leads through, from that widget on until it is back there (Shift+Tab: the other way
/// round). Ends with "trapped" where it does not come back.
inline QStringList walk(QWidget *first, Qt::KeyboardModifiers modifiers = {})
{
    constexpr int most = 100;
    first->setFocus(Qt::TabFocusReason);
    QWidget *const begin = QApplication::focusWidget();
    QStringList names{spokenName(begin)};
    for (int i = 0; i < most; ++i) {
        QWidget *before = QApplication::focusWidget();
        QTest::keyClick(before, modifiers ? Qt::Key_Backtab : Qt::Key_Tab, modifiers);
        QWidget *now = QApplication::focusWidget();
        QTest::keyRelease(now, Qt::Key_Shift); // else it counts as held from now on
        if (now == begin)
            return names;
        if (now == before)
            break;
        names.append(spokenName(now));
    }
    names.append(QStringLiteral("trapped"));
    return names;
}

} // namespace Holdfast::Testing
