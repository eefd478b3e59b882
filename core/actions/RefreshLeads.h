// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "actions/Session.h"

namespace Holdfast {

/// Fetches leads, or one lead's recordings, into the local store. UI thread.
class RefreshLeads : public QObject
{
    Q_OBJECT
public:
    RefreshLeads(Session &session, ApiClient &api, QObject *parent = nullptr);

    QFuture<Done> leads();
    QFuture<Done> recordingsOf(LeadId lead);

private:
    Session &m_session;
    ApiClient &m_api;
};

} // namespace Holdfast
