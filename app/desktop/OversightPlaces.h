// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "actions/Session.h"
#include "contract/FeedJson.h"
#include "domain/Clock.h"
#include "domain/EvidenceSubject.h"
#include "shell/Shell.h"
#include "sync/StorageCalls.h"

#include <QSet>
#include <QTimer>

namespace Holdfast {

class AuditPage;
class HoldsPage;
class LocalStore;
class PeoplePage;
class RetentionPage;
class ReviewPage;
class ServerPage;
class StoragePage;

/// The places of supervisors and admins: makes them, puts them into the rail, and offers those that a role may go to.
/// Goes before the shell, which owns the pages.
class OversightPlaces : public QObject
{
    Q_OBJECT
public:
    /// The store tells what is called how; it outlives the places.
    OversightPlaces(ApiClient &api, Shell &shell, LocalStore &store, const Clock &clock, QObject *parent = nullptr);

    void offerTo(Role role);                       ///< again where it has changed
    void tellOfRole(Role role);                    ///< which places came and went with it, as of the last offerTo()
    void follow(const QList<FeedChange> &changes); ///< that the server tells of
    void followAll();                              ///< anything may have changed
    void setUser(const User &me);
    ReviewPage &review() { return *m_review; }
    bool focusFilter(); ///< of the place that is shown; false where it is none of these
    void refresh();     ///< of the place that is shown, where it is one of these

private:
    void offer(QWidget *place, const QString &name, bool isOffered);
    void watchStorage(bool isWanted);
    void watchSweeps(bool isWanted);
    void sayOfSweeps(const QString &sentence);
    void openPackSheet(EvidenceSubject subject, const QString &name);

    ApiClient &m_api;
    Shell &m_shell;
    Clock m_clock;
    ReviewPage *m_review;
    HoldsPage *m_holds;
    RetentionPage *m_retention;
    StoragePage *m_storage;
    AuditPage *m_audit;
    PeoplePage *m_people;
    ServerPage *m_server;
    QSet<QWidget *> m_offered;
    QStringList m_lost; ///< places, with the last role
    QStringList m_won;
    QTimer m_storageTime;
    QTimer m_sweepTime;
};

} // namespace Holdfast
