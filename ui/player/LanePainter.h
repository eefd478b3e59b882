// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "media/Peaks.h"
#include "player/VisibleRange.h"

#include <QColor>
#include <QList>
#include <QRectF>
#include <QStringList>

QT_FORWARD_DECLARE_CLASS(QPainter)
QT_FORWARD_DECLARE_CLASS(QPalette)

namespace Holdfast {

/// The sound of a recording at several zooms, and how to draw a part of it: one lane for each channel, in bars. What a
/// picture costs depends on its width and not on the recording's length.
class LanePainter
{
public:
    void setPeaks(const QList<Peaks> &levels); ///< of one recording, in any order; none: not known yet
    bool isEmpty() const { return m_levels.isEmpty(); }
    int channels() const { return m_levels.isEmpty() ? 0 : static_cast<int>(m_levels.constFirst().channels.size()); }
    QRectF laneOf(int channel, const QRectF &area) const;

    /// Opaque: what has to be mixed with the ground is handed to Qt's threads, bar by bar.
    struct Ink
    {
        QColor played;
        QColor unplayed;
        std::chrono::milliseconds playedTo{0};
    };
    void paint(QPainter &painter, const QRectF &area, const VisibleRange &range, const Ink &ink) const;
    /// From above; where there are as many lanes and more than one. On a ground of their own, so that they can be read
    /// over loud sound.
    void paintNames(QPainter &painter, const QRectF &area, const QStringList &names, const QPalette &palette) const;

private:
    const Peaks &levelFor(double bucketsWanted, const VisibleRange &range) const;
    void paintLane(QPainter &painter, const QList<Peak> &lane, const QRectF &area, const VisibleRange &range,
                   const Ink &ink) const;

    QList<Peaks> m_levels; ///< coarsest first
    double m_magnification = 1;
};

} // namespace Holdfast
