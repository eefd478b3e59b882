// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "actions/RefreshLeads.h"

#include <QPromise>

namespace Holdfast {

/// What was taken in here and will not be sent by itself: lets go of what its lead has by now. UI thread; session and
/// api outlive it.
class ParkedRecordings : public QObject
{
    Q_OBJECT
public:
    ParkedRecordings(Session &session, ApiClient &api, QObject *parent = nullptr);

    struct Looked
    {
        struct There
        {
            LocalRecording recording; ///< let go
            RecordingId id;           ///< the one that its lead has
        };
        QList<There> there;
        QList<LocalRecording> stay; ///< each with its problem
    };
    /// Asks the server what the leads have; where it is away, what is known here counts. One with words of its own
    /// stays, since these would be lost. One at a time.
    QFuture<Result<Looked>> look();

private:
    void askNext();
    void settle();

    Session &m_session;
    RefreshLeads m_refresh;
    QList<LeadId> m_leads; ///< that are still to be asked about
    std::unique_ptr<QPromise<Result<Looked>>> m_promise;
};

} // namespace Holdfast
