// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Recording.h"
#include "domain/RetentionVerdict.h"
#include "sqlite/Database.h"

#include <QList>

#include <functional>

namespace Holdfast {

struct SqlClause;

/// The recordings' rows. retentionUntil and retentionReason are not kept but derived: withRetention fills them in.
/// In the connection's thread; writes inside WriteQueue.
class Recordings
{
public:
    explicit Recordings(Database &database)
        : m_database(database)
    {
    }

    /// Those whose ids the statement answers, in its order.
    Result<QList<Recording>> inTheOrderOf(const SqlClause &ids);
    Result<std::optional<Recording>> byId(RecordingId id);
    struct WrappedKey
    {
        RecordingId id;
        QString encryptionKeyId;
        QByteArray wrapped;
    };
    /// The recording's own key, wrapped, and under which: both of one moment. NotFound without one.
    Result<WrappedKey> wrappedKey(RecordingId id);
    Result<std::optional<WrappedKey>> newestKey();
    Result<bool> hasFile(const QString &filePath); ///< whether a row names it
    Result<qint64> totalBytes();                   ///< plain bytes of all recordings
    /// The highest number that a recording, or an upload under way, ever had; 0 where there was none.
    Result<RecordingId> highestId();

    /// For each recording from the first to the last, without holding them all: work answers false to stop.
    Done forEach(const std::function<bool(const Recording &, const QByteArray &wrappedKey)> &work);

    /// The row and its key; Unreachable where the key-encryption key was retired since. The recording bears the id,
    /// path and seal that it got in the vault.
    Done add(const Recording &recording, const QByteArray &wrappedKey);
    /// A row whose file is not here, and that has no key.
    Done addWithoutFile(const Recording &recording);
    /// The row and its key, without which the sealed file is worth nothing. NotFound where there is none, Conflict
    /// where it is under compliance hold.
    Done remove(RecordingId id);

private:
    Done insert(const Recording &recording);

    Database &m_database;
};

/// With retentionUntil and retentionReason as the rules make them.
Recording withRetention(Recording recording, const RetentionRules &rules);

} // namespace Holdfast
