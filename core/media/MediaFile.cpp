// SPDX-License-Identifier: GPL-3.0-or-later
#include "media/MediaFile.h"

#include <QCoreApplication>
#include <QVariant>

#include <algorithm>

namespace Holdfast {

MediaFile::MediaFile(QIODevice &device, const ReadBounds &bounds)
    : m_device(device)
    , m_bounds(bounds)
    , m_size(device.size())
{
    if (!device.isOpen() || !device.isReadable() || device.isSequential())
        deviceFailed();
}

void MediaFile::endAt(qint64 offset)
{
    m_size = std::clamp<qint64>(offset, 0, m_size);
}

void MediaFile::deviceFailed()
{
    m_stop = Stop::DeviceFailed;
    m_corrupt = m_device.property("corrupt").toBool();
    m_deviceError = m_device.errorString();
}

qsizetype MediaFile::readAt(qint64 offset, std::span<char> into)
{
    if (stopped() || offset < 0 || offset >= m_size || into.empty())
        return 0;
    if (!m_device.seek(offset)) {
        deviceFailed();
        return 0;
    }
    const qint64 wanted = std::min<qint64>(qint64(into.size()), m_size - offset);
    qint64 done = 0;
    while (done < wanted) {
        const qint64 got = m_device.read(into.data() + done, wanted - done);
        if (got < 0)
            deviceFailed();
        if (got <= 0)
            break;
        done += got;
    }
    return done;
}

QByteArray MediaFile::bytesAt(qint64 offset, qsizetype length)
{
    QByteArray bytes(length, Qt::Uninitialized);
    bytes.truncate(readAt(offset, std::span(bytes.data(), size_t(length))));
    return bytes;
}

bool MediaFile::stopped()
{
    if (m_stop != Stop::Not)
        return true;
    if (m_bounds.cancelled && m_bounds.cancelled->load(std::memory_order_relaxed))
        m_stop = Stop::Cancelled;
    else if (m_bounds.deadline && std::chrono::steady_clock::now() >= *m_bounds.deadline)
        m_stop = Stop::OutOfTime;
    return m_stop != Stop::Not;
}

Failure MediaFile::failure() const
{
    switch (m_stop) {
    case Stop::DeviceFailed:
        if (m_corrupt)
            return {FailureKind::Corrupt,
                    QCoreApplication::translate(
                        "Holdfast::MediaFile",
                        "The file is damaged: its bytes are not the ones that were stored. Nothing was "
                        "changed; tell whoever looks after the recordings."),
                    m_deviceError, std::nullopt};
        return {FailureKind::Unreachable,
                QCoreApplication::translate(
                    "Holdfast::MediaFile",
                    "The file can't be read: the disk or the connection did not answer. Nothing was "
                    "changed; try again."),
                m_deviceError, std::nullopt};
    case Stop::Cancelled:
        return {FailureKind::Cancelled,
                QCoreApplication::translate("Holdfast::MediaFile", "Reading the file was cancelled."),
                {},
                std::nullopt};
    case Stop::OutOfTime:
        return {FailureKind::Unreachable,
                QCoreApplication::translate("Holdfast::MediaFile",
                                            "The file could not be read in time. Nothing was changed; try again."),
                QStringLiteral("the time limit of the probe passed"), std::nullopt};
    case Stop::Not:
        break;
    }
    return {FailureKind::Internal, QCoreApplication::translate("Holdfast::MediaFile", "Reading the file went wrong."),
            QStringLiteral("failure() of a media file that did not stop"), std::nullopt};
}

} // namespace Holdfast
