// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "local/LocalRecording.h"

namespace Holdfast {

/// What the local store keeps beside a recording goes by this: the same before and after the server has stored it.
inline QString recordingKey(const LocalRecording &recording)
{
    if (!recording.uploadId.isNull())
        return QLatin1Char('u') + recording.uploadId.toString(QUuid::WithoutBraces);
    return QLatin1Char('r') + QString::number(recording.remote ? recording.remote->id.value : 0);
}

} // namespace Holdfast
