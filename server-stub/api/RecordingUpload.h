// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/RecordingIntake.h"
#include "api/RunningUploads.h"
#include "api/StorageQuota.h"
#include "http/Router.h"

#include <QThreadPool>

namespace Holdfast {

/// POST /api/recordings: a form with a file. Who, where and how much is decided before the body, or as soon as the form
/// says it; the file is sealed as it arrives. Any thread; ends by finishing what arrived whole.
class RecordingUpload
{
public:
    RecordingUpload(RecordingIntake &intake, AccessLog &log, StorageQuota &quota);
    ~RecordingUpload();

    void addTo(Http::Router &router, const Http::Gate &gate);

private:
    Result<std::unique_ptr<Http::BodySink>> begin(const Http::Request &request, const Http::Responder &responder);

    RecordingIntake &m_intake;
    AccessLog &m_log;
    StorageQuota &m_quota;
    RunningUploads m_running;
    QThreadPool m_pool;
};

} // namespace Holdfast
