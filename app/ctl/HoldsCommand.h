// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ctl/CtlCommand.h"
#include "sync/HoldCalls.h"
#include "sync/MatterCalls.h"

namespace Holdfast {

/// Lists, places, previews and releases holds, decides about releases that were asked for, and keeps matters.
class HoldsCommand : public CtlCommand
{
    Q_OBJECT
public:
    HoldsCommand(ApiClient &api, Console &console, const CtlOptions &options, QObject *parent = nullptr);

    void run() override;

private:
    void list(HoldId before);
    void place();
    void preview();
    void showPreview(const ReleaseEffects &effects);
    void release();
    void listRequests();
    void decide(ReleaseRequestState decision);
    void listMatters();
    void addMatter();
    void setMatterClosed(bool isClosed);
    void show(const Hold &hold);

    HoldCalls m_holds;
    MatterCalls m_matters;
    QList<Hold> m_listed;
};

} // namespace Holdfast
