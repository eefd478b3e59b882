// SPDX-License-Identifier: GPL-3.0-or-later
#include "holds/HoldsPage.h"

#include "domain/Deed.h"
#include "holds/HoldsView.h"
#include "holds/MattersPane.h"
#include "holds/RequestsView.h"
#include "lists/ChoiceBar.h"
#include "lists/PageHead.h"
#include "lists/StateLine.h"
#include "look/Card.h"
#include "look/Icons.h"
#include "look/PageFocus.h"
#include "look/Spacing.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace Holdfast {

namespace {

constexpr std::chrono::minutes askedEvery{1};
constexpr std::chrono::milliseconds askedAfterChange{500};

enum View { Standing, Waiting, Released }; // in the order of the choices

} // namespace

HoldsPage::HoldsPage(const Calls &calls, const HoldNames &names, const Clock &clock, QWidget *parent)
    : QWidget(parent)
    , m_calls(calls)
    , m_clock(clock)
    , m_known(calls.placing.search)
    , m_names(names, [search = calls.placing.search](RecordingId id) mutable { return search.one(id); })
    , m_matters(new MattersPane(calls.matters, clock))
    , m_holds(new HoldsView(calls.placing.holds, m_names.names(), m_known, clock))
    , m_requests(new RequestsView(calls.placing.holds, m_names.names(), m_known, clock))
    , m_head(new PageHead(tr("Holds"), {tr("Standing"), tr("Waiting for two"), tr("Released")}))
    , m_views(new QStackedWidget)
    , m_state(new StateLine)
    , m_matterLine(buildMatter())
    , m_place(new QPushButton(icon(Icon::Hold), tr("Place a hold…")))
{
    m_place->setEnabled(false);
    m_head->add(m_place);
    m_views->addWidget(m_holds);
    m_views->addWidget(m_requests);
    auto *right = new QVBoxLayout;
    right->setSpacing(Space::medium);
    right->addWidget(m_matterLine);
    right->addWidget(m_views, 1);
    auto *body = new QHBoxLayout;
    body->setSpacing(Space::large);
    body->addWidget(m_matters);
    body->addLayout(right, 1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(Space::wide, Space::large, Space::wide, Space::large);
    column->setSpacing(Space::medium);
    column->addWidget(m_head);
    column->addWidget(m_state);
    column->addLayout(body, 1);
    giveFocusTo(this, m_holds);
    connectParts();
    showView();
    showMatter();
}

QWidget *HoldsPage::buildMatter()
{
    m_matterWords = makeMutedLabel();
    m_matterWords->setMinimumWidth(1);
    m_pack = new QPushButton(icon(Icon::Save), tr("Evidence pack…"));
    m_pack->hide();
    m_edit = new QPushButton(tr("Change…"));
    m_close = new QPushButton;
    auto *whole = new QWidget;
    auto *line = new QHBoxLayout(whole);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(Space::small);
    line->addWidget(m_matterWords, 1);
    line->addWidget(m_pack, 0, Qt::AlignTop);
    line->addWidget(m_edit, 0, Qt::AlignTop);
    line->addWidget(m_close, 0, Qt::AlignTop);
    return whole;
}

void HoldsPage::connectParts()
{
    connect(m_head->choice(), &ChoiceBar::chosenChanged, this, &HoldsPage::showView);
    connect(m_matters, &MattersPane::chosenChanged, this, [this] {
        showMatter();
        showView();
    });
    for (PagedModel *rows : {&m_matters->rows(), &m_holds->rows(), &m_requests->rows()}) {
        connect(rows, &PagedModel::came, this, &HoldsPage::showState);
        connect(rows, &PagedModel::failed, this, &HoldsPage::showState);
    }
    connect(&m_matters->rows(), &PagedModel::came, this, &HoldsPage::showMatter);
    connect(&m_requests->rows(), &PagedModel::came, m_holds, [this] { m_holds->setAskedFor(m_requests->askedFor()); });
    const auto say = qOverload<const QString &>(&StateLine::say);
    connect(m_matters, &MattersPane::problem, m_state, say);
    connect(m_requests, &RequestsView::problem, m_state, say);
    connect(m_holds, &HoldsView::acted, this, &HoldsPage::refresh);
    connect(m_requests, &RequestsView::acted, this, &HoldsPage::refresh);
    connect(m_pack, &QPushButton::clicked, this, [this] {
        if (const Matter *matter = m_matters->chosen())
            Q_EMIT packRequested({EvidenceSubject::Kind::Matter, matter->id.value}, matter->name);
    });
    connect(m_edit, &QPushButton::clicked, m_matters, &MattersPane::editChosen);
    connect(m_close, &QPushButton::clicked, m_matters, &MattersPane::closeOrOpenChosen);
    connect(m_head, &PageHead::refreshAsked, this, &HoldsPage::refresh);
    connect(m_place, &QPushButton::clicked, this, &HoldsPage::openPlacing);
    connect(&m_names, &HeldNames::changed, m_holds, &HoldsView::showNames);
    connect(&m_names, &HeldNames::changed, m_requests, &RequestsView::showNames);
    connect(&m_time, &QTimer::timeout, this, &HoldsPage::readCalmly);
    m_soon.setSingleShot(true);
    m_soon.setInterval(askedAfterChange);
    connect(&m_soon, &QTimer::timeout, this, &HoldsPage::readCalmly);
}

void HoldsPage::readCalmly()
{
    if (!m_holds->rows().isBeyondFirstPage()) // who went far down goes on reading there
        m_holds->rows().readAnew();
    lookBeside();
}

void HoldsPage::follow(const QList<FeedChange> &changes)
{
    using Kind = FeedChange::Kind;
    for (const FeedChange &change : changes)
        if (change.kind == Kind::Hold)
            m_requests->forget({change.id});
    if (m_wasShown && tellOf(changes, {Kind::Campaign, Kind::User}))
        m_known.readAnew();
    if (isVisible() && !m_soon.isActive() && tellOf(changes, {Kind::Hold, Kind::Matter}))
        m_soon.start();
}

void HoldsPage::followAll()
{
    if (m_wasShown)
        m_known.readAnew();
    if (isVisible())
        m_soon.start();
}

void HoldsPage::setUser(const User &me)
{
    m_matters->setUser(me);
    m_requests->setUser(me);
    m_pack->setVisible(may(me.role, Deed::PackEvidence));
}

void HoldsPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    m_wasShown = true;
    m_time.start(askedEvery);
    refresh();
}

