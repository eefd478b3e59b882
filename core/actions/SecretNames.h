// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QUrl>

namespace Holdfast {

/// The name under which the keyring keeps something of one person at one server: "token", "cache", "canary".
inline QString secretName(const char *what, const QUrl &server, const QString &username)
{
    return QLatin1String(what) + QLatin1Char(':') + username + QLatin1Char('@') +
           server.toString(QUrl::StripTrailingSlash | QUrl::RemoveUserInfo);
}

} // namespace Holdfast
