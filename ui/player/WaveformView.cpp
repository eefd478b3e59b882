// SPDX-License-Identifier: GPL-3.0-or-later
#include "player/WaveformView.h"

#include "domain/Recording.h"
#include "look/Spacing.h"
#include "look/Text.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>

namespace Holdfast {

namespace {

constexpr double barWidth = 2;
constexpr double barStep = 3;
constexpr double fullScale = 127;
constexpr double mostMagnified = 5; // quiet calls are drawn larger, but silence does not become a storm

/// How many times larger than life the sound is drawn, so that its loudest moment fills the lane.
double magnification(const Peaks &peaks)
{
    int loudest = 1;
    for (const QList<Peak> &lane : peaks.channels)
        for (const Peak &peak : lane)
            loudest = std::max({loudest, static_cast<int>(peak.high), -static_cast<int>(peak.low)});
    return std::min(mostMagnified, fullScale / loudest);
}

} // namespace

WaveformView::WaveformView(QWidget *parent)
    : QWidget(parent)
{
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setAccessibleName(tr("Waveform"));
    setAccessibleDescription(tr("Left and right arrow seek by five seconds, with Shift by one."));
}

void WaveformView::setPeaks(std::optional<Peaks> peaks)
{
    m_peaks = std::move(peaks);
    m_magnification = m_peaks ? magnification(*m_peaks) : 1;
    update();
}

void WaveformView::setDuration(std::chrono::milliseconds duration)
{
    m_duration = duration;
    update();
}

void WaveformView::setPosition(std::chrono::milliseconds position)
{
    if (static_cast<int>(xOf(position)) == static_cast<int>(xOf(m_position))) {
        m_position = position;
        return;
    }
    m_position = position;
    update();
}

QSize WaveformView::sizeHint() const
{
    return {400, 56};
}

QSize WaveformView::minimumSizeHint() const
{
    return {120, 56};
}

std::chrono::milliseconds WaveformView::timeAt(double x) const
{
    const double share = std::clamp(x / std::max(1, width()), 0.0, 1.0);
    return std::chrono::milliseconds(static_cast<qint64>(share * static_cast<double>(m_duration.count())));
}

double WaveformView::xOf(std::chrono::milliseconds time) const
{
    if (m_duration.count() <= 0)
        return 0;
    return std::clamp(static_cast<double>(time.count()) / static_cast<double>(m_duration.count()), 0.0, 1.0) * width();
}

void WaveformView::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF area = rect();
    if (m_peaks && !m_peaks->channels.isEmpty()) {
        const auto lanes = static_cast<double>(m_peaks->channels.size());
        const double gap = Space::hair;
        const double laneHeight = (area.height() - gap * (lanes - 1)) / lanes;
        for (qsizetype lane = 0; lane < m_peaks->channels.size(); ++lane)
            paintLane(painter, m_peaks->channels.at(lane),
                      QRectF(0, static_cast<double>(lane) * (laneHeight + gap), area.width(), laneHeight));
    } else {
        painter.setPen(QPen(palette().color(QPalette::Mid), 1));
        painter.drawLine(QPointF(0, area.center().y()), QPointF(area.width(), area.center().y()));
    }
    if (m_duration.count() > 0) {
        painter.setPen(QPen(accentColor(palette()), 1.5));
        painter.drawLine(QPointF(xOf(m_position), 0), QPointF(xOf(m_position), area.height()));
        if (m_hoverX) {
            painter.setPen(QPen(mutedColor(palette()), 1, Qt::DotLine));
            painter.drawLine(QPointF(*m_hoverX, 0), QPointF(*m_hoverX, area.height()));
        }
    }
    if (hasFocus()) {
        painter.setPen(QPen(accentColor(palette()), 1));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(area.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4);
    }
}

void WaveformView::paintLane(QPainter &painter, const QList<Peak> &lane, const QRectF &area) const
{
    if (lane.isEmpty())
        return;
    painter.setPen(Qt::NoPen);
    const QColor played = accentColor(palette());
    QColor unplayed = mutedColor(palette());
    unplayed.setAlphaF(0.55F);
    const double middle = area.center().y();
    const double playedTo = xOf(m_position);
    const auto buckets = static_cast<double>(lane.size());
    for (double x = 0; x < area.width(); x += barStep) {
        const auto first = static_cast<qsizetype>(x / area.width() * buckets);
        const auto last = std::max(first + 1, static_cast<qsizetype>((x + barStep) / area.width() * buckets));
        int low = 0;
        int high = 0;
        for (qsizetype bucket = first; bucket < std::min(last, lane.size()); ++bucket) {
            low = std::min<int>(low, lane.at(bucket).low);
            high = std::max<int>(high, lane.at(bucket).high);
        }
        const double top = middle - std::max(0.75, high * m_magnification / fullScale * area.height() / 2);
        const double bottom = middle + std::max(0.75, -low * m_magnification / fullScale * area.height() / 2);
        painter.setBrush(x < playedTo ? played : unplayed);
        painter.drawRoundedRect(QRectF(x, top, barWidth, bottom - top), 1, 1);
    }
}

void WaveformView::mousePressEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton && m_duration.count() > 0)
        Q_EMIT seekRequested(timeAt(event->position().x()));
}

void WaveformView::mouseMoveEvent(QMouseEvent *event)
{
    m_hoverX = event->position().x();
    if (m_duration.count() > 0) {
        if (event->buttons() & Qt::LeftButton)
            Q_EMIT seekRequested(timeAt(*m_hoverX));
        QToolTip::showText(event->globalPosition().toPoint(), ltr(durationText(timeAt(*m_hoverX))), this);
    }
    update();
}

void WaveformView::leaveEvent(QEvent *)
{
    m_hoverX.reset();
    update();
}

void WaveformView::seekBy(std::chrono::milliseconds step)
{
    Q_EMIT seekRequested(std::clamp(m_position + step, std::chrono::milliseconds(0), m_duration));
}

void WaveformView::keyPressEvent(QKeyEvent *event)
{
    using std::chrono::seconds;
    const seconds step = event->modifiers() & Qt::ShiftModifier ? seconds(1) : seconds(5);
    if (m_duration.count() <= 0)
        QWidget::keyPressEvent(event);
    else if (event->key() == Qt::Key_Left)
        seekBy(-step);
    else if (event->key() == Qt::Key_Right)
        seekBy(step);
    else if (event->key() == Qt::Key_Home)
        Q_EMIT seekRequested(std::chrono::milliseconds(0));
    else if (event->key() == Qt::Key_End)
        Q_EMIT seekRequested(m_duration);
    else
        QWidget::keyPressEvent(event);
}

} // namespace Holdfast
