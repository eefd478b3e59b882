// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "access/Caller.h"
#include "domain/Clock.h"
#include "http/Exchange.h"
#include "records/Audit.h"
#include "sqlite/WriteQueue.h"

#include <QHash>
#include <QMutex>

#include <functional>

namespace Holdfast {

/// Writes down each access before its answer goes out: an answer whose entry can't be kept is not given. Any thread.
class AccessLog
{
public:
    AccessLog(WriteQueue &writes, Clock clock);

    AuditEntry entry(const Caller &caller, const QString &action) const;

    /// The reply goes out once the entry is on the disk.
    void thenReply(const AuditEntry &entry, const Http::Responder &responder, Http::Reply reply);
    /// The same for one that takes a while to make: it is made here, while the entry is written.
    void thenReply(const AuditEntry &entry, const Http::Responder &responder,
                   const std::function<Http::Reply()> &makeReply);

    /// The same, but ranges of one playback (user, recording, address, action) make one entry a minute.
    void thenReplyOncePerMinute(const AuditEntry &entry, const Http::Responder &responder, Http::Reply reply);

private:
    struct Playback
    {
        UserId user;
        RecordingId recording;
        QString address;
        QString action;

        friend bool operator==(const Playback &, const Playback &) = default;
        friend size_t qHash(const Playback &playback, size_t seed = 0)
        {
            return qHashMulti(seed, playback.user, playback.recording, playback.address, playback.action);
        }
    };
    Eventual<Done> write(const AuditEntry &entry);
    bool isNewPlayback(const AuditEntry &entry);

    WriteQueue &m_writes;
    Clock m_clock;
    QMutex m_mutex;
    QHash<Playback, QDateTime> m_playbacks; // when the entry of each was written
};

} // namespace Holdfast
