// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/SyncLoop.h"

#include "domain/WhenFinished.h"

#include <QFile>
#include <QLoggingCategory>
#include <QTimer>
#include <QtConcurrentRun>

#include <algorithm>
#include <map>

namespace Holdfast {

namespace {

Q_LOGGING_CATEGORY(syncLog, "holdfast.sync", QtWarningMsg)

constexpr std::chrono::seconds storePause{5}; ///< after the local store failed

QString cacheName(QUuid uploadId)
{
    return uploadId.toString(QUuid::WithoutBraces);
}

/// Seals the original file once more where the sealed copy can't be opened, if it is still the same. Pool thread.
Done sealAgain(const std::shared_ptr<SealedCache> &cache, const LocalRecording &entry)
{
    QFile original(entry.originalPath);
    if (original.open(QIODevice::ReadOnly) && original.size() == entry.fileSize) {
        const auto sealed = cache->put(cacheName(entry.uploadId), original, {}, entry.sha256);
        if (sealed)
            return {};
        if (sealed.error().kind != FailureKind::Corrupt)
            return fail(sealed.error());
    }
    return fail(FailureKind::Corrupt,
                SyncLoop::tr("The sealed copy on this computer can't be opened, and the original file is gone or was "
                             "changed. If you still have the file, attach it again."));
}

} // namespace

struct SyncLoop::State
{
    struct UnderWay
    {
        LocalRecording entry;
        std::unique_ptr<Transfer> transfer; ///< null while the file is sealed again
        qint64 sent = 0;
    };

    State(SyncLoop &ofLoop, ApiClient &withApi, LocalStore &withStore, std::shared_ptr<SealedCache> withCache,
          OutboxPush withPush)
        : loop(ofLoop)
        , api(withApi)
        , store(withStore)
        , cache(std::move(withCache))
        , push(std::move(withPush))
    {
    }

    SyncLoop &loop;
    ApiClient &api;
    LocalStore &store;
    std::shared_ptr<SealedCache> cache;
    OutboxPush push;
    SyncCondition condition = SyncCondition::Online;
    bool running = false;
    QList<LocalRecording> waiting; ///< the outbox as it was read last
    qint64 batchDone = 0;          ///< bytes stored since the outbox was last empty
    std::map<QUuid, UnderWay> underWay;
    QTimer wake;

