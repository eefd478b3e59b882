// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <chrono>

namespace Holdfast {

/// How large the pieces are in which a file is sent. A piece is what a cut can cost, what memory holds of the file, and
/// the step in which progress is told: so it should take some seconds at most. But each costs a trip to the server and
/// back, and a sync of its disk. The largest is what the server itself seals at once; the smallest keeps the largest
/// recording below the thousand pieces that the server takes. A rule without I/O.
class UploadPace
{
public:
    static constexpr qint64 smallest = 64 * 1024;
    static constexpr qint64 largest = 4 * 1024 * 1024;

    qint64 pieceBytes() const { return m_bytes; }
    void took(std::chrono::milliseconds time); ///< a piece went through
    void lost();                               ///< a piece was cut off

private:
    qint64 m_bytes = 1024 * 1024;
};

} // namespace Holdfast
