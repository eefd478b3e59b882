// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QBuffer>

#include <algorithm>

namespace Holdfast::Testing {

/// Reads as usual up to a byte and fails from there on.
class BreakingDevice : public QBuffer
{
public:
    explicit BreakingDevice(qint64 sound)
        : m_sound(sound)
    {
    }

protected:
    qint64 readData(char *data, qint64 maxSize) override
    {
        if (pos() >= m_sound) {
            setErrorString(QStringLiteral("the disk is broken"));
            return -1;
        }
        return QBuffer::readData(data, std::min(maxSize, m_sound - pos()));
    }

private:
    qint64 m_sound;
};

} // namespace Holdfast::Testing
