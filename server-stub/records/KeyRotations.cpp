// SPDX-License-Identifier: GPL-3.0-or-later
#include "records/KeyRotations.h"

#include "records/ChangedOne.h"
#include "sqlite/Query.h"

namespace Holdfast {

Result<std::optional<KeyRotationRow>> KeyRotations::one(const QByteArray &condition)
{
    std::optional<KeyRotationRow> rotation;
    Query query(m_database, "SELECT id, to_key_id, begun_at, user_id, username, ended_at, rewrapped, unreadable"
                            " FROM key_rotations" +
                                condition + " ORDER BY id DESC LIMIT 1");
    const Done done = query.each([&] {
        rotation = KeyRotationRow{query.number(0), query.text(1),
                                  query.time(2),   {query.number(3)},
                                  query.text(4),   query.isNull(5) ? std::nullopt : std::optional(query.time(5)),
                                  query.number(6), query.number(7)};
    });
    if (!done)
        return fail(done.error());
    return rotation;
}

Result<std::optional<KeyRotationRow>> KeyRotations::newest()
{
    return one({});
}

Result<std::optional<KeyRotationRow>> KeyRotations::underWay()
{
    return one(" WHERE ended_at IS NULL");
}

Done KeyRotations::begin(const KeyRotationRow &rotation)
{
    const Result<std::optional<KeyRotationRow>> before = underWay();
    if (!before)
        return fail(before.error());
    if (*before)
        return fail(FailureKind::Conflict,
                    QStringLiteral("A rotation to the key-encryption key \"%1\" is under way already. It goes on by "
                                   "itself; nothing needs to be done.")
                        .arg((*before)->toKeyId));
    Query query(m_database, "INSERT INTO key_rotations (to_key_id, begun_at, user_id, username) VALUES (?, ?, ?, ?)");
    return query.bind(rotation.toKeyId, rotation.begunAt, rotation.userId, rotation.username).run();
}

Done KeyRotations::addRewrapped(qint64 howMany)
{
    Query query(m_database, "UPDATE key_rotations SET rewrapped = rewrapped + ? WHERE ended_at IS NULL");
    return query.bind(howMany).run();
}

Done KeyRotations::end(const QString &toKeyId, qint64 unreadable, const QDateTime &now)
{
    Query query(m_database, "UPDATE key_rotations SET to_key_id = ?, unreadable = ?, ended_at = ?"
                            " WHERE ended_at IS NULL");
    return changedOne(query.bind(toKeyId, unreadable, now), QStringLiteral("No rotation is under way."));
}

} // namespace Holdfast
