// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "actions/Session.h"
#include "actions/SourceIntake.h"

#include <memory>
#include <vector>

namespace Holdfast {

/// Watches the folders of all sources, brings their files into the inbox, and looks at each: what it is, how long, and
/// what is wrong with it (pool, one at a time). UI thread.
class FillInbox : public QObject
{
    Q_OBJECT
public:
    FillInbox(Session &session, Clock clock, const WatchPace &pace = {}, QObject *parent = nullptr);

    /// From now on these; what is new of a folder that is no longer among them leaves the inbox.
    void setSources(const QList<RecordingSource> &sources);
    void look(); ///< now
    /// A sentence for each folder that holds files which are not taken: how many, and why.
    QStringList leftOut() const;
    bool isAtRest() const; ///< all that is complete is in the inbox and was looked at, and nothing grows

Q_SIGNALS:
    void problem(const QString &sentence);
    void told(const QString &sentence);
    void inspected(const Holdfast::InboxEntry &entry);
    /// Once for a file: why it is not taken, or not yet; `isForGood`: it waits for a person.
    void leavesOut(const QString &path, const QString &why, bool isForGood);
    void hasOthers(const QString &folder, const QString &sentence); ///< once for a folder: what is no recording there
    void looked();                                                  ///< at one of the folders
    void rested();

private:
    void connectIntake(const SourceIntake &intake);
    void leave(const RecordingSource &source, const QList<RecordingSource> &sources);
    void inspectNext();
    void restIfDone();

    Session &m_session;
    Clock m_clock;
    WatchPace m_pace;
    std::vector<std::unique_ptr<SourceIntake>> m_intakes;
    bool m_inspecting = false;
};

} // namespace Holdfast
