// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "actions/FileFromInbox.h"
#include "actions/FillInbox.h"
#include "ctl/Console.h"
#include "ctl/CtlOptions.h"
#include "sync/ChangePull.h"

#include <QHash>
#include <QTimer>

namespace Holdfast {

/// Watches folders without a window: files each complete file whose lead is clear and sends it; says once of each other
/// why not. Goes on until it is stopped, whatever the server, the sign-in or the folder does; with --once until all
/// that is there was sent. What was filed is in the outbox, so it does not matter what ends it.
class WatchCommand : public QObject
{
    Q_OBJECT
public:
    WatchCommand(Session &session, ApiClient &api, Console &console, const CtlOptions &options,
                 QObject *parent = nullptr);

    /// The folders that the command line asks for: one by its name, a folder, or all that are set up.
    static Result<QList<RecordingSource>> sourcesOf(const CtlOptions &options, RecordingSources &known);

    void start(const QList<RecordingSource> &sources);
    void stop();

Q_SIGNALS:
    void finished(bool allDone);

private:
    void connectParts();
    void considerAll();
    void considerFrom(qint64 number);
    bool isAskedFor(const InboxEntry &entry) const;
    void consider(const InboxEntry &entry);
    void fileNext();
    void filed(const InboxEntry &entry, const AttachRecordings::Attached &attached);
    void leave(const InboxEntry &entry, const FileFromInbox::Suggestion &suggestion);
    void keepBack(const InboxEntry &entry, const QString &why);
    void leaveOut(const QString &path, const QString &why, bool isForGood);
    void sayNotFiled(const QString &path, const QString &why);
    void sayRemark(const InboxEntry &entry);
    void settled(QUuid uploadId, const Recording &recording);
    void parked(QUuid uploadId, const QString &why);
    void showCondition(SyncCondition condition);
    void signInAgain();
    void endIfDone();
    void end(bool allDone);
    QString nameOf(QUuid uploadId) const;
    QString whatStays() const;

    Session &m_session;
    ApiClient &m_api;
    Console &m_console;
    CtlOptions m_options;
    AttachRecordings m_attach;
    FileFromInbox m_file;
    FillInbox m_fill;
    ChangePull m_pull;
    QTimer m_again;    ///< what could not be filed, and the sign-in
    QTimer m_anew;     ///< the leads are others
    QTimer m_patience; ///< with --once: since something went on
    QList<RecordingSource> m_sources;
    QList<InboxEntry> m_toFile;
    QHash<qint64, QString> m_keptBack;  ///< by their numbers: what was said of them
    QHash<qint64, bool> m_thereAlready; ///< by their numbers: whether it was said that the server has it
    bool m_filing = false;
    bool m_considering = false;
    bool m_knowsLeads = false; ///< as the server has them now
    bool m_ended = false;
    bool m_someParked = false;
    QString m_saidOfSignIn;
};

} // namespace Holdfast
