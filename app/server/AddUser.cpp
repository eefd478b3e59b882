// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/AddUser.h"

#include "crypto/PasswordHash.h"
#include "domain/Limits.h"
#include "records/Users.h"

#include <QFile>

#include <cstdio>

namespace Holdfast {

namespace {

constexpr qint64 longestPassword = 1024;

Result<QByteArray> readPassword(const QString &path)
{
    QFile file(path);
    const bool opened = path.isEmpty() ? file.open(stdin, QIODevice::ReadOnly) : file.open(QIODevice::ReadOnly);
    if (!opened)
        return fail(FailureKind::Malformed, QStringLiteral("%1 can't be read: %2.").arg(path, file.errorString()));
    QByteArray line = file.readLine(longestPassword + 2);
    while (line.endsWith('\n') || line.endsWith('\r'))
        line.chop(1);
    if (line.size() < shortestPassword || line.size() > longestPassword)
        return fail(FailureKind::Malformed, QStringLiteral("The password must have %1 to %2 bytes. Nobody was added.")
                                                .arg(shortestPassword)
                                                .arg(longestPassword));
    return line;
}

} // namespace

Done checkUsername(const QString &name)
{
    const bool isPrintable = std::all_of(name.begin(), name.end(), [](QChar c) { return c.isPrint() && !c.isSpace(); });
    if (name.isEmpty() || name.size() > 64 || !isPrintable)
        return fail(FailureKind::Malformed,
                    QStringLiteral("A user's name has 1 to 64 characters and no spaces. Nobody was added."));
    return {};
}

Done addUser(DataFolder &data, const User &user, const QString &passwordFile)
{
    if (const Done checked = checkUsername(user.username); !checked)
        return checked;
    const Result<QByteArray> password = readPassword(passwordFile);
    if (!password)
        return fail(password.error());
    const QByteArray hash = hashPassword(*password, PasswordCost::Interactive);
    const Result<UserId> added = data.writes()
                                     .submit<UserId>([user, hash](Database &database) {
                                         return Users(database).add(user, hash, QDateTime::currentDateTimeUtc());
                                     })
                                     .result();
    if (!added)
        return fail(added.error());
    return {};
}

} // namespace Holdfast
