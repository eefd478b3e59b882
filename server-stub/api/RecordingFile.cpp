// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/RecordingFile.h"

#include "records/Recordings.h"

namespace Holdfast {

QByteArray keyContext(RecordingId id)
{
    return "recording " + QByteArray::number(id.value);
}

Result<SecretKey> keyOf(DataFolder &data, const Recording &recording)
{
    const Result<Database *> database = data.connections().ofThisThread();
    if (!database)
        return fail(database.error());
    const Result<QByteArray> wrapped = Recordings(**database).wrappedKey(recording.id);
    if (!wrapped)
        return fail(wrapped.error());
    return data.keys().unwrap(*wrapped, recording.encryptionKeyId, keyContext(recording.id));
}

Result<std::unique_ptr<QIODevice>> openRecording(DataFolder &data, const Recording &recording)
{
    const Result<SecretKey> key = keyOf(data, recording);
    if (!key)
        return fail(key.error());
    return data.vault().open(recording.filePath, *key, recording.id);
}

} // namespace Holdfast
