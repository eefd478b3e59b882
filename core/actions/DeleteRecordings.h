// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/RecordingDeletionCalls.h"

#include <QPromise>
#include <QTimer>

namespace Holdfast {

/// Deletes recordings of the server for good, one after the other, and tells what became of each. Where the server does
/// not answer or no longer knows this person, it goes no further. UI thread; goes before the ApiClient.
class DeleteRecordings : public QObject
{
    Q_OBJECT
public:
    enum class Fate {
        Deleted, ///< or was gone already
        Kept,    ///< the server refused
        Unknown, ///< it was asked for, and no answer came
        NotAsked,
    };
    struct Outcome
    {
        RecordingId recording;
        Fate fate = Fate::NotAsked;
        QString why; ///< a sentence where it was not deleted, or not now; may be empty

        friend bool operator==(const Outcome &, const Outcome &) = default;
    };

    explicit DeleteRecordings(ApiClient &api, QObject *parent = nullptr);
    ~DeleteRecordings() override;

    /// An outcome for each, in their order. One at a time.
    QFuture<QList<Outcome>> run(const QList<RecordingId> &recordings);
    void stop(); ///< once the one under way has its answer

Q_SIGNALS:
    void progress(int done); ///< have their answer

private:
    void next();
    void take(const Done &answer);
    void add(Fate fate, const QString &why);
    void end();

    RecordingDeletionCalls m_calls;
    QList<RecordingId> m_recordings;
    QList<Outcome> m_outcomes;
    QTimer m_again; ///< until a server that has too much to do is asked again
    bool m_isStopped = false;
    std::unique_ptr<QPromise<QList<Outcome>>> m_promise; ///< of the run under way
};

} // namespace Holdfast
