// SPDX-License-Identifier: GPL-3.0-or-later
#include "retention/SweepWords.h"

#include "look/Text.h"

#include <QCoreApplication>
#include <QLocale>

namespace Holdfast {

namespace {

class Words
{
    Q_DECLARE_TR_FUNCTIONS(Holdfast::SweepWords)
public:
    static QString state(const RetentionSweep &sweep)
    {
        switch (sweep.state) {
        case SweepState::Counting:
            return tr("Counting");
        case SweepState::Waiting:
            return tr("Waits for a yes");
        case SweepState::Running:
            return tr("Deleting");
        case SweepState::Finished:
            return sweep.isDryRun ? tr("Counted") : tr("Done");
        case SweepState::Refused:
            return tr("Stopped");
        case SweepState::Failed:
            return tr("Failed");
        }
        Q_UNREACHABLE();
    }
    static QString begunBy(const RetentionSweep &sweep)
    {
        return sweep.begunBy.isValid() ? sweep.begunByName : tr("The clock");
    }
    static QString dryRun(const RetentionSweep &sweep)
    {
        return tr("A dry run, which deletes nothing: a sweep would take %Ln of %1 recordings (%2).", nullptr,
                  static_cast<int>(sweep.due))
            .arg(QLocale().toString(sweep.total), sizeText(sweep.dueBytes));
    }
    static QString deleted(const RetentionSweep &sweep)
    {
        return tr("%Ln recording(s) deleted for good (%1).", nullptr, static_cast<int>(sweep.deleted))
            .arg(sizeText(sweep.deletedBytes));
    }
    static QString what(const RetentionSweep &sweep)
    {
        switch (sweep.state) {
        case SweepState::Counting:
            return tr("It counts what has run its time.");
        case SweepState::Waiting:
            return tr("The retention sweep would delete %Ln of %1 recordings (%2), more than the %3 that it may take "
                      "by "
                      "itself, and waits for an admin's yes. Nothing is deleted until then.",
                      nullptr, static_cast<int>(sweep.due - sweep.deleted))
                .arg(QLocale().toString(sweep.total), sizeText(sweep.dueBytes - sweep.deletedBytes),
                     QLocale().toString(sweep.allowed));
        case SweepState::Running:
            return tr("It is deleting: %Ln of %1 so far.", nullptr, static_cast<int>(sweep.deleted))
                .arg(QLocale().toString(sweep.due));
        case SweepState::Finished:
            return sweep.isDryRun ? dryRun(sweep) : deleted(sweep);
        case SweepState::Refused:
            return tr("%1 stopped it.").arg(sweep.decidedByName) + QLatin1Char(' ') + deleted(sweep);
        case SweepState::Failed:
            return tr("It failed, and nothing more was deleted.") + QLatin1Char(' ') + deleted(sweep);
        }
        Q_UNREACHABLE();
    }
    static QStringList beside(const RetentionSweep &sweep)
    {
        QStringList sentences;
        if (sweep.held > 0)
            sentences.append(
                tr("%Ln that had run their time were kept by a hold.", nullptr, static_cast<int>(sweep.held)));
        if (sweep.noLongerDue > 0)
            sentences.append(tr("%Ln that had been counted are kept longer by now, or were deleted by hand.", nullptr,
                                static_cast<int>(sweep.noLongerDue)));
        if (sweep.failed > 0)
            sentences.append(
                tr("%Ln could not be deleted; the next sweep tries again.", nullptr, static_cast<int>(sweep.failed)));
        if (sweep.state != SweepState::Refused && sweep.decidedAt)
            sentences.append(tr("%1 said yes to it.").arg(sweep.decidedByName));
        if (!sweep.problem.isEmpty())
            sentences.append(tr("The server says: %1").arg(sweep.problem));
        return sentences;
    }
    static QString left(const SweepLeft &left)
    {
        switch (left.why) {
        case SweepLeftWhy::Held:
            return tr("A hold came after it was counted.");
        case SweepLeftWhy::NotDue:
            return tr("It is kept longer by now: a policy was changed, or a hold has just been released.");
        case SweepLeftWhy::Gone:
            return tr("Somebody deleted it by hand meanwhile.");
        case SweepLeftWhy::Failed:
            return tr("It could not be deleted. The server says: %1").arg(left.reason);
        }
        Q_UNREACHABLE();
    }
    static QString warning(const SweepStatus &status)
    {
        if (status.warning.isEmpty() && status.clockDoubt.isEmpty())
            return {};
        if (!status.clockDoubt.isEmpty())
            return tr("Nothing is deleted, because the server's clock may be wrong. The server says: %1")
                .arg(status.clockDoubt);
        if (status.last && status.last->state == SweepState::Failed)
            return tr("The last sweep failed, and nothing more was deleted. The server says: %1")
                .arg(status.last->problem);
        if (status.last && status.last->state == SweepState::Waiting)
            return what(*status.last);
        if (status.last && status.last->isUnderWay() && !status.last->problem.isEmpty())
            return tr("The sweep that is under way can't go on at this moment and tries again. The server says: %1")
                .arg(status.last->problem);
        return status.lastFinished
                   ? tr("No sweep has come to its end since %1. What has run its time stays until one "
                        "does.")
                         .arg(dateTimeText(status.lastFinished->begunAt))
                   : tr("No sweep has come to its end yet. What has run its time stays until one does.");
    }
};

} // namespace

QString sweepStateWords(const RetentionSweep &sweep)
{
    return Words::state(sweep);
}

QString sweepBegunBy(const RetentionSweep &sweep)
{
    return Words::begunBy(sweep);
}

QString sweepWords(const RetentionSweep &sweep)
{
    return (QStringList{Words::what(sweep)} + Words::beside(sweep)).join(QLatin1Char(' '));
}

QString sweepLeftWords(const SweepLeft &left)
{
    return Words::left(left);
}

QString sweepWarningWords(const SweepStatus &status)
{
    return Words::warning(status);
}

} // namespace Holdfast
