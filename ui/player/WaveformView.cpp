// SPDX-License-Identifier: GPL-3.0-or-later
#include "player/WaveformView.h"

#include "domain/Recording.h"
#include "look/Palettes.h"
#include "look/Spacing.h"
#include "look/Text.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>
#include <array>
#include <cmath>

namespace Holdfast {

namespace {

using std::chrono::milliseconds;
using std::chrono::seconds;

constexpr double rulerHeight = 14;
constexpr double leastLabel = 76;  // pixels between two times on the ruler
constexpr double leastDrag = 4;    // pixels; less is a click
constexpr double markReach = 6;    // pixels from which a mark is meant
constexpr double wheelStep = 120;  // of QWheelEvent::angleDelta
constexpr double panShare = 0.1;   // of what is shown, for a step of the wheel
constexpr double zoomFactor = 0.8; // for a step of the wheel

/// Round steps between the times on a ruler.
constexpr std::array rulerSteps{1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200};

} // namespace

WaveformView::WaveformView(QWidget *parent)
    : QWidget(parent)
{
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    setAccessibleName(tr("Waveform"));
    setAccessibleDescription(tr("Left and right arrow seek by five seconds, with Shift by one. Drag to select a "
                                "stretch; the wheel moves, with Ctrl it zooms."));
}

void WaveformView::setPeaks(const QList<Peaks> &levels)
{
    m_lanes.setPeaks(levels);
    update();
    Q_EMIT shownChanged();
}

void WaveformView::setDuration(milliseconds duration)
{
    if (duration == m_range.duration())
        return;
    m_range.setDuration(duration);
    clearSelection();
    update();
    Q_EMIT shownChanged();
}

void WaveformView::setPosition(milliseconds position)
{
    const bool moved = static_cast<int>(xOf(position)) != static_cast<int>(xOf(m_position));
    const bool wasShown = m_position >= m_range.from() && m_position <= m_range.to();
    m_position = position;
    const VisibleRange before = m_range;
    if (wasShown) // whoever looks elsewhere goes on looking there
        m_range.follow(position);
    if (!moved && before == m_range)
        return;
    update();
    Q_EMIT shownChanged();
}

void WaveformView::setLaneNames(const QStringList &names)
{
    m_laneNames = names;
    update();
}

void WaveformView::setMarks(const QList<WaveformMark> &marks)
{
    m_marks = marks;
    update();
}

void WaveformView::setLoop(const std::optional<TimeSpan> &loop)
{
    m_loop = loop;
    update();
}

void WaveformView::setRange(const VisibleRange &range)
{
    if (m_range == range)
        return;
    m_range = range;
    update();
    Q_EMIT shownChanged();
}

void WaveformView::clearSelection()
{
    if (!m_selection)
        return;
    m_selection.reset();
    update();
    Q_EMIT selectionChanged();
}

void WaveformView::zoom(double factor)
{
    VisibleRange range = m_range;
    range.zoom(factor, std::clamp(m_position, range.from(), range.to()));
    setRange(range);
}

void WaveformView::showAll()
{
    VisibleRange range = m_range;
    range.showAll();
    setRange(range);
}

QSize WaveformView::sizeHint() const
{
    return {400, 84};
}

QSize WaveformView::minimumSizeHint() const
{
    return {120, 72};
}

QRectF WaveformView::soundArea() const
{
    return QRectF(rect()).adjusted(0, 0, 0, -rulerHeight);
}

milliseconds WaveformView::timeAt(double x) const
{
    return m_range.timeAt(std::clamp(x / std::max(1, width()), 0.0, 1.0));
}

double WaveformView::xOf(milliseconds time) const
{
    return m_range.shareOf(time) * width();
}

void WaveformView::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF area = soundArea();
    if (m_loop)
        paintSpan(painter, *m_loop, area, accentColor(palette()));
    if (m_selection)
        paintSpan(painter, *m_selection, area, palette().color(QPalette::Text));
    if (m_lanes.isEmpty()) {
        painter.setPen(QPen(palette().color(QPalette::Mid), 1));
        painter.drawLine(QPointF(0, area.center().y()), QPointF(area.width(), area.center().y()));
    } else {
        const Tones &tones = tonesOf(palette());
        m_lanes.paint(painter, area, m_range, {tones.accent, mixed(tones.muted, tones.raised, 0.45), m_position});
    }
    paintMarks(painter);
    m_lanes.paintNames(painter, area, m_laneNames, palette());
    if (m_range.duration().count() > 0) {
        paintRuler(painter);
        painter.setPen(QPen(accentColor(palette()), 1.5));
        painter.drawLine(QPointF(xOf(m_position), 0), QPointF(xOf(m_position), area.bottom()));
        if (m_hoverX) {
            painter.setPen(QPen(mutedColor(palette()), 1, Qt::DotLine));
            painter.drawLine(QPointF(*m_hoverX, 0), QPointF(*m_hoverX, area.bottom()));
        }
    }
    if (hasFocus()) {
        painter.setPen(QPen(accentColor(palette()), 1));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4);
    }
}

