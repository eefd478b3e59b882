// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/RecordingLookup.h"
#include "http/Router.h"

#include <QHash>
#include <QMutex>
#include <QThreadPool>

#include <atomic>

namespace Holdfast {

/// The peaks that a recording's waveform is drawn from: computed when first asked for, once, and kept sealed beside
/// the file. Any thread; ends by stopping what is being computed.
class Waveform
{
public:
    Waveform(DataFolder &data, AccessLog &log, const RecordingLookup &recordings);
    ~Waveform();

    void addTo(Http::Router &router, const Http::Gate &gate);

private:
    struct Waiting
    {
        AuditEntry entry;
        Http::Responder responder;
    };
    void ask(const Http::Request &request, const Http::Responder &responder);
    void answerAll(const Recording &recording);
    Result<QByteArray> peaksOf(const Recording &recording);

    DataFolder &m_data;
    AccessLog &m_log;
    const RecordingLookup &m_recordings;
    QMutex m_mutex;
    QHash<RecordingId, QList<Waiting>> m_waiting; ///< by the recording that is being read
    std::atomic_bool m_stopping = false;
    QThreadPool m_pool;
};

} // namespace Holdfast
