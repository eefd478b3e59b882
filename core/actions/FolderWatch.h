// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "actions/FolderLook.h"
#include "domain/Clock.h"

#include <QElapsedTimer>
#include <QFileSystemWatcher>
#include <QObject>
#include <QTimer>

#include <algorithm>

namespace Holdfast {

/// How often a folder is looked at, and when a file in it counts as complete.
struct WatchPace
{
    std::chrono::milliseconds settledAfter{5'000}; ///< its size and time have been the same for so long
    std::chrono::milliseconds between{10'000};     ///< two looks, where nothing tells of a change

    /// The same for a file that tells of more than it has: whoever writes it may pause.
    std::chrono::milliseconds unfinishedAfter() const
    {
        return std::max<std::chrono::milliseconds>(10 * settledAfter, std::chrono::minutes(2));
    }
};

/// Tells of each file of a folder once it is complete. Looks when the system says that something changed there, and
/// from time to time besides, since network shares tell nothing; in the pool, and the less often the longer a look
/// takes. What was told is told again at the next look until it is known; what is left out is told once, with why. UI
/// thread.
///
///     looking ──► waiting (a change there, or the pause) ──► looking …
///       │
///       └── no folder: away(), said once; back() once it is there again
class FolderWatch : public QObject
{
    Q_OBJECT
public:
    FolderWatch(QString folder, bool subfolders, Clock clock, const WatchPace &pace = {}, QObject *parent = nullptr);

    void know(const FoundFile &file);   ///< it is not told
    void forget(const FoundFile &file); ///< it is told should it be there again
    void look();                        ///< now, and then from time to time
    void stop();

    bool isThere() const { return m_isThere; }
    bool isStill() const;               ///< nothing there is still to become complete
    QList<LeftOutFile> leftOut() const; ///< what is not taken, by the last look
    const OtherExtensions &others() const { return m_others; }

Q_SIGNALS:
    void complete(const QList<Holdfast::FoundFile> &files);
    void leavesOut(const Holdfast::LeftOutFile &file); ///< once for a file and a reason
    void hasOthers();                                  ///< once: files that are no recordings by their names
    void looked();
    void away(); ///< the folder can't be read
    void back();

private:
    void take(const FolderLook &look);
    void tellLeftOut();
    void hurry();
    void wait();

    QString m_folder;
    bool m_subfolders;
    Clock m_clock;
    WatchPace m_pace;
    QSet<size_t> m_known; ///< fingerprints
    QHash<QString, GrowingFile> m_growing;
    QHash<QString, LeftOut> m_told; ///< by their paths: why they were left out
    OtherExtensions m_others;
    bool m_toldOthers = false;
    QFileSystemWatcher m_changes;
    QTimer m_next;
    QElapsedTimer m_sinceBegin;          ///< of the last look
    std::chrono::milliseconds m_rest{0}; ///< at least so long between two looks, by what one costs
    bool m_isThere = true;
    bool m_looking = false;
    bool m_again = false; ///< something changed while it looked
    bool m_stopped = true;
};

} // namespace Holdfast
