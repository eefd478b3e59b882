// SPDX-License-Identifier: GPL-3.0-or-later
#include "holds/RequestsView.h"

#include "holds/ReleaseSheet.h"
#include "lists/RowsTable.h"
#include "look/Card.h"
#include "look/Icons.h"
#include "look/PageFocus.h"
#include "look/Spacing.h"

#include <QGuiApplication>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>
#include <functional>

namespace Holdfast {

RequestsView::RequestsView(HoldCalls calls, const HoldNames &names, const AgentsAndCampaigns &known, const Clock &clock,
                           QWidget *parent)
    : QWidget(parent)
    , m_calls(calls)
    , m_names(names)
    , m_known(known)
    , m_clock(clock)
    , m_rows(
          columns(), [](const ReleaseRequest &request) { return request.id.value; },
          [this](const ReleaseRequest *behind) {
              return m_calls
                  .requests(ReleaseRequestState::Open, behind ? behind->id : ReleaseRequestId(), PagedModel::pageRows)
                  .then([](const Result<QList<ReleaseRequest>> &requests) {
                      return requests.map([](const QList<ReleaseRequest> &page) {
                          return PagedRows<ReleaseRequest>::Page{page, page.size() == PagedModel::pageRows};
                      });
                  });
          },
          clock)
    , m_table(new RowsTable(m_rows, tr("Releases that wait for a second person")))
    , m_words(makeMutedLabel())
    , m_decide(new QPushButton(tr("Decide…")))
{
    m_table->setEmptySentence(tr("No release waits for a second person."));
    auto *foot = new QHBoxLayout;
    foot->setSpacing(Space::small);
    m_words->setMinimumWidth(1);
    foot->addWidget(m_words, 1);
    foot->addWidget(m_decide, 0, Qt::AlignTop);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(Space::medium);
    column->addWidget(m_table, 1);
    column->addLayout(foot);
    giveFocusTo(this, m_table);
    connect(m_table, &RowsTable::chosenChanged, this, &RequestsView::showChosen);
    connect(m_table, &RowsTable::opened, m_decide, &QPushButton::click);
    connect(&m_rows, &PagedModel::came, this, &RequestsView::askHolds);
    connect(&known, &AgentsAndCampaigns::changed, this, &RequestsView::showNames);
    connect(m_decide, &QPushButton::clicked, this, &RequestsView::openChosen);
    showChosen();
}

QList<RowColumn<ReleaseRequest>> RequestsView::columns() const
{
    const auto sign = [](const ReleaseRequest &) { return icon(Icon::Waiting, warnColor(QGuiApplication::palette())); };
    const auto ofHold = [this](const ReleaseRequest &request, const std::function<QString(const Hold &)> &words) {
        const auto hold = m_holds.constFind(request.holdId);
        return hold == m_holds.cend() ? QStringLiteral("…") : words(*hold);
    };
    const auto over = [this](const Hold &hold) { return holdScopeWords(hold, m_names, m_known); };
    return {
        {tr("Asked"), [](const ReleaseRequest &request) { return dateTimeText(request.askedAt); }, {188, 0}, sign},
        {tr("By"), [](const ReleaseRequest &request) { return request.askedByName; }, {100, 1}},
        {tr("Over"), [=](const ReleaseRequest &request) { return ofHold(request, over); }, {200, 3}},
        {tr("Matter"),
         [=](const ReleaseRequest &request) {
             return ofHold(request, [](const Hold &hold) { return hold.matterName; });
         },
         {112, 1.5}},
        {tr("Why it may go"),
         [](const ReleaseRequest &request) { return request.reason.simplified(); },
         {120, 2, false, true}},
    };
}

void RequestsView::forget(HoldId id)
{
    m_holds.remove(id);
}

QSet<HoldId> RequestsView::askedFor() const
{
    QSet<HoldId> holds;
    for (const ReleaseRequest &request : m_rows.rows())
        holds.insert(request.holdId);
    return holds;
}

void RequestsView::showNames()
{
    m_table->viewport()->update();
    showChosen();
}

/// A request names its hold by a number alone. One after the other: there are few.
void RequestsView::askHolds()
{
    const auto unknown = std::ranges::find_if(
        m_rows.rows(), [this](const ReleaseRequest &request) { return !m_holds.contains(request.holdId); });
    if (m_isAsking || unknown == m_rows.rows().cend())
        return;
    m_isAsking = true;
    whenFinished(m_calls.one(unknown->holdId), this, [this](const Result<Hold> &hold) {
        m_isAsking = false;
        if (!hold)
            return; // asked again with the next reading of the rows, which says what is wrong
        m_holds.insert(hold->id, *hold);
        showNames();
        askHolds();
    });
}

void RequestsView::showChosen()
{
    const ReleaseRequest *request = m_rows.at(m_table->currentRow());
    const bool isOwn = request && request->askedBy == m_me.id;
    m_decide->setEnabled(request != nullptr);
    m_decide->setText(isOwn ? tr("Take back…") : tr("Decide…"));
    if (!request)
        return m_words->setText(tr("Where the server wants two for a release, one asks and another decides."));
    QStringList sentences;
    if (const auto hold = m_holds.constFind(request->holdId); hold != m_holds.cend())
        sentences.append(holdWords(*hold, m_names, m_known));
    sentences.append(isOwn ? tr("You asked for its release: another must approve or refuse it. You can take it back.")
                           : tr("The hold stands until its release is approved."));
    m_words->setText(sentences.join(QLatin1Char(' ')));
}

/// What the hold is over, the request does not say.
void RequestsView::openChosen()
{
    const ReleaseRequest *chosen = m_rows.at(m_table->currentRow());
    if (!chosen)
        return;
    m_decide->setEnabled(false);
    whenFinished(m_calls.one(chosen->holdId), this, [this, request = *chosen](const Result<Hold> &hold) {
        showChosen();
        if (hold)
            openSheet(request, *hold);
        else
            Q_EMIT problem(hold.error().message);
    });
}

void RequestsView::openSheet(const ReleaseRequest &request, const Hold &hold)
{
    auto *sheet =
        new ReleaseSheet(request, holdsToReleaseWords({hold}, m_names, m_known), m_me.id, m_calls, m_clock, this);
    sheet->setAttribute(Qt::WA_DeleteOnClose);
    connect(sheet, &ReleaseSheet::done, this, &RequestsView::acted);
    connect(sheet, &QDialog::finished, m_table, [this] { m_table->setFocus(); });
    sheet->open();
}

} // namespace Holdfast
