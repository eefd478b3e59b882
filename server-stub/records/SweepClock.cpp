// SPDX-License-Identifier: GPL-3.0-or-later
#include "records/SweepClock.h"

#include "sqlite/Query.h"

namespace Holdfast {

namespace {

constexpr qint64 slackSeconds = 5 * 60; // a clock that is put right by a time server goes back by less
constexpr qint64 noteEverySeconds = 3600;
constexpr qint64 mostUnseenSeconds = qint64{SweepClock::mostUnseenDays} * 24 * 3600;

QString inWords(const QDateTime &time)
{
    return time.toUTC().toString(QStringLiteral("yyyy-MM-dd HH:mm 'UTC'"));
}

} // namespace

Result<QDateTime> SweepClock::column(const QByteArray &name)
{
    QDateTime time;
    Query query(m_database, "SELECT " + name + " FROM retention_clock");
    const Done done = query.each([&] {
        if (!query.isNull(0))
            time = query.time(0);
    });
    if (!done)
        return fail(done.error());
    return time;
}

Result<QDateTime> SweepClock::firstSeen()
{
    return column("first_seen_at");
}

Result<QDateTime> SweepClock::seen()
{
    return column("seen_at");
}

Done SweepClock::check(const QDateTime &now)
{
    const Result<QDateTime> before = seen();
    if (!before)
        return fail(before.error());
    if (!before->isValid())
        return {};
    const qint64 passed = before->secsTo(now);
    if (passed < -slackSeconds)
        return fail(
            FailureKind::Conflict,
            QStringLiteral("The server's clock says %1 and said %2 before: it went back. Nothing is deleted by a "
                           "clock that may be wrong. Set it right; or, if it is right now, an admin begins a "
                           "sweep and says so.")
                .arg(inWords(now), inWords(*before)));
    if (passed > mostUnseenSeconds)
        return fail(
            FailureKind::Conflict,
            QStringLiteral("The server's clock says %1, and was last seen at %2: it went far forward, or the "
                           "server was not running for more than %3 days. Nothing is deleted by a clock that may "
                           "be wrong. Set it right; or, if it is right, an admin begins a sweep and says so.")
                .arg(inWords(now), inWords(*before))
                .arg(mostUnseenDays));
    return {};
}

Result<bool> SweepClock::isWorthNoting(const QDateTime &now)
{
    const Result<QDateTime> before = seen();
    if (!before)
        return fail(before.error());
    if (!before->isValid())
        return true;
    const qint64 passed = before->secsTo(now);
    return passed >= noteEverySeconds && passed <= mostUnseenSeconds;
}

Done SweepClock::note(const QDateTime &now)
{
    const Result<bool> isWorthIt = isWorthNoting(now);
    if (!isWorthIt)
        return fail(isWorthIt.error());
    return *isWorthIt ? trust(now) : Done();
}

Done SweepClock::trust(const QDateTime &now)
{
    Query query(m_database, "UPDATE retention_clock SET seen_at = ?, first_seen_at = coalesce(first_seen_at, ?)");
    return query.bind(now, now).run();
}

} // namespace Holdfast
