// SPDX-License-Identifier: GPL-3.0-or-later
#include "media/MediaWindow.h"

#include <algorithm>

namespace Holdfast {

MediaWindow::MediaWindow(MediaFile &file, qsizetype capacity)
    : m_file(file)
    , m_bytes(std::min<qint64>(capacity, std::max<qint64>(file.size(), 1)), Qt::Uninitialized)
{
}

QByteArrayView MediaWindow::at(qint64 offset, qsizetype atLeast)
{
    if (offset < 0 || offset >= m_file.size())
        return {};
    const qint64 needed = std::min<qint64>({atLeast, m_bytes.size(), m_file.size() - offset});
    if (offset < m_from || offset + needed > m_from + m_filled) {
        m_from = offset;
        m_filled = m_file.readAt(offset, std::span(m_bytes.data(), size_t(m_bytes.size())));
    }
    return QByteArrayView(m_bytes.constData(), m_filled).sliced(offset - m_from);
}

} // namespace Holdfast
