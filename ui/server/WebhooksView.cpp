// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/WebhooksView.h"

#include "lists/RowsTable.h"
#include "look/Card.h"
#include "look/Icons.h"
#include "look/PageFocus.h"
#include "look/Spacing.h"
#include "look/Text.h"
#include "server/ConfirmSheet.h"
#include "server/DeliveriesView.h"
#include "server/SecretSheet.h"
#include "server/WebhookSheet.h"
#include "server/WebhookWords.h"

#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace Holdfast {

namespace {

using Rows = PagedRows<Webhook>;
constexpr int lookedAt = 10; ///< deliveries in which the newest that was tried is looked for
constexpr std::chrono::seconds betweenLooks{2};
constexpr int looksForAnswer = 10; ///< 20 s: the server gives a target 15
constexpr int webhooksShare = 2;
constexpr int deliveriesShare = 3;

QString whereTo(const Webhook &webhook)
{
    return QString::fromLatin1(webhook.url.toEncoded());
}

} // namespace

WebhooksView::WebhooksView(WebhookCalls calls, const Clock &clock, QWidget *parent)
    : QWidget(parent)
    , m_calls(calls)
    , m_rows(
          columns(), [](const Webhook &webhook) { return webhook.id.value; },
          [this](const Webhook *) {
              return m_calls.all().then([](const Result<QList<Webhook>> &webhooks) {
                  return webhooks.map([](const QList<Webhook> &all) { return Rows::Page{all, false}; });
              });
          },
          clock)
    , m_table(new RowsTable(m_rows, tr("Webhooks")))
    , m_deliveries(new DeliveriesView(calls, clock))
    , m_words(makeMutedLabel())
    , m_new(new QPushButton(tr("New webhook…")))
    , m_change(new QPushButton(tr("Change…")))
    , m_test(new QPushButton(tr("Send a test")))
    , m_switch(new QPushButton)
    , m_delete(new QPushButton(tr("Delete…")))
{
    m_table->setEmptySentence(
        tr("No program is told of anything. A new webhook tells one when recordings are stored, deleted or held."));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(Space::small);
    column->addWidget(m_table, webhooksShare);
    column->addWidget(buildFoot());
    column->addWidget(m_deliveries, deliveriesShare);
    giveFocusTo(this, m_table);
    connectParts();
    showChosen();
}

QList<RowColumn<Webhook>> WebhooksView::columns() const
{
    const auto sign = [](const Webhook &webhook) {
        return webhook.isOn ? icon(Icon::Stored, goodColor(QGuiApplication::palette())) : icon(Icon::Pause);
    };
    return {
        {tr("Where to"), [](const Webhook &webhook) { return ltr(whereTo(webhook)); }, {220, 3}},
        {tr("Told that"), [](const Webhook &webhook) { return eventsWords(webhook.events); }, {140, 2, false, true}},
        {tr("State"), [](const Webhook &webhook) { return webhook.isOn ? tr("On") : tr("Off"); }, {88, 0}, sign},
        {tr("Last answer"),
         [this](const Webhook &webhook) {
             const auto last = m_lastAnswers.constFind(webhook.id);
             return last == m_lastAnswers.constEnd() ? QStringLiteral("–") : answerWords(*last);
         },
         {168, 0.5},
         [this](const Webhook &webhook) {
             const auto last = m_lastAnswers.constFind(webhook.id);
             return last == m_lastAnswers.constEnd() ? QIcon() : deliverySign(*last);
         }},
    };
}

QWidget *WebhooksView::buildFoot()
{
    auto *foot = new QWidget;
    auto *line = new QHBoxLayout(foot);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(Space::small);
    line->addWidget(m_words, 1);
    for (QPushButton *button : {m_new, m_change, m_test, m_switch, m_delete})
        line->addWidget(button, 0, Qt::AlignTop);
    return foot;
}

void WebhooksView::connectParts()
{
    connect(m_table, &RowsTable::chosenChanged, this, &WebhooksView::showChosen);
    connect(m_table, &RowsTable::opened, m_change, &QPushButton::click);
    connect(&m_rows, &PagedModel::came, this, [this] {
        showChosen();
        ++m_turn;
        askLastAnswers(m_rows.rows());
    });
    connect(m_deliveries, &DeliveriesView::problem, this, &WebhooksView::problem);
    connect(m_new, &QPushButton::clicked, this, [this] { openSheet(std::nullopt); });
    connect(m_change, &QPushButton::clicked, this, [this] {
        if (const Webhook *webhook = m_rows.at(m_table->currentRow()))
            openSheet(*webhook);
    });
    connect(m_switch, &QPushButton::clicked, this, [this] {
        if (const Webhook *webhook = m_rows.at(m_table->currentRow()))
            setOn(!webhook->isOn);
    });
    connect(m_test, &QPushButton::clicked, this, &WebhooksView::sendTest);
    m_look.setInterval(betweenLooks);
    connect(&m_look, &QTimer::timeout, this, [this] {
        if (--m_looksLeft <= 0)
            m_look.stop();
        readAnew();
    });
    connect(m_delete, &QPushButton::clicked, this, &WebhooksView::openDeletion);
}

