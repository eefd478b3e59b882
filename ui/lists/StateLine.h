// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Failure.h"

#include <QDateTime>
#include <QLabel>

namespace Holdfast {

/// What is wrong, where something is; hidden otherwise. Of a server that can't be reached it says how old is what is
/// shown. UI thread.
class StateLine : public QLabel
{
    Q_OBJECT
public:
    explicit StateLine(QWidget *parent = nullptr);

    void say(const QString &sentence); ///< empty: nothing is wrong
    void say(const Failure &failure, const QDateTime &readAt);
    /// An invalid time: nothing is shown yet.
    static QString wordsFor(const Failure &failure, const QDateTime &readAt);
};

} // namespace Holdfast
