// SPDX-License-Identifier: GPL-3.0-or-later
#include "local/ArrivingReader.h"

#include <algorithm>

namespace Holdfast {

ArrivingReader::ArrivingReader(std::shared_ptr<ArrivingRecording> recording)
    : m_recording(std::move(recording))
{
    QIODevice::open(QIODevice::ReadOnly | QIODevice::Unbuffered);
}

qint64 ArrivingReader::size() const
{
    return m_recording->size();
}

void ArrivingReader::interrupt()
{
    m_interrupted = true;
    m_recording->wake();
}

void ArrivingReader::goOn()
{
    m_interrupted = false;
}

bool ArrivingReader::hold(qint64 chunk)
{
    if (chunk == m_chunk)
        return true;
    m_chunk = -1;
    const Result<bool> here = m_recording->read(chunk, m_bytes.data(), m_interrupted);
    if (!here || !*here) {
        setErrorString(here ? QStringLiteral("interrupted") : here.error().message);
        return false;
    }
    m_chunk = chunk;
    return true;
}

qint64 ArrivingReader::readData(char *data, qint64 maxSize)
{
    const qint64 start = pos();
    const qint64 wanted = std::min(maxSize, m_recording->size() - start);
    qint64 done = 0;
    while (done < wanted) {
        const qint64 chunk = (start + done) / ArrivingRecording::chunkSize;
        if (!hold(chunk))
            return done > 0 ? done : -1; // the next read tells why it is no more
        const qint64 offset = (start + done) % ArrivingRecording::chunkSize;
        const qint64 taken = std::min(wanted - done, m_recording->sizeOfChunk(chunk) - offset);
        std::copy_n(m_bytes.data() + offset, taken, data + done);
        done += taken;
    }
    return done;
}

qint64 ArrivingReader::writeData(const char *, qint64)
{
    setErrorString(QStringLiteral("A recording that is on its way is only read."));
    return -1;
}

} // namespace Holdfast
