// SPDX-License-Identifier: GPL-3.0-or-later
#include "ctl/PolicyCommand.h"

#include "contract/PolicyJson.h"
#include "ctl/CountText.h"
#include "ctl/OptionValues.h"

#include <algorithm>

namespace Holdfast {

namespace {

using Command = CtlOptions::Command;

QString scopeText(const RetentionPolicy &policy)
{
    const qint64 id = policy.campaignId ? policy.campaignId->value : policy.agentId ? policy.agentId->value : 0;
    const QString scope = QString(policyScopeName(policy.appliesTo)).toLower();
    if (id > 0)
        return QStringLiteral("%1 %2").arg(scope).arg(id);
    return policy.isDefault ? PolicyCommand::tr("default") : scope;
}

QStringList rowOf(const RetentionPolicy &policy)
{
    return {QString::number(policy.id.value), PolicyCommand::tr("%n day(s)", nullptr, policy.retentionDays),
            scopeText(policy), policy.name};
}

} // namespace

PolicyCommand::PolicyCommand(ApiClient &api, Console &console, const CtlOptions &options, QObject *parent)
    : CtlCommand(console, options, parent)
    , m_policies(api)
{
}

void PolicyCommand::run()
{
    if (options().command == Command::Policies)
        return list();
    if (options().command == Command::AddPolicy) {
        RetentionPolicy policy;
        policy.name = options().arguments.first();
        policy.isDefault = true;
        policy = asTold(policy);
        return previewOrDo({{}, policy}, [this, policy] { save(policy); });
    }
    found([this](const RetentionPolicy &policy) {
        if (options().command == Command::DeletePolicy)
            return previewOrDo({policy.id, std::nullopt}, [this, policy] { remove(policy); });
        const RetentionPolicy wanted = asTold(policy);
        previewOrDo({policy.id, wanted}, [this, wanted] { save(wanted); });
    });
}

void PolicyCommand::list()
{
    answered(m_policies.all(), [this](const QList<RetentionPolicy> &policies) {
        QJsonArray array;
        QList<QStringList> rows;
        for (const RetentionPolicy &policy : policies) {
            array.append(toJson(policy));
            rows.append(rowOf(policy));
        }
        show(array, rows);
    });
}

void PolicyCommand::found(const std::function<void(const RetentionPolicy &)> &then)
{
    answered(m_policies.all(), [this, then](const QList<RetentionPolicy> &policies) {
        const PolicyId id{options().arguments.first().toLongLong()};
        const auto policy = std::ranges::find(policies, id, &RetentionPolicy::id);
        if (policy == policies.end())
            return refuse({FailureKind::NotFound, tr("There is no policy %1.").arg(id.value), {}, {}});
        then(*policy);
    });
}

RetentionPolicy PolicyCommand::asTold(RetentionPolicy policy) const
{
    if (options().arguments.size() > 1)
        policy.retentionDays = daysIn(options().arguments.last());
    if (!options().policyName.isEmpty())
        policy.name = options().policyName;
    const SearchTerms &whose = options().search;
    if (whose.campaignId || whose.agentId || options().isDefault) {
        policy.appliesTo = whose.campaignId ? PolicyScope::Campaign
                           : whose.agentId  ? PolicyScope::Agent
                                            : PolicyScope::All;
        policy.campaignId = whose.campaignId;
        policy.agentId = whose.agentId;
        policy.isDefault = options().isDefault;
    }
    return policy;
}

void PolicyCommand::previewOrDo(const PolicyChange &change, const std::function<void()> &deed)
{
    const bool isPreview = options().preview || options().command == Command::PreviewPolicy;
    answered(m_policies.preview(change), [this, isPreview, deed](const PolicyEffects &effects) {
        if (isPreview) {
            showEffects(effects);
            Q_EMIT finished(true);
        } else if (effects.expireAtOnce > 0 && !options().saysYes) {
            showEffects(effects);
            refuse({FailureKind::Conflict,
                    tr("The next sweep would delete %n recording(s) for good that it would keep now. Nothing was "
                       "changed; say --yes if that is meant.",
                       nullptr, static_cast<int>(effects.expireAtOnce)),
                    {},
                    {}});
        } else {
            deed();
        }
    });
}

void PolicyCommand::save(const RetentionPolicy &policy)
{
    answered(m_policies.save(policy), [this](const RetentionPolicy &saved) { show(toJson(saved), {rowOf(saved)}); });
}

void PolicyCommand::remove(const RetentionPolicy &policy)
{
    answered(m_policies.remove(policy.id, policy.revision), [this, id = policy.id] {
        console().line(tr("The policy %1 is deleted.").arg(id.value));
        Q_EMIT finished(true);
    });
}

void PolicyCommand::showEffects(const PolicyEffects &effects)
{
    const std::pair<QString, qint64> totals[] = {
        {QStringLiteral("changed"), effects.changed},
        {QStringLiteral("bytes"), effects.bytes},
        {QStringLiteral("sooner"), effects.sooner},
        {QStringLiteral("later"), effects.later},
        {QStringLiteral("expireAtOnce"), effects.expireAtOnce},
        {QStringLiteral("expireAtOnceBytes"), effects.expireAtOnceBytes},
        {QStringLiteral("keptByHold"), effects.keptByHold},
        {QStringLiteral("noLongerExpired"), effects.noLongerExpired},
    };
    QJsonObject json;
    QList<QStringList> rows;
    for (const auto &[name, count] : totals) {
        json.insert(name, count);
        rows.append({name, countText(count)});
    }
    for (const PolicyEffects::Changed &changed : effects.first)
        rows.append({tr("recording %1").arg(changed.recording.value),
                     tr("%1 → %2").arg(timeText(changed.before.until), timeText(changed.after.until)),
                     changed.leadName});
    if (options().json)
        console().json(json);
    else
        console().table(rows);
}

} // namespace Holdfast
