// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "access/PasswordCheck.h"
#include "access/SignInThrottle.h"
#include "api/AccessLog.h"
#include "api/DataFolder.h"
#include "api/Sessions.h"
#include "http/Router.h"
#include "records/Users.h"

namespace Holdfast {

/// Sign-in, its renewal and end, one's own password, and who somebody is. Any thread; ends by finishing the passwords
/// that are being compared.
class AuthRoutes
{
public:
    AuthRoutes(DataFolder &data, AccessLog &log, Sessions &sessions, PasswordCheck &passwords, Clock clock);
    ~AuthRoutes();

    void addTo(Http::Router &router, const Http::Gate &gate);

private:
    struct Attempt
    {
        QString username;
        QByteArray password;
        QHostAddress address;
        bool secure = false;
    };
    struct NewPassword
    {
        Caller caller;
        QByteArray current;
        QByteArray wanted;
        bool secure = false;
    };
    std::unique_ptr<Http::BodySink> login(const Http::Request &request, const Http::Responder &responder);
    std::unique_ptr<Http::BodySink> password(const Http::Request &request, const Http::Responder &responder);
    void logIn(const Attempt &attempt, const Http::Responder &responder);
    void refuseThrottled(const Caller &caller, std::chrono::seconds wait, const Http::Responder &responder);
    void decide(const Attempt &attempt, const std::optional<Account> &account, const Result<bool> &matches,
                const Http::Responder &responder);
    void changePassword(const NewPassword &change, const Http::Responder &responder);
    void storePassword(const NewPassword &change, const QByteArray &hash, const Http::Responder &responder);

    DataFolder &m_data;
    AccessLog &m_log;
    Sessions &m_sessions;
    PasswordCheck &m_passwords;
    Clock m_clock;
    SignInThrottle m_throttle;
};

} // namespace Holdfast