void WaveformView::paintSpan(QPainter &painter, const TimeSpan &span, const QRectF &area, const QColor &color) const
{
    const QRectF stretch(QPointF(xOf(span.from), area.top()), QPointF(xOf(span.to), area.bottom()));
    QColor fill = color;
    fill.setAlphaF(0.13F);
    painter.fillRect(stretch.intersected(area), fill);
    painter.setPen(QPen(color, 1));
    for (const double x : {stretch.left(), stretch.right()})
        painter.drawLine(QPointF(x, area.top()), QPointF(x, area.bottom()));
}

void WaveformView::paintMarks(QPainter &painter) const
{
    constexpr double flag = 7;
    for (const WaveformMark &mark : m_marks) {
        if (mark.end.value_or(mark.start) < m_range.from() || mark.start > m_range.to())
            continue;
        const bool oneLane = mark.channel && *mark.channel < m_lanes.channels();
        const QRectF area = oneLane ? m_lanes.laneOf(*mark.channel, soundArea()) : soundArea();
        const double x = xOf(mark.start);
        if (mark.end) {
            QColor fill = mark.color;
            fill.setAlphaF(0.22F);
            const QRectF stretch(QPointF(x, area.top()), QPointF(std::max(x + 2, xOf(*mark.end)), area.bottom()));
            painter.fillRect(stretch.intersected(area), fill);
            painter.fillRect(QRectF(stretch.left(), area.top(), stretch.width(), 2).intersected(area), mark.color);
        }
        painter.setPen(QPen(mark.color, 1.5));
        painter.drawLine(QPointF(x, area.top()), QPointF(x, area.bottom()));
        painter.setPen(Qt::NoPen);
        painter.setBrush(mark.color);
        painter.drawPolygon(QPolygonF(
            {QPointF(x, area.top()), QPointF(x + flag, area.top() + flag / 2), QPointF(x, area.top() + flag)}));
    }
}

void WaveformView::paintRuler(QPainter &painter) const
{
    const double secondsShown = static_cast<double>(m_range.length().count()) / 1000;
    const double wanted = secondsShown * leastLabel / std::max(1, width());
    const auto step = std::find_if(rulerSteps.begin(), rulerSteps.end(), [&](int each) { return each >= wanted; });
    const int each = step == rulerSteps.end() ? rulerSteps.back() : *step;
    painter.setFont(smallFont());
    painter.setPen(mutedColor(palette()));
    const QRectF line(0, height() - rulerHeight, width(), rulerHeight);
    for (qint64 second = m_range.from().count() / 1000 / each * each; second * 1000 <= m_range.to().count();
         second += each) {
        const double x = xOf(seconds(second));
        if (x < 0)
            continue;
        painter.drawLine(QPointF(x, line.top()), QPointF(x, line.top() + 3));
        const QRectF place(x + 3, line.top(), leastLabel, line.height());
        if (place.left() + leastLabel / 2 < width())
            painter.drawText(place, Qt::AlignLeft | Qt::AlignAbsolute | Qt::AlignVCenter,
                             ltr(durationText(milliseconds(second * 1000))));
    }
}

