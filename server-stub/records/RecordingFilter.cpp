// SPDX-License-Identifier: GPL-3.0-or-later
#include "records/RecordingFilter.h"

#include <QDataStream>
#include <QIODevice>

namespace Holdfast {

RecordingPlace placeOf(const Recording &recording, RecordingSort::By by)
{
    switch (by) {
    case RecordingSort::By::UploadedAt:
        return {recording.uploadedAt.toMSecsSinceEpoch(), recording.id};
    case RecordingSort::By::Duration:
        return {recording.duration ? qint64{recording.duration->count()} : -1, recording.id};
    case RecordingSort::By::CallDate:
        return {recording.callDate.toMSecsSinceEpoch(), recording.id};
    }
    Q_UNREACHABLE();
}

bool RecordingFilter::contradictsItself() const
{
    return (onlyAgent && agentId && *onlyAgent != *agentId) || (startDate && endDate && *startDate > *endDate) ||
           (minDuration && maxDuration && *minDuration > *maxDuration) || heard.leastSilence() > heard.mostSilence();
}

QByteArray RecordingFilter::fingerprint() const
{
    QByteArray bytes;
    QDataStream stream(&bytes, QIODevice::WriteOnly);
    stream.setVersion(QDataStream::Qt_6_0);
    const auto add = [&stream](const auto &value, auto number) {
        stream << value.has_value() << (value ? number(*value) : qint64{0});
    };
    const auto id = [](auto value) { return value.value; };
    const auto time = [](const QDateTime &value) { return value.toMSecsSinceEpoch(); };
    const auto number = [](auto value) { return static_cast<qint64>(value); };
    add(onlyAgent, id);
    add(agentId, id);
    add(campaignId, id);
    add(leadId, id);
    add(startDate, time);
    add(endDate, time);
    add(complianceHold, number);
    add(minDuration, number);
    add(maxDuration, number);
    for (const auto &part : {heard.minTalk, heard.maxTalk, heard.minSilence, heard.maxSilence, heard.minOverlap})
        add(part, number);
    add(heard.minLongestSilence, number);
    add(heard.deadChannel, number);
    add(heard.clipped, number);
    // A null text and an empty one ask for the same.
    stream << disposition.toUtf8() << words.simplified().toUtf8();
    return bytes;
}

} // namespace Holdfast
