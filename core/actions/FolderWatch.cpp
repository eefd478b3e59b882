// SPDX-License-Identifier: GPL-3.0-or-later
#include "actions/FolderWatch.h"

#include "domain/WhenFinished.h"

#include <QtConcurrentRun>

#include <algorithm>

namespace Holdfast {

namespace {

using std::chrono::milliseconds;

constexpr milliseconds changesGather{200};
constexpr int restForWork = 50; ///< a look takes at most a fiftieth of the time

/// Whether time alone makes something of it.
bool isToChange(const GrowingFile &file)
{
    return !file.leftOut || *file.leftOut == LeftOut::Unfinished;
}

} // namespace

FolderWatch::FolderWatch(QString folder, bool subfolders, Clock clock, const WatchPace &pace, QObject *parent)
    : QObject(parent)
    , m_folder(std::move(folder))
    , m_subfolders(subfolders)
    , m_clock(std::move(clock))
    , m_pace(pace)
{
    m_next.setSingleShot(true);
    connect(&m_next, &QTimer::timeout, this, &FolderWatch::look);
    connect(&m_changes, &QFileSystemWatcher::directoryChanged, this, &FolderWatch::hurry);
}

void FolderWatch::know(const FoundFile &file)
{
    m_known.insert(file.fingerprint());
    m_growing.remove(file.path);
}

void FolderWatch::forget(const FoundFile &file)
{
    m_known.remove(file.fingerprint());
}

void FolderWatch::look()
{
    m_stopped = false;
    m_next.stop();
    if (m_looking) {
        m_again = true;
        return;
    }
    m_looking = true;
    m_sinceBegin.start();
    const SettlingTimes times{m_pace.settledAfter, m_pace.unfinishedAfter()};
    const FolderToLookAt place{m_folder, m_subfolders, m_known, m_growing, times};
    whenFinished(QtConcurrent::run(lookInto, place, m_clock()), this, [this](const FolderLook &look) { take(look); });
}

void FolderWatch::stop()
{
    m_stopped = true;
    m_next.stop();
}

void FolderWatch::take(const FolderLook &look)
{
    m_looking = false;
    if (m_stopped)
        return;
    m_rest = milliseconds(m_sinceBegin.elapsed() * restForWork);
    const bool wasThere = std::exchange(m_isThere, look.isThere);
    if (look.isThere) {
        m_growing = look.growing;
        m_others = look.others;
        for (const FoundFile &file : look.complete) // until somebody knows them
            m_growing.insert(file.path, {file, QDateTime::fromMSecsSinceEpoch(0, Qt::UTC), {}});
        if (!m_changes.directories().contains(m_folder))
            m_changes.addPath(m_folder); // a share that can't tell is looked at from time to time
    }
    if (wasThere && !m_isThere)
        Q_EMIT away();
    else if (!wasThere && m_isThere)
        Q_EMIT back();
    if (!look.complete.isEmpty())
        Q_EMIT complete(look.complete);
    if (look.isThere)
        tellLeftOut();
    wait();
    Q_EMIT looked();
}

/// Whoever pauses while he writes a file is not told of it at each pause.
void FolderWatch::tellLeftOut()
{
    m_told.removeIf([this](const auto &one) { return !m_growing.contains(one.key()); });
    for (const LeftOutFile &file : leftOut()) {
        if (m_told.contains(file.path) && m_told.value(file.path) == file.why)
            continue;
        m_told.insert(file.path, file.why);
        Q_EMIT leavesOut(file);
    }
    if (!m_others.isEmpty() && !std::exchange(m_toldOthers, true))
        Q_EMIT hasOthers();
}

QList<LeftOutFile> FolderWatch::leftOut() const
{
    QList<LeftOutFile> files;
    for (const GrowingFile &one : m_growing)
        if (one.leftOut)
            files.append({one.file.path, *one.leftOut});
    std::ranges::sort(files, {}, &LeftOutFile::path);
    return files;
}

bool FolderWatch::isStill() const
{
    return std::ranges::none_of(m_growing, [](const GrowingFile &one) { return one.file.size > 0 && isToChange(one); });
}

/// Many changes come together, and a folder that changes all the time must not be read all the time.
void FolderWatch::hurry()
{
    if (m_looking) {
        m_again = true;
        return;
    }
    const milliseconds since(m_sinceBegin.isValid() ? m_sinceBegin.elapsed() : 0);
    const milliseconds pause = std::max(changesGather, m_rest - since);
    if (!m_stopped && (!m_next.isActive() || m_next.remainingTimeAsDuration() > pause))
        m_next.start(pause);
}

void FolderWatch::wait()
{
    const milliseconds soon = std::exchange(m_again, false) ? changesGather
                              : std::ranges::none_of(m_growing, isToChange)
                                  ? m_pace.between
                                  : std::min(m_pace.settledAfter, m_pace.between);
    m_next.start(std::max(soon, m_rest));
}

} // namespace Holdfast
