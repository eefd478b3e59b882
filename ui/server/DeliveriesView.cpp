// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/DeliveriesView.h"

#include "lists/RowsTable.h"
#include "look/Card.h"
#include "look/Spacing.h"
#include "server/WebhookWords.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QVBoxLayout>

namespace Holdfast {

using Rows = PagedRows<WebhookDelivery>;

DeliveriesView::DeliveriesView(WebhookCalls calls, const Clock &clock, QWidget *parent)
    : QWidget(parent)
    , m_calls(calls)
    , m_rows(
          columns(), [](const WebhookDelivery &delivery) { return delivery.id.value; },
          [this](const WebhookDelivery *behind) { return fetch(behind); }, clock)
    , m_table(new RowsTable(m_rows, tr("Deliveries of the chosen webhook")))
    , m_states(new QComboBox)
    , m_words(makeMutedLabel())
    , m_replay(new QPushButton(tr("Send again")))
{
    m_table->setEmptySentence(tr("There is nothing to tell of. What was delivered or given up is shown for 30 days."));
    auto *foot = new QHBoxLayout;
    foot->setSpacing(Space::small);
    foot->addWidget(m_words, 1);
    foot->addWidget(m_replay, 0, Qt::AlignTop);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(Space::small);
    column->addWidget(buildHead());
    column->addWidget(m_table, 1);
    column->addLayout(foot);
    connect(m_table, &RowsTable::chosenChanged, this, &DeliveriesView::showChosen);
    connect(&m_rows, &PagedModel::came, this, &DeliveriesView::showChosen);
    connect(m_replay, &QPushButton::clicked, this, &DeliveriesView::replayChosen);
    showChosen();
}

QWidget *DeliveriesView::buildHead()
{
    auto *title = new QLabel(tr("Deliveries"));
    title->setFont(subtitleFont());
    m_states->setAccessibleName(tr("Which deliveries"));
    m_states->addItem(tr("All"));
    const std::pair<QString, DeliveryState> states[] = {{tr("Waiting"), DeliveryState::Waiting},
                                                        {tr("Delivered"), DeliveryState::Delivered},
                                                        {tr("Given up"), DeliveryState::Parked}};
    for (const auto &[words, state] : states)
        m_states->addItem(words, static_cast<int>(state));
    connect(m_states, &QComboBox::currentIndexChanged, this, [this] {
        const QVariant chosen = m_states->currentData();
        m_state = chosen.isValid() ? std::optional(static_cast<DeliveryState>(chosen.toInt())) : std::nullopt;
        m_rows.readAnew();
    });
    auto *head = new QWidget;
    auto *line = new QHBoxLayout(head);
    line->setContentsMargins(0, 0, 0, 0);
    line->addWidget(title);
    line->addStretch();
    line->addWidget(m_states);
    return head;
}

QList<RowColumn<WebhookDelivery>> DeliveriesView::columns()
{
    return {
        {tr("When"),
         [](const WebhookDelivery &delivery) { return dateTimeText(delivery.at); },
         {188, 0.5},
         deliverySign},
        {tr("What"), [](const WebhookDelivery &delivery) { return eventWords(delivery.event); }, {224, 1.5}},
        {tr("State"), deliveryStateWords, {112, 0.5}},
        {tr("Attempts"),
         [](const WebhookDelivery &delivery) { return QLocale().toString(delivery.attempts); },
         {88, 0, true, true}},
        {tr("Last answer"), answerWords, {136, 0.5}},
    };
}

QFuture<Result<Rows::Page>> DeliveriesView::fetch(const WebhookDelivery *behind)
{
    if (!m_webhook.isValid())
        return finishedWith<Result<Rows::Page>>(Rows::Page());
    return m_calls.deliveries(m_webhook, m_state, behind ? behind->id : WebhookDeliveryId(), PagedModel::pageRows)
        .then([](const Result<QList<WebhookDelivery>> &deliveries) {
            return deliveries.map([](const QList<WebhookDelivery> &page) {
                return Rows::Page{page, page.size() == PagedModel::pageRows};
            });
        });
}

void DeliveriesView::setWebhook(WebhookId id)
{
    if (std::exchange(m_webhook, id) != id)
        m_rows.readAnew();
}

void DeliveriesView::showChosen()
{
    const WebhookDelivery *delivery = m_rows.at(m_table->currentRow());
    m_words->setText(delivery ? deliverySentence(*delivery) : QString());
    m_replay->setEnabled(delivery != nullptr);
}

void DeliveriesView::replayChosen()
{
    const WebhookDelivery *delivery = m_rows.at(m_table->currentRow());
    if (!delivery)
        return;
    m_replay->setEnabled(false);
    whenFinished(m_calls.replay(delivery->webhookId, delivery->id), this,
                 [this](const Result<WebhookDelivery> &replayed) {
                     showChosen();
                     m_rows.readAnew();
                     if (!replayed)
                         return Q_EMIT problem(replayed.error().message);
                     m_words->setText(tr("It is sent again, at once."));
                     Q_EMIT this->replayed();
                 });
}

} // namespace Holdfast
