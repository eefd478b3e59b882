// SPDX-License-Identifier: GPL-3.0-or-later
#include "ctl/ReviewCommand.h"

#include "contract/RecordingJson.h"

#include <QLocale>

#include <algorithm>

namespace Holdfast {

namespace {

constexpr int page = 1000;

QStringList rowOf(const Recording &recording)
{
    return {QString::number(recording.id.value),
            timeText(recording.callDate),
            durationText(recording.duration),
            QLocale().formattedDataSize(recording.fileSize),
            recording.complianceHold ? ReviewCommand::tr("held") : QString(),
            recording.agentName,
            recording.leadName,
            recording.disposition};
}

QString fateName(DeleteRecordings::Fate fate)
{
    using Fate = DeleteRecordings::Fate;
    switch (fate) {
    case Fate::Deleted:
        return QStringLiteral("deleted");
    case Fate::Kept:
        return QStringLiteral("kept");
    case Fate::Unknown:
        return QStringLiteral("unknown");
    case Fate::NotAsked:
        return QStringLiteral("not asked");
    }
    Q_UNREACHABLE();
}

} // namespace

ReviewCommand::ReviewCommand(ApiClient &api, Console &console, const CtlOptions &options, QObject *parent)
    : CtlCommand(console, options, parent)
    , m_search(api)
    , m_delete(api)
{
}

void ReviewCommand::run()
{
    if (options().command == CtlOptions::Command::Delete)
        remove();
    else
        listFrom(0);
}

void ReviewCommand::listFrom(qint64 offset)
{
    const int asked = std::min(options().limit - static_cast<int>(offset), page);
    answered(m_search.page(options().search, offset, asked), [this, asked](const RecordingSearchCalls::Page &found) {
        m_found += found.recordings;
        if (found.recordings.size() == asked && m_found.size() < options().limit)
            listFrom(m_found.size());
        else
            showFound(found.total);
    });
}

void ReviewCommand::showFound(qint64 total)
{
    QJsonArray array;
    QList<QStringList> rows;
    for (const Recording &recording : std::as_const(m_found)) {
        array.append(toJson(recording));
        rows.append(rowOf(recording));
    }
    if (total > m_found.size())
        console().problem(tr("These are %1 of %2; --limit shows more.").arg(m_found.size()).arg(total));
    show(array, rows);
}

void ReviewCommand::remove()
{
    QList<RecordingId> recordings;
    for (const qint64 id : numbers())
        recordings.append(RecordingId{id});
    connect(&m_delete, &DeleteRecordings::progress, this,
            [this, all = recordings.size()](int done) { console().progress(tr("%1 of %2").arg(done).arg(all)); });
    whenFinished(m_delete.run(recordings), this,
                 [this](const QList<DeleteRecordings::Outcome> &outcomes) { showOutcomes(outcomes); });
}

void ReviewCommand::showOutcomes(const QList<DeleteRecordings::Outcome> &outcomes)
{
    QJsonArray array;
    for (const DeleteRecordings::Outcome &outcome : outcomes) {
        const QString fate = fateName(outcome.fate);
        const bool isDeleted = outcome.fate == DeleteRecordings::Fate::Deleted;
        const QString name = tr("recording %1").arg(outcome.recording.value);
        array.append(QJsonObject{{QLatin1String("recordingId"), outcome.recording.value},
                                 {QLatin1String("outcome"), fate},
                                 {QLatin1String("message"), outcome.why}});
        if (options().json)
            continue;
        if (isDeleted)
            console().line(QStringLiteral("%1: %2").arg(name, fate));
        else
            console().problem(QStringLiteral("%1: %2. %3").arg(name, fate, outcome.why).trimmed());
    }
    if (options().json)
        console().json(array);
    Q_EMIT finished(std::ranges::all_of(outcomes, [](const DeleteRecordings::Outcome &outcome) {
        return outcome.fate == DeleteRecordings::Fate::Deleted;
    }));
}

} // namespace Holdfast
