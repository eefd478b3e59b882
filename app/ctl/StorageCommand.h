// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ctl/CtlCommand.h"
#include "sync/StorageCalls.h"

namespace Holdfast {

/// Tells how full the server is, when it is full at this pace, and what takes how much of it.
class StorageCommand : public CtlCommand
{
    Q_OBJECT
public:
    StorageCommand(ApiClient &api, Console &console, const CtlOptions &options, QObject *parent = nullptr);

    void run() override;

private:
    void showJson(const QList<CampaignUsage> &campaigns, const QList<PolicyUsage> &policies);
    void showWords(const QList<CampaignUsage> &campaigns, const QList<PolicyUsage> &policies);

    StorageCalls m_calls;
    StorageReport m_report;
};

} // namespace Holdfast
