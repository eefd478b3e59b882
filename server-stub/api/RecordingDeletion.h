// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/OpenRecordings.h"
#include "api/RecordingLookup.h"
#include "api/StorageQuota.h"
#include "http/Router.h"

#include <QThreadPool>

namespace Holdfast {

/// DELETE /api/recordings/{id}: row and key go with the audit entry in one transaction, then the file. Where the server
/// dies in between, the file goes at its next start. What is under compliance hold stays. Any thread; ends by finishing
/// what was begun.
class RecordingDeletion
{
public:
    RecordingDeletion(DataFolder &data, AccessLog &log, const RecordingLookup &recordings, OpenRecordings &files,
                      StorageQuota &quota);
    ~RecordingDeletion();

    void addTo(Http::Router &router, const Http::Gate &gate);

    /// Deletes what the path's {id} names, if the caller may, and answers `done` once it is gone.
    void remove(const Http::Request &request, const Http::Responder &responder, const Http::Reply &done);

    /// What is left to do for recordings whose rows are gone: their room is given back, they are no longer open, and
    /// their files go. Waits for the writer: not in its thread.
    void removeFiles(const QList<Recording> &deleted);

private:
    DataFolder &m_data;
    AccessLog &m_log;
    const RecordingLookup &m_recordings;
    OpenRecordings &m_files;
    StorageQuota &m_quota;
    QThreadPool m_pool; // last: its work uses the others
};

} // namespace Holdfast
