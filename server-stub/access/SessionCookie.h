// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "http/Headers.h"

#include <QByteArray>
#include <QDateTime>

namespace Holdfast {

/// The cookies of a browser's sign-in (RFC 6265): the token, which no script can read and which goes to the
/// /inquiries/ routes alone, and the CSRF token that a script must repeat in X-CSRFToken. Both SameSite=Strict. Pure.
namespace SessionCookie {

/// The token that came in the Cookie field; empty where there is none.
QByteArray tokenOf(const Http::Headers &headers);
/// What came in X-CSRFToken; empty where there is none.
QByteArray csrfOf(const Http::Headers &headers);

/// Adds the two Set-Cookie fields; `secure` where the connection is encrypted.
void set(Http::Headers &headers, const QByteArray &token, const QByteArray &csrf, qint64 seconds, bool secure);
void clear(Http::Headers &headers, bool secure);

} // namespace SessionCookie

} // namespace Holdfast
