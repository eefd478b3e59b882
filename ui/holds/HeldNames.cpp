// SPDX-License-Identifier: GPL-3.0-or-later
#include "holds/HeldNames.h"

#include "domain/WhenFinished.h"
#include "review/RecordingWords.h"

namespace Holdfast {

HeldNames::HeldNames(HoldNames here, Ask ask, QObject *parent)
    : QObject(parent)
    , m_here(std::move(here))
    , m_ask(std::move(ask))
{
}

HoldNames HeldNames::names()
{
    return {m_here.lead, [this](RecordingId id) { return recording(id); }};
}

QString HeldNames::recording(RecordingId id)
{
    const QString here = m_here.recording ? m_here.recording(id) : QString();
    if (!here.isEmpty() || !id.isValid())
        return here;
    if (const auto said = m_said.constFind(id); said != m_said.cend())
        return *said;
    m_said.insert(id, {});
    m_wanted.append(id);
    askNext();
    return {};
}

/// Where the server does not answer, the number stands for it until it is asked for again.
void HeldNames::askNext()
{
    if (m_isAsking || m_wanted.isEmpty())
        return;
    m_isAsking = true;
    const RecordingId id = m_wanted.takeFirst();
    whenFinished(m_ask(id), this, [this, id](const Result<Recording> &recording) {
        m_isAsking = false;
        if (recording)
            m_said.insert(id, recordingTitle(*recording));
        else if (recording.error().kind == FailureKind::NotFound)
            m_said.insert(id, tr("number %1, which is deleted").arg(id.value));
        else
            m_said.remove(id);
        if (m_said.contains(id))
            Q_EMIT changed();
        askNext();
    });
}

} // namespace Holdfast
