// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/StoragePage.h"

#include "domain/WhenFinished.h"
#include "lists/ChoiceBar.h"
#include "lists/StateLine.h"
#include "look/Card.h"
#include "look/PageFocus.h"
#include "look/Spacing.h"
#include "look/Text.h"
#include "storage/StorageChart.h"
#include "storage/UsageByCampaign.h"
#include "storage/UsageByPolicy.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QProgressBar>
#include <QScrollArea>
#include <QStackedWidget>
#include <QStyle>
#include <QVBoxLayout>

#include <algorithm>

namespace Holdfast {

namespace {

constexpr std::chrono::minutes askedEvery{1};
constexpr int cardWidth = 860;
constexpr int leastViewHeight = 232;
constexpr double leastShown = 0.1; ///< percent

/// The style sheet's word for how near the quota is.
QString levelWord(StorageLevel level)
{
    switch (level) {
    case StorageLevel::Enough:
        return {};
    case StorageLevel::Short:
        return QStringLiteral("warn");
    case StorageLevel::NearlyFull:
        return QStringLiteral("bad");
    }
    Q_UNREACHABLE();
}

} // namespace

StoragePage::StoragePage(StorageCalls calls, const Clock &clock, QWidget *parent)
    : QWidget(parent)
    , m_calls(calls)
    , m_clock(clock)
    , m_used(new QLabel)
    , m_share(makeMutedLabel())
    , m_bar(new QProgressBar)
    , m_pace(new QLabel)
    , m_state(makeMutedLabel())
    , m_chart(new StorageChart)
    , m_campaigns(new UsageByCampaign(calls, clock))
    , m_policies(new UsageByPolicy(calls, clock))
    , m_choice(new ChoiceBar)
    , m_views(new QStackedWidget)
{
    auto *title = new QLabel(tr("Storage"));
    title->setFont(titleFont());
    auto *parts = new QWidget;
    auto *column = new QVBoxLayout(parts);
    column->setContentsMargins(Space::wide, Space::large, Space::wide, Space::large);
    column->setSpacing(Space::medium);
    column->addWidget(title);
    column->addWidget(usageCard());
    column->addWidget(buildViews({daysCard(), m_campaigns, m_policies}), 1);
    column->addWidget(m_state);
    auto *scroll = new QScrollArea; // where the player takes room, a chart below its least height tells nothing
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setFocusPolicy(Qt::NoFocus); // what is in it has the focus
    scroll->setWidget(parts);
    auto *whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->addWidget(scroll);
    giveFocusTo(this, m_choice);
    m_time.setInterval(askedEvery);
    connect(&m_time, &QTimer::timeout, this, &StoragePage::refresh);
}

QWidget *StoragePage::usageCard()
{
    const auto [frame, column] = makeCard(tr("Used of the quota"), cardWidth);
    m_used->setFont(titleFont());
    m_bar->setTextVisible(false);
    m_bar->setRange(0, 1000);
    m_bar->setAccessibleName(tr("Used of the quota"));
    m_pace->setWordWrap(true);
    auto *line = new QHBoxLayout;
    line->setSpacing(Space::medium);
    line->addWidget(m_used);
    line->addWidget(m_share, 1, Qt::AlignBottom);
    column->addLayout(line);
    column->addWidget(m_bar);
    column->addWidget(m_pace);
    return frame;
}

QWidget *StoragePage::daysCard()
{
    const auto [frame, column] = makeCard(tr("The last thirty days"), cardWidth);
    column->addWidget(m_chart);
    return frame;
}

/// Below how much is used: how it came to that, and what takes it.
QWidget *StoragePage::buildViews(const QList<QWidget *> &views)
{
    m_choice->add(tr("Day by day"));
    m_choice->add(tr("By campaign"));
    m_choice->add(tr("By policy"));
    m_views->setMinimumHeight(leastViewHeight);
    for (QWidget *view : views)
        m_views->addWidget(view);
    auto *part = new QWidget;
    part->setMaximumWidth(cardWidth);
    auto *column = new QVBoxLayout(part);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(Space::medium);
    column->addWidget(m_choice, 0, Qt::AlignLeading);
    column->addWidget(m_views, 1);
    connect(m_choice, &ChoiceBar::chosenChanged, this, [this](int choice) {
        m_views->setCurrentIndex(choice);
        showState();
        if (PagedModel *rows = m_wasShown ? shownRows() : nullptr)
            rows->readAnew();
    });
    for (const PagedModel *rows : {&m_campaigns->rows(), &m_policies->rows()}) {
        connect(rows, &PagedModel::came, this, &StoragePage::showState);
        connect(rows, &PagedModel::failed, this, &StoragePage::showState);
    }
    return part;
}

PagedModel *StoragePage::shownRows() const
{
    if (m_views->currentWidget() == m_campaigns)
        return &m_campaigns->rows();
    return m_views->currentWidget() == m_policies ? &m_policies->rows() : nullptr;
}

void StoragePage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    m_wasShown = true;
    m_time.start();
    readAnew();
}

