// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/ExpiringRoutes.h"

#include "access/Gate.h"
#include "api/FailureReply.h"
#include "api/QueryFields.h"
#include "contract/RecordingJson.h"
#include "contract/Routes.h"
#include "domain/Deed.h"
#include "records/DueRecordings.h"
#include "sqlite/Snapshot.h"

#include <QtEndian>

namespace Holdfast {

namespace {

constexpr int usualDays = 30;
constexpr int mostRecordings = 10'000;

/// Until when the list goes, which stays the same on all its pages, and where this one begins.
struct Cursor
{
    qint64 by = 0; ///< milliseconds since 1970
    RecordingPlace after;
};

constexpr auto urlSafe = QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals;
constexpr qsizetype numberBytes = sizeof(qint64);

QByteArray textOf(const Cursor &cursor)
{
    QByteArray bytes(3 * numberBytes, Qt::Uninitialized);
    qToBigEndian(cursor.by, bytes.data());
    qToBigEndian(cursor.after.key, bytes.data() + numberBytes);
    qToBigEndian(cursor.after.id.value, bytes.data() + 2 * numberBytes);
    return bytes.toBase64(urlSafe);
}

std::optional<Cursor> cursorOf(const QString &text)
{
    const auto [bytes, status] =
        QByteArray::fromBase64Encoding(text.toLatin1(), urlSafe | QByteArray::AbortOnBase64DecodingErrors);
    if (status != QByteArray::Base64DecodingStatus::Ok || bytes.size() != 3 * numberBytes)
        return std::nullopt;
    const auto number = [numbers = bytes.constData()](qsizetype place) {
        return qFromBigEndian<qint64>(numbers + place * numberBytes);
    };
    constexpr qint64 endOfTime = 253'402'300'799'999; // of the year 9999
    if (number(0) < 0 || number(0) > endOfTime)
        return std::nullopt;
    return Cursor{number(0), {number(1), {number(2)}}};
}

} // namespace

struct ExpiringRoutes::Asked
{
    QDateTime by;
    qint64 days = usualDays;
    int limit = 50;
    std::optional<RecordingPlace> after;
    std::optional<UserId> agent;

    static Result<Asked> of(const Http::Request &request, const QDateTime &now);
};

Result<ExpiringRoutes::Asked> ExpiringRoutes::Asked::of(const Http::Request &request, const QDateTime &now)
{
    QueryFields query(request);
    Asked asked;
    asked.days = query.number(QLatin1String("days"), 0, mostRetentionDays).value_or(usualDays);
    asked.limit = static_cast<int>(query.number(QLatin1String("limit"), 1, mostRecordings).value_or(asked.limit));
    asked.by = now.addDays(asked.days);
    if (const auto text = query.text(QLatin1String("cursor"))) {
        if (const std::optional<Cursor> cursor = cursorOf(*text)) {
            asked.by = QDateTime::fromMSecsSinceEpoch(cursor->by, Qt::UTC);
            asked.after = cursor->after;
        } else {
            query.refuse(QStringLiteral("cursor"), QStringLiteral("is none that was given. Begin again without it"));
        }
    }
    if (const auto failure = query.failure())
        return fail(*failure);
    const User &user = Gate::callerOf(request).user;
    if (!may(user.role, Deed::SeeAnyRecording))
        asked.agent = user.id;
    return asked;
}

ExpiringRoutes::ExpiringRoutes(DataFolder &data, AccessLog &log, const RecordingLookup &recordings, Clock clock)
    : m_data(data)
    , m_log(log)
    , m_recordings(recordings)
    , m_clock(std::move(clock))
{
    m_pool.setMaxThreadCount(1); // one look at millions at a time is enough work
}

ExpiringRoutes::~ExpiringRoutes()
{
    m_pool.waitForDone();
}

void ExpiringRoutes::addTo(Http::Router &router, const Http::Gate &gate)
{
    router.add(
        "GET", Routes::recordingsExpiring, gate,
        [this](const Http::Request &request, const Http::Responder &responder) -> std::unique_ptr<Http::BodySink> {
            const Result<Asked> asked = Asked::of(request, m_clock());
            if (!asked) {
                responder.reply(failureReply(asked.error()));
                return nullptr;
            }
            const AuditEntry entry = m_log.entry(Gate::callerOf(request), QStringLiteral("search-expiring"));
            m_pool.start(
                [this, entry, asked = *asked, responder] { m_log.thenReply(entry, responder, replyOf(asked)); });
            return nullptr;
        });
}

Http::Reply ExpiringRoutes::replyOf(const Asked &asked) const
{
    const Result<Database *> database = m_data.connections().ofThisThread();
    if (!database)
        return failureReply(database.error());
    const Result<Snapshot> snapshot = Snapshot::begin(**database);
    if (!snapshot)
        return failureReply(snapshot.error());
    const Result<RetentionRules> rules = m_recordings.rules(**database);
    if (!rules)
        return failureReply(rules.error());
    DueRecordings due(**database, *rules);
    const Result<DueRecordings::Totals> totals = due.totals(asked.by, asked.agent);
    Result<QList<Recording>> page =
        totals ? due.page(asked.by, asked.agent, asked.after, asked.limit + 1) : fail(totals.error());
    if (!page)
        return failureReply(page.error());
    const bool hasMore = page->size() > asked.limit;
    if (hasMore)
        page->removeLast();
    Http::Reply reply = Http::Reply::json(200, jsonText(*page));
    reply.headers.set("X-Total-Count", QByteArray::number(totals->due));
    if (!hasMore)
        return reply;
    const Recording &last = page->last();
    const Cursor next{asked.by.toMSecsSinceEpoch(), {last.retentionUntil.toMSecsSinceEpoch(), last.id}};
    const QByteArray link = QByteArray(Routes::recordingsExpiring.data()) + "?days=" + QByteArray::number(asked.days) +
                            "&limit=" + QByteArray::number(asked.limit) + "&cursor=" + textOf(next);
    reply.headers.set("Link", '<' + link + ">; rel=\"next\"");
    return reply;
}

} // namespace Holdfast
