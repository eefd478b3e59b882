// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/FirstAdmin.h"

#include "crypto/Random.h"
#include "records/Users.h"

namespace Holdfast {

Result<QByteArray> makeFirstAdmin(DataFolder &data, const QByteArray &givenPassword, PasswordCost cost)
{
    const Result<Database *> database = data.connections().ofThisThread();
    const Result<qint64> count = database ? Users(**database).count() : fail(database.error());
    if (!count)
        return fail(count.error());
    if (*count > 0)
        return QByteArray();
    const QByteArray drawn =
        givenPassword.isEmpty()
            ? randomBytes(12).toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals)
            : QByteArray();
    const User admin{{}, QStringLiteral("admin"), QStringLiteral("Administrator"), Role::Admin};
    const QByteArray hash = hashPassword(givenPassword.isEmpty() ? drawn : givenPassword, cost);
    const Result<UserId> added = data.writes()
                                     .submit<UserId>([admin, hash](Database &writer) {
                                         return Users(writer).add(admin, hash, QDateTime::currentDateTimeUtc());
                                     })
                                     .result();
    if (!added)
        return fail(added.error());
    return drawn;
}

} // namespace Holdfast
