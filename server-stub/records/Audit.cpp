// SPDX-License-Identifier: GPL-3.0-or-later
#include "records/Audit.h"

#include "sqlite/Query.h"

#include <QJsonDocument>

namespace Holdfast {

namespace {

QLatin1String outcomeName(AuditOutcome outcome)
{
    switch (outcome) {
    case AuditOutcome::Allowed:
        return QLatin1String("allowed");
    case AuditOutcome::Refused:
        return QLatin1String("refused");
    }
    Q_UNREACHABLE();
}

} // namespace

Done Audit::append(const AuditEntry &entry)
{
    Query query(m_database, "INSERT INTO audit (at, user_id, username, role, action, recording_id, lead_id, outcome,"
                            " address, detail) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
    query.bind(entry.at, entry.userId, entry.username, entry.role ? QString(roleName(*entry.role)) : QString(),
               entry.action, entry.recordingId, entry.leadId, outcomeName(entry.outcome), entry.address,
               QString::fromUtf8(QJsonDocument(entry.detail).toJson(QJsonDocument::Compact)));
    return query.run();
}

Result<QList<AuditEntry>> Audit::find(const AuditFilter &filter)
{
    QByteArray sql = "SELECT id, at, user_id, username, role, action, recording_id, lead_id, outcome, address, detail"
                     " FROM audit WHERE 1";
    QVariantList values;
    const auto with = [&](const char *condition, const QVariantList &more) {
        sql += condition;
        values += more;
    };
    if (filter.recording)
        with(" AND recording_id = ?", {filter.recording->value});
    if (filter.user)
        with(" AND user_id = ?", {filter.user->value});
    if (!filter.action.isEmpty())
        with(" AND action = ?", {filter.action});
    if (filter.from)
        with(" AND at >= ?", {filter.from->toMSecsSinceEpoch()});
    if (filter.to)
        with(" AND at <= ?", {filter.to->toMSecsSinceEpoch()});
    if (filter.beforeTime) // the first half is what an index understands
        with(" AND at <= ? AND (at, id) < (?, ?)",
             {filter.beforeTime->toMSecsSinceEpoch(), filter.beforeTime->toMSecsSinceEpoch(), filter.beforeId});
    QList<AuditEntry> entries;
    Query query(m_database, sql + " ORDER BY at DESC, id DESC LIMIT ?");
    query.bindAll(values).bind(filter.limit);
    const Done done = query.each([&] {
        AuditEntry entry;
        entry.id = query.number(0);
        entry.at = query.time(1);
        entry.userId = {query.number(2)};
        entry.username = query.text(3);
        entry.role = roleFromName(query.text(4));
        entry.action = query.text(5);
        entry.recordingId = {query.number(6)};
        entry.leadId = {query.number(7)};
        entry.outcome =
            query.text(8) == outcomeName(AuditOutcome::Refused) ? AuditOutcome::Refused : AuditOutcome::Allowed;
        entry.address = query.text(9);
        entry.detail = QJsonDocument::fromJson(query.bytes(10)).object();
        entries.append(entry);
    });
    if (!done)
        return fail(done.error());
    return entries;
}

} // namespace Holdfast
