// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/SyncLoop.h"

#include "domain/WhenFinished.h"
#include "sync/CancelledUploads.h"
#include "sync/LongNotes.h"

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
        const auto sealed = cache->putWaiting(cacheName(entry.uploadId), original, {}, entry.sha256);
        if (sealed)
            return {};
        if (sealed.error().kind != FailureKind::Corrupt)
            return fail(sealed.error());
    }
    return fail(FailureKind::Corrupt,
                SyncLoop::tr("The sealed copy on this computer can't be opened, and the original file is gone or was "
                             "changed. If you still have the file, attach it again."));
}

/// Of the local store, so that nobody takes this computer's disk for the server's.
Failure here(Failure failure)
{
    failure.message = SyncLoop::tr("The local data on this computer can't be used: %1").arg(failure.message);
    return failure;
}

/// The server knows nothing of the copy here.
Failure notAssigned(Failure failure)
{
    failure.message = SyncLoop::tr("Its lead is not assigned to you, so the server did not take it. The copy stays "
                                   "here, sealed. Ask a supervisor for the lead, then try again.");
    return failure;
}

} // namespace

struct SyncLoop::State
{
    struct UnderWay
    {
        LocalRecording entry;
        std::unique_ptr<Transfer> transfer; ///< null while the file is sealed again
        bool hasBegun = false;              ///< the server takes it at a place that is kept here
    };

    State(SyncLoop &ofLoop, ApiClient &withApi, LocalStore &withStore, std::shared_ptr<SealedCache> withCache,
          OutboxPush withPush)
        : loop(ofLoop)
        , api(withApi)
        , store(withStore)
        , cache(std::move(withCache))
        , push(std::move(withPush))
        , cancelled(withApi, withStore)
    {
    }

    SyncLoop &loop;
    ApiClient &api;
    LocalStore &store;
    std::shared_ptr<SealedCache> cache;
    OutboxPush push;
    CancelledUploads cancelled;
    SyncCondition condition = SyncCondition::Online;
    bool running = false;
    QList<LocalRecording> waiting;             ///< the outbox as it was read last
    bool isRead = false;                       ///< and as it is
    int unsendable = 0;                        ///< parked ones
    std::pair<qsizetype, int> announced{0, 0}; ///< what waited and what was parked when that was told last
    qint64 batchDone = 0;                      ///< bytes stored since the outbox was last empty
    QHash<QUuid, Delay> delays;                ///< of what waits; until is asked of push
    bool hasLetGo = false;                     ///< something was cancelled
    bool isRefusing = false;                   ///< had no room for what came last
    bool isFull = false;                       ///< as it was told last
    QHash<QUuid, qint64> taken;                ///< bytes that the server has of what waits
    std::map<QUuid, UnderWay> underWay;
    QTimer wake;

    bool readOutbox();
    void announce();
    void pump();
    void begin(const LocalRecording &entry);
    void open(QUuid uploadId);
    void send(QUuid uploadId, std::unique_ptr<QIODevice> file);
    void answered(QUuid uploadId, const Recording &recording);
    void failed(QUuid uploadId, const Failure &told, Side side = Side::ThisComputer);
    void drop(QUuid uploadId);
    void abandon(QUuid uploadId);
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
    connect(&state.cancelled, &CancelledUploads::problem, this, &SyncLoop::problem);
    connect(&store, &LocalStore::outboxChanged, this, [&state] {
        state.isRead = false;
        state.wake.start(0);
    });
    connect(&api, &ApiClient::reachableChanged, this, [&state](bool reachable) {
        if (reachable)
            state.push.hurryAll();
        state.updateCondition();
    });
    connect(&api, &ApiClient::tokenChanged, this, [&state] {
        state.push.hurryAll();
        state.updateCondition();
    });
    if (!state.readOutbox())
        state.wake.start(storePause);
    state.announce();
    state.updateCondition();
}

SyncLoop::~SyncLoop()
{
    stop();
}

void SyncLoop::start()
{
    m_state->running = true;
    m_state->cancelled.start();
    m_state->updateCondition();
    m_state->wake.start(0);
}

void SyncLoop::stop()
{
    State &state = *m_state;
    state.running = false;
    state.cancelled.stop();
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
    state.hasLetGo = true;
    state.abandon(uploadId);
    state.push.finished(uploadId);
    return state.cache->remove(cacheName(uploadId));
}

SyncCondition SyncLoop::condition() const
{
    return m_state->condition;
}

int SyncLoop::waiting() const
{
    m_state->readOutbox(); // else what was attached a moment ago would not count
    return static_cast<int>(m_state->waiting.size());
}

bool SyncLoop::hasLetGo() const
{
    return m_state->hasLetGo;
}

int SyncLoop::unsendable() const
{
    m_state->readOutbox();
    return m_state->unsendable;
}

std::optional<SyncLoop::Delay> SyncLoop::delayOf(QUuid uploadId) const
{
    const auto delay = m_state->delays.constFind(uploadId);
    if (delay == m_state->delays.cend())
        return std::nullopt;
    return Delay{delay->kind, delay->side, m_state->push.dueAt(uploadId)};
}

bool SyncLoop::isServerFull() const
{
    return m_state->isRefusing && std::ranges::any_of(m_state->delays, [](const Delay &delay) {
               return delay.side == Side::Server && delay.kind == FailureKind::StorageFull;
           });
}

int SyncLoop::percent() const
{
    m_state->readOutbox();
    qint64 total = m_state->batchDone;
    qint64 done = m_state->batchDone;
    for (const LocalRecording &entry : m_state->waiting) {
        total += entry.fileSize;
        done += m_state->taken.value(entry.uploadId);
    }
    return total > 0 ? static_cast<int>(std::min<qint64>(100, done * 100 / total)) : 100;
}

