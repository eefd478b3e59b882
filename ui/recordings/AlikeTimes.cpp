// SPDX-License-Identifier: GPL-3.0-or-later
#include "recordings/AlikeTimes.h"

#include "look/Text.h"

#include <QLocale>

namespace Holdfast {

namespace {

constexpr qint64 minute = 60;

qint64 secondOf(const LocalRecording &recording)
{
    return recording.callAt.toSecsSinceEpoch();
}

} // namespace

AlikeTimes::AlikeTimes(const QList<LocalRecording> &recordings)
{
    for (const LocalRecording &recording : recordings) {
        m_any = ++m_minutes[secondOf(recording) / minute] > 1 || m_any;
        ++m_seconds[secondOf(recording)];
    }
}

QString AlikeTimes::toTheSecond(const QDateTime &time)
{
    //: How a date and time to the second stand in a table; see QDateTime::toString
    return ltr(QLocale().toString(time.toLocalTime(), tr("d MMM yyyy  HH:mm:ss")));
}

bool AlikeTimes::shareMinute(const LocalRecording &recording) const
{
    return m_minutes.value(secondOf(recording) / minute) > 1;
}

bool AlikeTimes::shareSecond(const LocalRecording &recording) const
{
    return m_seconds.value(secondOf(recording)) > 1;
}

} // namespace Holdfast
