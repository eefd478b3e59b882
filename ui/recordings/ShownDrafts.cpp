// SPDX-License-Identifier: GPL-3.0-or-later
#include "recordings/ShownDrafts.h"

#include "local/RecordingKey.h"

#include <algorithm>

namespace Holdfast {

Done ShownDrafts::read(const QStringList &keys)
{
    const Result<QList<RecordingDraft>> drafts = m_store.drafts().ofRecordings(keys);
    if (!drafts)
        return fail(drafts.error());
    for (const RecordingDraft &draft : *drafts)
        m_drafts[draft.of.recording].append(draft);
    return {};
}

Done ShownDrafts::read(const QList<LocalRecording> &recordings)
{
    QStringList keys;
    for (const LocalRecording &recording : recordings)
        keys.append(recordingKey(recording));
    return read(keys);
}

Done ShownDrafts::readAnew(const QList<LocalRecording> &recordings)
{
    m_drafts.clear();
    return read(recordings);
}

Done ShownDrafts::readAnew(const QString &recordingKey)
{
    m_drafts.remove(recordingKey);
    return read(QStringList{recordingKey});
}

QString ShownDrafts::text(const LocalRecording &recording, RecordingField field) const
{
    if (!m_drafts.isEmpty()) // most of the time: and this is asked for each row that is drawn
        for (const RecordingDraft &draft : m_drafts.value(recordingKey(recording)))
            if (draft.of.field == field)
                return draft.text;
    if (recording.remote)
        return textOf(*recording.remote, field);
    switch (field) {
    case RecordingField::Notes:
        return recording.notes;
    case RecordingField::Disposition:
        return recording.disposition;
    }
    Q_UNREACHABLE();
}

std::optional<RecordingDraft> ShownDrafts::needingPerson(const LocalRecording &recording) const
{
    if (m_drafts.isEmpty())
        return std::nullopt;
    const QList<RecordingDraft> drafts = m_drafts.value(recordingKey(recording));
    const auto found = std::ranges::find_if(drafts, &RecordingDraft::needsPerson);
    return found == drafts.end() ? std::nullopt : std::optional(*found);
}

} // namespace Holdfast
