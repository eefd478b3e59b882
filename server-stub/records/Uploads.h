// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Recording.h"
#include "records/Audit.h"
#include "sqlite/Database.h"

#include <QStringList>

namespace Holdfast {

/// The steps by which a received file becomes a recording. An intent is committed before the sealed file is moved to
/// its place and goes in the transaction that makes the row, so that a file whose server died in between is found and
/// removed. A deletion goes the other way: the intent comes in the transaction that takes the row, and goes with the
/// file. In the connection's thread; writes inside WriteQueue.
class Uploads
{
public:
    explicit Uploads(Database &database)
        : m_database(database)
    {
    }

    Done begin(RecordingId id, const QString &filePath, const QDateTime &now);
    Done renew(RecordingId id); ///< writes the intent once more; NotFound where it has become a recording
    Done abandon(RecordingId id);

    struct Intent
    {
        RecordingId id;
        QString filePath;
    };
    Result<QList<Intent>> leftBehind(); ///< at a start: intents of a server that died

    /// How long a key is kept. Who uploads in several goes may come back after weeks without knowing whether the last
    /// was heard.
    enum class KeyStays { ForADay, AsLongAsItsRecording };
    struct Idempotency
    {
        QByteArray key; ///< empty: none was sent
        QByteArray fingerprint;
        KeyStays stays = KeyStays::ForADay;
    };
    struct Kept
    {
        QByteArray fingerprint;
        RecordingId recordingId;
    };
    /// What an earlier upload with that key made, if it is no older than `notBefore`; where keys stay, what an earlier
    /// one in several goes made, however old.
    Result<std::optional<Kept>> keptFor(UserId user, const QByteArray &key, const QDateTime &notBefore,
                                        KeyStays stays = KeyStays::ForADay);

    /// All that makes a recording: its call where none is named (recording.callId invalid), row and key, audit entry,
    /// change, the answer for a repeat, and the end of the intent. Malformed where the call or the campaign that it
    /// names is not there, or the call is another agent's and the entry's role an agent's. Run it in one transaction.
    /// Answers the recording with its call.
    Result<Recording> finish(Recording recording, const QByteArray &wrappedKey, AuditEntry entry,
                             const Idempotency &idempotency);

private:
    Done keepKey(const Recording &recording, const Idempotency &idempotency);
    Result<CallId> callFor(const Recording &recording, std::optional<Role> role);

    Database &m_database;
};

} // namespace Holdfast
