// SPDX-License-Identifier: GPL-3.0-or-later
#include "ctl/UploadCommand.h"

#include "domain/WhenFinished.h"

#include <QJsonArray>

#include <algorithm>

namespace Holdfast {

UploadCommand::UploadCommand(Session &session, Console &console, std::chrono::seconds patience, bool json,
                             QObject *parent)
    : QObject(parent)
    , m_session(session)
    , m_console(console)
    , m_json(json)
    , m_attach(session, &QDateTime::currentDateTimeUtc)
{
    m_patience.setSingleShot(true);
    m_patience.setInterval(patience);
    const SyncLoop *sync = session.sync.get();
    connect(sync, &SyncLoop::stored, this,
            [this](QUuid id, const Recording &recording) { settle(id, recording.id, {}); });
    connect(sync, &SyncLoop::parked, this, [this](QUuid id, const QString &why) { settle(id, {}, why); });
    connect(sync, &SyncLoop::progress, this, [this] {
        m_patience.start();
        showProgress();
    });
    connect(sync, &SyncLoop::conditionChanged, this, [this](SyncCondition condition) {
        if (condition == SyncCondition::SignInNeeded)
            giveUp(tr("The sign-in ended while files were sent."));
    });
    connect(&m_patience, &QTimer::timeout, this, [this] { giveUp(tr("The server takes nothing at the moment.")); });
}

void UploadCommand::upload(std::optional<LeadId> lead, const QStringList &paths, const WrittenAlong &along)
{
    whenFinished(m_attach.inspect(paths, lead), this, [this, along, lead](const QList<Inspected> &files) {
        attach(lead ? files : leaveOutKnown(files), along);
    });
}

/// What its lead has already, or gets from a file before it.
QList<Inspected> UploadCommand::leaveOutKnown(const QList<Inspected> &files)
{
    QList<Inspected> unknown;
    QSet<std::pair<qint64, QByteArray>> taken;
    for (const Inspected &file : files) {
        const bool goes = file.canAttach();
        const bool isKnown =
            goes && (file.attachedTo.contains(*file.lead) || taken.contains({file.lead->value, file.sha256}));
        if (!isKnown) {
            if (goes)
                taken.insert({file.lead->value, file.sha256});
            unknown.append(file);
            continue;
        }
        m_outcomes.append({file.name, {}, {}, {}, file});
    }
    return unknown;
}

void UploadCommand::attach(const QList<Inspected> &files, const WrittenAlong &along)
{
    for (const Inspected &file : files)
        if (file.canAttach() && !file.warning().isEmpty())
            m_console.problem(QStringLiteral("%1: %2").arg(file.name, file.warning()));
    whenFinished(m_attach.attach(files, along), this,
                 [this](const AttachRecordings::Attached &done) { attached(done); });
}

void UploadCommand::attached(const AttachRecordings::Attached &attached)
{
    for (const Inspected &file : attached.refused)
        m_outcomes.append({file.name, {}, {}, file.warning()});
    for (const QUuid &uploadId : attached.uploadIds) {
        const auto recording = m_session.store->find(uploadId);
        m_outcomes.append({recording ? recording->name : QString(), uploadId, {}, {}});
    }
    m_open = attached.uploadIds.size();
    seeThrough();
}

void UploadCommand::sendWaiting()
{
    const auto waiting = m_session.store->outbox();
    if (!waiting) {
        m_console.problem(waiting.error());
        Q_EMIT finished(false);
        return;
    }
    const Result<qint64> parked = m_session.store->parked();
    if (!parked) {
        m_console.problem(parked.error());
        Q_EMIT finished(false);
        return;
    }
    if (*parked > 0)
        m_console.problem(tr("%n recording(s) will not be sent by themselves: list LEAD says why, and attaching them "
                             "again or the window's Retry helps.",
                             nullptr, static_cast<int>(*parked)));
    m_someStay = *parked > 0 || m_session.isEarlierAway;
    for (const LocalRecording &recording : *waiting)
        m_outcomes.append({recording.name, recording.uploadId, {}, {}});
    m_open = m_outcomes.size();
    seeThrough();
}

void UploadCommand::seeThrough()
{
    if (m_open == 0) {
        report();
        return;
    }
    m_patience.start();
    m_session.sync->start();
}

void UploadCommand::settle(QUuid uploadId, std::optional<RecordingId> stored, const QString &problem)
{
    const auto outcome = std::ranges::find(m_outcomes, uploadId, &Outcome::uploadId);
    if (outcome == m_outcomes.end())
        return; // what an earlier upload left waiting
    outcome->stored = stored;
    outcome->problem = problem;
    m_patience.start();
    if (--m_open == 0)
        report();
}

void UploadCommand::showProgress()
{
    m_console.progress(tr("%1 waiting · %2 %").arg(m_session.sync->waiting()).arg(m_session.sync->percent()));
}

void UploadCommand::giveUp(const QString &sentence)
{
    if (m_open == 0)
        return;
    m_open = 0;
    m_session.sync->stop();
    for (Outcome &outcome : m_outcomes)
        if (!outcome.stored && outcome.problem.isEmpty())
            outcome.problem = sentence + u' ' + whatWaits();
    report();
}

/// Without a keyring the sealed copies end with this program, and only the original files can be sealed once more.
QString UploadCommand::whatWaits() const
{
    return m_session.tokenKept
               ? tr("It waits here, sealed, and goes with the next upload or send.")
               : tr("Without a keyring no copy of it outlasts this program: the next upload or send takes the original "
                    "file, if that is still there and unchanged. Keep it until it is stored.");
}

/// Once all is over: a file that was sent before it may have become what it is the same as.
bool UploadCommand::isThere(Outcome &outcome) const
{
    if (!outcome.twin)
        return false;
    const Result<bool> stored = m_session.store->hasStored(*outcome.twin->lead, outcome.twin->sha256);
    outcome.problem = stored
                          ? tr("The same recording waits to be sent to this lead. Keep this file until that is stored.")
                          : stored.error().message;
    return stored && *stored;
}

void UploadCommand::report()
{
    m_patience.stop();
    m_session.sync->stop();
    bool allDone = !m_someStay;
    QJsonArray array;
    QList<QStringList> rows;
    for (Outcome &outcome : m_outcomes) {
        const bool there = isThere(outcome);
        allDone = allDone && (outcome.stored || there);
        QJsonObject json{{QStringLiteral("originalName"), outcome.name},
                         {QStringLiteral("state"), there            ? QStringLiteral("there already")
                                                   : outcome.stored ? QStringLiteral("stored")
                                                                    : QStringLiteral("not stored")}};
        if (outcome.stored)
            json.insert(QStringLiteral("id"), outcome.stored->value);
        else if (!there)
            json.insert(QStringLiteral("problem"), outcome.problem);
        array.append(json);
        if (there)
            rows.append({tr("there"), outcome.name, tr("Already attached to this lead.")});
        else
            rows.append({outcome.stored ? tr("stored") : tr("not stored"), outcome.name,
                         outcome.stored ? tr("recording %1").arg(outcome.stored->value) : outcome.problem});
    }
    if (m_json)
        m_console.json(array);
    else
        m_console.table(rows);
    Q_EMIT finished(allDone);
}

} // namespace Holdfast
