// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "local/LocalStore.h"

#include <QHash>

namespace Holdfast {

/// What was written here on the recordings of a table while it is not yet what the server keeps: it is what the table
/// shows, as the player does. UI thread; the store outlives it.
class ShownDrafts
{
public:
    explicit ShownDrafts(const LocalStore &store)
        : m_store(store)
    {
    }

    Done read(const QList<LocalRecording> &recordings); ///< beside those that were read before
    Done readAnew(const QList<LocalRecording> &recordings);
    Done readAnew(const QString &recordingKey);

    QString text(const LocalRecording &recording, RecordingField field) const;
    /// What of it does not go before a person does something about it.
    std::optional<RecordingDraft> needingPerson(const LocalRecording &recording) const;

private:
    Done read(const QStringList &keys);

    const LocalStore &m_store;
    QHash<QString, QList<RecordingDraft>> m_drafts; ///< by recordingKey
};

} // namespace Holdfast
