// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/DeviceBody.h"

#include "api/Log.h"

#include <algorithm>

namespace Holdfast {

namespace {

constexpr qint64 pieceBytes = 64 * 1024;

} // namespace

DeviceBody::DeviceBody(std::shared_ptr<QIODevice> device, Http::ByteRange range)
    : m_device(std::move(device))
    , m_range(range)
    , m_position(range.first)
{
}

qint64 DeviceBody::size() const
{
    return m_range.length();
}

QByteArray DeviceBody::next()
{
    // Pieces end at multiples of their size, so that no sealed chunk is opened twice.
    const qint64 end = std::min(m_range.last + 1, (m_position / pieceBytes + 1) * pieceBytes);
    QByteArray piece(end - m_position, Qt::Uninitialized);
    if (!m_device->seek(m_position) || m_device->read(piece.data(), piece.size()) != piece.size()) {
        qCCritical(logApi).noquote() << "a stored file broke while it was sent:" << m_device->errorString();
        return {};
    }
    m_position = end;
    return piece;
}

} // namespace Holdfast
