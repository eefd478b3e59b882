// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "media/Peaks.h"

#include <QWidget>

#include <chrono>
#include <optional>

namespace Holdfast {

/// The sound of a recording as bars, one lane for each channel, with what was played in the accent colour. A click or a
/// drag seeks, and so do the arrow keys: 5 s, with Shift 1 s.
class WaveformView : public QWidget
{
    Q_OBJECT
public:
    explicit WaveformView(QWidget *parent = nullptr);

    void setPeaks(std::optional<Peaks> peaks); ///< none: not known yet
    void setDuration(std::chrono::milliseconds duration);
    void setPosition(std::chrono::milliseconds position);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void seekRequested(std::chrono::milliseconds position);

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void paintLane(QPainter &painter, const QList<Peak> &lane, const QRectF &area) const;
    std::chrono::milliseconds timeAt(double x) const;
    double xOf(std::chrono::milliseconds time) const;
    void seekBy(std::chrono::milliseconds step);

    std::optional<Peaks> m_peaks;
    double m_magnification = 1;
    std::chrono::milliseconds m_duration{0};
    std::chrono::milliseconds m_position{0};
    std::optional<double> m_hoverX;
};

} // namespace Holdfast
