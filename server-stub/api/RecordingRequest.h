// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/RecordingLookup.h"
#include "http/Exchange.h"

namespace Holdfast {

/// One request for something of one recording: the recording as the caller may see it, or why not, and the entry that
/// the access leaves. Lives on one thread's stack.
struct RecordingRequest
{
    RecordingRequest(const Http::Request &request, const RecordingLookup &recordings, AccessLog &log,
                     const QString &action, RecordingLookup::Retention retention = RecordingLookup::Retention::With);

    /// Answers why there is no recording; what the caller may not see leaves an entry.
    void refuse(const Http::Responder &responder) const;

    Result<Recording> recording;
    AuditEntry entry;

private:
    AccessLog &m_log;
};

} // namespace Holdfast
