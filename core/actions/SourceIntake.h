// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "actions/FolderWatch.h"
#include "domain/RecordingSource.h"
#include "local/Inbox.h"

namespace Holdfast {

/// Brings the files of one source into the inbox, a few at a time so that the window never waits, however many there
/// are:
///
///     learning what is known of the folder ──► first look: what is there already is passed over ──► watching
///
/// What can't be kept is told again at the next look. UI thread.
class SourceIntake : public QObject
{
    Q_OBJECT
public:
    SourceIntake(Inbox &inbox, RecordingSource source, Clock clock, const WatchPace &pace, QObject *parent = nullptr);

    void start();
    void look(); ///< now
    const RecordingSource &source() const { return m_source; }
    const FolderWatch &watch() const { return m_watch; }
    bool isAtRest() const; ///< all that is complete there is in the inbox, and nothing there is still growing

Q_SIGNALS:
    void problem(const QString &sentence);
    void told(const QString &sentence);
    void leavesOut(const Holdfast::LeftOutFile &file);
    void hasOthers();
    void looked();
    void rested();

private:
    void learn();
    void firstLook();
    void passOver(const QList<FoundFile> &files);
    void beginWatching();
    void take();
    void missTheGone();
    void sayAway();
    void sayOnce(const QString &sentence);
    bool isKept(const Done &done);

    Inbox &m_inbox;
    RecordingSource m_source;
    Clock m_clock;
    FolderWatch m_watch;
    QTimer m_again; ///< after a failure
    qint64 m_learnt = 0;
    qint64 m_checked = 0;        ///< up to this number of the inbox it was seen whether the file is there
    QList<FoundFile> m_complete; ///< to be taken
    QString m_said;              ///< the problem that stands
    bool m_isWatching = false;
    bool m_hasLooked = false;
    bool m_missing = false; ///< it is being seen what is gone
};

} // namespace Holdfast
