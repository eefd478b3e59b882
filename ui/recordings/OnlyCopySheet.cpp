// SPDX-License-Identifier: GPL-3.0-or-later
#include "recordings/OnlyCopySheet.h"

#include "domain/ShownText.h"

namespace Holdfast {

OnlyCopySheet::OnlyCopySheet(DiscardWaiting &discard, const LocalRecording &recording, QWidget *parent)
    : DeedSheet(tr("Discard the only copy?"),
                tr("%1 is not on the server, and the file that it was made from is gone, was changed or can't be read. "
                   "The copy that Holdfast keeps on this computer is the only one: once it is discarded, nobody can "
                   "bring it back. To have it as a file, choose Cancel, and then \"Save a copy…\" in its menu.")
                    .arg(shownOnOneLine(recording.name)),
                tr("Discard for good"), parent)
    , m_discard(discard)
    , m_recording(recording)
{
    beginAtCancel();
}

void OnlyCopySheet::carryOut()
{
    await(m_discard.discard(m_recording, true), [] {});
}

} // namespace Holdfast