    void readOutbox();
    void pump();
    void begin(const LocalRecording &entry);
    void open(QUuid uploadId);
    void send(QUuid uploadId, std::unique_ptr<QIODevice> file);
    void answered(QUuid uploadId, const Recording &recording);
    void failed(QUuid uploadId, const Failure &failure);
    void drop(QUuid uploadId);
    void updateCondition();
    void note(const Done &done) const;
};

SyncLoop::SyncLoop(ApiClient &api, LocalStore &store, std::shared_ptr<SealedCache> cache, OutboxPush push,
                   QObject *parent)
    : QObject(parent)
    , m_state(std::make_unique<State>(*this, api, store, std::move(cache), std::move(push)))
{
    State &state = *m_state;
    state.wake.setSingleShot(true);
    connect(&state.wake, &QTimer::timeout, this, [&state] { state.pump(); });
    connect(&store, &LocalStore::outboxChanged, this, [&state] { state.wake.start(0); });
    connect(&api, &ApiClient::reachableChanged, this, [&state](bool reachable) {
        if (reachable)
            state.push.hurryAll();
        state.updateCondition();
    });
    connect(&api, &ApiClient::tokenChanged, this, [&state] {
        state.push.hurryAll();
        state.updateCondition();
    });
    state.readOutbox();
    state.updateCondition();
}

SyncLoop::~SyncLoop()
{
    stop();
}

void SyncLoop::start()
{
    m_state->running = true;
    m_state->updateCondition();
    m_state->wake.start(0);
}

void SyncLoop::stop()
{
    State &state = *m_state;
    state.running = false;
    state.wake.stop();
    while (!state.underWay.empty()) {
        const QUuid uploadId = state.underWay.begin()->first;
        state.drop(uploadId);
        state.push.failed(uploadId, {FailureKind::Cancelled, {}, {}, {}});
        state.push.hurry(uploadId);
        state.note(state.store.markWaiting(uploadId));
    }
    state.wake.stop();
}

void SyncLoop::retry(QUuid uploadId)
{
    State &state = *m_state;
    state.push.hurry(uploadId);
    if (!state.push.isUnderWay(uploadId))
        state.note(state.store.markWaiting(uploadId));
}

Done SyncLoop::cancel(QUuid uploadId)
{
    State &state = *m_state;
    const Done removed = state.store.removeWaiting(uploadId);
    if (!removed)
        return removed;
    state.drop(uploadId);
    state.push.finished(uploadId);
    return state.cache->remove(cacheName(uploadId));
}

SyncCondition SyncLoop::condition() const
{
    return m_state->condition;
}

int SyncLoop::waiting() const
{
    return static_cast<int>(m_state->waiting.size());
}

int SyncLoop::percent() const
{
    qint64 total = m_state->batchDone;
    qint64 done = m_state->batchDone;
    for (const LocalRecording &entry : m_state->waiting)
        total += entry.fileSize;
    for (const auto &[uploadId, underWay] : m_state->underWay)
        done += underWay.sent;
    return total > 0 ? static_cast<int>(std::min<qint64>(100, done * 100 / total)) : 100;
}

qint64 SyncLoop::bytesSent(QUuid uploadId) const
{
    const auto underWay = m_state->underWay.find(uploadId);
    return underWay == m_state->underWay.end() ? 0 : underWay->second.sent;
}

void SyncLoop::State::readOutbox()
{
    const auto entries = store.outbox();
    if (!entries) {
        note(fail(entries.error()));
        wake.start(storePause);
        return;
    }
    const qsizetype before = waiting.size();
    waiting = *entries;
    QList<QUuid> ids;
    for (const LocalRecording &entry : std::as_const(waiting))
        ids.append(entry.uploadId);
    push.setWaiting(ids);
    if (waiting.isEmpty())
        batchDone = 0;
    if (waiting.size() != before)
        Q_EMIT loop.waitingChanged();
}

void SyncLoop::State::pump()
{
    readOutbox();
    if (!running || condition == SyncCondition::SignInNeeded)
        return;
    while (const std::optional<QUuid> next = push.next()) {
        const auto entry = std::ranges::find(waiting, *next, &LocalRecording::uploadId);
        push.started(*next);
        begin(LocalRecording(*entry));
    }
    if (const auto pause = push.pause(); pause && !wake.isActive())
        wake.start(*pause);
}

void SyncLoop::State::begin(const LocalRecording &entry)
{
    const QUuid uploadId = entry.uploadId;
    underWay[uploadId] = UnderWay{entry, nullptr, 0};
    if (const Done marked = store.markSending(uploadId); !marked) {
        failed(uploadId, marked.error());
        return;
    }
    auto file = cache->get(cacheName(uploadId));
    if (file) {
        send(uploadId, std::move(*file));
    } else if (file.error().kind == FailureKind::NotFound || file.error().kind == FailureKind::Corrupt) {
        // Sealed under a key that ended with the program, where there is no keyring.
        whenFinished(QtConcurrent::run(sealAgain, cache, entry), &loop, [this, uploadId](const Done &sealed) {
            if (!underWay.contains(uploadId))
                return;
            if (!sealed)
                failed(uploadId, sealed.error());
            else
                open(uploadId);
        });
    } else {
        failed(uploadId, file.error());
    }
}

void SyncLoop::State::open(QUuid uploadId)
{
    auto file = cache->get(cacheName(uploadId));
    if (file)
        send(uploadId, std::move(*file));
    else
        failed(uploadId, file.error());
}

void SyncLoop::State::send(QUuid uploadId, std::unique_ptr<QIODevice> file)
{
    UnderWay &sending = underWay.at(uploadId);
    const LocalRecording &entry = sending.entry;
    const ApiClient::UploadForm form{uploadId,           entry.leadId, entry.name,
                                     entry.facts.format, entry.notes,  entry.attachedAt};
    sending.transfer = api.upload(form, std::move(file));
    const Transfer *transfer = sending.transfer.get();
    connect(transfer, &Transfer::progress, &loop, [this, uploadId](qint64 sent, qint64 total) {
        underWay.at(uploadId).sent = sent;
        Q_EMIT loop.progress(uploadId, sent, total);
    });
    connect(transfer, &Transfer::uploaded, &loop,
            [this, uploadId](const Recording &recording) { answered(uploadId, recording); });
    connect(transfer, &Transfer::failed, &loop,
            [this, uploadId](const Failure &failure) { failed(uploadId, failure); });
}

void SyncLoop::State::answered(QUuid uploadId, const Recording &recording)
{
    const LocalRecording entry = underWay.at(uploadId).entry;
    if (recording.sha256 != entry.sha256 || recording.fileSize != entry.fileSize) {
        failed(uploadId, {FailureKind::Corrupt,
                          tr("What the server kept is not what was sent (its checksum differs). Keep the original "
                             "file, and tell your administrator."),
                          {},
                          {}});
        return;
    }
    if (const Done marked = store.markStored(uploadId, recording); !marked) {
        failed(uploadId, marked.error());
        return;
    }
    drop(uploadId);
    push.finished(uploadId);
    batchDone += entry.fileSize;
    Q_EMIT loop.stored(uploadId, recording);
}

void SyncLoop::State::failed(QUuid uploadId, const Failure &failure)
{
    drop(uploadId);
    qCInfo(syncLog) << "an upload failed:" << failureWord(failure.kind) << failure.detail;
    switch (push.failed(uploadId, failure)) {
    case AfterFailure::TryLater:
    case AfterFailure::AwaitSignIn:
        note(store.markProblem(uploadId, failure.message, TransferState::Waiting));
        break;
    case AfterFailure::Park:
        note(store.markProblem(uploadId, failure.message, TransferState::Parked));
        Q_EMIT loop.parked(uploadId, failure.message);
        break;
    }
    if (running)
        wake.start(0); // also where the store could not note it, and so said nothing
}

void SyncLoop::State::drop(QUuid uploadId)
{
    const auto found = underWay.find(uploadId);
    if (found == underWay.end())
        return;
    if (Transfer *transfer = found->second.transfer.release()) {
        transfer->disconnect(&loop);
        transfer->cancel();
        transfer->deleteLater(); // it may be the sender of the signal that is being handled
    }
    underWay.erase(found);
}

void SyncLoop::State::updateCondition()
{
    const SyncCondition now = !api.hasToken()     ? SyncCondition::SignInNeeded
                              : api.isReachable() ? SyncCondition::Online
                                                  : SyncCondition::Offline;
    push.setOnline(now == SyncCondition::Online);
    if (running)
        wake.start(0);
    if (now == condition)
        return;
    condition = now;
    Q_EMIT loop.conditionChanged(now);
}

void SyncLoop::State::note(const Done &done) const
{
    if (!done)
        qCWarning(syncLog) << "the local store:" << done.error().message << done.error().detail;
}

} // namespace Holdfast
