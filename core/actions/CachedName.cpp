// SPDX-License-Identifier: GPL-3.0-or-later
#include "actions/CachedName.h"

namespace Holdfast {

QString cachedName(const SealedCache &cache, const LocalRecording &recording)
{
    const QString upload = recording.uploadId.toString(QUuid::WithoutBraces);
    if (!recording.uploadId.isNull() && cache.has(upload))
        return upload;
    if (recording.remote && cache.has(nameInCache(recording.remote->id)))
        return nameInCache(recording.remote->id);
    return {};
}

} // namespace Holdfast
