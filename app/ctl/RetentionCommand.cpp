// SPDX-License-Identifier: GPL-3.0-or-later
#include "ctl/RetentionCommand.h"

#include "contract/RecordingJson.h"
#include "contract/SweepJson.h"
#include "ctl/CountText.h"
#include "ctl/OptionValues.h"
#include "domain/WhenFinished.h"

#include <functional>

namespace Holdfast {

namespace {

using Command = CtlOptions::Command;
constexpr int page = 1000;
constexpr int usualDays = 30;
constexpr std::chrono::milliseconds lookAgainAfter{500};

QStringList rowOf(const RetentionSweep &sweep)
{
    return {QString::number(sweep.id.value),
            timeText(sweep.begunAt),
            sweep.isDryRun ? RetentionCommand::tr("dry run") : QString(),
            sweepStateName(sweep.state),
            RetentionCommand::tr("due %1").arg(countText(sweep.due)),
            RetentionCommand::tr("deleted %1").arg(countText(sweep.deleted)),
            RetentionCommand::tr("held %1").arg(countText(sweep.held)),
            RetentionCommand::tr("no longer due %1").arg(countText(sweep.noLongerDue)),
            RetentionCommand::tr("failed %1").arg(countText(sweep.failed))};
}

} // namespace

RetentionCommand::RetentionCommand(ApiClient &api, Console &console, const CtlOptions &options, QObject *parent)
    : CtlCommand(console, options, parent)
    , m_sweeps(api)
{
    m_again.setSingleShot(true);
    m_again.setInterval(lookAgainAfter);
}

void RetentionCommand::run()
{
    const std::pair<Command, std::function<void()>> works[] = {
        {Command::DueSoon, [this] { listDue({}); }},
        {Command::Sweeps, [this] { listSweeps(); }},
        {Command::Sweep, [this] { begin(); }},
        {Command::ApproveSweep, [this] { decide(true); }},
        {Command::RefuseSweep, [this] { decide(false); }},
    };
    for (const auto &[command, work] : works)
        if (command == options().command)
            return work();
}

/// One line for each, as it comes: there may be a great many.
void RetentionCommand::listDue(const QString &next)
{
    const int days = options().arguments.isEmpty() ? usualDays : daysIn(options().arguments.first());
    answered(m_sweeps.due(days, next, page), [this](const SweepCalls::Due &due) {
        QList<QStringList> rows;
        for (const Recording &recording : due.recordings) {
            if (options().json)
                console().jsonLine(toJson(recording));
            rows.append({QString::number(recording.id.value), timeText(recording.retentionUntil), recording.leadName,
                         recording.retentionReason.policyName});
        }
        if (!options().json)
            console().table(rows);
        if (!due.next.isEmpty())
            return listDue(due.next);
        Q_EMIT finished(true);
    });
}

void RetentionCommand::listSweeps()
{
    answered(m_sweeps.page({}, 100), [this](const QList<RetentionSweep> &sweeps) {
        QJsonArray array;
        QList<QStringList> rows;
        for (const RetentionSweep &sweep : sweeps) {
            array.append(toJson(sweep));
            rows.append(rowOf(sweep));
        }
        if (options().json)
            console().json(array);
        else
            console().table(rows);
        Q_EMIT finished(true);
    });
}

void RetentionCommand::begin()
{
    answered(m_sweeps.begin({options().dryRun, options().clockIsRight}),
             [this](const RetentionSweep &sweep) { follow(sweep.id); });
}

void RetentionCommand::decide(bool isYes)
{
    const SweepId id{options().arguments.first().toLongLong()};
    answered(isYes ? m_sweeps.approve(id) : m_sweeps.refuse(id), [this, isYes](const RetentionSweep &sweep) {
        if (isYes)
            return follow(sweep.id);
        show(sweep);
        Q_EMIT finished(true);
    });
}

/// Until it has come to its end, or waits for a person.
void RetentionCommand::follow(SweepId id)
{
    answered(m_sweeps.report(id, {}, 1), [this, id](const SweepReport &report) {
        const RetentionSweep &sweep = report.sweep;
        if (sweep.state == SweepState::Counting || sweep.state == SweepState::Running) {
            console().progress(tr("deleted %1 of %2").arg(countText(sweep.deleted), countText(sweep.due)));
            m_again.disconnect(this);
            connect(&m_again, &QTimer::timeout, this, [this, id] { follow(id); });
            return m_again.start();
        }
        show(sweep);
        if (sweep.state == SweepState::Waiting)
            console().problem(tr("It would take more than it may without a yes: an admin decides (retention approve "
                                 "%1, or refuse).")
                                  .arg(id.value));
        Q_EMIT finished(sweep.state == SweepState::Finished && sweep.failed == 0);
    });
}

void RetentionCommand::show(const RetentionSweep &sweep)
{
    if (options().json)
        console().json(toJson(sweep));
    else
        console().table({rowOf(sweep)});
    if (!sweep.problem.isEmpty())
        console().problem(sweep.problem);
}

} // namespace Holdfast
