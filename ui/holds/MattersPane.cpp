// SPDX-License-Identifier: GPL-3.0-or-later
#include "holds/MattersPane.h"

#include "holds/MatterSheet.h"
#include "lists/RowsTable.h"
#include "look/Icons.h"
#include "look/PageFocus.h"
#include "look/Spacing.h"

#include <QGuiApplication>
#include <QLocale>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace Holdfast {

namespace {

constexpr int paneWidth = 244;

QList<std::optional<Matter>> inOrder(QList<Matter> matters)
{
    std::ranges::stable_sort(matters, [](const Matter &a, const Matter &b) {
        if (a.closedAt.has_value() != b.closedAt.has_value())
            return !a.closedAt;
        return QString::localeAwareCompare(a.name, b.name) < 0;
    });
    QList<std::optional<Matter>> rows{std::nullopt};
    for (const Matter &matter : std::as_const(matters))
        rows.append(matter);
    return rows;
}

} // namespace

MattersPane::MattersPane(MatterCalls calls, const Clock &clock, QWidget *parent)
    : QWidget(parent)
    , m_calls(calls)
    , m_clock(clock)
    , m_rows(
          columns(), [](const Row &row) { return row ? row->id.value : -1; },
          [this](const Row *) {
              return m_calls.all().then([](const Result<QList<Matter>> &matters) {
                  return matters.map([](const QList<Matter> &all) {
                      return PagedRows<Row>::Page{inOrder(all), false};
                  });
              });
          },
          clock)
    , m_table(new RowsTable(m_rows, tr("Matters")))
    , m_new(new QPushButton(tr("New matter…")))
{
    setFixedWidth(paneWidth);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(Space::medium);
    column->addWidget(m_table, 1);
    column->addWidget(m_new);
    giveFocusTo(this, m_table);
    connect(m_table, &RowsTable::chosenChanged, this, &MattersPane::chosenChanged);
    connect(m_table, &RowsTable::opened, this, &MattersPane::editChosen);
    connect(m_new, &QPushButton::clicked, this, [this] { openSheet({}); });
}

QList<RowColumn<MattersPane::Row>> MattersPane::columns() const
{
    const auto name = [](const Row &row) {
        if (!row)
            return tr("All matters");
        return row->closedAt ? tr("%1 (closed)").arg(row->name) : row->name;
    };
    const auto sign = [this](const Row &row) {
        const bool isLate =
            row && row->reviewDate && !row->closedAt && *row->reviewDate < m_clock().toLocalTime().date();
        return isLate ? icon(Icon::Problem, warnColor(QGuiApplication::palette())) : QIcon();
    };
    const auto holds = [](const Row &row) { return row ? QLocale().toString(row->standingHolds) : QString(); };
    return {{tr("Matter"), name, {120, 1}, sign}, {tr("Holds"), holds, {56, 0, true}}};
}

const Matter *MattersPane::chosen() const
{
    const Row *row = m_rows.at(m_table->currentRow());
    return row && *row ? &**row : nullptr;
}

QList<Matter> MattersPane::open() const
{
    QList<Matter> matters;
    for (const Row &row : m_rows.rows())
        if (row && !row->closedAt)
            matters.append(*row);
    return matters;
}

void MattersPane::editChosen()
{
    if (const Matter *matter = chosen())
        openSheet(*matter);
}

void MattersPane::closeOrOpenChosen()
{
    const Matter *matter = chosen();
    if (!matter)
        return;
    const MatterRequest request{matter->name,    matter->reference,  matter->reason,
                                matter->ownerId, matter->reviewDate, !matter->closedAt.has_value()};
    whenFinished(m_calls.change(matter->id, request, matter->revision), this, [this](const Result<Matter> &changed) {
        if (!changed)
            Q_EMIT problem(changed.error().message);
        m_rows.readAnew();
    });
}

void MattersPane::openSheet(const Matter &matter)
{
    auto *sheet = new MatterSheet(matter, m_me, m_calls, this);
    sheet->setAttribute(Qt::WA_DeleteOnClose);
    connect(sheet, &MatterSheet::saved, &m_rows, &PagedModel::readAnew);
    connect(sheet, &QDialog::finished, m_table, [this] { m_table->setFocus(); });
    sheet->open();
}

} // namespace Holdfast
