// SPDX-License-Identifier: GPL-3.0-or-later
#include "holds/HoldsView.h"

#include "domain/Limits.h"
#include "holds/ReleaseSheet.h"
#include "lists/RowsTable.h"
#include "look/Card.h"
#include "look/Icons.h"
#include "look/PageFocus.h"
#include "look/Spacing.h"
#include "review/RetentionWords.h"

#include <QGuiApplication>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace Holdfast {

HoldsView::HoldsView(HoldCalls calls, const HoldNames &names, const AgentsAndCampaigns &known, const Clock &clock,
                     QWidget *parent)
    : QWidget(parent)
    , m_calls(calls)
    , m_names(names)
    , m_known(known)
    , m_clock(clock)
    , m_filter{std::nullopt, true, std::nullopt}
    , m_rows(
          columns(), [](const Hold &hold) { return hold.id.value; },
          [this](const Hold *behind) {
              return m_calls.page(m_filter, behind ? behind->id : HoldId(), PagedModel::pageRows)
                  .then([](const Result<QList<Hold>> &holds) {
                      return holds.map([](const QList<Hold> &page) {
                          return PagedRows<Hold>::Page{page, page.size() == PagedModel::pageRows};
                      });
                  });
          },
          clock)
    , m_table(new RowsTable(m_rows, tr("Holds")))
    , m_words(makeMutedLabel())
    , m_release(new QPushButton(tr("Release…")))
{
    build();
    connect(m_table, &RowsTable::chosenChanged, this, &HoldsView::showChosen);
    connect(m_table, &RowsTable::opened, m_release, &QPushButton::click);
    connect(&m_rows, &PagedModel::came, this, &HoldsView::showChosen);
    connect(&known, &AgentsAndCampaigns::changed, this, &HoldsView::showNames);
    connect(m_release, &QPushButton::clicked, this, &HoldsView::openRelease);
    showChosen();
}

void HoldsView::build()
{
    m_table->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_words->setMinimumWidth(1);
    auto *foot = new QHBoxLayout;
    foot->setSpacing(Space::small);
    foot->addWidget(m_words, 1);
    foot->addWidget(m_release, 0, Qt::AlignTop);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(Space::medium);
    column->addWidget(m_table, 1);
    column->addLayout(foot);
    giveFocusTo(this, m_table);
}

QList<RowColumn<Hold>> HoldsView::columns() const
{
    const auto sign = [](const Hold &hold) {
        return hold.stands() ? icon(Icon::Hold, warnColor(QGuiApplication::palette())) : QIcon();
    };
    const auto state = [this](const Hold &hold) {
        return isAskedFor(hold) ? tr("Release asked for") : holdStateWords(hold.state);
    };
    return {
        {tr("Over"), [this](const Hold &hold) { return holdScopeWords(hold, m_names, m_known); }, {160, 3}, sign},
        {tr("Why"), [](const Hold &hold) { return hold.reason.simplified(); }, {100, 2, false, true}},
        {tr("By"), [](const Hold &hold) { return hold.placedByName; }, {100, 0.5, false, true}},
        {tr("Since"), [](const Hold &hold) { return dayText(hold.placedAt); }, {112, 0}},
        {tr("Recordings"),
         [](const Hold &hold) { return QLocale().toString(hold.recordingCount); },
         {64, 0, true, true}},
        {tr("State"), state, {144, 0}},
    };
}

/// Of one that is being released already, the request says nothing any more.
bool HoldsView::isAskedFor(const Hold &hold) const
{
    return hold.stands() && m_askedFor.contains(hold.id);
}

void HoldsView::setAskedFor(const QSet<HoldId> &holds)
{
    if (std::exchange(m_askedFor, holds) != holds)
        showNames();
}

void HoldsView::showNames()
{
    m_table->viewport()->update();
    showChosen();
}

void HoldsView::setFilter(const HoldCalls::Filter &filter)
{
    const bool isSame = filter.matter == m_filter.matter && filter.stands == m_filter.stands;
    m_filter = filter;
    m_release->setVisible(filter.stands.value_or(true));
    m_table->setEmptySentence(!filter.stands.value_or(true) ? tr("Nothing was released here yet.")
                              : filter.matter               ? tr("Nothing is held for this matter.")
                                                            : tr("Nothing is held."));
    if (!isSame)
        m_rows.readAnew();
}

QList<Hold> HoldsView::chosen() const
{
    QList<Hold> holds;
    for (const int row : m_table->chosenRows())
        if (const Hold *hold = m_rows.at(row))
            holds.append(*hold);
    return holds;
}

void HoldsView::showChosen()
{
    const QList<Hold> holds = chosen();
    const bool allStand = std::ranges::all_of(holds, &Hold::stands);
    m_release->setEnabled(!holds.isEmpty() && allStand && holds.size() <= mostHeldAtOnce);
    QString words;
    if (holds.size() > mostHeldAtOnce)
        words = tr("At most %Ln can be released at once.", nullptr, mostHeldAtOnce);
    else if (holds.size() > 1)
        words = tr("%Ln hold(s) chosen.", nullptr, static_cast<int>(holds.size()));
    else if (holds.size() == 1)
        words = isAskedFor(holds.first()) ? holdWords(holds.first(), m_names, m_known) + QLatin1Char(' ') +
                                                tr("Its release was asked for and waits for a second person.")
                                          : holdWords(holds.first(), m_names, m_known);
    if (m_rows.isCut())
        words +=
            QLatin1Char(' ') + tr("Only the newest %Ln are shown: choose a matter.", nullptr, PagedModel::mostRows);
    m_words->setText(words);
}

void HoldsView::openRelease()
{
    const QList<Hold> holds = chosen();
    if (holds.isEmpty())
        return;
    QList<HoldId> ids;
    for (const Hold &hold : holds)
        ids.append(hold.id);
    auto *sheet = new ReleaseSheet(ids, holdsToReleaseWords(holds, m_names, m_known), m_calls, m_clock, this);
    sheet->setAttribute(Qt::WA_DeleteOnClose);
    connect(sheet, &ReleaseSheet::done, this, &HoldsView::acted);
    connect(sheet, &QDialog::finished, m_table, [this] { m_table->setFocus(); });
    sheet->open();
}

} // namespace Holdfast
