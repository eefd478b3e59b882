// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "access/Caller.h"
#include "domain/Clock.h"
#include "http/Exchange.h"
#include "records/Audit.h"
#include "sqlite/WriteQueue.h"

#include <functional>
#include <memory>

namespace Holdfast {

/// Writes down each access before its answer goes out: an answer whose entry can't be kept is not given. Any thread.
class AccessLog
{
public:
    AccessLog(WriteQueue &writes, Clock clock);
    ~AccessLog();

    AuditEntry entry(const Caller &caller, const QString &action) const;

    /// The reply goes out once the entry is on the disk.
    void thenReply(const AuditEntry &entry, const Http::Responder &responder, Http::Reply reply);
    /// The same for one that takes a while to make: it is made here, while the entry is written.
    void thenReply(const AuditEntry &entry, const Http::Responder &responder,
                   const std::function<Http::Reply()> &makeReply);

    /// The same, but ranges of one playback (user, recording, address, action) make one entry a minute. Those that come
    /// while it is being written wait for it.
    void thenReplyOncePerMinute(const AuditEntry &entry, const Http::Responder &responder, Http::Reply reply);
    void whenWrittenOncePerMinute(const AuditEntry &entry, const std::function<void(const Done &)> &answer);

private:
    struct Playbacks;
    Eventual<Done> write(const AuditEntry &entry);

    WriteQueue &m_writes;
    Clock m_clock;
    std::shared_ptr<Playbacks> m_playbacks; // shared with what is being written, which may outlive this
};

} // namespace Holdfast
