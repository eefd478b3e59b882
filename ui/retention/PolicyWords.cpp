// SPDX-License-Identifier: GPL-3.0-or-later
#include "retention/PolicyWords.h"

#include "look/Text.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

namespace Holdfast {

namespace {

enum class Rank { Campaign, Agent, Default, Nothing };

Rank rankOf(const RetentionPolicy &policy)
{
    switch (policy.appliesTo) {
    case PolicyScope::Campaign:
        return Rank::Campaign;
    case PolicyScope::Agent:
        return Rank::Agent;
    case PolicyScope::All:
        return policy.isDefault ? Rank::Default : Rank::Nothing;
    }
    Q_UNREACHABLE();
}

class Words
{
    Q_DECLARE_TR_FUNCTIONS(Holdfast::PolicyWords)
public:
    static QString scope(const RetentionPolicy &policy, const AgentsAndCampaigns &names)
    {
        switch (rankOf(policy)) {
        case Rank::Campaign:
            return tr("Campaign: %1").arg(names.campaignName(policy.campaignId.value_or(CampaignId())));
        case Rank::Agent:
            return tr("Agent: %1").arg(names.agentName(policy.agentId.value_or(UserId())));
        case Rank::Default:
            return tr("Everything else (the default)");
        case Rank::Nothing:
            return tr("Nothing: it is not the default");
        }
        Q_UNREACHABLE();
    }
    static QString rank(const RetentionPolicy &policy)
    {
        switch (rankOf(policy)) {
        case Rank::Campaign:
            return tr("The policy of a campaign comes before those of agents and the default.");
        case Rank::Agent:
            return tr("The policy of an agent decides where the campaign has none, and comes before the default.");
        case Rank::Default:
            return tr("The default decides where neither the campaign nor the agent has a policy.");
        case Rank::Nothing:
            return tr("A policy for all that is not the default decides nothing.");
        }
        Q_UNREACHABLE();
    }
    static QStringList effects(const PolicyEffects &effects)
    {
        if (effects.changed == 0)
            return {tr("No recording would end on another day.")};
        QStringList sentences;
        sentences.append(
            tr("%Ln recording(s) (%1) would end on another day: %2 sooner, %3 later.", nullptr,
               static_cast<int>(effects.changed))
                .arg(sizeText(effects.bytes), QLocale().toString(effects.sooner), QLocale().toString(effects.later)));
        if (effects.expireAtOnce > 0)
            sentences.append(tr("Besides what is due already, the next sweep would delete %Ln of them for good that it "
                                "would keep as things are now (%1).",
                                nullptr, static_cast<int>(effects.expireAtOnce))
                                 .arg(sizeText(effects.expireAtOnceBytes)));
        else
            sentences.append(tr("The next sweep would take nothing that it does not take anyway."));
        if (effects.keptByHold > 0)
            sentences.append(tr("%Ln more would become due by it, but a hold keeps it.", nullptr,
                                static_cast<int>(effects.keptByHold)));
        if (effects.noLongerExpired > 0)
            sentences.append(tr("%Ln that the next sweep takes now would stay.", nullptr,
                                static_cast<int>(effects.noLongerExpired)));
        return sentences;
    }
};

} // namespace

QString policyScopeWords(const RetentionPolicy &policy, const AgentsAndCampaigns &names)
{
    return Words::scope(policy, names);
}

QString policyRankWords(const RetentionPolicy &policy)
{
    return Words::rank(policy);
}

QList<RetentionPolicy> inOrderOfWinning(QList<RetentionPolicy> policies)
{
    std::ranges::stable_sort(policies, [](const RetentionPolicy &a, const RetentionPolicy &b) {
        if (rankOf(a) != rankOf(b))
            return rankOf(a) < rankOf(b);
        return QString::localeAwareCompare(a.name, b.name) < 0;
    });
    return policies;
}

QString effectsWords(const PolicyEffects &effects)
{
    return Words::effects(effects).join(QLatin1Char(' '));
}

} // namespace Holdfast
