// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "access/TokenMint.h"
#include "api/AccessLog.h"
#include "api/KeyRotation.h"
#include "http/Router.h"

#include <QThreadPool>

namespace Holdfast {

/// The keys, for admins: which there are and what each is needed for, their rotation, the end of an old one. Any
/// thread.
class KeyRoutes
{
public:
    KeyRoutes(DataFolder &data, AccessLog &log, TokenMint &mint, Clock clock);

    void addTo(Http::Router &router, const Http::Gate &gate);
    void look(); ///< goes on with what a stopped server left
    void stop();

private:
    void list(const Http::Request &request, const Http::Responder &responder);
    void rotate(const Http::Request &request, const Http::Responder &responder);
    void retire(const Http::Request &request, const Http::Responder &responder);
    std::unique_ptr<Http::BodySink> rotateTokens(const Http::Request &request, const Http::Responder &responder);
    std::unique_ptr<Http::BodySink> rotateCheckpoints(const Http::Request &request, const Http::Responder &responder);

    DataFolder &m_data;
    AccessLog &m_log;
    TokenMint &m_mint;
    KeyRotation m_rotation;
    QThreadPool m_pool; // last: its work uses the others
};

} // namespace Holdfast
