// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/EvidencePack.h"
#include "contract/EvidenceJson.h"
#include "http/Router.h"

namespace Holdfast {

/// Evidence packs: what is in one is decided and written down in one transaction, then it is made while it is sent. Any
/// thread; its end waits for the piece that is being made.
class EvidenceRoutes
{
public:
    EvidenceRoutes(DataFolder &data, AccessLog &log, const RecordingLookup &lookup, Clock clock);
    ~EvidenceRoutes();
    Q_DISABLE_COPY_MOVE(EvidenceRoutes)

    void addTo(Http::Router &router, const Http::Gate &gate);

private:
    void begin(const Caller &caller, const EvidenceRequest &request, const Http::Responder &responder);
    Result<Http::Reply> replyTo(EvidencePlan plan, const EvidenceRequest &request);

    DataFolder &m_data;
    AccessLog &m_log;
    const RecordingLookup &m_lookup;
    const Clock m_clock;
    QThreadPool m_pool;
};

} // namespace Holdfast
