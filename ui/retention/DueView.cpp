// SPDX-License-Identifier: GPL-3.0-or-later
#include "retention/DueView.h"

#include "lists/RowsTable.h"
#include "look/Card.h"
#include "look/Icons.h"
#include "look/PageFocus.h"
#include "look/Spacing.h"
#include "review/RetentionWords.h"

#include <QGuiApplication>
#include <QLabel>
#include <QLocale>
#include <QVBoxLayout>

namespace Holdfast {

namespace {

constexpr int soonDays = 30;

} // namespace

using Rows = PagedRows<Recording>;

DueView::DueView(SweepCalls calls, const Clock &clock, QWidget *parent)
    : QWidget(parent)
    , m_calls(calls)
    , m_clock(clock)
    , m_rows(
          columns(), [](const Recording &recording) { return recording.id.value; },
          [this](const Recording *behind) { return fetch(behind == nullptr); }, clock)
    , m_table(new RowsTable(m_rows, tr("Recordings that end soon")))
    , m_count(makeMutedLabel())
    , m_why(makeMutedLabel())
{
    m_table->setEmptySentence(tr("Nothing ends within the next thirty days."));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(Space::medium);
    column->addWidget(m_count);
    column->addWidget(m_table, 1);
    column->addWidget(m_why);
    giveFocusTo(this, m_table);
    connect(&m_rows, &PagedModel::came, this, &DueView::showCount);
    connect(m_table, &RowsTable::chosenChanged, this, [this] {
        const Recording *recording = m_rows.at(m_table->currentRow());
        m_why->setText(recording ? retentionWords(*recording, m_clock()) : QString());
    });
}

QFuture<Result<Rows::Page>> DueView::fetch(bool isFirst)
{
    return m_calls.due(soonDays, isFirst ? QString() : m_reached->next, PagedModel::pageRows)
        .then([reached = m_reached](const Result<SweepCalls::Due> &due) -> Result<Rows::Page> {
            if (!due)
                return fail(due.error());
            *reached = {due->next, due->total};
            return Rows::Page{due->recordings, !due->next.isEmpty()};
        });
}

QList<RowColumn<Recording>> DueView::columns() const
{
    const auto sign = [this](const Recording &recording) {
        return recording.retentionUntil <= m_clock() ? icon(Icon::Problem, warnColor(QGuiApplication::palette()))
                                                     : QIcon();
    };
    return {
        {tr("Ends"), [](const Recording &recording) { return dayText(recording.retentionUntil); }, {136, 0}, sign},
        {tr("Lead"), [](const Recording &recording) { return recording.leadName; }, {120, 2}},
        {tr("Agent"), [](const Recording &recording) { return recording.agentName; }, {100, 1, false, true}},
        {tr("Call"), [](const Recording &recording) { return dateTimeText(recording.callDate); }, {160, 0}},
        {tr("Size"), [](const Recording &recording) { return sizeText(recording.fileSize); }, {88, 0, true, true}},
        {tr("Policy"),
         [](const Recording &recording) { return recording.retentionReason.policyName; },
         {100, 1, false, true}},
    };
}

void DueView::showCount()
{
    const QString words = tr("%Ln recording(s) end within thirty days, or are due already. What is on hold is not "
                             "among them.",
                             nullptr, static_cast<int>(m_reached->total));
    m_count->setText(m_rows.isCut()
                         ? words + QLatin1Char(' ') + tr("The first %Ln are shown.", nullptr, PagedModel::mostRows)
                         : words);
}

} // namespace Holdfast