void HoldsPage::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    m_time.stop();
}

void HoldsPage::refresh()
{
    if (!m_wasShown)
        return;
    m_holds->rows().readAnew();
    lookBeside();
}

void HoldsPage::lookBeside()
{
    m_known.read();
    m_matters->rows().readAnew();
    m_requests->rows().readAnew();
}

void HoldsPage::goOn()
{
    if (!m_wasShown)
        return;
    m_known.read();
    for (PagedModel *rows : {&m_holds->rows(), &m_matters->rows(), &m_requests->rows()})
        rows->goOn();
}

void HoldsPage::showView()
{
    const int view = m_head->choice()->chosen();
    m_views->setCurrentIndex(view == Waiting ? 1 : 0);
    m_matters->setVisible(view != Waiting);
    m_matterLine->setVisible(view != Waiting && m_matters->chosen());
    if (view == Waiting)
        return;
    const Matter *matter = m_matters->chosen();
    const HoldCalls::Filter filter{matter ? std::optional(matter->id) : std::nullopt, view == Standing, std::nullopt};
    m_holds->setFilter(filter);
}

void HoldsPage::showMatter()
{
    const Matter *matter = m_matters->chosen();
    m_place->setEnabled(!m_matters->open().isEmpty());
    m_matterLine->setVisible(matter && m_head->choice()->chosen() != Waiting);
    if (!matter)
        return;
    m_matterWords->setText(matterWords(*matter, m_clock().toLocalTime().date()));
    m_pack->setEnabled(matter->standingHolds > 0);
    m_pack->setToolTip(m_pack->isEnabled()
                           ? tr("One signed file of all that is held for this matter, for a court or whoever asks")
                           : tr("Nothing is held for this matter"));
    m_close->setText(matter->closedAt ? tr("Open again") : tr("Close"));
    m_close->setVisible(matter->id != defaultMatter);
    m_close->setEnabled(matter->closedAt || matter->standingHolds == 0);
    m_close->setToolTip(m_close->isEnabled() ? QString() : tr("Release what is held for it first"));
}

/// What is wrong with what is shown; how many wait stands in the choice.
void HoldsPage::showState()
{
    const int waiting = m_requests->count();
    m_head->choice()->setTitle(Waiting, waiting == 0 ? tr("Waiting for two")
                                                     : tr("Waiting for two (%1)").arg(QLocale().toString(waiting)));
    for (const PagedModel *rows : {&m_holds->rows(), &m_matters->rows(), &m_requests->rows()})
        if (rows->failure())
            return m_state->say(*rows->failure(), rows->readAt());
    m_state->say(QString());
}

void HoldsPage::openPlacing()
{
    const Matter *matter = m_matters->chosen();
    const bool isOpen = matter && !matter->closedAt;
    auto *sheet = new PlaceHoldSheet(m_matters->open(), isOpen ? matter->id : MatterId(), m_known, m_calls.placing,
                                     m_clock, this);
    sheet->setAttribute(Qt::WA_DeleteOnClose);
    connect(sheet, &PlaceHoldSheet::done, this, &HoldsPage::refresh);
    connect(sheet, &QDialog::finished, m_holds, [this] { m_holds->setFocus(); });
    sheet->open();
}

} // namespace Holdfast