void StoragePage::readAnew()
{
    if (!m_wasShown)
        return;
    refresh();
    if (PagedModel *rows = shownRows())
        rows->readAnew();
}

void StoragePage::goOn()
{
    if (!m_wasShown)
        return;
    refresh();
    if (PagedModel *rows = shownRows())
        rows->goOn();
}

void StoragePage::showState()
{
    const PagedModel *rows = shownRows();
    const bool isOther = rows && rows->failure() && rows->failure()->kind != FailureKind::Unreachable;
    m_state->setText(isOther ? rows->failure()->message : m_told);
}

void StoragePage::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    m_time.stop();
}

void StoragePage::refresh()
{
    if (std::exchange(m_isAsking, true))
        return;
    whenFinished(m_calls.report(), this, [this](const Result<StorageReport> &report) {
        m_isAsking = false;
        if (report) {
            showReport(*report);
            Q_EMIT reported(*report);
        } else {
            m_told = StateLine::wordsFor(report.error(), m_readAt);
            showState();
        }
    });
}

void StoragePage::showReport(const StorageReport &report)
{
    m_used->setText(sizeText(report.bytes));
    const bool isLittle = report.bytes > 0 && report.quotaPercent < leastShown;
    const QString share = QLocale().toString(isLittle ? leastShown : report.quotaPercent, 'f', 1);
    m_share->setText((isLittle ? tr("of %1 (less than %2 %), %n recording(s)", nullptr, static_cast<int>(report.files))
                               : tr("of %1 (%2 %), %n recording(s)", nullptr, static_cast<int>(report.files)))
                         .arg(sizeText(report.quotaBytes), share));
    m_bar->setValue(static_cast<int>(std::clamp(report.quotaPercent, 0.0, 100.0) * 10));
    m_bar->setProperty("level", levelWord(storageLevel(report.quotaPercent)));
    m_bar->style()->unpolish(m_bar); // a style sheet looks at properties only then
    m_bar->style()->polish(m_bar);
    showPace(report);
    m_chart->setHistory(report.history, report.quotaBytes);
    m_readAt = m_clock();
    m_told = tr("As of %1.").arg(QLocale().toString(m_readAt.toLocalTime().time(), QLocale::ShortFormat));
    showState();
}

/// What the disk says to it where it has less room than the quota leaves.
QString StoragePage::diskWords(const StorageReport &report)
{
    const std::optional<qint64> room = report.diskRoomBytes;
    if (!room || *room == 0 || *room >= report.quotaBytes - report.bytes)
        return {};
    return tr("The server's disk has room for %1 more, which is less than the quota leaves.").arg(sizeText(*room));
}

void StoragePage::showPace(const StorageReport &report)
{
    const QString pace = paceWords(report);
    m_pace->setText(QStringList{pace, diskWords(report)}.join(u' ').trimmed());
}

QString StoragePage::paceWords(const StorageReport &report)
{
    if (report.quotaPercent >= 100)
        return tr("It is full: new recordings wait on the agents' computers until there is room.");
    if (report.diskRoomBytes && *report.diskRoomBytes == 0)
        return tr(
            "The server's disk is nearly full: new recordings wait on the agents' computers until there is room.");
    if (report.daysUntilFull && report.fullOn)
        return tr("At the pace of these days it is full on %1, in %n day(s).", nullptr,
                  static_cast<int>(*report.daysUntilFull))
            .arg(QLocale().toString(*report.fullOn, QLocale::LongFormat));
    if (report.history.size() < 2)
        return tr("A day must pass before there is a pace to tell when it is full.");
    return tr("At the pace of these days it does not fill up.");
}

} // namespace Holdfast
