// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <algorithm>
#include <chrono>

namespace Holdfast {

/// Which part of a recording a view shows: never less than a second, never outside of it. Pure.
class VisibleRange
{
public:
    using Time = std::chrono::milliseconds;
    static constexpr Time shortest{1000};

    Time duration() const { return m_duration; }
    Time from() const { return m_from; }
    Time to() const { return m_from + m_length; }
    Time length() const { return m_length; }
    bool isWhole() const { return m_length >= m_duration; }

    void setDuration(Time duration) ///< shows all of it, unless it is as long as before
    {
        if (duration == m_duration)
            return;
        m_duration = std::max(duration, Time(0));
        showAll();
    }
    void showAll()
    {
        m_from = Time(0);
        m_length = m_duration;
    }
    void show(Time from, Time to)
    {
        m_length = std::clamp(to - from, std::min(shortest, m_duration), m_duration);
        m_from = from;
        keepInside();
    }
    /// factor under 1 shows less; what is at `fixed` stays where it is on screen.
    void zoom(double factor, Time fixed)
    {
        const double share = m_length.count() > 0 ? double((fixed - m_from).count()) / double(m_length.count()) : 0;
        m_length = std::clamp(scaled(m_length, factor), std::min(shortest, m_duration), m_duration);
        m_from = fixed - scaled(m_length, share);
        keepInside();
    }
    void pan(Time by)
    {
        m_from += by;
        keepInside();
    }
    /// Turns the page where a place that moves has left it.
    void follow(Time place)
    {
        if (place < m_from || place >= to())
            m_from = place;
        keepInside();
    }

    double shareOf(Time time) const ///< 0 at the left end, 1 at the right
    {
        return m_length.count() > 0 ? double((time - m_from).count()) / double(m_length.count()) : 0;
    }
    Time timeAt(double share) const { return std::clamp(m_from + scaled(m_length, share), Time(0), m_duration); }

    friend bool operator==(const VisibleRange &, const VisibleRange &) = default;

private:
    static Time scaled(Time time, double factor) { return Time(qint64(double(time.count()) * factor)); }
    void keepInside() { m_from = std::clamp(m_from, Time(0), m_duration - m_length); }

    Time m_duration{0};
    Time m_from{0};
    Time m_length{0};
};

} // namespace Holdfast
