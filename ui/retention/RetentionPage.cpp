// SPDX-License-Identifier: GPL-3.0-or-later
#include "retention/RetentionPage.h"

#include "domain/Deed.h"
#include "domain/WhenFinished.h"
#include "lists/ChoiceBar.h"
#include "lists/PageHead.h"
#include "lists/StateLine.h"
#include "look/PageFocus.h"
#include "look/Spacing.h"
#include "retention/DueView.h"
#include "retention/PoliciesView.h"
#include "retention/SweepWords.h"
#include "retention/SweepsView.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace Holdfast {

namespace {

constexpr std::chrono::minutes askedEvery{1};
constexpr std::chrono::seconds askedWhileUnderWay{2};
constexpr std::chrono::seconds askedAfterChange{1};

} // namespace

RetentionPage::RetentionPage(PolicyCalls policies, SweepCalls sweeps, RecordingSearchCalls names, const Clock &clock,
                             QWidget *parent)
    : QWidget(parent)
    , m_sweepCalls(sweeps)
    , m_names(names)
    , m_policies(new PoliciesView(policies, m_names, clock))
    , m_due(new DueView(sweeps, clock))
    , m_sweeps(new SweepsView(sweeps, clock))
    , m_head(new PageHead(tr("Retention"), {tr("Policies"), tr("Due soon"), tr("Sweeps")}))
    , m_views(new QStackedWidget)
    , m_state(new StateLine)
    , m_warning(buildWarning())
{
    for (QWidget *view : std::initializer_list<QWidget *>{m_policies, m_due, m_sweeps})
        m_views->addWidget(view);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(Space::wide, Space::large, Space::wide, Space::large);
    column->setSpacing(Space::medium);
    column->addWidget(m_head);
    column->addWidget(m_warning);
    column->addWidget(m_state);
    column->addWidget(m_views, 1);
    giveFocusTo(this, m_head->choice());
    connectParts();
}

QFrame *RetentionPage::buildWarning()
{
    auto *frame = new QFrame;
    frame->setProperty("banner", QStringLiteral("warn"));
    m_warningWords = new QLabel;
    m_warningWords->setWordWrap(true);
    m_warningWords->setTextFormat(Qt::PlainText);
    m_warningWords->setMinimumWidth(1);
    m_decide = new QPushButton(tr("Decide…"));
    auto *line = new QHBoxLayout(frame);
    line->setContentsMargins(Space::medium, Space::small, Space::medium, Space::small);
    line->addWidget(m_warningWords, 1);
    line->addWidget(m_decide);
    frame->hide();
    return frame;
}

void RetentionPage::connectParts()
{
    connect(m_head->choice(), &ChoiceBar::chosenChanged, this, [this](int choice) {
        m_views->setCurrentIndex(choice);
        showState();
        readShown();
    });
    for (PagedModel *rows : {&m_policies->rows(), &m_due->rows(), &m_sweeps->rows()}) {
        connect(rows, &PagedModel::came, this, &RetentionPage::showState);
        connect(rows, &PagedModel::failed, this, &RetentionPage::showState);
    }
    connect(&m_sweeps->rows(), &PagedModel::came, this, &RetentionPage::pace);
    connect(m_sweeps, &SweepsView::acted, this, &RetentionPage::refresh);
    connect(m_sweeps, &SweepsView::problem, m_state, qOverload<const QString &>(&StateLine::say));
    connect(m_head, &PageHead::refreshAsked, this, &RetentionPage::refresh);
    connect(m_decide, &QPushButton::clicked, this, [this] {
        if (m_status && m_status->last)
            m_sweeps->openDecision(*m_status->last);
    });
    connect(&m_time, &QTimer::timeout, this, &RetentionPage::readCalmly);
    m_soon.setSingleShot(true);
    m_soon.setInterval(askedAfterChange);
    connect(&m_soon, &QTimer::timeout, this, &RetentionPage::readCalmly);
}

void RetentionPage::readCalmly()
{
    watchSweeps();
    if (!shownRows().isBeyondFirstPage()) // who has gone far down goes on reading there
        readShown();
}

void RetentionPage::follow(const QList<FeedChange> &changes)
{
    using Kind = FeedChange::Kind;
    if (m_wasShown && tellOf(changes, {Kind::Campaign, Kind::User}))
        m_names.readAnew();
    if (isVisible() && !m_soon.isActive() && tellOf(changes, {Kind::Policy, Kind::Recording, Kind::Hold}))
        m_soon.start();
}

void RetentionPage::followAll()
{
    if (m_wasShown)
        m_names.readAnew();
    if (isVisible())
        m_soon.start();
}

PagedModel &RetentionPage::shownRows() const
{
    if (m_views->currentWidget() == m_policies)
        return m_policies->rows();
    return m_views->currentWidget() == m_due ? m_due->rows() : m_sweeps->rows();
}

void RetentionPage::setRole(Role role)
{
    m_role = role;
    m_sweeps->setRole(role);
    showWarning();
}

void RetentionPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    m_wasShown = true;
    m_time.start(askedEvery);
    refresh();
}

void RetentionPage::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    m_time.stop();
}

void RetentionPage::refresh()
{
    if (!m_wasShown)
        return;
    m_names.read();
    watchSweeps();
    readShown();
}

void RetentionPage::goOn()
{
    if (!m_wasShown)
        return;
    m_names.read();
    watchSweeps();
    shownRows().goOn();
}

void RetentionPage::readShown()
{
    if (m_wasShown)
        shownRows().readAnew();
}

void RetentionPage::watchSweeps()
{
    if (std::exchange(m_isAsking, true))
        return;
    whenFinished(m_sweepCalls.status(), this, [this](const Result<SweepStatus> &status) {
        m_isAsking = false;
        if (status)
            showStatus(*status);
    });
}

void RetentionPage::showStatus(const SweepStatus &status)
{
    m_status = status;
    m_sweeps->setStatus(status);
    showWarning();
    pace();
    const QString words = sweepWarningWords(status);
    if (std::exchange(m_warned, words) != words)
        Q_EMIT warned(words);
}

void RetentionPage::showWarning()
{
    const QString words = m_status ? sweepWarningWords(*m_status) : QString();
    m_warningWords->setText(words);
    m_warning->setVisible(!words.isEmpty());
    const bool waits = m_status && m_status->last && m_status->last->state == SweepState::Waiting;
    m_decide->setVisible(waits && may(m_role, Deed::DecideSweep));
}

/// While a sweep goes on, its figures do, too.
void RetentionPage::pace()
{
    if (!m_time.isActive())
        return;
    const bool lastRuns =
        m_status && m_status->last && m_status->last->isUnderWay() && m_status->last->state != SweepState::Waiting;
    const std::chrono::milliseconds wanted =
        lastRuns || m_sweeps->isUnderWay() ? std::chrono::milliseconds(askedWhileUnderWay) : askedEvery;
    if (m_time.intervalAsDuration() != wanted)
        m_time.start(wanted);
}

void RetentionPage::showState()
{
    const PagedModel &rows = shownRows();
    if (rows.failure())
        m_state->say(*rows.failure(), rows.readAt());
    else
        m_state->say(QString());
}

} // namespace Holdfast
