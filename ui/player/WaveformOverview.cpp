// SPDX-License-Identifier: GPL-3.0-or-later
#include "player/WaveformOverview.h"

#include "look/Palettes.h"
#include "look/Text.h"
#include "player/WaveformView.h"

#include <QMouseEvent>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace Holdfast {

namespace {

constexpr double leastDrag = 4; // pixels; less is a click

} // namespace

WaveformOverview::WaveformOverview(WaveformView &waveform, QWidget *parent)
    : QWidget(parent)
    , m_waveform(waveform)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setAccessibleName(tr("Overview"));
    setToolTip(tr("Drag to zoom into that part; double-click the waveform to see all of it"));
    connect(&waveform, &WaveformView::shownChanged, this, qOverload<>(&QWidget::update));
}

QSize WaveformOverview::sizeHint() const
{
    return {400, 18};
}

void WaveformOverview::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    VisibleRange whole = m_waveform.range();
    const VisibleRange shown = whole;
    whole.showAll();
    const Tones &tones = tonesOf(palette());
    m_waveform.lanes().paint(painter, rect(), whole,
                             {tones.accent, mixed(tones.muted, tones.raised, 0.6), m_waveform.position()});
    if (shown.isWhole())
        return;
    const QRectF frame(QPointF(whole.shareOf(shown.from()) * width(), 0.5),
                       QPointF(whole.shareOf(shown.to()) * width(), height() - 0.5));
    QColor fill = accentColor(palette());
    painter.setPen(QPen(fill, 1));
    fill.setAlphaF(0.18F);
    painter.setBrush(fill);
    painter.drawRoundedRect(frame, 3, 3);
}

void WaveformOverview::mousePressEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton)
        m_pressedX = event->position().x();
}

void WaveformOverview::mouseMoveEvent(QMouseEvent *event)
{
    if (!m_pressedX || std::abs(event->position().x() - *m_pressedX) < leastDrag)
        return;
    VisibleRange whole = m_waveform.range();
    whole.showAll();
    const auto [from, to] = std::minmax(*m_pressedX / width(), event->position().x() / width());
    VisibleRange range = whole;
    range.show(whole.timeAt(std::clamp(from, 0.0, 1.0)), whole.timeAt(std::clamp(to, 0.0, 1.0)));
    m_waveform.setRange(range);
}

void WaveformOverview::mouseReleaseEvent(QMouseEvent *event)
{
    if (!m_pressedX)
        return;
    const bool isClick = std::abs(event->position().x() - *m_pressedX) < leastDrag;
    const double share = std::clamp(*m_pressedX / width(), 0.0, 1.0);
    m_pressedX.reset();
    if (!isClick)
        return;
    VisibleRange whole = m_waveform.range();
    whole.showAll();
    VisibleRange range = m_waveform.range();
    range.pan(whole.timeAt(share) - range.from() - range.length() / 2);
    m_waveform.setRange(range);
}

} // namespace Holdfast
