// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/ServerPage.h"

#include "lists/ChoiceBar.h"
#include "lists/PageHead.h"
#include "lists/PagedModel.h"
#include "lists/StateLine.h"
#include "look/PageFocus.h"
#include "look/Spacing.h"
#include "server/KeysView.h"
#include "server/WebhooksView.h"

#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace Holdfast {

namespace {

constexpr std::chrono::minutes askedEvery{1};
constexpr std::chrono::seconds askedWhileUnderWay{1};

} // namespace

ServerPage::ServerPage(ApiClient &api, const Clock &clock, QWidget *parent)
    : QWidget(parent)
    , m_webhooks(new WebhooksView(WebhookCalls(api), clock))
    , m_keys(new KeysView(KeyCalls(api), clock))
    , m_head(new PageHead(tr("Server"), {tr("Webhooks"), tr("Keys")}))
    , m_views(new QStackedWidget)
    , m_state(new StateLine)
{
    for (QWidget *view : std::initializer_list<QWidget *>{m_webhooks, m_keys})
        m_views->addWidget(view);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(Space::wide, Space::large, Space::wide, Space::large);
    column->setSpacing(Space::medium);
    column->addWidget(m_head);
    column->addWidget(m_state);
    column->addWidget(m_views, 1);
    giveFocusTo(this, m_head->choice());
    connectParts();
}

void ServerPage::connectParts()
{
    connect(m_head->choice(), &ChoiceBar::chosenChanged, this, [this](int choice) {
        m_views->setCurrentIndex(choice);
        showState();
        readShown();
    });
    for (PagedModel *rows : {&m_webhooks->rows(), &m_webhooks->deliveries(), &m_keys->rows()}) {
        connect(rows, &PagedModel::came, this, &ServerPage::showState);
        connect(rows, &PagedModel::failed, this, &ServerPage::showState);
    }
    connect(&m_keys->rows(), &PagedModel::came, this, &ServerPage::pace);
    connect(m_webhooks, &WebhooksView::problem, m_state, qOverload<const QString &>(&StateLine::say));
    connect(m_head, &PageHead::refreshAsked, this, &ServerPage::refresh);
    connect(&m_time, &QTimer::timeout, this, &ServerPage::readShown);
}

QList<PagedModel *> ServerPage::shownRows() const
{
    if (m_views->currentWidget() == m_keys)
        return {&m_keys->rows()};
    return {&m_webhooks->rows(), &m_webhooks->deliveries()};
}

void ServerPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    m_wasShown = true;
    m_time.start(askedEvery);
    refresh();
}

void ServerPage::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    m_time.stop();
}

void ServerPage::refresh()
{
    readShown();
}

void ServerPage::goOn()
{
    if (!m_wasShown)
        return;
    for (PagedModel *rows : shownRows())
        rows->goOn();
}

void ServerPage::readShown()
{
    if (!m_wasShown)
        return;
    if (m_views->currentWidget() == m_keys)
        m_keys->rows().readAnew();
    else
        m_webhooks->readAnew();
}

void ServerPage::pace()
{
    const std::chrono::milliseconds wanted =
        m_keys->isUnderWay() ? std::chrono::milliseconds(askedWhileUnderWay) : askedEvery;
    if (m_time.isActive() && m_time.intervalAsDuration() != wanted)
        m_time.start(wanted);
}

void ServerPage::showState()
{
    const QList<PagedModel *> all = shownRows();
    const auto failed = std::ranges::find_if(all, [](const PagedModel *rows) { return rows->failure().has_value(); });
    if (failed == all.end())
        m_state->say(QString());
    else
        m_state->say(*(*failed)->failure(), (*failed)->readAt());
}

} // namespace Holdfast
