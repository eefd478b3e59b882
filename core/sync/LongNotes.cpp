// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/LongNotes.h"

#include "local/RecordingKey.h"

namespace Holdfast::LongNotes {

namespace {

constexpr qsizetype longest = 6'000; ///< bytes; a head of the server's holds 16 KiB, and base64 takes a third more

} // namespace

QString along(const LocalRecording &entry)
{
    return entry.notes.toUtf8().size() <= longest ? entry.notes : QString();
}

Done keep(LocalStore &store, const LocalRecording &entry)
{
    if (entry.notes == along(entry))
        return {};
    const auto draft = store.drafts().find({recordingKey(entry), RecordingField::Notes});
    if (!draft)
        return fail(draft.error());
    return *draft ? Done() : store.drafts().write({recordingKey(entry), RecordingField::Notes}, entry.notes, {});
}

} // namespace Holdfast::LongNotes
