// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/AccessLog.h"
#include "api/DataFolder.h"
#include "domain/Lead.h"
#include "http/Router.h"

namespace Holdfast {

/// One request for something of one lead: the lead as the caller may see it, or why not, and the entry that the access
/// leaves. Lives on one thread's stack.
struct LeadRequest
{
    LeadRequest(const Http::Request &request, DataFolder &data, AccessLog &log, const QString &action);

    /// Answers why there is no lead; what the caller may not see leaves an entry.
    void refuse(const Http::Responder &responder) const;

    Result<Lead> lead;
    AuditEntry entry;

private:
    AccessLog &m_log;
};

} // namespace Holdfast
