// SPDX-License-Identifier: GPL-3.0-or-later
#include "local/KnownCopies.h"

#include "local/RecordingKey.h"
#include "local/RecordingRows.h"
#include "sqlite/Query.h"

namespace Holdfast::KnownCopies {

namespace {

Result<bool> hasUpload(Database &database, QUuid uploadId)
{
    Query query(database, "SELECT 1 FROM recordings WHERE upload_id = ?");
    return query.bind(RecordingRows::uploadIdText(uploadId)).step();
}

Result<bool> hasRecording(Database &database, RecordingId id)
{
    Query query(database, "SELECT 1 FROM recordings WHERE recording_id = ?");
    return query.bind(id).step();
}

/// "5f0c…", "r17", and for peaks "wu5f0c…", "wr17".
Result<bool> isKnown(Database &database, QString name)
{
    const bool isWaveform = isWaveformInCache(name);
    if (isWaveform)
        name.remove(0, 1);
    const QString uploadId = isWaveform && name.startsWith(u'u') ? name.sliced(1) : name;
    if (const QUuid id = QUuid::fromString(uploadId); !id.isNull())
        return hasUpload(database, id);
    const RecordingId id{name.mid(1).toLongLong()};
    return id.isValid() && name == nameInCache(id) ? hasRecording(database, id) : true;
}

} // namespace

Result<QStringList> unknownAmong(Database &database, const QStringList &names)
{
    QStringList unknown;
    for (const QString &name : names) {
        const Result<bool> known = isKnown(database, name);
        if (!known)
            return fail(known.error());
        if (!*known)
            unknown.append(name);
    }
    return unknown;
}

Result<QStringList> inOutbox(Database &database)
{
    Query query(database, "SELECT upload_id FROM outbox");
    QStringList names;
    if (const Done read = query.each([&] { names.append(query.text(0)); }); !read)
        return fail(read.error());
    return names;
}

} // namespace Holdfast::KnownCopies
