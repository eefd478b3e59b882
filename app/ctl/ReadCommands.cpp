// SPDX-License-Identifier: GPL-3.0-or-later
#include "actions/RefreshLeads.h"
#include "contract/Json.h"
#include "contract/RecordingJson.h"
#include "ctl/CountText.h"
#include "ctl/Ctl.h"
#include "ctl/ReviewCommand.h"
#include "ctl/TargetFile.h"
#include "domain/FileName.h"
#include "domain/RetentionPolicy.h"
#include "domain/WhenFinished.h"

#include <QFileInfo>
#include <QLocale>

namespace Holdfast {

namespace {

QString stateText(const LocalRecording &recording)
{
    switch (recording.state) {
    case TransferState::Waiting:
        return QStringLiteral("waiting");
    case TransferState::Sending:
        return QStringLiteral("sending");
    case TransferState::Stored:
        return QStringLiteral("stored");
    case TransferState::Parked:
        return QStringLiteral("not sent");
    }
    Q_UNREACHABLE();
}

QString decidedBy(const RetentionReason &reason)
{
    const QString days = Ctl::tr("%n day(s)", nullptr, reason.days);
    if (!reason.policyId.isValid())
        return Ctl::tr("no policy is for it, so it is kept for the %1 of this server").arg(days);
    const PolicyScope scope = policyScopeFromName(reason.appliesTo).value_or(PolicyScope::All);
    const QString whose = scope == PolicyScope::Campaign ? Ctl::tr("of its campaign")
                          : scope == PolicyScope::Agent  ? Ctl::tr("of its agent")
                                                         : Ctl::tr("of all that no other is for");
    return Ctl::tr("the policy %1 %2 keeps it for %3").arg(reason.policyName, whose, days);
}

/// Why that date, as a clause.
QString becauseText(const Recording &recording)
{
    const RetentionReason &reason = recording.retentionReason;
    if (recording.complianceHold)
        return Ctl::tr("it is on hold, so nothing deletes it before that is released, whatever the date; besides, %1")
            .arg(decidedBy(reason));
    if (reason.coolingOffUntil)
        return Ctl::tr("a hold was released, and it rests until then; %1, which ended before").arg(decidedBy(reason));
    return decidedBy(reason);
}

QJsonObject toJson(const LocalRecording &recording)
{
    QJsonObject json = recording.remote ? toJson(*recording.remote)
                                        : QJsonObject{{QStringLiteral("originalName"), recording.name},
                                                      {QStringLiteral("leadId"), recording.leadId.value},
                                                      {QStringLiteral("fileSize"), recording.fileSize}};
    json.insert(QStringLiteral("state"), stateText(recording));
    if (recording.state != TransferState::Stored)
        json.insert(QStringLiteral("uploadId"), recording.uploadId.toString(QUuid::WithoutBraces));
    if (!recording.problem.isEmpty())
        json.insert(QStringLiteral("problem"), recording.problem);
    return json;
}

} // namespace

qint64 Ctl::numberAsked() const
{
    return m_options.arguments.first().toLongLong();
}

void Ctl::leads()
{
    auto refresh = std::make_unique<RefreshLeads>(*m_session, m_api);
    const QFuture<Done> refreshed = refresh->leads();
    m_action = std::move(refresh);
    whenFinished(refreshed, this, [this](const Done &done) {
        const auto leads = done ? m_session->store->leads() : fail(done.error());
        if (!leads) {
            end(leads.error());
            return;
        }
        QJsonArray array;
        QList<QStringList> rows;
        for (const Lead &lead : *leads) {
            array.append(toJson(lead));
            rows.append({QString::number(lead.id.value), lead.name, lead.phone, lead.campaignName,
                         tr("%n recording(s)", nullptr, lead.recordingCount)});
        }
        if (m_options.json)
            m_console.json(array);
        else
            m_console.table(rows);
        end(true);
    });
}

void Ctl::list()
{
    if (m_options.arguments.isEmpty())
        return run(std::make_unique<ReviewCommand>(m_api, m_console, m_options));
    const LeadId lead{numberAsked()};
    auto refresh = std::make_unique<RefreshLeads>(*m_session, m_api);
    const QFuture<Done> refreshed = refresh->recordingsOf(lead);
    m_action = std::move(refresh);
    whenFinished(refreshed, this, [this, lead](const Done &done) {
        if (done)
            return showRecordings(lead);
        showWaiting(lead);
        end(done.error());
    });
}

void Ctl::showRecordings(LeadId lead)
{
    const auto recordings = m_session->store->recordingsOf(lead);
    if (!recordings) {
        end(recordings.error());
        return;
    }
    show(*recordings);
    end(true);
}

/// Of what only this computer has the server's refusal says nothing.
void Ctl::showWaiting(LeadId lead)
{
    const auto recordings = m_session->store->recordingsOf(lead);
    if (!recordings) {
        m_console.problem(recordings.error().message);
        return;
    }
    QList<LocalRecording> waiting;
    for (const LocalRecording &recording : *recordings)
        if (recording.state != TransferState::Stored)
            waiting.append(recording);
    if (!waiting.isEmpty())
        show(waiting);
}

void Ctl::show(const QList<LocalRecording> &recordings)
{
    QJsonArray array;
    QList<QStringList> rows;
    for (const LocalRecording &recording : recordings) {
        array.append(toJson(recording));
        const Recording *remote = recording.remote ? &*recording.remote : nullptr;
        rows.append({remote ? QString::number(remote->id.value) : QStringLiteral("–"), timeText(recording.callAt),
                     durationText(remote ? remote->duration : recording.facts.duration),
                     QLocale().formattedDataSize(recording.fileSize), stateText(recording),
                     remote ? remote->agentName : m_session->user.fullName, recording.name, recording.problem});
    }
    if (m_options.json)
        m_console.json(array);
    else
        m_console.table(rows);
}

void Ctl::get()
{
    whenFinished(m_api.recording({numberAsked()}), this, [this](const Result<Recording> &recording) {
        if (!recording) {
            end(recording.error());
            return;
        }
        showRecording(*recording);
        end(true);
    });
}

void Ctl::showRecording(const Recording &recording)
{
    if (m_options.json) {
        m_console.json(Holdfast::toJson(recording));
        return;
    }
    m_console.table({
        {tr("Recording"), QString::number(recording.id.value)},
        {tr("Name"), recording.originalName},
        {tr("Lead"), QStringLiteral("%1 %2").arg(recording.leadId.value).arg(recording.leadName)},
        {tr("Agent"), recording.agentName},
        {tr("Call"), timeText(recording.callDate)},
        {tr("Stored"), timeText(recording.uploadedAt)},
        {tr("Length"), durationText(recording.duration)},
        {tr("Size"), tr("%1 bytes").arg(countText(recording.fileSize))},
        {tr("Format"), QString(formatName(recording.format)).toUpper()},
        {tr("SHA-256"), QString::fromLatin1(recording.sha256.toHex())},
        {tr("On hold"), recording.complianceHold ? tr("yes") : tr("no")},
        {tr("Kept until"), timeText(recording.retentionUntil)},
        {tr("Because"), becauseText(recording)},
        {tr("Notes"), recording.notes},
    });
}

void Ctl::download()
{
    whenFinished(m_api.recording({numberAsked()}), this, [this](const Result<Recording> &recording) {
        if (!recording)
            end(recording.error());
        else
            save(*recording, m_options.arguments.last());
    });
}

void Ctl::save(const Recording &recording, const QString &file)
{
    const QString path =
        QFileInfo(file).isDir() ? file + QLatin1Char('/') + cleanFileName(recording.originalName) : file;
    if (const Done free = mayBeWritten(path, m_options.force); !free) {
        end(free.error());
        return;
    }
    const auto known = m_session->store->findStored(recording.id);
    if (!known) {
        end(known.error());
        return;
    }
    LocalRecording wanted = known->value_or(LocalRecording());
    wanted.remote = recording;
    auto copy = std::make_unique<SaveCopy>(*m_session, m_api);
    connect(copy.get(), &SaveCopy::progress, this, [this](qint64 done, qint64 total) {
        m_console.progress(tr("%1 %").arg(total > 0 ? done * 100 / total : 100));
    });
    const QFuture<Done> saved = copy->save(wanted, path);
    m_action = std::move(copy);
    whenFinished(saved, this, [this, path, recording](const Done &done) {
        if (!done) {
            end(done.error());
            return;
        }
        if (m_options.json)
            m_console.json(QJsonObject{{QStringLiteral("file"), path},
                                       {QStringLiteral("fileSize"), recording.fileSize},
                                       {QStringLiteral("sha256"), QString::fromLatin1(recording.sha256.toHex())}});
        else
            m_console.line(tr("Saved %1 (%2 bytes).").arg(path, countText(recording.fileSize)));
        end(true);
    });
}

} // namespace Holdfast
