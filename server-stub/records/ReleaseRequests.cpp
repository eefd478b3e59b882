// SPDX-License-Identifier: GPL-3.0-or-later
#include "records/ReleaseRequests.h"

#include "records/Holds.h"
#include "records/SqlClause.h"

namespace Holdfast {

namespace {

const QByteArray requestColumns =
    "SELECT q.id, q.hold_id, q.reason, q.asked_by, coalesce(a.full_name, ''), q.asked_at, q.state, q.decided_by,"
    " coalesce(d.full_name, ''), q.decided_at FROM hold_release_requests q LEFT JOIN users a ON a.id = q.asked_by"
    " LEFT JOIN users d ON d.id = q.decided_by";

ReleaseRequest requestOf(const Query &query)
{
    ReleaseRequest request;
    request.id = {query.number(0)};
    request.holdId = {query.number(1)};
    request.reason = query.text(2);
    request.askedBy = {query.number(3)};
    request.askedByName = query.text(4);
    request.askedAt = query.time(5);
    request.state = releaseRequestStateFromName(query.text(6)).value_or(ReleaseRequestState::Open);
    if (!query.isNull(7))
        request.decidedBy = UserId{query.number(7)};
    request.decidedByName = query.text(8);
    if (!query.isNull(9))
        request.decidedAt = query.time(9);
    return request;
}

/// Who asked withdraws it, and nobody else; whoever else may release approves or refuses it.
Done checkWhoDecides(const ReleaseRequest &request, ReleaseRequestState decision, UserId by)
{
    const bool isOwn = request.askedBy == by;
    switch (decision) {
    case ReleaseRequestState::Approved:
    case ReleaseRequestState::Refused:
        return isOwn ? fail(FailureKind::Forbidden,
                            QStringLiteral("A release that one has asked for is decided by somebody else"))
                     : Done();
    case ReleaseRequestState::Withdrawn:
        return isOwn ? Done()
                     : fail(FailureKind::Forbidden, QStringLiteral("A release is withdrawn by whoever asked for it"));
    case ReleaseRequestState::Open:
    case ReleaseRequestState::Lapsed:
        break;
    }
    return fail(FailureKind::Internal, QStringLiteral("That decides nothing."));
}

} // namespace

Result<QList<ReleaseRequest>> ReleaseRequests::find(const Filter &filter)
{
    SqlClause clause{requestColumns + " WHERE 1"};
    if (filter.state)
        clause.add(" AND q.state = ?", QString(releaseRequestStateName(*filter.state)));
    if (filter.hold)
        clause.add(" AND q.hold_id = ?", filter.hold->value);
    if (filter.before)
        clause.add(" AND q.id < ?", filter.before->value);
    clause.add(" ORDER BY q.id DESC LIMIT ?", qint64{filter.limit});
    QList<ReleaseRequest> requests;
    Query query(m_database, clause.sql);
    clause.bindTo(query);
    if (Done done = query.each([&] { requests.append(requestOf(query)); }); !done)
        return fail(done.error());
    return requests;
}

Result<ReleaseRequest> ReleaseRequests::byId(ReleaseRequestId id)
{
    Query query(m_database, requestColumns + " WHERE q.id = ?");
    const Result<bool> row = query.bind(id).step();
    if (!row)
        return fail(row.error());
    return *row ? Result<ReleaseRequest>(requestOf(query))
                : fail(FailureKind::NotFound, QStringLiteral("Release request not found"));
}

Result<ReleaseRequestId> ReleaseRequests::ask(HoldId hold, UserId by, const QDateTime &at, const QString &reason)
{
    const Result<Hold> found = Holds(m_database).byId(hold);
    if (!found)
        return fail(found.error());
    if (!found->stands())
        return fail(FailureKind::Conflict, QStringLiteral("Hold %1 was released before").arg(hold.value));
    const Result<QList<ReleaseRequest>> open = find({ReleaseRequestState::Open, hold, std::nullopt, 1});
    if (!open)
        return fail(open.error());
    if (!open->isEmpty())
        return fail(FailureKind::Conflict,
                    QStringLiteral("The release of hold %1 was asked for already, by %2; it waits for a second person")
                        .arg(hold.value)
                        .arg(open->first().askedByName));
    Query query(m_database, "INSERT INTO hold_release_requests (hold_id, reason, asked_by, asked_at, state)"
                            " VALUES (?, ?, ?, ?, 'open')");
    if (Done done = query.bind(hold, reason, by, at).run(); !done)
        return fail(done.error());
    return ReleaseRequestId{query.insertedId()};
}

Done ReleaseRequests::decide(ReleaseRequestId id, ReleaseRequestState decision, UserId by, const QDateTime &at)
{
    const Result<ReleaseRequest> request = byId(id);
    if (!request)
        return fail(request.error());
    if (Done checked = checkWhoDecides(*request, decision, by); !checked)
        return checked;
    if (request->state == ReleaseRequestState::Lapsed)
        return fail(
            FailureKind::Conflict,
            QStringLiteral("This request lapsed, so nobody can decide it any more. Where the hold still stands, "
                           "ask for its release anew."));
    if (request->state != ReleaseRequestState::Open)
        return fail(FailureKind::Conflict,
                    QStringLiteral("That was decided before: it is %1").arg(releaseRequestStateName(request->state)));
    Query query(m_database, "UPDATE hold_release_requests SET state = ?, decided_by = ?, decided_at = ? WHERE id = ?");
    return query.bind(releaseRequestStateName(decision), by, at, id).run();
}

Result<QList<ReleaseRequest>> ReleaseRequests::openOf(UserId by)
{
    QList<ReleaseRequest> requests;
    Query query(m_database, requestColumns + " WHERE q.state = 'open' AND q.asked_by = ? ORDER BY q.id");
    if (Done done = query.bind(by).each([&] { requests.append(requestOf(query)); }); !done)
        return fail(done.error());
    return requests;
}

Done ReleaseRequests::lapse(ReleaseRequestId id, const QDateTime &at)
{
    Query query(m_database, "UPDATE hold_release_requests SET state = 'lapsed', decided_at = ?"
                            " WHERE id = ? AND state = 'open'");
    return query.bind(at, id).run();
}

} // namespace Holdfast
