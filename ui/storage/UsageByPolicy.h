// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lists/PagedRows.h"
#include "sync/StorageCalls.h"

#include <QWidget>

namespace Holdfast {

/// What the recordings that each policy decides about take of the storage, and what it will free. UI thread.
class UsageByPolicy : public QWidget
{
    Q_OBJECT
public:
    UsageByPolicy(StorageCalls calls, const Clock &clock, QWidget *parent = nullptr);

    PagedModel &rows() { return m_rows; }

private:
    static QList<RowColumn<PolicyUsage>> columns();

    StorageCalls m_calls;
    PagedRows<PolicyUsage> m_rows;
};

} // namespace Holdfast
