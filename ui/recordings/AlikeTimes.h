// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "local/LocalRecording.h"

#include <QCoreApplication>
#include <QHash>

namespace Holdfast {

/// Which recordings of a list would look alike by their time.
class AlikeTimes
{
    Q_DECLARE_TR_FUNCTIONS(Holdfast::AlikeTimes)
public:
    AlikeTimes() = default;
    explicit AlikeTimes(const QList<LocalRecording> &recordings);

    /// dateTimeText with the seconds.
    static QString toTheSecond(const QDateTime &time);

    bool any() const { return m_any; } ///< some two are of the same minute
    bool shareMinute(const LocalRecording &recording) const;
    bool shareSecond(const LocalRecording &recording) const;

private:
    QHash<qint64, int> m_minutes; ///< how many of each since 1970
    QHash<qint64, int> m_seconds;
    bool m_any = false;
};

} // namespace Holdfast