const WaveformMark *WaveformView::markNear(double x) const
{
    const WaveformMark *nearest = nullptr;
    for (const WaveformMark &mark : m_marks) {
        const double distance = std::abs(xOf(mark.start) - x);
        if (distance <= markReach && (!nearest || distance < std::abs(xOf(nearest->start) - x)))
            nearest = &mark;
    }
    return nearest;
}

void WaveformView::mousePressEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton && m_range.duration().count() > 0)
        m_pressedX = event->position().x();
}

void WaveformView::mouseMoveEvent(QMouseEvent *event)
{
    m_hoverX = event->position().x();
    if (m_pressedX && std::abs(*m_hoverX - *m_pressedX) >= leastDrag) {
        const auto [from, to] = std::minmax(timeAt(*m_pressedX), timeAt(*m_hoverX));
        m_selection = TimeSpan{from, to};
        Q_EMIT selectionChanged();
    }
    if (m_range.duration().count() > 0)
        showHint(event->globalPosition().toPoint(), *m_hoverX);
    update();
}

void WaveformView::showHint(const QPoint &place, double x)
{
    QString hint = ltr(durationText(timeAt(x)));
    if (m_pressedX && m_selection)
        hint = ltr(durationText(m_selection->from) + QStringLiteral(" – ") + durationText(m_selection->to));
    else if (const WaveformMark *mark = markNear(x))
        hint = toolTipText(ltr(durationText(mark->start)) + QLatin1Char('\n') + mark->text);
    QToolTip::showText(place, hint, this);
}

void WaveformView::mouseReleaseEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton || !m_pressedX)
        return;
    const bool isClick = std::abs(event->position().x() - *m_pressedX) < leastDrag;
    const double x = *m_pressedX;
    m_pressedX.reset();
    if (!isClick)
        return;
    clearSelection();
    const WaveformMark *mark = markNear(x);
    Q_EMIT seekRequested(mark ? mark->start : timeAt(x));
}

void WaveformView::mouseDoubleClickEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton)
        showAll();
}

void WaveformView::wheelEvent(QWheelEvent *event)
{
    const QPoint turned = event->angleDelta();
    const double steps = (std::abs(turned.x()) > std::abs(turned.y()) ? turned.x() : turned.y()) / wheelStep;
    VisibleRange range = m_range;
    if (event->modifiers() & Qt::ControlModifier)
        range.zoom(std::pow(zoomFactor, steps), timeAt(event->position().x()));
    else
        range.pan(milliseconds(std::llround(-steps * panShare * static_cast<double>(range.length().count()))));
    setRange(range);
    event->accept();
}

void WaveformView::leaveEvent(QEvent *)
{
    m_hoverX.reset();
    update();
}

void WaveformView::seekBy(milliseconds step)
{
    Q_EMIT seekRequested(std::clamp(m_position + step, milliseconds(0), m_range.duration()));
}

void WaveformView::keyPressEvent(QKeyEvent *event)
{
    const seconds step = event->modifiers() & Qt::ShiftModifier ? seconds(1) : seconds(5);
    if (m_range.duration().count() <= 0)
        QWidget::keyPressEvent(event);
    else if (event->key() == Qt::Key_Left)
        seekBy(-step);
    else if (event->key() == Qt::Key_Right)
        seekBy(step);
    else if (event->key() == Qt::Key_Home)
        Q_EMIT seekRequested(milliseconds(0));
    else if (event->key() == Qt::Key_End)
        Q_EMIT seekRequested(m_range.duration());
    else if (event->key() == Qt::Key_Escape && m_selection)
        clearSelection();
    else
        QWidget::keyPressEvent(event);
}

} // namespace Holdfast
