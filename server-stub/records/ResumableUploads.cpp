// SPDX-License-Identifier: GPL-3.0-or-later
#include "records/ResumableUploads.h"

#include "records/WrappingKeys.h"
#include "sqlite/Query.h"

namespace Holdfast {

Result<QList<ResumableUpload>> ResumableUploads::all()
{
    QList<ResumableUpload> uploads;
    Query query(m_database, "SELECT id, user_id, length, metadata, wrapped_key, encryption_key_id, idempotency_key,"
                            " created_at, expires_at, coalesce(recording_id, 0) FROM resumable_uploads");
    const Done done = query.each([&] {
        uploads.append({query.text(0),
                        {query.number(1)},
                        query.number(2),
                        query.bytes(3),
                        query.bytes(4),
                        query.text(5),
                        query.bytes(6),
                        query.time(7),
                        query.time(8),
                        {query.number(9)}});
    });
    if (!done)
        return fail(done.error());
    return uploads;
}

Done ResumableUploads::add(const ResumableUpload &upload)
{
    if (Done inUse = WrappingKeys(m_database).checkInUse(upload.encryptionKeyId); !inUse)
        return inUse;
    Query query(m_database, "INSERT INTO resumable_uploads (id, user_id, length, metadata, wrapped_key,"
                            " encryption_key_id, idempotency_key, created_at, expires_at)"
                            " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)");
    return query
        .bind(upload.id, upload.user, upload.length, upload.metadata, upload.wrappedKey, upload.encryptionKeyId,
              upload.idempotencyKey, upload.createdAt, upload.expiresAt)
        .run();
}

Done ResumableUploads::finish(const QString &id, RecordingId recording)
{
    Query query(m_database, "UPDATE resumable_uploads SET recording_id = ? WHERE id = ?");
    return query.bind(recording, id).run();
}

Done ResumableUploads::remove(const QString &id)
{
    Query query(m_database, "DELETE FROM resumable_uploads WHERE id = ?");
    return query.bind(id).run();
}

} // namespace Holdfast
