// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "player/LanePainter.h"
#include "player/WaveformMark.h"

#include <QWidget>

#include <optional>

namespace Holdfast {

/// The sound of a recording, one lane for each channel, with what was played in the accent colour, its annotations, the
/// loop and a ruler. A click seeks, a drag selects a stretch; the wheel pans, with Ctrl it zooms where the pointer is;
/// the arrow keys seek: 5 s, with Shift 1 s. Time runs from left to right in every language.
class WaveformView : public QWidget
{
    Q_OBJECT
public:
    explicit WaveformView(QWidget *parent = nullptr);

    void setPeaks(const QList<Peaks> &levels); ///< none: not known yet
    void setDuration(std::chrono::milliseconds duration);
    void setPosition(std::chrono::milliseconds position); ///< turns the page where it leaves what is shown
    void setLaneNames(const QStringList &names); ///< from above; shown where there are as many lanes and more than one
    void setMarks(const QList<WaveformMark> &marks);
    void setLoop(const std::optional<TimeSpan> &loop);
    void setRange(const VisibleRange &range);

    const VisibleRange &range() const { return m_range; }
    const LanePainter &lanes() const { return m_lanes; }
    std::chrono::milliseconds position() const { return m_position; }
    std::optional<TimeSpan> selection() const { return m_selection; }
    void clearSelection();
    void zoom(double factor); ///< under 1 shows less, around what is heard
    void showAll();

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void seekRequested(std::chrono::milliseconds position);
    void shownChanged();
    void selectionChanged();

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    QRectF soundArea() const;
    void paintSpan(QPainter &painter, const TimeSpan &span, const QRectF &area, const QColor &color) const;
    void paintMarks(QPainter &painter) const;
    void paintRuler(QPainter &painter) const;
    std::chrono::milliseconds timeAt(double x) const;
    double xOf(std::chrono::milliseconds time) const;
    const WaveformMark *markNear(double x) const;
    void seekBy(std::chrono::milliseconds step);
    void showHint(const QPoint &place, double x);

    LanePainter m_lanes;
    VisibleRange m_range;
    QStringList m_laneNames;
    std::chrono::milliseconds m_position{0};
    QList<WaveformMark> m_marks;
    std::optional<TimeSpan> m_loop;
    std::optional<TimeSpan> m_selection;
    std::optional<double> m_pressedX;
    std::optional<double> m_hoverX;
};

} // namespace Holdfast
