// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "local/LocalStore.h"
#include "local/SealedCache.h"
#include "sync/ApiClient.h"
#include "sync/OutboxPush.h"

#include <QObject>

namespace Holdfast {

enum class SyncCondition { Online, Offline, SignInNeeded };

/// Empties the outbox: sends several recordings side by side, tries again with growing pauses what may succeed later,
/// parks what will not, waits at a token that no longer counts. Each upload goes on where the server stands. After each
/// it compares the server's SHA-256 with ours before it calls a recording stored. UI thread.
class SyncLoop : public QObject
{
    Q_OBJECT
public:
    SyncLoop(ApiClient &api, LocalStore &store, std::shared_ptr<SealedCache> cache, OutboxPush push,
             QObject *parent = nullptr);
    ~SyncLoop() override;

    void start();
    void stop();                 ///< cancels what is under way; the outbox keeps it
    void retry(QUuid uploadId);  ///< now, whatever its pause; parked ones too
    Done cancel(QUuid uploadId); ///< the person no longer wants it sent; the original file is untouched

    SyncCondition condition() const;
    int waiting() const;                    ///< recordings that are sent or will be
    bool hasLetGo() const;                  ///< something was cancelled since the program began
    int unsendable() const;                 ///< recordings that wait for a person to decide
    int percent() const;                    ///< of the bytes of what waits, as far as the server has them; 0…100
    qint64 bytesSent(QUuid uploadId) const; ///< that the server has, as far as that is known
    enum class Side { Server, ThisComputer };
    struct Delay
    {
        FailureKind kind = FailureKind::Internal;
        Side side = Side::Server;       ///< where it failed
        std::optional<QDateTime> until; ///< when it is tried again by itself; none: at once, or after a sign-in
    };
    std::optional<Delay> delayOf(QUuid uploadId) const; ///< of one that failed since the program began, and waits
    bool isServerFull() const;                          ///< it had no room for one of those that wait

Q_SIGNALS:
    void conditionChanged(Holdfast::SyncCondition condition);
    void progress(QUuid uploadId, qint64 sent, qint64 total);
    void waitingChanged();
    void serverFullChanged(bool isFull);
    void stored(QUuid uploadId, const Holdfast::Recording &recording);
    void parked(QUuid uploadId, const QString &sentence);
    void delayed(QUuid uploadId, const QString &sentence); ///< it failed, and is tried again
    void problem(const QString &sentence);                 ///< of one that is no longer in the outbox

private:
    struct State;
    std::unique_ptr<State> m_state;
};

} // namespace Holdfast
