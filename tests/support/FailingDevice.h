// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QBuffer>

namespace Holdfast::Testing {

/// Bytes in memory that can be read so many times; every later read fails. Counts the reads.
class FailingDevice : public QBuffer
{
public:
    FailingDevice(const QByteArray &bytes, int goodReads)
        : m_goodReads(goodReads)
    {
        setData(bytes);
        open(QIODevice::ReadOnly | QIODevice::Unbuffered);
    }

    int reads() const { return m_reads; }

protected:
    qint64 readData(char *data, qint64 length) override
    {
        if (m_reads++ < m_goodReads)
            return QBuffer::readData(data, length);
        setErrorString(QStringLiteral("the disk is gone"));
        return -1;
    }

private:
    int m_goodReads;
    int m_reads = 0;
};

} // namespace Holdfast::Testing
