// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "actions/Session.h"
#include "domain/Clock.h"
#include "shell/Shell.h"
#include "sync/StorageCalls.h"

#include <QTimer>

namespace Holdfast {

class AuditPage;
class PeoplePage;
class ReviewPage;
class StoragePage;

/// The places of supervisors and admins: makes them, puts them into the rail, and offers those that a role may go to.
/// Goes before the shell, which owns the pages.
class OversightPlaces : public QObject
{
    Q_OBJECT
public:
    OversightPlaces(ApiClient &api, Shell &shell, const Clock &clock, QObject *parent = nullptr);

    void offerTo(Role role); ///< again where it has changed
    ReviewPage &review() { return *m_review; }
    bool focusFilter(); ///< of the place that is shown; false where it is none of these
    void refresh();     ///< of the place that is shown, where it is one of these

private:
    void watchStorage(bool isWanted);

    Shell &m_shell;
    ReviewPage *m_review;
    StoragePage *m_storage;
    AuditPage *m_audit;
    PeoplePage *m_people;
    QTimer m_storageTime;
};

} // namespace Holdfast
