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
    connect(m_decide, &QPushButton::clicked, this, &RequestsView::openChosen);
    showChosen();
}

QList<RowColumn<ReleaseRequest>> RequestsView::columns()
{
    const auto sign = [](const ReleaseRequest &) { return icon(Icon::Waiting, warnColor(QGuiApplication::palette())); };
    return {
        {tr("Asked"), [](const ReleaseRequest &request) { return dateTimeText(request.askedAt); }, {188, 0}, sign},
        {tr("By"), [](const ReleaseRequest &request) { return request.askedByName; }, {120, 1}},
        {tr("Hold"),
         [](const ReleaseRequest &request) { return QString::number(request.holdId.value); },
         {64, 0, true}},
        {tr("Why it may go"), [](const ReleaseRequest &request) { return request.reason.simplified(); }, {160, 3}},
    };
}

void RequestsView::showChosen()
{
    const ReleaseRequest *request = m_rows.at(m_table->currentRow());
    m_decide->setEnabled(request != nullptr);
    if (!request)
        m_words->setText(tr("Where the server wants two for a release, one asks and another decides."));
    else if (request->askedBy == m_me.id)
        m_words->setText(tr("You asked for it: another must approve or refuse it. You can take it back."));
    else
        m_words->setText(tr("The hold stands until this is approved."));
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
    auto *sheet = new ReleaseSheet(request, holdWords(hold, m_names, m_known), m_me.id, m_calls, m_clock, this);
    sheet->setAttribute(Qt::WA_DeleteOnClose);
    connect(sheet, &ReleaseSheet::done, this, &RequestsView::acted);
    connect(sheet, &QDialog::finished, m_table, [this] { m_table->setFocus(); });
    sheet->open();
}

} // namespace Holdfast
