// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lists/PagedRows.h"
#include "sync/StorageCalls.h"

#include <QWidget>

namespace Holdfast {

/// What the recordings of each campaign take of the storage, the largest first. UI thread.
class UsageByCampaign : public QWidget
{
    Q_OBJECT
public:
    UsageByCampaign(StorageCalls calls, const Clock &clock, QWidget *parent = nullptr);

    PagedModel &rows() { return m_rows; }

private:
    QList<RowColumn<CampaignUsage>> columns() const;

    StorageCalls m_calls;
    PagedRows<CampaignUsage> m_rows;
};

} // namespace Holdfast
