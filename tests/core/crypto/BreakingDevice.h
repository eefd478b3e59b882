// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QBuffer>

/// A buffer that counts its reads and writes, and whose i-th one (from 0) fails, as do all after it. A negative i never
/// fails.
class BreakingDevice : public QBuffer
{
public:
    BreakingDevice(QByteArray *bytes, int breaksAt)
        : QBuffer(bytes)
        , m_breaksAt(breaksAt)
    {
        open(QIODevice::ReadWrite | QIODevice::Unbuffered);
    }

    int calls() const { return m_calls; }

protected:
    qint64 readData(char *data, qint64 maxSize) override { return breaks() ? -1 : QBuffer::readData(data, maxSize); }
    qint64 writeData(const char *data, qint64 size) override { return breaks() ? -1 : QBuffer::writeData(data, size); }

private:
    bool breaks()
    {
        const bool broken = m_breaksAt >= 0 && m_calls >= m_breaksAt;
        ++m_calls;
        if (broken)
            setErrorString(QStringLiteral("it broke"));
        return broken;
    }

    int m_breaksAt;
    int m_calls = 0;
};
