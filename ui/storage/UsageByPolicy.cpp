// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/UsageByPolicy.h"

#include "lists/RowsTable.h"
#include "look/PageFocus.h"

#include <QLocale>
#include <QVBoxLayout>

namespace Holdfast {

using Rows = PagedRows<PolicyUsage>;

UsageByPolicy::UsageByPolicy(StorageCalls calls, const Clock &clock, QWidget *parent)
    : QWidget(parent)
    , m_calls(calls)
    , m_rows(
          columns(), [](const PolicyUsage &usage) { return usage.policyId.value_or(PolicyId()).value; },
          [this](const PolicyUsage *) {
              return m_calls.byPolicy().then([](const Result<QList<PolicyUsage>> &usages) {
                  return usages.map([](const QList<PolicyUsage> &all) { return Rows::Page{all, false}; });
              });
          },
          clock)
{
    auto *table = new RowsTable(m_rows, tr("Storage by policy"));
    table->setEmptySentence(tr("Nothing is stored yet."));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(table);
    giveFocusTo(this, table);
}

QList<RowColumn<PolicyUsage>> UsageByPolicy::columns()
{
    const auto number = [](qint64 count) { return QLocale().toString(count); };
    return {
        {tr("Policy"),
         [](const PolicyUsage &usage) { return usage.policyId ? usage.policyName : tr("No policy"); },
         {160, 2}},
        {tr("Days"), [number](const PolicyUsage &usage) { return number(usage.retentionDays); }, {64, 0.2, true, true}},
        {tr("Recordings"), [number](const PolicyUsage &usage) { return number(usage.files); }, {104, 0.3, true, true}},
        {tr("Size"), [](const PolicyUsage &usage) { return sizeText(usage.bytes); }, {96, 0.3, true}},
        {tr("The next sweep frees"),
         [](const PolicyUsage &usage) { return sizeText(usage.dueBytes); },
         {152, 0.3, true}},
        {tr("Within 30 days"), [](const PolicyUsage &usage) { return sizeText(usage.soonBytes); }, {120, 0.3, true}},
    };
}

} // namespace Holdfast
