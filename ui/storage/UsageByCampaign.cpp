// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/UsageByCampaign.h"

#include "lists/RowsTable.h"
#include "look/PageFocus.h"

#include <QLocale>
#include <QVBoxLayout>

namespace Holdfast {

using Rows = PagedRows<CampaignUsage>;

UsageByCampaign::UsageByCampaign(StorageCalls calls, const Clock &clock, QWidget *parent)
    : QWidget(parent)
    , m_calls(calls)
    , m_rows(
          columns(), [](const CampaignUsage &usage) { return usage.campaignId.value_or(CampaignId()).value; },
          [this](const CampaignUsage *) {
              return m_calls.byCampaign().then([](const Result<QList<CampaignUsage>> &usages) {
                  return usages.map([](const QList<CampaignUsage> &all) { return Rows::Page{all, false}; });
              });
          },
          clock)
{
    auto *table = new RowsTable(m_rows, tr("Storage by campaign"));
    table->setEmptySentence(tr("Nothing is stored yet."));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(table);
    giveFocusTo(this, table);
}

QList<RowColumn<CampaignUsage>> UsageByCampaign::columns() const
{
    const auto share = [this](const CampaignUsage &usage) {
        qint64 all = 0;
        for (const CampaignUsage &one : m_rows.rows())
            all += one.bytes;
        const double percent = all > 0 ? 100.0 * static_cast<double>(usage.bytes) / static_cast<double>(all) : 0;
        return tr("%1 %").arg(QLocale().toString(percent, 'f', 1));
    };
    return {
        {tr("Campaign"),
         [](const CampaignUsage &usage) { return usage.campaignId ? usage.campaignName : tr("No campaign"); },
         {200, 2}},
        {tr("Size"), [](const CampaignUsage &usage) { return sizeText(usage.bytes); }, {112, 0.5, true}},
        {tr("Share"), share, {96, 0.5, true}},
        {tr("Recordings"),
         [](const CampaignUsage &usage) { return QLocale().toString(usage.files); },
         {112, 0.5, true}},
    };
}

} // namespace Holdfast
