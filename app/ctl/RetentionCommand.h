// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ctl/CtlCommand.h"
#include "sync/SweepCalls.h"

#include <QTimer>

namespace Holdfast {

/// Lists what is due, and the sweeps; begins one and waits for its end, or decides about one.
class RetentionCommand : public CtlCommand
{
    Q_OBJECT
public:
    RetentionCommand(ApiClient &api, Console &console, const CtlOptions &options, QObject *parent = nullptr);

    void run() override;

private:
    void listDue(const QString &next);
    void listSweeps();
    void begin();
    void decide(bool isYes);
    void follow(SweepId id);
    void show(const RetentionSweep &sweep);

    SweepCalls m_sweeps;
    QTimer m_again;
};

} // namespace Holdfast
