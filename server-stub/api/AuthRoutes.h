// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "access/Gate.h"
#include "access/PasswordCheck.h"
#include "access/SignInThrottle.h"
#include "access/TokenMint.h"
#include "api/AccessLog.h"
#include "api/DataFolder.h"
#include "http/Router.h"
#include "records/Users.h"

namespace Holdfast {

/// Sign-in, sign-out, and who somebody is. Any thread.
class AuthRoutes
{
public:
    AuthRoutes(DataFolder &data, AccessLog &log, Gate &gate, const TokenMint &mint, PasswordCost cost, Clock clock);

    void addTo(Http::Router &router, const Http::Gate &gate);

private:
    struct Attempt
    {
        QString username;
        QByteArray password;
        QHostAddress address;
    };
    std::unique_ptr<Http::BodySink> login(const Http::Request &request, const Http::Responder &responder);
    void logIn(const Attempt &attempt, const Http::Responder &responder);
    void decide(const Attempt &attempt, const std::optional<Account> &account, const Result<bool> &matches,
                const Http::Responder &responder);
    void logout(const Caller &caller, const Http::Responder &responder);

    DataFolder &m_data;
    AccessLog &m_log;
    Gate &m_gate;
    const TokenMint &m_mint;
    Clock m_clock;
    SignInThrottle m_throttle;
    PasswordCheck m_passwords; // last: its pool uses the others
};

} // namespace Holdfast
