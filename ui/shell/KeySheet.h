// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>
#include <QKeySequence>
#include <QList>

namespace Holdfast {

/// What a key does, for the sheet that `?` shows.
struct KeyHelp
{
    QString group;
    QList<QKeySequence> keys;
    QString words;
    QString name = {}; ///< of keys that are too many to be listed
};

/// All keys of the window, in groups. Closes on Escape, as a dialog does.
class KeySheet : public QDialog
{
    Q_OBJECT
public:
    KeySheet(const QList<KeyHelp> &keys, QWidget *parent);
};

} // namespace Holdfast
