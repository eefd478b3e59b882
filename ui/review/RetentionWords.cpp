// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/RetentionWords.h"

#include "domain/RetentionPolicy.h"
#include "domain/ShownText.h"
#include "look/Text.h"

#include <QCoreApplication>
#include <QLocale>

namespace Holdfast {

namespace {

class Words
{
    Q_DECLARE_TR_FUNCTIONS(Holdfast::RetentionWords)
public:
    /// "“Q1 Sales”, 90 days, is the policy of its campaign and comes before those of its agent and of all."
    static QString decidedBy(const RetentionReason &reason)
    {
        const QString days = tr("%n day(s)", nullptr, reason.days);
        if (!reason.policyId.isValid())
            return tr("No policy is for it, so it is kept for the %1 of this server.").arg(days);
        switch (policyScopeFromName(reason.appliesTo).value_or(PolicyScope::All)) {
        case PolicyScope::Campaign:
            return tr("“%1”, %2, is the policy of its campaign, which comes before its agent's and the default.")
                .arg(shownOnOneLine(reason.policyName), days);
        case PolicyScope::Agent:
            return tr("“%1”, %2, is the policy of its agent, which comes before the default.")
                .arg(shownOnOneLine(reason.policyName), days);
        case PolicyScope::All:
            return tr("“%1”, %2, is the default: its campaign and its agent have no policy.")
                .arg(shownOnOneLine(reason.policyName), days);
        }
        Q_UNREACHABLE();
    }
    static QString ending(const Recording &recording, const QDateTime &now)
    {
        const QString day = dayText(recording.retentionUntil);
        const bool isDue = recording.retentionUntil <= now;
        if (recording.retentionReason.coolingOffUntil && !isDue)
            return tr("Rests until %1, because a hold was released; its policy would have ended it before.").arg(day);
        return isDue ? tr("Due since %1: a sweep may delete it.").arg(day) : tr("Expires %1.").arg(day);
    }
    static QString held(const QString &day)
    {
        return tr("On hold: nothing and nobody can delete it. Were it not, it would end %1.").arg(day);
    }
};

} // namespace

QString dayText(const QDateTime &time)
{
    //: How a day stands in a table or a sentence; see QDate::toString
    return ltr(QLocale().toString(time.toLocalTime().date(),
                                  QCoreApplication::translate("Holdfast::RetentionWords", "d MMM yyyy")));
}

QString reasonWords(const RetentionReason &reason)
{
    return Words::decidedBy(reason);
}

QString retentionWords(const Recording &recording, const QDateTime &now)
{
    const QString when =
        recording.complianceHold ? Words::held(dayText(recording.retentionUntil)) : Words::ending(recording, now);
    return when + QLatin1Char(' ') + Words::decidedBy(recording.retentionReason);
}

} // namespace Holdfast
