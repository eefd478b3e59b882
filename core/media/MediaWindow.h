// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "media/MediaFile.h"

#include <QByteArray>

namespace Holdfast {

/// A part of a file, read ahead and moved along, so that a reader that looks at a few bytes at a time asks the device
/// seldom, and memory does not grow with the file. Internal to media; the file outlives it.
class MediaWindow
{
public:
    MediaWindow(MediaFile &file, qsizetype capacity);

    /// All that the window holds from this place on: at least this many bytes unless the file ends before or stopped.
    /// Valid until the next call.
    QByteArrayView at(qint64 offset, qsizetype atLeast);

    MediaFile &file() { return m_file; }

private:
    MediaFile &m_file;
    QByteArray m_bytes;
    qint64 m_from = 0;
    qsizetype m_filled = 0;
};

} // namespace Holdfast
