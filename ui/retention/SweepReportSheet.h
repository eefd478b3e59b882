// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lists/PagedRows.h"
#include "sync/SweepCalls.h"

#include <QDialog>

namespace Holdfast {

class StateLine;

/// The report of one sweep: what it did, and each recording that it left, and why. UI thread.
class SweepReportSheet : public QDialog
{
    Q_OBJECT
public:
    SweepReportSheet(const RetentionSweep &sweep, SweepCalls calls, const Clock &clock, QWidget *parent = nullptr);

private:
    SweepCalls m_calls;
    PagedRows<SweepLeft> m_left;
    StateLine *m_state;
};

} // namespace Holdfast
