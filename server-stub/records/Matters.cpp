// SPDX-License-Identifier: GPL-3.0-or-later
#include "records/Matters.h"

#include "records/ChangedOne.h"
#include "records/Users.h"

namespace Holdfast {

namespace {

const QByteArray matterColumns =
    "SELECT m.id, m.name, m.reference, m.reason, m.owner_id, coalesce(u.full_name, ''), m.review_date, m.closed_at,"
    " m.created_at, m.updated_at,"
    " (SELECT count(*) FROM holds h WHERE h.matter_id = m.id AND h.released_at IS NULL), m.revision"
    " FROM matters m LEFT JOIN users u ON u.id = m.owner_id";

Matter matterOf(const Query &query)
{
    Matter matter;
    matter.id = {query.number(0)};
    matter.name = query.text(1);
    matter.reference = query.text(2);
    matter.reason = query.text(3);
    if (!query.isNull(4))
        matter.ownerId = UserId{query.number(4)};
    matter.ownerName = query.text(5);
    if (!query.isNull(6))
        matter.reviewDate = QDate::fromString(query.text(6), Qt::ISODate);
    if (!query.isNull(7))
        matter.closedAt = query.time(7);
    matter.createdAt = query.time(8);
    matter.updatedAt = query.time(9);
    matter.standingHolds = query.number(10);
    matter.revision = query.number(11);
    return matter;
}

std::optional<QString> isoDate(const std::optional<QDate> &date)
{
    return date ? std::optional(date->toString(Qt::ISODate)) : std::nullopt;
}

QString notFound()
{
    return QStringLiteral("Matter not found");
}

} // namespace

Result<QList<Matter>> Matters::all(Which which)
{
    const QByteArray condition = [which]() -> QByteArray {
        switch (which) {
        case Which::All:
            return {};
        case Which::Open:
            return " WHERE m.closed_at IS NULL";
        case Which::Closed:
            return " WHERE m.closed_at IS NOT NULL";
        }
        Q_UNREACHABLE();
    }();
    QList<Matter> matters;
    Query query(m_database, matterColumns + condition + " ORDER BY m.id");
    if (Done done = query.each([&] { matters.append(matterOf(query)); }); !done)
        return fail(done.error());
    return matters;
}

Result<Matter> Matters::byId(MatterId id)
{
    Query query(m_database, matterColumns + " WHERE m.id = ?");
    const Result<bool> row = query.bind(id).step();
    if (!row)
        return fail(row.error());
    return *row ? Result<Matter>(matterOf(query)) : fail(FailureKind::NotFound, notFound());
}

Result<std::optional<Matter>> Matters::byName(const QString &name)
{
    std::optional<Matter> matter;
    Query query(m_database, matterColumns + " WHERE m.name = ?");
    query.bind(name.simplified());
    if (Done done = query.each([&] { matter = matterOf(query); }); !done)
        return fail(done.error());
    return matter;
}

Done Matters::check(const Matter &matter)
{
    const Result<std::optional<Matter>> named = byName(matter.name);
    if (!named)
        return fail(named.error());
    if (*named && (*named)->id != matter.id)
        return fail(FailureKind::Conflict, QStringLiteral("A matter of this name already exists"));
    if (!matter.ownerId)
        return {};
    const Result<std::optional<Account>> owner = Users(m_database).byId(*matter.ownerId);
    if (!owner)
        return fail(owner.error());
    return *owner ? Done() : fail(FailureKind::Malformed, QStringLiteral("ownerId names no user"));
}

Result<MatterId> Matters::add(const Matter &matter)
{
    if (Done checked = check(matter); !checked)
        return fail(checked.error());
    Query query(m_database,
                "INSERT INTO matters (name, reference, reason, owner_id, review_date, closed_at, created_at,"
                " updated_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?)");
    query.bind(matter.name, matter.reference, matter.reason, matter.ownerId, isoDate(matter.reviewDate),
               matter.closedAt, matter.createdAt, matter.updatedAt);
    if (Done done = query.run(); !done)
        return fail(done.error());
    return MatterId{query.insertedId()};
}

Done Matters::change(const Matter &matter)
{
    const Result<Matter> before = byId(matter.id);
    if (!before)
        return fail(before.error());
    if (Done checked = check(matter); !checked)
        return checked;
    if (matter.closedAt && matter.id == defaultMatter)
        return fail(FailureKind::Conflict,
                    QStringLiteral("This matter is for holds that name none, and can't be closed"));
    if (matter.closedAt && before->standingHolds > 0)
        return fail(FailureKind::Conflict,
                    QStringLiteral("%1 holds stand for this matter. Release them before it is closed.")
                        .arg(before->standingHolds));
    Query query(m_database, "UPDATE matters SET name = ?, reference = ?, reason = ?, owner_id = ?, review_date = ?,"
                            " closed_at = ?, updated_at = ? WHERE id = ?");
    query.bind(matter.name, matter.reference, matter.reason, matter.ownerId, isoDate(matter.reviewDate),
               matter.closedAt, matter.updatedAt, matter.id);
    return changedOne(query, notFound());
}

Done Matters::remove(MatterId id)
{
    Query holds(m_database, "SELECT count(*) FROM holds WHERE matter_id = ?");
    const Result<qint64> count = holds.bind(id).oneNumber();
    if (!count)
        return fail(count.error());
    if (*count > 0 || id == defaultMatter)
        return fail(
            FailureKind::Conflict,
            QStringLiteral("A matter that holds were placed for is closed, not deleted: it says why they were."));
    Query query(m_database, "DELETE FROM matters WHERE id = ?");
    return changedOne(query.bind(id), notFound());
}

} // namespace Holdfast
