// SPDX-License-Identifier: GPL-3.0-or-later
#include "local/BegunUploads.h"

#include "local/RecordingRows.h"
#include "sqlite/Query.h"

namespace Holdfast {

using RecordingRows::uploadIdText;

BegunUploads::BegunUploads(Database &database)
    : m_database(database)
{
}

Result<QString> BegunUploads::pathOf(QUuid uploadId) const
{
    Query query(m_database, "SELECT path FROM begun_uploads WHERE upload_id = ? AND NOT cancelled");
    query.bind(uploadIdText(uploadId));
    const Result<bool> row = query.step();
    if (!row)
        return fail(row.error());
    return *row ? query.text(0) : QString();
}

Done BegunUploads::keep(QUuid uploadId, const QString &path)
{
    return Query(m_database, "INSERT INTO begun_uploads (upload_id, path, cancelled) VALUES (?, ?, 0)"
                             " ON CONFLICT (upload_id) DO UPDATE SET path = excluded.path, cancelled = 0")
        .bind(uploadIdText(uploadId), path)
        .run();
}

Done BegunUploads::forget(QUuid uploadId)
{
    return Query(m_database, "DELETE FROM begun_uploads WHERE upload_id = ?").bind(uploadIdText(uploadId)).run();
}

Done BegunUploads::cancel(QUuid uploadId)
{
    return Query(m_database, "UPDATE begun_uploads SET cancelled = 1 WHERE upload_id = ?")
        .bind(uploadIdText(uploadId))
        .run();
}

Result<std::optional<BegunUploads::Cancelled>> BegunUploads::nextCancelled() const
{
    Query query(m_database, "SELECT upload_id, path FROM begun_uploads WHERE cancelled LIMIT 1");
    const Result<bool> row = query.step();
    if (!row)
        return fail(row.error());
    if (!*row)
        return std::nullopt;
    return Cancelled{QUuid::fromString(query.text(0)), query.text(1)};
}

} // namespace Holdfast
