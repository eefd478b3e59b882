// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/OpenRecordings.h"
#include "api/RecordingLookup.h"
#include "http/ByteRange.h"
#include "http/Router.h"

namespace Holdfast {

/// What a recording sounds like: download and stream, whole or by ranges. Memory does not depend on the file's size.
/// Any thread.
class RecordingBytes
{
public:
    RecordingBytes(OpenRecordings &files, AccessLog &log, const RecordingLookup &recordings);

    void addTo(Http::Router &router, const Http::Gate &gate);

private:
    enum class Use { Download, Stream };
    void send(Use use, const Http::Request &request, const Http::Responder &responder);
    Result<Http::Reply> bytesOf(const Recording &recording, const Http::Request &request);

    OpenRecordings &m_files;
    AccessLog &m_log;
    const RecordingLookup &m_recordings;
};

} // namespace Holdfast
