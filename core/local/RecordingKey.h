// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "local/LocalRecording.h"

#include <QStringList>

namespace Holdfast {

/// What the local store keeps beside a recording goes by this: the same before and after the server has stored it.
inline QString recordingKey(QUuid uploadId, RecordingId id)
{
    if (!uploadId.isNull())
        return QLatin1Char('u') + uploadId.toString(QUuid::WithoutBraces);
    return QLatin1Char('r') + QString::number(id.value);
}

inline QString recordingKey(const LocalRecording &recording)
{
    return recordingKey(recording.uploadId, recording.remote ? recording.remote->id : RecordingId{});
}

/// The name under which the cache keeps what came from the server: "r17".
inline QString nameInCache(RecordingId id)
{
    return QLatin1Char('r') + QString::number(id.value);
}

/// The name under which the cache keeps a recording's peaks.
inline QString waveformNameInCache(const QString &recordingKey)
{
    return QLatin1Char('w') + recordingKey;
}

inline bool isWaveformInCache(const QString &name)
{
    return name.startsWith(QLatin1Char('w'));
}

/// All names under which the cache may keep something of a recording.
inline QStringList namesInCache(QUuid uploadId, RecordingId id)
{
    QStringList names{nameInCache(id), waveformNameInCache(recordingKey(uploadId, id))};
    if (!uploadId.isNull())
        names.append(uploadId.toString(QUuid::WithoutBraces));
    return names;
}

} // namespace Holdfast
