// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/FeedJson.h"
#include "domain/Annotation.h"
#include "domain/Result.h"
#include "local/AgentNames.h"
#include "local/Arrival.h"
#include "local/Touched.h"

#include <QObject>

#include <functional>
#include <optional>

namespace Holdfast {

class Database;
class LocalAnnotations;

/// Whose recordings somebody may see, and so has here: an agent its own, all of them; who may see every recording those
/// of the leads that were opened here.
enum class Reach { Own, All };

/// How far this computer has followed what changes on the server, and the way by which that comes into the store. Each
/// call is one short transaction, and the place that it has reached is part of it: a crash between two loses nothing.
/// UI thread; part of LocalStore.
class Following : public QObject
{
    Q_OBJECT
public:
    Following(Database &database, LocalAnnotations &annotations, const AgentNames &agents);

    struct Place
    {
        QString cursor; ///< empty: everything is to be read anew
        Reach reach = Reach::Own;
    };
    Result<std::optional<Place>> place() const; ///< none before everything was read once

    /// A page of the feed, up to its cursor.
    Done apply(const FeedPage &page, Reach reach, UserId me);

    /// Reading everything anew: begin, keep what the server lists, forget what it did not list, end.
    Done beginAnew(Reach reach);
    Done keepLeads(const QList<Lead> &leads);
    Done keepRecordings(const QList<Recording> &recordings, UserId me, Arrival::News news);
    /// Looks at some of what is here from the one after this number; answers the last that it looked at, none at the
    /// end.
    Result<std::optional<qint64>> forgetUnmetLeads(qint64 after);
    Result<std::optional<qint64>> forgetUnmetRecordings(qint64 after);
    Done endAnew(const QString &cursor, Reach reach);

    /// What is to be fetched, because the feed says no more than that it changed.
    struct Due
    {
        enum class Kind { Recordings, Annotations, Campaign, Me, Agents };
        qint64 sequence = 0;
        Kind kind = Kind::Me;
        qint64 id = 0;

        friend bool operator==(const Due &, const Due &) = default;
    };
    Result<std::optional<Due>> nextDue() const; ///< the oldest
    Done settle(const Due &due);
    Done postpone(const Due &due); ///< behind the others
    Done keepAnnotations(RecordingId recording, const QList<Annotation> &annotations, UserId me);
    Done renameCampaign(const Campaign &campaign);

    Done forgetWhatStayed(); ///< what only stayed for something that is sent by now
    Result<QStringList> doomedFiles() const;
    Done filesGone(const QStringList &names);

    void tell(const Touched &touched); ///< for LocalStore, after a transaction of its own

Q_SIGNALS:
    void leadsTouched(const QList<Holdfast::LeadId> &leads);
    void recordingsChanged(Holdfast::LeadId lead);
    void recordingTouched(const QString &recordingKey);
    void dueChanged();
    void filesDoomed();
    void someStay(); ///< something is gone, but for what was not sent yet
    void keptForUnsent(const QStringList &leadNames);

private:
    using Forget = std::function<Done(qint64 id, Touched &touched)>;
    Done inTransaction(const std::function<Done(Touched &)> &work);
    Result<std::optional<qint64>> forgetUnmet(const QByteArray &sql, qint64 after, const Forget &forget);
    Done takeIn(const FeedChange &change, Reach reach, UserId me, Touched &touched);
    Done oweUnknownAgents(const Lead &lead, Touched &touched);
    Done takeLead(Lead lead, Reach reach, Touched &touched);
    Done takeRecording(const FeedChange &change, Reach reach, UserId me, Touched &touched);
    Result<bool> isWanted(const Recording &recording, Reach reach);
    Done loseRecording(RecordingId id, Touched &touched);
    Done meet(const char *kind, qint64 id);
    Done owe(Due::Kind kind, qint64 id, Touched &touched);
    Done keepPlace(const QString &cursor, Reach reach);

    Database &m_database;
    LocalAnnotations &m_annotations;
    const AgentNames &m_agents;
};

} // namespace Holdfast
