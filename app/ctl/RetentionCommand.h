// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ctl/Console.h"
#include "ctl/CtlOptions.h"
#include "sync/PolicyCalls.h"
#include "sync/SweepCalls.h"

#include <QObject>
#include <QTimer>

namespace Holdfast {

/// Lists policies and what another number of days would change, what is due, and the sweeps; begins one and waits for
/// its end, or decides about one.
class RetentionCommand : public QObject
{
    Q_OBJECT
public:
    RetentionCommand(ApiClient &api, Console &console, const CtlOptions &options, QObject *parent = nullptr);

    void run();

Q_SIGNALS:
    void finished(bool allDone); ///< false too where a sweep waits for a yes, failed, or left something

private:
    void listPolicies();
    void preview();
    void showEffects(const PolicyEffects &effects);
    void listDue(const QString &next);
    void listSweeps();
    void begin();
    void decide(bool isYes);
    void follow(SweepId id);
    void show(const RetentionSweep &sweep);
    template <class T, class Then> void answered(const QFuture<Result<T>> &future, Then then);
    void fail(const Failure &failure);

    Console &m_console;
    const CtlOptions &m_options;
    PolicyCalls m_policies;
    SweepCalls m_sweeps;
    QTimer m_again;
};

} // namespace Holdfast
