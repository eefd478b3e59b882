// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>

namespace Holdfast::Http {

/// Takes the chunked coding (RFC 9112 §7.1) off a body as it arrives, in constant memory. Extensions and trailer fields
/// are read over, within a bound.
class ChunkedDecoder
{
public:
    enum class Outcome {
        NeedsMore, ///< all of the input was used
        Data,      ///< data() is the next part of the body; call again with what is left of the input
        Complete,  ///< the body ended; what is left of the input belongs to the next request
        Malformed, ///< nothing that follows can be trusted
    };

    /// Takes from the front of input.
    Outcome decode(QByteArrayView &input);
    /// A view into the input that decode() was given.
    QByteArrayView data() const { return m_data; }

private:
    enum class State {
        Size,
        Extension,
        SizeEnd,
        Data,
        DataReturn,
        DataEnd,
        TrailerStart,
        Trailer,
        TrailerEnd,
        LastEnd,
        Done
    };

    bool step(char c);
    bool readSize(char c);
    bool countOverhead();

    State m_state = State::Size;
    qint64 m_left = 0;  ///< of the chunk
    int m_digits = 0;   ///< of the size
    int m_overhead = 0; ///< bytes of this extension, or of all trailer fields
    QByteArrayView m_data;
};

} // namespace Holdfast::Http
