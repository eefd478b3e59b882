// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/AccessLog.h"

#include "api/FailureReply.h"

#include <QHash>
#include <QMutex>
#include <QMutexLocker>

#include <utility>
#include <vector>

namespace Holdfast {

namespace {

constexpr qint64 playbackSeconds = 60;
constexpr qsizetype mostPlaybacks = 10'000;

} // namespace

/// Which playbacks have an entry not a minute old, or one that is being written. Any thread.
struct AccessLog::Playbacks
{
    using Answer = std::function<void(const Done &)>;
    struct Key
    {
        UserId user;
        RecordingId recording;
        QString address;
        QString action;

        friend bool operator==(const Key &, const Key &) = default;
        friend size_t qHash(const Key &key, size_t seed = 0)
        {
            return qHashMulti(seed, key.user, key.recording, key.address, key.action);
        }
    };
    enum class Step { Write, Wait, Answer };

    /// Wait: the answer was taken, and is called once the entry is written. Write: call written() then.
    Step begin(const Key &key, const QDateTime &now, const Answer &answer);
    void written(const Key &key, const QDateTime &began, const Done &done);

private:
    struct Playback
    {
        QDateTime began;
        bool isWritten = false;
        std::vector<Answer> waiting;
    };
    QMutex m_mutex;
    QHash<Key, Playback> m_playbacks;
};

AccessLog::Playbacks::Step AccessLog::Playbacks::begin(const Key &key, const QDateTime &now, const Answer &answer)
{
    const QMutexLocker lock(&m_mutex);
    const auto isOver = [&](const Playback &playback) {
        return playback.isWritten && std::abs(playback.began.secsTo(now)) >= playbackSeconds;
    };
    if (m_playbacks.size() >= mostPlaybacks)
        m_playbacks.removeIf([&](auto playback) { return isOver(*playback); });
    if (m_playbacks.size() >= mostPlaybacks)
        return Step::Write; // more entries than needed rather than more memory
    const auto found = m_playbacks.find(key);
    if (found == m_playbacks.end() || isOver(*found)) {
        m_playbacks.insert(key, {now, false, {}});
        return Step::Write;
    }
    if (found->isWritten)
        return Step::Answer;
    found->waiting.push_back(answer);
    return Step::Wait;
}

void AccessLog::Playbacks::written(const Key &key, const QDateTime &began, const Done &done)
{
    std::vector<Answer> waiting;
    {
        const QMutexLocker lock(&m_mutex);
        const auto found = m_playbacks.find(key);
        if (found == m_playbacks.end() || found->began != began)
            return; // one of those that were too many
        waiting = std::exchange(found->waiting, {});
        found->isWritten = true;
        if (!done)
            m_playbacks.erase(found);
    }
    for (const Answer &answer : waiting)
        answer(done);
}

AccessLog::AccessLog(WriteQueue &writes, Clock clock)
    : m_writes(writes)
    , m_clock(std::move(clock))
    , m_playbacks(std::make_shared<Playbacks>())
{
}

AccessLog::~AccessLog() = default;

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
    whenWrittenOncePerMinute(entry, [responder, reply = std::move(reply)](const Done &written) {
        responder.reply(written ? reply : failureReply(written.error()));
    });
}

void AccessLog::whenWrittenOncePerMinute(const AuditEntry &entry, const std::function<void(const Done &)> &answer)
{
    const Playbacks::Key key{entry.userId, entry.recordingId, entry.address, entry.action};
    switch (m_playbacks->begin(key, entry.at, answer)) {
    case Playbacks::Step::Write:
        write(entry).then([answer, key, began = entry.at, playbacks = m_playbacks](const Done &written) {
            playbacks->written(key, began, written);
            answer(written);
        });
        return;
    case Playbacks::Step::Answer:
        return answer({});
    case Playbacks::Step::Wait:
        return;
    }
}

} // namespace Holdfast
