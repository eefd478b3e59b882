// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/AccessLog.h"
#include "api/DataFolder.h"
#include "api/WatchedWork.h"
#include "http/Router.h"
#include "records/AuditVerification.h"

namespace Holdfast {

/// Verifies the audit log while everything else goes on; with a checkpoint that was kept elsewhere as the body, against
/// that too. It ends when who asked goes away. Any thread.
class AuditVerifying
{
public:
    AuditVerifying(DataFolder &data, AccessLog &log);

    void addTo(Http::Router &router, const Http::Gate &gate);

private:
    DataFolder &m_data;
    AccessLog &m_log;
    WatchedWork m_work; // last: its work uses the others
};

/// Of a data folder. `kept` is a checkpoint's text, or empty; one that none of this log's keys signed is Malformed.
Result<AuditReport> verifyAudit(
    DataFolder &data, const QByteArray &kept, const std::function<bool()> &isCancelled = [] { return false; });

} // namespace Holdfast
