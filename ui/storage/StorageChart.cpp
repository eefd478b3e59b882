// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/StorageChart.h"

#include "look/Palettes.h"
#include "look/Text.h"

#include <QAreaSeries>
#include <QChart>
#include <QChartView>
#include <QDateTimeAxis>
#include <QEvent>
#include <QGraphicsLayout>
#include <QLineSeries>
#include <QLocale>
#include <QToolTip>
#include <QVBoxLayout>
#include <QValueAxis>

#include <algorithm>
#include <array>

namespace Holdfast {

namespace {

constexpr int leastChartHeight = 144;
constexpr int mostChartHeight = 320;
constexpr int dayMarks = 6;
constexpr int sizeMarks = 5;
constexpr double headroom = 1.15;    ///< above the highest day
constexpr double quotaInSight = 0.5; ///< share of the quota from which its line is drawn

qreal atNoon(const QDate &day) // in the axis' own time, so that no zone moves it to the day before
{
    return static_cast<qreal>(QDateTime(day, QTime(12, 0)).toMSecsSinceEpoch());
}

/// The unit in which the axis counts: bytes, and its name.
std::pair<double, QString> unitFor(double bytes)
{
    const std::array<const char *, 4> names{"kB", "MB", "GB", "TB"};
    double unit = 1024;
    size_t at = 0;
    for (; at + 1 < names.size() && bytes >= unit * 1024; ++at)
        unit *= 1024;
    return {unit, QString::fromLatin1(names[at])};
}

} // namespace

StorageChart::StorageChart(QWidget *parent)
    : QWidget(parent)
    , m_chart(new QChart)
{
    auto *view = new QChartView(m_chart);
    view->setRenderHint(QPainter::Antialiasing);
    view->setFrameShape(QFrame::NoFrame);
    view->setBackgroundBrush(Qt::NoBrush);
    view->setStyleSheet(QStringLiteral("background: transparent;")); // it stands on a card
    view->setFocusPolicy(Qt::NoFocus);                               // the words are this widget's
    view->viewport()->setFocusPolicy(Qt::NoFocus);
    view->setMinimumHeight(leastChartHeight);
    view->setMaximumHeight(mostChartHeight);
    m_chart->setBackgroundVisible(false);
    m_chart->setMargins({});
    m_chart->layout()->setContentsMargins(0, 0, 0, 0);
    m_chart->legend()->hide();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(view);
    setFocusPolicy(Qt::TabFocus);
    clear();
}

void StorageChart::setHistory(const QList<StorageUsage> &history, qint64 quotaBytes)
{
    m_history = history;
    m_quotaBytes = quotaBytes;
    draw();
    describe();
}

void StorageChart::clear()
{
    setHistory({}, 0);
}

void StorageChart::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::LanguageChange)
        draw();
}

void StorageChart::draw()
{
    m_chart->removeAllSeries();
    const QList<QAbstractAxis *> old = m_chart->axes();
    for (QAbstractAxis *axis : old) {
        m_chart->removeAxis(axis);
        delete axis;
    }
    if (m_history.isEmpty())
        return;
    const Tones &tones = tonesOf(palette());
    const auto most =
        static_cast<double>(std::ranges::max_element(m_history, {}, &StorageUsage::totalBytes)->totalBytes);
    const bool showsQuota = m_quotaBytes > 0 && most >= static_cast<double>(m_quotaBytes) * quotaInSight;
    const double top =
        std::max({most * headroom, showsQuota ? static_cast<double>(m_quotaBytes) * headroom : 0.0, 1024.0});
    const auto [unit, unitName] = unitFor(top);

    auto *line = new QLineSeries;
    for (auto day = m_history.crbegin(); day != m_history.crend(); ++day)
        line->append(atNoon(day->date), static_cast<double>(day->totalBytes) / unit);
    auto *area = new QAreaSeries(line);
    line->setParent(area);
    QColor ground = tones.accent;
    ground.setAlphaF(0.18F);
    area->setBrush(ground);
    area->setPen(Qt::NoPen);
    m_chart->addSeries(area);
    auto *edge = new QLineSeries;
    edge->append(line->points());
    edge->setPen(QPen(tones.accent, 2));
    m_chart->addSeries(edge);

    auto *days = new QDateTimeAxis;
    //: A day on the axis of a chart; see QDateTime::toString
    days->setFormat(tr("d MMM"));
    const QDate last = m_history.constFirst().date;
    const QDate first = std::min(m_history.constLast().date, last.addDays(-1));
    days->setRange(QDateTime(first, QTime(12, 0)), QDateTime(last, QTime(12, 0)));
    days->setTickCount(static_cast<int>(std::min<qint64>(dayMarks, first.daysTo(last) + 1)));
    auto *sizes = new QValueAxis;
    sizes->setRange(0, top / unit);
    sizes->setTickCount(sizeMarks);
    sizes->setLabelFormat((top / unit < 10 ? QStringLiteral("%.1f ") : QStringLiteral("%.0f ")) + unitName);
    sizes->applyNiceNumbers();
    for (QAbstractAxis *axis : std::initializer_list<QAbstractAxis *>{days, sizes}) {
        axis->setLabelsColor(tones.muted);
        axis->setLabelsFont(smallFont());
        axis->setGridLineColor(tones.line);
        axis->setLinePen(Qt::NoPen);
    }
    days->setGridLineVisible(false);
    m_chart->addAxis(days, Qt::AlignBottom);
    m_chart->addAxis(sizes, Qt::AlignLeft);
    for (QAbstractSeries *series : std::initializer_list<QAbstractSeries *>{area, edge}) {
        series->attachAxis(days);
        series->attachAxis(sizes);
    }
    if (showsQuota) {
        auto *quota = new QLineSeries;
        quota->append(atNoon(first), static_cast<double>(m_quotaBytes) / unit);
        quota->append(atNoon(last), static_cast<double>(m_quotaBytes) / unit);
        quota->setPen(QPen(tones.bad, 1, Qt::DashLine));
        m_chart->addSeries(quota);
        quota->attachAxis(days);
        quota->attachAxis(sizes);
    }
    connect(area, &QAreaSeries::hovered, this, [this](const QPointF &point, bool isOn) {
        const QDate day = QDateTime::fromMSecsSinceEpoch(static_cast<qint64>(point.x())).date();
        const auto found = std::ranges::find(m_history, day, &StorageUsage::date);
        if (isOn && found != m_history.cend())
            QToolTip::showText(QCursor::pos(),
                               tr("%1: %2 in %n recording(s)", nullptr, static_cast<int>(found->totalFiles))
                                   .arg(QLocale().toString(day, QLocale::ShortFormat), sizeText(found->totalBytes)),
                               this);
        else
            QToolTip::hideText();
    });
}

void StorageChart::describe()
{
    setAccessibleName(tr("Room taken, day by day"));
    if (m_history.isEmpty())
        return setAccessibleDescription({});
    const StorageUsage &last = m_history.constFirst();
    const StorageUsage &first = m_history.constLast();
    const auto day = [](const QDate &date) { return QLocale().toString(date, QLocale::ShortFormat); };
    setAccessibleDescription(
        tr("%1 on %2, %3 on %4")
            .arg(sizeText(first.totalBytes), day(first.date), sizeText(last.totalBytes), day(last.date)));
}

} // namespace Holdfast
