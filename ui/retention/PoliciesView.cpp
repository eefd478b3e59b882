// SPDX-License-Identifier: GPL-3.0-or-later
#include "retention/PoliciesView.h"

#include "domain/Limits.h"
#include "lists/RowsTable.h"
#include "look/Card.h"
#include "look/PageFocus.h"
#include "look/Spacing.h"
#include "retention/PolicyWords.h"
#include "review/RetentionWords.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QVBoxLayout>

namespace Holdfast {

using Rows = PagedRows<RetentionPolicy>;

PoliciesView::PoliciesView(PolicyCalls calls, const AgentsAndCampaigns &names, const Clock &clock, QWidget *parent)
    : QWidget(parent)
    , m_calls(calls)
    , m_names(names)
    , m_clock(clock)
    , m_rows(
          columns(), [](const RetentionPolicy &policy) { return policy.id.value; },
          [this](const RetentionPolicy *) {
              return m_calls.all().then([](const Result<QList<RetentionPolicy>> &policies) {
                  return policies.map([](const QList<RetentionPolicy> &all) {
                      return Rows::Page{inOrderOfWinning(all), false};
                  });
              });
          },
          clock)
    , m_table(new RowsTable(m_rows, tr("Retention policies")))
    , m_words(makeMutedLabel())
    , m_new(new QPushButton(tr("New policy…")))
    , m_change(new QPushButton(tr("Change…")))
    , m_delete(new QPushButton(tr("Delete…")))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(Space::medium);
    column->addWidget(m_table, 1);
    column->addWidget(buildFoot());
    m_table->setEmptySentence(tr("There is no policy: every recording is kept for the days that the server sets."));
    giveFocusTo(this, m_table);
    connect(m_table, &RowsTable::chosenChanged, this, &PoliciesView::showChosen);
    connect(m_table, &RowsTable::opened, m_change, &QPushButton::click);
    connect(&names, &AgentsAndCampaigns::changed, m_table->viewport(), qOverload<>(&QWidget::update));
    connect(m_new, &QPushButton::clicked, this, [this] {
        RetentionPolicy policy;
        policy.retentionDays = defaultRetentionDays;
        policy.isDefault = true;
        openSheet(PolicySheet::Deed::Save, policy);
    });
    const auto openChosen = [this](PolicySheet::Deed deed) {
        if (const RetentionPolicy *policy = m_rows.at(m_table->currentRow()))
            openSheet(deed, *policy);
    };
    connect(m_change, &QPushButton::clicked, this, [openChosen] { openChosen(PolicySheet::Deed::Save); });
    connect(m_delete, &QPushButton::clicked, this, [openChosen] { openChosen(PolicySheet::Deed::Delete); });
    showChosen();
}

QList<RowColumn<RetentionPolicy>> PoliciesView::columns() const
{
    return {
        {tr("Policy"), [](const RetentionPolicy &policy) { return policy.name; }, {140, 2}},
        {tr("For"), [this](const RetentionPolicy &policy) { return policyScopeWords(policy, m_names); }, {180, 3}},
        {tr("Days"),
         [](const RetentionPolicy &policy) { return QLocale().toString(policy.retentionDays); },
         {72, 0, true}},
        {tr("Changed"), [](const RetentionPolicy &policy) { return dayText(policy.updatedAt); }, {112, 0, true, true}},
    };
}

QWidget *PoliciesView::buildFoot()
{
    auto *foot = new QWidget;
    auto *line = new QHBoxLayout(foot);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(Space::small);
    line->addWidget(m_words, 1);
    for (QPushButton *button : {m_new, m_change, m_delete})
        line->addWidget(button, 0, Qt::AlignTop);
    return foot;
}

void PoliciesView::showChosen()
{
    const RetentionPolicy *policy = m_rows.at(m_table->currentRow());
    m_change->setEnabled(policy != nullptr);
    m_delete->setEnabled(policy != nullptr);
    m_words->setText(policy ? policyRankWords(*policy)
                            : tr("What no policy is for is kept for the days that the server sets."));
}

void PoliciesView::openSheet(PolicySheet::Deed deed, const RetentionPolicy &policy)
{
    auto *sheet = new PolicySheet(deed, policy, m_calls, m_names, m_clock, this);
    sheet->setAttribute(Qt::WA_DeleteOnClose);
    connect(sheet, &PolicySheet::done, &m_rows, &PagedModel::readAnew);
    connect(sheet, &PolicySheet::done, this, &PoliciesView::policiesChanged);
    connect(sheet, &QDialog::finished, m_table, [this] { m_table->setFocus(); });
    sheet->open();
}

} // namespace Holdfast
