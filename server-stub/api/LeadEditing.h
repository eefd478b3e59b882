// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/AccessLog.h"
#include "api/DataFolder.h"
#include "api/LeadFile.h"
#include "http/Router.h"

#include <QThreadPool>

namespace Holdfast {

/// Making, changing and importing leads, for those who manage them. Any thread; ends by finishing what is being read.
class LeadEditing
{
public:
    LeadEditing(DataFolder &data, AccessLog &log);
    ~LeadEditing();

    void addTo(Http::Router &router, const Http::Gate &gate);

private:
    std::unique_ptr<Http::BodySink> save(const Http::Request &request, const Http::Responder &responder);
    std::unique_ptr<Http::BodySink> import(const Http::Request &request, const Http::Responder &responder);

    // Slow: pool thread.
    Http::Reply importFile(const QByteArray &bytes, const AuditEntry &entry, bool isPreview);
    Result<LeadImport::Plan> plan(const LeadFile &file);
    Result<LeadImportReport> carryOut(const LeadFile &file, const LeadImport::Plan &plan, const AuditEntry &entry);

    DataFolder &m_data;
    AccessLog &m_log;
    QThreadPool m_pool; // last: its work uses the others
};

} // namespace Holdfast
