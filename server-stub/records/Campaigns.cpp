// SPDX-License-Identifier: GPL-3.0-or-later
#include "records/Campaigns.h"

#include "sqlite/Query.h"

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

Result<CampaignId> Campaigns::add(const QString &name)
{
    Query query(m_database, "INSERT INTO campaigns (name) VALUES (?)");
    query.bind(name);
    if (Done done = query.run(); !done) {
        if (done.error().kind == FailureKind::Conflict)
            return fail(FailureKind::Conflict, QStringLiteral("A campaign named %1 already exists.").arg(name));
        return fail(done.error());
    }
    return CampaignId{query.insertedId()};
}

} // namespace Holdfast
