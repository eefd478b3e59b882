// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ctl/CtlCommand.h"
#include "sync/HoldCalls.h"

namespace Holdfast {

/// Lists, places, previews and releases holds, and decides about releases that were asked for.
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
    void show(const Hold &hold);

    HoldCalls m_holds;
    QList<Hold> m_listed;
};

} // namespace Holdfast
