// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/RecordingFile.h"

#include "records/Recordings.h"
#include "records/WrappedRows.h"

namespace Holdfast {

Result<SecretKey> keyOf(DataFolder &data, const Recording &recording)
{
    const Result<Database *> database = data.connections().ofThisThread();
    if (!database)
        return fail(database.error());
    // What was read may be wrapped under another key by now, and the one before it gone.
    QString triedKeyId;
    for (;;) {
        const Result<Recordings::WrappedKey> wrapped = Recordings(**database).wrappedKey(recording.id);
        if (!wrapped)
            return fail(wrapped.error());
        Result<SecretKey> key =
            data.keys().unwrap(wrapped->wrapped, wrapped->encryptionKeyId, wrapContextOfRecording(recording.id));
        if (key || wrapped->encryptionKeyId == triedKeyId)
            return key;
        triedKeyId = wrapped->encryptionKeyId;
    }
}

Result<std::unique_ptr<QIODevice>> openRecording(DataFolder &data, const Recording &recording)
{
    const Result<SecretKey> key = keyOf(data, recording);
    if (!key)
        return fail(key.error());
    return data.vault().open(recording.filePath, *key, recording.id);
}

} // namespace Holdfast
