// SPDX-License-Identifier: GPL-3.0-or-later
#include "records/WrappingKeys.h"

#include "records/ChangedOne.h"
#include "sqlite/Query.h"

namespace Holdfast {

namespace {

QString noSuchKey()
{
    return QStringLiteral("There is no such key-encryption key.");
}

} // namespace

Result<QList<WrappingKey>> WrappingKeys::all()
{
    QList<WrappingKey> keys;
    Query query(m_database, "SELECT id, fingerprint, made_at, is_current, current_from, retired_at FROM wrapping_keys"
                            " ORDER BY made_at, id");
    const auto timeOrNone = [&query](int column) {
        return query.isNull(column) ? std::nullopt : std::optional(query.time(column));
    };
    const Done done = query.each([&] {
        keys.append({query.text(0), query.bytes(1), query.time(2), query.number(3) != 0, timeOrNone(4), timeOrNone(5)});
    });
    if (!done)
        return fail(done.error());
    return keys;
}

Done WrappingKeys::add(const QString &id, const QByteArray &fingerprint, const QDateTime &madeAt)
{
    Query query(m_database, "INSERT INTO wrapping_keys (id, fingerprint, made_at) VALUES (?, ?, ?)");
    return query.bind(id, QString::fromLatin1(fingerprint), madeAt).run();
}

Done WrappingKeys::makeCurrent(const QString &id, const QDateTime &now)
{
    Query before(m_database, "UPDATE wrapping_keys SET is_current = 0 WHERE is_current = 1");
    if (Done done = before.run(); !done)
        return done;
    Query query(m_database,
                "UPDATE wrapping_keys SET is_current = 1, current_from = coalesce(current_from, ?), retired_at = NULL"
                " WHERE id = ?");
    return changedOne(query.bind(now, id), noSuchKey());
}

Done WrappingKeys::retire(const QString &id, const QDateTime &now)
{
    Query current(m_database, "SELECT count(*) FROM wrapping_keys WHERE id = ? AND is_current = 1");
    const Result<qint64> isCurrent = current.bind(id).oneNumber();
    if (!isCurrent)
        return fail(isCurrent.error());
    if (*isCurrent > 0)
        return fail(FailureKind::Conflict,
                    QStringLiteral("New recordings are sealed under this key-encryption key. Rotate it first."));
    Query query(m_database, "UPDATE wrapping_keys SET retired_at = ? WHERE id = ?");
    return changedOne(query.bind(now, id), noSuchKey());
}

Done WrappingKeys::checkInUse(const QString &id)
{
    Query query(m_database, "SELECT count(*) FROM wrapping_keys WHERE id = ? AND retired_at IS NOT NULL");
    const Result<qint64> retired = query.bind(id).oneNumber();
    if (!retired)
        return fail(retired.error());
    if (*retired > 0)
        return fail(
            FailureKind::Unreachable,
            QStringLiteral("The key-encryption key was retired at this moment. Nothing was stored; try again."));
    return {};
}

} // namespace Holdfast
