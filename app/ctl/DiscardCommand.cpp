// SPDX-License-Identifier: GPL-3.0-or-later
#include "ctl/DiscardCommand.h"

namespace Holdfast {

DiscardCommand::DiscardCommand(Session &session, Console &console, const CtlOptions &options)
    : CtlCommand(console, options, nullptr)
    , m_session(session)
    , m_discard(session)
{
}

void DiscardCommand::run()
{
    m_words = options().arguments;
    next();
}

void DiscardCommand::next()
{
    if (m_words.isEmpty()) {
        if (options().json)
            console().json(m_json);
        else
            console().table(m_rows);
        Q_EMIT finished(m_allDone);
        return;
    }
    const QString word = m_words.takeFirst();
    const Result<LocalRecording> recording = meant(word);
    if (!recording) {
        note(word, fail(recording.error()));
        return next();
    }
    whenFinished(m_discard.discard(*recording, options().saysYes), this, [this, word](Done done) {
        if (!done && done.error().kind == FailureKind::Conflict)
            done.error().message += u' ' + tr("With --yes it goes all the same.");
        note(word, done);
        next();
    });
}

Result<LocalRecording> DiscardCommand::meant(const QString &word) const
{
    const auto parked = m_session.store->parkedRecordings();
    if (!parked)
        return fail(parked.error());
    const auto waiting = m_session.store->outbox();
    if (!waiting)
        return fail(waiting.error());
    QList<LocalRecording> found;
    QStringList ids;
    for (const LocalRecording &recording : *parked + *waiting) {
        const QString id = recording.uploadId.toString(QUuid::WithoutBraces);
        if (recording.name != word && id != word)
            continue;
        found.append(recording);
        ids.append(id);
    }
    if (found.isEmpty())
        return fail(FailureKind::NotFound, tr("Nothing of that name waits here. send shows what does."));
    if (found.size() > 1)
        return fail(FailureKind::Conflict,
                    tr("Several bear that name; give one of these instead: %1").arg(ids.join(QStringLiteral(", "))));
    return found.first();
}

void DiscardCommand::note(const QString &word, const Done &done)
{
    m_allDone = m_allDone && done;
    const QString why = done ? QString() : done.error().message;
    m_rows.append({done ? tr("discarded") : tr("kept"), word, why});
    QJsonObject json{{QStringLiteral("name"), word},
                     {QStringLiteral("state"), done ? QStringLiteral("discarded") : QStringLiteral("kept")}};
    if (!done)
        json.insert(QStringLiteral("problem"), why);
    m_json.append(json);
}

} // namespace Holdfast
