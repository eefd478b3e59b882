// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include <optional>

namespace Holdfast {

class WaveformView;

/// The whole recording in a strip under the waveform, with the part that this shows in a frame. A drag shows that part;
/// a click brings the frame there.
class WaveformOverview : public QWidget
{
    Q_OBJECT
public:
    explicit WaveformOverview(WaveformView &waveform, QWidget *parent = nullptr); ///< which outlives it

    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;

private:
    WaveformView &m_waveform;
    std::optional<double> m_pressedX;
};

} // namespace Holdfast
