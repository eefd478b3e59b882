// SPDX-License-Identifier: GPL-3.0-or-later
#include "retention/SweepsView.h"

#include "domain/Deed.h"
#include "lists/RowsTable.h"
#include "look/Card.h"
#include "look/Icons.h"
#include "look/PageFocus.h"
#include "look/Spacing.h"
#include "retention/SweepReportSheet.h"
#include "retention/SweepSheet.h"
#include "retention/SweepWords.h"

#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace Holdfast {

namespace {

using Rows = PagedRows<RetentionSweep>;

QString numberText(qint64 number)
{
    return QLocale().toString(number);
}

QIcon signOf(const RetentionSweep &sweep)
{
    const QPalette palette = QGuiApplication::palette();
    switch (sweep.state) {
    case SweepState::Counting:
    case SweepState::Running:
        return icon(Icon::Sending);
    case SweepState::Waiting:
        return icon(Icon::Waiting, warnColor(palette));
    case SweepState::Finished:
        return icon(Icon::Stored, goodColor(palette));
    case SweepState::Refused:
        return icon(Icon::Cancel);
    case SweepState::Failed:
        return icon(Icon::Problem, badColor(palette));
    }
    Q_UNREACHABLE();
}

} // namespace

SweepsView::SweepsView(SweepCalls calls, const Clock &clock, QWidget *parent)
    : QWidget(parent)
    , m_calls(calls)
    , m_clock(clock)
    , m_rows(
          columns(), [](const RetentionSweep &sweep) { return sweep.id.value; },
          [this](const RetentionSweep *behind) {
              return m_calls.page(behind ? behind->id : SweepId(), PagedModel::pageRows)
                  .then([](const Result<QList<RetentionSweep>> &sweeps) {
                      return sweeps.map([](const QList<RetentionSweep> &page) {
                          return Rows::Page{page, page.size() == PagedModel::pageRows};
                      });
                  });
          },
          clock)
    , m_table(new RowsTable(m_rows, tr("Retention sweeps")))
    , m_next(makeMutedLabel())
    , m_words(makeMutedLabel())
    , m_report(new QPushButton(tr("Report…")))
    , m_dryRun(new QPushButton(tr("Dry run")))
    , m_begin(new QPushButton(tr("Sweep now…")))
    , m_decide(new QPushButton)
{
    m_table->setEmptySentence(tr("There was no sweep yet."));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(Space::medium);
    column->addWidget(m_next);
    column->addWidget(m_table, 1);
    column->addWidget(m_words);
    column->addWidget(buildFoot());
    giveFocusTo(this, m_table);
    connectButtons();
    showChosen();
}

QList<RowColumn<RetentionSweep>> SweepsView::columns()
{
    return {
        {tr("Begun"), [](const RetentionSweep &sweep) { return dateTimeText(sweep.begunAt); }, {188, 0.5}, signOf},
        {tr("By"), sweepBegunBy, {88, 1}},
        {tr("State"), [](const RetentionSweep &sweep) { return sweepStateWords(sweep); }, {104, 1}},
        {tr("Due"), [](const RetentionSweep &sweep) { return numberText(sweep.due); }, {72, 0.3, true}},
        {tr("Deleted"),
         [](const RetentionSweep &sweep) { return sweep.isDryRun ? QStringLiteral("–") : numberText(sweep.deleted); },
         {72, 0.3, true}},
        {tr("Held"), [](const RetentionSweep &sweep) { return numberText(sweep.held); }, {64, 0.3, true, true}},
        {tr("Failed"), [](const RetentionSweep &sweep) { return numberText(sweep.failed); }, {64, 0.3, true, true}},
    };
}

QWidget *SweepsView::buildFoot()
{
    m_dryRun->setToolTip(tr("Counts what a sweep would take, and deletes nothing"));
    auto *foot = new QWidget;
    auto *line = new QHBoxLayout(foot);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(Space::small);
    line->addWidget(m_report);
    line->addStretch();
    for (QPushButton *button : {m_decide, m_dryRun, m_begin})
        line->addWidget(button);
    return foot;
}

