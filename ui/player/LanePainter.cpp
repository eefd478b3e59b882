// SPDX-License-Identifier: GPL-3.0-or-later
#include "player/LanePainter.h"

#include "look/Spacing.h"
#include "look/Text.h"

#include <QPainter>

#include <algorithm>

namespace Holdfast {

namespace {

constexpr double barWidth = 2;
constexpr double barStep = 3;
constexpr double fullScale = 127;
constexpr double mostMagnified = 5; // quiet calls are drawn larger, but silence does not become a storm

qsizetype bucketsOf(const Peaks &peaks)
{
    return peaks.channels.isEmpty() ? 0 : peaks.channels.constFirst().size();
}

/// How many times larger than life the sound is drawn, so that its loudest moment fills the lane.
double magnification(const Peaks &peaks)
{
    int loudest = 1;
    for (const QList<Peak> &lane : peaks.channels)
        for (const Peak &peak : lane)
            loudest = std::max({loudest, static_cast<int>(peak.high), -static_cast<int>(peak.low)});
    return std::min(mostMagnified, fullScale / loudest);
}

Peak extremes(const QList<Peak> &lane, qsizetype first, qsizetype last)
{
    int low = 0;
    int high = 0;
    for (qsizetype bucket = std::max<qsizetype>(first, 0); bucket < std::min(last, lane.size()); ++bucket) {
        low = std::min<int>(low, lane.at(bucket).low);
        high = std::max<int>(high, lane.at(bucket).high);
    }
    return {static_cast<qint8>(low), static_cast<qint8>(high)};
}

} // namespace

void LanePainter::setPeaks(const QList<Peaks> &levels)
{
    m_levels.clear();
    for (const Peaks &level : levels)
        if (bucketsOf(level) > 0)
            m_levels.append(level);
    std::sort(m_levels.begin(), m_levels.end(),
              [](const Peaks &a, const Peaks &b) { return bucketsOf(a) < bucketsOf(b); });
    m_magnification = m_levels.isEmpty() ? 1 : magnification(m_levels.constFirst());
}

QRectF LanePainter::laneOf(int channel, const QRectF &area) const
{
    const double lanes = std::max(1, channels());
    const double height = (area.height() - Space::hair * (lanes - 1)) / lanes;
    return {area.x(), area.y() + channel * (height + Space::hair), area.width(), height};
}

const Peaks &LanePainter::levelFor(double bucketsWanted, const VisibleRange &range) const
{
    const double shown = range.duration().count() > 0 ? static_cast<double>(range.length().count()) /
                                                            static_cast<double>(range.duration().count())
                                                      : 1;
    for (const Peaks &level : m_levels)
        if (static_cast<double>(bucketsOf(level)) * shown >= bucketsWanted)
            return level;
    return m_levels.constLast();
}

void LanePainter::paint(QPainter &painter, const QRectF &area, const VisibleRange &range, const Ink &ink) const
{
    if (m_levels.isEmpty() || range.duration().count() <= 0)
        return;
    const Peaks &level = levelFor(area.width() / barStep, range);
    // Bars on whole pixels are crisp without it, and cost a tenth.
    const bool smooth = painter.testRenderHint(QPainter::Antialiasing);
    painter.setRenderHint(QPainter::Antialiasing, false);
    for (qsizetype channel = 0; channel < level.channels.size(); ++channel)
        paintLane(painter, level.channels.at(channel), laneOf(static_cast<int>(channel), area), range, ink);
    painter.setRenderHint(QPainter::Antialiasing, smooth);
}

void LanePainter::paintLane(QPainter &painter, const QList<Peak> &lane, const QRectF &area, const VisibleRange &range,
                            const Ink &ink) const
{
    const double middle = area.center().y();
    const double scale = m_magnification / fullScale * area.height() / 2;
    const auto duration = static_cast<double>(range.duration().count());
    const double first = static_cast<double>(range.from().count()) / duration * static_cast<double>(lane.size());
    const double perPixel =
        static_cast<double>(range.length().count()) / duration * static_cast<double>(lane.size()) / area.width();
    const double playedTo = range.shareOf(ink.playedTo) * area.width();
    QList<QRectF> played;
    QList<QRectF> unplayed;
    for (double x = 0; x < area.width(); x += barStep) {
        const auto from = static_cast<qsizetype>(first + x * perPixel);
        const auto to = std::max(from + 1, static_cast<qsizetype>(first + (x + barStep) * perPixel));
        const Peak peak = extremes(lane, from, to);
        const double top = middle - std::max(0.75, peak.high * scale);
        const double bottom = middle + std::max(0.75, -peak.low * scale);
        (x < playedTo ? played : unplayed).append(QRectF(area.x() + x, top, barWidth, bottom - top));
    }
    painter.setPen(Qt::NoPen);
    painter.setBrush(ink.played);
    painter.drawRects(played);
    painter.setBrush(ink.unplayed);
    painter.drawRects(unplayed);
}

void LanePainter::paintNames(QPainter &painter, const QRectF &area, const QStringList &names,
                             const QPalette &palette) const
{
    if (names.size() < 2 || names.size() != channels())
        return;
    painter.setFont(smallFont());
    const QFontMetricsF metrics(smallFont());
    QColor ground = palette.color(QPalette::Window);
    ground.setAlphaF(0.8F);
    for (int lane = 0; lane < channels(); ++lane) {
        const QString &name = names.at(lane);
        const QSizeF size(metrics.horizontalAdvance(name) + 2 * Space::hair, metrics.height());
        const QRectF place(laneOf(lane, area).topLeft(), size);
        painter.setPen(Qt::NoPen);
        painter.setBrush(ground);
        painter.drawRoundedRect(place, 2, 2);
        painter.setPen(mutedColor(palette));
        painter.drawText(place, Qt::AlignCenter, name);
    }
}

} // namespace Holdfast
