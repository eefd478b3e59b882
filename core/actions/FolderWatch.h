// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "actions/FolderLook.h"
#include "domain/Clock.h"

#include <QElapsedTimer>
#include <QFileSystemWatcher>
#include <QObject>
#include <QTimer>

namespace Holdfast {

/// How often a folder is looked at, and when a file in it counts as complete.
struct WatchPace
{
    std::chrono::milliseconds settledAfter{5'000}; ///< its size and time have been the same for so long
    std::chrono::milliseconds between{10'000};     ///< two looks, where nothing tells of a change
};

/// Tells of each file of a folder once it is complete. Looks when the system says that something changed there, and
/// from time to time besides, since network shares tell nothing; in the pool, and the less often the longer a look
/// takes. What was told is told again at the next look until it is known. UI thread.
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
    bool isStill() const { return m_growing.isEmpty(); } ///< nothing there is still to become complete

Q_SIGNALS:
    void complete(const QList<Holdfast::FoundFile> &files);
    void looked();
    void away(); ///< the folder can't be read
    void back();

private:
    void take(const FolderLook &look);
    void hurry();
    void wait();

    QString m_folder;
    bool m_subfolders;
    Clock m_clock;
    WatchPace m_pace;
    QSet<size_t> m_known; ///< fingerprints
    QHash<QString, GrowingFile> m_growing;
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
