// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>

QT_FORWARD_DECLARE_CLASS(QLabel)
QT_FORWARD_DECLARE_CLASS(QPushButton)
QT_FORWARD_DECLARE_CLASS(QWidget)

namespace Holdfast {

/// The foot of a page with a table: which rows are chosen, what is to be said of them, and what can be done with them.
/// The foot takes all of these over. UI thread.
QWidget *chosenFoot(QLabel *which, QLabel *about, const QList<QPushButton *> &buttons);

} // namespace Holdfast
