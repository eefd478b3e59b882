// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <utility>

QT_FORWARD_DECLARE_CLASS(QFrame)
QT_FORWARD_DECLARE_CLASS(QLabel)
QT_FORWARD_DECLARE_CLASS(QVBoxLayout)
QT_FORWARD_DECLARE_CLASS(QWidget)

namespace Holdfast {

/// A part of a page with a head and a border, at most that wide, and the column that what is in it goes to; not owned
/// yet.
std::pair<QFrame *, QVBoxLayout *> makeCard(const QString &title, int width);

/// A sentence that may be overlooked, in as many lines as it takes.
QLabel *makeMutedLabel(const QString &text = {}, QWidget *parent = nullptr);

} // namespace Holdfast
