// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "access/PasswordCheck.h"
#include "api/AccessLog.h"
#include "api/DataFolder.h"
#include "api/Revision.h"
#include "contract/AccountJson.h"
#include "http/Router.h"
#include "records/Users.h"

namespace Holdfast {

/// The users, for admins: list, get, create, change. Nobody is deleted: what they did stays theirs; an account is
/// disabled instead. Any thread; ends by finishing the passwords that are being hashed.
class UserRoutes
{
public:
    UserRoutes(DataFolder &data, AccessLog &log, PasswordCheck &passwords, Clock clock);
    ~UserRoutes();

    void addTo(Http::Router &router, const Http::Gate &gate);

private:
    using Work = std::unique_ptr<Http::BodySink> (UserRoutes::*)(const Http::Request &, const Http::Responder &);
    void add(Http::Router &router, const Http::Gate &gate, const char *method, QLatin1String route, Work work);

    std::unique_ptr<Http::BodySink> list(const Http::Request &request, const Http::Responder &responder);
    std::unique_ptr<Http::BodySink> one(const Http::Request &request, const Http::Responder &responder);
    std::unique_ptr<Http::BodySink> create(const Http::Request &request, const Http::Responder &responder);
    std::unique_ptr<Http::BodySink> change(const Http::Request &request, const Http::Responder &responder);
    void store(const UserChange &change, const QByteArray &hash, const AuditEntry &entry,
               const std::optional<RevisionCondition> &condition, const Http::Responder &responder);

    DataFolder &m_data;
    AccessLog &m_log;
    PasswordCheck &m_passwords;
    Clock m_clock;
};

} // namespace Holdfast
