// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "actions/SaveCopy.h"

namespace Holdfast {

/// Saves the plain files of many recordings into a folder, one after the other, and tells what became of each. Never
/// over a file that is there. Where the server does not answer, or the disk takes no more, it goes no further. UI
/// thread; files are looked for in the pool.
class SaveCopies : public QObject
{
    Q_OBJECT
public:
    struct Outcome
    {
        QString path;                   ///< where it is; empty where it was not saved
        std::optional<Failure> failure; ///< why not; none where it was not tried, either

        friend bool operator==(const Outcome &, const Outcome &) = default;
    };

    SaveCopies(Session &session, ApiClient &api, QObject *parent = nullptr);
    ~SaveCopies() override; ///< as cancel()

    /// An outcome for each, in their order. One at a time.
    QFuture<QList<Outcome>> run(const QList<LocalRecording> &recordings, const QString &folder);
    void cancel(); ///< the one under way is not saved; those before it stay

    /// "2026-11-20 14.32 Dora Day, call.wav", as the clock on the wall here has it. Safe on every system.
    static QString nameOf(const LocalRecording &recording);

Q_SIGNALS:
    void progress(int done);                      ///< have their outcome
    void fetching(qint64 bytes, qint64 allBytes); ///< of the one under way

private:
    void next();
    void saveTo(const Result<QString> &path);
    void take(const Done &saved);
    void end();

    SaveCopy m_save;
    QList<LocalRecording> m_recordings;
    QString m_folder;
    QList<Outcome> m_outcomes;
    QString m_taken; ///< the name that waits for the copy under way; empty where none does
    std::shared_ptr<std::atomic_bool> m_isStopped;
    std::unique_ptr<QPromise<QList<Outcome>>> m_promise; ///< of the run under way
};

} // namespace Holdfast