PagedModel &WebhooksView::deliveries()
{
    return m_deliveries->rows();
}

void WebhooksView::readAnew()
{
    m_rows.readAnew();
    if (!deliveries().isBeyondFirstPage())
        deliveries().readAnew();
}

void WebhooksView::showChosen()
{
    const Webhook *webhook = m_rows.at(m_table->currentRow());
    for (QPushButton *button : {m_change, m_switch, m_delete})
        button->setEnabled(webhook != nullptr);
    m_test->setEnabled(webhook && webhook->isOn); // one that is off is sent nothing
    m_switch->setText(webhook && !webhook->isOn ? tr("Switch on") : tr("Switch off"));
    m_words->setText(webhook ? whatIsSaidOf(*webhook) : QString());
    m_deliveries->setWebhook(webhook ? webhook->id : WebhookId());
}

QString WebhooksView::whatIsSaidOf(const Webhook &webhook) const
{
    if (!webhook.isOn)
        return tr("It is told nothing; what waits, waits until it is switched on.");
    const auto last = m_lastAnswers.constFind(webhook.id);
    const bool failed = last != m_lastAnswers.constEnd() && last->state != DeliveryState::Delivered;
    return failed ? tr("Last tried %1: %2.").arg(dateTimeText(last->attemptedAt), answerWords(*last)) : QString();
}

/// One after the other: there are few, and nobody waits for it.
void WebhooksView::askLastAnswers(QList<Webhook> left)
{
    if (left.isEmpty())
        return;
    const WebhookId id = left.takeFirst().id;
    whenFinished(m_calls.deliveries(id, std::nullopt, {}, lookedAt), this,
                 [=, this, turn = m_turn](const Result<QList<WebhookDelivery>> &deliveries) {
                     if (turn != m_turn)
                         return;
                     if (!deliveries) // whoever reads the rows is told why
                         return;
                     const auto tried = std::ranges::find_if(
                         *deliveries, [](const WebhookDelivery &delivery) { return delivery.attemptedAt.isValid(); });
                     if (tried != deliveries->end())
                         m_lastAnswers.insert(id, *tried);
                     m_table->viewport()->update();
                     showChosen();
                     askLastAnswers(left);
                 });
}

void WebhooksView::openSheet(const std::optional<Webhook> &known)
{
    auto *sheet = new WebhookSheet(m_calls, known, this);
    connect(sheet, &WebhookSheet::changed, this, &WebhooksView::readAnew);
    connect(sheet, &WebhookSheet::unknown, this, &WebhooksView::readAnew);
    connect(sheet, &WebhookSheet::made, this, &WebhooksView::openSecret);
    open(sheet);
}

void WebhooksView::openSecret(const MadeWebhook &made)
{
    readAnew();
    if (!made.secret.isEmpty())
        open(new SecretSheet(QString::fromUtf8(made.secret), this));
}

void WebhooksView::setOn(bool isOn)
{
    WebhookRequest request;
    request.webhook = *m_rows.at(m_table->currentRow());
    request.webhook.isOn = isOn;
    m_switch->setEnabled(false);
    whenFinished(m_calls.change(request), this, [this](const Result<Webhook> &changed) {
        showChosen();
        readAnew();
        if (!changed)
            Q_EMIT problem(changed.error().message);
    });
}

/// What the target answers stands among the deliveries once it has, so these are read again for as long as it has time
/// to answer.
void WebhooksView::sendTest()
{
    const Webhook *webhook = m_rows.at(m_table->currentRow());
    if (!webhook)
        return;
    m_test->setEnabled(false);
    whenFinished(m_calls.test(webhook->id), this, [this](const Result<WebhookDelivery> &sent) {
        showChosen();
        if (!sent)
            return Q_EMIT problem(sent.error().message);
        readAnew();
        m_looksLeft = looksForAnswer;
        m_look.start();
    });
}

void WebhooksView::openDeletion()
{
    const Webhook *webhook = m_rows.at(m_table->currentRow());
    if (!webhook)
        return;
    auto *sheet = new ConfirmSheet(
        tr("Delete the webhook"),
        tr("%1 is told nothing any more, and what waits to be told is dropped with all that is shown of its "
           "deliveries. The audit log keeps that it was there. To pause it, switch it off instead.")
            .arg(ltr(whereTo(*webhook))),
        tr("Delete"), [this, id = webhook->id](bool) { return asDone(m_calls.remove(id)); }, this);
    connect(sheet, &ConfirmSheet::done, this, &WebhooksView::readAnew);
    connect(sheet, &ConfirmSheet::unknown, this, &WebhooksView::readAnew);
    open(sheet);
}

void WebhooksView::open(QDialog *sheet)
{
    sheet->setAttribute(Qt::WA_DeleteOnClose);
    connect(sheet, &QDialog::finished, m_table, [this] { m_table->setFocus(); });
    sheet->open();
}

} // namespace Holdfast
