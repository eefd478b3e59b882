// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "actions/Session.h"
#include "crypto/SecretKey.h"

#include <QTemporaryDir>

namespace Holdfast {

/// Somebody who is signed in, with a store and a cache in a folder that goes with this object. The loop is not started
/// and no server is named, so nothing is sent; tests drive the store, and the loop's signals, by hand.
class SampleSession
{
public:
    SampleSession();

    Session &session() { return m_session; }
    LocalStore &store() { return *m_session.store; }
    SyncLoop &sync() { return *m_session.sync; }
    ApiClient &api() { return m_api; }
    QString folder() const { return m_folder.path(); }

    /// An 8 kHz WAV of so many seconds of a quiet tone; answers its path.
    QString makeWav(const QString &name, int seconds) const;
    QString makeText(const QString &name) const;

    /// With its bytes in the cache, so that it can be sent.
    LocalRecording sealed(LocalRecording recording) const;

private:
    QTemporaryDir m_folder;
    ApiClient m_api;
    Session m_session;
};

Lead sampleLead(qint64 id, const QString &name, const QString &phone = QStringLiteral("+49 30 1234567"));
LocalRecording waitingRecording(LeadId lead, const QString &note = {});
LocalRecording keptRecording(RecordingId id, LeadId lead, const QDateTime &callDate);
Recording storedFrom(const LocalRecording &waiting, RecordingId id);

} // namespace Holdfast
