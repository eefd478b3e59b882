// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/AccessLog.h"

#include "api/FailureReply.h"

#include <QMutexLocker>

#include <algorithm>

namespace Holdfast {

namespace {

constexpr qint64 playbackSeconds = 60;
constexpr qsizetype mostPlaybacks = 10'000;

} // namespace

AccessLog::AccessLog(WriteQueue &writes, Clock clock)
    : m_writes(writes)
    , m_clock(std::move(clock))
{
}

AuditEntry AccessLog::entry(const Caller &caller, const QString &action) const
{
    AuditEntry entry;
    entry.at = m_clock();
    entry.userId = caller.user.id;
    entry.username = caller.user.username;
    entry.role = caller.user.role;
    entry.action = action;
    entry.address = caller.address.toString();
    return entry;
}

Eventual<Done> AccessLog::write(const AuditEntry &entry)
{
    return m_writes.submit<void>([entry](Database &database) { return Audit(database).append(entry); });
}

void AccessLog::thenReply(const AuditEntry &entry, const Http::Responder &responder, Http::Reply reply)
{
    thenReply(entry, responder, [&reply] { return std::move(reply); });
}

void AccessLog::thenReply(const AuditEntry &entry, const Http::Responder &responder,
                          const std::function<Http::Reply()> &makeReply)
{
    Eventual<Done> entryWritten = write(entry);
    entryWritten.then([responder, reply = makeReply()](const Done &written) {
        responder.reply(written ? reply : failureReply(written.error()));
    });
}

void AccessLog::thenReplyOncePerMinute(const AuditEntry &entry, const Http::Responder &responder, Http::Reply reply)
{
    if (isNewPlayback(entry))
        thenReply(entry, responder, std::move(reply));
    else
        responder.reply(std::move(reply));
}

bool AccessLog::isNewPlayback(const AuditEntry &entry)
{
    const QMutexLocker lock(&m_mutex);
    const auto isOver = [&](const QDateTime &began) { return std::abs(began.secsTo(entry.at)) >= playbackSeconds; };
    if (m_playbacks.size() >= mostPlaybacks)
        m_playbacks.removeIf([&](auto playback) { return isOver(*playback); });
    if (m_playbacks.size() >= mostPlaybacks)
        return true; // more entries than needed rather than more memory
    const Playback playback{entry.userId, entry.recordingId, entry.address, entry.action};
    const auto found = m_playbacks.find(playback);
    if (found != m_playbacks.end() && !isOver(*found))
        return false;
    m_playbacks.insert(playback, entry.at);
    return true;
}

} // namespace Holdfast
