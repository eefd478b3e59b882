// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "local/LocalStore.h"

namespace Holdfast {

/// An upload's notes go in the head of a request, which has its limit. Longer ones follow as a change of the notes
/// (RemarksPush) once the recording is stored.
namespace LongNotes {

QString along(const LocalRecording &entry); ///< what goes with the upload; empty where all follows
/// Before the entry is marked stored. A person's change since goes before them.
Done keep(LocalStore &store, const LocalRecording &entry);

} // namespace LongNotes

} // namespace Holdfast
