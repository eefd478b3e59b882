// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "actions/DiscardWaiting.h"
#include "look/DeedSheet.h"

namespace Holdfast {

/// Asks before the only copy of a recording goes. UI thread; the action outlives it.
class OnlyCopySheet : public DeedSheet
{
    Q_OBJECT
public:
    OnlyCopySheet(DiscardWaiting &discard, const LocalRecording &recording, QWidget *parent = nullptr);

protected:
    void carryOut() override;

private:
    DiscardWaiting &m_discard;
    LocalRecording m_recording;
};

} // namespace Holdfast
