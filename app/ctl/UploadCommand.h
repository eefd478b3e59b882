// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "actions/AttachRecordings.h"
#include "ctl/Console.h"

#include <QTimer>

namespace Holdfast {

/// Attaches files to a lead and sees them through to the server; or only sees through what waits already. Says what
/// became of each file, at the end.
class UploadCommand : public QObject
{
    Q_OBJECT
public:
    UploadCommand(Session &session, Console &console, std::chrono::seconds patience, bool json,
                  QObject *parent = nullptr);

    /// No lead: each where its name tells, but for those that are there already: whoever says so sends whole folders,
    /// and again.
    void upload(std::optional<LeadId> lead, const QStringList &paths, const WrittenAlong &along);
    void sendWaiting();

Q_SIGNALS:
    void finished(bool allDone);

private:
    struct Outcome
    {
        QString name;
        QUuid uploadId; ///< null for what could not be attached
        std::optional<RecordingId> stored;
        QString problem;
        std::optional<Inspected> twin = std::nullopt; ///< not sent, because its lead has the same recording
    };

    QList<Inspected> leaveOutKnown(const QList<Inspected> &files);
    void attach(const QList<Inspected> &files, const WrittenAlong &along);
    void attached(const AttachRecordings::Attached &attached);
    void seeThrough();
    void settle(QUuid uploadId, std::optional<RecordingId> stored, const QString &problem);
    void showProgress();
    void giveUp(const QString &sentence);
    QString whatWaits() const; ///< and what it takes for it to be sent later
    bool isThere(Outcome &outcome) const;
    void report();

    Session &m_session;
    Console &m_console;
    bool m_json;
    AttachRecordings m_attach;
    QTimer m_patience; ///< since the last byte that the server took
    QList<Outcome> m_outcomes;
    qsizetype m_open = 0;    ///< outcomes still to come
    bool m_someStay = false; ///< of what was taken in before, that nothing here will send
};

} // namespace Holdfast
