// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/AccessLog.h"
#include "api/DataFolder.h"
#include "audit/Checkpoint.h"
#include "http/Router.h"

namespace Holdfast {

/// The audit log, its checkpoints and proofs, for those who may read it. Any thread.
class AuditRoutes
{
public:
    AuditRoutes(DataFolder &data, AccessLog &log);

    void addTo(Http::Router &router, const Http::Gate &gate);

private:
    Result<Http::Reply> list(const Http::Request &request, Database &database) const;
    Result<Http::Reply> checkpoint(const Http::Request &request, Database &database) const;
    Result<Http::Reply> keys(const Http::Request &request, Database &database) const;
    Result<Http::Reply> key(const Http::Request &request, Database &database) const;
    Result<Http::Reply> proof(const Http::Request &request, Database &database) const;
    Result<Http::Reply> consistency(const Http::Request &request, Database &database) const;
    Result<QByteArray> signedNote(Database &database) const;
    Result<CheckpointSigner> signer(Database &database) const;

    DataFolder &m_data;
    AccessLog &m_log;
};

} // namespace Holdfast
