// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "actions/AttachRecordings.h"
#include "actions/ParkedRecordings.h"
#include "actions/RefreshLeads.h"
#include "ctl/Console.h"
#include "ctl/CtlOptions.h"

#include <QSet>
#include <QTimer>

namespace Holdfast {

/// Attaches files to a lead and sees them through to the server; or only sees through what waits already. Says what
/// became of each file, at the end.
class UploadCommand : public QObject
{
    Q_OBJECT
public:
    UploadCommand(Session &session, ApiClient &api, Console &console, const CtlOptions &options,
                  QObject *parent = nullptr);

    /// No lead: each where its name tells. What its lead has already is not sent again but where the options say so:
    /// what waits here is sent instead of it, and of what is stored that is said.
    void upload(std::optional<LeadId> lead, const QStringList &paths);
    /// What will not go by itself is told, or tried as well where the options say so; what its lead has by now goes.
    void sendWaiting();

Q_SIGNALS:
    void finished(bool allDone);

private:
    using Content = std::pair<LeadId, QByteArray>; ///< where it goes, and its SHA-256
    struct Outcome
    {
        QString name;
        QUuid uploadId; ///< null for what could not be attached
        std::optional<RecordingId> stored;
        QString problem;
        QString delay;                                ///< why it did not go yet; empty where nothing failed
        bool wasThere = false;                        ///< before: it was not sent
        std::optional<Content> twinOf = std::nullopt; ///< of a file before it
    };

    void lookAtLeads();
    void refuseAll(LeadId lead, const Failure &failure);
    void leaveOutKnown();
    bool isKnown(Inspected &file, QSet<Content> &taken);
    void attach();
    void attached(const AttachRecordings::Attached &attached);
    Done takeParked(const ParkedRecordings::Looked &looked);
    Done takeOutbox();
    void seeThrough();
    void settle(QUuid uploadId, std::optional<RecordingId> stored, const QString &problem);
    void noteDelay(QUuid uploadId, const QString &why);
    void showProgress();
    void giveUp(const QString &sentence); ///< empty: for what each was delayed by
    QString whatWaits() const;            ///< and what it takes for it to be sent later
    void settleTwin(Outcome &outcome) const;
    QStringList rowOf(const Outcome &outcome) const;
    QJsonObject jsonOf(const Outcome &outcome) const;
    void report();

    Session &m_session;
    Console &m_console;
    const CtlOptions &m_options;
    AttachRecordings m_attach;
    RefreshLeads m_refresh;
    ParkedRecordings m_parked;
    QList<Inspected> m_files;
    QList<LeadId> m_leads; ///< of which the server was not asked yet what they have
    QTimer m_patience;     ///< since the last byte that the server took
    QList<Outcome> m_outcomes;
    qsizetype m_open = 0;    ///< outcomes still to come
    bool m_someStay = false; ///< of what was taken in before, that nothing here will send
};

} // namespace Holdfast
