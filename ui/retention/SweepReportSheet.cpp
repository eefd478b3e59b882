// SPDX-License-Identifier: GPL-3.0-or-later
#include "retention/SweepReportSheet.h"

#include "lists/RowsTable.h"
#include "lists/StateLine.h"
#include "look/Icons.h"
#include "look/Spacing.h"
#include "retention/SweepWords.h"

#include <QGuiApplication>
#include <QPushButton>
#include <QVBoxLayout>

namespace Holdfast {

namespace {

using Rows = PagedRows<SweepLeft>;
constexpr QSize usual(720, 480);

QIcon signOf(const SweepLeft &left)
{
    const QPalette palette = QGuiApplication::palette();
    switch (left.why) {
    case SweepLeftWhy::Held:
        return icon(Icon::Hold, warnColor(palette));
    case SweepLeftWhy::NotDue:
        return icon(Icon::Stored, goodColor(palette));
    case SweepLeftWhy::Gone:
        return icon(Icon::Cancel);
    case SweepLeftWhy::Failed:
        return icon(Icon::Problem, badColor(palette));
    }
    Q_UNREACHABLE();
}

} // namespace

SweepReportSheet::SweepReportSheet(const RetentionSweep &sweep, SweepCalls calls, const Clock &clock, QWidget *parent)
    : QDialog(parent)
    , m_calls(calls)
    , m_left(
          {{tr("Recording"),
            [](const SweepLeft &left) { return QString::number(left.recordingId.value); },
            {112, 0},
            signOf},
           {tr("Why the sweep left it"), sweepLeftWords, {300, 1}}},
          [](const SweepLeft &left) { return left.recordingId.value; },
          [this, id = sweep.id](const SweepLeft *behind) {
              return m_calls.report(id, behind ? behind->recordingId : RecordingId(), PagedModel::pageRows)
                  .then([](const Result<SweepReport> &report) {
                      return report.map([](const SweepReport &whole) {
                          return Rows::Page{whole.left, whole.left.size() == PagedModel::pageRows};
                      });
                  });
          },
          clock)
    , m_state(new StateLine)
{
    resize(usual);
    const QString title = tr("Report of the sweep of %1").arg(dateTimeText(sweep.begunAt));
    setWindowTitle(title);
    auto *head = new QLabel(title);
    head->setFont(titleFont());
    auto *words = new QLabel(sweepWords(sweep));
    words->setWordWrap(true);
    words->setTextFormat(Qt::PlainText);
    auto *table = new RowsTable(m_left, tr("What the sweep left"));
    table->setEmptySentence(tr("It left nothing that it meant to delete."));
    auto *close = new QPushButton(tr("Close"));
    close->setDefault(true);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(Space::wide, Space::wide, Space::wide, Space::large);
    column->setSpacing(Space::medium);
    for (QWidget *widget : {static_cast<QWidget *>(head), static_cast<QWidget *>(words)})
        column->addWidget(widget);
    column->addWidget(table, 1);
    column->addWidget(m_state);
    column->addWidget(close, 0, Qt::AlignTrailing);
    connect(close, &QPushButton::clicked, this, &QDialog::accept);
    connect(&m_left, &PagedModel::failed, m_state,
            [this](const Failure &failure) { m_state->say(failure, m_left.readAt()); });
    connect(&m_left, &PagedModel::came, m_state, [this] { m_state->say(QString()); });
    m_left.readAnew();
}

} // namespace Holdfast
