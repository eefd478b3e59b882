// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>

namespace Holdfast {

/// The CRC-32 of ZIP (ISO 3309), over bytes as they come. It finds accidents; against people there is SHA-256.
class Crc32
{
public:
    void add(QByteArrayView bytes);
    quint32 result() const { return ~m_state; }

private:
    quint32 m_state = 0xffffffff;
};

} // namespace Holdfast
