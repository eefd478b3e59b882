// SPDX-License-Identifier: GPL-3.0-or-later
#include "records/Campaigns.h"

#include "records/ChangedOne.h"

namespace Holdfast {

Result<QList<Campaign>> Campaigns::all()
{
    QList<Campaign> campaigns;
    Query query(m_database, "SELECT id, name FROM campaigns ORDER BY name");
    if (Done done = query.each([&] { campaigns.append({{query.number(0)}, query.text(1)}); }); !done)
        return fail(done.error());
    return campaigns;
}

Result<std::optional<Campaign>> Campaigns::byId(CampaignId id)
{
    std::optional<Campaign> campaign;
    Query query(m_database, "SELECT id, name FROM campaigns WHERE id = ?");
    query.bind(id);
    if (Done done = query.each([&] { campaign = Campaign{{query.number(0)}, query.text(1)}; }); !done)
        return fail(done.error());
    return campaign;
}

namespace {

Failure nameTaken(Failure failure, const QString &name)
{
    if (failure.kind == FailureKind::Conflict)
        failure.message = QStringLiteral("A campaign named %1 already exists.").arg(name);
    return failure;
}

} // namespace

Result<CampaignId> Campaigns::add(const QString &name)
{
    Query query(m_database, "INSERT INTO campaigns (name) VALUES (?)");
    if (Done done = query.bind(name).run(); !done)
        return fail(nameTaken(done.error(), name));
    return CampaignId{query.insertedId()};
}

Done Campaigns::rename(const Campaign &campaign)
{
    Query query(m_database, "UPDATE campaigns SET name = ? WHERE id = ?");
    const Done done = changedOne(query.bind(campaign.name, campaign.id), QStringLiteral("Campaign not found"));
    return done ? done : Done(fail(nameTaken(done.error(), campaign.name)));
}

} // namespace Holdfast