qint64 SyncLoop::bytesSent(QUuid uploadId) const
{
    return m_state->taken.value(uploadId);
}

/// Not for each step of each upload: a long outbox would be read more than sent. False: it can't be read, and what was
/// read last stands.
bool SyncLoop::State::readOutbox()
{
    if (isRead)
        return true;
    const auto entries = store.outbox();
    if (!entries) {
        note(fail(entries.error()));
        return false;
    }
    waiting = *entries;
    isRead = true;
    QList<QUuid> ids;
    for (const LocalRecording &entry : std::as_const(waiting))
        ids.append(entry.uploadId);
    push.setWaiting(ids);
    taken.removeIf([&](const auto &of) { return !ids.contains(of.key()); });
    delays.removeIf([&](const auto &of) { return !ids.contains(of.key()); });
    const Result<qint64> parked = store.parked();
    note(parked ? Done() : fail(parked.error()));
    unsendable = static_cast<int>(parked.value_or(unsendable));
    return true;
}

void SyncLoop::State::announce()
{
    if (waiting.isEmpty())
        batchDone = 0;
    if (const bool isNowFull = loop.isServerFull(); isNowFull != isFull) {
        isFull = isNowFull;
        Q_EMIT loop.serverFullChanged(isFull);
    }
    if (announced == std::pair(waiting.size(), unsendable))
        return;
    announced = {waiting.size(), unsendable};
    Q_EMIT loop.waitingChanged();
}

void SyncLoop::State::pump()
{
    if (!readOutbox())
        wake.start(storePause);
    announce();
    if (!running || condition == SyncCondition::SignInNeeded)
        return;
    cancelled.tell();
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
    underWay[uploadId] = UnderWay{entry, nullptr, false};
    const bool wasRead = isRead;
    if (const Done marked = store.markSending(uploadId); !marked)
        return failed(uploadId, here(marked.error()));
    isRead = wasRead; // what waits is the same
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
    const auto begunAt = store.begunUploads().pathOf(uploadId);
    if (!begunAt)
        return failed(uploadId, here(begunAt.error()));
    UnderWay &sending = underWay.at(uploadId);
    const LocalRecording &entry = sending.entry;
    const ApiClient::UploadForm form{uploadId,     entry.leadId, entry.name, LongNotes::along(entry), entry.disposition,
                                     entry.callAt, entry.sha256, *begunAt,   entry.agentChannel};
    sending.hasBegun = !begunAt->isEmpty();
    sending.transfer = api.upload(form, std::move(file));
    const Transfer *transfer = sending.transfer.get();
    connect(transfer, &Transfer::progress, &loop, [this, uploadId](qint64 sent, qint64 total) {
        taken.insert(uploadId, sent);
        Q_EMIT loop.progress(uploadId, sent, total);
    });
    connect(transfer, &Transfer::uploadBegun, &loop, [this, uploadId](const QString &path) {
        underWay.at(uploadId).hasBegun = true;
        if (const Done kept = store.begunUploads().keep(uploadId, path); !kept)
            failed(uploadId, here(kept.error()));
    });
    connect(transfer, &Transfer::uploaded, &loop,
            [this, uploadId](const Recording &recording) { answered(uploadId, recording); });
    connect(transfer, &Transfer::failed, &loop,
            [this, uploadId](const Failure &failure) { failed(uploadId, failure, Side::Server); });
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
    if (const Done kept = LongNotes::keep(store, entry); !kept)
        return failed(uploadId, here(kept.error()));
    const bool wasRead = isRead;
    if (const Done marked = store.markStored(uploadId, recording); !marked)
        return failed(uploadId, here(marked.error()));
    isRead = wasRead;
    waiting.removeIf([&](const LocalRecording &one) { return one.uploadId == uploadId; });
    taken.remove(uploadId);
    delays.remove(uploadId);
    isRefusing = false;
    drop(uploadId);
    push.finished(uploadId);
    const bool isLast = isRead && waiting.isEmpty();
    batchDone = isLast ? 0 : batchDone + entry.fileSize;
    Q_EMIT loop.stored(uploadId, recording);
}

void SyncLoop::State::failed(QUuid uploadId, const Failure &told, Side side)
{
    const Failure failure = side == Side::Server && told.kind == FailureKind::Forbidden ? notAssigned(told) : told;
    isRefusing = isRefusing || (side == Side::Server && failure.kind == FailureKind::StorageFull);
    drop(uploadId);
    delays.insert(uploadId, {failure.kind, side, std::nullopt});
    qCInfo(syncLog) << "an upload failed:" << failureWord(failure.kind) << failure.detail;
    switch (push.failed(uploadId, failure)) {
    case AfterFailure::TryLater:
        Q_EMIT loop.delayed(uploadId, failure.message);
        [[fallthrough]];
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

/// A beginning whose answer is still to come is heard out, so that the server can be told to end it.
void SyncLoop::State::abandon(QUuid uploadId)
{
    const auto found = underWay.find(uploadId);
    if (found == underWay.end() || !found->second.transfer || found->second.hasBegun)
        return drop(uploadId);
    Transfer *transfer = found->second.transfer.release();
    underWay.erase(found);
    transfer->disconnect(&loop);
    transfer->setParent(&loop);
    connect(transfer, &Transfer::failed, transfer, &QObject::deleteLater);
    connect(transfer, &Transfer::uploadBegun, &loop, [this, uploadId, transfer](const QString &path) {
        const Done kept = store.begunUploads().keep(uploadId, path);
        note(kept ? store.begunUploads().cancel(uploadId) : kept);
        transfer->cancel();
        cancelled.tell();
    });
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
