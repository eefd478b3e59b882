// SPDX-License-Identifier: GPL-3.0-or-later
#include "ctl/UploadCommand.h"

#include "domain/WhenFinished.h"

#include <QJsonArray>

#include <algorithm>

namespace Holdfast {

UploadCommand::UploadCommand(Session &session, ApiClient &api, Console &console, const CtlOptions &options,
                             QObject *parent)
    : QObject(parent)
    , m_session(session)
    , m_console(console)
    , m_options(options)
    , m_attach(session, &QDateTime::currentDateTimeUtc)
    , m_refresh(session, api)
    , m_parked(session, api)
{
    m_patience.setSingleShot(true);
    m_patience.setInterval(options.patience);
    const SyncLoop *sync = session.sync.get();
    connect(sync, &SyncLoop::stored, this,
            [this](QUuid id, const Recording &recording) { settle(id, recording.id, {}); });
    connect(sync, &SyncLoop::parked, this, [this](QUuid id, const QString &why) { settle(id, {}, why); });
    connect(sync, &SyncLoop::delayed, this, &UploadCommand::noteDelay);
    connect(sync, &SyncLoop::progress, this, [this] {
        m_patience.start();
        showProgress();
    });
    connect(sync, &SyncLoop::conditionChanged, this, [this](SyncCondition condition) {
        if (condition == SyncCondition::SignInNeeded)
            giveUp(tr("The sign-in ended while files were sent."));
    });
    connect(&m_patience, &QTimer::timeout, this, [this] { giveUp({}); });
}

void UploadCommand::upload(std::optional<LeadId> lead, const QStringList &paths)
{
    whenFinished(m_attach.inspect(paths, lead), this, [this](const QList<Inspected> &files) {
        m_files = files;
        for (const Inspected &file : files)
            if (file.canAttach() && !m_leads.contains(*file.lead))
                m_leads.append(*file.lead);
        lookAtLeads();
    });
}

/// What they have by now, also from other computers. Where the server is away, what is known here counts.
void UploadCommand::lookAtLeads()
{
    if (m_leads.isEmpty()) {
        if (!m_options.again)
            leaveOutKnown();
        return attach();
    }
    const LeadId lead = m_leads.takeFirst();
    whenFinished(m_refresh.recordingsOf(lead), this, [this, lead](const Done &looked) {
        if (!looked && (mayRetry(looked.error().kind) || looked.error().kind == FailureKind::NotSignedIn))
            m_leads.clear();
        else if (!looked)
            refuseAll(lead, looked.error());
        lookAtLeads();
    });
}

void UploadCommand::refuseAll(LeadId lead, const Failure &failure)
{
    for (Inspected &file : m_files)
        if (file.lead == lead && file.problem.isEmpty())
            file.problem = failure.message;
}

void UploadCommand::leaveOutKnown()
{
    QSet<Content> taken;
    QList<Inspected> unknown;
    for (Inspected &file : m_files)
        if (!isKnown(file, taken))
            unknown.append(file);
    m_files = unknown;
}

/// To its lead, or a file before it; then its outcome is noted.
bool UploadCommand::isKnown(Inspected &file, QSet<Content> &taken)
{
    if (!file.canAttach())
        return false;
    const Content content{*file.lead, file.sha256};
    const auto earlier = m_session.store->earlierCopy(content.first, content.second);
    if (!earlier) {
        file.problem = earlier.error().message;
        return false;
    }
    if (*earlier && (*earlier)->isStored()) {
        m_outcomes.append({file.name, {}, (*earlier)->id, (*earlier)->sentence(), {}, true});
        return true;
    }
    if (*earlier && (*earlier)->isThereOrComes()) {
        m_console.problem(QStringLiteral("%1: %2").arg(file.name, (*earlier)->sentence()));
        m_outcomes.append({file.name, (*earlier)->uploadId, {}, {}, {}});
        return true;
    }
    if (!taken.contains(content)) {
        taken.insert(content);
        return false;
    }
    m_outcomes.append({file.name, {}, {}, {}, {}, false, content});
    return true;
}

void UploadCommand::attach()
{
    for (const Inspected &file : std::as_const(m_files))
        if (file.canAttach() && !file.warning().isEmpty())
            m_console.problem(QStringLiteral("%1: %2").arg(file.name, file.warning()));
    whenFinished(m_attach.attach(m_files, {{}, {}, m_options.agentChannel}), this,
                 [this](const AttachRecordings::Attached &done) { attached(done); });
}

void UploadCommand::attached(const AttachRecordings::Attached &attached)
{
    for (const Inspected &file : attached.refused)
        m_outcomes.append({file.name, {}, {}, file.warning(), {}});
    for (const QUuid &uploadId : attached.uploadIds) {
        const auto recording = m_session.store->find(uploadId);
        m_outcomes.append({recording ? recording->name : QString(), uploadId, {}, {}, {}});
    }
    seeThrough();
}

void UploadCommand::sendWaiting()
{
    whenFinished(m_parked.look(), this, [this](const Result<ParkedRecordings::Looked> &looked) {
        Done taken = looked ? takeParked(*looked) : Done(fail(looked.error()));
        if (taken)
            taken = takeOutbox();
        if (taken)
            return seeThrough();
        m_console.problem(taken.error());
        Q_EMIT finished(false);
    });
}

Done UploadCommand::takeParked(const ParkedRecordings::Looked &looked)
{
    for (const auto &[recording, id] : looked.there)
        m_outcomes.append({recording.name, {}, id, tr("Its lead has it by now, so it was not sent again."), {}, true});
    m_someStay = m_session.isEarlierAway;
    for (const LocalRecording &recording : looked.stay) {
        if (!m_options.again) {
            m_outcomes.append({recording.name, {}, {}, recording.problem, {}});
        } else if (Done waits = m_session.store->markWaiting(recording.uploadId); !waits) {
            return waits;
        }
    }
    if (!looked.stay.isEmpty() && !m_options.again)
        m_console.problem(tr("%n recording(s) will not be sent by themselves: send --again tries them once more, "
                             "discard lets go of them.",
                             nullptr, static_cast<int>(looked.stay.size())));
    return {};
}

Done UploadCommand::takeOutbox()
{
    const auto waiting = m_session.store->outbox();
    if (!waiting)
        return fail(waiting.error());
    for (const LocalRecording &recording : *waiting)
        m_outcomes.append({recording.name, recording.uploadId, {}, {}, {}});
    return {};
}

void UploadCommand::seeThrough()
{
    m_open = std::ranges::count_if(m_outcomes, [](const Outcome &outcome) { return !outcome.uploadId.isNull(); });
    if (m_open == 0) {
        report();
        return;
    }
    m_patience.start();
    m_session.sync->start();
}

void UploadCommand::settle(QUuid uploadId, std::optional<RecordingId> stored, const QString &problem)
{
    qsizetype settled = 0; // none: what an earlier upload left waiting; two: both files are the same as that
    for (Outcome &outcome : m_outcomes) {
        if (outcome.uploadId != uploadId)
            continue;
        outcome.stored = stored;
        outcome.problem = problem;
        ++settled;
    }
    if (settled == 0)
        return;
    m_patience.start();
    m_open -= settled;
    if (m_open == 0)
        report();
}

void UploadCommand::noteDelay(QUuid uploadId, const QString &why)
{
    for (Outcome &outcome : m_outcomes)
        if (outcome.uploadId == uploadId)
            outcome.delay = why;
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
    for (Outcome &outcome : m_outcomes) {
        if (outcome.stored || !outcome.problem.isEmpty() || outcome.twinOf)
            continue;
        const QString own = outcome.delay.isEmpty() ? tr("The server takes nothing at the moment.") : outcome.delay;
        outcome.problem = (sentence.isEmpty() ? own : sentence) + u' ' + whatWaits();
    }
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

/// Once all is over, the file before it may be stored.
void UploadCommand::settleTwin(Outcome &outcome) const
{
    if (!outcome.twinOf)
        return;
    const auto earlier = m_session.store->earlierCopy(outcome.twinOf->first, outcome.twinOf->second);
    if (!earlier) {
        outcome.problem = earlier.error().message;
    } else if (!*earlier) {
        outcome.problem = tr("It is the same recording as a file before it, which was not sent.");
    } else {
        outcome.wasThere = (*earlier)->isStored();
        outcome.stored = (*earlier)->id;
        outcome.problem = (*earlier)->sentence();
    }
}

QStringList UploadCommand::rowOf(const Outcome &outcome) const
{
    const QString recording = outcome.stored ? tr("recording %1").arg(outcome.stored->value) : QString();
    if (outcome.wasThere)
        return {tr("there"), outcome.name, tr("%1: %2", "recording 7: why").arg(recording, outcome.problem)};
    return outcome.stored ? QStringList{tr("stored"), outcome.name, recording}
                          : QStringList{tr("not stored"), outcome.name, outcome.problem};
}

QJsonObject UploadCommand::jsonOf(const Outcome &outcome) const
{
    QJsonObject json{{QStringLiteral("originalName"), outcome.name},
                     {QStringLiteral("state"), outcome.wasThere ? QStringLiteral("there already")
                                               : outcome.stored ? QStringLiteral("stored")
                                                                : QStringLiteral("not stored")}};
    if (outcome.stored)
        json.insert(QStringLiteral("id"), outcome.stored->value);
    else
        json.insert(QStringLiteral("problem"), outcome.problem);
    return json;
}

void UploadCommand::report()
{
    m_patience.stop();
    m_session.sync->stop();
    bool allDone = !m_someStay;
    QJsonArray array;
    QList<QStringList> rows;
    for (Outcome &outcome : m_outcomes) {
        settleTwin(outcome);
        allDone = allDone && outcome.stored;
        array.append(jsonOf(outcome));
        rows.append(rowOf(outcome));
    }
    if (m_options.json)
        m_console.json(array);
    else
        m_console.table(rows);
    Q_EMIT finished(allDone);
}

} // namespace Holdfast
