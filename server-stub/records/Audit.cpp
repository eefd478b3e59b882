// SPDX-License-Identifier: GPL-3.0-or-later
#include "records/Audit.h"

#include "records/AuditRows.h"

namespace Holdfast {

namespace {

struct Conditions
{
    QByteArray sql;
    QVariantList values;
};

Conditions conditionsOf(const AuditFilter &filter)
{
    Conditions conditions;
    const auto with = [&](const QByteArray &condition, const QVariantList &more) {
        conditions.sql += condition;
        conditions.values += more;
    };
    if (filter.recording)
        with(" AND recording_id = ?", {filter.recording->value});
    // What was refused is little: by its index, not by that of somebody's entries, which may be most of the log. A "+"
    // keeps SQLite from an index.
    const QByteArray apart = filter.outcome == AuditOutcome::Refused ? "+" : "";
    if (filter.user)
        with(" AND " + apart + "user_id = ?", {filter.user->value});
    if (filter.lead) // with what the index of the leads' entries says of itself
        with(" AND lead_id = ? AND lead_id <> 0", {filter.lead->value});
    if (filter.actions.size() == 1)
        with(" AND " + apart + "action = ?", {filter.actions.constFirst()});
    else if (!filter.actions.isEmpty()) // by another index: this one has several in order of time only apart
        with(" AND +action IN (?" + QByteArray(", ?").repeated(filter.actions.size() - 1) + ')',
             QVariantList(filter.actions.cbegin(), filter.actions.cend()));
    if (filter.outcome) // written out, so that the index of the refused ones is understood
        with(*filter.outcome == AuditOutcome::Refused ? " AND outcome = 'refused'" : " AND outcome = 'allowed'", {});
    if (filter.from)
        with(" AND at >= ?", {filter.from->toMSecsSinceEpoch()});
    if (filter.to)
        with(" AND at <= ?", {filter.to->toMSecsSinceEpoch()});
    return conditions;
}

} // namespace

/// Numbers follow on what is there and on what was signed: where entries were cut off, no new one takes their place.
Done Audit::append(const AuditEntry &entry)
{
    Query query(m_database,
                "INSERT INTO audit (id, at, user_id, username, role, action, recording_id, lead_id, outcome,"
                " address, detail) VALUES (1 + max((SELECT ifnull(max(id), 0) FROM audit),"
                " (SELECT ifnull(max(size), 0) FROM audit_checkpoints)), ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
    const AuditRow row = AuditRow::of(entry);
    query.bind(row.at, row.userId, row.username, row.role, row.action, row.recordingId, row.leadId, row.outcome,
               row.address, QString::fromUtf8(row.detail));
    return query.run();
}

Result<QList<AuditEntry>> Audit::find(const AuditFilter &filter)
{
    Conditions conditions = conditionsOf(filter);
    if (filter.beforeTime) { // the first half is what an index understands
        conditions.sql += " AND at <= ? AND (at, id) < (?, ?)";
        conditions.values +=
            {filter.beforeTime->toMSecsSinceEpoch(), filter.beforeTime->toMSecsSinceEpoch(), filter.beforeId};
    }
    QList<AuditEntry> entries;
    Query query(m_database, QByteArray("SELECT ") + auditColumns + " FROM audit WHERE 1" + conditions.sql +
                                " ORDER BY at DESC, id DESC LIMIT ?");
    query.bindAll(conditions.values).bind(filter.limit);
    const Done done = query.each([&] { entries.append(auditRowOf(query).entry()); });
    if (!done)
        return fail(done.error());
    return entries;
}

Result<QList<AuditRow>> Audit::rowsAfter(Place place, qint64 lastId, const AuditFilter &filter)
{
    const Conditions conditions = conditionsOf(filter);
    QList<AuditRow> rows;
    Query query(m_database, QByteArray("SELECT ") + auditColumns +
                                " FROM audit WHERE at >= ? AND (at, id) > (?, ?) AND id <= ?" + conditions.sql +
                                " ORDER BY at, id LIMIT ?");
    query.bind(place.at, place.at, place.id, lastId).bindAll(conditions.values).bind(filter.limit);
    if (const Done done = query.each([&] { rows.append(auditRowOf(query)); }); !done)
        return fail(done.error());
    return rows;
}

Result<qint64> Audit::lastId()
{
    return Query(m_database, "SELECT max(id) FROM audit").oneNumber();
}

Result<std::optional<AuditRow>> Audit::row(qint64 id)
{
    Query query(m_database, QByteArray("SELECT ") + auditColumns + " FROM audit WHERE id = ?");
    const Result<bool> found = query.bind(id).step();
    if (!found)
        return fail(found.error());
    return *found ? std::optional(auditRowOf(query)) : std::nullopt;
}

} // namespace Holdfast
