// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QLabel>
#include <QTest>

namespace Holdfast::Testing {

/// The button below that widget that is in sight and says so; null where none is.
inline QAbstractButton *buttonSaying(const QWidget &window, const QString &words)
{
    for (QAbstractButton *button : window.findChildren<QAbstractButton *>())
        if (button->isVisibleTo(&window) && QString(button->text()).remove(QLatin1Char('&')).startsWith(words))
            return button;
    return nullptr;
}

/// Clicks it once it is there and can be pressed. False where that does not come.
inline bool press(const QWidget &window, const QString &words)
{
    if (!QTest::qWaitFor([&] {
            const QAbstractButton *button = buttonSaying(window, words);
            return button && button->isEnabled();
        }))
        return false;
    QTest::mouseClick(buttonSaying(window, words), Qt::LeftButton);
    return true;
}

/// Whether a label below that widget that is in sight holds these words.
inline bool says(const QWidget &window, const QString &words)
{
    const QList<QLabel *> labels = window.findChildren<QLabel *>();
    return std::any_of(labels.cbegin(), labels.cend(), [&](const QLabel *label) {
        return label->isVisibleTo(&window) && label->text().contains(words);
    });
}

/// The view below that widget that is called so.
inline QAbstractItemView *viewCalled(const QWidget &window, const QString &name)
{
    for (QAbstractItemView *view : window.findChildren<QAbstractItemView *>())
        if (view->accessibleName() == name)
            return view;
    return nullptr;
}

/// What stands in a row, its cells apart by bars.
inline QString rowText(const QAbstractItemView &view, int row)
{
    QStringList cells;
    for (int column = 0; column < view.model()->columnCount(); ++column)
        cells.append(view.model()->index(row, column).data().toString());
    return cells.join(QLatin1Char('|'));
}

} // namespace Holdfast::Testing
