// SPDX-License-Identifier: GPL-3.0-or-later
#include "holds/HoldWords.h"

#include "domain/ShownText.h"
#include "look/Text.h"
#include "review/RetentionWords.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <chrono>

namespace Holdfast {

namespace {

class Words
{
    Q_DECLARE_TR_FUNCTIONS(Holdfast::HoldWords)
public:
    static QString scope(const Hold &hold, const HoldNames &names, const AgentsAndCampaigns &known)
    {
        switch (hold.scope) {
        case HoldScope::Recording:
            return recording(hold.recordingId.value_or(RecordingId()), names);
        case HoldScope::Lead: {
            const LeadId id = hold.leadId.value_or(LeadId());
            const QString name = names.lead ? names.lead(id) : QString();
            return withLater(name.isEmpty() ? tr("All of lead %1").arg(id.value) : tr("All of %1").arg(name), hold);
        }
        case HoldScope::Search:
            return withLater(tr("All that a search finds: %1").arg(search(hold.search, known)), hold);
        }
        Q_UNREACHABLE();
    }
    static QString state(HoldState state)
    {
        switch (state) {
        case HoldState::Placing:
            return tr("Being placed");
        case HoldState::Active:
            return tr("Stands");
        case HoldState::Releasing:
            return tr("Being released");
        case HoldState::Released:
            return tr("Released");
        }
        Q_UNREACHABLE();
    }
    static QStringList hold(const Hold &hold, const HoldNames &names, const AgentsAndCampaigns &known)
    {
        QStringList sentences{
            tr("%1, for “%2”: %Ln recording(s).", nullptr, static_cast<int>(hold.recordingCount))
                .arg(scope(hold, names, known), shownOnOneLine(hold.matterName)),
            hold.placedByName.isEmpty()
                ? tr("Placed %1.").arg(dateTimeText(hold.placedAt))
                : tr("Placed by %1, %2.").arg(shownOnOneLine(hold.placedByName), dateTimeText(hold.placedAt))};
        if (!hold.reason.isEmpty())
            sentences.append(tr("Why: “%1”.").arg(shownText(hold.reason)));
        if (hold.state == HoldState::Placing)
            sentences.append(tr("It is still being marked on what it is over; none of that can be deleted either."));
        if (hold.releasedAt)
            sentences.append(hold.releasedByName.isEmpty()
                                 ? tr("Released %1.").arg(dateTimeText(*hold.releasedAt))
                                 : tr("Released by %1, %2.")
                                       .arg(shownOnOneLine(hold.releasedByName), dateTimeText(*hold.releasedAt)));
        if (!hold.releaseReason.isEmpty())
            sentences.append(tr("Why it was released: “%1”.").arg(shownText(hold.releaseReason)));
        return sentences;
    }
    static QStringList toRelease(const QList<Hold> &holds, const HoldNames &names, const AgentsAndCampaigns &known)
    {
        const auto isPlacing = [](const Hold &hold) { return hold.state == HoldState::Placing; };
        QStringList sentences{holds.size() == 1 ? Words::hold(holds.first(), names, known).join(QLatin1Char(' '))
                                                : tr("%Ln hold(s) chosen.", nullptr, static_cast<int>(holds.size()))};
        if (std::ranges::any_of(holds, isPlacing))
            sentences.append(tr("What is said below counts only what is marked so far: more may go free in the end."));
        return sentences;
    }
    static QStringList matter(const Matter &matter, const QDate &today)
    {
        QStringList sentences;
        if (!matter.reference.isEmpty())
            sentences.append(tr("Reference %1.").arg(shownOnOneLine(matter.reference)));
        if (matter.closedAt)
            sentences.append(tr("Closed since %1.").arg(dayText(*matter.closedAt)));
        else
            sentences.append(tr("%Ln hold(s) stand for it.", nullptr, static_cast<int>(matter.standingHolds)));
        if (!matter.ownerName.isEmpty())
            sentences.append(tr("Owner: %1.").arg(shownOnOneLine(matter.ownerName)));
        if (matter.reviewDate && !matter.closedAt) {
            const QString day = dayText(matter.reviewDate->startOfDay());
            sentences.append(*matter.reviewDate < today ? tr("It was to be reviewed by %1.").arg(day)
                                                        : tr("To be reviewed by %1.").arg(day));
        }
        if (!matter.reason.isEmpty())
            sentences.append(tr("Why: “%1”.").arg(shownText(matter.reason)));
        return sentences;
    }
    static QStringList release(const ReleaseEffects::Totals &totals)
    {
        QStringList sentences;
        sentences.append(totals.goFree == 0
                             ? tr("No recording would go free.")
                             : tr("%Ln recording(s) would go free (%1).", nullptr, static_cast<int>(totals.goFree))
                                   .arg(sizeText(totals.bytes)));
        if (totals.stayHeld > 0)
            sentences.append(tr("%Ln stay on hold by other holds.", nullptr, static_cast<int>(totals.stayHeld)));
        if (totals.takenByNextSweep > 0)
            sentences.append(tr("The next sweep would delete %Ln of them for good (%1).", nullptr,
                                static_cast<int>(totals.takenByNextSweep))
                                 .arg(sizeText(totals.bytesTakenByNextSweep)));
        else if (totals.goFree > 0)
            sentences.append(tr("The next sweep takes none of them: what goes free rests first, until the day below."));
        return sentences;
    }

private:
    static QString recording(RecordingId id, const HoldNames &names)
    {
        const QString name = names.recording ? names.recording(id) : QString();
        return name.isEmpty() ? tr("Recording %1").arg(id.value) : tr("Recording: %1").arg(name);
    }
    static QString withLater(const QString &words, const Hold &hold)
    {
        return hold.includesLater ? tr("%1, also what comes later").arg(words) : words;
    }
    /// A search as the contract names its parameters.
    static QString search(const QJsonObject &search, const AgentsAndCampaigns &known)
    {
        QStringList parts;
        const QString words = QStringLiteral("q"); // come first
        if (search.contains(words))
            parts.append(parameter(words, search.value(words).toString(), known));
        for (auto field = search.begin(); field != search.end(); ++field)
            if (field.key() != words)
                parts.append(parameter(field.key(), field.value().toVariant().toString(), known));
        return parts.join(QStringLiteral(", "));
    }
    static QString parameter(const QString &name, const QString &value, const AgentsAndCampaigns &known)
    {
        const auto moment = [&value] { return QDateTime::fromString(value, Qt::ISODateWithMs); };
        const auto length = [&value] { return ltr(durationText(std::chrono::seconds(value.toLongLong()))); };
        if (name == QStringLiteral("q"))
            return tr("the words “%1”").arg(value);
        if (name == QStringLiteral("agentId"))
            return tr("the agent %1").arg(known.agentName({value.toLongLong()}));
        if (name == QStringLiteral("campaignId"))
            return tr("the campaign %1").arg(known.campaignName({value.toLongLong()}));
        if (name == QStringLiteral("disposition"))
            return tr("the disposition “%1”").arg(value);
        if (name == QStringLiteral("startDate"))
            return tr("stored from %1").arg(moment().isValid() ? dayText(moment()) : value);
        if (name == QStringLiteral("endDate"))
            return tr("stored until %1").arg(moment().isValid() ? dayText(moment()) : value);
        if (name == QStringLiteral("minDuration"))
            return tr("at least %1 long").arg(length());
        if (name == QStringLiteral("maxDuration"))
            return tr("at most %1 long").arg(length());
        return tr("%1 = %2").arg(name, value); // of other clients
    }
};

} // namespace

QString holdScopeWords(const Hold &hold, const HoldNames &names, const AgentsAndCampaigns &known)
{
    return Words::scope(hold, names, known);
}

QString holdStateWords(HoldState state)
{
    return Words::state(state);
}

QString holdWords(const Hold &hold, const HoldNames &names, const AgentsAndCampaigns &known)
{
    return Words::hold(hold, names, known).join(QLatin1Char(' '));
}

QString holdsToReleaseWords(const QList<Hold> &holds, const HoldNames &names, const AgentsAndCampaigns &known)
{
    return Words::toRelease(holds, names, known).join(QLatin1Char(' '));
}

QString matterWords(const Matter &matter, const QDate &today)
{
    return Words::matter(matter, today).join(QLatin1Char(' '));
}

QString releaseWords(const ReleaseEffects::Totals &totals)
{
    return Words::release(totals).join(QLatin1Char(' '));
}

} // namespace Holdfast