void SweepsView::connectButtons()
{
    connect(m_table, &RowsTable::chosenChanged, this, &SweepsView::showChosen);
    connect(m_table, &RowsTable::opened, m_report, &QPushButton::click);
    connect(&m_rows, &PagedModel::came, this, &SweepsView::showChosen);
    connect(m_report, &QPushButton::clicked, this, &SweepsView::openReport);
    connect(m_dryRun, &QPushButton::clicked, this, &SweepsView::beginDryRun);
    connect(m_begin, &QPushButton::clicked, this, &SweepsView::openBeginning);
    connect(m_decide, &QPushButton::clicked, this, [this] {
        if (m_status && m_status->last)
            openDecision(*m_status->last);
    });
}

void SweepsView::setRole(Role role)
{
    m_role = role;
    showChosen();
}

void SweepsView::setStatus(const SweepStatus &status)
{
    m_status = status;
    m_next->setText(tr("The next sweep by the clock begins %1. One that would take more than %2 % of the recordings "
                       "waits for an admin's yes.")
                        .arg(dateTimeText(status.nextAt), QLocale().toString(status.limitPercent)));
    showChosen();
}

bool SweepsView::isUnderWay() const
{
    const QList<RetentionSweep> &rows = m_rows.rows();
    return std::any_of(rows.cbegin(), rows.cend(), [](const RetentionSweep &sweep) {
        return sweep.state == SweepState::Counting || sweep.state == SweepState::Running;
    });
}

void SweepsView::showChosen()
{
    const RetentionSweep *sweep = m_rows.at(m_table->currentRow());
    m_words->setText(sweep ? sweepWords(*sweep) : QString());
    m_report->setEnabled(sweep != nullptr);
    const std::optional<RetentionSweep> last = m_status ? m_status->last : std::nullopt;
    const bool isUnderWay = last && last->isUnderWay();
    m_begin->setEnabled(m_status && !isUnderWay);
    m_dryRun->setEnabled(m_status.has_value());
    m_decide->setVisible(isUnderWay && may(m_role, Deed::DecideSweep));
    m_decide->setText(isUnderWay && last->state == SweepState::Waiting ? tr("Decide…") : tr("Stop…"));
}

void SweepsView::beginDryRun()
{
    m_dryRun->setEnabled(false);
    whenFinished(m_calls.begin({true, false}), this, [this](const Result<RetentionSweep> &begun) {
        m_dryRun->setEnabled(true);
        if (begun)
            Q_EMIT acted();
        else
            Q_EMIT problem(begun.error().message);
    });
}

void SweepsView::openBeginning()
{
    if (!m_status)
        return;
    auto *sheet = new SweepSheet(*m_status, m_role, m_calls, this);
    connect(sheet, &SweepSheet::done, this, &SweepsView::acted);
    open(sheet);
}

void SweepsView::openDecision(const RetentionSweep &sweep)
{
    auto *sheet = new SweepSheet(sweep, m_calls, this);
    connect(sheet, &SweepSheet::done, this, &SweepsView::acted);
    connect(&m_rows, &PagedModel::came, sheet, [this, sheet] {
        for (const RetentionSweep &now : m_rows.rows())
            sheet->follow(now);
    });
    open(sheet);
}

void SweepsView::openReport()
{
    if (const RetentionSweep *sweep = m_rows.at(m_table->currentRow()))
        open(new SweepReportSheet(*sweep, m_calls, m_clock, this));
}

void SweepsView::open(QDialog *sheet)
{
    sheet->setAttribute(Qt::WA_DeleteOnClose);
    connect(sheet, &QDialog::finished, m_table, [this] { m_table->setFocus(); });
    sheet->open();
}

} // namespace Holdfast
