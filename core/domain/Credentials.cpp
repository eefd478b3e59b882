// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/Credentials.h"

#include "domain/Limits.h"

#include <QCoreApplication>

#include <algorithm>

namespace Holdfast {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Holdfast::Credentials)
};

} // namespace

Done checkPassword(QByteArrayView password)
{
    if (password.size() < shortestPassword || password.size() > longestPassword)
        return fail(FailureKind::Malformed, Words::tr("The password must have %1 to %2 bytes. Nothing was changed.")
                                                .arg(shortestPassword)
                                                .arg(longestPassword));
    return {};
}

Done checkUsername(QStringView username)
{
    const bool isPrintable =
        std::all_of(username.begin(), username.end(), [](QChar c) { return c.isPrint() && !c.isSpace(); });
    if (username.isEmpty() || username.size() > 64 || !isPrintable)
        return fail(FailureKind::Malformed,
                    Words::tr("A user's name has 1 to 64 characters and no spaces. Nothing was changed."));
    return {};
}

} // namespace Holdfast
