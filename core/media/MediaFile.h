// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Result.h"

#include <QIODevice>

#include <atomic>
#include <chrono>
#include <span>

namespace Holdfast {

/// When reading is to stop although there is more to read.
struct ReadBounds
{
    std::optional<std::chrono::steady_clock::time_point> deadline;
    const std::atomic_bool *cancelled = nullptr;
};

/// Reads a device at any position within bounds of time, and remembers why it had to stop, because the libraries that
/// read through it know nothing but "no more bytes". Internal to media; one thread at a time; the device outlives it.
///
/// A device that knows that its bytes are not those that were stored says so by a property "corrupt".
class MediaFile
{
public:
    enum class Stop { Not, DeviceFailed, Cancelled, OutOfTime };

    explicit MediaFile(QIODevice &device, const ReadBounds &bounds = {});

    /// Where reading ends: the end of the device, or before it where endAt() said so.
    qint64 size() const { return m_size; }
    void endAt(qint64 offset);

    /// How many bytes were read; fewer than asked for at the end and when stopped.
    qsizetype readAt(qint64 offset, std::span<char> into);
    /// As many bytes as there are, up to length.
    QByteArray bytesAt(qint64 offset, qsizetype length);

    /// Looks at the clock and the flag too. Once stopped it stays so and reads nothing more.
    bool stopped();
    Stop stop() const { return m_stop; }
    Failure failure() const; ///< what to tell about the stop; only when stopped

private:
    void deviceFailed();

    QIODevice &m_device;
    ReadBounds m_bounds;
    qint64 m_size = 0;
    Stop m_stop = Stop::Not;
    bool m_corrupt = false;
    QString m_deviceError;
};

} // namespace Holdfast
